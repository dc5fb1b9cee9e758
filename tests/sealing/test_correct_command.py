"""`thidua correct` and `thidua revoke`: what they understand, write, and say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adding.test_conversation import talked
from tests.sealing.office import DECISION, TEXT, codes, office, thidua
from thidua.app.ask_change import ask_correction, ask_revocation
from thidua.app.change_paper import ChangeTyped
from thidua.app.entry_lookup import Lookup
from thidua.app.fresh import fresh
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

PAPER = ("--number", "9/ĐC-UBND", "--date", "01/4/2023")
FILE = "records/corrections/2023/9-dc-ubnd-ubnd-vi-du.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return office(tmp_path)


def correct(root: Path, *arguments: str, decision: str = "5/QĐ-UBND") -> tuple[int, str, str]:
    ran = thidua(root, "correct", decision, *arguments)
    return ran.status, ran.out, ran.err


@pytest.mark.parametrize("decision", ["5/QĐ-UBND", "5", "2023/5-qd-ubnd-vi-du", DECISION])
def test_a_correction_is_one_file_and_the_report_changes(root: Path, decision: str) -> None:
    status, out, _ = correct(
        root, "--row", "Nguyen Van A", "--field", "chức vụ", "--value", " Tổ  trưởng", *PAPER, decision=decision
    )
    assert status == 0
    assert (root / FILE).read_text("utf-8") == (
        "decision: 2023/5-qd-ubnd-vi-du\nnumber: 9/ĐC-UBND\ndate: 2023-04-01\nrows:\n"
        "  - row:\n      name: Nguyễn Văn A\n    field: position\n    value: Tổ trưởng\n"
    )
    assert "Nguyễn Văn A, Phòng Một" in out
    assert "chức vụ: chưa ghi → Tổ trưởng" in out
    assert (root / DECISION).read_text("utf-8") == TEXT


def test_the_same_paper_gets_more_rows(root: Path) -> None:
    correct(root, "--row", "Nguyễn Văn A", "--field", "name", "--value", "Nguyễn Văn Á", *PAPER)
    status, out, _ = correct(root, "--row", "Nguyễn Văn Á", "--field", "unit", "--value", "Phòng Hai", *PAPER)
    assert status == 0
    assert "Phòng Một → Phòng Hai" in out
    text = (root / FILE).read_text("utf-8")
    assert text.count("name: Nguyễn Văn A\n") == 2, "rows are named as the decision has them"
    assert "value: phong-hai\n" in text
    assert not codes(thidua(root, "validate"))


def test_of_several_rows_the_paper_names_as_much_as_is_needed(root: Path) -> None:
    status, _, err = correct(root, "--row", "Lê Văn C", "--field", "sex", "--value", "nam", *PAPER)
    assert status == 2
    assert "--unit" in err
    assert "Phòng Hai" in err
    assert correct(root, "--row", "Lê Văn C", "--unit", "phòng hai", "--field", "sex", "--value", "nam", *PAPER)[0] == 0
    assert "unit: phong-hai" in (root / FILE).read_text("utf-8")
    status, _, err = correct(root, "--row", "Trần Thị B", "--field", "award", "--value", "giay-khen-cap-xa", *PAPER)
    assert (status, "--award" in err) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("--row", "Nguyễn Văn A", "--field", "name", "--value", "Nguyễn Văn A", *PAPER), 1, "không có gì"),
        (("--row", "Ai Đó", "--field", "name", "--value", "B", *PAPER), 2, "không có dòng nào của `Ai Đó`; đang có:\n"),
        (("--row", "van a", "--field", "name", "--value", "B", *PAPER), 2, "; gần nhất:\n  Nguyễn Văn A, Phòng Một"),
        (("--row", "Nguyễn Văn A", "--field", "chucvu", "--value", "B", *PAPER), 2, "position (chức vụ)"),
        (("--field", "decision.date", "--value", "31/2/2023", *PAPER), 2, "lịch"),
        (("--field", "decision.date", "--value", "07/3/2023", "--row", "Lê Văn C", *PAPER), 2, "bỏ --row"),
        (("--field", "mau", "--value", "B", "--row", "Lê Văn C", *PAPER), 2, "danh sách"),
        (("--field", "decision.date", "--value", "07/3/2023"), 2, "--source"),
        (("--value", "x", *PAPER), 2, "--field"),
        (("--field", "name", "--value", "x", *PAPER), 2, "--row"),
        (("--field", "decision.date", "--value", "07/3/2023", "--number", "1/ĐC", "--date", "01/01/2023"), 1, "TD319"),
    ],
)
def test_what_cannot_be_is_said_and_not_written(root: Path, arguments: tuple[str, ...], status: int, said: str) -> None:
    ended, out, err = correct(root, *arguments)
    assert ended == status
    assert said in out + err
    assert not (root / "records/corrections").exists() or not any((root / "records/corrections").rglob("*.yaml"))


def test_a_field_may_be_typed_in_words(root: Path) -> None:
    status, out, err = correct(root, "--field", "Ngày quyết định", "--value", "ngày 7 tháng 3 năm 2023", *PAPER)
    assert status == 0, err
    assert "06/3/2023 → 07/3/2023" in out


def test_a_decision_that_is_not_there_is_said(root: Path) -> None:
    assert "không có quyết định" in correct(root, "--field", "year", "--value", "2023", *PAPER, decision="77/QĐ")[2]


def test_nothing_is_written_by_a_dry_run(root: Path) -> None:
    status, out, _ = correct(root, "--field", "period", "--value", "năm 2022", "--source", "Sổ", "--dry-run")
    assert status == 0
    assert "kỳ thành tích: chưa ghi → 2022" in out
    assert "sẽ tạo records/corrections/2023/dinh-chinh-ubnd-vi-du.yaml" in out
    assert not (root / "records/corrections").exists()


def test_revoke_takes_rows_out(root: Path) -> None:
    arguments = ("--row", "Trần Thị B", "--row", "Nguyễn Văn A", "--number", "10/QĐ", "--date", "01/5/2023")
    ran = thidua(root, "revoke", "5/QĐ-UBND", *arguments, "--ground", "Khai sai")
    assert ran.status == 0, ran.err
    assert ran.out.count("không còn được đếm") == 3
    register = fresh(find_workspace(root)).register
    assert register.one("SELECT count(*) FROM award_row WHERE revoked") == 3
    again = thidua(root, "revoke", "5/QĐ-UBND", *arguments)
    assert again.status == 1
    assert "đã bị thu hồi" in again.err


def test_a_clerk_is_asked_whose_row_what_is_right_and_by_which_paper(root: Path) -> None:
    workspace = find_workspace(root)
    state = fresh(workspace)
    lookup = Lookup(state.register, "ubnd-vi-du")
    new, asked, said = talked(
        ask_correction(state, lookup, ChangeTyped("5/QĐ-UBND")),
        {
            "Dòng của ai": ["Ai Đó", "Lê Văn C"],
            "Dòng nào": ["1"],
            "Đính chính nội dung nào": ["class"],
            "Giá trị đúng": ["truc-tiep-lao-dong"],
            "Số văn bản": ["9/ĐC-UBND"],
            "Ngày văn bản": ["01/4/2023"],
            "Ghi vào": ["c"],
        },
    )
    assert new == ChangeTyped(
        "5/QĐ-UBND",
        ("Lê Văn C",),
        "giay-khen-cap-huyen",
        "phong-mot",
        "class",
        "truc-tiep-lao-dong",
        "9/ĐC-UBND",
        "2023-04-01",
    )
    assert asked[-1] == f"Ghi vào {FILE}?"
    assert any("đối tượng: chưa ghi → người trực tiếp" in one for one in said)
    assert not (root / FILE).exists()


def test_a_clerk_is_asked_who_is_withdrawn(root: Path) -> None:
    state = fresh(find_workspace(root))
    new, _, said = talked(
        ask_revocation(state, Lookup(state.register), ChangeTyped("5/QĐ-UBND")),
        {
            "Dòng của ai": ["nguyen van a"],
            "Số văn bản": ["10/QĐ"],
            "Ngày văn bản": ["01/5/2023"],
            "Lý do": ["Khai sai"],
        },
    )
    assert new == ChangeTyped("5/QĐ-UBND", ("Nguyễn Văn A",), number="10/QĐ", date="2023-05-01", ground="Khai sai")
    assert any("không còn được đếm" in one for one in said)
