"""`thidua add-award --from`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.adding.test_conversation import talked
from tests.nominations.conftest import HEAD, ID, PATH
from thidua.app.add_award_typed import AwardTyped
from thidua.app.ask_award_from import ask_award_from
from thidua.app.entry_lookup import Lookup
from thidua.app.fresh import fresh
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from tests.nominations.conftest import Office

DECISION = "records/awards/2025/15-qd-ubnd-phuong-vi-du.yaml"
ARGUMENTS = ("--decision", "15/QĐ-UBND", "--date", "26/12/2025")
FULL = (
    "name: Lê Văn Cường, position: Chuyên viên, unit: phong-van-hoa, class: truc-tiep-lao-dong, sex: nam,"
    " foreign: khong, pupil: khong, posthumous: khong, achievement: Cải cách hành chính, different_from_namesake: tổ 1"
)
ROWS = (
    f"award: giay-khen-cap-xa, recipient: {{{FULL}}}, outcome: thong-qua",
    "award: lao-dong-tien-tien, recipient: {name: Lê Văn Cường, unit: phong-van-hoa}, outcome: thong-qua",
    "award: lao-dong-tien-tien, recipient: {name: Trần Thị Bình}, outcome: khong-thong-qua",
    "award: lao-dong-tien-tien, recipient: {name: Phạm Văn Dũng}",
    "award: tap-the-lao-dong-tien-tien, recipient: {collective: phong-van-hoa}, outcome: thong-qua",
    "award: lao-dong-tien-tien, counted: {qualifier: hon, individuals: 12, women: 7}, outcome: thong-qua",
)
WRITTEN = f"""\
decision:
  number: 15/QĐ-UBND
  date: 2025-12-26
  authority: phuong-vi-du
  received: 2025-12-03
period: 2025
method: cong-trang
nomination: {ID}
awards:
  - award: lao-dong-tien-tien
    recipients:
      - {{name: Lê Văn Cường, unit: phong-van-hoa}}
    counted:
      qualifier: hon
      individuals: 12
      women: 7
  - award: tap-the-lao-dong-tien-tien
    recipients:
      - {{collective: phong-van-hoa}}
  - award: giay-khen-cap-xa
    recipients:
