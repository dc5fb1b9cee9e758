"""Whatever is killed, and when: every byte of a clerk's files is in the work tree, or in a commit of a branch.

git is stood in for by a program that counts its calls, passes them on, and at one of them kills who called it: before
git ran, after, or both in the middle.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import BLOC, DECISION, FILES, OTHER, Desk, copied, decision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COUNTING = """\
#!/bin/sh
n=$(($(cat "$COUNT" 2>/dev/null || echo 0) + 1))
echo $n > "$COUNT"
if [ "$n" != "$DEADLY" ]; then exec "$REAL" "$@"; fi
case "$MOMENT" in
before) kill -9 $PPID ;;
after) "$REAL" "$@"; kill -9 $PPID ;;
amid) "$REAL" "$@" & sleep "$WAIT"; kill -9 $PPID $! 2>/dev/null ;;
esac
"""
DRIVER = """
import os, sys, signal
from thidua.cli.main import run
import thidua.app.send, thidua.app.receive, thidua.app.start, thidua.app.check, thidua.app.format_files
for line in sys.stdin:
    deadly, moment, wait = line.split()
    os.environ.update(DEADLY=deadly, MOMENT=moment, WAIT=wait)
    child = os.fork()
    if child == 0:
        os._exit(run(sys.argv[1:]))
    print("status", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
MINE = {
    DECISION: decision(5, "Nguyễn Văn Mẫu", "Trần Thị Mẫu"),
    BLOC: FILES[BLOC].replace("Phòng Ví Dụ", "Phòng Của Tôi"),
    "ghi-chu.txt": "riêng\n",
}
BY_HAND = decision(5, "Trần Thị Mẫu", "Lê Văn Mẫu")


def written(desk: Desk) -> dict[str, str]:
    for path, text in MINE.items():
        desk.write(path, text)
    return MINE


def on_main_behind(desk: Desk) -> dict[str, str]:
    desk.main_moves(OTHER, decision(6))
    return written(desk)


def on_a_branch(desk: Desk) -> dict[str, str]:
    desk.git("switch", "-q", "-c", "quy-4")
    return written(desk)


def behind_the_server(desk: Desk) -> dict[str, str]:
    desk.git("switch", "-q", "-c", "quy-4")
    desk.git("push", "-q", "origin", "quy-4")
    there = desk.colleague()
    desk.git("switch", "-q", "quy-4", at=there)
    desk.save(OTHER, decision(6), there)
    desk.git("push", "-q", "origin", "quy-4", at=there)
    desk.write(DECISION, MINE[DECISION])
    return {DECISION: MINE[DECISION]}


def half_merged(desk: Desk) -> dict[str, str]:
    desk.git("switch", "-q", "-c", "quy-4")
    desk.save(DECISION, decision(5, "Trần Thị Mẫu"))
    desk.git("switch", "-q", "-c", "khac", "main")
    desk.save(DECISION, decision(5, "Lê Văn Mẫu"))
    desk.git("switch", "-q", "quy-4")
    with pytest.raises(AssertionError, match="CONFLICT"):
        desk.git("merge", "khac")
    desk.write(DECISION, BY_HAND)
    desk.write(OTHER, decision(6))
    return {DECISION: BY_HAND, OTHER: decision(6)}


def a_file_came(desk: Desk) -> dict[str, str]:
    there = desk.colleague()
    desk.git("switch", "-q", "-c", "quy-4", at=there)
    desk.save(DECISION, decision(), there)
    desk.git("bundle", "create", "-q", str(desk.folder / "den.thidua-bundle"), "quy-4", "^main", at=there)
    desk.save(OTHER, decision(6))
    desk.write("ghi-chu.txt", "riêng\n")
    return {OTHER: decision(6), "ghi-chu.txt": "riêng\n"}


def another_piece(desk: Desk) -> dict[str, str]:
    desk.git("switch", "-q", "-c", "quy-3")
    desk.git("push", "-q", "origin", "quy-3")
    there = desk.colleague()
    desk.git("switch", "-q", "quy-3", at=there)
    desk.save(OTHER, decision(6), there)
    desk.git("push", "-q", "origin", "quy-3", at=there)
    desk.git("switch", "-q", "main")
    return written(desk)


CASES: dict[str, tuple[Callable[[Desk], dict[str, str]], tuple[str, ...]]] = {
    "start": (on_main_behind, ("start", "Quý 4")),
    "start --again": (another_piece, ("start", "--again", "Quý 3")),
    "send from main": (written, ("send", "Quý 4")),
    "send": (on_a_branch, ("send",)),
    "send --file": (on_a_branch, ("send", "--file")),
    "send --join": (behind_the_server, ("send", "--join")),
    "start --back": (half_merged, ("start", "--back")),
    "receive --merge": (a_file_came, ("receive", "--merge", "den.thidua-bundle")),
}


class Killer:
    """Runs one command again and again on fresh copies, killed at a call of git."""

    def __init__(self, folder: Path, made: Path, arguments: tuple[str, ...]) -> None:
        self._folder, self._made = folder, made
        self.root = folder / "moi" / "kho"
        self._count = folder / "count"
        programs, here = folder / "bin", folder / "here"
        programs.mkdir()
        here.mkdir()  # no program is taken from below the current folder
        (programs / "git").write_text(COUNTING, "utf-8")
        (programs / "git").chmod(0o755)
        environment = {
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "COUNT": str(self._count),
            "REAL": shutil.which("git") or "",
        }
        inside = [str(folder / "moi" / one) if one.endswith("-bundle") else one for one in arguments]
        self._process = subprocess.Popen(
            [sys.executable, "-c", DRIVER, inside[0], "--root", str(self.root), *inside[1:]],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, cwd=here, env=environment,
        )  # fmt: skip

    def run(self, deadly: int, moment: str, wait: float = 0) -> tuple[int, int]:
        """Return the status, and how often git was called."""
        shutil.rmtree(self._folder / "moi", ignore_errors=True)
        copied(self._made, self._folder / "moi")
        self._count.write_text("0", "utf-8")
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{deadly} {moment} {wait}\n")
        self._process.stdin.flush()
        for line in self._process.stdout:
            if line.startswith("status "):
                return int(line[7:]), int(self._count.read_text("utf-8"))
        raise AssertionError("the driver has ended")

    def close(self) -> None:
        self._process.communicate(timeout=60)


@pytest.fixture
def killer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path, tuple[str, ...]], Killer]]:
    made: list[Killer] = []

    def make(folder: Path, arguments: tuple[str, ...]) -> Killer:
        made.append(Killer(tmp_path_factory.mktemp("killed"), folder, arguments))
        return made[-1]

    yield make
    for one in made:
        one.close()


