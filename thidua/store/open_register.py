"""Opening a register: the one on the disk, or one that nobody else sees, whatever has befallen the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from thidua.store.register import Register
from thidua.store.register_error import RegisterDamaged, RegisterHeld, told_apart
from thidua.store.register_file import REGISTER_FILE, connected, discard, is_whole, leave_whole, settle, sole
from thidua.store.schema import RECORDS, TEMPORARY

if TYPE_CHECKING:
    from pathlib import Path


def open_register(folder: Path, program: str) -> Register:
    """Return the register that lives in `folder`, empty if it is new, damaged, or of another program.

    Where the folder cannot be written or the file is held by somebody else, the register is made in memory: the answers are
    the same, only not as fast next time.

    Args:
        program: what the register depends on besides the records: the program's and the catalogue's fingerprint.
    """
    file = folder / REGISTER_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with told_apart():
            return _opened(file, program)
    except (OSError, RegisterHeld):
        return apart(folder, program)
    except RegisterDamaged:
        return _remade(file, program)


def apart(folder: Path, program: str) -> Register:
    """Return a register that nobody else sees: a copy of the one that lives in `folder`, where that can be had.

    Nothing is asked of the file but its pages, so that neither a lock nor a disk that takes nothing stands in the way.
    """
    file = folder / REGISTER_FILE
    if is_whole(file, alone=True):
        with suppress(OSError, sqlite3.Error, RegisterDamaged):
            return _copied(file, program)
    return in_memory(program)


def in_memory(program: str) -> Register:
    """Return an empty register that nobody else sees."""
    db = _memory()
    _prepare(db, program)
    db.executescript(TEMPORARY)
    return Register(db)


def _memory() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA temp_store = MEMORY")  # a disk that is full is one reason to be here
    return db


def _copied(file: Path, program: str) -> Register:
    db = _memory()
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?immutable=1", uri=True)) as source:
        source.backup(db)
    if not is_whole(file, alone=True) or not _is_of(db, program):
        raise RegisterDamaged("changed while it was copied, or of another program")
    db.executescript(TEMPORARY)
    return Register(db)


def _remade(file: Path, program: str) -> Register:
    try:
        with told_apart():
            with sole(file):
                discard(file.parent)
            return _opened(file, program)
    except (OSError, RegisterHeld, RegisterDamaged):
        return in_memory(program)


def _opened(file: Path, program: str) -> Register:
    if is_whole(file, settled=True):
        db = connected(file)
        if _is_of(db, program):
            return Register(db, file)
        db.close()
    with sole(file):
        if not is_whole(file):  # and nobody is changing it
            discard(file.parent)
        is_new, was_settled = not file.exists(), is_whole(file, settled=True)
        db = connected(file, is_new=is_new)
        if not _is_of(db, program):
            _prepare(db, program)
            was_settled = False
        if is_new:
            leave_whole(file, settled=False)  # empty as it is; it is settled when it is filled
        elif not was_settled:  # somebody else is about to fill it: to connect changed the file, and its mark is to fit
            settle(db, file)
    return Register(db, file, is_new=is_new)


def _is_of(db: sqlite3.Connection, program: str) -> bool:
    held = db.execute("SELECT name FROM sqlite_master WHERE name = 'meta'").fetchone()
    return bool(held) and db.execute("SELECT value FROM meta WHERE key = 'program'").fetchone() == (program,)


def _prepare(db: sqlite3.Connection, program: str) -> None:
    """Empty a register and make its tables, in one change."""
    from thidua.store.law_schema import LAW  # only a new register asks for it

    old = db.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY type DESC"
    ).fetchall()
    dropped = "".join(f'DROP {kind} IF EXISTS "{name}";' for kind, name in old)
    db.executescript(f"BEGIN IMMEDIATE;{dropped}{RECORDS}{LAW}")
    db.execute("INSERT INTO meta VALUES ('program', ?)", (program,))
    db.execute("COMMIT")
