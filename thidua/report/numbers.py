"""Numbers of recipients by kind, and the rows or decisions behind each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.model.lists import Qualifier, RecipientKind
from thidua.report.values import Figure, Trace
from thidua.value_class import dataclass
from thidua.vietnamese.dates import article
from thidua.vietnamese.order import given_name_key

if TYPE_CHECKING:
    from thidua.diagnostics import Route
    from thidua.model.base import Counts
    from thidua.report.reader import Reader
    from thidua.store.award_cells import AwardCell, AwardRow

LISTED_ONE_BY_ONE = 60
"""Up to how many rows a figure lists each; above it lists decisions with their number of rows."""

COLLECTIVE = (RecipientKind.COLLECTIVE, RecipientKind.ENTERPRISE)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many of each kind. `None` where nothing is known; it is never zero."""

    collectives: Figure | None = None
    households: Figure | None = None
    individuals: Figure | None = None
    unsplit: Figure | None = None

    def __bool__(self) -> bool:
        return any((self.collectives, self.households, self.individuals, self.unsplit))


def numbers_of(reader: Reader, cells: list[AwardCell]) -> Numbers:
    """Return what cells add up to, by kind; a kind of which nothing is known stays unknown."""

    def figure(*kinds: RecipientKind) -> Figure | None:
        mine = [cell for cell in cells if cell.kind in kinds]
        if not mine:
            return None
        number = sum(cell.number or 0 for cell in mine)
        return Figure(number, traces(reader, mine), qualifier=_qualifier(mine))

    return Numbers(
        figure(*COLLECTIVE),
        figure(RecipientKind.HOUSEHOLD),
        figure(RecipientKind.INDIVIDUAL),
        figure(RecipientKind.UNSPLIT),
    )


def _qualifier(cells: list[AwardCell]) -> str | None:
    """The word that stays with a sum: that of its parts, `khoảng` where they do not agree; never none."""
    words = {cell.qualifier for cell in cells if cell.qualifier}
    return words.pop() if len(words) == 1 else Qualifier.ABOUT if words else None


def stated(reader: Reader, path: str, route: Route, counts: Counts) -> Numbers:
    """Return the numbers that a record states."""

    def figure(field: str) -> Figure | None:
        value = getattr(counts, field)
        if value is None:
            return None
        return Figure(value, (reader.trace(path, (*route, field)),), qualifier=counts.qualifier)

    return Numbers(*(figure(field) for field in ("collectives", "households", "individuals", "unsplit")))


def traces(reader: Reader, cells: list[AwardCell]) -> tuple[Trace, ...]:
    """Return who is behind a number: each row where they are few, else each decision."""
    if sum(cell.number or 0 for cell in cells if cell.listed) > LISTED_ONE_BY_ONE:
        return tuple(_cell_trace(cell) for cell in cells)
    found: list[Trace] = []
    for cell in cells:
        if not cell.listed:
            found.append(_cell_trace(cell))
            continue
        rows = sorted(reader.rows_of(cell), key=lambda r: given_name_key(r.name))
        found += [row_trace(reader, row) for row in rows]
    return tuple(found)


def _cell_trace(cell: AwardCell) -> Trace:
    if cell.listed:
        return Trace(cell.path, cell.line, paper(cell), cell.number or 0, last=cell.last_line)
    return Trace(cell.path, cell.line, paper(cell), counted=cell.number)


def row_trace(reader: Reader, row: AwardRow) -> Trace:
    """Return one recipient as a record behind a figure."""
    unit = reader.name(row.unit)
    name = reader.name(row.name) or row.name
    return Trace(row.path, row.line, f"{name}, {unit}" if unit else name)


def paper(cell: AwardCell) -> str:
    """Return how a decision is called in a list: number and date, as far as they are known."""
    return paper_of(cell.decision_number, cell.decision_date)


def paper_of(decision_number: str | None, decision_date: str | None) -> str:
    """Return how a decision of a number and a day is called in a list."""
    if decision_number is None and decision_date is None:
        return ""
    day = f"ngày {article(date.fromisoformat(decision_date))}" if decision_date else ""
    number = f"Quyết định số {decision_number}" if decision_number else "Quyết định"
    return f"{number} {day}".strip()
