"""A recipient's years as records tell them, and how sure it is that they are all one recipient's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.answer import Evidence
from thidua.model.lists import RecipientKind
from thidua.model.year_lists import Kept
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.store.career_rows import DeclaredRow, DisciplineRow, HeldRow, MemberRow, RosterRow, UnitRow, WorkRow


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who may be given something.

    Attributes:
        id: of the person or organisation that has a record, else empty.
        key: the name's key.
        unit: of a person: the id or name of the unit; of a collective, its parent's.
    """

    kind: RecipientKind
    name: str
    key: str
    unit: str | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A granted award of the recipient.

    Attributes:
        inherited: it is of a unit that this one followed.
        unlawful: a check says that its authority may not confer it.
    """

    row: HeldRow
    inherited: bool = False
    unlawful: bool = False

    @property
    def dated(self) -> bool:
        """Whether the year is the record's own word, not taken from the day of the decision."""
        return self.row.basis in ("period", "year")

    def evidence(self) -> Evidence:
        row = self.row
        return Evidence("award", row.award, row.path, row.line, row.year, row.number, row.decided)


@dataclass(frozen=True, slots=True)
class Year:
    """How the recipient did its task in a year that starts on `start`."""

    year: int
    result: str
    start: str
    path: str
    line: int
    inherited: bool = False

    def evidence(self) -> Evidence:
        return Evidence("result", self.result, self.path, self.line, self.year)


@dataclass(frozen=True, slots=True)
class Post:
    """Where somebody was, from one year to another; what is declared of that unit, and of those above it."""

    unit: str
    first: int
    last: int
    declared: tuple[DeclaredRow, ...]


@dataclass(frozen=True, slots=True)
class Career:
    """All that records hold of one recipient.

    Attributes:
        held: granted awards, the earliest first.
        elsewhere, works_elsewhere, disciplines_elsewhere: rows of the same name in other units, of which nobody said
            whose they are.
        years: results of tasks.
        members: of a person: the rosters' rows.
        distinct: rows of one name and unit are surely one recipient's.
        posts: where it was.
        rosters: of a collective: its years.
        record: of a collective: its organisation.
        followed: ids of the units that a collective followed.
    """

    who: Recipient
    held: tuple[Held, ...] = ()
    elsewhere: tuple[Held, ...] = ()
    works_elsewhere: tuple[WorkRow, ...] = ()
    disciplines_elsewhere: tuple[DisciplineRow, ...] = ()
    years: tuple[Year, ...] = ()
    members: tuple[MemberRow, ...] = ()
    works: tuple[WorkRow, ...] = ()
    disciplines: tuple[DisciplineRow, ...] = ()
    distinct: bool = True
    posts: tuple[Post, ...] = ()
    rosters: tuple[RosterRow, ...] = ()
    record: UnitRow | None = None
    followed: tuple[str, ...] = ()

    def of_awards(self, awards: tuple[str, ...]) -> list[Held]:
        """Return what was given of some awards, the earliest first."""
        return [one for one in self.held if one.row.award in awards]

    def whole(self, kept: Kept, year: int, award: str = "") -> DeclaredRow | None:
        """Return what says that all of a kind is recorded for a whole year where the recipient was, or `None`."""
        units = [post for post in self.posts if post.first <= year <= post.last]
        found = [_declared(post, kept, year, award) for post in units]
        return found[0] if found and all(found) else None

    def was_there(self, year: int) -> bool:
        """Whether nothing says that somebody was elsewhere in a year: not on a roster that is declared whole."""
        if self.who.kind is not RecipientKind.INDIVIDUAL:
            return True
        return not self.whole(Kept.STAFF, year) or bool(self.of_year(year))

    def of_year(self, year: int) -> list[MemberRow]:
        """Return the rosters' rows of a year."""
        return [one for one in self.members if one.year == year]


def _declared(post: Post, kept: Kept, year: int, award: str) -> DeclaredRow | None:
    return next((one for one in post.declared if one.covers(kept, year, award)), None)
