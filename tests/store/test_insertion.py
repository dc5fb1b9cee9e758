"""Rows that are put into a table many at a time are all there, once each."""

from __future__ import annotations

import sqlite3

import pytest

from thidua.store.insertion import insert
from thidua.store.open_register import in_memory
from thidua.store.register_file import CACHE


@pytest.mark.parametrize("columns", [1, 3, 12, 20, 899, 900, 901])
@pytest.mark.parametrize("number", [0, 1, 2, 74, 75, 76, 151])
def test_all_rows_are_put_in(columns: int, number: int) -> None:
    db = sqlite3.connect(":memory:")
    db.execute(f"CREATE TABLE t ({', '.join(f'c{one}' for one in range(columns))})")
    rows = [tuple(range(row, row + columns)) for row in range(number)]
    insert(db, "t", columns, [value for row in rows for value in row])
    assert db.execute("SELECT * FROM t ORDER BY rowid").fetchall() == rows


def test_a_row_may_be_more_than_marks() -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE t (a, b, c)")
    rows = [(one, "" if one % 2 else str(one)) for one in range(1000)]
    insert(db, "t (a, b, c)", 2, [value for row in rows for value in row], "(?, NULLIF(?, ''), 7)")
    assert db.execute("SELECT * FROM t ORDER BY a").fetchall() == [(one, text or None, 7) for one, text in rows]


def test_filling_that_fails_leaves_indexes_and_room_as_they_were() -> None:
    register = in_memory("x")
    indexes = register.ask("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name")
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), register.change(), register.filling():
            raise ZeroDivisionError
        assert register.ask("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name") == indexes
        assert f"PRAGMA cache_size = {register.one('PRAGMA cache_size')}" == CACHE
