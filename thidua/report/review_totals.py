"""The totals of a report, as numbers alone: they are counted from the very cells that the report counts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.lists import RecipientKind
from thidua.report.review import ReportTotals, TotalLine
from thidua.store.award_cells import AwardCell, award_cells
from thidua.store.queries import COMMENDATION, INSIDE, PRAISE, Scope, name_of
from thidua.store.references import mentions
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.store.register import Register

KINDS = {
    RecipientKind.COLLECTIVE: "collectives",
    RecipientKind.ENTERPRISE: "collectives",
    RecipientKind.HOUSEHOLD: "households",
    RecipientKind.INDIVIDUAL: "individuals",
    RecipientKind.UNSPLIT: "unsplit",
}
"""The column that counts each kind of recipient."""

PARTS = ("total", "received", "praise", "award", "level", "method", "direct")
"""What a report counts, in the order in which it is told."""


@dataclass(frozen=True, slots=True, order=True)
class ReportOf:
    """A report that a change may touch.

    Attributes:
        kind: `organisation-year`, `bloc-year`, `campaign`.
        year: 0 where the report is of no year.
    """

    kind: str
    id: str
    year: int = 0

    @property
    def scope(self) -> Scope:
        """Whose awards of which time the report counts."""
        match self.kind:
            case "organisation-year":
                return Scope(self.id, (self.year, self.year))
            case "bloc-year":
                return Scope(years=(self.year, self.year), bloc=self.id)
            case _:
                return Scope(campaign=self.id)


Key = tuple[str, str, str]
"""Part, name and column of a total."""

Totals = dict[Key, tuple[int, int]]
"""Numbers, and of how many entries of decisions each is the sum; what is not known has none."""

FOLDERS = {"organisation-year": "organisations", "bloc-year": "blocs", "campaign": "campaigns"}


def numbers_of_files(register: Register, paths: Iterable[str]) -> frozenset[int]:
    """Return the numbers by which a register knows files; those it does not know have none."""
    ids = (register.one("SELECT id FROM file WHERE path = ?", (path,)) for path in paths)
    return frozenset(one for one in ids if one is not None)


def totals(register: Register, of: ReportOf, files: frozenset[int] | None = None) -> Totals:
    """Return the totals of one report.

    Args:
        files: count only the decisions in the files of these numbers.
    """
    found: Totals = {}
    scope = of.scope
    for cell in award_cells(register, replace(scope, groups=(*COMMENDATION, *PRAISE), files=files)):
        if cell.group in PRAISE:
            _add(found, "praise", cell.name, cell)
            continue
        if scope.of and not cell.given:
            if cell.listed:
                _add(found, "received", "", cell)
            continue
        _add(found, "total", "", cell)
        _add(found, "award", cell.name, cell)
        _add(found, "level", cell.level, cell)
        _add(found, "method", cell.method or "", cell)
        if cell.kind == RecipientKind.INDIVIDUAL and cell.classed:
            _add(found, "direct", "", replace(cell, number=cell.direct))
    return found


def _add(found: Totals, part: str, name: str, cell: AwardCell) -> None:
    if cell.number is not None and cell.kind in KINDS:
        key = (part, name, KINDS[RecipientKind(cell.kind)])
        number, entries = found.get(key, (0, 0))
        found[key] = number + cell.number, entries + 1


def exchanged(whole: Totals, part: Totals, by: Totals) -> Totals:
    """Return totals in which what some decisions add up to stands in the place of what they added up to."""
    found = {}
    for key in dict.fromkeys((*whole, *by)):
        (number, entries), (less, fewer), (more, others) = (one.get(key, (0, 0)) for one in (whole, part, by))
        if entries - fewer + others:
            found[key] = number - less + more, entries - fewer + others
    return found


def moved(of: ReportOf, name: str, before: Totals, after: Totals) -> ReportTotals:
    """Return the totals of a report that are not what they were."""
    old, new = ({key: number for key, (number, _) in one.items()} for one in (before, after))
    keys = [key for key in dict.fromkeys((*new, *old)) if old.get(key) != new.get(key)]
    order = list(KINDS.values())
    keys.sort(key=lambda key: (PARTS.index(key[0]), key[1], order.index(key[2])))
    lines = tuple(TotalLine(*key, old.get(key), new.get(key)) for key in keys)
    return ReportTotals(of.kind, of.id, name, of.year, lines)


def report_name(register: Register, of: ReportOf) -> str:
    """Return how what a report is of is called."""
    return name_of(register, FOLDERS[of.kind], of.id)


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change touches on one side.

    Attributes:
        reports: those that count what stands in the changed files.
        paths: the decisions whose counts may be others; `None` where that may be any.
    """

    reports: frozenset[ReportOf]
    paths: frozenset[str] | None


