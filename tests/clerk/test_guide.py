"""The guides show what the commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import DECISION, decision

if TYPE_CHECKING:
    from tests.clerk.desk import Desk

DOCS = Path(__file__).parents[2] / "docs"
SHOWN = re.compile(r"```text\n> thidua (.*?)\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize(("page", "lang"), [("huong-dan.md", "vi"), ("guide.md", "en")])
def test_each_answer_begins_as_it_is_shown(desk: Desk, page: str, lang: str) -> None:
    address = "https://github.com/phuong-vi-du/thi-dua.git"
    desk.git("config", "remote.origin.url", address)
    desk.git("config", f"url.{desk.server}.insteadOf", address)
    shown = SHOWN.findall((DOCS / page).read_text("utf-8"))
    assert [command.split()[0] for command, _ in shown] == ["start", "where", "send", "start"]
    for command, answer in shown:
        told = desk(*shlex.split(command), "--lang", lang)
        assert (told.status, told.err) == (0, "")
        assert told.out.startswith(answer)
        if not (desk.root / DECISION).exists():
            desk.write(DECISION, decision(5, "Nguyễn Văn Mẫu", "Trần Thị Mẫu"))
