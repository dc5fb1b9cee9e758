"""Papers of one nomination: the submission with its list, the list alone, and the minutes of the council."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.campaign import Campaign
from thidua.model.nomination import Nomination
from thidua.report.paper import AwardList, PaperHead, Signature, award_list, ballot, in_order, listed, paper_head, total
from thidua.store.private import PrivatePeople
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from datetime import date

    from thidua.model.base import Counts
    from thidua.model.period import Period
    from thidua.report.numbers import Numbers
    from thidua.report.paper import Listed
    from thidua.report.reader import Reader
    from thidua.report.values import Trace

SUBMISSION, LIST, MINUTES = "submission", "list", "minutes"


@dataclass(frozen=True, slots=True)
class OpinionLine:
    """What a body that was asked says."""

    by: str | None
    number: str | None
    date: date | None
    opinion: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class NominationPaper:
    """A dossier as one of its papers.

    Attributes:
        kind: `submission`, `list` or `minutes`.
        number, dated: of the submission.
        voted: whether a vote is recorded on any row.
        approved, rejected, open: how many the council agreed to, refused, and has not answered.
    """

    kind: str
    title: str
    head: PaperHead
    number: str | None
    dated: date | None
    by: str | None
    to: str | None
    period: Period | None
    reason: str | None
    council: str | None
    council_date: date | None
    opinions: tuple[OpinionLine, ...]
    awards: tuple[AwardList, ...]
    total: Numbers
    voted: bool
    approved: Numbers
    rejected: Numbers
    open: Numbers
    signature: Signature
    missing: tuple[str, ...]


_TITLES = {SUBMISSION: "Tờ trình", LIST: "Danh sách trích ngang", MINUTES: "Biên bản xét khen thưởng"}
_LETTERS = {SUBMISSION: "TTr", LIST: "DS", MINUTES: "BB"}


def nomination_paper(reader: Reader, path: str, kind: str, missing: tuple[str, ...] = ()) -> NominationPaper:
    """Return one of a dossier's papers. What the record does not say stays blank."""
    record = reader.record(path, Nomination)
    if record is None:
        raise ValueError(f"{path} is no nomination")
    rows = [(one.award, one.recipient) for one in record.rows if one.recipient is not None]
    people = PrivatePeople(reader.library.workspace.root, reader.register, rows) if kind != MINUTES else None
    awards = _awards(reader, path, record, people=people)
    issuer, number, day = record.by, record.number, record.date
    if kind == MINUTES:
        issuer, number, day = record.to, None, record.council_date
    elif kind == LIST:
        number, day = None, None
    campaign = reader.by_id("campaigns", record.campaign, Campaign) if record.campaign else None
    return NominationPaper(
        kind=kind,
        title=f"{_TITLES[kind]} {record.number or ''}".strip(),
        head=paper_head(reader, issuer, _LETTERS[kind], number, day),
        number=record.number,
        dated=record.date,
        by=reader.name(record.by),
        to=reader.name(record.to),
        period=record.period,
        reason=campaign[1].name if campaign else None,
        council=record.council,
        council_date=record.council_date,
        opinions=tuple(
            OpinionLine(reader.name(one.by), one.number, one.date, one.opinion, one.text) for one in record.opinions
        ),
        awards=awards,
        total=total(awards),
        voted=any(row.vote is not None for row in record.rows),
        approved=_with(reader, path, record, "thong-qua"),
        rejected=_with(reader, path, record, "khong-thong-qua"),
        open=_with(reader, path, record, None),
        signature=Signature((), None),
        missing=missing,
    )


def _awards(
    reader: Reader,
    path: str,
    record: Nomination,
    outcomes: tuple[str | None, ...] | None = None,
    people: PrivatePeople | None = None,
) -> tuple[AwardList, ...]:
    rows: dict[str, list[Listed]] = {}
    counted: dict[str, list[tuple[Counts, Trace]]] = {}
    for place, one in enumerate(record.rows):
        if outcomes is not None and one.outcome not in outcomes:
            continue
        at = reader.trace(path, ("rows", place))
        rows.setdefault(one.award, [])
        if one.recipient is not None:
            known = people.of(one.award, one.recipient) if people else None
            row = listed(reader, one.recipient, one.award, at, known)
            rows[one.award].append(
                replace(row, record=replace(at, label=row.name), ballot=ballot(one.vote), outcome=one.outcome)
            )
        if one.counted is not None:
            counted.setdefault(one.award, []).append((one.counted, at))
    return in_order(
        reader, [award_list(reader, award, None, its, counted.get(award, ())) for award, its in rows.items()]
    )


def _with(reader: Reader, path: str, record: Nomination, outcome: str | None) -> Numbers:
    """How many rows have an outcome; without one, those the council has not answered."""
    return total(_awards(reader, path, record, (outcome,) if outcome else (None, "de-nghi")))
