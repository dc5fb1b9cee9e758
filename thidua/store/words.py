"""Texts of recipients as numbers, so that each text is written and indexed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.store.recipient_key import recipient_key
from thidua.vietnamese.text import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

RECIPIENT: Final = "recipient"
"""The table of recipients; its rows are made with texts, and kept with their numbers."""

NONE: Final = 0
"""The number in place of a text that is not given: a number is bound to a statement eight times faster than `None`."""

PLACED: Final = ("file", "place", "grp", "row", "line")
USUAL: Final = ("award", "kind", "name", "unit", "position", "class", "sex")
RARE: Final = ("own_name", "method", "is_foreign", "pupil", "posthumous", "person", "apart")
"""Columns that few rows fill; what a statement leaves out is `NONE`."""

_FEW = 400
"""Up to how many texts are asked for one by one; for more, all words are read at once."""


class Words:
    """The words of the register, and those of them that are known here."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection
        self.forget()

    def forget(self) -> None:
        """Know nothing any more: what was added was undone, or others may have changed the register."""
        self._known: dict[str | None, int] = {None: NONE, "": NONE}
        self._knows_all = False

    def numbers(self, texts: Iterable[str | None]) -> dict[str | None, int]:
        """Return the numbers of all words known here, after adding those of `texts` that are new."""
        missing = set(texts).difference(self._known)
        if missing:
            self._look_up(missing)
            self._add([text for text in missing if text is not None and text not in self._known])
        return self._known

    def _look_up(self, missing: set[str | None]) -> None:
        if self._knows_all:
            return
        if len(missing) > _FEW:
            self._known.update(self._db.execute("SELECT text, id FROM word"))
            self._knows_all = True
            return
        for text in missing:
            found = self._db.execute("SELECT id FROM word WHERE text = ?", (text,)).fetchone()
            if found:
                self._known[text] = found[0]

    def _add(self, new: list[str]) -> None:
        last = self._db.execute("SELECT max(id) FROM word").fetchone()[0] or NONE
        new.sort()  # the same records give the same register
        self._db.executemany(
            "INSERT INTO word VALUES (?, ?, ?, ?)",
            [(number, str(text), recipient_key(text), fold(text)) for number, text in enumerate(new, last + 1)],
        )
        self._known.update(zip(new, range(last + 1, last + 1 + len(new)), strict=True))


def insertion(columns: Sequence[str]) -> str:
    """Return the statement that adds recipients, of which these columns are given."""
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {RECIPIENT} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of our own columns


def narrow(words: Words, rows: list[tuple[Any, ...]]) -> tuple[str, list[tuple[int, ...]]]:
    """Return the statement that adds rows of recipients with texts, and what it binds for each row."""
    first = len(PLACED)
    number = words.numbers({text for row in rows for text in row[first:]})
    narrowed = [(*row[:first], *(number[text] for text in row[first:])) for row in rows]
    return insertion((*PLACED, *USUAL, *RARE)), narrowed
