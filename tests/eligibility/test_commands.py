"""`thidua eligible` as a clerk runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eligibility.phong_a import GRASSROOTS, PROVINCE, THREE, answers, decision, initiative, nomination, row
from tests.reports.repository import files, thidua

if TYPE_CHECKING:
    from pathlib import Path


def test_everybody_with_a_part_of_it_is_looked_at_and_near_misses_are_told(tmp_path: Path) -> None:
    root = files(tmp_path, {**THREE, **initiative(2023, "Trần Thị Thử", "toan-quoc")})
    ran = thidua(root, "eligible", PROVINCE, "2024")
    assert ran.status == 0
    assert "ĐỦ (1)\n  Nguyễn Văn Mẫu · Phòng A\n" in ran.out
    assert "CHƯA ĐỦ THEO ĐƯỜNG NÀY (1)\n  Trần Thị Thử · Phòng A · thiếu 1 năm\n" in ran.out
    assert "records/awards/2022/1-chien-si-thi-dua-co-so.yaml:7" in ran.out
    assert "Luật 06/2022/QH15 Điều 22 [e2024]" in ran.out


def test_an_award_is_found_by_a_part_of_its_name_without_accents(tmp_path: Path) -> None:
    root = files(tmp_path, THREE)
    assert answers(thidua(root, "eligible", "bang khen bo", "2024", "--format", "json")) == {
        "Nguyễn Văn Mẫu": "du",
        "Trần Thị Thử": "du",
    }


def test_who_has_it_already_is_for_a_person_to_see(tmp_path: Path) -> None:
    root = files(tmp_path, {**THREE, **decision(2024, PROVINCE, "Nguyễn Văn Mẫu")})
    ran = thidua(root, "eligible", PROVINCE, "2024", "--person", "Nguyễn Văn Mẫu")
    assert "CẦN NGƯỜI XEM (1)" in ran.out
    assert "đã được tặng cho năm này" in ran.out


def test_a_revoked_award_leaves_the_chain(tmp_path: Path) -> None:
    revoked = {
        "records/revocations/thu-hoi.yaml": (
            "decision: 2023/1-chien-si-thi-dua-co-so\nnumber: 9/QĐ-UBND\ndate: 2024-01-05\n"
            "rows:\n  - {name: Nguyễn Văn Mẫu, unit: phong-a}\n"
        )
    }
    root = files(tmp_path, {**THREE, **revoked})
    assert (
        answers(thidua(root, "eligible", PROVINCE, "2024", "--all", "--format", "json"))["Nguyễn Văn Mẫu"] == "chua-du"
    )


def test_a_proposed_award_is_none(tmp_path: Path) -> None:
    """A title that is only nominated, or approved without a decision, gives no year."""
    proposed = nomination(
        row("Trần Thị Thử", GRASSROOTS, "outcome: thong-qua"), head="date: 2022-12-10\nperiod: 2022\n"
    )
    root = files(tmp_path, {**THREE, **proposed})
    assert answers(thidua(root, "eligible", PROVINCE, "2024", "--all", "--format", "json"))["Trần Thị Thử"] == "chua-du"


def test_without_the_declaration_nothing_is_a_no(tmp_path: Path) -> None:
    root = files(tmp_path, {path: text for path, text in THREE.items() if "declarations" not in path})
    found = answers(thidua(root, "eligible", PROVINCE, "2024", "--format", "json"))
    assert found == {"Nguyễn Văn Mẫu": "can-nguoi-xem", "Trần Thị Thử": "can-nguoi-xem"}


def test_the_law_of_the_office_counts_and_is_named(tmp_path: Path) -> None:
    """A province asks for two years in the place of the law's three."""
    own = {
        "records/catalogue/rules/tinh.yaml": (
            "routes:\n  csttd-bo-tinh:\n"
            f"    awards: [{PROVINCE}]\n    eras: [e2024, e2025]\n    recipients: [ca-nhan]\n    path: '22'\n"
            "    article: Quyết định 1/QĐ-UBND (ví dụ)\n    confidence: xac-nhan\n    conditions:\n"
            f"      - {{check: consecutive_awards, awards: [{GRASSROOTS}], times: 2}}\n"
        )
    }
    root = files(tmp_path, {**THREE, **own})
    ran = thidua(root, "eligible", PROVINCE, "2024", "--person", "Trần Thị Thử")
    assert "ĐỦ (1)" in ran.out
    assert "quy định của đơn vị, records/catalogue/rules/tinh.yaml" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("khong-co", "2024"), "không có danh hiệu, hình thức nào tên `khong-co`"),
        (("chiến sĩ", "2024"), "`chiến sĩ` có thể là:"),
        ((PROVINCE, "2024", "--unit", "phong-khong-co"), "sổ chưa có ai, đơn vị nào là `phong-khong-co`"),
        ((PROVINCE, "2024", "--person", "Không Có Ai"), "sổ chưa có ai, đơn vị nào là `Không Có Ai`"),
        ((PROVINCE, "2024", "--day", "hôm nay"), "`hôm nay` không phải ngày"),
        ((PROVINCE, "hai nghìn"), "hai nghìn"),
        (("gia-dinh-van-hoa", "2024"), "chỉ tặng hộ gia đình"),
        (("tap-the-lao-dong-xuat-sac", "2024", "--person", "Nguyễn Văn Mẫu"), "chỉ tặng tập thể"),
    ],
)
def test_what_is_not_understood_ends_with_2_and_says_so(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = thidua(files(tmp_path, THREE), "eligible", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""


def test_english_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIDUA_LANG", "en")
    ran = thidua(files(tmp_path, THREE), "eligible", PROVINCE, "2024", "--all")
    assert "ELIGIBLE (1)" in ran.out
    assert "3 years in a row up to 2024" in ran.out
