"""Campaigns as a year's report tells them: who launched them, when, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.report.facts import (
    Event,
    Movement,
    NamedFigure,
    TargetLine,
    Work,
    events,
    figures,
    movements,
    target_lines,
    works,
)
from thidua.report.values import Person, Words
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from datetime import date

    from thidua.model.campaign import Campaign
    from thidua.model.period import Period
    from thidua.report.reader import Reader


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """One campaign, with what its record says of aims and results."""

    id: str
    name: Words
    special: str | None
    kind: str | None
    theme: str | None
    watchword: str | None
    occasion: str | None
    period: Period | None
    launched: date | None
    launched_by: str | None
    launched_at: str | None
    launcher: Person | None
    objectives: tuple[str, ...]
    contents: tuple[str, ...]
    tasks: tuple[str, ...]
    linked_to: tuple[str, ...]
    targets: tuple[TargetLine, ...]
    movements: tuple[Movement, ...]
    figures: tuple[NamedFigure, ...]
    events: tuple[Event, ...]
    works: tuple[Work, ...]
    mentioned: tuple[Person, ...]

    @property
    def told(self) -> bool:
        """Whether there is more to say of it than a line of a table."""
        return any(
            (
                self.objectives,
                self.contents,
                self.tasks,
                self.targets,
                self.movements,
                self.figures,
                self.events,
                self.works,
                self.watchword,
            )
        )


def campaign_line(reader: Reader, path: str, id_: str, record: Campaign) -> CampaignLine:
    """Return a campaign for printing."""
    launch = record.launched
    person = launch.person if launch else None
    return CampaignLine(
        id=id_,
        name=Words(record.name, reader.doubt(path, (), record)),
        special=record.special,
        kind=record.kind,
        theme=record.theme,
        watchword=record.watchword,
        occasion=record.occasion,
        period=record.period,
        launched=launch.date if launch else None,
        launched_by=reader.name(launch.by) if launch else None,
        launched_at=launch.at if launch else None,
        launcher=Person(person.name, person.positions, person.role) if person else None,
        objectives=record.objectives,
        contents=record.contents,
        tasks=record.tasks,
        linked_to=record.linked_to,
        targets=target_lines(reader, path, ("targets",), record.targets),
        movements=movements(reader, path, record),
        figures=figures(reader, path, record),
        events=events(reader, path, record),
        works=works(reader, path, record.works),
        mentioned=tuple(Person(p.name, p.positions, p.role) for p in record.mentioned),
    )


@dataclass(frozen=True, slots=True)
class CampaignColumns:
    """Which columns of a table of campaigns have anything in them."""

    kind: bool
    launched_by: bool
    launched: bool
    period: bool
    theme: bool


def campaign_columns(lines: tuple[CampaignLine, ...]) -> CampaignColumns:
    return CampaignColumns(
        kind=any(c.kind or c.special for c in lines),
        launched_by=any(c.launched_by for c in lines),
        launched=any(c.launched for c in lines),
        period=any(c.period for c in lines),
        theme=any(c.theme for c in lines),
    )
