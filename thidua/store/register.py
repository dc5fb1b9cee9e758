"""The register: a SQLite index of the records, derived from the files and disposable."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any
from weakref import finalize

from thidua.store.lock import Locked, lock
from thidua.store.packed import packed, unpacked
from thidua.store.register_file import (
    LOCK,
    REGISTER_FILE,
    discard,
    has_rest,
    is_whole,
    leave_whole,
)
from thidua.store.schema import OWNED, TABLES, TEMPORARY
from thidua.store.words import RECIPIENT, Words, narrow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from thidua.diagnostics import Finding
    from thidua.store.rows import Row

PATIENCE = 2.0
"""How many seconds to wait for another program that is changing the register.

A change of some files takes far less. Reading all records of a province anew takes longer, but whoever waits for that
is not sooner done than by reading what differs into memory.
"""

CACHE = "PRAGMA cache_size = -65536"
"""How much of the register may be in memory, in KiB: with less, a large change goes to the disk many times."""

SOME = 500
"""How many rows of a long answer are in memory at once."""


class RegisterHeld(Exception):
    """Another program holds the register, or the disk takes no more; it can be done without."""


class RegisterDamaged(Exception):
    """The file of the register is no longer what was written; it has to be made again."""


class Register:
    """A connection to the register. Every question is SQL; every answer is rows.

    Attributes:
        lasting: it is a file and stays; a register in memory is thrown away at the end.
    """

    def __init__(self, connection: sqlite3.Connection, file: Path | None = None) -> None:
        self._db = connection
        finalize(self, connection.close)  # else what was written stays aside, and each next run looks for it there
        self._file = file
        self.lasting = file is not None
        self._held = False
        self.statements = 0
        self.words = Words(connection)

    def ask(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of one statement."""
        self.statements += 1
        with _told_apart():
            return self._asked(sql, values).fetchall()

    def ask_named(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> list[dict[str, Any]]:
        """Return all rows, each by the names of its columns."""
        self.statements += 1
        with _told_apart():
            cursor = self._asked(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def stream(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of one statement, some at a time: for answers that need not fit in memory."""
        self.statements += 1
        with _told_apart():
            cursor = self._asked(sql, values)
        while True:
            with _told_apart():
                some = cursor.fetchmany(SOME)
            if not some:
                return
            yield from some

    def one(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Return the first column of the first row, or `None`."""
        with _told_apart():
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
        with _told_apart():
            self._db.execute(sql, values)

    def do_many(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Run one statement once for each set of values."""
        with _told_apart():
            self._db.executemany(sql, values)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Make several changes one: all are kept, or none.

        Raises:
            RegisterHeld: see the class.
        """
        self.let_go()
        with _sole(self._file) if self._file else nullcontext():
            try:
                with _told_apart():
                    self._begin()
                    yield
                    self._db.execute("COMMIT")
                    if self._file:
                        # no room: it is asked where it is, and made anew next time
                        with suppress(sqlite3.OperationalError):
                            _settle(self._db, self._file)
            except BaseException:
                self._roll_back()
                raise

    def hold(self) -> None:
        """From now on answer from one state, whatever others change, until `let_go`, a change or the end."""
        if self.lasting:
            with _told_apart():
                self._db.execute("BEGIN")
                self._held = True
                self._db.execute("SELECT 1 FROM meta").fetchone()

    def let_go(self) -> None:
        """Answer from the newest state again."""
        if self._held:
            self._held = False
            with _told_apart():
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
        with _told_apart():
            held = self._version() if self._held else None
            self.let_go()
            self._begin()
        try:
            if held not in (None, self._version()):
                raise RegisterHeld("changed by another program meanwhile")
            with _told_apart():
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
                raise _ours(error) from error
            raise
        self._db.execute("RELEASE attempt")

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Within a change, put very many rows into an empty register.

        Indexes are made once all rows are there: sorted, they cost a third of what they cost row by row.
        """
        kept = self._db.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        for name, _ in kept:
            self._db.execute(f'DROP INDEX "{name}"')
        yield
        for _, sql in kept:
            self._db.execute(sql)

    def close(self) -> None:
        """End it; what a killed program, or one that could not for readers, has left in SQLite's log is settled."""
        if self._file and has_rest(self._file):
            with suppress(RegisterHeld, RegisterDamaged), _told_apart(), _sole(self._file, patience=0):
                self.let_go()
                _settle(self._db, self._file)
        self._db.close()

    def copy_to(self, folder: Path) -> None:
        """Write a register of the same content into another folder, where there is room and none yet."""
        with suppress(sqlite3.Error, RegisterHeld, RegisterDamaged):
            self.let_go()
            self._db.execute("VACUUM INTO ?", (str(folder / REGISTER_FILE),))
            leave_whole(folder / REGISTER_FILE)

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
        self._db.executemany(
            "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, *columns) for number, (columns, _, _) in zip(numbers, files, strict=True)],
        )
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
            if table == RECIPIENT:
                self._db.executemany(*narrow(self.words, many))
                continue
            marks = ", ".join("?" * len(many[0]))
            self._db.executemany(f"INSERT INTO {table} VALUES ({marks})", many)  # noqa: S608 - names of our own tables

    # findings

    def add_findings(self, findings: Iterable[Finding], *, file: int | None = None, key: str | None = None) -> None:
        """Keep findings, without words, so that both languages can print them later."""
        self._db.executemany(
            "INSERT INTO finding VALUES (?, ?, ?, ?)", [(file, f.code, key, packed(f)) for f in findings]
        )

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


@contextmanager
def _told_apart() -> Iterator[None]:
    """SQLite's errors as ours: held by another program, or damaged."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _ours(error) from error
    except UnicodeDecodeError as error:
        raise RegisterDamaged(str(error)) from error


_HELD = frozenset(
    (
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
    )
)  # fmt: skip
"""What SQLite says where another program, the disk or a permission is in the way, and the file may be whole."""


def _ours(error: sqlite3.Error) -> RegisterHeld | RegisterDamaged:
    code = getattr(error, "sqlite_errorcode", None)
    is_held = code is not None and code & 0xFF in _HELD  # the other bits only say more of the same
    return RegisterHeld(str(error)) if is_held else RegisterDamaged(str(error))


def _whole(value: object) -> object:
    """Return a value that SQLite takes: halves of letters are spelt out."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


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
        with _told_apart():
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
        with _told_apart():
            with _sole(file):
                discard(file.parent)
            return _opened(file, program)
    except (OSError, RegisterHeld, RegisterDamaged):
        return in_memory(program)


def _opened(file: Path, program: str) -> Register:
    if is_whole(file):
        db = _connected(file)
        if _is_of(db, program):
            return Register(db, file)
        db.close()
    with _sole(file):
        if not is_whole(file):  # and nobody is changing it
            discard(file.parent)
        db = _connected(file)
        if not _is_of(db, program):
            _prepare(db, program)
            _settle(db, file)
    return Register(db, file)


def _connected(file: Path) -> sqlite3.Connection:
    db = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        # write-ahead: a killed program leaves the last whole state, and readers do not wait
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA wal_autocheckpoint = 0")  # `_settle` does that, and makes the mark
        db.execute(CACHE)
        db.executescript(TEMPORARY)
    except BaseException:
        db.close()
        raise
    return db


def _settle(db: sqlite3.Connection, file: Path) -> None:
    """Bring what was changed from SQLite's log into the file, as far as nobody reads an older state; make the mark."""
    db.execute("PRAGMA busy_timeout = 0")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    db.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
    leave_whole(file)


@contextmanager
def _sole(file: Path, *, patience: float | None = None) -> Iterator[None]:
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


def _is_of(db: sqlite3.Connection, program: str) -> bool:
    held = db.execute("SELECT name FROM sqlite_master WHERE name = 'meta'").fetchone()
    return bool(held) and db.execute("SELECT value FROM meta WHERE key = 'program'").fetchone() == (program,)


def _prepare(db: sqlite3.Connection, program: str) -> None:
    """Empty a register and make its tables, in one change."""
    old = db.execute(
        "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY type DESC"
    ).fetchall()
    dropped = "".join(f'DROP {kind} IF EXISTS "{name}";' for kind, name in old)
    db.executescript(f"BEGIN IMMEDIATE;{dropped}{TABLES}")
    db.execute("INSERT INTO meta VALUES ('program', ?)", (program,))
    db.execute("COMMIT")
