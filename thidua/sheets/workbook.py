"""A file → its sheets. python-calamine is loaded in this package and nowhere else, and only for workbooks."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Final

from thidua.sheets.csv_file import read_csv
from thidua.sheets.grid import CannotRead, Row, Sheet, Unread, Workbook, is_blank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from thidua.sheets.grid import Cell

WORKBOOKS: Final = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS: Final = (".csv", ".tsv", ".txt")
MAX_BYTES: Final = 64 << 20
"""The largest file that is read."""
MAX_UNPACKED: Final = 1 << 30
"""What a workbook may come to when it is unpacked; a small file can hold far more than memory does."""
WIDEST: Final = 200
"""Columns of a row that are looked at."""

_HIDDEN_ROW: Final = re.compile(rb"<row\b(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*\br=\"(\d+)\"")
_HIDDEN_COLUMN: Final = re.compile(rb"<col\b(?=[^>]*\bhidden=\"(?:1|true)\")[^>]*>")
_FROM_TO: Final = re.compile(rb"\b(min|max)=\"(\d+)\"")
_ERROR: Final = re.compile(rb"<c\b(?=[^>]*\bt=\"e\")[^>]*\br=\"([A-Z]{1,3})(\d+)\"")
_NO_RESULT: Final = re.compile(
    rb"<c\b[^>]*\br=\"([A-Z]{1,3})(\d+)\"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v>\s*</v>|<v\s*/>)?\s*</c>"
)


def read_workbook(file: Path, encoding: str = "") -> Workbook:
    """Return the sheets of a file, whatever its ending makes it.

    Args:
        encoding: of a CSV file, where it was said.

    Raises:
        CannotRead: see the class.
    """
    ending = file.suffix.lower()
    if ending not in (*WORKBOOKS, *TEXTS):
        raise CannotRead("unknown-kind", ending)
    try:
        if file.stat().st_size > MAX_BYTES:
            raise CannotRead("too-large", str(MAX_BYTES >> 20))
        if ending in TEXTS:
            return read_csv(file.read_bytes(), file.stem, encoding)
    except FileNotFoundError as error:
        raise CannotRead("no-file") from error
    except OSError as error:
        raise CannotRead("os", error.strerror or str(error)) from error
    return _of_calamine(file)


def _of_calamine(file: Path) -> Workbook:
    try:
        from python_calamine import CalamineError, CalamineWorkbook, PasswordError
    except ImportError as error:
        raise CannotRead("missing-library") from error
    refuse_bomb(file)
    try:
        with file.open("rb") as opened:
            book = CalamineWorkbook.from_filelike(opened)
            sheets = tuple(_sheets(file, book))
    except PasswordError as error:
        raise CannotRead("locked") from error
    except (CalamineError, OSError, ValueError, zipfile.BadZipFile) as error:
        raise CannotRead("damaged", str(error)) from error
    return Workbook(sheets)


def _sheets(file: Path, book: object) -> Iterator[Sheet]:
    parts = _parts(file)
    for place, about in enumerate(book.sheets_metadata):  # type: ignore[attr-defined]
        if not str(about.typ).endswith("WorkSheet"):
            continue
        sheet = book.get_sheet_by_index(place)  # type: ignore[attr-defined]
        rows = tuple(_rows(sheet.iter_rows()))
        merged = tuple(sheet.merged_cell_ranges or ())
        shown = str(about.visible).endswith(".Visible")
        yield Sheet(about.name, rows, merged, not shown, *_looks(parts.get(about.name, b"")))


def _rows(rows: Iterator[list[Cell]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, 1):
        del cells[WIDEST:]
        while cells and (cells[-1] == "" or is_blank(cells[-1])):
            cells.pop()
        if cells:
            yield Row(number, tuple(cells))


def refuse_bomb(file: Path) -> None:
    """Refuse a workbook that would not fit when it is unpacked.

    Raises:
        CannotRead: see the class.
    """
    if not zipfile.is_zipfile(file):
        return
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise CannotRead("too-large", str(MAX_UNPACKED >> 20))
    except (zipfile.BadZipFile, OSError) as error:
        raise CannotRead("damaged", str(error)) from error


# what calamine does not tell: the sheets' own XML is searched, not parsed


def _parts(file: Path) -> dict[str, bytes]:
    """Return the XML of each sheet of an .xlsx file, by the sheet's name; nothing of other files."""
    if file.suffix.lower() not in (".xlsx", ".xlsm") or not zipfile.is_zipfile(file):
        return {}
    from html import unescape

    with zipfile.ZipFile(file) as packed:
        names = set(packed.namelist())
        if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
            return {}
        book = packed.read("xl/workbook.xml").decode("utf-8", "replace")
        relations = packed.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
        targets = {}
        for one in re.findall(r"<Relationship\b[^>]*>", relations):
            id_, target = (re.search(rf'\b{name}="([^"]*)"', one) for name in ("Id", "Target"))
            if id_ and target:
                targets[id_[1]] = target[1]
        found = {}
        for one in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
            name, relation = re.search(r'\bname="([^"]*)"', one), re.search(r'\br:id="([^"]*)"', one)
            leads = targets.get(relation[1], "") if relation else ""
            path = leads.lstrip("/") if leads.startswith("/") else f"xl/{leads}"
            if name and path in names:
                found[unescape(name[1])] = packed.read(path)
        return found


def _looks(xml: bytes) -> tuple[frozenset[int], frozenset[int], dict[tuple[int, int], Unread]]:
    """Return hidden rows, hidden columns, and cells whose value is not there."""
    rows = frozenset(int(number) for number in _HIDDEN_ROW.findall(xml)) if b"hidden=" in xml else frozenset()
    columns: set[int] = set()
    for one in _HIDDEN_COLUMN.findall(xml[: xml.find(b"<sheetData")]):
        ends = {name: int(number) for name, number in _FROM_TO.findall(one)}
        if {b"min", b"max"} <= set(ends):
            columns |= set(range(ends[b"min"] - 1, min(ends[b"max"], WIDEST)))
    unread = {_place(*one): Unread.FORMULA for one in _NO_RESULT.findall(xml)} if b"<f" in xml else {}
    if b't="e"' in xml:
        unread |= {_place(*one): Unread.ERROR for one in _ERROR.findall(xml)}
    return rows, frozenset(columns), unread


def _place(column: bytes, row: bytes) -> tuple[int, int]:
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return int(row), number - 1
