"""Who may be looked at for an award: names and units that hold at least part of what a route asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.vietnamese.text import fold, name_key

if TYPE_CHECKING:
    from thidua.store.register import Register

Seed = tuple[str, str | None]
"""The key of a name, and the unit as a row writes it."""


def people_with(register: Register, awards: tuple[str, ...], first: int, last: int, least: int) -> list[Seed]:
    """Return the people who hold one of the awards in at least so many of some years, with the units of these rows."""
    marks = ", ".join("?" * len(awards))
    rows = f"""FROM award_row JOIN decision ON decision.file = award_row.file
        WHERE decision.year BETWEEN ? AND ? AND award_row.award IN ({marks}) AND award_row.kind = 'ca-nhan' AND NOT award_row.revoked"""
    if least < 2:
        return register.ask(f"SELECT DISTINCT award_row.name_key, award_row.unit {rows}", (first, last, *awards))
    return register.ask(
        f"""WITH held AS MATERIALIZED (SELECT award_row.name_key AS key, award_row.unit AS unit, decision.year AS year {rows}),
            often AS (SELECT key FROM held GROUP BY key HAVING count(DISTINCT year) >= ?)
            SELECT DISTINCT held.key, held.unit FROM often JOIN held ON held.key = often.key""",  # noqa: S608
        (first, last, *awards, least),
    )


def members_with(register: Register, results: tuple[str, ...], first: int, last: int) -> list[Seed]:
    """Return everybody on a roster of some years; with `results`, only those with one of them."""
    if not results:
        return register.ask("SELECT DISTINCT name_key, unit FROM member WHERE year BETWEEN ? AND ?", (first, last))
    marks = ", ".join("?" * len(results))
    statement = f"SELECT DISTINCT name_key, unit FROM member WHERE year BETWEEN ? AND ? AND result IN ({marks})"  # noqa: S608
    return register.ask(statement, (first, last, *results))


def names_like(register: Register, folded: str) -> set[str]:
    """Return the keys of the names that read so without accents."""
    found = register.ask(
        """SELECT name_key, name FROM award_row WHERE folded = :name AND kind = 'ca-nhan'
           UNION SELECT name_key, name FROM member UNION SELECT name_key, name FROM initiative
           UNION SELECT '', text FROM name WHERE folder = 'people' AND folded = :name""",
        {"name": folded},
    )
    return {key or name_key(name) for key, name in found if fold(name) == folded}


def collectives_with(register: Register, awards: tuple[str, ...], first: int, last: int) -> list[str]:
    """Return the collectives that hold one of the awards in some years, as their rows write them."""
    marks = ", ".join("?" * len(awards))
    found = register.ask(
        f"""SELECT DISTINCT award_row.name FROM award_row JOIN decision ON decision.file = award_row.file
            WHERE decision.year BETWEEN ? AND ? AND award_row.award IN ({marks})
            AND award_row.kind IN ('tap-the', 'doanh-nghiep') AND NOT award_row.revoked""",  # noqa: S608 - marks only
        (first, last, *awards),
    )
    return [row[0] for row in found]


def units_with_rosters(register: Register, first: int, last: int) -> list[str]:
    """Return the units that have a roster of some years."""
    return [
        row[0] for row in register.ask("SELECT DISTINCT unit FROM roster WHERE year BETWEEN ? AND ?", (first, last))
    ]


def ranked_units(register: Register, year: int, most: int) -> list[str]:
    """Return the units whose stated place in a bloc of a year is among the first."""
    found = register.ask("SELECT DISTINCT member FROM bloc_score WHERE year = ? AND rank <= ?", (year, most))
    return [row[0] for row in found]
