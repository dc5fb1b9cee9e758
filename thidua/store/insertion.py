"""Many rows → a table of the register."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_VALUES: Final = 900
"""How many values a statement takes at most; SQLite may be built for no more than 999."""


def insert(db: sqlite3.Connection, into: str, rows: Sequence[tuple[Any, ...]], form: str = "") -> None:
    """Add rows to a table, many with each statement: to begin one and to end it takes half of what a row by itself takes.

    Args:
        into: the table, with its columns in brackets where not all are given.
        form: what stands for a row in the statement, where that is more than a mark for each value.
    """
    if not rows:
        return
    columns = len(rows[0])
    at_once = max(1, _VALUES // columns)
    one = form or f"({', '.join('?' * columns)})"
    whole = len(rows) // at_once * at_once
    statement = f"INSERT INTO {into} VALUES {', '.join([one] * at_once)}"  # noqa: S608 - names of our own tables
    for start in range(0, whole, at_once):
        db.execute(statement, tuple(chain.from_iterable(rows[start : start + at_once])))
    db.executemany(f"INSERT INTO {into} VALUES {one}", rows[whole:])  # noqa: S608 - as above
