"""`same-person` and `different-person`: the answer goes into `people/`, and what rests on it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.adding.conftest import Repository

HERE, THERE = "Nguyễn Văn An, phong-noi-vu-mong-cai", "Nguyễn Văn An, Phòng Y tế"
PERSON = "records/people/nguyen-van-an.yaml"
SECOND = "records/people/nguyen-van-an-2.yaml"
ROWS = """\
decision: {{number: {number}/QĐ-UBND, date: {year}-03-06, authority: ubnd-mong-cai}}
period: {year}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {{name: Nguyễn Văn An, unit: {unit}}}
source: {{document: Ví dụ}}
"""


@pytest.fixture
def moved(repository: Repository) -> Repository:
    """Two decisions that name one name in two units."""
    for number, (year, unit) in enumerate(((2021, "phong-noi-vu-mong-cai"), (2023, "phong-y-te-mong-cai")), start=1):
        path = f"records/awards/{year}/{number}-qd-ubnd-ubnd-mong-cai.yaml"
        repository.write(path, ROWS.format(number=number, year=year, unit=unit))
    repository.git("add", "-A")
    repository.git("commit", "-qm", "decisions")
    return repository


def test_a_name_in_two_units_is_one_person_and_no_decision_is_touched(moved: Repository) -> None:
    answer = moved.thidua("same-person", HERE, THERE, "--source", "Ví dụ")
    assert (answer.status, answer.out) == (0, f"đã tạo {PERSON}\n")
    assert moved.text(PERSON) == (
        "name: Nguyễn Văn An\npostings:\n  - {unit: phong-noi-vu-mong-cai}\n  - {unit: phong-y-te-mong-cai}\n"
        "source:\n  document: Ví dụ\n"
    )
    assert moved.changed() == [PERSON]
    assert moved.thidua("validate").status == 0
    assert moved.thidua("fmt", "--check", "records/people").status == 0
    history = moved.thidua("history", "nguyen-van-an").out
    assert "1/QĐ-UBND" in history
    assert "2/QĐ-UBND" in history


def test_what_is_recorded_already_changes_nothing(moved: Repository) -> None:
    moved.thidua("same-person", HERE, THERE)
    text = moved.text(PERSON)
    for again in ((HERE,), (THERE, HERE), ("nguyen-van-an", HERE)):
        answer = moved.thidua("same-person", *again)
        assert (answer.status, "không có gì thay đổi" in answer.out) == (0, True)
    assert moved.text(PERSON) == text


def test_a_record_learns_another_unit_and_another_name_and_keeps_its_bytes(moved: Repository) -> None:
    moved.write(PERSON, "name: Nguyễn Văn An  # sổ cũ\npostings:\n  - unit: phong-noi-vu-mong-cai\nnote: x\n")
    assert moved.thidua("same-person", HERE, "Nguyễn An, Phòng Y tế").status == 0
    assert moved.text(PERSON) == (
        "name: Nguyễn Văn An  # sổ cũ\naliases:\n  - Nguyễn An\npostings:\n  - unit: phong-noi-vu-mong-cai\n"
        "  - {unit: phong-y-te-mong-cai}\nnote: x\n"
    )


def test_two_people_of_one_name_name_each_other(moved: Repository) -> None:
    answer = moved.thidua("different-person", HERE, THERE)
    assert (answer.status, answer.out) == (0, f"đã tạo {PERSON}\nđã tạo {SECOND}\n")
    assert "different_from:\n  - nguyen-van-an-2\n" in moved.text(PERSON)
    assert "different_from:\n  - nguyen-van-an\n" in moved.text(SECOND)
    assert moved.thidua("validate").status == 0
    refused = moved.thidua("same-person", HERE, THERE)
    assert refused.status == 1
    assert "`nguyen-van-an`, `nguyen-van-an-2`" in refused.err


def test_two_people_of_one_name_in_one_unit(moved: Repository) -> None:
    assert moved.thidua("same-person", HERE).status == 0
    assert moved.thidua("different-person", HERE, HERE).status == 0
    assert "nguyen-van-an-2" in moved.text(PERSON)
    assert "unit: phong-noi-vu-mong-cai" in moved.text(SECOND)


@pytest.mark.parametrize("who", ["Nguyễn Văn An", "Nguyễn Văn An,", "khong-co", ", phong-noi-vu-mong-cai"])
def test_who_is_not_understood_is_told_how_to_write(moved: Repository, who: str) -> None:
    answer = moved.thidua("same-person", who)
    assert (answer.status, moved.changed()) == (2, [])
    assert "ghi tên và đơn vị" in answer.err


def test_a_dry_run_writes_nothing(moved: Repository) -> None:
    answer = moved.thidua("different-person", HERE, THERE, "--dry-run")
    assert (answer.out, moved.changed()) == (f"sẽ tạo {PERSON}\nsẽ tạo {SECOND}\n", [])


def test_a_name_that_no_record_has_there_is_remarked_on(moved: Repository) -> None:
    unheard = moved.thidua("same-person", "Nguyễn Văn Ân, Phòng Y tế", "--dry-run")
    assert unheard.status == 0
    assert "chưa có dòng nào ghi `Nguyễn Văn Ân` ở `Phòng Y tế" in unheard.out
    assert "tên này đang ghi ở" not in unheard.out
    elsewhere = moved.thidua("different-person", HERE, "Nguyễn Văn An, Phòng Tài chính", "--dry-run").out
    assert "ghi `Nguyễn Văn An` ở `Phòng Tài chính`" in elsewhere
    assert "tên này đang ghi ở: Phòng Nội vụ" in elsewhere
    assert "lưu ý" not in moved.thidua("same-person", HERE, THERE).out
