"""The file of a register: whether it is as the program left it, and how it is thrown away.

Beside it stands a mark with the size and the time that it was left with. What cuts the file off, writes into it or puts
another in its place leaves another size or time, and the file is not believed: SQLite sees when its own pages do not fit
together, but not that a name in one of them is another now. What a disk changes by itself, without telling, is not seen.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

REGISTER_FILE = "register.sqlite"

LOCK = "register.lock"
"""Beside the register: whoever changes its file holds this until the mark fits again."""

MARK = ".whole"
"""The ending of the mark."""

REST = "and its log"
"""In the mark: part of what was changed is still in SQLite's log beside the file."""

_SECOND = 1_000_000_000


def is_whole(file: Path, *, alone: bool = False) -> bool:
    """Whether the file is as the program left it.

    Args:
        alone: it is so without SQLite's log beside it, too.
    """
    try:
        size, time, rest = _mark(file).read_text("utf-8").split(" ", 2)
        now = file.lstat()
        if not stat.S_ISREG(now.st_mode) or now.st_size != int(size) or not _same_time(now.st_mtime_ns, int(time)):
            return False
        return not rest or (not alone and has_rest(file))
    except (OSError, ValueError):
        return False


def _same_time(now: int, then: int) -> bool:
    """Whether a time is the one that was kept; what was packed and unpacked again may know whole seconds only."""
    return now == then or (now % _SECOND == 0 and now // _SECOND == then // _SECOND)


def leave_whole(file: Path) -> None:
    """Make the mark; where that cannot be done, the file is not believed the next time."""
    with suppress(OSError):
        now = file.stat()
        beside = file.with_name(f"{file.name}{MARK}.{os.getpid()}")
        beside.write_text(f"{now.st_size} {now.st_mtime_ns} {REST if has_rest(file) else ''}", "utf-8")
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
