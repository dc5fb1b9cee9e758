"""What reports ask of the register. Every answer is in an order that does not depend on the machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thidua.store.register import Register

INSIDE = """
WITH RECURSIVE inside (id) AS (
    SELECT :of UNION SELECT organisation.id FROM organisation JOIN inside ON organisation.parent = inside.id)
"""
"""An organisation and all that belong to it; finite even where parents go round in a circle."""


COMMENDATION = ("danh-hieu", "hinh-thuc")
PRAISE = ("bieu-duong", "thuong-tien")
"""Groups of the catalogue: what the law calls commendation, and what is kept apart from it."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose awards, and of what time.

    Attributes:
        of: an organisation, with all that belong to it.
        years: first and last of the years in which rows count; empty where `start` and `end` choose by the decision's date.
        campaign, bloc: only awards of this campaign or bloc.
        groups: of the catalogue; praise and money are kept apart from commendation.
        undated: only decisions of which nothing tells the year.
        files: only decisions in files of these numbers; `None` for all.
    """

    of: str = ""
    years: tuple[int, int] | tuple[()] = ()
    start: str = ""
    end: str = ""
    campaign: str = ""
    bloc: str = ""
    groups: tuple[str, ...] = COMMENDATION
    undated: bool = False
    files: frozenset[int] | None = None

    def values(self) -> dict[str, object]:
        """The values of the statement's names."""
        return {
            "of": self.of, "first": self.years[0] if self.years else None, "last": self.years[-1] if self.years else None,
            "start": self.start, "end": self.end,
            "campaign": self.campaign, "bloc": self.bloc,
        }  # fmt: skip

    def decisions(self) -> str:
        """The condition that chooses decisions by time, campaign and bloc."""
        parts = []
        if self.undated:
            parts.append("decision.year IS NULL")
        elif self.years:
            parts.append("decision.year BETWEEN :first AND :last")
        elif self.start:
            parts.append("decision.date BETWEEN :start AND :end")
        if self.campaign:
            parts.append("decision.campaign = :campaign")
        if self.bloc:
            parts.append("decision.bloc = :bloc")
        if self.files is not None:
            parts.append(f"decision.file IN ({', '.join(map(str, sorted(self.files)))})")
        return " AND ".join(parts) or "TRUE"


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

_OURS = "award_row.unit IN inside OR (award_row.kind <> 'ca-nhan' AND award_row.name IN inside)"
"""A row of somebody else's decision that went to somebody of the organisation."""

_INDIVIDUAL = "coalesce((SELECT id FROM word WHERE text = 'ca-nhan'), -1)"
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
            OR (recipient.kind <> {_INDIVIDUAL} AND recipient.name IN ours))"""
    if "hinh-thuc" not in scope.groups:  # what the catalogue does not know counts as such
        chosen += f""" AND recipient.award IN (
            SELECT word.id FROM catalogue JOIN word ON word.text = catalogue.id WHERE catalogue."group" IN ({_groups(scope)}))"""  # noqa: S608
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
    ours = "TRUE" if cell.given or not cell.scope.of else _OURS
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


def doubted_awards(register: Register) -> set[str]:
    """Return the files of awards that doubt something, by path."""
    found = register.ask(
        "SELECT DISTINCT file.path FROM finding JOIN file ON file.id = finding.file WHERE code = 'TD014' AND folder = 'awards'"
    )
    return {row[0] for row in found}


def undated(register: Register, of: str, first: int, last: int) -> int:
    """Return how many decisions that may be of these years have no date, so that no span of days can choose them."""
    statement = f"""{INSIDE} SELECT count(*) FROM decision WHERE date IS NULL
        AND (year IS NULL OR year BETWEEN :first AND :last)
        AND (authority IN inside OR EXISTS (SELECT 1 FROM award_row WHERE award_row.file = decision.file AND ({_OURS})))"""  # noqa: S608
    return int(register.ask(statement, {"of": of, "first": first, "last": last})[0][0])


def organisations_inside(register: Register, of: str) -> set[str]:
    """Return the ids of an organisation and of all that belong to it."""
    return {row[0] for row in register.ask(f"{INSIDE} SELECT id FROM inside", {"of": of})}  # noqa: S608


def name_of(register: Register, folder: str, id_or_name: str) -> str:
    """Return the official name of a record, or the text itself where it is a name already."""
    found = register.one(
        "SELECT text FROM name WHERE folder = ? AND record = ? AND kind = 'official'", (folder, id_or_name)
    )
    return str(found) if found is not None else id_or_name


def award_name(register: Register, award: str) -> str:
    """Return how an award of the catalogue is called, or its id where the catalogue has none of that id."""
    found = register.one("SELECT name FROM catalogue WHERE id = ?", (award,))
    return str(found) if found is not None else award


def organisation(register: Register, id_: str) -> dict[str, str | None] | None:
    """Return the columns of an organisation, or `None`."""
    rows = register.ask_named("SELECT * FROM organisation WHERE id = ?", (id_,))
    return rows[0] if rows else None


def campaigns_in(register: Register, of: str, start: str, end: str) -> list[str]:
    """Return the paths of an organisation's campaigns that touch a span of days, by launch, then by name.

    A campaign runs from its launch or the start of its period, whichever is earlier, to the end of its period; where none
    is recorded, to the end of the year it began in.
    """
    statement = f"""{INSIDE}, ours AS (
        SELECT file.path, launched, MIN(COALESCE(launched, start), COALESCE(start, launched)) AS began, "end"
        FROM campaign JOIN file ON file.id = campaign.file WHERE campaign.of IN inside OR campaign.launched_by IN inside)
        SELECT path FROM ours WHERE began <= :end AND COALESCE("end", substr(began, 1, 4) || '-12-31') >= :start
        ORDER BY COALESCE(launched, began), path"""  # noqa: S608
    return [row[0] for row in register.ask(statement, {"of": of, "start": start, "end": end})]


def blocs_of(register: Register, organiser: str, years: tuple[int, ...]) -> list[tuple[str, str, str | None]]:
    """Return an organiser's blocs of some years: id, name, path of the year's file; in the order of their names."""
    marks = ", ".join(map(str, years))
    statement = f"""{INSIDE} SELECT bloc.id, bloc.name, file.path FROM bloc
        JOIN bloc_year ON bloc_year.bloc = bloc.id JOIN file ON file.id = bloc_year.file
        WHERE bloc.organiser IN inside AND bloc_year.year IN ({marks}) ORDER BY bloc.id, bloc_year.year"""  # noqa: S608
    return register.ask(statement, {"of": organiser})


def parts_of_campaign(register: Register, campaign: str, folder: str) -> list[str]:
    """Return the files of one kind that speak of a campaign, by path."""
    return [
        row[0]
        for row in register.ask(
            "SELECT file.path FROM part JOIN file ON file.id = part.file WHERE part.campaign = ? AND file.folder = ? ORDER BY file.path",
            (campaign, folder),
        )
    ]


def files_of(register: Register, folder: str) -> list[str]:
    """Return the readable files of one kind, by path."""
    return [
        row[0] for row in register.ask("SELECT path FROM file WHERE folder = ? AND readable ORDER BY path", (folder,))
    ]


def unreadable(register: Register) -> list[str]:
    """Return the files that are no records, by path."""
    return [row[0] for row in register.ask("SELECT path FROM file WHERE NOT readable ORDER BY path")]
