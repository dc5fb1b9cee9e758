"""A register that is held, that cannot be kept, that lies in the network, and programs killed while they change it."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.survival.damage import a_file_for_the_folder, a_link, other_types
from tests.survival.office import CALLS, DECISION, Call, Ran, copied, environment, thidua
from thidua.cli.commands import COMMANDS, WRITERS
from thidua.store import register_file
from thidua.store.lock import lock
from thidua.store.open_register import open_register
from thidua.store.register_error import RegisterHeld
from thidua.store.register_file import LOCK, PATIENCE, REGISTER_FILE, is_whole, leave_whole
from thidua.store.remote import kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

VALIDATE = next(call for call in CALLS if call.arguments == ("validate",))
WRITE = next(call for call in CALLS if call.arguments[0] == "set")
SOME = tuple(
    next(call for call in CALLS if call.arguments[0] == name) for name in ("validate", "set", "review", "find")
)


@pytest.fixture
def office(built: Path, tmp_path: Path) -> Callable[[Call], Path]:
    return lambda call: copied(built, tmp_path / str(len(list(tmp_path.iterdir()))), call)


def kept(folder: Path) -> Path:
    return folder / "kho/.git/thidua"


# held


@contextmanager
def by_a_writer(folder: Path) -> Iterator[None]:
    """Another program changes the register all the while."""
    with closing(sqlite3.connect(folder / REGISTER_FILE, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM finding")
        yield


@contextmanager
def by_one_alone(folder: Path) -> Iterator[None]:
    """Another program lets nobody even look."""
    with closing(sqlite3.connect(folder / REGISTER_FILE, isolation_level=None)) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def by_a_reader(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(folder / REGISTER_FILE, isolation_level=None)) as db:
        db.execute("BEGIN")
        db.execute("SELECT * FROM file").fetchall()
        yield


@contextmanager
def by_its_lock(folder: Path) -> Iterator[None]:
    with lock(folder, name=LOCK):
        yield


HOLDERS = (by_a_writer, by_one_alone, by_a_reader, by_its_lock)


def held(office: Callable[[Call], Path], call: Call, holder: Callable[[Path], object]) -> tuple[Ran, Ran]:
    folder, other = office(call), office(call)
    with holder(kept(other)):  # type: ignore[attr-defined]
        after = thidua(other, *call.arguments)
    return thidua(folder, *call.arguments), after


@pytest.mark.parametrize("holder", HOLDERS, ids=lambda holder: holder.__name__)
@pytest.mark.parametrize("call", SOME, ids=str)
def test_a_register_that_is_held_is_done_without(
    call: Call, holder: Callable[[Path], object], office: Callable[[Call], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_file, "PATIENCE", 0.05)
    before, after = held(office, call, holder)
    assert before == after


@pytest.mark.long
@pytest.mark.parametrize("holder", HOLDERS, ids=lambda holder: holder.__name__)
def test_every_command_does_without_a_register_that_is_held(
    holder: Callable[[Path], object], office: Callable[[Call], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register_file, "PATIENCE", 0.05)
    for call in CALLS:
        before, after = held(office, call, holder)
        assert before == after, call


@pytest.mark.parametrize("holder", [by_a_writer, by_its_lock], ids=lambda holder: holder.__name__)
def test_a_command_waits_once(
    holder: Callable[[Path], object], office: Callable[[Call], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no longer than a person does without wondering: a writing command asks for the register twice."""
    assert PATIENCE <= 2
    monkeypatch.setattr(register_file, "PATIENCE", 0.05)
    waited: list[str] = []
    monkeypatch.setattr(RegisterHeld, "__init__", lambda _, *told: waited.extend(told))
    folder = office(WRITE)
    with holder(kept(folder)):  # type: ignore[attr-defined]
        assert thidua(folder, *WRITE.arguments).status == 0
    assert len(waited) == 1


