"""What statutory tables ask of a record, and what it may be as far as the record tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.lists import CampaignKind, CampaignScope, Level, Method, OrganisationKind, PersonClass
from thidua.model.lists import RecipientKind as Kind
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua.law.statutory import Counted
    from thidua.model.base import Counts
    from thidua.report.statutory_values import Reason

Possible = frozenset[str]
"""What a fact may be, as far as the records tell; one value where it is known."""

NONE = ""
"""What a fact is where it cannot be: the class of a collective."""

ANY_COLLECTIVE: Possible = frozenset((Kind.COLLECTIVE, Kind.ENTERPRISE))
ANY_RECIPIENT: Possible = frozenset((*ANY_COLLECTIVE, Kind.HOUSEHOLD, Kind.INDIVIDUAL))
ANY_CLASS: Possible = frozenset(PersonClass)
NO_CLASS: Possible = frozenset((NONE,))
DIRECT: Possible = frozenset((PersonClass.DIRECT_WORKER,))


@dataclass(frozen=True, slots=True)
class Facts:
    """All that tables ask of a record.

    Attributes:
        given, ours: conferred by the organisation, or received by its own; `None` where the record does not tell.
        days: how long a campaign runs.
        doubts: why it may not count at all.
    """

    of: Counted
    given: bool | None = None
    ours: bool | None = None
    award: str = NONE
    level: str = NONE
    award_kind: str = NONE
    recipients: Possible = ANY_RECIPIENT
    classes: Possible = frozenset((*ANY_CLASS, NONE))
    methods: Possible = frozenset(Method)
    scopes: Possible = frozenset(CampaignScope)
    campaign_kinds: Possible = frozenset(CampaignKind)
    launchers: Possible = frozenset(Level)
    days: tuple[date, date] | None = None
    doubts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One row, number or campaign of a record.

    Attributes:
        unit: whose the row is, by id or name.
        paper: how its decision is called.
        counted: it is a number that the file gives, not a row.
    """

    path: str
    line: int
    name: str = ""
    unit: str | None = None
    paper: str = ""
    counted: bool = False
    number: int | None = 1
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Bag:
    facts: Facts
    pieces: tuple[Piece, ...]

    @property
    def number(self) -> int:
        """How many at least; what is said only in words is none."""
        return sum(piece.number or 0 for piece in self.pieces)


Found = tuple[Facts, Piece]
"""A record, or a part of one, before it is put into a bag."""


def whom(kind: str, person_class: str | None, org_kind: str | None = None) -> tuple[Possible, Possible]:
    """Which recipient, and of which class, a named one is; a collective whose own record says so is an enterprise."""
    if org_kind == OrganisationKind.ENTERPRISE:
        kind = Kind.ENTERPRISE
    if kind != Kind.INDIVIDUAL:
        return frozenset((kind,)), NO_CLASS
    return frozenset((kind,)), frozenset((person_class,)) if person_class else ANY_CLASS


def split(facts: Facts, piece: Piece, kind: str, counts: Counts | None) -> Iterator[Found]:
    """A number by kind, as parts as narrow as the record makes it; a part above its whole tells nothing."""
    number = piece.number or 0
    if kind == Kind.UNSPLIT:
        yield facts, piece
    elif kind == Kind.COLLECTIVE:
        facts = replace(facts, classes=NO_CLASS)
        enterprises = counts.enterprises if counts else None
        if enterprises is None or enterprises > number:
            yield replace(facts, recipients=ANY_COLLECTIVE), piece
        else:
            yield replace(facts, recipients=frozenset((Kind.ENTERPRISE,))), replace(piece, number=enterprises)
            yield replace(facts, recipients=frozenset((Kind.COLLECTIVE,))), replace(piece, number=number - enterprises)
    elif kind == Kind.INDIVIDUAL:
        facts = replace(facts, recipients=frozenset((Kind.INDIVIDUAL,)))
        direct = counts.direct_workers if counts else None
        if direct is None or direct > number:
            yield replace(facts, classes=ANY_CLASS), piece
        else:
            yield replace(facts, classes=DIRECT), replace(piece, number=direct)
            yield replace(facts, classes=ANY_CLASS - DIRECT), replace(piece, number=number - direct)
    else:
        yield replace(facts, recipients=frozenset((kind,)), classes=NO_CLASS), piece
