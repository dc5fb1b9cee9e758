"""How Vietnamese offices print: numbers, percents, days, qualifiers, order of names, beginnings of sentences."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.repository import SEVEN, report
from tests.reports.test_ugly_records import awarded, repository

if TYPE_CHECKING:
    from pathlib import Path


@cache
def text(root: Path, name: str) -> str:
    return re.sub(r" \*\(điểm cần kiểm tra số \d+\)\*", "", report(root, *SEVEN[name])).partition("## PHỤ LỤC")[0]


def running(paper: str) -> list[str]:
    """Paragraphs and items of lists, without tables and headings."""
    lines = (line.removeprefix("- ").replace("\\", "") for line in paper.splitlines())
    return [line for line in lines if line and line[0] not in "|#"]


@pytest.mark.parametrize("name", SEVEN)
def test_no_sentence_begins_with_a_digit(seed_repository: Path, name: str) -> None:
    sentences = [one for line in running(text(seed_repository, name)) for one in re.split(r"(?<=[.!?]) +", line)]
    assert sentences
    assert [one for one in sentences if one[0].isdigit()] == []


@pytest.mark.parametrize("name", SEVEN)
def test_sentences_and_items_begin_big_and_end_with_a_mark(seed_repository: Path, name: str) -> None:
    body = [line.strip("*") for line in running(text(seed_repository, name).partition("**\n")[2])]
    assert [line for line in body if line[0].islower()] == []
    assert [line for line in body if line[-1] not in ".;:"] == []


@pytest.mark.parametrize("name", SEVEN)
def test_every_list_ends_with_a_full_stop_and_has_none_before(seed_repository: Path, name: str) -> None:
    for block in re.findall(r"(?m)(?:^- .*\n)+", text(seed_repository, name)):
        ends = [line[-1] for line in block.splitlines()]
        assert ends == [*";" * (len(ends) - 1), "."], block


@pytest.mark.parametrize("name", SEVEN)
def test_numbers_and_percents_are_written_the_vietnamese_way(seed_repository: Path, name: str) -> None:
    body = text(seed_repository, name)
    assert not re.search(r"\d,0+ %|\d%(?!/)|\d  %", body)
    assert not re.search(r"(?<![\d/.-])\d{5,}", body), "no dot between thousands"
    assert not re.search(r"\d\.\d{1,2}(?!\d)", body.replace("### ", "")), "a decimal dot"


@pytest.mark.parametrize("name", SEVEN)
def test_days_have_a_zero_below_ten_and_in_the_months_one_and_two(seed_repository: Path, name: str) -> None:
    for day, month in re.findall(r"ngày (\d+) tháng (\d+) năm", text(seed_repository, name)):
        assert len(day) == 2
        assert len(month) == (2 if int(month) in (1, 2, 10, 11, 12) else 1)
    tables = [line for line in text(seed_repository, name).splitlines() if line.startswith("| ")]
    assert not [line for line in tables if re.search(r"(?<!\d)\d/\d", line.replace("17/17", ""))]


@pytest.mark.parametrize("name", SEVEN)
def test_no_blank_stands_before_a_mark_or_twice(seed_repository: Path, name: str) -> None:
    lines = running(text(seed_repository, name))
    assert [line for line in lines if re.search(r" [,;.:)]|\( |  |“ | ”|\.\.|;;|\.;", line)] == []


def test_day_of_a_document_stands_as_offices_cite_it(seed_repository: Path) -> None:
    assert "Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị" in text(seed_repository, "dong-ha-2020")
    assert "| 06/03/2020 |" in text(seed_repository, "dong-ha-2020")
    assert "Ngày 06 tháng 3 năm 2020" in text(seed_repository, "dong-ha-2020")
    assert "Ngày 10 tháng 01 năm 2020" in text(seed_repository, "mong-cai-2019")


def test_qualifier_stays_with_its_figure(seed_repository: Path) -> None:
    body = text(seed_repository, "mong-cai-60-nam")
    for told in ("gần 850 tỷ đồng", "trên 30.000 học sinh", "trên 40 sự kiện", "gần 2,5 tỷ USD", "trên 1 triệu tấn"):
        assert told in body


@pytest.mark.parametrize(
    ("value", "unit", "printed"),
    [
        ("12", "%", "12 %"), ("12.0", "%", "12 %"), ("93.3", "%", "93,3 %"), ("93.30", "%", "93,30 %"),
        ("12", "%/năm", "12%/năm"), ("6446", "tỷ đồng", "6.446 tỷ đồng"), ("25.80", "tỷ đồng", "25,80 tỷ đồng"),
        ("0", "hộ", "0 hộ"), ("1234567.5", "USD", "1.234.567,5 USD"), ("-3", "%", "-3 %"),
    ],
)  # fmt: skip
def test_figure_keeps_the_decimals_of_its_record(tmp_path: Path, value: str, unit: str, printed: str) -> None:
    year = {"figures": [{"name": "số liệu", "value": value, "unit": unit}]}
    assert re.search(rf"[ :]{re.escape(printed)}[. ]", report(repository(tmp_path, years__2023__la=year), "2023"))


def test_wording_of_a_source_that_begins_with_a_digit_follows_its_name(tmp_path: Path) -> None:
    year = {"figures": [{"name": "tăng trưởng", "value": "12", "unit": "%/năm", "as_printed": "12%năm"}]}
    assert "- Tăng trưởng: 12%năm." in report(repository(tmp_path, years__2023__la=year), "2023")


def test_names_stand_in_vietnamese_order_collectives_first(tmp_path: Path) -> None:
    names = ["Trần Văn Đạt", "Lê Ánh", "Nguyễn Thị An", "Hoàng Ân", "Phạm Dũng", "Bùi Đạt", "Vũ Ăn"]
    rows = [{"name": one} for one in names]
    rows[3:3] = [{"household": "Hộ Zét"}, {"collective": "Phòng Yên"}, {"collective": "Ban Ẩm"}]  # type: ignore[list-item]
    text = report(repository(tmp_path, awards__2023__a=awarded(*rows)), "2023")
    expected = [
        "Ban Ẩm", "Phòng Yên", "Hộ Zét", "Nguyễn Thị An", "Lê Ánh", "Vũ Ăn", "Hoàng Ân", "Phạm Dũng", "Bùi Đạt",
        "Trần Văn Đạt",
    ]  # fmt: skip
    assert f": {'; '.join(expected)}." in text


def test_titles_stand_before_forms_and_higher_before_lower(tmp_path: Path) -> None:
    awards = ("giay-khen-cap-xa", "bang-khen-bo-nganh-tinh", "lao-dong-tien-tien", "chien-si-thi-dua-bo-nganh-tinh")
    record: dict[str, Any] = awarded({"name": "Lê An"})
    record["awards"] = [{"award": one, "recipients": [{"name": "Lê An"}]} for one in awards]
    table = report(repository(tmp_path, awards__2023__a=record), "2023").partition("| Danh hiệu, hình thức")[2]
    starts = [line[2:10] for line in table.splitlines()[2:6]]
    assert starts == ["Chiến sĩ", "Lao động", "Bằng khe", "Giấy khe"]


@pytest.mark.parametrize(
    ("setting", "printed"), [("co", "02 tập thể và 2.405 cá nhân"), ("khong", "2 tập thể và 2.405")]
)
def test_zero_before_a_count_below_ten_is_a_setting(tmp_path: Path, setting: str, printed: str) -> None:
    year = {"tallies": [{"counted": {"collectives": 2, "individuals": 2405}}]}
    root = repository(tmp_path, years__2023__la=year)
    (root / "thidua.yaml").write_text(f"format: 1\norganisation: la\nleading_zero: {setting}\n", "utf-8")
    assert printed in report(root, "2023")


def test_unknown_is_left_out_and_never_zero(tmp_path: Path) -> None:
    year = {"theme": "Chủ đề", "targets": [{"total": 20}], "tallies": [{"counted": {"individuals": 3}}]}
    body = text_of(tmp_path, year)
    assert not re.search(r"(?<!\d)0 |None|\bnan\b", body)
    assert "tập thể" not in body
    assert "3 cá nhân" in body


def text_of(root: Path, year: dict[str, Any]) -> str:
    return report(repository(root, years__2023__la=year), "2023")


def test_two_conferences_and_a_pledge_are_three_paragraphs(tmp_path: Path) -> None:
    year = {
        "conferences": [{"date": "2023-12-01", "name": "Hội nghị một"}, {"date": "2023-12-02", "name": "Hội nghị hai"}],
        "pledges": [{"date": "2023-02-01"}],
    }
    section = (
        text_of(tmp_path, year).partition("HỘI NGHỊ TỔNG KẾT, PHÁT ĐỘNG\n\n")[2].partition("*Mã kiểm tra")[0].strip()
    )
    assert [part[:12] for part in section.split("\n\n")] == ["Ngày 01 thán", "Ngày 02 thán", "Ngày 01 thán"]


def test_doubt_has_a_note_at_its_place_and_a_line_in_the_appendix(seed_repository: Path) -> None:
    for name in SEVEN:
        paper = report(seed_repository, *SEVEN[name])
        notes = {int(one) for one in re.findall(r"\(điểm cần kiểm tra số (\d+)\)", paper)}
        rows = [int(one) for one in re.findall(r"(?m)^\| (\d+) \| ", paper.partition("## PHỤ LỤC")[2])]
        assert rows == list(range(1, len(rows) + 1))
        assert notes <= set(rows)
