"""What is asked of the law about one recipient, and the times that an earlier award cuts out of its years."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from thidua.law.award import awards as all_awards
from thidua.law.condition import AnyOf, ConsecutiveAwards, ConsecutiveYears, SameYearAward
from thidua.law.entry import Certainty
from thidua.law.prerequisite import CountStart, absent, counting, general_conditions, routes
from thidua.law.term import Adjacency
from thidua.model.lists import AwardGroupKind, RecipientKind, YesNo
from thidua.model.year_lists import Kept
from thidua.value_class import dataclass, field, replace

if TYPE_CHECKING:
    from thidua.eligibility.career import Career, Held
    from thidua.eligibility.office import Office
    from thidua.eligibility.proposal import Proposal
    from thidua.law.condition import Condition
    from thidua.law.prerequisite import Absent, Counting, General, Route
    from thidua.model.lists import Method


@dataclass(frozen=True)
class Asked:
    """An award, for a year, on a day, by the law of an era.

    Attributes:
        year: the last year of the achievement.
        day: when it is proposed.
        proposal: the row of a nomination that asks, where there is one.
        method: the type of commendation it is proposed for; routes of other types are no way to it.
        decided_by: what was decided later is not yet given; `None` where nobody said the day.
        within: awards whose standard is being asked about, each of which asks for the next.
    """

    office: Office
    award: str
    year: int
    day: date
    era: str
    kind: RecipientKind
    proposal: Proposal | None = None
    method: Method | None = None
    decided_by: date | None = None
    within: frozenset[str] = frozenset()

    @property
    def last_year(self) -> int:
        """The last whole year before the day of the proposal."""
        return self.day.year if (self.day.month, self.day.day) == (12, 31) else self.day.year - 1

    @cached_property
    def counting(self) -> Counting | None:
        """From when years after an earlier award are counted; `None` where no text read says so."""
        return counting(self.era, self.day, overlay=self.office.overlay)

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """Every way to the award."""
        found = routes(self.award, self.era, self.kind, self.day, overlay=self.office.overlay)
        return tuple(one for one in found if self.method is None or not one.methods or self.method in one.methods)

    @cached_property
    def general(self) -> tuple[General, ...]:
        """What holds beside every way."""
        return general_conditions(self.award, self.era, self.kind, self.day, overlay=self.office.overlay)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """Every condition of every way and of what holds beside them, those inside others too."""
        return (*self.of_routes, *_with_inner([one for entry in self.general for one in entry.conditions], self))

    @cached_property
    def of_routes(self) -> tuple[Condition, ...]:
        """Those of every way, and those inside them."""
        return tuple(_with_inner([one for route in self.routes for one in route.conditions], self))

    @cached_property
    def awards(self) -> frozenset[str]:
        """The awards that an answer depends on."""
        named = (getattr(one, field, ()) for one in self.conditions for field in ("awards", "or_awards"))
        return frozenset({self.award, *(award for several in named for award in several)})

    @cached_property
    def since(self) -> int:
        """The first year of which an award may bear on the answer; 0 where any earlier one may."""
        back = [_back(one) for one in self.conditions]
        return 0 if None in back else self.year - max((one for one in back if one is not None), default=0)

    @cached_property
    def absent(self) -> Absent | None:
        """Why the era has no such award."""
        return absent(self.award, self.era, overlay=self.office.overlay)

    @cached_property
    def standards(self) -> dict[str, Asked]:
        """The same asked of other awards, whose standard may be enough."""
        return {}

    def of_award(self, award: str) -> Asked:
        """Return the same asked of another award."""
        if award not in self.standards:
            self.standards[award] = replace(self, award=award, within=self.within | {self.award})
        return self.standards[award]

    def presupposing(self, awards: tuple[str, ...]) -> tuple[str, ...]:
        """Return the titles of people that nobody gets without one of these titles of the same year."""
        if awards not in self._presupposing:
            self._presupposing[awards] = tuple(
                title
                for title, one in all_awards().items()
                if one.group is AwardGroupKind.TITLE
                and RecipientKind.INDIVIDUAL in one.recipients
                and self._needs(title, awards)
            )
        return self._presupposing[awards]

    def _needs(self, title: str, awards: tuple[str, ...]) -> bool:
        ways = routes(title, self.era, RecipientKind.INDIVIDUAL, self.day, overlay=self.office.overlay)
        conditions = [one for way in ways for one in way.conditions if isinstance(one, SameYearAward)]
        return any(set(one.awards) & set(awards) for one in conditions)

    @cached_property
    def _presupposing(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        return {}

    def standards_of(self, condition: SameYearAward) -> tuple[Asked, ...]:
        """Return the same asked of the awards whose standard is enough; an award's standard never rests on its own."""
        if condition.standard_suffices is not YesNo.YES:
            return ()
        return tuple(self.of_award(one) for one in condition.awards if one not in {self.award, *self.within})

    def is_form(self, award: str) -> bool:
        """Whether an award is a form of commendation, not a title."""
        return self.kept(award) is Kept.FORMS

    def kept(self, award: str) -> Kept:
        """Return which register an award stands in."""
        return Kept.TITLES if self.office.groups.get(award) == AwardGroupKind.TITLE else Kept.FORMS


def _with_inner(found: list[Condition], asked: Asked) -> list[Condition]:
    """Return conditions, those of their ways, and those of a title whose standard may be enough."""
    for condition in found:
        if isinstance(condition, AnyOf):
            found.extend(one for option in condition.options for one in option.conditions)
        elif isinstance(condition, SameYearAward):
            found.extend(one for standard in asked.standards_of(condition) for one in standard.of_routes)
    return found


def _back(condition: Condition) -> int | None:
    """Return how many years back a condition looks at awards; `None` where at all of them."""
    match condition:
        case ConsecutiveAwards():
            return 2 * condition.times if condition.adjacency is Adjacency.YEARS else None
        case ConsecutiveYears():
            return 2 * condition.years + LOOK_BACK if condition.after_prior is Certainty.NO else None
        case _:
            return None if condition.check in _OF_ANY_TIME else 0


_OF_ANY_TIME = frozenset(("prior_award", "awards_within", "deadline"))
"""Conditions on awards that may be long past."""

LOOK_BACK = 6
"""How many years more than twice its length a run without a start is looked for."""


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
        route: the id of the route that is tried.
    """

    prior: Held | None = None
    starts: tuple[date, ...] = ()
    window: Window | None = None
    route: str = ""


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
