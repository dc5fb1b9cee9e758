"""A file → the rows of its award lists, understood by themselves and with the names the records know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.entry_error import EntryError
from thidua.app.import_columns import Columns
from thidua.app.import_mapping import ColumnWords, fitting, kept, typed
from thidua.app.import_names import Names, NotOne
from thidua.app.import_result import Head, Reading
from thidua.app.import_rows import TableReader
from thidua.diagnostics import Text
from thidua.sheets.columns import Field, key
from thidua.sheets.grid import CannotRead, letters
from thidua.sheets.tables import tables_of
from thidua.sheets.workbook import TEXTS, WORKBOOKS, read_workbook
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from thidua.app.add_award import NewAward
    from thidua.app.import_mapping import Kept
    from thidua.sheets.grid import Sheet, Workbook
    from thidua.sheets.tables import Table
    from thidua.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a file to read, and how.

    Attributes:
        header_rows: numbers of rows that are headers.
        maps: `Header=field`, as typed.
    """

    sheet: str = ""
    header_rows: tuple[int, ...] = ()
    all_tables: bool = False
    encoding: str = ""
    maps: tuple[str, ...] = ()
    fill_down: bool = False


def opened(file: Path, encoding: str = "") -> Workbook:
    """Return the sheets of a file.

    Raises:
        EntryError: it cannot be read, with what to do about it.
    """
    try:
        return read_workbook(file, encoding)
    except CannotRead as error:
        raise EntryError(_why_not(file, error)) from error


def tables_in(workspace: Workspace, book: Workbook, chosen: Chosen) -> tuple[tuple[Table, ...], str]:
    """Return the tables to read, and the path of the kept mapping that was used.

    Raises:
        EntryError: there is none, or several and nobody chose.
    """
    sheets = _sheets(book, chosen.sheet)
    said, remembered = typed(chosen.maps), kept(workspace)
    found: list[Table] = []
    used = ""
    for sheet in sheets:
        for table in _tables(sheet, said, remembered, chosen):
            found.append(table)
            fits = fitting(table, remembered)
            used = fits.path if fits and not chosen.maps else used
    if chosen.header_rows:
        found = [table for table in found if table.top in chosen.header_rows]
    if not found:
        raise EntryError(_no_table(sheets))
    if len(found) > 1 and not chosen.all_tables and len(chosen.header_rows) < len(found):
        raise EntryError(_several(found))
    _refuse_unknown_headers(found, said)
    return tuple(found), used


def read(
    book: Workbook,
    tables: tuple[Table, ...],
    names: Names,
    new: NewAward,
    award: str,
    chosen: Chosen,
    seen: Callable[[int], None],
) -> Reading:
    """Return the rows of tables.

    Args:
        new: what was said of all rows.
        award: of the rows that name none, as typed.
        seen: told of each row that was looked at.

    Raises:
        EntryError: the award is not known.
    """
    head = Head(new.number, new.date, new.authority, new.period, new.year, new.method)
    try:
        given = names.award(award, new.authority, new.date) if award else ""
    except NotOne as error:
        raise EntryError(error.said, "--award") from error
    result = Reading("", book.encoding, tables, [], [], list(_about(book, tables)))
    for table in tables:
        reader = TableReader(Columns(table, names, head, given, fill_down=chosen.fill_down))
        rows = list(reader.rows(seen))
        remarks = reader.remarks
        if len({one.sheet.name for one in tables}) > 1:
            rows = [row.on_sheet(table.sheet.name) for row in rows]
            remarks = [_of_sheet(table.sheet.name, said) for said in remarks]
        result.rows += rows
        result.changes += [change for row in rows for change in row.changes]
        result.remarks += remarks
    return result


def _of_sheet(name: str, said: Text) -> Text:
    return Text(f"trang `{name}`: {said.vi}", f"sheet `{name}`: {said.en}")


def _sheets(book: Workbook, asked: str) -> tuple[Sheet, ...]:
    if not asked:
        return book.sheets
    found = [sheet for sheet in book.sheets if key(sheet.name) == key(asked) or sheet.name == asked]
    if not found:
        found = [sheet for place, sheet in enumerate(book.sheets, 1) if str(place) == asked.lstrip("0")]
    if not found:
        listed = ", ".join(f"`{sheet.name}`" for sheet in book.sheets)
        raise EntryError(
            Text(f"không có trang `{asked}`; có: {listed}", f"there is no sheet `{asked}`; there are: {listed}"),
            "--sheet",
        )
    return tuple(found)


def _tables(sheet: Sheet, said: ColumnWords, remembered: tuple[Kept, ...], chosen: Chosen) -> Iterable[Table]:
    def field_at(place: int, header: str, of: Kept | None = None) -> Field | None:
        found = said.field(place, header)
        return found if found is not None or of is None else of.by_header.get(key(header))

    if len(chosen.header_rows) > 0:
        for row in sorted(set(chosen.header_rows)):
            yield from tables_of(sheet, field_at, row)[:1]
        return
    plain = tables_of(sheet, field_at)
    if not plain and remembered:
        words = {header: field for one in remembered for header, field in one.by_header.items()}
        plain = tables_of(sheet, lambda place, header: said.field(place, header) or words.get(key(header)))
    for table in plain:
        of = fitting(table, remembered)
        again = tables_of(sheet, lambda place, header, of=of: field_at(place, header, of), table.top) if of else ()  # type: ignore[misc]
        yield _cut(again[0], table) if again else table


def _cut(again: Table, table: Table) -> Table:
    return replace(table, columns=again.columns)


