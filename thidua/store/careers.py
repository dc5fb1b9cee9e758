"""What the register holds of recipients over the years: all that a judgement of one award may need of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from thidua.store.career_rows import (
    DeclaredRow,
    DisciplineRow,
    HeldRow,
    MemberRow,
    PostingRow,
    RosterRow,
    UnitRow,
    WorkRow,
)
from thidua.store.packed import unpacked
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.store.register import Register


T = TypeVar("T")


_FEW = "asked CROSS JOIN award_row ON award_row.name_key = asked.key JOIN decision ON decision.file = award_row.file"
_MANY = "decision CROSS JOIN award_row ON award_row.file = decision.file JOIN asked ON asked.key = award_row.name_key"

MANY = 300
"""From how many names on it is cheaper to read all rows of the years than to look up each name."""


def ask_about(register: Register, keys: Iterable[str]) -> None:
    """Set which names the questions below are about."""
    register.do("DELETE FROM asked")
    register.do_many("INSERT OR IGNORE INTO asked VALUES (?)", ((key,) for key in keys))


_HELD = """
SELECT award_row.name_key AS key, award_row.name, award_row.kind, award_row.unit, award_row.person, award_row.apart,
       award_row.award, COALESCE(award_row.method, decision.method) AS method, decision.year, decision.basis,
       decision.start, decision."end", decision.date AS decided, decision.number, file.path, award_row.line
FROM {join} JOIN file ON file.id = award_row.file WHERE NOT award_row.revoked AND award_row.kind {kind} {only}
ORDER BY decision.year, decision.date, file.path, award_row.line
"""


@dataclass(frozen=True, slots=True)
class Only:
    """Which awards of people are asked for.

    Attributes:
        awards: these; of no other award unless it is of `year`.
        since: and only from this year on.
    """

    awards: tuple[str, ...]
    year: int = 0
    since: int = 0


def held_by_people(register: Register, only: Only | None = None) -> list[HeldRow]:
    """Return what the people asked about were given, the earliest first."""
    join = _MANY if register.one("SELECT count(*) FROM asked") > MANY else _FEW
    if only is None:
        return _rows(register, _HELD.format(join=join, kind="= 'ca-nhan'", only=""), HeldRow)
    marks = ", ".join("?" * len(only.awards))
    chosen = f"AND (award_row.award IN ({marks}) OR decision.year = ?)"
    values: tuple[object, ...] = (*only.awards, only.year)
    if only.since:
        chosen += " AND (decision.year >= ? OR decision.year IS NULL)"
        values = (*values, only.since)
    return _rows(register, _HELD.format(join=join, kind="= 'ca-nhan'", only=chosen), HeldRow, values)


def held_by_others(register: Register) -> list[HeldRow]:
    """Return what the collectives or households asked about were given, the earliest first."""
    return _rows(register, _HELD.format(join=_FEW, kind="<> 'ca-nhan'", only=""), HeldRow)


def member_years(register: Register) -> list[MemberRow]:
    """Return the rosters' rows of the people asked about."""
    return _rows(
        register,
        """SELECT member.name_key AS key, member.name, member.unit, member.year, member.person, member.result, member.no_title,
           member.recruited, member.away, member.away_maternity, member.away_wounds, member.away_unsaid, member.training_years,
           member.training_result, member.moved_from, member.months_before, member.old_unit_agrees, roster.start, roster."end", file.path, member.line
           FROM asked CROSS JOIN member ON member.name_key = asked.key JOIN file ON file.id = member.file
           JOIN roster ON roster.file = member.file ORDER BY member.year, file.path, member.place""",
        MemberRow,
    )


def disciplines(register: Register) -> list[DisciplineRow]:
    """Return the disciplines of the people asked about."""
    return _rows(
        register,
        """SELECT discipline.name_key AS key, discipline.unit, discipline.person, discipline.level, discipline.start,
           discipline."end", file.path, discipline.line
           FROM asked CROSS JOIN discipline ON discipline.name_key = asked.key JOIN file ON file.id = discipline.file
           ORDER BY discipline.start, file.path, discipline.line""",
        DisciplineRow,
    )


