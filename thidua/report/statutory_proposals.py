"""What was submitted (*trình*), from nominations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.law.statutory import Counted
from thidua.model.lists import CouncilOutcome, Method
from thidua.model.lists import RecipientKind as Kind
from thidua.model.nomination import NominatedRow, Nomination
from thidua.report.statutory_facts import NONE, Facts, Found, Piece, split, whom
from thidua.report.statutory_values import Reason
from thidua.store.paths import is_slug
from thidua.store.queries import files_of, organisations_inside
from thidua.store.recipients import recipient_key, recipient_name
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua.model.base import Counts
    from thidua.report.reader import Reader
    from thidua.report.span import Span
    from thidua.store.statutory import Kept


def proposals(reader: Reader, of: str, span: Span, catalogue: Mapping[str, Kept]) -> Iterator[Found]:
    """Return rows that the council did not reject, by the day of the submission.

    Who was proposed for one award by a unit, and again by the body above it, was proposed once.
    """
    inside = organisations_inside(reader.register, of)
    seen: set[tuple[str, ...]] = set()
    for path in files_of(reader.register, "nominations"):
        record = reader.library.record(path, Nomination)
        if record is None or (record.date is not None and not span.has(record.date)):
            continue
        for place, row in enumerate(record.rows):
            if row.outcome is CouncilOutcome.REJECTED or _known(row, seen):
                continue
            piece = Piece(path, reader.trace(path, ("rows", place)).line)
            yield from _row(_facts(record, row, inside, catalogue), piece, row)


def _known(row: NominatedRow, seen: set[tuple[str, ...]]) -> bool:
    """Whether a named recipient was come upon for the same award; from now on it was."""
    if row.recipient is None:
        return False
    name, kind = recipient_name(row.recipient)
    key = row.award, kind, recipient_key(name), recipient_key(row.recipient.unit or NONE)
    if key in seen:
        return True
    seen.add(key)
    return False


def _facts(record: Nomination, row: NominatedRow, inside: set[str], catalogue: Mapping[str, Kept]) -> Facts:
    award = catalogue.get(row.award)
    return Facts(
        of=Counted.PROPOSALS,
        given=_inside(record.by, inside),
        ours=_ours(row, inside),
        award=row.award,
        level=award.level if award else NONE,
        award_kind=award.kind if award else NONE,
        methods=frozenset((record.method,)) if record.method else frozenset(Method),
        doubts=() if record.date else (Reason.NO_SUBMISSION_DATE,),
    )


def _row(facts: Facts, piece: Piece, row: NominatedRow) -> Iterator[Found]:
    if row.recipient is not None:
        name, kind = recipient_name(row.recipient)
        recipients, classes = whom(kind, row.recipient.class_)
        yield replace(facts, recipients=recipients, classes=classes), replace(piece, name=name, unit=row.recipient.unit)
    elif row.counted is None:
        yield replace(facts, doubts=(*facts.doubts, Reason.NO_NUMBER)), replace(piece, counted=True, number=None)
    for kind, number in _numbers(row.counted):
        qualifier = row.counted.qualifier if row.counted else None
        counted = replace(piece, counted=True, number=number, qualifier=qualifier)
        yield from split(facts, counted, kind, row.counted)


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
    if id_or_name is None or not is_slug(id_or_name):
        return None
    return id_or_name in inside


def _ours(row: NominatedRow, inside: set[str]) -> bool | None:
    """Whether a recipient is of the organisation: by its unit, or as one of its bodies."""
    if row.recipient is None:
        return None
    name, kind = recipient_name(row.recipient)
    of_unit = _inside(row.recipient.unit, inside)
    return of_unit if of_unit or kind == Kind.INDIVIDUAL else _inside(name, inside)
