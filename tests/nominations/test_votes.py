"""Votes against the share of all members that the law asks: Decree 152/2025/NĐ-CP, Article 33, clause 5."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.nominations.conftest import Office

TITLE, FLAG, LOCAL = "chien-si-thi-dua-toan-quoc", "co-thi-dua-cua-chinh-phu", "lao-dong-tien-tien"

SHARES = [
    # award, vote, whether `thong-qua` is an error, status without an outcome
    (TITLE, "members: 30, for: 27, against: 3", False, "thong-qua"),
    (TITLE, "members: 30, for: 26, against: 4", True, "khong-thong-qua"),
    (TITLE, "members: 30, for: 26", True, "de-nghi"),
    (TITLE, "members: 10, for: 9", False, "thong-qua"),
    (TITLE, "members: 11, for: 9, against: 2", True, "khong-thong-qua"),
    (TITLE, "members: 9, for: 8, against: 1", True, "khong-thong-qua"),
    (TITLE, "members: 30, present: 20, for: 20", True, "de-nghi"),
    (TITLE, "members: 30, present: 20, in_writing: 10, for: 27, against: 3", False, "thong-qua"),
    (TITLE, "present: 20, in_writing: 10, for: 26", True, "de-nghi"),
    (TITLE, "present: 20, in_writing: 10, for: 27", False, "de-nghi"),
    (TITLE, "for: 27", False, "de-nghi"),
    (TITLE, "members: 30", False, "de-nghi"),
    (TITLE, "members: 30, against: 4", False, "khong-thong-qua"),
    (TITLE, "members: 30, against: 3", False, "de-nghi"),
    (TITLE, "members: 0, for: 0", False, "de-nghi"),
    ("anh-hung-lao-dong", "members: 30, for: 26, against: 4", True, "khong-thong-qua"),
    ("anh-hung-lao-dong", "members: 30, for: 27, against: 3", False, "thong-qua"),
    (FLAG, "members: 10, for: 8, against: 2", False, "thong-qua"),
    (FLAG, "members: 10, for: 7, against: 3", True, "khong-thong-qua"),
    (FLAG, "members: 9, for: 8, against: 1", False, "thong-qua"),
    (FLAG, "members: 9, for: 7, against: 2", True, "khong-thong-qua"),
    (LOCAL, "members: 30, for: 1, against: 29", False, "de-nghi"),
    (LOCAL, "members: 30, for: 30", False, "de-nghi"),
]


def recipient(award: str) -> str:
    return "recipient: {collective: phong-van-hoa}" if award == FLAG else "recipient: {name: Nguyễn Văn A}"


@pytest.mark.parametrize(("award", "vote", "is_error", "status"), SHARES)
def test_a_share_is_counted_of_all_members(award: str, vote: str, is_error: bool, status: str, office: Office) -> None:
    row = f"award: {award}, {recipient(award)}, vote: {{{vote}}}"
    office.nominate(row)
    assert office.statuses() == [status]
    assert "TD403" not in office.codes()
    office.nominate(f"{row}, outcome: thong-qua")
    assert office.statuses() == ["thong-qua"]
    assert ("TD403" in office.codes()) is is_error
    office.nominate(f"{row}, outcome: khong-thong-qua")
    assert office.statuses() == ["khong-thong-qua"]
    assert "TD403" not in office.codes()
    office.nominate(f"{row}, outcome: de-nghi")
    assert office.statuses() == ["de-nghi"]


TOO_FEW = f"award: {TITLE}, recipient: {{name: A B}}, vote: {{members: 30, for: 26, against: 4}}"
ERAS = [
    # the days of the nomination, what is found, status without an outcome
    ("date: 2025-12-02\n", ["TD403"], "khong-thong-qua"),
    ("received: 2025-07-01\n", ["TD403"], "khong-thong-qua"),
    ("date: 2025-06-10\nreceived: 2025-06-30\ncouncil_date: 2025-09-01\n", [], "de-nghi"),
    ("date: 2025-06-10\ncouncil_date: 2025-09-01\n", ["TD408"], "de-nghi"),
    ("date: 2025-07-02\ncouncil_date: 2025-06-25\n", ["TD408"], "de-nghi"),
    ("council_date: 2025-12-01\n", ["TD408"], "de-nghi"),
    ("date: 2020-05-10\n", [], "de-nghi"),
    ("date: 2024-05-10\n", [], "de-nghi"),
    ("date: 2026-10-02\n", ["TD408"], "de-nghi"),
    ("", [], "de-nghi"),
]


@pytest.mark.parametrize(("days", "codes", "status"), ERAS)
def test_the_share_is_that_of_the_law_of_its_days(days: str, codes: list[str], status: str, office: Office) -> None:
    office.nominate(TOO_FEW, head="number: 1/TTr\n" + days)
    assert office.statuses() == [status]
    office.nominate(TOO_FEW + ", outcome: thong-qua", head="number: 1/TTr\n" + days)
    assert [code for code in office.codes() if code in {"TD403", "TD408"}] == codes


@pytest.mark.parametrize(
    ("vote", "is_error"),
    [
        ("members: 9, present: 7, in_writing: 2, for: 9", False),
        ("members: 9, present: 8, in_writing: 2", True),
        ("members: 9, present: 10", True),
        ("members: 9, in_writing: 10", True),
        ("present: 7, in_writing: 2, for: 8, against: 2", True),
        ("present: 7, for: 8", False),
        ("members: 9, for: 9, against: 1", True),
        ("members: 9, against: 10", True),
        ("for: 9, against: 1", False),
        ("members: 0, for: 1", True),
    ],
)
def test_more_votes_than_voters_are_an_error(vote: str, is_error: bool, office: Office) -> None:
    office.nominate(f"award: {LOCAL}, recipient: {{name: A B}}, vote: {{{vote}}}")
    assert ("TD404" in office.codes()) is is_error
