"""What the register holds of a unit in one year: who of its people holds what, discipline, its place in a bloc, targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.career_rows import DisciplineRow
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class HolderRow:
    """One person who holds an award of a year; what tells namesakes apart makes two of them."""

    key: str
    unit: str | None
    apart: str | None
    award: str
    basis: str | None
    authority: str | None
    number: str | None
    decided: str | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class RankRow:
    """A unit's place in a bloc of a year.

    Attributes:
        level: of the bloc's organiser, as the bloc or the organiser's own record says.
        rank: the stated one.
    """

    bloc: str
    level: str | None
    rank: int | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class TargetRow:
    """How many targets of a year a unit exceeded; `short` of those it named it did not."""

    total: int | None
    exceeded: int | None
    short: int
    path: str
    line: int


def holders(register: Register, year: int, awards: tuple[str, ...]) -> list[HolderRow]:
    """Return everybody who holds one of the awards for a year, wherever."""
    marks = ", ".join("?" * len(awards))
    found = register.ask(
        f"""SELECT award_row.name_key, award_row.unit, COALESCE(award_row.person, award_row.apart), award_row.award,
            decision.basis, decision.authority, decision.number, decision.date, file.path, award_row.line
            FROM decision JOIN award_row ON award_row.file = decision.file JOIN file ON file.id = decision.file
            WHERE decision.year = ? AND award_row.kind = 'ca-nhan' AND NOT award_row.revoked AND award_row.award IN ({marks})
            ORDER BY file.path, award_row.place""",  # noqa: S608 - marks only
        (year, *awards),
    )
    return [HolderRow(*row) for row in found]


def disciplined_in(register: Register, start: str, end: str) -> list[DisciplineRow]:
    """Return the disciplines that hold on some day of a time, of everybody."""
    found = register.ask(
        """SELECT discipline.name_key, discipline.unit, discipline.person, discipline.level, discipline.start, discipline."end",
           file.path, discipline.line FROM discipline JOIN file ON file.id = discipline.file
           WHERE discipline.start <= ? AND COALESCE(discipline."end", '9999') >= ? ORDER BY file.path, discipline.line""",
        (end, start),
    )
    return [DisciplineRow(*row) for row in found]


def results_of(register: Register, units: tuple[str, ...], year: int) -> list[tuple[str, str | None]]:
    """Return unit and result of everybody on the rosters of some units."""
    marks = ", ".join("?" * len(units))
    statement = f"SELECT unit, result FROM member WHERE year = ? AND unit IN ({marks})"  # noqa: S608 - marks only
    return register.ask(statement, (year, *units))


def targets_of(register: Register, unit: str, year: int) -> list[TargetRow]:
    """Return what is recorded of a unit's targets of a year."""
    found = register.ask(
        """SELECT target_sum.total, target_sum.exceeded, target_sum.short, file.path, target_sum.line
           FROM target_sum JOIN file ON file.id = target_sum.file WHERE target_sum.unit = ? AND target_sum.year = ?
           ORDER BY file.path, target_sum.line""",
        (unit, year),
    )
    return [TargetRow(*row) for row in found]


def ranks_of(register: Register, unit: str, year: int) -> list[RankRow]:
    """Return the blocs a unit is a member of in a year, with its place where one is stated."""
    found = register.ask(
        """SELECT bloc_member.bloc, COALESCE(bloc.level, organisation.level),
           (SELECT bloc_score.rank FROM bloc_score WHERE bloc_score.file = bloc_member.file
            AND bloc_score.member = bloc_member.member AND bloc_score.final LIMIT 1), file.path, 1
           FROM bloc_member JOIN file ON file.id = bloc_member.file LEFT JOIN bloc ON bloc.id = bloc_member.bloc
           LEFT JOIN organisation ON organisation.id = bloc.organiser
           WHERE bloc_member.member = ? AND bloc_member.year = ? ORDER BY file.path""",
        (unit, year),
    )
    return [RankRow(*row) for row in found]
