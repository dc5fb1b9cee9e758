"""Periods as offices name them: a year, a school year, a stage, a quarter, nine months, any span of days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from enum import StrEnum

from thidua.value_class import dataclass
from thidua.vietnamese.numbers import plain_count

FIRST_YEAR, LAST_YEAR = 1945, 2100


class PeriodKind(StrEnum):
    YEAR = "year"
    SCHOOL_YEAR = "school-year"
    STAGE = "stage"
    QUARTER = "quarter"
    MONTHS = "months"
    SPAN = "span"


class NotAPeriod(ValueError):
    """The text names no period.

    Attributes:
        text: what stands in the record.
        reversed: the period ends before it starts.
    """

    def __init__(self, text: str, *, is_reversed: bool = False) -> None:
        super().__init__(f"`{text}` is not a period")
        self.text = text
        self.reversed = is_reversed


class NotAYear(ValueError):
    """The text is not a year from 1945 to 2100."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included, as the record names them.

    Attributes:
        text: the form of the record, such as `9-thang-dau-2023`.
    """

    kind: PeriodKind
    start: date
    end: date
    text: str

    @property
    def year(self) -> int:
        """The year in which what was done in the period counts: the one in which it ends."""
        return self.end.year

    def __str__(self) -> str:
        return self.text


_YEAR = re.compile(r"[0-9]{4}")
# of other periods there are few: `re` compiles these when first used
_STAGE = r"([0-9]{4})-([0-9]{4})"
_SCHOOL_YEAR = r"nam-hoc-([0-9]{4})-([0-9]{4})"
_QUARTER = r"quy-([1-4])-([0-9]{4})"
_MONTHS = r"([1-9]|1[01])-thang-(dau|cuoi)-([0-9]{4})"
_SPAN = r"([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})"


def read_period(text: str) -> Period:
    """Return the period that a record names.

    Forms: `2023`; `2021-2025` (a stage of years); `nam-hoc-2022-2023` (1 September to 31 August);
    `quy-2-2020`; `9-thang-dau-2023`, `6-thang-cuoi-2023`; `2023-01-01/2023-09-30`.

    Raises:
        NotAPeriod: none of these, a year outside 1945 to 2100, or an end before the start.
    """
    try:
        period = _read(text)
    except ValueError:
        raise NotAPeriod(text) from None
    if period is None or not FIRST_YEAR <= period.start.year <= period.end.year + 999 <= LAST_YEAR + 999:
        raise NotAPeriod(text)
    if period.end < period.start:
        raise NotAPeriod(text, is_reversed=True)
    return period


def read_year(text: str) -> int:
    """Return a year.

    Raises:
        NotANumber: the text is not of digits alone.
        NotAYear: it is not a year from 1945 to 2100.
    """
    year = plain_count(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotAYear(text)
    return year


def _read(text: str) -> Period | None:
    if _YEAR.fullmatch(text):
        return Period(PeriodKind.YEAR, date(int(text), 1, 1), date(int(text), 12, 31), text)
    if found := re.fullmatch(_STAGE, text):
        return Period(PeriodKind.STAGE, date(int(found[1]), 1, 1), date(int(found[2]), 12, 31), text)
    if found := re.fullmatch(_SCHOOL_YEAR, text):
        if int(found[2]) != int(found[1]) + 1:
            return None
        return Period(PeriodKind.SCHOOL_YEAR, date(int(found[1]), 9, 1), date(int(found[2]), 8, 31), text)
    if found := re.fullmatch(_QUARTER, text):
        quarter, year = int(found[1]), int(found[2])
        return Period(PeriodKind.QUARTER, date(year, quarter * 3 - 2, 1), _month_end(year, quarter * 3), text)
    if found := re.fullmatch(_MONTHS, text):
        months, year = int(found[1]), int(found[3])
        if found[2] == "dau":
            return Period(PeriodKind.MONTHS, date(year, 1, 1), _month_end(year, months), text)
        return Period(PeriodKind.MONTHS, date(year, 13 - months, 1), date(year, 12, 31), text)
    if found := re.fullmatch(_SPAN, text):
        return Period(PeriodKind.SPAN, date.fromisoformat(found[1]), date.fromisoformat(found[2]), text)
    return None


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
