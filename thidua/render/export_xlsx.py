"""An exported table as a workbook: every text stays text, titles in the reader's language, closed lists in words."""

from __future__ import annotations

from datetime import date, datetime
from itertools import chain, islice
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from thidua.diagnostics import Language
from thidua.model.labels import LABELS
from thidua.model.lists import YesNo
from thidua.render.office import needed
from thidua.report.export_columns import TITLES, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from thidua.report.export import Sheet
    from thidua.report.export_columns import Column
    from thidua.store.exported import Values

MOMENT: Final = datetime(2000, 1, 1)
"""The day on which every workbook says it was made, so that the same records give the same bytes."""

MOST_ROWS: Final = 1_048_575
"""What a sheet of Excel has room for, below its titles; more rows go on in a next sheet."""

LONGEST: Final = 32_767
"""What a cell of Excel has room for, in UTF-16 units."""

FIRST_DAY: Final = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; earlier days are written as text."""


class CellTooLong(Exception):
    """A text has no room in a cell; cutting it short would say something else.

    Attributes:
        column: its title.
        row: its row in the sheet.
    """

    def __init__(self, column: str, row: int) -> None:
        super().__init__(f"{column}, {row}")
        self.column = column
        self.row = row


def write_xlsx(path: Path, sheet: Sheet, language: Language) -> None:
    """Write a workbook, row by row.

    Raises:
        MissingLibrary: XlsxWriter is not installed.
        CellTooLong: see the class.
    """
    workbook = needed("xlsxwriter").Workbook
    with TemporaryDirectory(prefix="thidua-") as aside:
        made = workbook(str(path), {"constant_memory": True, "tmpdir": aside})
        try:
            _fill(made, sheet, language)
        except BaseException:  # also where somebody stops it: an open file could not be removed on Windows
            made.fileclosed = True
            for page in made.worksheets():
                page.row_data_fh.close()
            raise
        made.close()


def _fill(made: Any, sheet: Sheet, language: Language) -> None:
    title = TITLES[sheet.what].words(language)
    made.set_properties({"title": title, "created": MOMENT})
    writer = _Writer(made, sheet.columns, language)
    rows = iter(sheet.rows)
    for number, first in enumerate(chain([()], rows)):  # a sheet even where there is no row
        some = islice(rows, MOST_ROWS) if not first else chain([first], islice(rows, MOST_ROWS - 1))
        writer.fill(made.add_worksheet(f"{title} ({number + 1})" if number else title), some)


class _Writer:
    """Writes sheets of one table."""

    def __init__(self, made: Any, columns: tuple[Column, ...], language: Language) -> None:
        self._columns = columns
        self._titles = [column.title.words(language) for column in columns]
        self._labels = labels(language)
        self._bold = made.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E2EFDA"})
        text = made.add_format({"num_format": "@"})
        day = made.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
        whole = made.add_format({"num_format": "0"})
        self._formats = {Kind.DAY: day, Kind.WHOLE: whole, Kind.DECIMAL: made.add_format({"num_format": "General"})}
        self._text = text

    def fill(self, page: Any, rows: Iterable[Values]) -> None:
        for place, column in enumerate(self._columns):
            page.set_column(place, place, column.width, self._formats.get(column.kind, self._text))
            page.write_string(0, place, self._titles[place], self._bold)
        page.set_row(0, 32)
        page.freeze_panes(1, 0)
        last = 0
        for last, row in enumerate(rows, start=1):
            for place, value in enumerate(row):
                if value is not None:
                    self._write(page, last, place, value)
        page.autofilter(0, 0, last, len(self._columns) - 1)

    def _write(self, page: Any, row: int, place: int, value: str | int | bool) -> None:
        kind = self._columns[place].kind
        match value:
            case bool():
                self._string(page, row, place, self._labels[YesNo.YES if value else YesNo.NO])
            case int():
                page.write_number(row, place, value, self._formats[Kind.WHOLE])
            case str() if kind is Kind.DAY and (day := date.fromisoformat(value)) >= FIRST_DAY:
                page.write_datetime(row, place, day, self._formats[Kind.DAY])
            case str() if kind is Kind.DECIMAL:
                page.write_number(row, place, float(value), self._formats[Kind.DECIMAL])
            case str() if kind is Kind.CHOICE:
                self._string(page, row, place, self._labels.get(value, value))
            case _:
                self._string(page, row, place, value)

    def _string(self, page: Any, row: int, place: int, text: str) -> None:
        if len(text) > LONGEST // 2 and len(text.encode("utf-16-le")) // 2 > LONGEST:
            raise CellTooLong(self._titles[place], row + 1)
        page.write_string(row, place, text, self._text)


def labels(language: Language) -> Mapping[str, str]:
    """Return how the values of closed lists read."""
    which = 1 if language is Language.EN else 0
    return {slug.value: words[which] for slug, words in LABELS.items()}
