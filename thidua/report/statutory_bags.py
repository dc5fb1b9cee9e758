"""The records of a statutory table in bags: what is alike in all that a table asks, with how many there are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from thidua.diagnostics import Route, read_route
from thidua.law.statutory import Counted
from thidua.model.award import AwardRecord
from thidua.model.lists import CampaignKind, CampaignScope, CouncilOutcome, Level, Method, OrganisationKind, PersonClass
from thidua.model.lists import RecipientKind as Kind
from thidua.model.nomination import NominatedRow, Nomination
from thidua.report.numbers import paper_of
from thidua.report.statutory_values import Reason
from thidua.store.queries import files_of, organisations_inside
from thidua.store.rows import is_id, recipient_name
from thidua.store.statutory import Awarded, Kept, Launched, awarded, catalogue_of, launched

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua.model.base import Counts
    from thidua.report.organisation_year import Span
    from thidua.report.reader import Reader

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


def bags(reader: Reader, of: str, span: Span) -> tuple[Bag, ...]:
    """Return everything that may count in a span, revoked rows left out."""
    start, end = str(span.start), str(span.end)
    catalogue = catalogue_of(reader.register)
    found: dict[Facts, list[Piece]] = defaultdict(list)
    for source in (
        (one for row in awarded(reader.register, of, start, end) for one in _award(reader, row)),
        (_campaign(row) for row in launched(reader.register, of, start, end)),
        _proposals(reader, of, span, catalogue),
    ):
        for facts, piece in source:
            found[facts].append(piece)
    return tuple(Bag(facts, tuple(pieces)) for facts, pieces in found.items())


Found = tuple[Facts, Piece]


def _award(reader: Reader, row: Awarded) -> Iterator[Found]:
    doubts = (
        *(() if row.dated else (Reason.NO_DECISION_DATE,)),
        *((Reason.NO_NUMBER,) if row.number is None else ()),
    )
    facts = Facts(
        of=Counted.AWARDS,
        given=row.given,
        ours=row.ours,
        award=row.award,
        level=row.level,
        award_kind=row.award_kind,
        methods=frozenset((row.method,)) if row.method else frozenset(Method),
        doubts=doubts,
    )
    paper = paper_of(row.decision_number, row.decision_date)
    piece = Piece(row.path, row.line, row.name or "", row.unit, paper, row.name is None, row.number, row.qualifier)
    if row.name is not None:
        recipients, classes = _whom(row.kind or NONE, row.person_class, row.org_kind)
        yield replace(facts, recipients=recipients, classes=classes), piece
    elif row.kind is None:
        yield facts, piece
    else:
        yield from _split(facts, piece, row.kind, _counts(reader, row))


def _whom(kind: str, person_class: str | None, org_kind: str | None = None) -> tuple[Possible, Possible]:
    """Which recipient, and of which class, a named one is; a collective whose own record says so is an enterprise."""
    if org_kind == OrganisationKind.ENTERPRISE:
        kind = Kind.ENTERPRISE
    if kind != Kind.INDIVIDUAL:
        return frozenset((kind,)), NO_CLASS
    return frozenset((kind,)), frozenset((person_class,)) if person_class else ANY_CLASS


def _counts(reader: Reader, row: Awarded) -> Counts | None:
    """Return the whole of a number without rows, which tells more than the register keeps."""
    record = reader.library.record(row.path, AwardRecord)
    group = read_route(row.route)[1]
    return record.awards[group].counted if record and isinstance(group, int) else None


def _split(facts: Facts, piece: Piece, kind: str, counts: Counts | None) -> Iterator[Found]:
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


def _campaign(row: Launched) -> Found:
    days = (date.fromisoformat(row.start), date.fromisoformat(row.end)) if row.start and row.end else None
    facts = Facts(
        of=Counted.CAMPAIGNS,
        given=row.ours,
        ours=row.ours,
        scopes=frozenset((row.scope,)) if row.scope else frozenset(CampaignScope),
        campaign_kinds=frozenset((row.kind,)) if row.kind else frozenset(CampaignKind),
        launchers=frozenset((row.launcher,)) if row.launcher else frozenset(Level),
        days=days,
        doubts=() if row.dated else (Reason.NO_LAUNCH_DATE,),
    )
    return facts, Piece(row.path, 1, row.name)


def _proposals(reader: Reader, of: str, span: Span, catalogue: Mapping[str, Kept]) -> Iterator[Found]:
    """Rows of nominations that the council did not reject, by the day of the submission."""
    inside = organisations_inside(reader.register, of)
    for path in files_of(reader.register, "nominations"):
        record = reader.library.record(path, Nomination)
        if record is None or (record.date is not None and not span.has(record.date)):
            continue
        for place, row in enumerate(record.rows):
            if row.outcome is not CouncilOutcome.REJECTED:
                yield from _proposal(reader, path, place, record, row, inside, catalogue)


def _proposal(
    reader: Reader,
    path: str,
    place: int,
    record: Nomination,
    row: NominatedRow,
    inside: set[str],
    catalogue: Mapping[str, Kept],
) -> Iterator[Found]:
    award = catalogue.get(row.award)
    route: Route = ("rows", place)
    facts = Facts(
        of=Counted.PROPOSALS,
        given=_inside(record.by, inside),
        ours=_inside(row.recipient.unit, inside) if row.recipient else None,
        award=row.award,
        level=award.level if award else NONE,
        award_kind=award.kind if award else NONE,
        methods=frozenset((record.method,)) if record.method else frozenset(Method),
        doubts=() if record.date else (Reason.NO_SUBMISSION_DATE,),
    )
    piece = Piece(path, reader.trace(path, route).line)
    if row.recipient is not None:
        name, kind = recipient_name(row.recipient)
        recipients, classes = _whom(kind, row.recipient.class_)
        yield replace(facts, recipients=recipients, classes=classes), replace(piece, name=name, unit=row.recipient.unit)
    for kind, number in _numbers(row.counted):
        qualifier = row.counted.qualifier if row.counted else None
        counted = replace(piece, counted=True, number=number, qualifier=qualifier)
        yield from _split(facts, counted, kind, row.counted)


def _numbers(counts: Counts | None) -> Iterable[tuple[Kind, int]]:
    if counts is None:
        return ()
    kinds = (
        (Kind.COLLECTIVE, counts.collectives),
        (Kind.HOUSEHOLD, counts.households),
        (Kind.INDIVIDUAL, counts.individuals),
        (Kind.UNSPLIT, counts.unsplit),
    )
    return tuple((kind, number) for kind, number in kinds if number is not None)


def _inside(id_or_name: str | None, inside: set[str]) -> bool | None:
    if id_or_name is None or not is_id(id_or_name):
        return None
    return id_or_name in inside
