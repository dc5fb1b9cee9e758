"""Whole conversations as they are typed, key by key, through a pipe in place of a keyboard; on every system."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
import typer
from prompt_toolkit.application import create_app_session
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.validation import ValidationError

from tests.adding.conftest import DECISION, Repository
from tests.adding.test_conversation import desk
from thidua.app.add_award import plan
from thidua.app.add_award_typed import AwardTyped
from thidua.app.add_record import plan as plan_record
from thidua.app.ask_award import ask_award
from thidua.app.ask_record import ask_new_record
from thidua.app.entry_error import EntryError
from thidua.cli import ask
from thidua.cli.ask import converse
from thidua.diagnostics import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.app.ask import Conversation

DOWN, ENTER, CLEAR, STOP = "\x1b[B", "\r", "\x15", "\x03"


@contextmanager
def keyboard(*keys: str) -> Iterator[None]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text("".join(keys))
        yield


def typed(conversation: Conversation[Any], *lines: str) -> Any:
    with keyboard(*(line + ENTER for line in lines)):
        return converse(conversation)


def test_an_award_is_added_by_typing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    given = AwardTyped(by="ubnd-mong-cai", period="2023", method="dot-xuat", campaign="", bloc="", source="Ví dụ")
    with desk(repository) as (state, lookup):
        new = typed(
            ask_award(state, lookup, given),
            "412/QĐ-UBND", "6/3/23", CLEAR + "06/3/2023", "giay khen huyen", "c", "", "Nguyễn Thị Ví Dụ", "",
            "phong noi vu", "", DOWN + DOWN, "", "k", "k", "c",
        )  # fmt: skip
        planned = plan(state, new)
    assert planned.path == DECISION
    assert planned.new == (
        "decision:\n  number: 412/QĐ-UBND\n  date: 2023-03-06\n  authority: ubnd-mong-cai\n"
        "period: 2023\nmethod: dot-xuat\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Nguyễn Thị Ví Dụ, unit: phong-noi-vu-mong-cai, sex: nu}\nsource:\n  document: Ví dụ\n"
    )
    said = capsys.readouterr().err
    assert "  Loại hình: khen thưởng đột xuất" in said
    assert "1. Nguyễn Thị Ví Dụ, Phòng Nội vụ, nữ" in said


def test_a_person_is_added_by_typing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    with desk(repository) as (state, lookup):
        new = typed(
            ask_new_record(state, lookup, "people", {}), "trần văn mẫu", "y te", "", "Chuyên viên", "Ví dụ", "c"
        )
        planned = plan_record(state, new)
    assert "postings:\n  - {unit: phong-y-te-mong-cai, position: Chuyên viên}\n" in planned.new
    said = capsys.readouterr().err
    assert "  ! `trần văn mẫu` viết toàn chữ thường" in said
    assert "  Họ và tên: trần văn mẫu\n" in said
    assert "postings" not in said


def test_ctrl_c_stops_the_conversation(repository: Repository) -> None:
    with desk(repository) as (state, lookup), keyboard("412", STOP), pytest.raises(typer.Abort):
        converse(ask_award(state, lookup, AwardTyped()))
    assert repository.changed() == []


def test_what_is_wrong_with_an_answer_stands_in_one_line() -> None:
    def read(typed: str) -> str:
        raise EntryError(Text(f"không có `{typed}`; đang có:\n  A\n  B", f"no `{typed}`; there are:\n  A\n  B"))

    with pytest.raises(ValidationError, match=r"^không có `x`; đang có: A; B$"):
        ask._Reading(read).validate(Document("x"))
