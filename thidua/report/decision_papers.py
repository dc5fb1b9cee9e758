"""Papers of one decision: the decision with its list, and the certificates (*bằng khen, giấy khen*) it gives."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.diagnostics import route_text
from thidua.model.award import AwardRecord
from thidua.model.campaign import Campaign
from thidua.model.lists import Capacity
from thidua.model.nomination import Nomination
from thidua.report.paper import (
    DEPUTY,
    AwardList,
    PaperHead,
    Signature,
    award_list,
    in_order,
    listed,
    paper_head,
    signature,
    total,
)
from thidua.store.corrected_values import values_of_decision
from thidua.store.withdrawn import withdrawn_rows
from thidua.value_class import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.award import AwardGroup, Signer
    from thidua.model.base import Counts
    from thidua.model.period import Period
    from thidua.report.numbers import Numbers
    from thidua.report.paper import Listed
    from thidua.report.reader import Reader
    from thidua.report.values import Trace

CERTIFIED = ("bang-khen", "giay-khen")
"""The kinds of awards that a certificate is printed for unless one is asked for."""

_CHAIR = "CHỦ TỊCH"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The dossier that a decision answers."""

    by: str | None
    number: str | None
    date: date | None


@dataclass(frozen=True, slots=True)
class LaterPaper:
    """A paper by which the decision is another now than it was signed.

    Attributes:
        names: whose rows it corrects or withdraws; empty where it corrects the decision's own values alone.
    """

    withdraws: bool
    number: str | None
    date: date | None
    path: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    """A decision with its list.

    Attributes:
        authority: who decides, as the line over the grounds says it.
        reason: the campaign, where the decision names one.
        later: what came after it was signed. Its values stand as they are right, its withdrawn rows as they were.
    """

    kind: str = field(default="decision", init=False)
    title: str
    head: PaperHead
    authority: str
    bases: tuple[str, ...]
    proposal: Proposal | None
    period: Period | None
    reason: str | None
    awards: tuple[AwardList, ...]
    total: Numbers
    signature: Signature
    later: tuple[LaterPaper, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is printed on one blank.

    Attributes:
        award_kind: `bang-khen`, `giay-khen`, or another kind of the catalogue.
    """

    authority: str
    award: str
    award_kind: str
    recipient: str
    post: str
    achievement: str | None
    posthumous: bool
    number: str | None
    date: date | None
    place: str
    signature: Signature
    record: Trace


@dataclass(frozen=True, slots=True)
class Certificates:
    """The certificates of a decision, in the order of its list."""

    kind: str = field(default="certificate", init=False)
    title: str
    certificates: tuple[Certificate, ...]
    missing: tuple[str, ...]


def decision_paper(reader: Reader, path: str, missing: tuple[str, ...] = ()) -> DecisionPaper:
    """Return a decision as a paper. What the record does not say stays blank.

    Rows that were revoked later stand in it as in the paper that was signed.
    """
    record = _record(reader, path)
    paper = record.decision
    head = paper_head(
        reader, paper.authority if paper else None, "QĐ", paper.number if paper else None, paper.date if paper else None
    )
    awards = _awards(reader, path, record)
    campaign = reader.by_id("campaigns", record.campaign, Campaign) if record.campaign else None
    signer = paper.signer if paper else None
    return DecisionPaper(
        title=f"Quyết định {paper.number}" if paper and paper.number else "Quyết định khen thưởng",
        head=head,
        authority=_authority(head, signer),
        bases=tuple(paper.bases) if paper else (),
        proposal=_proposal(reader, record.nomination),
        period=record.period,
        reason=campaign[1].name if campaign else None,
        awards=awards,
        total=total(awards),
        signature=signature(head.header, signer),
        later=tuple(_later(reader, path)),
        missing=missing,
    )


def certificates(reader: Reader, path: str, only: str = "", missing: tuple[str, ...] = ()) -> Certificates:
    """Return the certificates of a decision; rows that were revoked have none.

    Args:
        only: the id of an award; without it all *bằng khen* and *giấy khen*.
    """
    made = decision_paper(reader, path)
    kinds: dict[str, str] = dict(reader.register.ask("SELECT id, kind FROM catalogue"))
    wanted = [one for one in made.awards if (one.award == only if only else kinds.get(one.award) in CERTIFIED)]
    return Certificates(
        title=f"Bằng khen, giấy khen - {made.title}",
        certificates=tuple(
            _certificate(made, award, kinds.get(award.award, ""), row)
            for award in wanted
            for part in award.parts
            for row in part.rows
            if not row.revoked
        ),
        missing=missing,
    )


def _certificate(made: DecisionPaper, award: AwardList, kind: str, row: Listed) -> Certificate:
    return Certificate(
        authority=made.authority,
        award=award.name,
        award_kind=kind,
        recipient=row.name,
        post=", ".join(part for part in (row.position, row.unit) if part),
        achievement=row.achievement,
        posthumous=row.posthumous,
        number=made.head.number,
        date=made.head.date,
        place=made.head.header.place,
        signature=made.signature,
        record=row.record,
    )


def _record(reader: Reader, path: str) -> AwardRecord:
    record = reader.record(path, AwardRecord)
    if record is None:
        raise ValueError(f"{path} is no decision")
    return record


def _authority(head: PaperHead, signer: Signer | None) -> str:
    """`CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG …` where the chair signs, or a deputy for them; else the body."""
    body = f"{head.header.superior} {head.header.body}" if head.header.is_own else head.header.body
    post = signer.position.upper() if signer and signer.position else ""
    if signer and signer.capacity is Capacity.KT:
        post = post.removeprefix(DEPUTY)
    return f"{_CHAIR} {body}" if head.header.is_own and f"{post} ".startswith(f"{_CHAIR} ") else body


def _later(reader: Reader, path: str) -> Iterator[LaterPaper]:
    """Papers that correct the decision, then those that withdrew rows of it, each with whom it is about."""
    names: dict[tuple[bool, str | None, str | None, str], dict[str, None]] = {}
    for value in values_of_decision(reader.register, path):
        names.setdefault((False, value.number, value.date, value.path), {})[reader.name(value.name) or ""] = None
    for row in withdrawn_rows(reader.register, path):
        for by in row.papers:
            names.setdefault((True, by.number, by.date, by.path), {})[reader.name(row.name) or row.name] = None
    for (withdraws, number, day, of), those in names.items():
        listed_names = tuple(name for name in those if name)
        yield LaterPaper(withdraws, number, date.fromisoformat(day) if day else None, of, listed_names)


def _proposal(reader: Reader, id_: str | None) -> Proposal | None:
    found = reader.by_id("nominations", id_, Nomination) if id_ else None
    if found is None:
        return None
    return Proposal(reader.name(found[1].by), found[1].number, found[1].date)


def _awards(reader: Reader, path: str, record: AwardRecord) -> tuple[AwardList, ...]:
    revoked = _revoked(reader, path)
    found = []
    for place, group in enumerate(record.awards):
        rows = list(_rows(reader, path, place, group, revoked))
        counted = _counted(reader, path, place, group)
        if not rows and not counted and group.described is None:
            continue  # all its rows were moved to another award
        found.append(award_list(reader, group.award, group.name, rows, counted, group.described))
    return in_order(reader, found)


def _rows(reader: Reader, path: str, place: int, group: AwardGroup, revoked: set[str]) -> Iterator[Listed]:
    for number, recipient in enumerate(group.recipients):
        route = ("awards", place, "recipients", number)
        record = reader.trace(path, route)
        row = listed(reader, recipient, group.award, record)
        stated = reader.library.stated_route(path, route)
        yield replace(row, record=replace(record, label=row.name), revoked=route_text(stated) in revoked)


def _counted(reader: Reader, path: str, place: int, group: AwardGroup) -> list[tuple[Counts, Trace]]:
    if group.counted is None:
        return []
    return [(group.counted, reader.trace(path, ("awards", place, "counted"), group.name or group.award))]


def _revoked(reader: Reader, path: str) -> set[str]:
    """The routes of rows that were withdrawn."""
    rows = reader.register.ask(
        "SELECT route FROM award_row JOIN file ON file.id = award_row.file WHERE file.path = ? AND award_row.revoked",
        (path,),
    )
    return {route for (route,) in rows}
