"""What is no form, or no longer one, is refused with what may be the cause; nothing is lost by it."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import load_workbook

from tests.sheet.office import COLUMNS, PATH, Office, put


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "99/QĐ-UBND", "-o", "x.xlsx"), "không có quyết định"),
        (("new", "1/QĐ-UBND"), "cần `-o`"),
        (("new", "1/QĐ-UBND", "-o", "x.csv"), "cần `-o`"),
        (("new", "-o", "x.xlsx"), "ghi một quyết định"),
        (("new", "1/QĐ-UBND", "--new", "-o", "x.xlsx"), "ghi một quyết định"),
        (("new", "1/QĐ-UBND", "--by", "mong-cai", "-o", "x.xlsx"), "chỉ dùng với `--new`"),
        (("new", "--new", "--number", "3/QĐ", "-o", "x.xlsx"), "cần ngày quyết định"),
        (("new", "--new", "--date", "hôm qua", "-o", "x.xlsx"), "không hiểu ngày"),
        (("new", "1/QĐ-UBND", "-o", "x.xlsx", "--remove-all"), "chỉ dùng với `read`"),
        (("read",), "thidua sheet read TỆP"),
        (("read", "khong-co.xlsx"), "không đọc được"),
    ],
)
def test_misuse_says_what_is_wrong(office: Office, arguments: tuple[str, ...], said: str) -> None:
    ran = office.thidua("sheet", *arguments)
    assert ran.status == 2
    assert said in ran.err


def test_a_file_that_is_no_form_is_refused(office: Office) -> None:
    office.form.write_bytes(b"PK not a workbook")
    assert "không phải phiếu" in office.read().err
    office.new()
    book = load_workbook(office.form)
    del book["_thidua"]
    book.save(office.form)
    ran = office.read()
    assert (ran.status, "không phải phiếu" in ran.err) == (2, True)


def test_the_record_of_a_form_may_be_gone(office: Office) -> None:
    office.new()
    (office.root / PATH).unlink()
    ran = office.read()
    assert ran.status == 2
    assert PATH in ran.err


def test_a_formula_without_a_result_or_an_error_clears_nothing(office: Office) -> None:
    office.new()

    def typed(sheet: Any) -> None:
        put(sheet, 3, unit="=VLOOKUP(1;2)")
        sheet.cell(2, COLUMNS["position"]).value = "#N/A"
        sheet.cell(2, COLUMNS["position"]).data_type = "e"

    office.fill(typed)
    before = office.text
    ran = office.read()
    assert (ran.status, office.text) == (1, before)
    assert "F2: ô báo lỗi của Excel" in ran.err
    assert "E3: công thức chưa có kết quả" in ran.err


def test_columns_beside_the_form_are_said_not_to_be_read(office: Office) -> None:
    office.new()

    def typed(sheet: Any) -> None:
        sheet.cell(3, 17).value = "hỏi lại"
        put(sheet, 2, position="Phó phòng")

    office.fill(typed)
    ran = office.read()
    assert ran.status == 0
    assert "cột Q không thuộc phiếu" in ran.err
    assert "Phó phòng" in office.text
    office.new()
    assert "không thuộc phiếu" not in office.read().err


MISSHAPEN = (lambda sheet: sheet.delete_cols(6), lambda sheet: sheet.insert_rows(1), lambda s: setattr(s, "title", "x"))


@pytest.mark.parametrize("change", MISSHAPEN)
def test_a_form_that_lost_its_shape_is_refused_with_what_may_be_the_cause(office: Office, change: Any) -> None:
    office.new()
    office.fill(change)
    before = office.text
    ran = office.read()
    assert (ran.status, office.text) == (2, before)
    assert "mất cột" in ran.err
    assert "tên trang" in ran.err


def test_a_form_of_a_corrected_decision_is_said_to_have_it_as_signed(office: Office) -> None:
    ran = office.thidua("sheet", "new", "1/QĐ-UBND", "-o", str(office.form))
    assert (ran.status, "đính chính" in ran.err) == (0, False)
    row = ("--row", "Trần Văn Mẫu", "--field", "position", "--value", "Phó phòng")
    office.thidua("correct", "1/QĐ-UBND", *row, "--number", "2/ĐC-UBND", "--date", "01/4/2023", "-y")
    ran = office.thidua("sheet", "new", "1/QĐ-UBND", "-o", str(office.form))
    assert (ran.status, "đính chính" in ran.err) == (0, True)
    assert load_workbook(office.form).worksheets[0].cell(2, COLUMNS["position"]).value == "Chuyên viên"
