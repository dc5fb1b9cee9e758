"""What a register fails with: it is held, or it is damaged."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class RegisterHeld(Exception):
    """Another program holds the register, or the disk takes no more; it can be done without."""


class RegisterDamaged(Exception):
    """The file of the register is no longer what was written; it has to be made again."""


@contextmanager
def told_apart() -> Iterator[None]:
    """SQLite's errors as ours: held by another program, or damaged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise ours(error) from error
    except UnicodeDecodeError as error:
        raise RegisterDamaged(str(error)) from error


_HELD = frozenset(
    (
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
    )
)  # fmt: skip
"""What SQLite says where another program, the disk or a permission is in the way, and the file may be whole."""


def ours(error: sqlite3.Error) -> RegisterHeld | RegisterDamaged:
    """Return one of SQLite's errors as ours."""
    code = getattr(error, "sqlite_errorcode", None)
    is_held = code is not None and code & 0xFF in _HELD  # the other bits only say more of the same
    return RegisterHeld(str(error)) if is_held else RegisterDamaged(str(error))
