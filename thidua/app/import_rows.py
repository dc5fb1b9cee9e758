"""The rows of a table → who got what by which decision, each cell understood or said to be wrong."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from thidua.app import entry_values as values
from thidua.app.import_cells import Cells, choice, period
from thidua.app.import_columns import Columns, Heading
from thidua.app.import_names import NotOne
from thidua.app.import_recipient import RecipientReader
from thidua.app.import_result import Head, ImportedRow, Trouble, Why
from thidua.app.import_ticks import Ticks
from thidua.diagnostics import Text
from thidua.model.labels import LABELS
from thidua.model.lists import RECIPIENT_FIELDS, Method, RecipientKind
from thidua.sheets.columns import Field, kind_of
from thidua.sheets.grid import address, is_blank, text_of
from thidua.sheets.lines import LineKind, lines_of
from thidua.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from thidua.sheets.lines import Line


class TableReader:
    """Reads one table.

    Attributes:
        remarks: rows that were passed over, and what headings were taken for.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.recipients = RecipientReader(columns)
        self.ticks = Ticks(columns)
        self.remarks: list[Text] = []
        self._passed: dict[LineKind, list[int]] = {}

    def rows(self, seen: Callable[[int], None]) -> Iterator[ImportedRow]:
        """Return the rows that name somebody, and those that should."""
        for line in lines_of(self.columns.table):
            seen(line.row.number)
            if line.kind is LineKind.DATA:
                yield self._row(line)
            elif line.kind is LineKind.HEADING:
                yield from self._heading(line)
            else:
                if line.kind is LineKind.REST_OF_HEADER:
                    self.ticks.go_on(line.row)
                self._passed.setdefault(line.kind, []).append(line.row.number)
        for kind, numbers in self._passed.items():
            self.remarks.append(_passed_over(kind, numbers))

    # headings

    def _heading(self, line: Line) -> Iterator[ImportedRow]:
        at = f"{line.row.number}"
        text = tidy(line.text)
        found = self._understood(line, text)
        if isinstance(found, Trouble):
            yield self._empty(line, found)
            return
        if found is None and line.level == 0 and line.row.number > self.columns.table.bottom:
            if len(self.columns.table.columns) - len(self.columns.places[Field.LISTED]) == 1:
                yield self._row(line)
                return
            said = Text(
                f"dòng chỉ có `{text[:60]}`: không rõ là tên nhóm hay người được khen;"
                " thêm số thứ tự và các cột khác, hoặc xoá dòng",
                f"the row has nothing but `{text[:60]}`: a heading, or somebody who is commended?"
                " fill its other columns, or delete it",
            )
            yield self._empty(line, Trouble(address(line.row.number, _first(line)), said))
        elif found is None:
            if line.row.number > self.columns.table.bottom:
                self.remarks.append(
                    Text(
                        f"dòng {at} `{text[:60]}` được coi là tên nhóm, không nhập",
                        f"row {at} `{text[:60]}` is taken for a heading and is not imported",
                    )
                )
        else:
            self.columns.enter(found)
            kind = LABELS[RecipientKind(found.kind)] if found.kind else ("", "")
            vi, en = (", ".join(filter(None, (one, found.award, found.unit))) for one in kind)
            self.remarks.append(
                Text(
                    f"dòng {at} `{text[:60]}`: các dòng dưới là {vi}",
                    f"row {at} `{text[:60]}`: below it: {en}",
                )
            )

    def _understood(self, line: Line, text: str) -> Heading | Trouble | None:
        if (kind := kind_of(text)) is not None:
            return Heading(line.level, kind=kind)
        body, _, tail = text.rpartition(" cho ")
        kind = kind_of(tail) if body else None
        try:
            award = self.columns.names.is_award(
                body if kind else text, self.columns.head.authority, self.columns.head.date
            )
        except NotOne as error:
            if self.columns.places[Field.AWARD] or self.columns.award:
                award = None
            else:
                return Trouble(address(line.row.number, _first(line)), error.said, error.candidates, is_ambiguous=True)
        if award is not None:
            return Heading(line.level, kind=kind or "", award=award)
        units = (
            self.columns.names.matches(text)
            if not self.columns.places[Field.UNIT] and line.row.number > self.columns.table.bottom
            else ()
        )
        return Heading(line.level, unit=units[0].id) if len(units) == 1 else None

    # somebody's row

    def _row(self, line: Line) -> ImportedRow:
        cells = Cells(
            self.columns.table.sheet, line.row, int(self.columns.head.year) if self.columns.head.year else None
        )
        for place in line.filled:
            cells.changed(place, "", tidy(text_of(line.row.cell(place))), Why.MERGED)
        head = self._head(cells)
        award = self._award_of(cells, head)
        recipient, place = self.recipients.recipient(cells, award)
        row = ImportedRow(line.row.number, cells.at(place), head, award, recipient, cells.troubles, cells.changes)
        if not any(field in recipient for field in RECIPIENT_FIELDS) and not cells.troubles:
            cells.wrong(
                place,
                Text(
                    "dòng không ghi tên người, tập thể hay hộ; ghi tên, hoặc xoá dòng",
                    "the row names nobody; write the name, or delete the row",
                ),
            )
        return row

    def _empty(self, line: Line, trouble: Trouble) -> ImportedRow:
        return ImportedRow(line.row.number, trouble.cell, self.columns.head, "", {}, [trouble])

    def _head(self, cells: Cells) -> Head:
        head = self.columns.head
        number, day, authority = head.number, head.date, head.authority
        if self.columns.places[Field.DECISION]:
            number = self.columns.text(cells, Field.DECISION)[0] or number
        if self.columns.places[Field.NUMBER_DATE]:
            text, place = self.columns.text(cells, Field.NUMBER_DATE)
            its_number, its_day, by = cells.number_date(place, text) if text else ("", None, "")
            number, day = its_number or number, its_day or day
            authority = self._authority(cells, place, by) or authority
        if self.columns.places[Field.DATE]:
            day = self._day(cells, self.columns.places[Field.DATE][0]) or day
        if self.columns.places[Field.AUTHORITY]:
            text, place = self.columns.text(cells, Field.AUTHORITY)
            authority = self._authority(cells, place, text) or authority
        values_of = (
            self._value(cells, Field.PERIOD, head.period, period),
            self._value(cells, Field.YEAR, head.year, _year),
            self._value(cells, Field.METHOD, head.method, _method),
        )
        return _head_of(number, day, authority, *values_of)

    def _day(self, cells: Cells, place: int) -> date | None:
        if not is_blank(cells.cell(place)) or cells.sheet.unread:
            day = cells.day(place)
        else:
            text = self.columns.carried_text(cells, Field.DATE, place)
            day = cells.day_of(place, text) if text else None
        if day is not None:
            self.columns.carried[place] = day.isoformat()
        return day

    def _value(self, cells: Cells, field: Field, default: str, read: Callable[[str], str]) -> str:
        if not self.columns.places[field]:
            return default
        text, place = self.columns.text(cells, field)
        return cells.understood(place, text, read) if text else default

    def _authority(self, cells: Cells, place: int, text: str) -> str:
        return (
            cells.understood(
                place, text, lambda typed: self.columns.names.lookup.id("organisations", typed), Why.RECORD
            )
            if text
            else ""
        )

    def _award_of(self, cells: Cells, head: Head) -> str:
        if self.columns.places[Field.AWARD]:
            text, place = self.columns.text(cells, Field.AWARD)
            if text:
                self.ticks.refused(cells, head, has_award=True)
                return cells.understood(
                    place,
                    text,
                    lambda typed: self.columns.names.award(typed, head.authority, head.date, self.columns.award),
                    Why.AWARD,
                )
            if cells.troubles:
                return ""
        found = self.columns.said_above("award") or self.columns.award
        if not self.ticks.refused(cells, head, has_award=bool(found)) and not found:
            place = self.columns.places[Field.AWARD][0] if self.columns.places[Field.AWARD] else 0
            cells.wrong(
                place,
                Text(
                    "dòng không ghi danh hiệu, hình thức; ghi vào ô, hoặc thêm --award",
                    "the row names no award; write it, or add --award",
                ),
            )
        return found


_head_of = lru_cache(maxsize=4096)(Head)
"""Rows of one decision share what they say of it."""


def _year(typed: str) -> str:
    return str(values.count(typed))


def _method(typed: str) -> str:
    return choice(Method, typed)


def _first(line: Line) -> int:
    return next(place for place, cell in enumerate(line.row.cells) if not is_blank(cell))


_PASSED: Final = {
    LineKind.TOTAL: Text("dòng tổng", "totals"),
    LineKind.NUMBERING: Text("dòng đánh số cột", "numbers of the columns"),
    LineKind.SIGNATURE: Text("phần ký tên cuối bảng", "signatures below the table"),
    LineKind.REST_OF_HEADER: Text("phần còn lại của tiêu đề", "the rest of the header"),
}


def _passed_over(kind: LineKind, numbers: list[int]) -> Text:
    listed = ", ".join(map(str, numbers[:8])) + (", …" if len(numbers) > 8 else "")
    said = _PASSED[kind]
    return Text(f"{said.vi}, không nhập: dòng {listed}", f"{said.en}, not imported: row {listed}")
