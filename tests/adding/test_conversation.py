"""Conversations: which question comes next, what is said at once, and one of them at a real terminal."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.adding.conftest import DECISION, DECISION_TEXT, Repository
from thidua.app.add_award import plan
from thidua.app.add_award_typed import AwardTyped
from thidua.app.add_record import plan as plan_record
from thidua.app.ask import Confirm, Conversation, Question, Remark
from thidua.app.ask_award import ask_award
from thidua.app.ask_record import ask_new_record
from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import Lookup
from thidua.app.fresh import Fresh, fresh
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def desk(repository: Repository) -> Iterator[tuple[Fresh, Lookup]]:
    workspace = find_workspace(repository.root)
    state = fresh(workspace)
    try:
        yield state, Lookup(state.register, workspace.settings.organisation)
    finally:
        state.register.close()


def talked(conversation: Conversation[Any], answers: dict[str, list[str]]) -> tuple[Any, list[str], list[str]]:
    """Answer by the first words of a question; Enter for every question that has no answer left.

    Returns what it came to, what was asked, and what was said.
    """
    asked: list[str] = []
    said: list[str] = []
    answer: Any = None
    while True:
        try:
            step = conversation.send(answer)
        except StopIteration as end:
            assert not any(answers.values()), f"never asked: {answers}"
            return end.value, asked, said
        if isinstance(step, Remark):
            said.append(step.text.vi)
            answer = None
            continue
        asked.append(step.text.vi)
        given = next((rest for start, rest in answers.items() if rest and step.text.vi.startswith(start)), None)
        text = given.pop(0) if given else ""
        if isinstance(step, Confirm):
            answer = step.default if not text else text == "c"
        else:
            answer = read(step, text or step.default, said)
            while answer is None and given:
                answer = read(step, given.pop(0), said)


def read(step: Question, text: str, said: list[str]) -> Any:
    try:
        return step.read(text)
    except EntryError as error:
        said.append(error.said.vi)
        return None


def test_a_clerk_adds_two_people_to_a_new_decision(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, asked, said = talked(
            ask_award(state, lookup, AwardTyped()),
            {
                "Số quyết định": ["77/QĐ-UBND"],
                "Ngày": ["31/2/2023", "06/3/2023"],
                "Thành tích": ["năm 2023"],
                "Danh hiệu, hình thức khen": ["giay-khen-cap-huyen"],
                "Họ và tên": ["Nguyễn Văn A", "Trần Thị B"],
                "Chức vụ": ["Chuyên viên"],
                "Đơn vị": ["phong y te"],
                "Giới tính": ["nam", "nu"],
                "Nguồn": ["Ví dụ"],
            },
        )
        planned = plan(state, new)
    assert "không có ngày `31/2/2023` trong lịch; ghi ngày trước, tháng sau" in said
    assert "= Phòng Y tế [phong-y-te-mong-cai]" in said
    assert planned.new == (
        "decision:\n  number: 77/QĐ-UBND\n  date: 2023-03-06\n  authority: ubnd-mong-cai\nperiod: 2023\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Nguyễn Văn A, position: Chuyên viên, unit: phong-y-te-mong-cai, sex: nam}\n"
        "      - {name: Trần Thị B, unit: phong-y-te-mong-cai, sex: nu}\nsource:\n  document: Ví dụ\n"
    )
    assert asked[-1] == "Ghi vào records/awards/2023/77-qd-ubnd-ubnd-mong-cai.yaml?"
    assert "    1. Nguyễn Văn A, Chuyên viên, Phòng Y tế" in said


def test_of_a_recorded_decision_only_the_awards_are_asked(decided: Repository) -> None:
    with desk(decided) as (state, lookup):
        new, asked, said = talked(
            ask_award(state, lookup, AwardTyped()),
            {
                "Số quyết định": ["412/QĐ-UBND"],
                "Danh hiệu, hình thức khen": ["giay-khen-cap-huyen"],
                "Họ và tên": ["Lê Văn C"],
            },
        )
        planned = plan(state, new)
    assert any("đã có: 412/QĐ-UBND 06/03/2023" in line for line in said)
    assert not any(question.startswith(("Loại hình", "Thành tích", "Thuộc")) for question in asked)
    assert planned.new.replace("      - {name: Lê Văn C}\n", "") == DECISION_TEXT


def test_an_award_that_cannot_go_to_a_person_is_said_at_once(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, asked, said = talked(
            ask_award(state, lookup, AwardTyped(decision="1/QĐ", by="mong-cai", date="1/2/2023", period="2023")),
            {
                "Danh hiệu, hình thức khen": ["tap-the-lao-dong-tien-tien"],
                "Tặng cho": ["name", "collective"],
                "Vẫn ghi như vậy": ["k"],
                "Tên tập thể": ["phong-y-te-mong-cai"],
            },
        )
    assert "Tập thể lao động tiên tiến chỉ tặng cho tập thể, không tặng cho cá nhân" in said
    assert asked.index("Vẫn ghi như vậy?") == asked.index("Tặng cho") + 1
    assert new.groups[0].recipients == ({"collective": "phong-y-te-mong-cai"},)


def test_who_has_the_award_this_year_is_said_before_the_next_question(decided: Repository) -> None:
    with desk(decided) as (state, lookup):
        new, _, said = talked(
            ask_award(
                state, lookup, AwardTyped(decision="2/QĐ", by="mong-cai", date="1/9/2023", award="giay-khen-cap-huyen")
            ),
            {"Họ và tên": ["nguyễn thị ví dụ", "Lê Văn C", "Lê  Văn C"], "Vẫn ghi thêm": ["k", "k"]},
        )
    assert any("đã có danh hiệu, hình thức này trong năm 2023 (412/QĐ-UBND" in line for line in said)
    assert "`Lê Văn C` đã ghi ở trên" in said
    assert [row["name"] for row in new.groups[0].recipients] == ["Lê Văn C"]


def test_an_unknown_unit_is_kept_only_when_the_clerk_agrees(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, _, _ = talked(
            ask_award(
                state, lookup, AwardTyped(decision="2/QĐ", by="mong-cai", date="1/9/2023", award="giay-khen-cap-huyen")
            ),
            {"Họ và tên": ["A B", "C D"], "Đơn vị": ["Phòng Lạ", "Phòng Mới"], "Chưa có đơn vị": ["k", "c"]},
        )
    assert [row["unit"] for row in new.groups[0].recipients] == ["Phòng Mới", "Phòng Mới"], "Enter: as in the row above"


def test_only_a_number_may_be_known(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, _, said = talked(
            ask_award(state, lookup, AwardTyped(by="", year="2022")),
            {
                "Số quyết định": [""],
                "Danh hiệu, hình thức khen": ["giay-khen-cap-huyen"],
                "Tặng cho": ["counted"],
                "Số cá nhân": ["2,5", "2.405"],
            },
        )
    assert "`2,5` không phải là số đếm; ghi như 30 hoặc 2.405" in said
    assert new.groups[0].counted == {"individuals": "2405"}


def test_names_complete_without_accents(repository: Repository) -> None:
    with desk(repository) as (_, lookup):
        assert [one.id for one in lookup.complete("organisations", "phong y")] == ["phong-y-te-mong-cai"]
        assert [one.id for one in lookup.complete("organisations", "Xã HÒA b")] == ["hoa-binh", "hoa-binh-2"]
        assert lookup.complete("catalogue", "giay khen huyen")[0].id == "giay-khen-cap-huyen"
        assert lookup.complete("campaigns", "nong thon")[0].name == "Chung sức xây dựng nông thôn mới"


def test_what_completes_is_understood_as_it_stands(repository: Repository) -> None:
    with desk(repository) as (_, lookup):
        for folder in ("organisations", "campaigns", "blocs", "catalogue"):
            for one in lookup.complete(folder, ""):
                assert lookup.id(folder, str(one)) == one.id


def test_saying_no_at_the_end_writes_nothing(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        typed = AwardTyped(award="giay-khen-cap-huyen", by="mong-cai", year="2023", name=("A B",))
        new, _, _ = talked(ask_award(state, lookup, typed), {"Ghi vào": ["k"]})
    assert new is None


def test_an_organisation_is_asked_for_in_plain_words(repository: Repository) -> None:
    with desk(repository) as (state, lookup):
        new, asked, said = talked(
            ask_new_record(state, lookup, "organisations", {}),
            {
                "Tên": ["Phòng Y tế"],
                "Nếu là đơn vị khác": ["phong y te dong trieu"],
                "Cấp": ["xa"],
                "Trực thuộc": ["mong-cai"],
            },
        )
        planned = plan_record(state, new)
    assert "đã có: Phòng Y tế [phong-y-te-mong-cai]" in said
    assert planned.path == "records/organisations/phong-y-te-dong-trieu.yaml"
    assert planned.new == "name: Phòng Y tế\nlevel: xa\nparent: mong-cai\n"
    assert asked[:3] == ["Tên", "Nếu là đơn vị khác, đặt mã (chữ thường không dấu); nếu không, Ctrl-C", "Tên ngắn"]


def test_every_kind_of_record_can_be_asked_for(repository: Repository) -> None:
    for folder, first in (
        ("people", "Họ và tên"),
        ("campaigns", "Tên phong trào"),
        ("blocs", "Tên khối"),
        ("exemplars", "Họ và tên"),
    ):
        with desk(repository) as (state, lookup):
            new, asked, _ = talked(ask_new_record(state, lookup, folder, {}), {first: ["Tên Hoàn Toàn Mới"]})
            assert plan_record(state, new).new == "name: Tên Hoàn Toàn Mới\n"
            assert asked[0].startswith(first)
            assert all(question.strip() for question in asked)


def typed_at_terminal(repository: Repository, arguments: list[str], keys: list[tuple[str, str]]) -> tuple[int, str]:
    """Run the program at a terminal of its own: wait for some words, then press keys."""
    import fcntl
    import pty
    import select
    import struct
    import termios

    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm", PROMPT_TOOLKIT_NO_CPR="1", THIDUA_LANG="vi", NO_COLOR="1")
        os.chdir(repository.root)
        os.execv(sys.executable, [sys.executable, "-m", "thidua", *arguments])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 160, 0, 0))
    seen, at, pending, end = b"", 0, list(keys), time.monotonic() + 30
    while time.monotonic() < end:
        if pending and (found := seen.find(pending[0][0].encode(), at)) >= 0:
            at = found + len(pending[0][0].encode())
            os.write(terminal, pending.pop(0)[1].encode())
        if select.select([terminal], [], [], 0.05)[0]:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            seen += data
    os.close(terminal)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status, seen.decode("utf-8", "replace")


needs_pty = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")


@needs_pty
def test_the_conversation_works_at_a_real_terminal(repository: Repository) -> None:
    status, seen = typed_at_terminal(
        repository,
        [
            "add-award", "--by", "ubnd-mong-cai", "--period", "2023", "--method", "dot-xuat",
            "--campaign", "", "--bloc", "", "--source", "Ví dụ",
        ],
        [
            ("Số quyết định", "412/QĐ-UBND\r"),
            ("Ngày quyết định", "6/3/23\r"),
            ("ghi 06/03/2023", "\x15" + "06/3/2023\r"),
            ("gõ vài chữ", "giay khen cap huyen"),
            ("giay-khen-cap-huyen", "\x1b[B\r"),
            ("Tặng cho", "\r"),
            ("Họ và tên", "Nguyễn Thị Ví Dụ\r"),
            ("Chức vụ", "\r"),
            ("Đơn vị", "phong noi vu\r"),
            ("Đối tượng", "\r"),
            ("Giới tính", "\x1b[B\x1b[B\r"),
            ("Họ và tên", "\r"),
            ("loại khác", "\r"),
            ("hình thức khác", "\r"),
            ("Ghi vào", "c\r"),
        ],
    )  # fmt: skip
    assert status == 0, seen
    assert "đã tạo" in seen
    assert repository.text(DECISION) == (
        "decision:\n  number: 412/QĐ-UBND\n  date: 2023-03-06\n  authority: ubnd-mong-cai\n"
        "period: 2023\nmethod: dot-xuat\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Nguyễn Thị Ví Dụ, unit: phong-noi-vu-mong-cai, sex: nu}\nsource:\n  document: Ví dụ\n"
    )


@needs_pty
def test_ctrl_c_at_a_terminal_writes_nothing(repository: Repository) -> None:
    status, seen = typed_at_terminal(repository, ["add-award"], [("Số quyết định", "412"), ("412", "\x03")])
    assert status == 2
    assert "đã dừng, không ghi gì" in seen
    assert repository.changed() == []


def test_no_question_is_loaded_where_options_say_all(repository: Repository) -> None:
    import subprocess

    code = (
        "import sys; from thidua.cli.main import run;"
        "run(sys.argv[1:]);"
        "print([m for m in ('questionary', 'prompt_toolkit', 'jinja2', 'rich.console') if m in sys.modules])"
    )
    arguments = ["add-award", "--award", "giay-khen-cap-huyen", "--to", "A B", "--by", "mong-cai", "--date", "1/2/2023"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments, "--root", str(repository.root)],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]", done.stdout + done.stderr
