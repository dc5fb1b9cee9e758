"""Which rows a revocation takes out, and which it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.rules.repository import checked, write
from thidua.app.fresh import fresh
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

AWARD = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Một}
      - {name: Nguyễn Văn A, unit: Phòng Hai}
      - {name: Trần Thị B, unit: Phòng Một}
      - {name: Lê Văn C, unit: Phòng Một, different_from_namesake: tổ 1}
      - {name: Lê Văn C, unit: Phòng Một, different_from_namesake: tổ 2}
  - award: lao-dong-tien-tien
    recipients:
      - {name: Trần Thị B, unit: Phòng Một}
      - {name: Nguyễn Văn A, unit: Phòng Một}
"""

CASES: dict[str, tuple[str, set[int], set[str]]] = {
    # a row of the revocation, the places of the rows it takes out, what is found
    "two units": ("{name: Nguyễn Văn A}", set(), {"TD314"}),
    "two units, one award": ("{name: Nguyễn Văn A, award: giay-khen-cap-huyen}", set(), {"TD314"}),
    "one of two units": ("{name: Nguyễn Văn A, unit: Phòng Hai}", {1}, set()),
    "all awards of one": ("{name: Nguyễn Văn A, unit: Phòng Một}", {0, 6}, set()),
    "one award of one": ("{name: Nguyễn Văn A, unit: Phòng Một, award: lao-dong-tien-tien}", {6}, set()),
    "unit by the award": ("{name: Nguyễn Văn A, award: lao-dong-tien-tien}", {6}, set()),
    "one person, two awards": ("{name: Trần Thị B}", {2, 5}, set()),
    "in capitals": ("{name: TRẦN THỊ B, award: lao-dong-tien-tien}", {5}, set()),
    "told apart": ("{name: Lê Văn C, unit: Phòng Một}", set(), {"TD314"}),
    "nobody": ("{name: Lê Văn D}", set(), {"TD313"}),
    "of another unit": ("{name: Trần Thị B, unit: Phòng Hai}", set(), {"TD313"}),
}


@pytest.mark.parametrize("case", CASES)
def test_rows_of_one_recipient_are_revoked(case: str, tmp_path: Path) -> None:
    row, places, codes = CASES[case]
    revoked = f"decision: 2023/1\nnumber: 9/QĐ-UBND\ndate: 2023-12-01\nrows:\n  - {row}\n"
    write(tmp_path, {"records/awards/2023/1.yaml": AWARD, "records/revocations/1.yaml": revoked})
    found = {one.code for one in checked(tmp_path)} & {"TD313", "TD314", "TD315"}
    assert found == codes
    assert revoked_places(tmp_path) == places
    (tmp_path / "records/revocations/1.yaml").unlink()
    assert revoked_places(tmp_path) == set()


def revoked_places(root: Path) -> set[int]:
    register = fresh(find_workspace(root)).register
    return {place for (place,) in register.ask("SELECT place FROM award_row WHERE revoked")}


def test_a_revocation_of_a_decision_that_is_not_there_is_said_once(tmp_path: Path) -> None:
    text = "decision: 2023/khong-co\nnumber: 9/QĐ-UBND\ndate: 2023-12-01\nrows: [{name: Nguyễn Văn A}]\n"
    write(tmp_path, {"records/revocations/1.yaml": text})
    assert [one.code for one in checked(tmp_path) if one.severity == "error"] == ["TD902"]


OWN = "name: NAME\ngroup: hinh-thuc\nkind: giay-khen\nlevel: xa\nrecipients: [ca-nhan]\n"


def test_an_id_of_the_catalogue_is_one_award(tmp_path: Path) -> None:
    law, own, again = (
        f"records/catalogue/{name}" for name in ("giay-khen-cap-huyen.yaml", "cua-toi.md", "cua-toi.yaml")
    )
    first = "---\n" + OWN.replace("NAME", "Thứ nhất") + "---\n"
    write(tmp_path, {law: OWN.replace("NAME", "Của tôi"), own: first, again: OWN.replace("NAME", "Thứ hai")})
    codes = {one.primary.path: one.code for one in checked(tmp_path) if one.severity == "error"}
    assert codes == {law: "TD907", again: "TD901"}
    assert own_names(tmp_path) == {"Thứ nhất"}
    (tmp_path / own).unlink()
    assert own_names(tmp_path) == {"Thứ hai"}
    write(tmp_path, {own: first})
    assert own_names(tmp_path) == {"Thứ nhất"}
    register = fresh(find_workspace(tmp_path)).register
    assert register.ask("SELECT id FROM catalogue GROUP BY id HAVING count(*) > 1") == []


def own_names(root: Path) -> set[str]:
    register = fresh(find_workspace(root)).register
    return {name for (name,) in register.ask("SELECT name FROM catalogue WHERE file IS NOT NULL")}


@pytest.mark.parametrize("first", [".yaml", ".md"])
def test_of_two_files_of_one_decision_the_first_by_path_is_told(first: str, tmp_path: Path) -> None:
    revoked = "decision: 2023/1\nnumber: 9/QĐ-UBND\ndate: 2023-01-12\nrows:\n  - {name: Trần Thị B}\n"
    twins = {".yaml": AWARD, ".md": f"---\n{AWARD}---\nVí dụ\n"}
    write(tmp_path, {f"records/awards/2023/1{first}": twins.pop(first), "records/revocations/1.yaml": revoked})
    checked(tmp_path)  # now that file is known, and was read first
    write(tmp_path, {f"records/awards/2023/1{ending}": text for ending, text in twins.items()})
    (told,) = [one for one in checked(tmp_path) if one.code == "TD315"]
    assert [place.path for place in told.related] == ["records/awards/2023/1.md"]