def works(register: Register) -> list[WorkRow]:
    """Return the recognised initiatives of the people asked about."""
    return _rows(
        register,
        """SELECT initiative.name_key AS key, initiative.name, initiative.unit, initiative.person, initiative.year,
           initiative.reach, initiative.kind, initiative.work, initiative.date AS decided, initiative.number, file.path, initiative.line
           FROM asked CROSS JOIN initiative ON initiative.name_key = asked.key JOIN file ON file.id = initiative.file
           ORDER BY initiative.year, file.path, initiative.line""",
        WorkRow,
    )


def postings(register: Register) -> list[PostingRow]:
    """Return the people who have records, under each of their names, with their posts; one row where there is none."""
    return _rows(
        register,
        """SELECT name.record AS person, name.text AS name, posting.unit, posting.unit_key, posting.start, posting."end"
           FROM name LEFT JOIN posting ON posting.person = name.record WHERE name.folder = 'people' ORDER BY name.record, name.rowid""",
        PostingRow,
    )


def names_in_rows(register: Register) -> list[tuple[str, str]]:
    """Return the ids of people that rows name, each with the key of the name beside it."""
    return register.ask(
        """SELECT person, name_key FROM award_row WHERE person IS NOT NULL
           UNION SELECT person, name_key FROM member WHERE person IS NOT NULL
           UNION SELECT person, name_key FROM discipline WHERE person IS NOT NULL
           UNION SELECT person, name_key FROM initiative WHERE person IS NOT NULL"""
    )


def declared(register: Register) -> list[DeclaredRow]:
    """Return everything that is declared to be wholly recorded."""
    return _rows(
        register,
        """SELECT declaration.unit, declaration.start, declaration."end", declaration.kept, declaration.award, file.path
           FROM declaration JOIN file ON file.id = declaration.file ORDER BY file.path, declaration.rowid""",
        DeclaredRow,
    )


def rosters(register: Register) -> list[RosterRow]:
    """Return the years of the units asked about, by their ids."""
    return _rows(
        register,
        """SELECT roster.unit, roster.year, roster.start, roster."end", roster.result, roster.headcount, roster.completed,
           roster.listed, file.path
           FROM asked CROSS JOIN roster ON roster.unit = asked.key JOIN file ON file.id = roster.file ORDER BY roster.year, file.path""",
        RosterRow,
    )


def units(register: Register) -> list[UnitRow]:
    """Return every organisation."""
    return _rows(
        register,
        """SELECT organisation.id, organisation.name, organisation.parent, organisation.start, organisation."end", file.path
           FROM organisation JOIN file ON file.id = organisation.file ORDER BY organisation.id""",
        UnitRow,
    )


def unit_names(register: Register) -> list[tuple[str, str]]:
    """Return every name that an organisation has or had: the text and the id."""
    return register.ask("SELECT text, record FROM name WHERE folder = 'organisations' ORDER BY record, rowid")


def conferred_without_power(register: Register) -> list[tuple[str, str]]:
    """Return file and name of the awards of which a check says that their authority may not confer them."""
    found = register.ask("SELECT content FROM finding WHERE code = 'TD401'")
    findings = (unpacked("TD401", content) for (content,) in found)
    return [(one.at.path, str(one.values.get("award", ""))) for one in findings]


def successions(register: Register) -> list[tuple[str, str]]:
    """Return which organisation was followed by which."""
    return register.ask("SELECT id, successor FROM succession ORDER BY id, successor")


def _rows(register: Register, statement: str, row: type[T], values: tuple[object, ...] = ()) -> list[T]:
    return [row(*one) for one in register.ask(statement, values)]
