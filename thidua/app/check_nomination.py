"""A nomination's rows, each judged by the law of its day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.app.asked_nomination import asked_nomination
from thidua.app.eligible import laws
from thidua.eligibility.asked import Asked
from thidua.eligibility.collectives import career_by_name, careers_of_collectives
from thidua.eligibility.listing import CheckedNomination, CheckedRow
from thidua.eligibility.office import Office
from thidua.eligibility.people import career_of_person
from thidua.eligibility.proposal import Proposal
from thidua.eligibility.verdict import judge_recipient
from thidua.law.era import era_of
from thidua.model.lists import RecipientKind, YesNo
from thidua.model.nomination import Nomination
from thidua.store.catalogue import catalogue
from thidua.store.library import Library
from thidua.store.office_law import office_law
from thidua.store.recipients import recipient_key, recipient_name
from thidua.value_class import dataclass
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh
    from thidua.eligibility.career import Career
    from thidua.law.era import EraAnswer
    from thidua.model.award import Recipient
    from thidua.model.nomination import NominatedRow


def check_nomination(state: Fresh, asked: str) -> CheckedNomination:
    """Return the answer about every row of a nomination called by its id, path or number.

    Raises:
        EntryError: no nomination is called so, several are, or it cannot be read.
    """
    path, id_ = asked_nomination(state, "FILE", asked)
    library = Library(state.workspace, state.register)
    record = library.record(path, Nomination)
    document = library.loaded(path).document
    if record is None or document is None:
        raise AssertionError("a nomination that is in the register can be read")
    office = Office(state.register, office_law(state.register))
    year = record.period.year if record.period else int(id_.partition("/")[0])
    said = record.received or record.date
    day = said or date(year, 12, 31)
    era = era_of(day, record.received, overlay=office.overlay)
    lines = [document.line(("rows", place)) for place in range(len(record.rows))]
    dossier = _Dossier(office, record, path, year, day, era, said, _beside(office, record))
    rows = tuple(_checked(dossier, row, line) for row, line in zip(record.rows, lines, strict=True))
    return CheckedNomination(
        path, record.number, day, era, laws(office, era), rows,
        {one.id: one.name for one in catalogue(state.register).values()},
        {unit: one.name for unit, one in office.units.items()},
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Dossier:
    office: Office
    record: Nomination
    path: str
    year: int
    day: date
    era: EraAnswer
    decided_by: date | None
    beside: dict[str, tuple[tuple[str, str, str], ...]]


def _checked(dossier: _Dossier, row: NominatedRow, line: int) -> CheckedRow:
    year = row.period.year if row.period else dossier.year
    if row.recipient is None or not dossier.era.candidates:
        return CheckedRow(line, row.award, year, row.recipient is None, None)
    career, kind = _career(dossier.office, row.recipient, year)
    proposal = _proposal(dossier, row, line)
    asked = tuple(
        Asked(
            dossier.office, row.award, year, dossier.day, era, kind, proposal, dossier.record.method, dossier.decided_by
        )
        for era in dossier.era.candidates
    )
    return CheckedRow(line, row.award, year, counted=False, judgement=judge_recipient(asked, career))


def _career(office: Office, one: Recipient, year: int) -> tuple[Career, RecipientKind]:
    name, kind = recipient_name(one)
    if kind is RecipientKind.INDIVIDUAL:
        return career_of_person(office, name, one.unit, one.person, year), kind
    id_ = office.unit(name)
    if kind is not RecipientKind.HOUSEHOLD and id_ in office.units:
        return careers_of_collectives(office, [id_])[0], kind
    return career_by_name(office, kind, name, recipient_key(name)), kind


def _proposal(dossier: _Dossier, row: NominatedRow, line: int) -> Proposal:
    record, vote = dossier.record, row.vote
    period = row.period or record.period
    notice = record.notice
    return Proposal(
        dossier.path,
        line,
        submitted=record.date,
        received=record.received,
        achieved=period.end if period else None,
        members=vote.members if vote else None,
        in_favour=vote.for_ if vote else None,
        notice=(notice.start, notice.end) if notice else (None, None),
        council=record.council_date,
        answers={one.question: (one.answer is YesNo.YES, one.by or "") for one in row.answers},
        beside=dossier.beside.get(row.award, ()),
    )


def _beside(office: Office, record: Nomination) -> dict[str, tuple[tuple[str, str, str], ...]]:
    """Return the people whom the nomination proposes, by award: key of the name, unit, what tells them apart."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in record.rows:
        if row.recipient is not None and row.recipient.name is not None:
            one = row.recipient
            apart = one.person or one.different_from_namesake or ""
            found.setdefault(row.award, []).append((name_key(row.recipient.name), office.unit(one.unit), apart))
    return {award: tuple(people) for award, people in found.items()}
