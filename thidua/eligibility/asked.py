"""What is asked of the law about one recipient, and the times that an earlier award cuts out of its years."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from thidua.law.award import awards
from thidua.law.prerequisite import CountStart, counting
from thidua.model.lists import AwardGroupKind, RecipientKind
from thidua.model.year_lists import Kept

if TYPE_CHECKING:
    from thidua.eligibility.career import Career, Held
    from thidua.eligibility.office import Office
    from thidua.eligibility.proposal import Proposal
    from thidua.law.prerequisite import Counting


@dataclass(frozen=True)
class Asked:
    """An award, for a year, on a day, by the law of an era.

    Attributes:
        year: the last year of the achievement.
        day: when it is proposed.
        proposal: the row of a nomination that asks, where there is one.
    """

    office: Office
    award: str
    year: int
    day: date
    era: str
    kind: RecipientKind
    proposal: Proposal | None = None

    @property
    def last_year(self) -> int:
        """The last whole year before the day of the proposal."""
        return self.year if self.day >= date(self.year, 12, 31) else self.year - 1

    @cached_property
    def counting(self) -> Counting | None:
        """From when years after an earlier award are counted; `None` where no text read says so."""
        return counting(self.era, self.day, overlay=self.office.overlay)

    def kept(self, award: str) -> Kept:
        """Return which register an award stands in."""
        found = awards().get(award)
        return Kept.TITLES if found is not None and found.group is AwardGroupKind.TITLE else Kept.FORMS


@dataclass(frozen=True, slots=True)
class Window:
    """Years in which things are counted.

    Attributes:
        first: from this year on they surely count.
        perhaps: from this year on they may count.
    """

    first: int
    perhaps: int
    last: int

    def years(self) -> range:
        return range(self.first, self.last + 1)


@dataclass(frozen=True, slots=True)
class Frame:
    """One earlier award that a count may start after.

    Attributes:
        prior: `None` where the route asks for none, or none is known.
        starts: the days from which years may count, one for each reading of the law; none where nothing bounds them.
        window: the years that the route's other conditions count in.
    """

    prior: Held | None = None
    starts: tuple[date, ...] = ()
    window: Window | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One recipient, and what is asked."""

    asked: Asked
    career: Career
    frame: Frame = field(default_factory=Frame)


def starts_after(asked: Asked, prior: Held) -> tuple[date, ...]:
    """Return the days from which years after an earlier award count, by every reading that the law leaves open.

    None where the record lacks them.
    """
    decided = date.fromisoformat(prior.row.decided) if prior.row.decided else None
    achieved = date.fromisoformat(prior.row.end) if prior.row.end else decided
    rule = asked.counting
    if rule is None:
        readings = [achieved, decided]
    elif rule.count_from is CountStart.PREVIOUS_DECISION:
        readings = [decided]
    else:
        readings = [achieved]
    return tuple(dict.fromkeys(day for day in readings if day is not None))