def killed_all_over(case: str, desk: Desk, make: Callable[[Path, tuple[str, ...]], Killer], every: int) -> int:
    """Kill a command at every `every`th call of git and look at what is left; then run it again to its end.

    Returns:
        How often it was killed.
    """
    prepare, arguments = CASES[case]
    mine = prepare(desk)
    killer = make(desk.folder, arguments)
    status, calls = killer.run(0, "never")
    assert status == 0
    assert calls > 10
    desk.folder, desk.root, desk.server = killer.root.parent, killer.root, killer.root.parent / "server.git"
    kills = 0
    moments = [("before", 0.0), ("after", 0.0), ("amid", 0.002), ("amid", 0.006)]
    for call in range(1, calls + 1):
        for place, (moment, wait) in enumerate(moments):
            if (call + place) % every == 0:
                assert killer.run(call, moment, wait)[0] not in (0, 1, 2)
                still_there(desk, mine, f"{moment} {call}")
                goes_on(desk, mine, arguments, f"{moment} {call}")
                kills += 1
    return kills


def still_there(desk: Desk, mine: dict[str, str], when: str) -> None:
    for path, text in mine.items():
        assert desk.kept(text), f"{path} is lost: {when}"
    desk.git("fsck", "--connectivity-only")


def goes_on(desk: Desk, mine: dict[str, str], arguments: tuple[str, ...], when: str) -> None:
    """Do what a clerk is told until the command ends well, or says that there is nothing left to do."""
    inside = [str(desk.folder / one) if one.endswith("-bundle") else one for one in arguments]
    for _ in range(4):
        answer = desk(*inside)
        left = re.search(r"xoá `([^`]+)`", answer.err)
        if answer.status == 0 or "không có gì đang làm dở" in answer.err:
            break
        if left:
            Path(left[1]).unlink()
        elif "--carry" in answer.err:
            inside = [*inside, "--carry"]
        elif "start --back" in answer.err:
            goes_back(desk, when)
        else:
            raise AssertionError(f"{when}: {answer.err}")
    else:
        raise AssertionError(f"{when}: it does not end")
    still_there(desk, mine, f"{when}, and again")
    assert desk("where", "--offline").status == 0


def goes_back(desk: Desk, when: str) -> None:
    """Put by what is half done; a lock that the killed git left is named and taken away first."""
    answer = desk("start", "--back")
    if left := re.search(r"xoá `([^`]+)`", answer.err):
        Path(left[1]).unlink()
        answer = desk("start", "--back")
    assert answer.status == 0, f"{when}: {answer.err}"


def test_killed_now_and_then_nothing_is_lost(
    desk: Desk, killer: Callable[[Path, tuple[str, ...]], Killer], monkeypatch: pytest.MonkeyPatch
) -> None:
    if hasattr(os, "fork"):
        monkeypatch.setattr("thidua.app.desk.PATIENCE", 0.0)
        assert killed_all_over("send from main", desk, killer, 29) > 0


@pytest.mark.long
@pytest.mark.parametrize("case", CASES)
def test_killed_at_most_calls_of_git_nothing_is_lost(
    case: str, desk: Desk, killer: Callable[[Path, tuple[str, ...]], Killer], monkeypatch: pytest.MonkeyPatch
) -> None:
    if hasattr(os, "fork"):
        monkeypatch.setattr("thidua.app.desk.PATIENCE", 0.0)
        assert killed_all_over(case, desk, killer, 9) > 4
