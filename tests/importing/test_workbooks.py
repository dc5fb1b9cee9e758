"""Awkward workbooks of real life: wherever the header stands, however cells are typed, nothing is guessed."""

from __future__ import annotations

import json
import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import xlsxwriter
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.importing.conftest import BY, HEADER, Repository, row

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long

Made = "Callable[..., str]"


def tried(here: Repository, file: str, *options: str, by: tuple[str, ...] = BY) -> dict[str, Any]:
    """What a dry run says, as JSON."""
    answer = here.thidua("import-awards", file, *by, *options, "--dry-run", "--format", "json")
    assert answer.out, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def people(found: dict[str, Any]) -> list[str]:
    return [next(iter(one["recipient"].values()), "") for one in found["rows"]]


def problems(found: dict[str, Any]) -> list[str]:
    return [problem["cell"] for one in found["rows"] for problem in one.get("problems", ())]


# headers


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


# values


DAYS = {
    "29.5.2020": "2020-05-29", "06/3/2020": "2020-03-06", "2020-03-06": "2020-03-06", 43980: "2020-05-29",
    "43980": "2020-05-29", "ngày 06 tháng 3 năm 2020": "2020-03-06", date(2020, 5, 29): "2020-05-29",
    datetime(2020, 5, 29, 8, 30): "2020-05-29",
}  # fmt: skip


