"""Every format holds the same rows, read back by another library; nothing typed becomes more than text."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from python_calamine import load_workbook as load_quickly

from tests.export.office import AWKWARD, WHATS, Office, from_csv, from_parquet, from_sqlite
from thidua.diagnostics import Language
from thidua.render.csv_cells import guarded, unguarded
from thidua.render.export_xlsx import labels
from thidua.report.export_columns import COLUMNS, TITLES, Column, Kind, What

if TYPE_CHECKING:
    from pathlib import Path


def values_of(file: Path) -> list[list[Any]]:
    """Return the cells of a workbook; openpyxl does not undo the form in which `_x0041_` is written, Excel does."""
    rows = sheet_of(file).iter_rows(values_only=True)
    return [[unescape(value) if isinstance(value, str) else value for value in row] for row in rows]


def sheet_of(file: Path) -> Any:
    (sheet,) = load_workbook(file).worksheets
    return sheet


@pytest.mark.parametrize("what", WHATS)
def test_a_workbook_read_by_another_library_holds_the_rows(office: Office, what: str) -> None:
    columns, expected = COLUMNS[What(what)], office.rows(what)
    read = values_of(office.file(what, "xlsx"))
    assert read[0] == [column.title.vi for column in columns]
    shown = [[in_workbook(column, row[column.name]) for column in columns] for row in expected]
    assert read[1:] == shown
    assert expected


def in_workbook(column: Column, value: Any) -> Any:
    """How a value of JSON reads in a workbook."""
    if value is None:
        return None
    match column.kind:
        case Kind.DAY:
            return datetime.fromisoformat(value)
        case Kind.DECIMAL:
            return float(value)
        case Kind.YES_NO:
            return "có" if value else "không"
        case Kind.CHOICE:
            return labels(Language.VI)[value]
        case _:
            return value


@pytest.mark.parametrize("what", WHATS)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link_and_codes_are_text(office: Office, what: str) -> None:
    sheet = sheet_of(office.file(what, "xlsx"))
    kinds = [column.kind for column in COLUMNS[What(what)]]
    for row in sheet.iter_rows(min_row=2):
        for cell, kind in zip(row, kinds, strict=True):
            assert cell.hyperlink is None
            assert cell.data_type in ("s", "n", "d"), cell.coordinate
            if kind in (Kind.TEXT, Kind.CODE, Kind.CHOICE) and cell.value is not None:
                assert (cell.data_type, cell.number_format) == ("s", "@")
            if kind is Kind.DAY and cell.value is not None:
                assert cell.is_date


def test_a_workbook_is_ready_to_be_read(office: Office) -> None:
    sheet = sheet_of(office.file("awards", "xlsx"))
    assert sheet.title == TITLES[What.AWARDS].vi
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert all(sheet.column_dimensions[cell.column_letter].width >= 7 for cell in sheet[1])
    assert all(cell.font.bold for cell in sheet[1])


def test_english_titles_and_words_on_demand(office: Office) -> None:
    file = office.out / "english.xlsx"
    assert office.export("awards", "-o", str(file), "--lang", "en").status == 0
    sheet = sheet_of(file)
    assert [cell.value for cell in sheet[1]] == [column.title.en for column in COLUMNS[What.AWARDS]]
    assert {"granted", "presented", "revoked"} <= {cell.value for cell in sheet["C"]}


@pytest.mark.parametrize("what", WHATS)
def test_csv_holds_the_rows_and_its_cells_begin_no_formula(office: Office, what: str) -> None:
    file = office.file(what, "csv")
    text = file.read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    plain = [{name: as_text(value) for name, value in row.items()} for row in office.rows(what)]
    assert from_csv(file) == plain
    for line in text.removeprefix("\ufeff").split("\r\n")[1:]:
        assert not re.search(r'(^|,)"?[=+\-@\t\r]', re.sub(r'""|(?<=[^,"])"(?=[^,"])', "", line)), line


def as_text(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


@given(st.text(alphabet="'=+-@\t\ra\n ", max_size=6))
def test_the_guard_of_csv_can_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("what", WHATS)
def test_sqlite_and_parquet_hold_the_rows(office: Office, what: str) -> None:
    expected = office.rows(what)
    assert from_sqlite(office.file(what, "sqlite"), what) == expected
    days = [column.name for column in COLUMNS[What(what)] if column.kind is Kind.DAY]
    read = from_parquet(str(office.file(what, "parquet")))
    for row in read:
        assert all(row[name] is None or isinstance(row[name], date) for name in days)
        row.update({name: row[name].isoformat() for name in days if row[name] is not None})
    assert read == expected


def test_sqlite_tells_what_its_columns_are(office: Office) -> None:
    told = from_sqlite(office.file("units", "sqlite"), "columns")
    assert [row["name"] for row in told] == [column.name for column in COLUMNS[What.UNITS]]
    assert [row["means"] for row in told] == [column.means.vi for column in COLUMNS[What.UNITS]]


@pytest.mark.parametrize("ending", ["xlsx", "csv", "jsonl", "sqlite", "parquet"])
def test_names_as_awkward_as_they_get_arrive_whole(office: Office, ending: str) -> None:
    file = office.file("awards", ending, "--year", "2021")
    place = [column.name for column in COLUMNS[What.AWARDS]].index("name")
    read: dict[str, Any] = {
        "xlsx": lambda: [row[place] for row in load_quickly(str(file)).get_sheet_by_index(0).to_python()[1:]],
        "csv": lambda: [row["name"] for row in from_csv(file)],
        "jsonl": lambda: [row["name"] for row in office.rows("awards", "--year", "2021")],
        "sqlite": lambda: [row["name"] for row in from_sqlite(file, "awards")],
        "parquet": lambda: [row["name"] for row in from_parquet(str(file))],
    }
    assert tuple(read[ending]()) == AWKWARD


def test_a_text_longer_than_a_cell_of_excel_is_refused_and_not_cut(office: Office) -> None:
    long = "ữ" * 32_768
    office.write("records/organisations/dai.yaml", f"name: {long}\n")
    file = office.out / "units.xlsx"
    ran = office.export("units", "-o", str(file))
    assert ran.status == 1
    assert "«Tên» dài quá một ô" in ran.err
    assert list(office.out.iterdir()) == []
    assert office.rows("units")[0]["name"] == long


def test_a_day_before_excel_can_count_stays_text(office: Office) -> None:
    office.write("records/organisations/co.yaml", "name: Cơ quan xưa\nfrom: 1890-05-19\n")
    rows = list(sheet_of(office.file("units", "xlsx")).iter_rows(min_row=2, values_only=True))
    place = [column.name for column in COLUMNS[What.UNITS]].index("start")
    assert rows[0][place] == "1890-05-19"
