"""A form as a workbook: written for a clerk, with what is needed to read back only what was changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from thidua.diagnostics import Language, Text
from thidua.render.export_xlsx import MOMENT
from thidua.render.office import MissingLibrary, needed
from thidua.report.sheet_form import FIELDS, Form, FormRow, Offer
from thidua.sheets.grid import CannotRead, address, is_blank, letters
from thidua.sheets.pages import plain_pages
from thidua.sheets.workbook import read_workbook
from thidua.value_class import asdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from thidua.sheets.grid import Unread

VERSION: Final = "thidua-sheet-1"
STATE: Final = "_thidua"
LISTS: Final = "_danh_muc"
PAGE: Final = Text("Danh sách", "Recipients")
HELP: Final = Text("Hướng dẫn", "How to")
SPARE: Final = 500
"""How many empty rows below the last have drop-downs."""

PIECE: Final = 30_000
"""What is kept of the form stands in cells of so many letters; a cell of Excel has room for 32,767."""

_TITLES: Final = {title: field.name for field in FIELDS for title in (field.title.vi, field.title.en)}

INSTRUCTIONS: Final = (
    Text("Trang «Danh sách»: mỗi dòng một người, một tập thể, một hộ.", "Page “Recipients”: a row for each person, collective or household."),
    Text("Sửa ô nào thì chỉ ô ấy được ghi vào bản ghi; ô không sửa giữ nguyên.", "Only cells that you change are written into the record."),
    Text("Thêm người: gõ vào dòng trống bên dưới. Bỏ một người: xoá cả dòng, hoặc xoá trắng cả dòng.", "To add somebody, type into an empty row. To take a row away, delete it or clear it."),
    Text("Danh hiệu, đơn vị, đối tượng: chọn trong danh sách thả xuống; đơn vị chưa có thì gõ tên.", "Awards, units and kinds: choose from the drop-down; type the name of a unit that is not there."),
    Text("Được xếp thứ tự, lọc, chép dòng. Không đổi tên cột, không xoá cột A (đang ẩn) và các trang ẩn.", "You may sort, filter and copy rows. Do not rename columns, nor delete column A (hidden) and the hidden pages."),
    Text("Không điền vào phiếu ngày sinh, quê quán, số định danh: bản ghi không chứa những điều ấy.", "Enter no birth dates, home towns or identity numbers: records do not hold them."),
    Text("Xong thì chạy: thidua sheet read TỆP NÀY. Chỗ nào người khác đã sửa trong lúc ấy sẽ được nêu từng dòng.", "Then run: thidua sheet read THIS FILE. What somebody else changed meanwhile is told row by row."),
)  # fmt: skip


class NotAForm(Exception):
    """The file cannot be read, or was not made by `thidua sheet new`, or lost what was hidden in it."""


class UnreadCells(Exception):
    """Cells of the form show something in Excel that cannot be read: an error, a formula without a result.

    Attributes:
        cells: address and reason of each.
    """

    def __init__(self, cells: tuple[tuple[str, Unread], ...]) -> None:
        super().__init__(", ".join(cell for cell, _ in cells))
        self.cells = cells


def write_form(path: Path, form: Form, lists: Mapping[Offer, Sequence[str]], language: Language) -> None:
    """Write the workbook.

    Args:
        lists: what the drop-downs offer.

    Raises:
        MissingLibrary: XlsxWriter is not installed.
    """
    with needed("xlsxwriter").Workbook(str(path)) as made:
        made.set_properties({"created": MOMENT})
        text = made.add_format({"num_format": "@", "valign": "top"})
        bold = made.add_format({"bold": True, "text_wrap": True, "bg_color": "#E2EFDA", "num_format": "@"})
        page = made.add_worksheet(PAGE.words(language))
        _fill_page(page, form, language, text, bold)
        _fill_help(made.add_worksheet(HELP.words(language)), language, made.add_format({"text_wrap": True}))
        _fill_lists(made.add_worksheet(LISTS), page, lists, len(form.rows))
        _fill_state(made.add_worksheet(STATE), form)


def _fill_page(page: Any, form: Form, language: Language, text: Any, bold: Any) -> None:
    page.set_column(0, 0, 6, text, {"hidden": True})
    page.write_string(0, 0, "#", bold)
    for place, field in enumerate(FIELDS, start=1):
        page.set_column(place, place, field.width, text)
        page.write_string(0, place, field.title.words(language), bold)
    for number, row in enumerate(form.rows, start=1):
        page.write_string(number, 0, str(number), text)
        for place, field in enumerate(FIELDS, start=1):
            if field.name in row.shown:
                page.write_string(number, place, row.shown[field.name], text)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, len(form.rows), len(FIELDS))


def _fill_help(page: Any, language: Language, wrapped: Any) -> None:
    page.set_column(0, 0, 100, wrapped)
    for number, line in enumerate(INSTRUCTIONS):
        page.write_string(number, 0, line.words(language), wrapped)


def _fill_lists(page: Any, form_page: Any, lists: Mapping[Offer, Sequence[str]], rows: int) -> None:
    page.hide()
    places = {}
    for column, (offer, values) in enumerate(lists.items()):
        for number, value in enumerate(values):
            page.write_string(number, column, value)
        letter = chr(ord("A") + column)
        places[offer] = f"={LISTS}!${letter}$1:${letter}${max(1, len(values))}"
    for place, field in enumerate(FIELDS, start=1):
        if field.offer is not None:
            kind = "stop" if field.closed else "information"
            how = {"validate": "list", "source": places[field.offer], "error_type": kind, "show_error": field.closed}
            form_page.data_validation(1, place, rows + SPARE, place, how)


def _fill_state(page: Any, form: Form) -> None:
    page.very_hidden()
    packed = json.dumps(asdict(form), ensure_ascii=True)
    page.write_string(0, 0, VERSION)
    for number, start in enumerate(range(0, len(packed), PIECE), start=1):
        page.write_string(number, 0, packed[start : start + PIECE])


def read_form(path: Path) -> tuple[Form, list[tuple[int, int | None, dict[str, str]]]]:
    """Return what was hidden, and the rows now: number in the sheet, number when it was made, cells by field.

    Raises:
        MissingLibrary: python-calamine is not installed.
        NotAForm: see the class.
        OSError: there is no such file.
    """
    try:
        pages = plain_pages(path)
    except CannotRead as error:
        if error.reason == "missing-library":
            raise MissingLibrary("python_calamine", "office") from error
        raise NotAForm(str(error)) from error
    try:
        form = _form(pages.pop(STATE))
        page = next(rows for name, rows in pages.items() if name in (PAGE.vi, PAGE.en))
        return form, _rows(page)
    except (KeyError, IndexError, ValueError, TypeError, StopIteration) as error:
        raise NotAForm(str(error)) from error


def beside(path: Path) -> tuple[str, ...]:
    """Return the columns of a form that are not its own and hold something: `P`.

    Raises:
        UnreadCells: see the class; an empty cell in their place would clear what the record has.
    """
    page = next(sheet for sheet in read_workbook(path).sheets if sheet.name in (PAGE.vi, PAGE.en))
    own = {0, *(place for place, cell in enumerate(page.rows[0].cells) if str(cell) in _TITLES)}
    unread = tuple((address(*at), why) for at, why in sorted(page.unread.items()) if at[1] in own)
    if unread:
        raise UnreadCells(unread)
    others = {place for row in page.rows for place, cell in enumerate(row.cells) if not is_blank(cell)} - own
    return tuple(letters(place) for place in sorted(others))


def _form(cells: list[list[Any]]) -> Form:
    version, *pieces = (str(row[0]) for row in cells)
    if version != VERSION:
        raise ValueError(version)
    kept = json.loads("".join(pieces))
    return Form(**{**kept, "rows": tuple(FormRow(**row) for row in kept["rows"])})


def _rows(cells: list[list[Any]]) -> list[tuple[int, int | None, dict[str, str]]]:
    columns = {place: _TITLES[str(cell)] for place, cell in enumerate(cells[0]) if str(cell) in _TITLES}
    if len(columns) != len(FIELDS) or cells[0][0] != "#":
        raise ValueError("columns")
    found = []
    for number, row in enumerate(cells[1:], start=2):
        values = {name: _text(row[place]) for place, name in columns.items()}
        key = _text(row[0])
        found.append((number, int(key) if key else None, {name: value for name, value in values.items() if value}))
    return found


def _text(cell: Any) -> str:
    """Return a cell as text; a whole number that Excel made of what was typed has no decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
