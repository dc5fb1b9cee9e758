"""What one row of the register tells of a recipient, of a unit in a year, or of an organisation."""

from __future__ import annotations

from thidua.value_class import dataclass


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One granted award of one recipient; what was revoked is none.

    Attributes:
        key: the name's key; of a collective, its id where it has one.
        basis: why it counts in `year`: `period`, `date` or `year`.
        start, end: days of the achievement's period.
    """

    key: str
    name: str
    kind: str
    unit: str | None
    person: str | None
    apart: str | None
    award: str
    method: str | None
    year: int | None
    basis: str | None
    start: str | None
    end: str | None
    decided: str | None
    number: str | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One person on a unit's roster of a year; days away are working days, `away_unsaid` those without a ground."""

    key: str
    name: str
    unit: str
    year: int
    person: str | None
    result: str | None
    no_title: str | None
    recruited: str | None
    away: int | None
    away_maternity: int
    away_wounds: int
    away_unsaid: int
    training_years: int | None
    training_result: str | None
    moved_from: str | None
    months_before: int | None
    old_unit_agrees: str | None
    start: str
    end: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class DisciplineRow:
    """A discipline and the days for which it holds."""

    key: str
    unit: str
    person: str | None
    level: str
    start: str
    end: str | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One author's recognised initiative, or what may stand for one."""

    key: str
    name: str
    unit: str | None
    person: str | None
    year: int | None
    reach: str
    kind: str
    work: str
    decided: str | None
    number: str | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A unit in one year."""

    unit: str
    year: int
    start: str
    end: str
    result: str | None
    headcount: int | None
    completed: int | None
    listed: int
    path: str


@dataclass(frozen=True, slots=True)
class DeclaredRow:
    """What is wholly recorded, of which unit and for which days; `award` is empty for all."""

    unit: str
    start: str
    end: str
    kept: str
    award: str
    path: str

    def covers(self, kept: str, year: int, award: str) -> bool:
        """Whether it says that all of a kind, or all that was given of an award, is recorded for the whole of a year."""
        return (
            self.kept == kept
            and self.start <= f"{year}-01-01"
            and f"{year}-12-31" <= self.end
            and self.award in ("", award)
        )


@dataclass(frozen=True, slots=True)
class PostingRow:
    """A post of a person who has a record, under one of the person's names."""

    person: str
    name: str
    unit: str | None
    unit_key: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """An organisation, as far as it bears on what it may be given."""

    id: str
    name: str
    parent: str | None
    start: str | None
    end: str | None
    path: str
