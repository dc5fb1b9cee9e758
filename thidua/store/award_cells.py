"""How many got which award by which decision: the counts that reports are made of, and the rows behind each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.store.queries import INSIDE, OURS, Scope
from thidua.store.words import INDIVIDUAL
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class AwardCell:
    """How many of one kind got one award by one decision.

    Attributes:
        given: conferred by the organisation of the scope or one that belongs to it; otherwise received from above.
        line, last_line: of the first row and of the last one.
        number: `None` where the decision says it only in words.
        classed, direct: of how many individuals the class is recorded, and how many of them are direct workers.
    """

    award: str
    name: str
    group: str
    level: str
    rank: int
    kind: str | None
    method: str | None
    given: bool
    authority: str | None
    number: int | None
    qualifier: str | None
    described: str | None
    path: str
    line: int
    decision_number: str | None
    decision_date: str | None
    decision_doubt: str | None
    listed: bool
    classed: int
    direct: int
    last_line: int
    scope: Scope


GIVEN = 7
"""Which column of a cell tells whether it was given; SQLite has no booleans."""

_CELL = """
    {table}.award, COALESCE({table}.own_name, catalogue.name, {table}.award), COALESCE(catalogue."group", 'hinh-thuc'),
    COALESCE(catalogue.level, ''), COALESCE(catalogue.rank, 999999), {table}.kind, COALESCE({table}.method, decision.method),
    decision.authority IN inside, decision.authority"""

_PAPER = "file.path, {line}, decision.number, decision.date, decision.doubt"


def award_cells(register: Register, scope: Scope) -> list[AwardCell]:
    """Return the granted awards of a scope: rows counted by decision, and numbers without rows. Revoked rows do not count.

    With `scope.of`: conferred by it or by one that belongs to it, or received by one that belongs to it.
    """
    listed, counted = _listed(scope), _counted(scope)
    rows = [row for statement in (listed, counted) for row in register.ask(statement, scope.values())]
    cells = [_cell(row, scope) for row in rows]
    return sorted(cells, key=lambda c: (c.rank, c.name, c.path, c.line, c.kind or ""))


def _cell(row: tuple[Any, ...], scope: Scope) -> AwardCell:
    values = [*row, scope]
    values[GIVEN] = bool(values[GIVEN])
    return AwardCell(*values)


def _listed(scope: Scope) -> str:
    """The statement that counts rows: by the numbers of words first, so that texts are looked up once for each count."""
    chosen = scope.decisions()
    if scope.of:
        chosen += f""" AND (decision.authority IN inside OR recipient.unit IN ours
            OR (recipient.kind <> {INDIVIDUAL} AND recipient.name IN ours))"""
    # what the catalogue does not know counts as such; few decisions name the others
    if "hinh-thuc" not in scope.groups:
        groups = _groups(scope)
        chosen += f""" AND decision.file IN (
            SELECT reference.file FROM catalogue
            JOIN reference ON reference.target = catalogue.id AND reference.folder = 'catalogue'
            WHERE catalogue."group" IN ({groups})
            UNION ALL SELECT first.file FROM catalogue CROSS JOIN word ON word.text = catalogue.id
            CROSS JOIN recipient AS first ON first.award = word.id AND first.row = 0
            WHERE catalogue."group" IN ({groups}) AND first.file NOT IN (SELECT file FROM stored_reference))"""  # noqa: S608 - fixed words
    columns = f"""cell.number, NULL, NULL, {_PAPER.format(line="cell.line")}, TRUE, cell.classed, cell.direct,
        cell.last_line"""
    return f"""{INSIDE}, ours AS MATERIALIZED (SELECT word.id FROM inside JOIN word ON word.text = inside.id),
        heap AS MATERIALIZED (
            SELECT recipient.file, recipient.award, recipient.own_name, recipient.kind, recipient.method,
                   count(*) AS number, min(recipient.line) AS line, max(recipient.line) AS last_line,
                   count(CASE WHEN recipient.class THEN 1 END) AS classed,
                   count(CASE WHEN recipient.class = (SELECT id FROM word WHERE text = 'truc-tiep-lao-dong') THEN 1 END)
                       AS direct
            FROM decision CROSS JOIN recipient ON recipient.file = decision.file
            WHERE NOT recipient.revoked AND {chosen}
            GROUP BY recipient.file, recipient.award, recipient.own_name, recipient.kind, recipient.method),
        cell AS MATERIALIZED (
            SELECT heap.file, (SELECT text FROM word WHERE id = heap.award) AS award,
                   (SELECT text FROM word WHERE id = heap.own_name) AS own_name,
                   (SELECT text FROM word WHERE id = heap.kind) AS kind,
                   (SELECT text FROM word WHERE id = heap.method) AS method,
                   heap.number, heap.line, heap.last_line, heap.classed, heap.direct
            FROM heap)
        SELECT {_CELL.format(table="cell")}, {columns}
        FROM cell JOIN decision ON decision.file = cell.file JOIN file ON file.id = cell.file
        LEFT JOIN catalogue ON catalogue.id = cell.award
        WHERE COALESCE(catalogue."group", 'hinh-thuc') IN ({_groups(scope)})"""  # noqa: S608 - our own conditions


def _counted(scope: Scope) -> str:
    """The statement that gives numbers without rows."""
    mine = "AND decision.authority IN inside" if scope.of else ""
    return f"""{INSIDE} SELECT {_CELL.format(table="award_count")},
        award_count.number, award_count.qualifier, award_count.described, {_PAPER.format(line="award_count.line")}, FALSE,
        0, 0, award_count.line
        FROM decision JOIN award_count ON award_count.file = decision.file JOIN file ON file.id = decision.file
        LEFT JOIN catalogue ON catalogue.id = award_count.award
        WHERE {scope.decisions()} AND COALESCE(catalogue."group", 'hinh-thuc') IN ({_groups(scope)}) {mine}"""  # noqa: S608


def _groups(scope: Scope) -> str:
    return ", ".join(f"'{group}'" for group in scope.groups)


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One recipient."""

    path: str
    line: int
    name: str
    kind: str
    unit: str | None
    person_class: str | None
    posthumous: str | None


def rows_of_cell(register: Register, cell: AwardCell) -> list[AwardRow]:
    """Return the recipients behind a cell, in the order of the decision; of somebody else's decision only our own."""
    ours = "TRUE" if cell.given or not cell.scope.of else OURS
    return [
        AwardRow(*row)
        for row in register.ask(
            f"""{INSIDE} SELECT file.path, award_row.line, award_row.name, award_row.kind, award_row.unit, award_row.class, award_row.posthumous
               FROM award_row JOIN file ON file.id = award_row.file JOIN decision ON decision.file = award_row.file
               LEFT JOIN catalogue ON catalogue.id = award_row.award
               WHERE file.path = :path AND award_row.award = :award AND award_row.kind = :kind AND NOT award_row.revoked
               AND COALESCE(award_row.own_name, catalogue.name, award_row.award) = :name
               AND COALESCE(award_row.method, decision.method) IS :method AND ({ours}) ORDER BY award_row.place""",  # noqa: S608
            {
                "of": cell.scope.of,
                "path": cell.path,
                "award": cell.award,
                "kind": cell.kind,
                "name": cell.name,
                "method": cell.method,
            },
        )
    ]
