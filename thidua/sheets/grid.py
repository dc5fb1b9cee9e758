"""Cells, rows and sheets as they were read, each cell with the address a clerk sees: `B7`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

Cell = str | float | int | bool | date | datetime | time | timedelta
Range = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged range, as (row, column), both counted from 0."""


class Unread(StrEnum):
    """Why a cell shows something in Excel and nothing here."""

    ERROR = "error"
    """`#N/A`, `#REF!`."""
    FORMULA = "formula"
    """A formula whose result was never saved."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it.

    Attributes:
        number: as Excel shows it.
    """

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet without its empty rows.

    Attributes:
        hidden_rows: numbers of rows that are not shown; known of .xlsx only.
        hidden_columns: places of columns that are not shown, from 0.
        unread: by row number and column.
    """

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Range, ...] = ()
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    unread: Mapping[tuple[int, int], Unread] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workbook:
    """What a file holds.

    Attributes:
        encoding, delimiter: how a CSV file was read; empty for a workbook.
    """

    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""


class CannotRead(Exception):
    """A file is no table that can be read.

    Attributes:
        reason: `missing-library`, `no-file`, `unknown-kind`, `damaged`, `locked`, `too-large`, `encoding`, `csv`.
        detail: what a message adds: the kind, the encoding, the system's words.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def address(row: int, column: int) -> str:
    """Return `B7` for row 7 and the second column; columns count from 0."""
    return f"{letters(column)}{row}"


@cache
def letters(column: int) -> str:
    """Return how Excel calls a column that counts from 0: `A`, `AB`."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def text_of(cell: Cell) -> str:
    """Return a cell as text: whole numbers without decimals, days as YYYY-MM-DD; spaces and signs stay as typed."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """Tell whether nothing, or nothing that can be seen, stands in a cell."""
    if not isinstance(cell, str) or cell[:1].isalnum():
        return False
    return not cell or cell.isspace() or not cell.strip("\u200b\u200c\u200d\ufeff \t\r\n\xa0")
