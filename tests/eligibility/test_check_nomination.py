"""`thidua check-nomination` as a clerk runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eligibility.phong_a import GRASSROOTS, PROVINCE, THREE, UNIT, checked, decision, initiative, nomination, row
from tests.reports.repository import files, thidua

if TYPE_CHECKING:
    from pathlib import Path


def test_each_row_is_judged_and_a_no_ends_with_1(tmp_path: Path) -> None:
    answered = "answers: [{question: ghi-so-thanh-tich, answer: co, by: Lê Văn Xem}]"
    rows = (row("Nguyễn Văn Mẫu", PROVINCE, answered), row("Trần Thị Thử", PROVINCE, answered))
    status, found = checked(files(tmp_path, {**THREE, **nomination(*rows)}))
    assert status == 1
    assert [one["recipient"]["answer"] for one in found] == ["du", "chua-du"]
    assert [one["line"] for one in found] == [7, 10]


def test_a_question_without_an_answer_leaves_it_to_a_person(tmp_path: Path) -> None:
    status, found = checked(files(tmp_path, {**THREE, **nomination(row("Nguyễn Văn Mẫu"))}))
    assert status == 0
    assert found[0]["recipient"]["answer"] == "can-nguoi-xem"
    assert [one["id"] for one in found[0]["recipient"]["beside"] if one["answer"] == "chua-ro"] == ["ghi-so-thanh-tich"]


def test_an_answer_of_no_is_a_no(tmp_path: Path) -> None:
    said = "answers: [{question: ghi-so-thanh-tich, answer: khong, by: Lê Văn Xem}]"
    status, found = checked(files(tmp_path, {**THREE, **nomination(row("Nguyễn Văn Mẫu", PROVINCE, said))}))
    assert status == 1
    assert found[0]["recipient"]["answer"] == "chua-du"


TWICE = "chien-si-thi-dua-toan-quoc"


@pytest.mark.parametrize(
    ("vote", "notice", "council", "answers_of"),
    [
        (
            "{members: 30, for: 27}",
            "{from: 2026-01-05, to: 2026-01-16}",
            "2026-01-19",
            {"council_vote": "co", "public_notice": "co"},
        ),
        ("{members: 30, for: 26}", "{from: 2026-01-05, to: 2026-01-16}", "2026-01-19", {"council_vote": "khong"}),
        ("{members: 30, for: 27}", "{from: 2026-01-08, to: 2026-01-16}", "2026-01-19", {"public_notice": "khong"}),
        (
            "{present: 30, for: 27}",
            "{from: 2026-01-05}",
            "2026-01-19",
            {"council_vote": "chua-ro", "public_notice": "co"},
        ),
    ],
)
def test_votes_and_notice_are_asked_of_a_proposal(
    tmp_path: Path, vote: str, notice: str, council: str, answers_of: dict[str, str]
) -> None:
    """Decree 152/2025/NĐ-CP, Articles 33.5 and 44.2: 90 percent of all members, ten working days before the council."""
    head = f"date: 2026-02-10\nperiod: 2025\ncouncil_date: {council}\nnotice: {notice}\n"
    root = files(tmp_path, {**THREE, **nomination(row("Nguyễn Văn Mẫu", TWICE, f"vote: {vote}"), head=head)})
    beside = {one["check"]: one["answer"] for one in checked(root)[1][0]["recipient"]["beside"]}
    assert {check: beside[check] for check in answers_of} == answers_of


def test_a_number_is_judged_of_nobody(tmp_path: Path) -> None:
    counted = f"  - award: {PROVINCE}\n    counted: {{individuals: 3}}\n"
    ran = thidua(files(tmp_path, {**THREE, **nomination(counted)}), "check-nomination", "7/TTr-A")
    assert ran.status == 0
    assert "chỉ có số lượng, không có danh sách để xét" in ran.out
    assert "1 dòng: 0 đủ, 0 cần người xem, 0 chưa đủ, 1 chỉ có số lượng" in ran.out


def test_a_unit_in_two_rows_shares_the_quota(tmp_path: Path) -> None:
    """Decree 91/2017/NĐ-CP, Article 9.3: 15 percent of those with the title of advanced worker; of 13, one."""
    numbers = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
    people = [f"Người Mẫu {number}" for number in numbers] + [
        "Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Giả",
    ]  # fmt: skip
    work = {**initiative(2022, "Nguyễn Văn Mẫu", "co-so"), **initiative(2022, "Trần Thị Thử", "toan-quoc")}
    office = {**UNIT, **decision(2022, "lao-dong-tien-tien", *people), **work}
    head = "date: 2022-12-30\nperiod: 2022\n"
    one = files(tmp_path / "one", {**office, **nomination(row("Nguyễn Văn Mẫu", GRASSROOTS), head=head)})
    two = files(
        tmp_path / "two",
        {**office, **nomination(row("Nguyễn Văn Mẫu", GRASSROOTS), row("Trần Thị Thử", GRASSROOTS), head=head)},
    )
    assert [found["recipient"]["answer"] for found in checked(one)[1]] == ["du"]
    assert [found["recipient"]["answer"] for found in checked(two)[1]] == ["chua-du", "chua-du"]


@pytest.mark.parametrize("asked", ["khong-co", "", "records/nominations/2024/khong-co.yaml"])
def test_a_nomination_that_is_not_there_ends_with_2(tmp_path: Path, asked: str) -> None:
    ran = thidua(files(tmp_path, THREE), "check-nomination", asked)
    assert ran.status == 2
    assert "không có hồ sơ đề nghị" in ran.err
