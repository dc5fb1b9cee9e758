"""Who and what records name, for other programs: persons and units, in an order that does not depend on the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.exported import Names
from thidua.store.queries import INSIDE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.exported import Chosen, Values
    from thidua.store.register import Register

BETWEEN = "; "

_GRANTED = """{inside}, granted AS (
    SELECT award_row.name, award_row.name_key, award_row.unit, award_row.person, award_row.apart, NOT award_row.revoked AS stands,
        CASE WHEN award_row.revoked THEN NULL ELSE decision.year END AS year
    FROM decision JOIN award_row ON award_row.file = decision.file WHERE award_row.kind = 'ca-nhan' AND {chosen})"""

_RECORDED = """
    SELECT person.id, person.name, COALESCE(held.awards, 0), held.first, held.last, file.path
    FROM file JOIN person ON person.file = file.id {how} JOIN (
        SELECT person, sum(stands) AS awards, min(year) AS first, max(year) AS last FROM granted GROUP BY person) AS held
    ON held.person = person.id ORDER BY file.path"""

_NAMESAKES = """
    SELECT min(name), unit, apart, sum(stands), min(year), max(year) FROM granted WHERE person IS NULL
    GROUP BY name_key, unit, apart ORDER BY name_key, unit, apart"""


def person_rows(register: Register, chosen: Chosen) -> Iterator[Values]:
    """Yield the people that have a record, then every name with its unit and mark that stands in rows without one.

    Where something was asked for, only people with such rows.
    """
    scope, names = chosen.scope, Names(register)
    received = "(decision.authority IN inside OR award_row.unit IN inside)" if scope.of else "TRUE"
    granted = _GRANTED.format(inside=INSIDE, chosen=f"{scope.decisions()} AND {received}")
    recorded = granted + _RECORDED.format(how="" if chosen.has_filter else "LEFT")
    for id_, name, awards, first, last, path in register.stream(recorded, scope.values()):
        unit, start, end = _posting(register, id_)
        others = BETWEEN.join(_texts(register, "people", id_, "other"))
        yield id_, name, others or None, *names.both(unit), start, end, None, awards, first, last, path
    for name, unit, apart, awards, first, last in register.stream(granted + _NAMESAKES, scope.values()):
        yield None, name, None, *names.both(unit), None, None, apart, awards, first, last, None


def _posting(register: Register, person: str) -> tuple[str | None, str | None, str | None]:
    found = register.ask(
        """SELECT unit, start, "end" FROM posting WHERE person = ?
           ORDER BY COALESCE("end", '9999') DESC, COALESCE(start, '') DESC, rowid DESC LIMIT 1""",
        (person,),
    )
    return found[0] if found else (None, None, None)


def _texts(register: Register, folder: str, record: str, *kinds: str) -> list[str]:
    marks = ", ".join("?" * len(kinds))
    return [
        text
        for (text,) in register.ask(
            f"SELECT text FROM name WHERE folder = ? AND record = ? AND kind IN ({marks}) ORDER BY rowid",  # noqa: S608
            (folder, record, *kinds),
        )
    ]


def unit_rows(register: Register, chosen: Chosen) -> Iterator[Values]:
    """Yield the organisations by path."""
    mine = "organisation.id IN inside" if chosen.scope.of else "TRUE"
    statement = f"""{INSIDE} SELECT organisation.id, organisation.name, organisation.short, organisation.kind,
            organisation.level, organisation.parent, organisation.start, organisation."end", file.path
        FROM file JOIN organisation ON organisation.file = file.id WHERE {mine} ORDER BY file.path"""  # noqa: S608
    names = Names(register)
    for id_, name, short, kind, level, parent, start, end, path in register.stream(statement, chosen.scope.values()):
        after = [one for (one,) in register.ask("SELECT successor FROM succession WHERE id = ? ORDER BY rowid", (id_,))]
        others = [one for one in _texts(register, "organisations", id_, "former", "other") if one != short]
        yield (
            id_, name, short, kind, level, parent, names("organisations", parent), start, end,
            BETWEEN.join(after) or None, BETWEEN.join(others) or None, path,
        )  # fmt: skip
