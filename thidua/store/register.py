"""The register: a SQLite index of the records, derived from the files and disposable."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from itertools import chain
from typing import TYPE_CHECKING, Any
from weakref import finalize

from thidua.store.packed import packed, unpacked
from thidua.store.register_error import RegisterDamaged, RegisterHeld, ours, told_apart
from thidua.store.register_file import REGISTER_FILE, has_rest, leave_whole, settle, sole
from thidua.store.schema import OWNED
from thidua.store.words import RECIPIENT, Words, narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from thidua.diagnostics import Finding
    from thidua.store.rows import Row

SOME = 500
"""How many rows of a long answer are in memory at once."""


class Register:
    """A connection to the register. Every question is SQL; every answer is rows.

    Attributes:
        lasting: it is a file and stays; a register in memory is thrown away at the end.

    Args:
        is_new: the file was connected to as a new one, and is not settled yet.
    """

    def __init__(self, connection: sqlite3.Connection, file: Path | None = None, *, is_new: bool = False) -> None:
        self._db, self._is_new = connection, is_new
        finalize(self, connection.close)  # else what was written stays aside, and each next run looks for it there
        self._file = file
        self.lasting = file is not None
        self._held = False
        self.statements = 0
        self.words = Words(connection)

    def ask(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of one statement."""
        self.statements += 1
        with told_apart():
            return self._asked(sql, values).fetchall()

    def ask_named(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> list[dict[str, Any]]:
        """Return all rows, each by the names of its columns."""
        self.statements += 1
        with told_apart():
            cursor = self._asked(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def stream(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of one statement, some at a time: for answers that need not fit in memory."""
        self.statements += 1
        with told_apart():
            cursor = self._asked(sql, values)
        while True:
            with told_apart():
                some = cursor.fetchmany(SOME)
            if not some:
                return
            yield from some

    def one(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Return the first column of the first row, or `None`."""
        with told_apart():
            row = self._asked(sql, values).fetchone()
        return row[0] if row else None

    def _asked(self, sql: str, values: Sequence[object] | dict[str, object]) -> sqlite3.Cursor:
        try:
            return self._db.execute(sql, values)
        except UnicodeEncodeError:  # half a letter, as of a file name that is not UTF-8: no row has it
            if isinstance(values, dict):
                return self._db.execute(sql, {name: _whole(value) for name, value in values.items()})
            return self._db.execute(sql, [_whole(value) for value in values])

    def do(self, sql: str, values: Sequence[object] = ()) -> None:
        """Run one statement that changes something."""
        with told_apart():
            self._db.execute(sql, values)

    def do_many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Run one statement once for each set of values."""
        with told_apart():
            self._db.executemany(sql, values)

    def insert(self, into: str, rows: Sequence[tuple[Any, ...]], form: str = "") -> None:
        """Add rows to a table; see `insertion.insert`."""
        if rows:
            self.insert_values(into, len(rows[0]), list(chain.from_iterable(rows)), form)

    def insert_values(self, into: str, columns: int, values: Sequence[Any], form: str = "") -> None:
        """The same, with the values of all rows one after the other."""
        from thidua.store.insertion import insert  # only what writes needs it

        with told_apart():
            insert(self._db, into, columns, values, form)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Make several changes one: all are kept, or none.

        Raises:
            RegisterHeld: see the class.
        """
        self.let_go()
        with sole(self._file) if self._file else nullcontext():
            try:
                with told_apart():
                    self._begin()
                    yield
                    self._db.execute("COMMIT")
                    if self._file:
                        # no room: it is asked where it is, and made anew next time
                        with suppress(sqlite3.OperationalError):
                            settle(self._db, self._file)
                        self._is_new = False
            except BaseException:
                self._roll_back()
                raise

    def hold(self) -> None:
        """From now on answer from one state, whatever others change, until `let_go`, a change or the end."""
        if self.lasting:
            with told_apart():
                self._db.execute("BEGIN")
                self._held = True
                self._db.execute("SELECT 1 FROM meta").fetchone()

    def let_go(self) -> None:
        """Answer from the newest state again."""
        if self._held:
            self._held = False
            with told_apart():
                self._db.execute("COMMIT")

    def _begin(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")
        self.words.forget()  # until now others may have changed the register

    def _roll_back(self) -> None:
        self.words.forget()
        with suppress(sqlite3.Error):
            self._db.execute("ROLLBACK")

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Make changes that nobody else sees and that are undone at the end.

        Raises:
            RegisterHeld: see the class.
        """
        with told_apart():
            held = self._version() if self._held else None
            self.let_go()
            self._begin()
        try:
            if held not in (None, self._version()):
                raise RegisterHeld("changed by another program meanwhile")
            with told_apart():
                yield
        finally:
            self._roll_back()

    def _version(self) -> int:
        """Return a number that is another one after a change by others."""
        return int(self.one("PRAGMA data_version"))

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Within a change, make some changes that are undone by themselves where they raise.

        Raises:
            RegisterHeld, RegisterDamaged: see the classes; a row that the register does not take raises as it is.
        """
        self._db.execute("SAVEPOINT attempt")
        try:
            yield
        except BaseException as error:
            self.words.forget()
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK TO attempt")
                self._db.execute("RELEASE attempt")
            if isinstance(error, sqlite3.OperationalError) or type(error) is sqlite3.DatabaseError:
                raise ours(error) from error
            raise
        self._db.execute("RELEASE attempt")

    def filling(self) -> AbstractContextManager[None]:
        """Within a change, put very many rows into an empty register; see `insertion.filling`."""
        from thidua.store.insertion import filling  # only a new one needs it

        return filling(self._db, self.words)

    def close(self) -> None:
        """End it.

        A new register that nothing was put into is settled, and so is what a killed program, or one that could not for
        readers, has left in SQLite's log.
        """
        if self._file and (self._is_new or has_rest(self._file)):
            with suppress(RegisterHeld, RegisterDamaged), told_apart(), sole(self._file, patience=0):
                self.let_go()
                settle(self._db, self._file)
        self._db.close()

    def copy_to(self, folder: Path) -> None:
        """Write a register of the same content into another folder, where there is room and none yet."""
        with suppress(sqlite3.Error, RegisterHeld, RegisterDamaged):
            self.let_go()
            self._db.execute("VACUUM INTO ?", (str(folder / REGISTER_FILE),))
            leave_whole(folder / REGISTER_FILE, settled=False)

    # files

    def meta(self, key: str) -> str:
        """Return a remembered value, or the empty text."""
        return self.one("SELECT value FROM meta WHERE key = ?", (key,)) or ""

    def remember(self, key: str, value: str) -> None:
        self.do("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def forget_files(self, files: Iterable[int]) -> None:
        """Drop all that was read from these files, and what was found in them."""
        ids = [(one,) for one in files]
        for table in (*OWNED, "finding"):
            self._db.executemany(f"DELETE FROM {table} WHERE file = ?", ids)  # noqa: S608 - names of our own tables
        self._db.executemany("DELETE FROM file WHERE id = ?", ids)

    def forget_rows(self, file: int) -> None:
        """Drop what was read from a file; the file itself and what was found in it stay."""
        for table in OWNED:
            self._db.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608 - names of our own tables

    def add_files(self, files: list[tuple[tuple[object, ...], list[Row], list[Finding]]]) -> list[int]:
        """Remember files, each with its columns after the number, what was read from it and what was found in it.

        Returns: their numbers.
        """
        first = (self.one("SELECT max(id) FROM file") or 0) + 1
        numbers = range(first, first + len(files))
        self.insert("file", [(number, *columns) for number, (columns, _, _) in zip(numbers, files, strict=True)])
        every = list(zip(numbers, files, strict=True))
        self.add_law((table, (number, *values)) for number, (_, rows, _) in every for table, values in rows)
        for number, (_, _, findings) in every:
            if findings:
                self.add_findings(findings, file=number)
        return list(numbers)

    def add_rows(self, file: int | None, rows: Iterable[Row]) -> None:
        """Add rows that belong to a file; each names its table and gives the columns after `file`."""
        self.add_law((table, (file, *values)) for table, values in rows)

    def add_law(self, rows: Iterable[Row]) -> None:
        """Add rows that are of no file; each names its table and gives all its columns."""
        by_table: dict[str, list[tuple[object, ...]]] = {}
        for table, values in rows:
            by_table.setdefault(table, []).append(values)
        for table, many in by_table.items():
            self.insert(*(narrow(self.words, many) if table == RECIPIENT else (table, many)))

    # findings

    def add_findings(self, findings: Iterable[Finding], *, file: int | None = None, key: str | None = None) -> None:
        """Keep findings, without words, so that both languages can print them later."""
        self.insert("finding", [(file, f.code, key, packed(f)) for f in findings])

    def findings(self) -> list[Finding]:
        """Return every finding that is kept, in no order.

        Raises:
            RegisterDamaged: one is not as it was kept.
        """
        kept = self.ask("SELECT code, content FROM finding")
        try:
            return [unpacked(code, content) for code, content in kept]
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            raise RegisterDamaged(str(error)) from error


def _whole(value: object) -> object:
    """Return a value that SQLite takes: halves of letters are spelt out."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
