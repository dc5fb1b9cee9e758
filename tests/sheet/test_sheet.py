"""A form brings back what the clerk changed and nothing else, and tells where others changed the same."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl import load_workbook

from tests.sheet.office import COLUMNS, DECISION, PATH, Office, put
from thidua.report.sheet_form import FIELDS


def cells(sheet: Any) -> list[list[Any]]:
    return [[cell.value for cell in row[1:]] for row in sheet.iter_rows(min_row=2)]


def test_the_form_shows_the_list_in_words(office: Office) -> None:
    office.new()
    sheet = load_workbook(office.form).worksheets[0]
    assert [cell.value for cell in sheet[1][1:]] == [field.title.vi for field in FIELDS]
    rows = cells(sheet)
    assert len(rows) == 4
    first = dict(zip(COLUMNS, rows[0], strict=True))
    assert first["award"] == "Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện [giay-khen-cap-huyen]"
    assert (first["kind"], first["name"], first["unit"]) == ("cá nhân", "Trần Văn Mẫu", "Phòng Nội vụ [phong-noi-vu]")
    assert first["class"] == "người trực tiếp công tác, lao động"
    assert (rows[2][1], rows[2][2]) == ("tập thể", "Phòng Nội vụ [phong-noi-vu]")
    assert all(cell.number_format == "@" for row in sheet.iter_rows() for cell in row if cell.value is not None)
    assert all(cell.data_type != "f" and cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("typed", ["=1+1", "@SUM(1)", "http://vi.du/a", "+84", "{=1}", "_x0041_", "mailto:a@vi.du"])
def test_nothing_typed_is_a_formula_or_a_link_on_any_page_of_the_form(office: Office, typed: str) -> None:
    record = office.root / PATH
    record.write_text(DECISION.replace("Trần Văn Mẫu", f"'{typed}'").replace("Thành tích: số 1", typed), "utf-8")
    unit = office.root / "records/organisations/phong-y-te.yaml"
    unit.write_text(unit.read_text("utf-8").replace("Phòng Y tế", f"'{typed}'"), "utf-8")
    office.new()
    pages = load_workbook(office.form).worksheets
    found = [cell for page in pages for row in page.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in found)
    assert sum(typed in str(cell.value) for cell in found) >= 3
    assert office.read().status == 0
    assert record.read_text("utf-8").count(typed) == 2


def test_the_form_has_drop_downs_instructions_and_hidden_pages(office: Office) -> None:
    office.new()
    book = load_workbook(office.form)
    names = [(page.title, page.sheet_state) for page in book.worksheets]
    assert names == [
        ("Danh sách", "visible"),
        ("Hướng dẫn", "visible"),
        ("_danh_muc", "hidden"),
        ("_thidua", "veryHidden"),
    ]
    assert "thidua sheet read" in "".join(str(row[0].value) for row in book["Hướng dẫn"].iter_rows())
    lists = {str(one.sqref): one.formula1 for one in book.worksheets[0].data_validations.dataValidation}
    offered = [field for field in FIELDS if field.offer]
    assert len(lists) == len(offered)
    assert "C2:C505" in lists  # the kind, with room for new rows
    column = [row[1].value for row in book["_danh_muc"].iter_rows()]
    assert "Phòng Y tế [phong-y-te]" in column
    assert book.worksheets[0].column_dimensions["A"].hidden


def test_a_form_that_was_not_changed_changes_nothing(office: Office) -> None:
    office.new()
    office.fill(lambda sheet: None)
    ran = office.read()
    assert (ran.status, "không có gì thay đổi" in ran.out) == (0, True)
    assert office.text == DECISION


def test_only_the_cells_that_were_changed_are_written(office: Office) -> None:
    office.new()
    office.fill(lambda sheet: put(sheet, 2, position="Phó Trưởng phòng", unit="Phòng Y tế [phong-y-te]", sex="nữ"))
    ran = office.read()
    assert ran.status == 0, ran.out + ran.err
    assert "sửa 1 dòng" in ran.out
    assert office.text == DECISION.replace(
        "position: Chuyên viên, unit: phong-noi-vu, class: truc-tiep-lao-dong}",
        "position: Phó Trưởng phòng, unit: phong-y-te, class: truc-tiep-lao-dong, sex: nu}",
    )


def test_a_cleared_cell_removes_the_field(office: Office) -> None:
    office.new()
    office.fill(lambda sheet: put(sheet, 3, achievement=None))
    assert office.read().status == 0
    assert office.text == DECISION.replace("        achievement: 'Thành tích: số 1'\n", "")


def test_rows_are_added_taken_away_and_moved_to_another_award(office: Office) -> None:
    office.new()

    def change(sheet: Any) -> None:
        put(sheet, 6, award="Lao động tiên tiến", name="Phạm Thị Mới", unit="phòng nội vụ", posthumous="không")
        put(sheet, 7, award="giay-khen-cap-huyen", kind="hộ gia đình", name="Hộ Mới")
        put(sheet, 2, award="Lao động tiên tiến")
        sheet.delete_rows(3)

    office.fill(change)
    ran = office.read()
    assert ran.status == 0, ran.out + ran.err
    assert "sửa 1 dòng, thêm 2, bỏ 1" in ran.out
    text = office.text
    assert "Lê Thị Ví Dụ" not in text
    assert text.index("household: Hộ Mới") < text.index("counted: {households: 2}")
    after = text[text.index("lao-dong-tien-tien") :]
    assert after.index("Nguyễn Văn Thử") < after.index("Trần Văn Mẫu") < after.index("Phạm Thị Mới")
    assert "unit: phong-noi-vu" in after[after.index("Phạm Thị Mới") :]
    assert office.read().status == 0  # reading it again changes nothing
    assert office.text == text


def _cut_out(sheet: Any) -> None:
    sheet.delete_rows(2, sheet.max_row)


def _cleared(sheet: Any) -> None:
    for row in sheet.iter_rows(min_row=2, min_col=2):
        for cell in row:
            cell.value = None


@pytest.mark.parametrize("emptied", [_cut_out, _cleared])
def test_an_emptied_form_takes_rows_away_only_where_that_is_said(office: Office, emptied: Any) -> None:
    office.new()
    before = office.text
    office.fill(emptied)
    for options in ((), ("--dry-run",), ("--force",)):
        ran = office.read(*options)
        assert (ran.status, ran.out, office.text) == (1, "", before)
        assert f"bỏ cả 4 dòng của `{PATH}`" in ran.err
        assert "--remove-all" in ran.err
    assert "takes all 4 rows out of" in office.thidua("--lang", "en", "sheet", "read", str(office.form)).err
    ran = office.read("--remove-all")
    assert ran.status == 0, ran.out + ran.err
    assert "bỏ 4" in ran.out
    assert "counted: {households: 2}" in office.text
    assert "Trần Văn Mẫu" not in office.text
    assert office.read().status == 0  # nothing is left to be taken away


def test_a_form_whose_rows_were_all_typed_anew_is_no_empty_one(office: Office) -> None:
    office.new()
    office.fill(lambda sheet: (_cut_out(sheet), put(sheet, 2, award="Lao động tiên tiến", name="Phạm Thị Mới")))
    assert office.read().status == 0
    assert "Phạm Thị Mới" in office.text


def test_a_copied_row_is_a_new_one(office: Office) -> None:
    office.new()

    def change(sheet: Any) -> None:
        for column in range(1, len(FIELDS) + 2):
            sheet.cell(6, column).value = sheet.cell(2, column).value
        put(sheet, 6, name="Người Chép Dòng")

    office.fill(change)
    assert office.read().status == 0
    assert office.text.count("Trần Văn Mẫu") == 1
    assert "name: Người Chép Dòng" in office.text


def test_sorted_rows_are_still_the_same(office: Office) -> None:
    office.new()

    def change(sheet: Any) -> None:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
        for number, row in enumerate(reversed(rows), start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value

    office.fill(change)
    assert office.read().status == 0
    assert office.text == DECISION


def test_what_others_changed_meanwhile_stays(office: Office) -> None:
    office.new()
    others = DECISION.replace("Nguyễn Văn Thử, unit", "Nguyễn Văn Thử, position: Kế toán, unit").replace("2022", "2023")
    others = others.replace(
        "      - {collective: phong-noi-vu}\n", "      - {name: Mới Ghi Thêm}\n      - {collective: phong-noi-vu}\n"
    )
    office.write(others)
    office.fill(lambda sheet: put(sheet, 5, posthumous="không"))
    ran = office.read()
    assert ran.status == 0, ran.out + ran.err
    assert office.text == others.replace("posthumous: co", "posthumous: khong")


def test_the_same_change_by_both_is_no_conflict(office: Office) -> None:
    office.new()
    office.write(DECISION.replace("Chuyên viên", "Trưởng phòng"))
    office.fill(lambda sheet: put(sheet, 2, position="Trưởng phòng"))
    assert office.read().status == 0
    assert office.text == DECISION.replace("Chuyên viên", "Trưởng phòng")


def test_conflicts_are_told_row_by_row_and_nothing_is_written(office: Office) -> None:
    office.new()
    others = DECISION.replace("Chuyên viên", "Trưởng phòng").replace("posthumous: co", "posthumous: khong")
    others = others.replace('"Lê Thị Ví Dụ"', '"Lê Thị Khác"')
    office.write(others)

    def change(sheet: Any) -> None:
        put(sheet, 2, position="Phó Trưởng phòng")
        put(sheet, 3, unit="Phòng Y tế")
        put(sheet, 4, achievement="không ai khác sửa dòng này")
        sheet.delete_rows(5)

    office.fill(change)
    ran = office.read()
    assert ran.status == 1
    assert (
        "dòng 2 (Trần Văn Mẫu): «Chức vụ» khi lập phiếu là `Chuyên viên`, nay bản ghi là `Trưởng phòng`,"
        " phiếu ghi `Phó Trưởng phòng`" in ran.err
    )
    assert "dòng 3 (Lê Thị Ví Dụ): từ khi lập phiếu, dòng này trong bản ghi đã bị bỏ hoặc đổi tên" in ran.err
    assert "dòng đã bỏ (Nguyễn Văn Thử): «Truy tặng» khi lập phiếu là `co`, nay bản ghi là `khong`" in ran.err
    assert "dòng 4" not in ran.err
    assert office.text == others


def test_what_is_not_understood_is_told_row_by_row(office: Office) -> None:
    office.new()

    def change(sheet: Any) -> None:
        put(sheet, 2, award="Huân chương không có thật")
        put(sheet, 3, sex="khác")
        put(sheet, 4, name=None)
        put(sheet, 8, name="Chưa Có Danh Hiệu")

    office.fill(change)
    ran = office.read()
    assert ran.status == 1
    for said in (
        "dòng 2: không có",
        "dòng 3: «Giới tính» không có lựa chọn `khác`",
        "dòng 4: thiếu",
        "dòng 8: thiếu «Danh hiệu",
    ):
        assert said in ran.err
    assert office.text == DECISION


def test_a_dry_run_and_a_check_stand_before_writing(office: Office) -> None:
    office.new()
    office.fill(lambda sheet: put(sheet, 2, person="khong-co-nguoi-nay"))
    tried = office.read("--dry-run")
    assert "khong-co-nguoi-nay" in tried.out
    assert office.text == DECISION
    refused = office.read()
    assert refused.status == 1
    assert "TD902" in refused.out
    assert office.text == DECISION


def test_a_form_of_a_decision_that_is_not_recorded_makes_its_file(office: Office) -> None:
    office.new("--new", "--number", "16/QĐ-UBND", "--date", "20/11/2024", "--by", "mong-cai", "--period", "2024")
    assert office.read().status == 1  # there is no row yet

    def change(sheet: Any) -> None:
        put(
            sheet,
            2,
            award="giay-khen-cap-huyen",
            name="Người Thứ Nhất",
            unit="Phòng Y tế [phong-y-te]",
            position="Y sĩ",
        )
        put(sheet, 3, award="giay-khen-cap-huyen", kind="tập thể", name="Phòng Y tế")

    office.fill(change)
    ran = office.read()
    assert ran.status == 0, ran.out + ran.err
    path = office.root / "records/awards/2024/16-qd-ubnd-mong-cai.yaml"
    text = path.read_text("utf-8")
    assert "number: 16/QĐ-UBND" in text
    assert "collective: phong-y-te" in text
    assert "name: Người Thứ Nhất" in text
    assert office.read().status == 0
    assert path.read_text("utf-8") == text
