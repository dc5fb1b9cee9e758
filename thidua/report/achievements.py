"""The tables of earlier awards with which a dossier's report of achievements ends."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.model.lists import AwardGroupKind
from thidua.report.values import Trace
from thidua.store.catalogue import catalogue
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from thidua.report.reader import Reader
    from thidua.store.looked_up import Given, Group


@dataclass(frozen=True, slots=True)
class Achievement:
    """One line: the year, the award, the decision and who issued it; what is not known is `None`."""

    record: Trace
    year: int | None
    award: str
    number: str | None
    date: date | None
    authority: str | None


@dataclass(frozen=True, slots=True)
class Achievements:
    """Awards of one person or one unit, by year.

    Attributes:
        revoked: how many rows were withdrawn; they are left out.
    """

    kind: str = field(default="achievements", init=False)
    title: str
    name: str
    unit: str | None
    titles: tuple[Achievement, ...]
    forms: tuple[Achievement, ...]
    revoked: int
    missing: tuple[str, ...]


def achievements(reader: Reader, group: Group, missing: tuple[str, ...] = ()) -> Achievements:
    """Return the two tables of a person or unit. Praise and plain money stand in neither."""
    groups = {one.id: one.group for one in catalogue(reader.register).values()}
    held = [one for one in group.awards if not one.revoked]
    return Achievements(
        title=f"Thành tích khen thưởng - {group.name}",
        name=group.name,
        unit=group.unit,
        titles=tuple(_line(one) for one in held if groups.get(one.award_id) == AwardGroupKind.TITLE),
        forms=tuple(_line(one) for one in held if groups.get(one.award_id) == AwardGroupKind.FORM),
        revoked=len(group.awards) - len(held),
        missing=missing,
    )


def _line(one: Given) -> Achievement:
    day = date.fromisoformat(one.date) if one.date else None
    return Achievement(Trace(one.path, one.line, one.name), one.year, one.award, one.number, day, one.authority)
