"""How far a long reading has come is shown where somebody looks, and nowhere else; nothing of it stays."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from contextlib import redirect_stderr
from typing import TYPE_CHECKING

import pytest

from tests.survival.office import CALLS, copied, environment, thidua
from thidua.render import progress
from thidua.render.progress import counted, working
from thidua.store.register_file import REGISTER_FILE, is_whole

if TYPE_CHECKING:
    from pathlib import Path

VALIDATE = next(call for call in CALLS if call.arguments == ("validate",))

PROGRAM = """\
import sys
import thidua.render.progress as progress
progress.PATIENCE = {patience}
from thidua.cli.main import main
if {stopped}:
    from thidua.app import refresh
    def stopped(*_):
        raise KeyboardInterrupt
    refresh._choose_awards = stopped
main(sys.argv[1:])
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def test_a_long_reading_is_counted(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with redirect_stderr(terminal), counted("đọc bản ghi", "đối chiếu") as told:
        told(256, 4000)
        told(4000, 4000)
    seen = terminal.getvalue()
    assert "đọc bản ghi" in seen
    assert "đối chiếu" in seen
    assert "4000/4000" in seen
    assert seen.endswith("\x1b[2K")  # the line is gone


def test_a_short_reading_shows_nothing(terminal: Terminal) -> None:
    with redirect_stderr(terminal), counted("đọc bản ghi", "đối chiếu") as told:
        for done in range(256, 4000, 256):
            told(done, 4000)
    assert terminal.getvalue() == ""


def test_two_never_write_on_one_line(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    with redirect_stderr(terminal), counted("đọc bản ghi", "đối chiếu") as told:
        told(1, 2)
        with working("đang lập báo cáo", patience=0.01), counted("đọc bản khác", "đối chiếu") as other:
            other(1, 2)
            time.sleep(0.05)
    assert "đọc bản ghi" in terminal.getvalue()
    assert "đang lập báo cáo" not in terminal.getvalue()
    assert "đọc bản khác" not in terminal.getvalue()


def at_a_terminal(
    folder: Path, *arguments: str, patience: float = 0.0, stopped: bool = False, **more: str
) -> tuple[int, str, str]:
    """Run the program with standard error at a terminal; return its status, what it printed, and what was seen."""
    mine, theirs = os.openpty()
    surroundings = {**environment(folder), "TERM": "xterm", "CI": "", **more}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(patience=patience, stopped=stopped), *arguments],
        cwd=folder / "kho", env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    try:
        while data := os.read(mine, 4096):
            seen += data
    except OSError:  # how Linux says that nobody writes there any more
        pass
    os.close(mine)
    assert process.stdout is not None
    printed = process.stdout.read()
    process.stdout.close()
    return process.wait(), printed.decode(), seen.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="the system has other terminals")
def test_it_is_seen_at_a_terminal_only(built: Path, tmp_path: Path) -> None:
    expected = thidua(copied(built, tmp_path / "plain", VALIDATE), "validate")
    for number, (arguments, more, words) in enumerate(
        (
            (("validate",), {}, "đối chiếu các bản ghi"),
            (("validate", "--lang", "en"), {}, "comparing the records"),
            (("validate", "--format", "json"), {}, ""),
            (("validate",), {"CI": "true"}, ""),
        )
    ):
        folder = copied(built, tmp_path / str(number), VALIDATE)
        status, printed, seen = at_a_terminal(folder, *arguments, **more)
        assert status == 1
        assert (words in seen) if words else seen == "", arguments
        if arguments == ("validate",):
            assert printed == expected.out
        if not number:
            assert at_a_terminal(folder, *arguments)[2] == "", "nothing was read"


@pytest.mark.skipif(sys.platform == "win32", reason="the system has other terminals")
def test_a_check_that_is_stopped_leaves_one_line_and_a_whole_register(built: Path, tmp_path: Path) -> None:
    folder = copied(built, tmp_path / "x", VALIDATE)
    status, printed, seen = at_a_terminal(folder, "validate", stopped=True)
    assert (status, printed) == (130, "")
    left = seen.replace("\r\n", "\n").rpartition("\x1b[2K")[2] or seen
    assert left.endswith("đã dừng, không ghi gì\n")
    assert left.count("\n") == 1
    assert is_whole(folder / "kho/.git/thidua" / REGISTER_FILE, alone=True)
    assert thidua(folder, "validate") == thidua(copied(built, tmp_path / "y", VALIDATE), "validate")
