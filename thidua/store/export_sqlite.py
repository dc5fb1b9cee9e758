"""An exported table as a SQLite file: the rows, and a table `columns` that says what each column is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from thidua.store.exported import Values


@dataclass(frozen=True, slots=True)
class SqliteColumn:
    """A column: its name, whether it holds whole numbers, and what is told of it."""

    name: str
    whole: bool
    title: str
    means: str


def write_sqlite(path: Path, table: str, columns: tuple[SqliteColumn, ...], rows: Iterable[Values]) -> None:
    """Write rows into a new file; days are `2020-03-06`, truths 1 and 0, what is not known is NULL.

    Raises:
        OSError: the disk takes no more.
    """
    named = ", ".join(f'"{one.name}" {"INTEGER" if one.whole else "TEXT"}' for one in columns)
    marks = ", ".join("?" * len(columns))
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = OFF")  # the file takes its place only when it is whole
            db.execute("PRAGMA page_size = 4096")
            db.execute("BEGIN")
            db.execute('CREATE TABLE "columns" (name TEXT, title TEXT, means TEXT)')
            db.executemany(
                'INSERT INTO "columns" VALUES (?, ?, ?)', [(one.name, one.title, one.means) for one in columns]
            )
            db.execute(f'CREATE TABLE "{table}" ({named})')
            db.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)  # noqa: S608 - names of our own columns
            db.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error
