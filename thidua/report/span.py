"""The time a report is of."""

from __future__ import annotations

from datetime import date

from thidua.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """The time a report is of. `year` is set where it is a calendar year."""

    start: date
    end: date
    year: int | None = None

    @property
    def whole_years(self) -> bool:
        return (self.start.month, self.start.day, self.end.month, self.end.day) == (1, 1, 12, 31)

    @property
    def next_year(self) -> int:
        return self.end.year + 1

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.start.year, self.end.year + 1))

    def has(self, day: date | None) -> bool:
        """Whether a day is in the span."""
        return day is not None and self.start <= day <= self.end


def year_span(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31), year)
