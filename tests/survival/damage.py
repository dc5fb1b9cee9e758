"""What can befall a register: each takes its folder and a source of chance, and damages what is there."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from thidua.store.register_file import REGISTER_FILE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from random import Random

    Damage = Callable[[Path, Random], None]

PAGE = 4096


def _registers(folder: Path) -> list[Path]:
    """The register, and that of the commit that work is compared with."""
    return [folder / REGISTER_FILE, folder / "base" / REGISTER_FILE]


def gone(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.unlink()


def without_mark(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.with_name(f"{REGISTER_FILE}.whole").unlink()


def odd_mark(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.with_name(f"{REGISTER_FILE}.whole").write_bytes(
            chance.choice((b"", b"\xff", b"1", b"1 2 3", chance.randbytes(40)))
        )


def empty(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.write_bytes(b"")


def cut_off(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        data = file.read_bytes()
        file.write_bytes(data[: chance.randrange(1, len(data))])


def cut_off_between_pages(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        data = file.read_bytes()
        file.write_bytes(data[: PAGE * chance.randrange(1, len(data) // PAGE)])


def longer(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.write_bytes(file.read_bytes() + chance.randbytes(chance.randrange(1, 2 * PAGE)))


def a_byte(folder: Path, chance: Random) -> None:
    _bytes(folder, chance, 1)


def some_bytes(folder: Path, chance: Random) -> None:
    _bytes(folder, chance, chance.randrange(2, 2000))


def _bytes(folder: Path, chance: Random, many: int) -> None:
    for file in _registers(folder):
        data = bytearray(file.read_bytes())
        for _ in range(many):
            data[chance.randrange(len(data))] ^= chance.randrange(1, 256)
        file.write_bytes(data)


def a_page_of_zeros(folder: Path, chance: Random) -> None:
    _page(folder, chance, lambda _: bytes(PAGE))


def a_page_of_another(folder: Path, chance: Random) -> None:
    _page(folder, chance, lambda data: bytes(data[(at := PAGE * chance.randrange(len(data) // PAGE)) : at + PAGE]))


def _page(folder: Path, chance: Random, other: Callable[[bytearray], bytes]) -> None:
    for file in _registers(folder):
        data = bytearray(file.read_bytes())
        at = PAGE * chance.randrange(len(data) // PAGE)
        data[at : at + PAGE] = other(data)
        file.write_bytes(data)


def a_letter(folder: Path, chance: Random) -> None:
    """SQLite has nothing to complain of: a name is another one."""
    for file in _registers(folder):
        data = file.read_bytes()
        old = chance.choice(("Bình", "Mẫu", "Hai", "phong-mot", "5/QĐ")).encode()
        file.write_bytes(data.replace(old, old[:-1] + b"x"))


def garbage(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.write_bytes(chance.randbytes(chance.randrange(1, 9000)))


def text(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.write_bytes(b"not a register\n")


def a_folder(folder: Path, chance: Random) -> None:
    gone(folder, chance)
    for file in _registers(folder):
        file.mkdir()


def a_full_folder(folder: Path, chance: Random) -> None:
    a_folder(folder, chance)
    for file in _registers(folder):
        (file / "x").write_text("x")


def a_link(folder: Path, chance: Random) -> None:
    """A link to somebody's own table, which is not to be touched."""
    gone(folder, chance)
    other = folder.parents[2] / "other.sqlite"
    with closing(sqlite3.connect(other)) as db, db:
        db.execute("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
    for file in _registers(folder):
        file.symlink_to(other)


def a_link_to_nothing(folder: Path, chance: Random) -> None:
    gone(folder, chance)
    for file in _registers(folder):
        file.symlink_to(folder / "nowhere" / "x")


def a_link_to_itself(folder: Path, chance: Random) -> None:
    gone(folder, chance)
    for file in _registers(folder):
        file.symlink_to(file)


def a_log_of_garbage(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.with_name(f"{REGISTER_FILE}-wal").write_bytes(chance.randbytes(chance.randrange(1, 90000)))


def shared_memory_of_garbage(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.with_name(f"{REGISTER_FILE}-shm").write_bytes(chance.randbytes(32768))


def a_journal_of_garbage(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.with_name(f"{REGISTER_FILE}-journal").write_bytes(chance.randbytes(chance.randrange(1, 9000)))


def no_log(folder: Path, chance: Random) -> None:
    """SQLite can make no log, as on a disk that takes none."""
    for file in _registers(folder):
        file.with_name(f"{REGISTER_FILE}-wal").mkdir()


def no_shared_memory(folder: Path, chance: Random) -> None:
    """SQLite cannot share memory with other programs, as on a disk in the network."""
    for file in _registers(folder):
        shared = file.with_name(f"{REGISTER_FILE}-shm")
        shared.mkdir()
        (shared / "x").write_text("x")


def no_lock(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        file.with_name("register.lock").unlink(missing_ok=True)
        file.with_name("register.lock").mkdir()


def another_program(folder: Path, chance: Random) -> None:
    _changed(folder, "UPDATE meta SET value = 'another' WHERE key = 'program'", "DELETE FROM finding")


def no_program(folder: Path, chance: Random) -> None:
    _changed(folder, "DELETE FROM meta")


def a_table_less(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        with closing(sqlite3.connect(file)) as db, db:
            names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            db.execute(f'DROP TABLE "{chance.choice(sorted(names))}"')


def other_columns(folder: Path, chance: Random) -> None:
    for file in _registers(folder):
        with closing(sqlite3.connect(file)) as db, db:
            table, column = chance.choice(
                (("file", "blob"), ("word", "text"), ("meta", "value"), ("finding", "content"))
            )
            db.execute("PRAGMA legacy_alter_table = ON")
            db.execute(f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO khac')


def no_values(folder: Path, chance: Random) -> None:
    """Columns that may be empty now are, where they may not be."""
    for file in _registers(folder):
        with closing(sqlite3.connect(file)) as db, db:
            db.execute("PRAGMA writable_schema = ON")
            db.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'")
        with closing(sqlite3.connect(file)) as db, db:
            for table, column in (("file", "folder"), ("word", "text"), ("finding", "code"), ("organisation", "name")):
                db.execute(f'UPDATE "{table}" SET "{column}" = NULL')


def other_types(folder: Path, chance: Random) -> None:
    _changed(
        folder,
        "UPDATE word SET text = CAST(text AS BLOB)",
        "UPDATE organisation SET name = 7",
        "UPDATE file SET mtime = 'x', size = 'y'",
    )


def rows_less(folder: Path, chance: Random) -> None:
    _changed(
        folder, *(f"DELETE FROM {table} WHERE file % 2" for table in ("name", "recipient", "reference", "organisation"))
    )


def files_less(folder: Path, chance: Random) -> None:
    """Their rows stay: who reads the files again has them twice."""
    _changed(folder, "DELETE FROM file WHERE rowid % 2")


def _changed(folder: Path, *statements: str) -> None:
    for file in _registers(folder):
        with closing(sqlite3.connect(file)) as db, db:
            for statement in statements:
                db.execute(statement)


def all_gone(folder: Path, chance: Random) -> None:
    shutil.rmtree(folder)


def a_file_for_the_folder(folder: Path, chance: Random) -> None:
    """As on a disk that takes nothing: no register can be kept, and nobody can lock."""
    shutil.rmtree(folder)
    folder.write_text("a file where the folder should be", "utf-8")


def a_base_of_its_own(folder: Path, chance: Random) -> None:
    shutil.rmtree(folder / "base")
    (folder / "base").write_text("a file where the folder should be", "utf-8")


DAMAGES: tuple[Damage, ...] = (
    gone, without_mark, odd_mark, empty, cut_off, cut_off_between_pages, longer, a_byte, some_bytes,
    a_page_of_zeros, a_page_of_another, a_letter, garbage, text, a_folder, a_full_folder, a_link,
    a_link_to_nothing, a_link_to_itself, a_log_of_garbage, shared_memory_of_garbage, a_journal_of_garbage,
    no_log, no_shared_memory, no_lock, another_program, no_program, a_table_less, other_columns, no_values,
    other_types, rows_less, files_less, all_gone, a_base_of_its_own,
)  # fmt: skip
