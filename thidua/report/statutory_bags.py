"""The records of a statutory table in bags: what is alike in all that a table asks, with how many there are."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from thidua.diagnostics import read_route
from thidua.law.statutory import Counted
from thidua.model.award import AwardRecord
from thidua.model.lists import CampaignKind, CampaignScope, Level, Method
from thidua.report.numbers import paper_of
from thidua.report.statutory_facts import NONE, Bag, Facts, Found, Piece, split, whom
from thidua.report.statutory_proposals import proposals
from thidua.report.statutory_values import Reason
from thidua.store.statutory import Awarded, Launched, awarded, catalogue_of, launched
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.base import Counts
    from thidua.report.reader import Reader
    from thidua.report.span import Span


def bags(reader: Reader, of: str, span: Span) -> tuple[Bag, ...]:
    """Return everything that may count in a span, revoked rows left out."""
    start, end = str(span.start), str(span.end)
    catalogue = catalogue_of(reader.register)
    found: dict[Facts, list[Piece]] = defaultdict(list)
    for source in (
        (one for row in awarded(reader.register, of, start, end) for one in _award(reader, row)),
        (_campaign(row) for row in launched(reader.register, of, start, end)),
        proposals(reader, of, span, catalogue),
    ):
        for facts, piece in source:
            found[facts].append(piece)
    return tuple(Bag(facts, tuple(pieces)) for facts, pieces in found.items())


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
        recipients, classes = whom(row.kind or NONE, row.person_class, row.org_kind)
        yield replace(facts, recipients=recipients, classes=classes), piece
    elif row.kind is None:
        yield facts, piece
    else:
        yield from split(facts, piece, row.kind, _counts(reader, row))


def _counts(reader: Reader, row: Awarded) -> Counts | None:
    """Return the whole of a number without rows, which tells more than the register keeps."""
    record = reader.library.record(row.path, AwardRecord)
    group = read_route(row.route)[1]
    return record.awards[group].counted if record and isinstance(group, int) else None


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