"""


@pytest.fixture
def nominated(office: Office) -> Office:
    office.nominate(*ROWS)
    office.commit()
    return office


@pytest.mark.parametrize("asked", [ID, PATH, f"nominations/{ID}", "7/TTr-VH", "7/ttr-vh", "7"])
def test_approved_rows_become_the_decision(asked: str, nominated: Office) -> None:
    answer = nominated.thidua("add-award", "--from", asked, *ARGUMENTS)
    assert answer.status == 0, answer.err
    assert answer.out.splitlines()[0] == f"đã tạo {DECISION}"
    assert answer.err == "còn 1 dòng chưa xét: Phạm Văn Dũng\n1 dòng không thông qua: Trần Thị Bình\n"
    text = nominated.text(DECISION)
    assert text.startswith(WRITTEN)
    for part in FULL.split(", "):
        assert part in text.removeprefix(WRITTEN)
    assert nominated.thidua("fmt", "--check", DECISION).status == 0
    assert nominated.thidua("validate").status == 0
    assert nominated.statuses() == [
        "da-quyet-dinh", "da-quyet-dinh", "khong-thong-qua", "de-nghi", "da-quyet-dinh", "da-quyet-dinh",
    ]  # fmt: skip


def test_a_path_may_be_counted_from_here(nominated: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir((nominated.root / PATH).parent)
    assert nominated.thidua("add-award", "--from", "7-ttr-vh.yaml", *ARGUMENTS).status == 0
    assert nominated.changed() == [DECISION]


def test_twice_changes_nothing_and_says_why(nominated: Office) -> None:
    nominated.thidua("add-award", "--from", ID, *ARGUMENTS)
    before = nominated.text(DECISION)
    for arguments in (ARGUMENTS, ("--decision", "16/QĐ-UBND", "--date", "27/12/2025")):
        again = nominated.thidua("add-award", "--from", ID, *arguments)
        assert again.status == 1
        assert f"đã có quyết định: 15/QĐ-UBND ({DECISION})" in again.err
        assert again.out == ""
    assert nominated.text(DECISION) == before
    assert nominated.changed() == [DECISION]


def test_a_revoked_award_is_not_given_again_by_the_same_nomination(nominated: Office) -> None:
    nominated.thidua("add-award", "--from", ID, *ARGUMENTS)
    nominated.write(
        "records/revocations/1.yaml",
        f"decision: {DECISION[15:-5]}\nnumber: 9/QĐ-UBND\ndate: 2026-01-05\nrows: [{{name: Lê Văn Cường}}]\n",
    )
    assert "thu-hoi" in nominated.statuses()
    assert nominated.thidua("add-award", "--from", ID, *ARGUMENTS).status == 1


def test_rows_approved_later_are_added_to_the_decision_or_to_another(nominated: Office) -> None:
    nominated.thidua("add-award", "--from", ID, *ARGUMENTS)
    nominated.thidua("set", PATH, "rows[3].outcome", "thong-qua")
    later = nominated.thidua("add-award", "--from", ID, "--decision", "20/QĐ-UBND", "--date", "30/12/2025")
    assert later.status == 0, later.err
    assert "5 dòng đã có quyết định" not in later.err
    assert "4 dòng đã có quyết định" in later.err
    text = nominated.text("records/awards/2025/20-qd-ubnd-phuong-vi-du.yaml")
    assert "Phạm Văn Dũng" in text
    assert "Lê Văn Cường" not in text


def test_a_dry_run_writes_nothing(nominated: Office) -> None:
    answer = nominated.thidua("add-award", "--from", ID, *ARGUMENTS, "--dry-run")
    assert answer.status == 0
    assert WRITTEN in answer.out
    assert "chưa xét" in answer.err
    assert nominated.changed() == []


def test_nothing_approved_is_said_plainly(office: Office) -> None:
    office.nominate(*ROWS[2:4])
    answer = office.thidua("add-award", "--from", ID, *ARGUMENTS)
    assert answer.status == 1
    assert "chưa có dòng nào được thông qua (còn 1 dòng chưa xét; 1 dòng không thông qua)" in answer.err
    assert DECISION not in office.changed()


def test_a_vote_is_enough_where_the_law_asks_a_share(office: Office) -> None:
    row = "award: chien-si-thi-dua-toan-quoc, recipient: {{name: {name}}}, vote: {{members: 30, for: {votes}}}"
    office.nominate(row.format(name="Lê Văn Cường", votes=27), row.format(name="Trần Thị Bình", votes=26))
    answer = office.thidua("add-award", "--from", ID, *ARGUMENTS, "--dry-run", "--force")
    assert "Lê Văn Cường" in answer.out
    assert "Trần Thị Bình" not in answer.out


def test_several_periods_are_taken_one_at_a_time(office: Office) -> None:
    office.nominate(ROWS[1], ROWS[4] + ", period: 2024", ROWS[3])
    refused = office.thidua("add-award", "--from", ID, *ARGUMENTS)
    assert refused.status == 2
    assert "nhiều kỳ (2024, 2025)" in refused.err
    first = office.thidua("add-award", "--from", ID, *ARGUMENTS, "--period", "năm 2024")
    assert first.status == 0, first.err
    assert "1 dòng của kỳ khác: Lê Văn Cường" in first.err
    assert "period: 2024" in office.text(DECISION)
    assert "Lê Văn Cường" not in office.text(DECISION)
    second = office.thidua("add-award", "--from", ID, "--decision", "16/QĐ-UBND", "--date", "26/12/2025")
    assert second.status == 0, second.err
    assert office.statuses() == ["da-quyet-dinh", "da-quyet-dinh", "de-nghi"]
    wrong = office.thidua("add-award", "--from", ID, *ARGUMENTS, "--period", "2019")
    assert wrong.status != 0


def test_who_decides_is_asked_where_the_nomination_does_not_say(office: Office) -> None:
    office.nominate(ROWS[1], head=HEAD.replace("to: phuong-vi-du", "to: Hội đồng Ví dụ"))
    answer = office.thidua("add-award", "--from", ID, *ARGUMENTS)
    assert answer.status == 2
    assert "`--by`" in answer.err
    assert office.thidua("add-award", "--from", ID, *ARGUMENTS, "--by", "phuong-vi-du").status == 0
    assert "authority: phuong-vi-du" in office.text(DECISION)


def test_a_name_that_is_an_organisations_stands_for_it(office: Office) -> None:
    office.nominate(ROWS[1], head=HEAD.replace("to: phuong-vi-du", "to: Phường Ví dụ"))
    assert office.thidua("add-award", "--from", ID, *ARGUMENTS).status == 0
    assert "authority: phuong-vi-du" in office.text(DECISION)


def test_a_decision_of_another_nomination_is_not_added_to_unseen(nominated: Office) -> None:
    nominated.write(DECISION, "decision: {number: 15/QĐ-UBND, date: 2025-12-26, authority: phuong-vi-du}\n"
                    "awards: [{award: giay-khen-cap-xa, counted: {individuals: 1}}]\n")  # fmt: skip
    answer = nominated.thidua("add-award", "--from", ID, *ARGUMENTS)
    assert answer.status == 2
    assert "`period`" in answer.err or "`nomination`" in answer.err


HOSTILE: list[tuple[tuple[str, ...], str]] = [
    (("--from", ""), "không có hồ sơ"),
    (("--from", "8"), "không có hồ sơ"),
    (("--from", "../../etc/passwd"), "không có hồ sơ"),
    (("--from", "/"), "không có hồ sơ"),
    (("--from", "x" * 5000), "không có hồ sơ"),
    (("--from", "7%"), "không có hồ sơ"),
    (("--from", "' OR 1=1 --"), "không có hồ sơ"),
    (("--from", "thidua.yaml"), "không có hồ sơ"),
    (("--from", "\x1b[31m"), "không có hồ sơ"),
    (("--from", ID, "--award", "giay-khen-cap-xa"), "bỏ --award"),
    (("--from", ID, "--to", "A"), "bỏ --award"),
    (("--from", ID, "--posthumous"), "bỏ --award"),
    (("--from", ID, "--period", "tháng 13"), "`--period`"),
    (("--from", ID, "--by", "khong-co"), "`--by`"),
    (("--from", ID, "--file", "records/years/2025/a.yaml"), "không phải chỗ"),
]


@pytest.mark.parametrize(("arguments", "told"), HOSTILE, ids=str)
def test_what_cannot_be_is_refused_in_words(arguments: tuple[str, ...], told: str, nominated: Office) -> None:
    answer = nominated.thidua("add-award", *arguments, *ARGUMENTS)
    assert answer.status == 2
    assert told in answer.err
    assert "Traceback" not in answer.err
    assert "\x1b" not in answer.err
    assert nominated.changed() == []


def test_the_number_and_day_of_the_decision_are_needed(nominated: Office) -> None:
    answer = nominated.thidua("add-award", "--from", ID, "--yes")
    assert answer.status == 2
    assert "`--decision`, `--date`" in answer.err


BROKEN = [
    "rows: x\n", "rows: [1]\n", "rows: [{award: x, recipient: {name: A}, vote: {members: -1}}]\n", "number: [\n",
    "rows: [{award: x, recipient: {name: A, collective: B}}]\n", "opinions: [dong-y]\nrows: []\n",
    "notice: {from: 30/11/2025}\nrows: []\n", "answers: []\nrows: []\n",
    "rows: [{award: x, recipient: {name: A}, answers: [{question: a, answer: yes}]}]\n",
]  # fmt: skip


@pytest.mark.parametrize("text", BROKEN)
def test_a_nomination_that_cannot_be_read_gives_nothing(text: str, office: Office) -> None:
    office.write(PATH, text)
    assert office.thidua("validate").status == 1
    for asked in (ID, PATH):
        answer = office.thidua("add-award", "--from", asked, *ARGUMENTS)
        assert answer.status == 1
        assert f"`{PATH}` có lỗi" in answer.err
    assert office.thidua("report", "2025").status == 1


EMPTY = ["rows: []\n", "rows: [{award: khong-co, counted: {women: 3}, outcome: thong-qua}]\n"]


@pytest.mark.parametrize("text", EMPTY)
def test_a_nomination_of_nobody_is_undecided(text: str, office: Office) -> None:
    office.write(PATH, HEAD + text)
    answer = office.thidua("add-award", "--from", ID, *ARGUMENTS)
    assert answer.status == 1
    assert "chưa có dòng nào được thông qua" in answer.err


def test_days_at_the_ends_of_the_calendar_end_in_findings(office: Office) -> None:
    for day in ("0001-01-01", "9999-12-31"):
        head = f"date: {day}\nreceived: {day}\ncouncil_date: {day}\nnotice: {{from: {day}, to: {day}}}\nperiod: 1945\n"
        office.nominate("award: huan-chuong-lao-dong-hang-ba, recipient: {name: A}, outcome: thong-qua", head=head)
        assert "TD001" not in office.codes()


# conversations


def lookup(office: Office) -> tuple[Any, Lookup]:
    state = fresh(find_workspace(office.root))
    return state, Lookup(state.register, "phuong-vi-du")


def test_the_conversation_asks_only_for_the_decision(nominated: Office) -> None:
    state, records = lookup(nominated)
    typed, asked, said = talked(
        ask_award_from(state, records, AwardTyped(nomination=ID)),
        {"Số quyết định": ["", "15/QĐ-UBND"], "Ngày quyết định": ["", "26/12/2025"]},
    )
    state.register.close()
    assert asked == ["Số quyết định", "Ngày quyết định", "Cấp ra quyết định (mã hoặc tên)", f"Ghi vào {DECISION}?"]
    assert (typed.decision, typed.date, typed.by) == ("15/QĐ-UBND", "2025-12-26", "phuong-vi-du")
    assert "còn 1 dòng chưa xét: Phạm Văn Dũng" in said
