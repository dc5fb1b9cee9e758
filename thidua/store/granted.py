"""Granted awards one by one, with all that their money depends on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from thidua.store.numbers import decisions_numbered
from thidua.store.queries import INSIDE, Scope
from thidua.value_class import dataclass
from thidua.vietnamese.text import number_key

if TYPE_CHECKING:
    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class GrantedRow:
    """One recipient of one award, or a number of recipients that are not named. Rows that were revoked are none.

    Attributes:
        start, end: of the achievement's period; `None` where the record does not say.
        route: of the row, or of the number, in its file.
        name: `None` where only the number is known.
        kind: `None` where the decision says it only in words.
        apart: what tells the recipient from a namesake: the id of a person, or words.
        number: how many recipients; `None` where the decision says it only in words.
    """

    path: str
    line: int
    route: str
    decision: str
    decision_number: str | None
    decided: date | None
    received: date | None
    authority: str | None
    start: str | None
    end: str | None
    award: str
    award_name: str
    group: str
    level: str
    kind: str | None
    name: str | None
    name_key: str | None
    unit: str | None
    foreign: bool
    posthumous: bool
    apart: str | None
    number: int | None
    qualifier: str | None
    described: str | None


_DAYS = ("decided", "received")

_COLUMNS = """
    file.path AS path, {table}.line AS line, {table}.route AS route, decision.id AS decision,
    decision.number AS decision_number, decision.date AS decided, day.day AS received, decision.authority AS authority,
    decision.start AS start, decision."end" AS "end", {table}.award AS award,
    COALESCE({table}.own_name, catalogue.name, {table}.award) AS award_name,
    COALESCE(catalogue."group", '') AS "group", COALESCE(catalogue.level, '') AS level, {table}.kind AS kind"""

_NAMED = """
    award_row.name AS name, award_row.name_key AS name_key, award_row.unit AS unit,
    COALESCE(award_row.is_foreign, '') = 'co' AS "foreign", COALESCE(award_row.posthumous, '') = 'co' AS posthumous,
    COALESCE(award_row.person, award_row.apart) AS apart, 1 AS number, NULL AS qualifier, NULL AS described"""

_COUNTED = """
    NULL AS name, NULL AS name_key, NULL AS unit, FALSE AS "foreign", FALSE AS posthumous, NULL AS apart,
    award_count.number AS number, award_count.qualifier AS qualifier, award_count.described AS described"""

_RECEIVED = "OR award_row.unit IN inside OR (award_row.kind <> 'ca-nhan' AND award_row.name IN inside)"


def rows_of_decision(register: Register, path: str) -> list[GrantedRow]:
    """Return the granted awards of one decision, in its order."""
    return _rows(register, "file.path = :path", {"path": path, "of": ""}, received="")


def rows_of_year(register: Register, of: str, year: int) -> list[GrantedRow]:
    """Return the awards of a year that an organisation, or one that belongs to it, conferred or received; by decision."""
    scope = Scope(of, (year, year))
    return _rows(
        register,
        f"{scope.decisions()} AND (decision.authority IN inside {{received}})",
        scope.values(),
        received=_RECEIVED,
    )


def decisions_called(register: Register, asked: str) -> list[tuple[str, str]]:
    """Return path and number of the decisions that an id, a path, a register number or a number names.

    A number may lack its symbol. A decision whose number a paper corrected is found by the stated one too, where no
    other has it.
    """
    id_ = asked.removeprefix("records/").removeprefix("awards/").removesuffix(".yaml")
    number = number_key(asked)
    found = register.ask(
        """SELECT file.path, COALESCE(decision.number, '') FROM decision JOIN file ON file.id = decision.file
           WHERE decision.id = :id ORDER BY file.path""",
        {"id": id_},
    )
    found = found or decisions_numbered(register, asked)
    found = found or register.ask(
        """SELECT file.path, COALESCE(decision.number, '') FROM decision JOIN file ON file.id = decision.file
           WHERE decision.number_key = :number OR substr(decision.number_key, 1, length(:number) + 1) = :number || '/'
           ORDER BY file.path""",
        {"number": number},
    )
    return found or _called_before(register, number)


def _called_before(register: Register, number: str) -> list[tuple[str, str]]:
    """Return path and number of the decisions whose number was another before a paper corrected it."""
    corrected = register.ask(
        """SELECT DISTINCT file.path, COALESCE(decision.number, ''), corrected_value.before FROM corrected_value
           JOIN file ON file.id = corrected_value.file JOIN decision ON decision.file = file.id
           WHERE corrected_value.field = 'decision.number' AND corrected_value.before IS NOT NULL ORDER BY file.path"""
    )
    return [
        (path, now) for path, now, before in corrected if number in (key := number_key(before), key.partition("/")[0])
    ]


def _rows(register: Register, where: str, values: dict[str, object], *, received: str) -> list[GrantedRow]:
    statements = (
        _statement("award_row", _NAMED, f"NOT award_row.revoked AND {where.format(received=received)}"),
        _statement("award_count", _COUNTED, where.format(received="")),
    )
    rows = [_row(row) for statement in statements for row in register.ask_named(statement, values)]
    return sorted(rows, key=lambda row: (row.decided or date.max, row.path, row.line, row.route))


def _statement(table: str, columns: str, where: str) -> str:
    return f"""{INSIDE} SELECT {_COLUMNS.format(table=table)}, {columns}
        FROM decision JOIN {table} ON {table}.file = decision.file JOIN file ON file.id = decision.file
        LEFT JOIN day ON day.file = decision.file AND day.route = 'decision.received'
        LEFT JOIN catalogue ON catalogue.id = {table}.award
        WHERE {where}"""  # noqa: S608 - names of our own tables


def _row(values: dict[str, Any]) -> GrantedRow:
    for name in _DAYS:
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    for name in ("foreign", "posthumous"):
        values[name] = bool(values[name])
    return GrantedRow(**values)
