"""Facts that several reports print: documents, conferences, events, recognitions, works, figures, tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.report.values import Figure, Person, Words
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from thidua.diagnostics import Route
    from thidua.model import fact as model
    from thidua.model.bloc import BlocYear
    from thidua.model.campaign import Campaign
    from thidua.model.period import Period
    from thidua.model.year import OrganisationYear
    from thidua.report.reader import Reader

    Holder = OrganisationYear | BlocYear | Campaign
    """A record that holds facts in lists."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is cited, by its kind, number and symbol."""

    name: Words
    date: date | None
    by: str | None
    subject: str | None


@dataclass(frozen=True, slots=True)
class Conference:
    """A conference. `when` stands where there is no day."""

    name: str | None
    date: date | None
    when: str | None
    place: str | None
    organisation: str | None
    purposes: tuple[str, ...]
    chair: tuple[Person, ...]
    attended: tuple[Person, ...]
    doubt: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that took place, or a task of the time to come."""

    name: Words
    date: date | None
    when: str | None
    of: str | None


@dataclass(frozen=True, slots=True)
class Recognition:
    """A recognition by the State that is no award and enters no total."""

    recipient: str
    title: str
    rank: str | None
    authority: str | None
    date: date | None
    doubt: int


@dataclass(frozen=True, slots=True)
class Work:
    """A work that carries a commemorative plate."""

    name: Words
    section: str | None
    level: str | None
    recognised_by: str | None


@dataclass(frozen=True, slots=True)
class Movement:
    """A movement that units run within a campaign or a bloc's year."""

    name: Words
    of: tuple[str, ...]
    theme: str | None
    motto: str | None
    title_sought: str | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure and what it is of.

    Attributes:
        follows: the name reads on after the figure (`180 doanh nghiệp thành lập mới`); otherwise before it.
    """

    name: str
    figure: Figure
    follows: bool
    plan: bool
    of: str | None
    against_plan: str | None
    period: Period | None


def documents(reader: Reader, path: str, cited: Iterable[model.Cited], at: str = "documents") -> tuple[Document, ...]:
    """Return the documents a record cites."""
    return tuple(
        Document(Words(one.name, reader.doubt(path, (at, place), one)), one.date, reader.name(one.by), one.subject)
        for place, one in enumerate(cited)
    )


def conferences(reader: Reader, path: str, held: Iterable[model.Conference]) -> tuple[Conference, ...]:
    """Return the conferences of a record, in its order."""
    return tuple(
        Conference(
            one.name,
            one.date,
            one.when,
            reader.name(one.place),
            reader.name(one.organisation),
            one.purposes,
            people(one.chair),
            people(one.attended),
            reader.doubt(path, ("conferences", place), one),
        )
        for place, one in enumerate(held)
    )


def people(attendees: Iterable[model.Attendee]) -> tuple[Person, ...]:
    """Return people as a document names them, in its order."""
    return tuple(Person(one.name, one.positions, one.role) for one in attendees)


def events(reader: Reader, path: str, record: Holder, campaign: str | None = None) -> tuple[Event, ...]:
    """Return what took place; with `campaign`, only what is told of that campaign."""
    return tuple(
        _event(reader, path, ("events", place), one)
        for place, one in enumerate(record.events)
        if campaign is None or one.campaign == campaign
    )


def tasks(reader: Reader, path: str, planned: Iterable[model.Planned]) -> tuple[Event, ...]:
    """Return the tasks of a year."""
    return tuple(
        Event(Words(one.name, reader.doubt(path, ("tasks", place), one)), one.date, one.when, None)
        for place, one in enumerate(planned)
    )


def _event(reader: Reader, path: str, route: Route, one: model.Event) -> Event:
    return Event(Words(one.name, reader.doubt(path, route, one)), one.date, one.when, reader.name(one.of))


def recognitions(reader: Reader, path: str, record: Holder, campaign: str | None = None) -> tuple[Recognition, ...]:
    """Return the recognitions of a record; with `campaign`, only those told of that campaign."""
    return tuple(
        Recognition(
            reader.name(one.recipient) or one.recipient,
            one.title,
            one.rank,
            reader.name(one.authority),
            one.date,
            reader.doubt(path, ("recognitions", place), one),
        )
        for place, one in enumerate(record.recognitions)
        if campaign is None or one.campaign == campaign
    )


def works(reader: Reader, path: str, gained: Iterable[model.Work]) -> tuple[Work, ...]:
    """Return the commemorated works of a record."""
    return tuple(
        Work(
            Words(one.name, reader.doubt(path, ("works", place), one)),
            one.section,
            one.level,
            reader.name(one.recognised_by),
        )
        for place, one in enumerate(gained)
    )


def movements(reader: Reader, path: str, record: Holder, campaign: str | None = None) -> tuple[Movement, ...]:
    """Return the movements of a record; with `campaign`, only those that are part of it."""
    return tuple(
        Movement(
            Words(one.name, reader.doubt(path, ("movements", place), one)),
            tuple(reader.name(unit) or unit for unit in one.of),
            one.theme,
            one.motto,
            one.title_sought,
            one.period,
        )
        for place, one in enumerate(record.movements)
        if campaign is None or one.campaign == campaign
    )


def figures(reader: Reader, path: str, record: Holder, campaign: str | None = None) -> tuple[NamedFigure, ...]:
    """Return the figures of a record that have a value; with `campaign`, only those told of that campaign."""
    found = []
    for place, one in enumerate(record.figures):
        told = campaign is None or one.campaign == campaign
        figure = reader.figure(path, ("figures", place), one) if told else None
        if figure is not None:
            found.append(
                NamedFigure(
                    one.name,
                    figure,
                    follows=one.as_printed is None and not is_measure(one.unit),
                    plan=one.kind == "ke-hoach",
                    of=reader.name(one.of),
                    against_plan=one.against_plan,
                    period=one.period,
                )
            )
    return tuple(found)


MEASURES = (
    "đồng",
    "usd",
    "%",
    "tấn",
    "km",
    "m2",
    "m²",
    "ha",
    "kwh",
    "điểm",
    "giờ",
    "ngày",
    "tháng",
    "năm",
    "kg",
    "mét",
    "lít",
)


def is_measure(unit: str | None) -> bool:
    """Whether a unit measures (`tỷ đồng`, `%`), so that what is measured is named before the figure."""
    return unit is not None and any(unit.casefold().split("/")[0].rstrip().endswith(one) for one in MEASURES)


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target by name."""

    name: str
    plan: Figure | None
    actual: Figure | None
    percent: Figure | None
    outcome: str | None
    when: str | None
    doubt: int


def target_lines(reader: Reader, path: str, route: Route, targets: Iterable[model.Target]) -> tuple[TargetLine, ...]:
    """Return targets, with the plan, what was reached, and the percent as stated."""
    return tuple(_target_line(reader, path, (*route, place), one) for place, one in enumerate(targets))


def _target_line(reader: Reader, path: str, route: Route, one: model.Target) -> TargetLine:
    trace = (reader.trace(path, route, one.name),)

    def figure(value: Decimal | None, unit: str | None) -> Figure | None:
        return Figure(value, trace, unit=unit) if value is not None else None

    return TargetLine(
        one.name,
        figure(one.plan, one.unit),
        figure(one.actual, one.unit),
        figure(one.stated_percent, "%"),
        one.outcome,
        one.when,
        reader.doubt(path, route, one),
    )