def _refuse_unknown_headers(tables: list[Table], said: ColumnWords) -> None:
    there = {key(column.header) for table in tables for column in table.columns}
    places = {column.place for table in tables for column in table.columns}
    wrong = [header for header in said.by_header if header not in there and not any(header in one for one in there)]
    wrong += [letters(place) for place in said.by_place if place not in places]
    if wrong:
        listed = ", ".join(f"`{column.header}`" for table in tables for column in table.columns)
        raise EntryError(
            Text(f"không có cột `{wrong[0]}`; có: {listed}", f"there is no column `{wrong[0]}`; there are: {listed}"),
            "--map",
        )


def _about(book: Workbook, tables: tuple[Table, ...]) -> Iterable[Text]:
    if book.encoding:
        sign = {"\t": "tab"}.get(book.delimiter, book.delimiter)
        yield Text(
            f"tệp CSV: mã chữ {book.encoding}, ngăn cách bằng `{sign}`",
            f"CSV file: encoding {book.encoding}, separated by `{sign}`",
        )
    read = {table.sheet.name for table in tables}
    left = [sheet.name for sheet in book.sheets if sheet.name not in read and sheet.rows]
    if left:
        listed = ", ".join(f"`{name}`" for name in left)
        yield Text(f"trang không đọc: {listed}", f"sheets not read: {listed}")
    for table in tables:
        sheet = table.sheet
        if sheet.is_hidden:
            yield Text(f"trang `{sheet.name}` đang ẩn", f"sheet `{sheet.name}` is hidden")
        hidden = [row.number for row in table.rows if row.number in sheet.hidden_rows]
        if hidden:
            listed = ", ".join(map(str, hidden[:8])) + (", …" if len(hidden) > 8 else "")
            yield Text(
                f"{len(hidden)} dòng đang ẩn cũng được đọc: {listed}",
                f"{len(hidden)} hidden rows are read too: {listed}",
            )
        unseen = [column.letters for column in table.columns if column.place in sheet.hidden_columns]
        if unseen:
            yield Text(
                f"cột đang ẩn cũng được đọc: {', '.join(unseen)}", f"hidden columns are read too: {', '.join(unseen)}"
            )
        for column in table.of(Field.PRIVATE):
            yield Text(
                f"cột {column.letters} “{column.header}” là thông tin riêng của cá nhân: không nhập vào kho chung",
                f"column {column.letters} “{column.header}” holds people's own data:"
                " it does not go into the shared records",
            )
        if table.repeated:
            listed = ", ".join(map(str, table.repeated))
            yield Text(f"tiêu đề lặp lại ở dòng {listed}", f"the header stands again in row {listed}")


def _no_table(sheets: Iterable[Sheet]) -> Text:
    listed = ", ".join(f"`{sheet.name}`" for sheet in sheets)
    return Text(
        f"không thấy dòng tiêu đề nào có cột họ tên hay tên tập thể ở {listed}; chỉ ra bằng --header-row và --map",
        f"no header with a column of names was found in {listed}; point to it with --header-row and --map",
    )


def _several(tables: list[Table]) -> Text:
    rows = [(table.sheet.name, table.top, len(table.rows)) for table in tables]
    vi = "".join(f"\n  trang `{name}`, tiêu đề ở dòng {top}, {count} dòng" for name, top, count in rows)
    en = "".join(f"\n  sheet `{name}`, header in row {top}, {count} rows" for name, top, count in rows)
    return Text(
        f"có {len(tables)} bảng; chọn bằng --sheet, --header-row, hoặc đọc tất cả bằng --all-tables:{vi}",
        f"there are {len(tables)} tables; choose with --sheet, --header-row, or read all with --all-tables:{en}",
    )


def _why_not(file: Path, error: CannotRead) -> Text:
    name = f"`{file.name}`"
    match error.reason:
        case "missing-library":
            how = "`python -m pip install -c constraints.txt -e '.[office]'`"
            return Text(
                f"chưa cài thư viện đọc Excel; ở thư mục của chương trình chạy {how}, hoặc lưu tệp thành CSV UTF-8",
                f"the library that reads Excel is not installed; in the program's folder run {how},"
                " or save the file as CSV UTF-8",
            )
        case "no-file":
            return Text(f"không có tệp `{file}`", f"there is no file `{file}`")
        case "unknown-kind":
            kinds = ", ".join((*WORKBOOKS, *TEXTS))
            return Text(
                f"{name} không phải bảng tính; đọc được: {kinds}", f"{name} is no spreadsheet; these are read: {kinds}"
            )
        case "locked":
            return Text(
                f"{name} có mật khẩu; mở bằng Excel và bỏ mật khẩu",
                f"{name} has a password; open it in Excel and take it away",
            )
        case "too-large":
            return Text(
                f"{name} lớn quá {error.detail} MB; tách thành nhiều tệp",
                f"{name} is larger than {error.detail} MB; make several files of it",
            )
        case "encoding":
            said = f" {error.detail}" if error.detail else ""
            return Text(
                f"không rõ mã chữ{said} của {name} (có thể là phông cũ TCVN3, VNI);"
                " trong Excel lưu thành “CSV UTF-8”, hoặc ghi --encoding",
                f"the encoding{said} of {name} is not clear (it may be of an old font such as TCVN3, VNI);"
                " save it as “CSV UTF-8”, or give --encoding",
            )
        case _:
            return Text(f"không đọc được {name}: {error.detail}", f"{name} cannot be read: {error.detail}")
