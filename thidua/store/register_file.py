"""The file of a register: connected to, changed by one alone, left whole, known to be so, thrown away.

Beside it stands a mark with the size and the time that it was left with. What cuts the file off, writes into it or puts
another in its place leaves another size or time, and the file is not believed: SQLite sees when its own pages do not fit
together, but not that a name in one of them is another now. What a disk changes by itself, without telling, is not seen.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING

from thidua.store.lock import Locked, lock
from thidua.store.register_error import RegisterHeld
from thidua.store.schema import TEMPORARY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PATIENCE = 2.0
"""How many seconds to wait for another program that is changing the register.

A change of some files takes far less. Reading all records of a province anew takes longer, but whoever waits for that
is not sooner done than by reading what differs into memory.
"""

CACHE = "PRAGMA cache_size = -65536"
"""How much of the register may be in memory, in KiB: with less, a large change goes to the disk many times."""

FILLING = "PRAGMA cache_size = -16384"
"""The same while a new register is filled, row after row and index after index: nothing is looked up then. What waits to be
written would take the room of what the rules read after: they would read each page of a large register again and again."""

PAGE = 8192
"""How many bytes a page of the register has: a new one is written page by page."""

REGISTER_FILE = "register.sqlite"

LOCK = "register.lock"
"""Beside the register: whoever changes its file holds this until the mark fits again."""

MARK = ".whole"
"""The ending of the mark."""

REST = "and its log"
"""In the mark: part of what was changed is still in SQLite's log beside the file."""

MADE = "and no log yet"
"""In the mark: the file was made, and never settled. Who fills it may be killed midway, and nothing is put aside for that."""

_SECOND = 1_000_000_000


def connected(file: Path, *, is_new: bool = False) -> sqlite3.Connection:
    """Return a connection to a register.

    Args:
        is_new: nothing is in it yet: up to the first `settle` nothing is put aside for a program that is killed meanwhile, as
            its mark does not fit then; all that is written is written once, not three times.
    """
    db = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        if is_new:
            db.execute(f"PRAGMA page_size = {PAGE}")
            db.execute("PRAGMA main.journal_mode = MEMORY")
        else:
            # write-ahead: a killed program leaves the last whole state, and readers do not wait
            db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA wal_autocheckpoint = 0")  # `settle` does that, and makes the mark
        db.execute(CACHE)
        db.executescript(TEMPORARY)
    except BaseException:
        db.close()
        raise
    return db


def settle(db: sqlite3.Connection, file: Path) -> None:
    """Bring what was changed from SQLite's log into the file, as far as nobody reads an older state; make the mark."""
    db.execute("PRAGMA busy_timeout = 0")
    db.execute("PRAGMA main.journal_mode = WAL")  # a new file has it from here on
    db.execute("PRAGMA main.wal_checkpoint(TRUNCATE)").fetchone()
    db.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
    leave_whole(file)


@contextmanager
def sole(file: Path, *, patience: float | None = None) -> Iterator[None]:
    """Have nobody else change the file of a register meanwhile.

    Args:
        patience: how many seconds to wait for whoever does.

    Raises:
        RegisterHeld: somebody else is changing it all the while, or nothing can be written beside it.
    """
    with ExitStack() as held:
        try:
            held.enter_context(lock(file.parent, PATIENCE if patience is None else patience, name=LOCK))
        except (Locked, OSError) as error:
            raise RegisterHeld(str(error)) from error
        yield


def is_whole(file: Path, *, alone: bool = False, settled: bool = False) -> bool:
    """Whether the file is as the program left it.

    Args:
        alone: it is so without SQLite's log beside it, too.
        settled: it was settled, not only made.
    """
    try:
        size, time, rest = _mark(file).read_text("utf-8").split(" ", 2)
        now = file.lstat()
        if not stat.S_ISREG(now.st_mode) or now.st_size != int(size) or not _same_time(now.st_mtime_ns, int(time)):
            return False
        if rest == MADE:
            return not settled
        return not rest or (not alone and has_rest(file))
    except (OSError, ValueError):
        return False


def _same_time(now: int, then: int) -> bool:
    """Whether a time is the one that was kept; what was packed and unpacked again may know whole seconds only."""
    return now == then or (now % _SECOND == 0 and now // _SECOND == then // _SECOND)


def leave_whole(file: Path, *, settled: bool = True) -> None:
    """Make the mark; where that cannot be done, the file is not believed the next time."""
    with suppress(OSError):
        now = file.stat()
        beside = file.with_name(f"{file.name}{MARK}.{os.getpid()}")
        rest = MADE if not settled else REST if has_rest(file) else ""
        beside.write_text(f"{now.st_size} {now.st_mtime_ns} {rest}", "utf-8")
        beside.replace(_mark(file))


def has_rest(file: Path) -> bool:
    """Whether SQLite's log beside the file may hold part of what was changed."""
    try:
        return _log(file).stat().st_size > 0
    except OSError:
        return False


def discard(folder: Path) -> None:
    """Delete the register that lives in `folder`; what cannot be deleted stays, without its mark."""
    with suppress(OSError):
        for leftover in sorted(folder.glob(REGISTER_FILE + "*"), key=lambda one: MARK not in one.name):
            _delete(leftover)


def _delete(leftover: Path) -> None:
    with suppress(OSError):
        if leftover.is_dir() and not leftover.is_symlink():
            leftover.rmdir()  # none of ours: where there is something in it, it stays, and the register is in memory
        else:
            leftover.unlink()


def _mark(file: Path) -> Path:
    return file.with_name(file.name + MARK)


def _log(file: Path) -> Path:
    return file.with_name(file.name + "-wal")
