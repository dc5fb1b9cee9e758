"""What a correction does to a decision, wherever the decision is shown or counted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.sealing.office import DECISION, TEXT, codes, correct, files, office, thidua
from thidua.app.fresh import fresh
from thidua.model.award import AwardRecord
from thidua.report.reader import Reader
from thidua.store.library import Library
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

A = "row: {name: Nguyễn Văn A}"
B_TITLE = "row: {name: Trần Thị B, award: lao-dong-tien-tien}"


def rows(root: Path) -> list[tuple[str, str, str | None]]:
    register = fresh(find_workspace(root)).register
    return [tuple(row) for row in register.ask("SELECT award, name, unit FROM award_row ORDER BY place")]


def decision(root: Path) -> AwardRecord:
    state = fresh(find_workspace(root))
    record = Library(state.workspace, state.register).record(DECISION, AwardRecord)
    assert record is not None
    return record


def test_a_row_is_what_the_paper_makes_of_it(tmp_path: Path) -> None:
    root = office(tmp_path, f"{A}, field: name, value: Nguyễn Văn Á", f"{A}, field: unit, value: phong-hai")
    assert rows(root)[0] == ("giay-khen-cap-huyen", "Nguyễn Văn Á", "phong-hai")
    assert decision(root).awards[0].recipients[0].name == "Nguyễn Văn Á"
    (root / "records/corrections/9.yaml").unlink()
    assert rows(root)[0] == ("giay-khen-cap-huyen", "Nguyễn Văn A", "phong-mot")


def test_a_row_moves_to_another_award_and_keeps_its_line(tmp_path: Path) -> None:
    root = office(tmp_path, "row: {name: Nguyễn Văn A}, field: award, value: lao-dong-tien-tien")
    assert [award for award, _, _ in rows(root)].count("lao-dong-tien-tien") == 2
    record = decision(root)
    assert [one.name for one in record.awards[1].recipients] == ["Trần Thị B", "Nguyễn Văn A"]
    state = fresh(find_workspace(root))
    reader = Reader(Library(state.workspace, state.register))
    assert reader.trace(DECISION, ("awards", 1, "recipients", 1)).line == 5
    assert reader.trace(DECISION, ("awards", 0, "recipients", 0)).line == 6
    assert state.register.one("SELECT line FROM award_row WHERE name = 'Nguyễn Văn A'") == 5


def test_an_award_that_lost_all_its_rows_is_not_in_the_paper(tmp_path: Path) -> None:
    root = office(tmp_path, f"{B_TITLE}, field: award, value: bang-khen-bo-nganh-tinh")
    ran = thidua(root, "paper", "decision", "2023/5-qd-ubnd-vi-du", "-o", str(tmp_path / "x.md"))
    assert ran.status == 0, ran.err
    printed = (tmp_path / "x.md").read_text("utf-8").casefold()
    assert "lao động tiên tiến" not in printed
    assert "bằng khen" in printed


@pytest.mark.parametrize(
    ("field", "value", "column", "now"),
    [
        ("decision.number", "50/QĐ-UBND", "number", "50/QĐ-UBND"),
        ("decision.date", "2022-12-30", "date", "2022-12-30"),
        ("period", "2021", "year", 2021),
        ("method", "dot-xuat", "method", "dot-xuat"),
    ],
)
def test_the_decision_itself_is_corrected(tmp_path: Path, field: str, value: str, column: str, now: object) -> None:
    root = office(tmp_path, f"field: {field}, value: {value}")
    assert fresh(find_workspace(root)).register.one(f"SELECT {column} FROM decision") == now


def test_a_decision_is_found_by_the_number_it_was_signed_with(tmp_path: Path) -> None:
    root = office(tmp_path, "field: decision.number, value: 50/QĐ-UBND")
    for number in ("5/QĐ-UBND", "5", "50/QĐ-UBND"):
        assert DECISION in thidua(root, "show", number).out


def test_the_report_counts_in_the_corrected_year(tmp_path: Path) -> None:
    root = office(tmp_path, "field: decision.date, value: 2022-12-30")
    assert "Lao động tiên tiến" not in thidua(root, "report", "2023").out
    assert "Lao động tiên tiến" in thidua(root, "report", "2022").out


def test_the_later_paper_holds(tmp_path: Path) -> None:
    root = office(tmp_path, f"{A}, field: name, value: Nguyễn Văn Á", date="2023-06-01")
    correct(root, f"{A}, field: name, value: Nguyễn Văn Ạ", number="8/ĐC", date="2023-05-01")
    assert rows(root)[0][1] == "Nguyễn Văn Á"
    assert "TD601" not in codes(thidua(root, "validate"))


@pytest.mark.parametrize("date", [None, "2023-04-01"])
def test_of_two_papers_that_disagree_neither_holds(tmp_path: Path, date: str | None) -> None:
    root = office(tmp_path, f"{A}, field: name, value: Nguyễn Văn Á")
    correct(root, f"{A}, field: name, value: Nguyễn Văn Ạ", number="8/ĐC", date=date)
    assert rows(root)[0][1] == "Nguyễn Văn A"
    assert "TD601" in codes(thidua(root, "validate"))


def test_a_paper_may_swap_two_names(tmp_path: Path) -> None:
    swap = ("row: {name: Nguyễn Văn A}, field: name, value: Trần Thị B",)
    back = ("row: {name: Trần Thị B}, field: name, value: Nguyễn Văn A",)
    root = office(tmp_path, *swap, *back)
    assert [name for _, name, _ in rows(root)][:2] == ["Trần Thị B", "Nguyễn Văn A"]
    assert codes(thidua(root, "validate")) <= {"TD306"}


@pytest.mark.parametrize("name", ["Nguyễn Văn A", "Nguyễn Văn Á"])
def test_a_revocation_names_a_row_as_it_was_or_as_it_is(tmp_path: Path, name: str) -> None:
    root = office(tmp_path, f"{A}, field: name, value: Nguyễn Văn Á")
    text = f"decision: 2023/5-qd-ubnd-vi-du\nnumber: 10/QĐ\ndate: 2023-05-01\nrows: [{{name: {name}}}]\n"
    files(root, {"records/revocations/10.yaml": text})
    assert thidua(root, "validate").status == 0
    register = fresh(find_workspace(root)).register
    assert register.ask("SELECT name FROM award_row WHERE revoked") == [("Nguyễn Văn Á",)]
    assert "thu hồi: 10/QĐ" in thidua(root, "show", "2023/5-qd-ubnd-vi-du").out


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("row: {name: Trần Thị B}, field: class, value: cong-nhan", "`value`: không có"),
        ("field: decision.date, value: 06/3/2023", "2023-03-06"),
        ("row: {name: Trần Thị B}, field: chuc_vu, value: x", "`field`"),
        ("field: position, value: x", "chưa ghi dòng nào"),
        ("row: {name: Trần Thị B}, field: period, value: 2023", "bỏ `row`"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_its_place(tmp_path: Path, row: str, said: str) -> None:
    ran = thidua(office(tmp_path, row), "validate")
    assert codes(ran) >= {"TD007"}
    assert "records/corrections/9.yaml:5:" in ran.out
    assert said in ran.out or "truc-tiep-lao-dong" in ran.out


def test_what_a_right_value_names_must_be_there(tmp_path: Path) -> None:
    ran = thidua(office(tmp_path, f"{A}, field: unit, value: phong-ba"), "validate")
    assert "TD902" in codes(ran)
    assert "records/corrections/9.yaml:5:" in ran.out


def test_show_and_history_tell_what_was_stated(tmp_path: Path) -> None:
    root = office(tmp_path, f"{A}, field: unit, value: phong-hai")
    told = "đơn vị, trước đính chính: Phòng Một; theo số 9/ĐC-UBND ngày 01/4/2023"
    assert told in thidua(root, "show", "2023/5-qd-ubnd-vi-du").out
    assert told in thidua(root, "history", "Nguyễn Văn A").out
    assert "unit, before correction: Phòng Một; by no. 9/ĐC-UBND of 2023-04-01" in (
        thidua(root, "history", "Nguyễn Văn A", "--lang", "en").out
    )
    data = json.loads(thidua(root, "show", "2023/5-qd-ubnd-vi-du", "--format", "json").out)
    assert [(one["field"], one["before"], one["value"]) for one in data["corrected"]] == [
        ("unit", "phong-mot", "phong-hai")
    ]


def test_the_file_of_the_decision_is_never_touched(tmp_path: Path) -> None:
    root = office(tmp_path, f"{A}, field: unit, value: phong-hai")
    thidua(root, "report", "2023")
    assert (root / DECISION).read_text("utf-8") == TEXT
