"""Awkward workbooks of real life: wherever the header stands, nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from tests.importing.conftest import BY, HEADER, Repository, row
from tests.importing.tried import Made, people, problems, tried

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

pytestmark = pytest.mark.long


def test_titles_merged_headers_numbering_totals_and_signatures(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "bieu.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.merge_range("A1:C1", "UBND THÀNH PHỐ MÓNG CÁI")
        page.merge_range("A2:G2", "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN")
        for cells, text in (("A4:A5", "TT"), ("B4:B5", "Họ và tên"), ("C4:D4", "Đơn vị"), ("G4:G5", "Hình thức")):
            page.merge_range(cells, text)
        page.merge_range("E4:F4", "Quyết định")
        page.write_row("C5", ("Chức vụ", "Đơn vị công tác", "Số", "Ngày, tháng, năm"))
        page.write_row("A6", [f"({n})" for n in range(1, 8)])
        page.write_row("A7", (1, "Nguyễn Văn An", "Chuyên viên", "Phòng Nội vụ", "412/QĐ-UBND", "06/3/2023", "GK"))
        page.write_row("A8", (2, "Lê Thị Cúc", "Chuyên viên", "Phòng Y tế", "412/QĐ-UBND", "06/3/2023", "GK"))
        page.write("A9", "Tổng cộng: 2 cá nhân")
        page.write("F11", "Móng Cái, ngày 06 tháng 3 năm 2023")
        page.write("F12", "NGƯỜI LẬP BIỂU")
        page.write("F15", "Phạm Văn Mẫu")
    found = tried(repository, str(file))
    assert found["tables"][0]["header_row"] == 4
    fields = [column["field"] for column in found["tables"][0]["columns"]]
    assert fields == ["stt", "name", "position", "unit", "decision", "date", "award"]
    assert people(found) == ["Nguyễn Văn An", "Lê Thị Cúc"]
    assert problems(found) == []
    assert any("11, 12, 15" in one for one in found["remarks"])


def test_a_header_without_accents_in_capitals_is_known(repository: Repository, made: Made) -> None:
    header = ("TT", "HO TEN", "CHUC DANH", "NOI CONG TAC", "DANH HIEU THI DUA", "SO QD", "NGAY KY")
    found = tried(repository, made(header, row(1, "Nguyễn Văn An", award="CSTĐCS")))
    assert found["rows"][0]["award"] == "chien-si-thi-dua-co-so"


def test_a_row_of_which_each_cell_could_head_a_column_is_a_row(repository: Repository, made: Made) -> None:
    """A person is called by one word, as the paper has it; the number and the day tell that no columns begin here."""
    header = ("Họ và tên", "Giới tính", "Đơn vị công tác", "Danh hiệu", "Số quyết định", "Ngày quyết định")
    rows = [(name, "Nam", "Phòng Nội vụ", "LĐTT", "5/QĐ-UBND", "06/3/2023") for name in ("Nguyễn Văn An", "Ông")]
    found = tried(repository, made(header, *rows))
    assert len(found["rows"]) == 2


def test_a_name_over_two_columns_is_one(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "ten.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write("A1", "STT")
        page.merge_range("B1:C1", "Họ và tên")
        page.write_row("D1", ("Danh hiệu", "Số quyết định", "Ngày quyết định"))
        page.write_row("A2", (1, "Nguyễn Văn", "An", "LĐTT", "1/QĐ", "06/3/2023"))
    assert people(tried(repository, str(file))) == ["Nguyễn Văn An"]
    assert people(tried(repository, str(_split(tmp_path)))) == ["Nguyễn Văn An"]


def _split(folder: Path) -> Path:
    file = folder / "ho-ten.csv"
    file.write_text(
        "Họ và tên đệm;Tên;Danh hiệu;Số quyết định;Ngày quyết định\nNguyễn Văn;An;LĐTT;1/QĐ;06/3/2023\n", "utf-8"
    )
    return file


def test_headings_say_kind_and_award_of_the_rows_below(repository: Repository, made: Made) -> None:
    file = made(
        ("STT", "Tên cá nhân, tập thể"),
        ("A", "GIẤY KHEN"), ("I", "Tập thể (2)"), (1, "Phòng Nội vụ"), (2, "Đội quản lý chợ"), ("II", "Cá nhân: 1"),
        (1, "Nguyễn Văn An"),
        ("B", "Lao động tiên tiến"), (1, "Lê Thị Cúc"),
    )  # fmt: skip
    found = tried(repository, file, "--decision", "5/QĐ-UBND", "--date", "06/3/2023")
    assert [(one["award"], *one["recipient"]) for one in found["rows"]] == [
        ("giay-khen-cap-huyen", "collective"), ("giay-khen-cap-huyen", "collective"),
        ("giay-khen-cap-huyen", "name"), ("lao-dong-tien-tien", "name"),
    ]  # fmt: skip
    assert problems(found) == []
    said = repository.thidua("import-awards", file, *BY, "--decision", "5/QĐ-UBND", "--date", "06/3/2023").out
    assert "các dòng dưới là tập thể\n" in said
    assert "các dòng dưới là cá nhân\n" in said
    options = ("--decision", "5/QĐ-UBND", "--date", "06/3/2023", "--lang", "en")
    assert "5/QĐ-UBND of 2023-03-06 → " in repository.thidua("import-awards", file, *BY, *options).out
    assert "5/QĐ-UBND ngày 06/3/2023 → " in said


def test_a_column_that_is_left_out_is_said_once_to_be_so(repository: Repository, made: Made) -> None:
    file = made((*HEADER, "Ghi chú"), (*row(1, "Nguyễn Văn An"), "x"))
    said = repository.thidua("import-awards", file, *BY, "--dry-run").out
    assert "→ không nhập\n" in said
    assert "→ số thứ tự (không nhập)\n" in said


def test_a_lonely_name_is_asked_about_and_not_passed_over(repository: Repository, made: Made) -> None:
    found = tried(repository, made(HEADER, row(1, "Nguyễn Văn An"), ("", "Lê Thị Cúc"), row(2, "Trần Văn Bình")))
    assert problems(found) == ["B3"]


def test_several_tables_are_listed_and_chosen(repository: Repository, made: Made) -> None:
    people_too = ("STT", "Họ và tên", "Danh hiệu", "Số quyết định", "Ngày quyết định")
    file = made(
        ("STT", "Tên tập thể", "Danh hiệu", "Số quyết định", "Ngày quyết định"),
        (1, "Phòng Nội vụ", "TTLĐTT", "5/QĐ-UBND", "06/3/2023"), (), people_too,
        (1, "Nguyễn Văn An", "LĐTT", "5/QĐ-UBND", "06/3/2023"),
    )  # fmt: skip
    answer = repository.thidua("import-awards", file, *BY)
    assert answer.status == 2
    assert "--all-tables" in answer.err
    assert people(tried(repository, file, "--header-row", "4")) == ["Nguyễn Văn An"]
    assert people(tried(repository, file, "--all-tables")) == ["phong-noi-vu-mong-cai", "Nguyễn Văn An"]


def test_a_header_that_is_printed_on_each_page_is_passed_over(repository: Repository, made: Made) -> None:
    found = tried(repository, made(HEADER, row(1, "Nguyễn Văn An"), HEADER, row(2, "Lê Thị Cúc")))
    assert people(found) == ["Nguyễn Văn An", "Lê Thị Cúc"]
    assert any("3" in one for one in found["remarks"])


def test_a_column_nobody_knows_is_said_mapped_and_remembered(repository: Repository, made: Made) -> None:
    header = ("Số", "Nhân vật", "Được gì", "Số quyết định", "Ngày quyết định")
    file = made(header, (1, "Nguyễn Văn An", "LĐTT", "5/QĐ-UBND", "06/3/2023"))
    assert repository.thidua("import-awards", file, *BY).status == 2
    how = ("--map", "Nhân vật=name", "--map", "C=award")
    answer = repository.thidua("import-awards", file, *BY, "--header-row", "1", *how, "--save-mapping")
    assert answer.status == 0, answer.out + answer.err
    (kept,) = [path for path in repository.changed() if path.startswith("import/")]
    assert "Nhân vật: name" in repository.text(kept)
    found = tried(repository, file)
    assert found["mapping"] == kept
    assert [one["state"] for one in found["rows"]] == ["same"]


def test_a_map_of_no_column_or_no_field_is_refused(repository: Repository, made: Made) -> None:
    file = made(HEADER, row(1, "Nguyễn Văn An"))
    for wrong in ("Không có=name", "STT=khong-co", "STT"):
        answer = repository.thidua("import-awards", file, *BY, "--map", wrong)
        assert (answer.status, "--map" in answer.err) == (2, True)


def two_sheets(folder: Path, *rows: Sequence[object]) -> str:
    file = folder / "hai-trang.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name in ("Đợt 1", "Đợt 2"):
            page = book.add_worksheet(name)
            for place, cells in enumerate((HEADER, *rows)):
                page.write_row(place, 0, cells)
    return str(file)


def test_cells_of_several_sheets_say_their_sheet(repository: Repository, tmp_path: Path) -> None:
    file = two_sheets(tmp_path, row(1, "NGUYỄN VĂN MẪU"), ("", "Tổng cộng: 1"))
    found = tried(repository, file, "--all-tables")
    assert [one["cell"] for one in found["rows"]] == ["Đợt 1!B2", "Đợt 2!B2"]
    assert problems(found) == ["Đợt 2!B2"]
    assert "Đợt 1!B2" in found["rows"][1]["problems"][0]["message"]
    assert {one["cell"].partition("!")[0] for one in found["changes"]} == {"Đợt 1", "Đợt 2"}
    assert [said for said in found["remarks"] if "Đợt 2" in said]


@pytest.mark.parametrize(("asked", "status"), [("2", 0), ("02", 0), ("0", 2), ("3", 2), ("9" * 5000, 2), ("Đợt 2", 0)])
def test_a_sheet_is_asked_for_by_its_number(repository: Repository, tmp_path: Path, asked: str, status: int) -> None:
    file = two_sheets(tmp_path, row(1, "Nguyễn Văn Mẫu"))
    answer = repository.thidua("import-awards", file, *BY, "--sheet", asked, "--dry-run")
    assert answer.status == status
    assert "chương trình" not in answer.err
