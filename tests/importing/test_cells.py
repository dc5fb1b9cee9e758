"""Awkward cells of real life: however they are typed, nothing is guessed."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from tests.importing.conftest import BY, HEADER, Repository, row
from tests.importing.tried import Made, people, problems, tried

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long


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


@pytest.mark.parametrize(
    "typed",
    [
        "Phòng Nội vụ", "Tập thể Phòng Nội vụ", "HỘ ÔNG PHẠM VĂN MẪU", "Trường Thử Nghiệm", "Uỷ ban Mặt trận",
        "Nguyễn Văn Mẫu và Trần Thị Mẫu", "Nguyễn Văn Mẫu (truy tặng)", "Cố Nguyễn Văn Mẫu",
        "Ông Nguyễn Văn Mẫu, Trưởng phòng, Phòng Nội vụ", "Bà Trần Thị Mẫu - Phó phòng Nội vụ",
    ],
)  # fmt: skip
def test_what_is_no_name_of_one_person_is_not_made_one(repository: Repository, made: Made, typed: str) -> None:
    found = tried(repository, made(HEADER, row(1, typed)))
    assert problems(found) == ["B2"]


@pytest.mark.parametrize("typed", ["Hồ Văn Mẫu", "TRƯƠNG THỊ MẪU", "Y Mẫu Niê", "Bàn Văn Mẫu"])
def test_surnames_that_look_like_words_for_units_are_names(repository: Repository, made: Made, typed: str) -> None:
    assert problems(tried(repository, made(HEADER, row(1, typed)))) == []


def test_households_of_two_people_come_in_below_their_heading(repository: Repository, made: Made) -> None:
    rows = (HEADER, ("", "Hộ gia đình"), row(1, "Hộ ông Lê Văn Mẫu và bà Trần Thị Mẫu", unit=""))
    assert people(tried(repository, made(*rows))) == ["Hộ ông Lê Văn Mẫu và bà Trần Thị Mẫu"]


@pytest.mark.parametrize(
    "typed",
    ["Giấy khen của Chủ tịch UBND thành phố", "Giấy khen UBND TP", "GK của Chủ tịch UBND", "Giấy khen"],
)
def test_a_committee_called_by_its_kind_is_the_one_that_decides(repository: Repository, made: Made, typed: str) -> None:
    found = tried(repository, made(HEADER, row(1, "Nguyễn Văn Mẫu", award=typed)))
    assert [one["award"] for one in found["rows"]] == ["giay-khen-cap-huyen"]


def test_a_committee_of_another_place_is_not_the_one_that_decides(repository: Repository, made: Made) -> None:
    found = tried(repository, made(HEADER, row(1, "Nguyễn Văn Mẫu", award="Giấy khen UBND thành phố Thử Nghiệm")))
    assert [one["state"] for one in found["rows"]] == ["ambiguous"]


@pytest.mark.parametrize("name", ["", " ", "\u200b"])
def test_a_row_of_a_unit_and_nobody_is_wrong(repository: Repository, made: Made, name: str) -> None:
    found = tried(repository, made(HEADER, row(1, "Nguyễn Văn Mẫu"), row(2, name)))
    assert [one["state"] for one in found["rows"]] == ["new", "wrong"]
    assert problems(found) == ["B3"]