def touched(register: Register, paths: Iterable[str], wide: Iterable[str], office: str) -> Touched:
    """Return what a change touches, as the register has it.

    An organisation's report is that of the office; of a decision that neither is the office's nor goes to one of its
    own, that of the highest organisation its authority belongs to.

    Args:
        paths: of decisions, and of papers that change rows of decisions.
        wide: of organisations and awards on which the counts of many decisions depend.
        office: whose reports are printed; may be empty.
    """
    found: set[ReportOf] = set()
    files: set[str] = set()
    for path in paths:
        statement = _DECISION if path.startswith("records/awards/") else _DECISIONS_OF_PAPER
        for path_of, file, *decision in register.ask(statement, {"path": path}):
            files.add(path_of)
            found |= _reports(register, file, *decision, office=office)
    is_wide = False
    for path in wide:
        is_wide = True
        for file, *decision in register.ask(_WIDE, {"path": path}):
            found |= _reports(register, file, *decision, office=office)
    return Touched(frozenset(found), None if is_wide else frozenset(files))


def named_by_papers(register: Register, paths: Iterable[str]) -> frozenset[str]:
    """Return the files of the decisions that papers, among these files, change rows of."""
    return frozenset(row[0] for path in paths for row in register.ask(_DECISIONS_OF_PAPER, {"path": path}))


def _reports(
    register: Register, file: int, authority: str | None, year: int | None, campaign: str | None, bloc: str | None,
    *, office: str,
) -> set[ReportOf]:  # fmt: skip
    found = {ReportOf("campaign", campaign)} if campaign else set()
    if year and bloc:
        found.add(ReportOf("bloc-year", bloc, year))
    if year and office and register.ask(_COUNTS, {"of": office, "authority": authority, "file": file}):
        found.add(ReportOf("organisation-year", office, year))
    elif year and authority:
        found.add(ReportOf("organisation-year", _highest(register, authority), year))
    return found


_DECISION = """
SELECT file.path, file.id, authority, year, campaign, bloc FROM file JOIN decision ON decision.file = file.id
WHERE file.path = :path
"""

_DECISIONS_OF_PAPER = """
SELECT file.path, file.id, authority, year, campaign, bloc
FROM file AS paper CROSS JOIN reference ON reference.file = paper.id AND reference.folder = 'awards'
CROSS JOIN file ON file.folder = reference.folder AND file.record = reference.target
CROSS JOIN decision ON decision.file = file.id WHERE paper.path = :path
"""
"""The decisions that a paper which corrects or withdraws speaks of; in another order SQLite looks at every decision."""

_WIDE = f"""
WITH RECURSIVE changed AS (SELECT folder, record FROM file WHERE path = :path),
below (folder, target) AS (
    SELECT folder, record FROM changed
    UNION SELECT 'organisations', organisation.id FROM organisation
          JOIN below ON below.folder = 'organisations' AND organisation.parent = below.target)
SELECT min(decision.file), authority, year, campaign, bloc
FROM (SELECT DISTINCT file FROM ({mentions("below")})) AS naming CROSS JOIN decision ON decision.file = naming.file
GROUP BY authority, year, campaign, bloc
"""  # noqa: S608 - our own
"""One of each sort of the decisions that name an award, or an organisation or what belongs to it."""

_COUNTS = f"""{INSIDE} SELECT 1 WHERE :authority IN inside OR EXISTS (
    SELECT 1 FROM award_row WHERE file = :file AND (unit IN inside OR name IN inside))"""  # noqa: S608 - our own words


def _highest(register: Register, organisation: str) -> str:
    met = [organisation]
    while True:
        parent = register.one("SELECT parent FROM organisation WHERE id = ?", (met[-1],))
        if not parent or parent in met:
            return met[-1]
        met.append(parent)
