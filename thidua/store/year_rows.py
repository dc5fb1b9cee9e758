"""What a recipient's years hold, as rows of the register: rosters, discipline, initiatives, what is declared whole, posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.lists import Outcome, YesNo
from thidua.model.year_lists import LeaveKind
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from thidua.model.declaration import Declaration
    from thidua.model.initiative import InitiativeRecord
    from thidua.model.person import Person
    from thidua.model.roster import Member, Roster
    from thidua.model.year import OrganisationYear
    from thidua.store.rows import Lines, Row

NAMES_DISTINCT = "ten-khac-nhau"
"""In `declaration.kept`: each name of the unit is one person."""


def person_rows(id_: str, record: Person) -> Iterator[Row]:
    """Return the posts of a person."""
    for post in record.postings:
        yield "posting", (id_, post.unit, name_key(post.unit), _day(post.start), _day(post.end))


def roster_rows(id_: str, record: Roster, line: Lines) -> Iterator[Row]:
    """Return a unit's year and its people; `id_` is `2023/phong-noi-vu`."""
    year_text, _, unit = id_.partition("/")
    year = int(year_text)
    start, end = _span(record, year)
    listed = len(record.members)
    yield "roster", (unit, year, start, end, record.result, record.headcount, record.completed, listed)
    for place, member in enumerate(record.members):
        here = line(("members", place))
        yield _member(place, here, unit, year, member)
        for period in member.discipline:
            yield "discipline", (
                here, unit, name_key(member.name), member.person, period.level, _day(period.start), _day(period.end),
            )  # fmt: skip


def _member(place: int, line: int, unit: str, year: int, one: Member) -> Row:
    away: dict[LeaveKind | None, int] = {}
    for leave in one.leave:
        away[leave.kind] = away.get(leave.kind, 0) + leave.days
    return "member", (
        place, line, unit, year, one.name, name_key(one.name), one.person, one.result, one.no_title, _day(one.recruited),
        sum(away.values()) if one.leave else None, away.get(LeaveKind.MATERNITY, 0), away.get(LeaveKind.WOUNDS, 0),
        away.get(None, 0),
        one.training.years if one.training else None, one.training.result if one.training else None,
        one.moved_from, one.months_before, one.old_unit_agrees,
    )  # fmt: skip


def target_rows(id_: str, record: OrganisationYear, line: Lines) -> Iterator[Row]:
    """Return what a unit's year says of its targets."""
    year, _, owner = id_.partition("/")
    for place, summary in enumerate(record.targets):
        short = sum(one.outcome in _NOT_EXCEEDED for one in summary.named) + (1 if summary.missed or summary.met else 0)
        yield "target_sum", (
            line(("targets", place)), summary.of or owner, int(year), summary.total, summary.exceeded, short,
        )  # fmt: skip


_NOT_EXCEEDED = (Outcome.MET, Outcome.ON_TRACK, Outcome.MISSED)


def initiative_rows(record: InitiativeRecord, line: Lines) -> Iterator[Row]:
    """Return every author of every recognised work."""
    paper = record.decision
    day = paper.date if paper else None
    year = record.year or (day.year if day else None)
    for place, work in enumerate(record.initiatives):
        for number, author in enumerate(work.authors):
            yield "initiative", (
                line(("initiatives", place, "authors", number)), year, work.reach or record.reach, work.kind, work.name,
                paper.number if paper else None, _day(day), author.name, name_key(author.name), author.unit, author.person,
            )  # fmt: skip


def declaration_rows(record: Declaration) -> Iterator[Row]:
    """Return what a declaration says is whole."""
    start, end = record.period.start.isoformat(), record.period.end.isoformat()
    for kept in record.complete:
        for award in record.awards or ("",):
            yield "declaration", (record.of, start, end, kept, award)
    if record.names_distinct is YesNo.YES:
        yield "declaration", (record.of, start, end, NAMES_DISTINCT, "")


def _span(record: Roster, year: int) -> tuple[str, str]:
    if record.period is not None:
        return record.period.start.isoformat(), record.period.end.isoformat()
    return f"{year}-01-01", f"{year}-12-31"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