def test_what_a_held_register_holds_is_not_read_again(
    office: Callable[[Call], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from thidua.app.fresh import fresh
    from thidua.store.workspace import find_workspace

    monkeypatch.setattr(register_file, "PATIENCE", 0.05)
    folder = office(VALIDATE)
    for holder in (by_a_writer, by_one_alone, by_its_lock):
        with holder(kept(folder)):
            state = fresh(find_workspace(folder / "kho"))
            assert (state.parsed, state.register.lasting) == (1, False)
            state.register.close()


def test_a_command_sees_one_state_whatever_others_change(office: Callable[[Call], Path]) -> None:
    from thidua.app.fresh import fresh
    from thidua.store.workspace import find_workspace

    folder = office(VALIDATE)
    state = fresh(find_workspace(folder / "kho"))
    before = state.register.ask("SELECT * FROM file")
    (folder / "kho" / DECISION).unlink()
    assert thidua(folder, "validate").status == 1
    assert state.register.ask("SELECT * FROM file") == before
    state.register.let_go()
    assert len(state.register.ask("SELECT * FROM file")) == len(before) - 1
    state.register.close()
    assert is_whole(kept(folder) / REGISTER_FILE, alone=True)


# where nothing can be kept


@pytest.mark.parametrize("call", SOME, ids=str)
def test_where_no_register_can_be_kept_commands_answer_the_same_or_write_nothing(
    call: Call, office: Callable[[Call], Path]
) -> None:
    after, expected = with_no_folder(call, office)
    assert after == expected


@pytest.mark.long
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_every_command_answers_the_same_or_writes_nothing(call: Call, office: Callable[[Call], Path]) -> None:
    after, expected = with_no_folder(call, office)
    assert after == expected


def with_no_folder(call: Call, office: Callable[[Call], Path]) -> tuple[Ran, Ran]:
    """Return what a command did where no register can be kept, and what was to be expected of it."""
    folder, other = office(call), office(call)
    a_file_for_the_folder(kept(other), Random(0))
    untouched = thidua(other, "explain", "TD306")
    after = thidua(other, *call.arguments)
    if after.status != 2:
        return after, thidua(folder, *call.arguments)
    may_refuse = call.arguments[0] in {*WRITERS, "start", "send", "receive"} & set(COMMANDS)
    told = re.fullmatch(r"không ghi được: .*\.git/thidua.*\n", after.err)
    return after, replace(
        untouched, status=2 if may_refuse else 0, out="", err=after.err if told else "không ghi được: …"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such limit")
@pytest.mark.parametrize("size", [0, 30_000, 700_000])
def test_on_a_full_disk_a_check_finds_the_same(size: int, office: Callable[[Call], Path]) -> None:
    import resource

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    folder = office(VALIDATE)
    done = subprocess.run(
        [sys.executable, "-B", "-m", "thidua", "validate"],  # else Python keeps half of what it compiled
        cwd=folder / "kho", env=environment(folder), preexec_fn=limited, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (1, thidua(folder, "validate").out, "")


def test_another_programs_table_behind_a_link_is_left_alone(office: Callable[[Call], Path]) -> None:
    folder = office(VALIDATE)
    a_link(kept(folder), Random(0))
    before = (folder / "other.sqlite").read_bytes()
    assert thidua(folder, "validate").status == 1
    assert (folder / "other.sqlite").read_bytes() == before
    assert not (kept(folder) / REGISTER_FILE).is_symlink()


def test_what_nobody_could_notice_is_gone_the_next_time(office: Callable[[Call], Path]) -> None:
    """A disk that changes what it holds, and tells no other time: the mark fits."""
    call = next(call for call in CALLS if call.arguments[:2] == ("report", "2022"))
    folder = office(call)
    other_types(kept(folder), Random(0))
    for file in (kept(folder) / REGISTER_FILE, kept(folder) / "base" / REGISTER_FILE):
        leave_whole(file)
    failed = thidua(folder, *call.arguments)
    assert (failed.status, failed.out) == (2, "")
    assert thidua(folder, *call.arguments) == thidua(office(call), *call.arguments)


# in the network


MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 22 0:28 / /home rw,nosuid,nodev shared:13 - nfs4 server:/home rw,vers=4.2
32 22 0:29 / /mnt/chung rw,relatime shared:14 - cifs //server/chung rw,vers=3.1.1
33 22 0:30 / /mnt/xa rw,nosuid shared:15 - fuse.sshfs host:/ rw
34 22 0:31 / /dev/shm rw,nosuid,nodev shared:4 - tmpfs tmpfs rw
"""


def test_what_the_system_tells_of_a_disk_is_understood() -> None:
    kinds = [kind(device, MOUNTS) for device in ("254:0", "0:28", "0:29", "0:30", "0:31", "0:99", "")]
    assert kinds == ["ext4", "nfs4", "cifs", "nfs", "tmpfs", "", ""]


def test_for_records_in_the_network_the_register_stays_on_this_machine(
    office: Callable[[Call], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, other = office(WRITE), office(WRITE)
    monkeypatch.setattr("thidua.store.workspace.is_remote", lambda _: True)
    for leftover in kept(folder).glob("register*"):
        leftover.unlink()
    after = thidua(folder, *WRITE.arguments)
    assert [file.name for file in kept(folder).glob("*") if file.is_file()] == ["lock"]
    assert len(list((folder / "cache").rglob(REGISTER_FILE))) == 1
    monkeypatch.undo()
    assert after == thidua(other, *WRITE.arguments)


# killed


@pytest.mark.skipif(sys.platform == "win32", reason="the system has no such signal")
@pytest.mark.long
@pytest.mark.parametrize("seed", range(12))
def test_a_killed_command_leaves_a_register_that_answers_the_same(seed: int, office: Callable[[Call], Path]) -> None:
    chance, folder = Random(seed), office(VALIDATE)
    if seed % 2:
        for leftover in kept(folder).glob("register*"):
            leftover.unlink()
    process = subprocess.Popen(
        [sys.executable, "-m", "thidua", "validate"], cwd=folder / "kho", env=environment(folder),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    time.sleep(chance.uniform(0.1, 0.6))
    process.kill()
    process.wait()
    assert thidua(folder, "validate") == thidua(office(VALIDATE), "validate")


@pytest.mark.parametrize("ends", ["before", "after"])
def test_a_program_killed_amid_its_first_change_leaves_nothing_that_is_believed(tmp_path: Path, ends: str) -> None:
    """A new register is written without SQLite's log: half of it is on the disk, or all of it without its mark."""
    script = (
        "import os, sys; from pathlib import Path; from thidua.store import open_register, register;"
        "kept = open_register.open_register(Path(sys.argv[1]), 'x');"
        "register.settle = lambda *_: os._exit(0);"
        "kept.do('PRAGMA cache_size = 10'); context = kept.change(); context.__enter__();"
        "kept.do_many('INSERT INTO meta VALUES (?, ?)', ((str(one), 'b' * 1000) for one in range(5000)));"
        "os._exit(0) if sys.argv[2] == 'before' else context.__exit__(None, None, None)"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path), ends], env=environment(tmp_path), check=True)
    assert (tmp_path / REGISTER_FILE).stat().st_size > 4_000_000
    again = open_register(tmp_path, "x")
    assert (again.lasting, again.meta("1"), again.one("PRAGMA integrity_check")) == (True, "", "ok")


def test_what_was_changed_and_not_settled_is_not_lost(tmp_path: Path) -> None:
    """A program killed after its change: SQLite's log has it, and the file is as it was before."""
    script = (
        "import os, sys; from pathlib import Path; from thidua.store import open_register, register;"
        "kept = open_register.open_register(Path(sys.argv[1]), 'x');"
        "register.settle = lambda *_: os._exit(0);"
        "context = kept.change(); context.__enter__(); kept.remember('a', 'b'); context.__exit__(None, None, None)"
    )
    open_register(tmp_path, "x").close()
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], env=environment(tmp_path), check=True)
    assert (tmp_path / f"{REGISTER_FILE}-wal").stat().st_size
    again = open_register(tmp_path, "x")
    assert again.meta("a") == "b"
    again.close()
    assert is_whole(tmp_path / REGISTER_FILE, alone=True)
    assert not (tmp_path / f"{REGISTER_FILE}-wal").exists()


def test_programs_that_begin_together_have_one_register(tmp_path: Path) -> None:
    """None throws away what another has made and is about to fill."""
    together = [open_register(tmp_path, "x") for _ in range(3)]
    for number, one in enumerate(together):
        assert is_whole(tmp_path / REGISTER_FILE)
        with one.change():
            one.remember(str(number), "there")
    assert [[one.meta(str(number)) for number in range(3)] for one in together] == [["there"] * 3] * 3
    for one in together:
        one.close()
    assert is_whole(tmp_path / REGISTER_FILE, alone=True)


def test_a_copied_register_is_believed_though_nothing_was_changed_in_it(tmp_path: Path) -> None:
    first, copy = open_register(tmp_path / "first", "x"), tmp_path / "copy"
    copy.mkdir()
    with first.change():
        first.remember("a", "b")
    first.copy_to(copy)
    for _ in range(3):
        again = open_register(copy, "x")
        assert again.meta("a") == "b"
        again.close()
        time.sleep(0.02)  # a system's clock of files may go in such steps
