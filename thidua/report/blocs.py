"""A bloc's year, alone or as part of a year's or a campaign's report."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua.report.facts import (
    Conference,
    Document,
    Event,
    Movement,
    NamedFigure,
    Recognition,
    TargetLine,
    conferences,
    documents,
    events,
    figures,
    movements,
    people,
    recognitions,
    target_lines,
    tasks,
)
from thidua.report.values import Figure, Person
from thidua.value_class import dataclass
from thidua.vietnamese.order import sort_key

if TYPE_CHECKING:
    from datetime import date

    from thidua.model import fact as model
    from thidua.model.bloc import BlocYear
    from thidua.report.reader import Reader


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """A pledge: when it was signed, by whom, before whom, with which targets."""

    year: int
    date: date | None
    signers: tuple[str, ...]
    witnesses: tuple[str, ...]
    targets: tuple[TargetLine, ...]
    doubt: int


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """What one member scored. The total is the record's, else points with bonus and without deduction."""

    member: str
    points: Decimal | None
    bonus: Decimal | None
    deduction: Decimal | None
    total: Figure | None
    rank: int | None
    tier: str | None


@dataclass(frozen=True, slots=True)
class BlocLine:
    """A bloc in one year."""

    id: str
    name: str
    year: int
    members: tuple[str, ...]
    member_count: Figure | None
    complete: bool
    leader: str | None
    deputies: tuple[str, ...]
    pledge: PledgeLine | None
    scores: tuple[ScoreLine, ...]
    conferences: tuple[Conference, ...]
    movements: tuple[Movement, ...]
    figures: tuple[NamedFigure, ...]
    events: tuple[Event, ...]
    recognitions: tuple[Recognition, ...]
    documents: tuple[Document, ...]
    tasks: tuple[Event, ...]
    occasions: tuple[str, ...]
    shortcomings: tuple[str, ...]
    mentioned: tuple[Person, ...]
    doubt: int


def bloc_line(
    reader: Reader, path: str, id_: str, name: str, record: BlocYear, campaign: str | None = None
) -> BlocLine:
    """Return a bloc's year for printing; with `campaign`, of what it did only what is told of that campaign."""
    year = int(path.split("/")[2])
    return BlocLine(
        id=id_,
        name=name,
        year=year,
        members=tuple(reader.name(one) or one for one in record.members),
        member_count=_member_count(reader, path, record),
        complete=record.members_complete == "co",
        leader=reader.name(record.leader),
        deputies=tuple(reader.name(one) or one for one in record.deputies),
        pledge=pledge_line(reader, path, ("pledge",), year, record.pledge) if record.pledge else None,
        scores=_scores(reader, path, record),
        conferences=conferences(reader, path, record.conferences),
        movements=movements(reader, path, record, campaign),
        figures=figures(reader, path, record, campaign),
        events=events(reader, path, record, campaign),
        recognitions=recognitions(reader, path, record, campaign),
        documents=documents(reader, path, record.documents),
        tasks=tasks(reader, path, record.tasks),
        occasions=record.occasions,
        shortcomings=record.shortcomings,
        mentioned=people(record.mentioned),
        doubt=reader.doubt(path, (), record),
    )


def pledge_line(reader: Reader, path: str, route: tuple[str | int, ...], year: int, pledge: model.Pledge) -> PledgeLine:
    """Return a pledge of a year for printing."""
    return PledgeLine(
        year,
        pledge.date,
        tuple(reader.name(one) or one for one in pledge.signers),
        tuple(reader.name(one) or one for one in pledge.witnesses),
        target_lines(reader, path, (*route, "targets"), pledge.targets),
        reader.doubt(path, route, pledge),
    )


def _member_count(reader: Reader, path: str, record: BlocYear) -> Figure | None:
    if record.members_counted is not None:
        return Figure(record.members_counted, (reader.trace(path, ("members_counted",)),))
    if record.members and record.members_complete == "co":
        return Figure(len(record.members), (reader.trace(path, ("members",)),))
    return None


def _scores(reader: Reader, path: str, record: BlocYear) -> tuple[ScoreLine, ...]:
    lines = []
    for place, one in enumerate(record.scores):
        total = one.total
        if total is None and one.points is not None:
            total = one.points + (one.bonus or 0) - (one.deduction or 0)
        trace = (reader.trace(path, ("scores", place)),)
        figure = Figure(total, trace, doubt=reader.doubt(path, ("scores", place), one)) if total is not None else None
        member = reader.name(one.member) or one.member
        lines.append(ScoreLine(member, one.points, one.bonus, one.deduction, figure, one.rank, one.tier))
    return tuple(sorted(lines, key=_standing))


def _standing(line: ScoreLine) -> tuple[object, ...]:
    total = Decimal(line.total.value) if line.total is not None else Decimal(-1)
    return line.rank is None, line.rank or 0, -total, sort_key(line.member)
