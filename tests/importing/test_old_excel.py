"""Workbooks of Excel 97 to 2003 (.xls), as many offices still have them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
import xlwt

from tests.importing.conftest import BY, HEADER, Repository

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG"
ROWS = (
    (1, "ĐỖ THỊ HOÀ", "Chuyên viên", "Phòng Nội vụ", "Giấy khen", "412/QĐ-UBND", date(2023, 3, 6)),
    (2, "Bà Nguyễn Thị Ví Dụ", "Văn thư", "Phòng Y tế", "Giấy khen", "412/QĐ-UBND", date(2023, 3, 6)),
)


def old(file: Path) -> str:
    """Write the list as Excel 97 keeps it: a merged title, a header in row 3, days as numbers with a format."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Danh sách")
    sheet.write_merge(0, 0, 0, len(HEADER) - 1, TITLE)
    for number, cells in enumerate((HEADER, *ROWS), start=2):
        for place, cell in enumerate(cells):
            look = [xlwt.easyxf(num_format_str="dd/mm/yyyy")] if isinstance(cell, date) else []
            sheet.write(number, place, cell, *look)
    book.save(str(file))
    return str(file)


def new(file: Path) -> str:
    """Write the same as .xlsx."""
    with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.merge_range(0, 0, 0, len(HEADER) - 1, TITLE)
        for number, cells in enumerate((HEADER, *ROWS), start=2):
            sheet.write_row(number, 0, cells)
    return str(file)


def test_an_old_workbook_is_read_as_the_new_one_is(repository: Repository, tmp_path: Path) -> None:
    answers = [
        repository.thidua("import-awards", file, *BY, "--dry-run", "--all")
        for file in (old(tmp_path / "ds.xls"), new(tmp_path / "ds.xlsx"))
    ]
    assert [one.status for one in answers] == [0, 0], answers[0].err
    assert answers[0].out.replace("ds.xls", "ds.xlsx") == answers[1].out
    assert repository.thidua("import-awards", old(tmp_path / "ds.xls"), *BY).status == 0
    text = repository.text("records/awards/2023/412-qd-ubnd-mong-cai.yaml")
    assert "{name: Đỗ Thị Hoà, position: Chuyên viên, unit: phong-noi-vu-mong-cai}" in text
    assert "date: 2023-03-06" in text


@pytest.mark.parametrize(
    "content",
    [
        b"<html><table><tr><td>H\xe1\xbb\x8d t\xc3\xaan</td></tr></table></html>",
        b"",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ],
)
def test_what_only_has_the_ending_is_refused_in_words(repository: Repository, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ds.xls").write_bytes(content)
    answer = repository.thidua("import-awards", str(tmp_path / "ds.xls"), *BY)
    assert (answer.status, answer.out, repository.changed()) == (2, "", [])
    assert "không đọc được `ds.xls`" in answer.err
