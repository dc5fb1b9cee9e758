"""One table for other programs: its columns, and its rows some at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.report.export_columns import COLUMNS, What
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from thidua.report.export_columns import Column
    from thidua.report.statutory_values import Cell, Heading, StatutoryReport
    from thidua.store.exported import Chosen, Values
    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that can be read once.

    Attributes:
        rows: each has a value for every column: text, a whole number, a truth, or `None` for what is not known. Days
            and decimals are text.
    """

    what: What
    columns: tuple[Column, ...]
    rows: Iterator[Values]


def sheet(what: What, register: Register, chosen: Chosen) -> Sheet:
    """Return what the register has of a table; statutory tables are made from a report, see `table_sheet`."""
    return Sheet(what, COLUMNS[what], _rows()[what](register, chosen))


def _rows() -> Mapping[What, Callable[[Register, Chosen], Iterator[Values]]]:
    from thidua.store.exported import award_rows, bloc_rows, nomination_rows
    from thidua.store.exported_names import person_rows, unit_rows

    return {
        What.AWARDS: award_rows,
        What.NOMINATIONS: nomination_rows,
        What.PERSONS: person_rows,
        What.UNITS: unit_rows,
        What.BLOCS: bloc_rows,
    }


def table_sheet(organisation: str, report: StatutoryReport) -> Sheet:
    """Return the cells of statutory tables, table by table and row by row."""
    return Sheet(What.TABLES, COLUMNS[What.TABLES], _cells(organisation, report))


def _cells(organisation: str, report: StatutoryReport) -> Iterator[Values]:
    span = report.span.start.isoformat(), report.span.end.isoformat()
    for table in report.tables:
        for place, line in enumerate(table.rows, start=1):
            for heading, cell in zip(table.columns, line.cells, strict=bool(line.cells)):
                yield (
                    organisation, report.organisation, *span, table.id, table.name, place, line.code, line.label,
                    heading.number, _called(heading), *_held(cell),
                )  # fmt: skip


def _called(heading: Heading) -> str:
    return f"{heading.group} - {heading.label}" if heading.group else heading.label


def _held(cell: Cell) -> Values:
    return cell.state.value, _plain(cell.figure.value) if cell.figure else None, cell.text


def _plain(value: int | Decimal) -> str:
    return str(value) if isinstance(value, int) else f"{value:f}"
