"""Files of all kinds: broken ones, CSV in the encodings of Excel, ODS."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.importing.conftest import BY, HEADER, Repository, row
from tests.importing.tried import Made, people, problems, tried

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long


HOSTILE = [
    "=cmd|'/C calc'!A0",
    "@SUM(A1)",
    "+84 900 000 000",
    "A" * 40_000,
    "Nguyễn\x07Văn An",
    "Nguyễn Văn A1",
    "-",
    "<b>",
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_refused_at_its_cell(repository: Repository, tmp_path: Path, typed: str) -> None:
    file = tmp_path / "xau.csv"
    cells = [f'"{cell}"'.replace("\n", " ") for cell in row(1, typed)]
    file.write_text(",".join(HEADER) + "\n" + ",".join(map(str, cells)) + "\n", "utf-8")
    assert problems(tried(repository, str(file))) == ["B2"]


def test_a_formula_without_a_result_and_an_error_are_said(repository: Repository, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page: Any = book.active
    page.append(list(HEADER))
    page.append(list(row(1, '=CONCATENATE("Nguyễn"," Văn An")')))
    page.append(list(row(2, "Lê Thị Cúc", award="#N/A")))
    page["E3"].data_type = "e"
    book.save(tmp_path / "cong-thuc.xlsx")
    found = tried(repository, str(tmp_path / "cong-thuc.xlsx"))
    assert sorted(set(problems(found))) == ["B2", "E3"]


def test_hidden_rows_and_columns_are_read_and_said(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "an.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, row(1, "Nguyễn Văn An"))
        page.write_row(2, 0, row(2, "Lê Thị Cúc"))
        page.set_row(2, None, None, {"hidden": True})
        page.set_column("C:C", None, None, {"hidden": True})
    found = tried(repository, str(file))
    assert people(found) == ["Nguyễn Văn An", "Lê Thị Cúc"]
    assert sum("ẩn" in one for one in found["remarks"]) == 2


def test_a_million_empty_rows_below_cost_nothing(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "duoi.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, row(1, "Nguyễn Văn An"))
        page.write(1_048_575, 6, " ")
    assert people(tried(repository, str(file))) == ["Nguyễn Văn An"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"not a workbook"])
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_a_broken_file_ends_in_words(repository: Repository, tmp_path: Path, content: bytes, ending: str) -> None:
    file = tmp_path / f"hong.{ending}"
    file.write_bytes(content)
    answer = repository.thidua("import-awards", str(file), *BY)
    assert answer.status == 2
    assert "hong" in answer.err
    assert "Traceback" not in answer.err


def test_a_file_that_is_not_there_or_no_table(repository: Repository, tmp_path: Path, made: Made) -> None:
    (tmp_path / "a.docx").write_bytes(b"")
    for file in (
        str(tmp_path / "khong-co.xlsx"),
        str(tmp_path / "a.docx"),
        made(("x", "y"), (1, 2)),
        made(name="rong.xlsx"),
    ):
        assert repository.thidua("import-awards", file, *BY).status == 2


# other kinds of file


HEADS = "STT;Họ và tên;Danh hiệu;Số quyết định;Ngày quyết định"
LINES = f"{HEADS}\r\n1;Đặng Thị Thuỷ;Lao động tiên tiến;5/QĐ-UBND;06/3/2023\r\n"
ENCODINGS = {
    "utf-8-sig": "utf-8-sig",
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "cp1258": "windows-1258",
}


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_csv_in_the_encodings_of_excel(repository: Repository, tmp_path: Path, encoding: str, sign: str) -> None:
    file = tmp_path / "ds.csv"
    text = LINES.replace(";", sign)
    file.write_bytes(_of_windows(text) if encoding == "cp1258" else text.encode(encoding))
    found = tried(repository, str(file))
    assert found["encoding"] == ENCODINGS[encoding]
    assert people(found) == ["Đặng Thị Thuỷ"]


def _of_windows(text: str) -> bytes:
    """Windows-1258 writes tones after their letters, but not â, ê, ô, ă, ơ, ư."""
    data = b""
    for letter in unicodedata.normalize("NFC", text):
        try:
            data += letter.encode("cp1258")
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", letter)
            tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
            letter = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in tones))
            data += letter.encode("cp1258") + "".join(tones).encode("cp1258")
    return data


def test_a_csv_of_an_old_font_is_refused_rather_than_garbled(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "tcvn3.csv"
    file.write_bytes("Hä vµ tªn;Danh hiÖu\nNguyÔn V¨n B×nh;Lao ®éng tiªn tiÕn\n".encode("latin-1"))
    answer = repository.thidua("import-awards", str(file), *BY)
    assert answer.status == 2
    assert "TCVN3" in answer.err


def test_a_csv_with_line_breaks_and_signs_inside_cells(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "ds.csv"
    file.write_text('sep=;\nHọ và tên;Danh hiệu;Thành tích\n"Nguyễn Văn\nAn";LĐTT;"tốt; rất ""tốt"""\n', "utf-8")
    found = tried(repository, str(file), "--year", "2023")
    assert found["rows"][0]["recipient"] == {"name": "Nguyễn Văn An", "achievement": 'tốt; rất "tốt"'}


def test_ods(repository: Repository, tmp_path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    page = Table(name="Bảng")
    for cells in (("DANH SÁCH",), (), HEADER, row(1, "NGUYỄN VĂN AN")):
        line = TableRow()
        for cell in cells:
            one = TableCell(valuetype="string")
            one.addElement(P(text=str(cell)))
            line.addElement(one)
        page.addElement(line)
    book.spreadsheet.addElement(page)
    book.save(str(tmp_path / "ds.ods"))
    found = tried(repository, str(tmp_path / "ds.ods"))
    assert found["tables"][0]["header_row"] == 3
    assert people(found) == ["Nguyễn Văn An"]
