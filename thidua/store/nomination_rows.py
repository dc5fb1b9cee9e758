"""A nomination as rows of the register: the dossier, and each row of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import route_text
from thidua.store.recipients import COUNTED, recipient_key, recipient_name
from thidua.vietnamese.text import fold, number_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua.diagnostics import Route
    from thidua.model.nomination import NominatedRow, Nomination
    from thidua.model.period import Period
    from thidua.store.rows import Lines, Row

QUESTIONS = "general"
"""The section of the law whose entries ask what no record tells."""


def nomination_rows(id_: str, record: Nomination, line: Lines) -> Iterator[Row]:
    """Return a dossier and its rows."""
    notice = record.notice
    yield (
        "nomination",
        (
            id_, record.number, number_key(record.number) if record.number else None, _day(record.date),
            _day(record.received), record.by, record.to, record.period.text if record.period else None, *_days(record.period),
            record.method, record.campaign, _day(record.council_date), _day(notice.start) if notice else None,
            _day(notice.end) if notice else None, _year(id_, record, record.period),
        ),
    )  # fmt: skip
    for place, row in enumerate(record.rows):
        yield from _rows(id_, record, place, row, line)
        for at, answer in enumerate(row.answers):
            route = route_text(("rows", place, "answers", at, "question"))
            yield "law_reference", (QUESTIONS, answer.question, route)


def _rows(id_: str, record: Nomination, place: int, row: NominatedRow, line: Lines) -> Iterator[Row]:
    for route, kind, who, number in _nominees(place, row):
        vote, period = row.vote, row.period or record.period
        votes = (vote.members, vote.present, vote.in_writing, vote.for_, vote.against) if vote else (None,) * 5
        yield (
            "nominated_row",
            (
                place, route_text(route), line(route), row.award, kind, *who, number, *votes, row.outcome, *_days(period),
                _year(id_, record, period),
            ),
        )  # fmt: skip


def _nominees(place: int, row: NominatedRow) -> Iterator[tuple[Route, str, tuple[str | None, ...], int]]:
    """Return where a nominee stands, of what kind it is, who it is, and how many."""
    if row.recipient is not None:
        one = row.recipient
        name, kind = recipient_name(one)
        unit = fold(one.unit) if one.unit else None
        who = (
            name,
            recipient_key(name),
            fold(name),
            one.unit,
            unit,
            one.position,
            one.person,
            one.different_from_namesake,
        )
        yield ("rows", place), kind, who, 1
    if row.counted is not None:
        for field, kind in COUNTED.items():
            number = getattr(row.counted, field)
            if number is not None:
                yield ("rows", place, "counted", field), kind, (None,) * 8, number


def _year(id_: str, record: Nomination, period: Period | None) -> int:
    if period is not None:
        return period.year
    day = record.date or record.received or record.council_date
    return day.year if day is not None else int(id_[:4])


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _days(period: Period | None) -> tuple[str | None, str | None]:
    return (period.start.isoformat(), period.end.isoformat()) if period is not None else (None, None)
