"""What was proposed and what was approved (*đề nghị khen thưởng*), never among what was granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.lists import NominationStatus, RecipientKind
from thidua.report.numbers import COLLECTIVE, LISTED_ONE_BY_ONE, Numbers
from thidua.report.values import Figure, Trace
from thidua.store.nominations import NominatedRow, rows_of_organisation
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.report.reader import Reader
    from thidua.report.span import Span


@dataclass(frozen=True, slots=True)
class NominationLine:
    """One award: how many were proposed for it, and what became of them so far.

    Attributes:
        approved: the council agreed, whether or not a decision followed.
        open: nothing is known of the council's answer.
    """

    name: str
    proposed: Numbers
    approved: Numbers
    rejected: Numbers
    open: Numbers


def nomination_lines(reader: Reader, of: str, span: Span) -> tuple[NominationLine, ...]:
    """Return the proposals of an organisation, by award in the order of the catalogue.

    A proposal belongs to the year of its period, else of its day; in a span of other days it is chosen by its day.
    """
    years = span.years if span.whole_years else ()
    rows = rows_of_organisation(reader.register, of, years, (str(span.start), str(span.end)))
    awards = sorted({(row.rank, row.award_name, row.award) for row in rows})
    return tuple(_line(reader, name, [row for row in rows if row.award == award]) for _, name, award in awards)


def _line(reader: Reader, name: str, rows: list[NominatedRow]) -> NominationLine:
    return NominationLine(
        name,
        _numbers(reader, rows),
        _numbers(reader, [row for row in rows if row.is_approved]),
        _numbers(reader, [row for row in rows if row.status is NominationStatus.REJECTED]),
        _numbers(reader, [row for row in rows if row.status is NominationStatus.PROPOSED]),
    )


def _numbers(reader: Reader, rows: list[NominatedRow]) -> Numbers:
    def figure(*kinds: RecipientKind) -> Figure | None:
        mine = [row for row in rows if row.kind in kinds]
        return Figure(sum(row.number for row in mine), _traces(reader, mine)) if mine else None

    return Numbers(
        figure(*COLLECTIVE),
        figure(RecipientKind.HOUSEHOLD),
        figure(RecipientKind.INDIVIDUAL),
        figure(RecipientKind.UNSPLIT),
    )


def _traces(reader: Reader, rows: list[NominatedRow]) -> tuple[Trace, ...]:
    """Return who is behind a number: each row where they are few, else each dossier."""
    if len(rows) <= LISTED_ONE_BY_ONE:
        return tuple(_trace(reader, row) for row in rows)
    by_path: dict[str, list[NominatedRow]] = {}
    for row in rows:
        by_path.setdefault(row.path, []).append(row)
    return tuple(
        Trace(path, its[0].line, its[0].nomination_number or "", sum(row.number for row in its), last=its[-1].line)
        for path, its in by_path.items()
    )


def _trace(reader: Reader, row: NominatedRow) -> Trace:
    if row.name is None:
        return Trace(row.path, row.line, row.nomination_number or "", counted=row.number)
    name, unit = reader.name(row.name) or row.name, reader.name(row.unit)
    return Trace(row.path, row.line, f"{name}, {unit}" if unit else name)
