"""Many rows → a table of the register."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from thidua.store.register_file import CACHE, FILLING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from thidua.store.words import Words

_VALUES: Final = 900
"""How many values a statement takes at most; SQLite may be built for no more than 999."""


def insert(db: sqlite3.Connection, into: str, columns: int, values: Sequence[Any], form: str = "") -> None:
    """Add rows to a table, many with each statement: to begin one and to end it takes half of what a row by itself takes.

    Args:
        into: the table, with its columns in brackets where not all are given.
        columns: how many are given.
        values: of all rows, one after the other.
        form: what stands for a row in the statement, where that is more than a mark for each value.
    """
    one = form or f"({', '.join('?' * columns)})"
    size = max(1, _VALUES // columns) * columns
    whole = len(values) // size * size
    statement = f"INSERT INTO {into} VALUES {', '.join([one] * (size // columns))}"  # noqa: S608 - names of our own tables
    for start in range(0, whole, size):
        db.execute(statement, values[start : start + size])
    rest = [values[start : start + columns] for start in range(whole, len(values), columns)]
    db.executemany(f"INSERT INTO {into} VALUES {one}", rest)  # noqa: S608 - as above


@contextmanager
def filling(db: sqlite3.Connection, words: Words) -> Iterator[None]:
    """Within a change, put very many rows into an empty register.

    Indexes are made once all rows are there: sorted, they cost a third of what they cost row by row.
    """
    kept = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    for name, _ in kept:
        db.execute(f'DROP INDEX "{name}"')
    try:
        db.execute(FILLING)
        with words.without_index():
            yield
        for _, sql in kept:
            db.execute(sql)
    finally:
        db.execute(CACHE)  # to undo the change does not undo that
