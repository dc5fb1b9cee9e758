"""`thidua add-nomination`, typed and asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adding.test_conversation import talked
from tests.nominations.conftest import HEAD, PATH
from tests.nominations.test_from import ARGUMENTS, lookup
from thidua.app.add_award_typed import AwardTyped
from thidua.app.add_nomination import NominationTyped, plan
from thidua.app.ask_nomination import ask_nomination

if TYPE_CHECKING:
    from tests.nominations.conftest import Office


def test_the_conversation_of_a_nomination_asks_for_the_dossier_then_for_its_rows(office: Office) -> None:
    state, records = lookup(office)
    new, _, _ = talked(
        ask_nomination(state, records, NominationTyped({}, AwardTyped())),
        {
            "Số tờ trình": ["7/TTr-VH"], "Ngày tờ trình": ["2/12/2025"], "Đơn vị đề nghị": ["phong-van-hoa"],
            "Thành tích": ["2025"], "Danh hiệu": ["lao-dong-tien-tien"], "Họ và tên": ["Lê Văn Cường"],
            "Ghi thêm": ["k"], "Quyết định này còn": ["k"], "Ghi vào": ["c"],
        },
    )  # fmt: skip
    planned = plan(state, new)
    state.register.close()
    assert planned.path == "records/nominations/2025/7-ttr-vh-phong-van-hoa.yaml"
    assert planned.new.startswith(
        "number: 7/TTr-VH\ndate: 2025-12-02\nby: phong-van-hoa\nto: phuong-vi-du\nperiod: 2025\n"
    )
    assert "name: Lê Văn Cường" in planned.new


# add-nomination

NEW = ("add-nomination", "--number", "7/TTr-VH", "--date", "2/12/2025", "--by", "phong-van-hoa")
MADE = "records/nominations/2025/7-ttr-vh-phong-van-hoa.yaml"


def test_a_nomination_is_written_and_added_to(office: Office) -> None:
    first = office.thidua(
        *NEW, "--sent-to", "phuong-vi-du", "--period", "2025", "--notice-from", "3/12/2025",
        "--notice-to", "16/12/2025", "--source", "Tờ trình",
        "--award", "lao-dong-tien-tien", "--to", "Lê Văn Cường", "--to", "Trần Thị Bình",
        "--unit", "phong-van-hoa",
    )  # fmt: skip
    assert first.status == 0, first.err
    text = office.text(MADE)
    assert "notice:\n  from: 2025-12-03\n  to: 2025-12-16\n" in text
    assert text.endswith("source:\n  document: Tờ trình\n")
    second = office.thidua(*NEW, "--award", "giay-khen-cap-xa", "--collective", "Tổ 1", "--counted-individuals", "4")
    assert second.status == 0, second.err
    assert [row.award for row in office.rows("2025/7-ttr-vh-phong-van-hoa")] == [
        "lao-dong-tien-tien", "lao-dong-tien-tien", "giay-khen-cap-xa", "giay-khen-cap-xa",
    ]  # fmt: skip
    assert office.thidua("fmt", "--check", MADE).status == 0
    assert office.codes() == []
    assert office.thidua("set", MADE, "rows[0].outcome", "thong-qua").status == 0
    assert office.thidua("add-award", "--from", "7", *ARGUMENTS).status == 0
    assert office.codes() == []


def test_what_the_dossier_says_otherwise_is_refused(office: Office) -> None:
    office.thidua(*NEW, "--award", "lao-dong-tien-tien", "--to", "Lê Văn Cường")
    before = office.text(MADE)
    answer = office.thidua(*NEW, "--period", "2024", "--award", "lao-dong-tien-tien", "--to", "Trần Thị Bình")
    assert answer.status == 2
    assert "`--period`" in answer.err
    assert office.text(MADE) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--award", "lao-dong-tien-tien", "--to", "A"), "`--date`"),
        (("--date", "1/2/2025", "--award", "lao-dong-tien-tien"), "`--to`"),
        (("--date", "32/2/2025", "--award", "lao-dong-tien-tien", "--to", "A"), "`--date`"),
        (("--date", "1/2/2025", "--award", "khong-co", "--to", "A"), "khong-co"),
        (("--date", "1/2/2025", "--method", "x", "--award", "lao-dong-tien-tien", "--to", "A"), "`--method`"),
    ],
)
def test_a_nomination_that_is_not_whole_is_not_written(arguments: tuple[str, ...], told: str, office: Office) -> None:
    answer = office.thidua("add-nomination", *arguments)
    assert answer.status == 2
    assert told in answer.err
    assert office.changed() == []


def test_a_dry_run_of_a_nomination_writes_nothing(office: Office) -> None:
    answer = office.thidua(*NEW, "--award", "lao-dong-tien-tien", "--to", "A B", "--dry-run")
    assert answer.status == 0
    assert answer.out.startswith(f"sẽ tạo {MADE}")
    assert office.changed() == []


@pytest.mark.parametrize("command", ["check-nomination", "add-award"])
def test_a_nomination_with_an_error_called_by_its_number_may_be_the_file_that_cannot_be_read(
    command: str, office: Office
) -> None:
    office.write(PATH, HEAD + "rows: x\n")
    arguments = ("7/TTr-VH",) if command == "check-nomination" else ("--from", "7/TTr-VH", *ARGUMENTS)
    answer = office.thidua(command, *arguments)
    assert answer.status == 2
    assert f"không đọc được: {PATH}" in answer.err
