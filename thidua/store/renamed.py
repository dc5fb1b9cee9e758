"""What has to be known of the files before a record is called otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.references import mentions
from thidua.store.same_id import OF_SAME_ID, same_id

if TYPE_CHECKING:
    from thidua.store.register import Register

SAID_OTHERWISE = ("corrections", "revocations", "waivers")
"""Kinds that speak of rows and files in words that no reference shows."""

_MENTIONS = mentions("one")
_TIMES = f"WITH one (folder, target) AS (SELECT ?, ?) SELECT sum(times) FROM ({_MENTIONS})"  # noqa: S608 - our own


def files_that_name(register: Register, folder: str, id_: str) -> list[str]:
    """Return the paths of the records that name another, and of those whose words may.

    What a decision says that was corrected may stand in no reference any more, and stands in its file.
    """
    marks = ", ".join("?" * len(SAID_OTHERWISE))
    found = register.ask(
        f"""WITH one (folder, target) AS (SELECT ?, ?)
           SELECT path FROM file WHERE readable AND (
             id IN (SELECT file FROM ({_MENTIONS})) OR folder IN ({marks})
             OR folder = 'awards' AND record IN (
               SELECT target FROM reference JOIN file AS paper ON paper.id = reference.file
               WHERE reference.folder = 'awards' AND paper.folder = 'corrections'))
           ORDER BY path""",  # noqa: S608 - marks only
        (folder, id_, *SAID_OTHERWISE),
    )
    return [str(path) for (path,) in found]


def files_of_id(register: Register, folder: str, id_: str) -> list[str]:
    """Return the paths of the files of a kind that have an id."""
    found = register.ask("SELECT path FROM file WHERE folder = ? AND record = ? ORDER BY path", (folder, id_))
    return [str(path) for (path,) in found]


def files_below(register: Register, folder: str, id_: str) -> list[str]:
    """Return the paths of the files of a kind that have an id below any year."""
    found = register.ask(
        "SELECT path FROM file WHERE folder = ? AND substr(record, instr(record, '/') + 1) = ? ORDER BY path",
        (folder, id_),
    )
    return [str(path) for (path,) in found]


def files_not_read(register: Register) -> list[str]:
    """Return the paths of records that could not be read."""
    return [str(path) for (path,) in register.ask("SELECT path FROM file WHERE NOT readable ORDER BY path")]


def is_taken(register: Register, folder: str, id_: str) -> str | None:
    """Return the file that has an id, the empty text if the law's catalogue has it, or `None`."""
    one = OF_SAME_ID.format(folder="?1", record="?2")
    found = register.one(f"SELECT path FROM file WHERE id IN ({one}) ORDER BY path", same_id(folder, id_))  # noqa: S608 - our own
    if found is None and folder == "catalogue":
        found = register.one("SELECT '' FROM catalogue WHERE id = ?", (id_,))
    return None if found is None else str(found)


def times_named(register: Register, folder: str, id_: str) -> int:
    """Return how often records name an id, whether it is there or not."""
    return int(register.one(_TIMES, (folder, id_)) or 0)