@pytest.mark.parametrize("typed", DAYS, ids=str)
def test_days_of_all_kinds(repository: Repository, tmp_path: Path, typed: object) -> None:
    file = tmp_path / "ngay.xlsx"
    with xlsxwriter.Workbook(file, {"default_date_format": "dd/mm/yyyy"}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        for place, cell in enumerate(row(1, "Nguyễn Văn An", award="LĐTT", date=typed)):
            page.write(1, place, cell)
    found = tried(repository, str(file))
    assert found["decisions"][0]["date"] == DAYS[typed]


@pytest.mark.parametrize("typed", ["10/1", "29/5/20", "30/02/2020", 10.1, 2020, "tháng 5/2020", "1/1/1899", True])
def test_a_day_that_may_be_another_is_refused_at_its_cell(repository: Repository, made: Made, typed: object) -> None:
    assert problems(tried(repository, made(HEADER, row(1, "Nguyễn Văn An", award="LĐTT", date=typed)))) == ["G2"]


def test_a_day_without_a_year_takes_the_year_that_was_said(repository: Repository, made: Made) -> None:
    found = tried(repository, made(HEADER, row(1, "Nguyễn Văn An", award="LĐTT", date="10/1")), "--year", "2023")
    assert found["decisions"][0]["date"] == "2023-01-10"


NAMES = {
    "NGUYỄN VĂN AN": "Nguyễn Văn An", "nguyễn văn an": "Nguyễn Văn An", "Ông Nguyễn Văn An": "Nguyễn Văn An",
    "Đ/c Nguyễn Văn An": "Nguyễn Văn An", "Thiếu tá NGUYỄN VĂN AN": "Nguyễn Văn An",
    "Nguyễn\xa0Văn  An ": "Nguyễn Văn An",
    "Ðặng Văn An": "Đặng Văn An", "Nguyễn Văn\nAn": "Nguyễn Văn An", "Trần Văn Hoà": "Trần Văn Hoà",
    unicodedata.normalize("NFD", "Nguyễn Văn An"): "Nguyễn Văn An", "H'HEN NIÊ": "H'Hen Niê",
    "Ông Văn Tùng": "Ông Văn Tùng",
}  # fmt: skip


@pytest.mark.parametrize("typed", NAMES)
def test_names_are_understood_and_every_change_is_listed(repository: Repository, made: Made, typed: str) -> None:
    found = tried(repository, made(HEADER, row(1, typed, award="LĐTT")))
    assert people(found) == [NAMES[typed]]
    assert [one["cell"] for one in found["changes"]].count("B2") >= (typed != NAMES[typed])


def test_a_name_with_another_place_of_the_tone_is_the_same_name(repository: Repository, made: Made) -> None:
    assert repository.thidua("import-awards", made(HEADER, row(1, "Trần Văn Hoà", award="LĐTT")), *BY).status == 0
    found = tried(repository, made(HEADER, row(1, "TRẦN VĂN HÒA", award="LĐTT"), name="khac.xlsx"))
    assert [one["state"] for one in found["rows"]] == ["same"]


@pytest.mark.parametrize("award", ["BK", "Giải nhất", "Chiến sĩ"])
def test_an_award_that_may_be_several_lists_them(repository: Repository, made: Made, award: str) -> None:
    found = tried(repository, made(HEADER, row(1, "Nguyễn Văn An", award=award)))
    assert problems(found) == ["E2"]


def test_a_cell_of_number_day_and_authority_is_parted(repository: Repository, made: Made) -> None:
    file = made(
        ("Họ và tên", "Danh hiệu", "Số, ngày quyết định"),
        ("Nguyễn Văn An", "LĐTT", "QĐ số 5/QĐ-UBND ngày 06/3/2023 của UBND thành phố Móng Cái"),
    )
    found = tried(repository, file, by=())
    assert found["decisions"][0] | {"path": None} == {
        "number": "5/QĐ-UBND", "date": "2023-03-06", "authority": "ubnd-mong-cai", "path": None, "rows": 1,
    }  # fmt: skip


def test_position_and_unit_of_one_cell_are_parted_at_the_unit(repository: Repository, made: Made) -> None:
    header = ("Họ và tên", "Chức vụ, đơn vị công tác", "Danh hiệu")
    file = made(
        header,
        ("Nguyễn Văn An", "Phó Bí thư, Trưởng phòng, Phòng Nội vụ", "LĐTT"),
        ("Lê Thị Cúc", "Một, Hai, Ba", "LĐTT"),
    )
    found = tried(repository, file, "--year", "2023")
    assert found["rows"][0]["recipient"] == {
        "name": "Nguyễn Văn An", "position": "Phó Bí thư, Trưởng phòng", "unit": "phong-noi-vu-mong-cai",
    }  # fmt: skip
    assert problems(found) == ["B3"]


def test_empty_cells_below_a_value_are_asked_about(repository: Repository, made: Made) -> None:
    file = made(HEADER, row(1, "Nguyễn Văn An"), row(2, "Lê Thị Cúc", decision="", date=""))
    assert set(problems(tried(repository, file))) == {"F3"}
    found = tried(repository, file, "--fill-down")
    assert problems(found) == []
    assert len(found["decisions"]) == 1


def test_merged_cells_hold_for_the_rows_they_cover(repository: Repository, tmp_path: Path) -> None:
    file = tmp_path / "gop.xlsx"
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEADER)
        page.write_row(1, 0, row(1, "Nguyễn Văn An")[:5])
        page.write_row(2, 0, row(2, "Lê Thị Cúc")[:5])
        page.merge_range("F2:F3", "5/QĐ-UBND")
        page.merge_range("G2:G3", "06/3/2023")
    found = tried(repository, str(file))
    assert [(one["number"], one["rows"]) for one in found["decisions"]] == [("5/QĐ-UBND", 2)]
    assert {one["cell"] for one in found["changes"] if one["why"] == "merged"} == {"F3", "G3"}


def test_personal_numbers_are_never_imported(repository: Repository, made: Made) -> None:
    header = (*HEADER, "Số CCCD", "Ngày sinh", "Quê quán")
    file = made(header, (*row(1, "Nguyễn Văn An"), "001067012345", "01/02/1980", "Xã Ví Dụ"))
    answer = repository.thidua("import-awards", file, *BY)
    assert answer.status == 0
    assert answer.out.count("thông tin riêng của cá nhân") >= 3
    text = repository.text("records/awards/2023/412-qd-ubnd-mong-cai.yaml")
    assert not any(secret in text for secret in ("001067012345", "1980", "Xã Ví Dụ"))


# hostile and broken cells


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
