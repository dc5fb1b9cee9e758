"""A writer that is killed leaves the old file or the new one; many writers at once lose nothing."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.adding.conftest import DECISION, DECISION_TEXT, Repository
from thidua.store.lock import lock
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long

DRIVER = '''
import os, signal, sys, tempfile
from pathlib import Path

calls = deadly = 0


def step():
    """Count a call to the file system; the last one is never made."""
    global calls
    calls += 1
    if calls == deadly:
        os.kill(os.getpid(), signal.SIGKILL) if hasattr(signal, "SIGKILL") else os._exit(9)


def counted(module, name):
    real = getattr(module, name)

    def call(*arguments, **named):
        step()
        return real(*arguments, **named)

    setattr(module, name, call)


class Torn:
    """A file of which half is written before the call that kills."""

    def __init__(self, file):
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.file.close()

    def write(self, data):
        self.file.write(data[: len(data) // 2])
        self.file.flush()
        step()
        self.file.write(data[len(data) // 2 :])

    def __getattr__(self, name):
        return getattr(self.file, name)


from thidua.app import entry
from thidua.cli.main import run

real_write, real_fdopen = entry.write_all, os.fdopen


def write(*arguments, **named):
    """From here on every call counts, and after it too: the rest of the command may be killed as well."""
    for name in ("open", "fsync", "replace", "unlink", "mkdir", "chmod", "close"):
        counted(os, name)
    os.fdopen = lambda *a, **n: Torn(real_fdopen(*a, **n))
    return real_write(*arguments, **named)


entry.write_all = write


def one(call):
    """Run the command in this process, up to the call that kills it."""
    global deadly
    deadly = call
    status = run(sys.argv[1:])
    print(f"\\ncalls={calls}", flush=True)
    os._exit(status)


for line in sys.stdin:
    if not hasattr(os, "fork"):
        one(int(line))
    child = os.fork()  # a process of its own that need not load the program again
    if child == 0:
        one(int(line))
    print("status", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
'''
ADD = (
    "add-award",
    "--award",
    "giay-khen-cap-huyen",
    "--decision",
    "412/QĐ-UBND",
    "--date",
    "06/3/2023",
    "--by",
    "ubnd-mong-cai",
    "--source",
    "Ví dụ",
)
ROW = "      - {name: Trần Văn B}\n"


class Writer:
    """Runs one command again and again, each time in a process that kills itself at a chosen call."""

    def __init__(self, repository: Repository, *arguments: str) -> None:
        self._command = [sys.executable, "-c", DRIVER, *arguments, "--root", str(repository.root)]
        self._process: subprocess.Popen[str] | None = None

    def run(self, call: int) -> tuple[int, int]:
        """Return the status and how many calls there were; they are not known of a killed process."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
        process, calls = self._process, 0
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{call}\n")
        process.stdin.flush()
        for line in process.stdout:
            if line.startswith("calls="):
                calls = int(line[6:])
            if line.startswith("status "):
                return int(line[7:]), calls
        return process.wait(timeout=60), calls  # where processes cannot be forked

    def every_call(self) -> list[int]:
        """The calls at which the command can be killed, in an order that is always the same."""
        status, number = self.run(0)
        assert status == 0
        assert number > 5
        calls = list(range(1, number + 1))
        random.Random(2026).shuffle(calls)
        return calls

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate(timeout=60)


def leftovers(repository: Repository) -> list[Path]:
    return list(repository.root.rglob(".thidua-*"))


def test_a_writer_killed_at_any_call_leaves_the_old_file_or_the_new_one(decided: Repository) -> None:
    with closing(Writer(decided, *ADD, "--to", "Trần Văn B")) as writer:
        seen, new = killed_everywhere(decided, writer)
    assert seen == {DECISION_TEXT, new}
    assert decided.thidua("validate").status == 0


def killed_everywhere(decided: Repository, writer: Writer) -> tuple[set[str], str]:
    """Kill the writer at each of its calls; return what was then in the file, and what it writes when left alone."""
    calls = writer.every_call()
    new = decided.text(DECISION)
    seen = set()
    for call in calls:
        decided.write(DECISION, DECISION_TEXT)
        assert writer.run(call)[0] not in (0, 1, 2)
        assert decided.text(DECISION) in (DECISION_TEXT, new)
        seen.add(decided.text(DECISION))
        answer = decided.thidua("set", DECISION, "period", "2022")
        assert answer.status == 0, answer.err
        assert leftovers(decided) == []
    return seen, new


def test_a_writer_of_a_new_file_killed_at_any_call_leaves_all_of_it_or_nothing(repository: Repository) -> None:
    with closing(Writer(repository, *ADD, "--to", "Trần Văn B")) as writer:
        seen, new = killed_at_some_calls(repository, writer)
    assert seen == {"", new}


def killed_at_some_calls(repository: Repository, writer: Writer) -> tuple[set[str], str]:
    """Kill the writer at first and last calls; return what was left of the file, and what is written when it lives."""
    calls = writer.every_call()
    new = repository.text(DECISION)
    seen = set()
    for call in {*calls[:8], 1, *range(len(calls) - 4, len(calls))}:  # the last ones are after the file is there
        (repository.root / DECISION).unlink(missing_ok=True)
        status, _ = writer.run(call)
        found = repository.text(DECISION) if (repository.root / DECISION).exists() else ""
        assert found in ("", new)
        if status not in (0, 1, 2):  # where the folder is there already, there are fewer calls
            seen.add(found)
        answer = repository.thidua(*ADD, "--to", "Lê Văn C")
        assert answer.status == 0, answer.err
        assert repository.text(DECISION).count("{name:") in (1, 2)
        assert leftovers(repository) == []
    return seen, new


def test_eight_writers_at_once_all_get_their_row_in(decided: Repository) -> None:
    names = [f"Người Thứ {letter}" for letter in "ABCDEGHI"]
    command = [sys.executable, "-m", "thidua", *ADD, "--root", str(decided.root)]
    writers = [
        subprocess.Popen([*command, "--to", name], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for name in names
    ]
    for writer in writers:
        _, err = writer.communicate(timeout=60)
        assert writer.returncode == 0, err.decode()
    text = decided.text(DECISION)
    assert all(f"- {{name: {name}}}\n" in text for name in names)
    assert text.count("{name:") == 9
    assert leftovers(decided) == []
    with lock(find_workspace(decided.root).register_folder, seconds=0.5):
        pass
    assert decided.thidua("validate").status == 0


def test_who_waits_too_long_for_the_lock_is_told(decided: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = find_workspace(decided.root).register_folder
    monkeypatch.setattr("thidua.store.lock.lock.__wrapped__.__defaults__", (0.1,))
    with lock(folder):
        answer = decided.thidua(*ADD, "--to", "Trần Văn B")
    assert (answer.status, decided.changed()) == (2, [])
    assert "chương trình khác đang ghi" in answer.err


def test_a_folder_that_cannot_be_written_is_said(decided: Repository) -> None:
    folder = (decided.root / DECISION).parent
    (decided.root / DECISION).unlink()
    folder.rmdir()
    folder.write_text("a file where a folder should be", "utf-8")
    answer = decided.thidua(*ADD, "--to", "Trần Văn B")
    assert answer.status == 2
    assert "không ghi được" in answer.err
