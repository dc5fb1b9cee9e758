"""Awards as columns, with a mark for each who gets one: refused, with what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.app.import_names import NotOne
from thidua.diagnostics import Text
from thidua.sheets.grid import text_of
from thidua.vietnamese.text import tidy

if TYPE_CHECKING:
    from thidua.app.import_cells import Cells
    from thidua.app.import_columns import Columns
    from thidua.app.import_result import Head
    from thidua.sheets.grid import Row

MARKS: Final = frozenset("xX×✓✔☑☒√vV+")
"""What clerks tick with."""

ONE: Final = "1"
"""A tick only where an award stands above it; elsewhere it is a number."""


class Ticks:
    """The columns of a table that nobody knows, and what stands in them."""

    def __init__(self, columns: Columns) -> None:
        known = {column.place for column in columns.table.columns if column.field is not None}
        width = max((len(row.cells) for row in columns.table.rows), default=0)
        self._columns = columns
        self._places = [place for place in range(width) if place not in known]
        self._headers = {column.place: column.header for column in columns.table.columns}

    def go_on(self, row: Row) -> None:
        """Take the texts of a row that goes on with the header: awards stand below a title that covers them all."""
        for place in self._places:
            if text := tidy(text_of(row.cell(place))):
                self._headers[place] = text

    def refused(self, cells: Cells, head: Head, *, has_award: bool) -> bool:
        """Say at each tick of a row that it is not read; return whether there is one.

        Args:
            has_award: it is known otherwise what the row got; then only ticks below an award speak against it.
        """
        found = False
        for place in self._places:
            text = tidy(text_of(cells.cell(place)))
            if text != ONE and text not in MARKS:
                continue
            header = self._headers.get(place, "")
            if self._is_award(header, head) or (text != ONE and not has_award):
                cells.wrong(place, _why_not(text))
                found = True
        return found

    def _is_award(self, header: str, head: Head) -> bool:
        try:
            return bool(header) and self._columns.names.is_award(header, head.authority, head.date) is not None
        except NotOne:
            return True


def _why_not(mark: str) -> Text:
    """Without the column, so that all such cells are told in one line."""
    return Text(
        f"dấu `{mark}`: danh hiệu ghi thành cột để đánh dấu thì không nhập được; ghi mỗi danh hiệu của mỗi người một"
        " dòng, tên danh hiệu ở cột “Danh hiệu”, hoặc tách mỗi danh hiệu một tệp rồi nhập với --award;"
        ' cột không phải danh hiệu thì bỏ bằng --map "CỘT=skip"',
        f"`{mark}`: awards as columns to be ticked are not read; write a row for each award of each recipient, with the"
        " award in a column “Danh hiệu”, or a file for each award, imported with --award;"
        ' a column that is no award is left out with --map "COLUMN=skip"',
    )
