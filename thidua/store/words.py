"""Texts of recipients as numbers, so that each text is written and indexed once."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from thidua.store.recipient_key import recipient_keys
from thidua.vietnamese.text import folds, words_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

RECIPIENT: Final = "recipient"
"""The table of recipients; its rows are made with texts, and kept with their numbers."""

NONE: Final = 0
"""The number in place of a text that is not given: a number is bound to a statement eight times faster than `None`."""

PLACED: Final = ("file", "place", "grp", "row", "line")
USUAL: Final = ("award", "kind", "name", "unit", "position", "class", "sex")
RARE: Final = ("own_name", "method", "is_foreign", "pupil", "posthumous", "person", "apart")
"""Columns that few rows fill; what a statement leaves out is `NONE`."""

INDIVIDUAL: Final = "coalesce((SELECT id FROM word WHERE text = 'ca-nhan'), -1)"
"""In SQL: the number of the kind that individuals have; that of no row where there are none."""

_FEW = 64
"""Up to how many rows have their words asked for one by one; for more, all words are read at once."""


class Words(dict[str | None, int]):
    """The numbers of words, by their texts; a text that is asked for and is no word yet becomes one.

    As a dictionary that fills itself it is read by `map` without a line of Python for each row.

    Attributes:
        of_parts: what `plain_rows` has made of these numbers; kept here, since it is forgotten with them.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self._db = connection
        self._has_index = True
        self.forget()

    def forget(self) -> None:
        """Know nothing any more: what was added was undone, or others may have changed the register."""
        self.clear()
        self.of_parts: Any = None
        self[None] = self[""] = NONE
        self._knows_all = False
        self._new: list[tuple[int, str]] = []
        self._last = -1

    def prepare(self, rows: int) -> None:
        """Make ready for the words of so many rows."""
        if (rows > _FEW or not self._has_index) and not self._knows_all:
            self.update(self._db.execute("SELECT text, id FROM word"))
            self.update({text: number for number, text in self._new})
            self._knows_all = True

    @contextmanager
    def without_index(self) -> Iterator[None]:
        """Look no word up by itself: for now the register has no index of them."""
        self._has_index = False
        try:
            yield
        finally:
            self._has_index = True

    def __missing__(self, text: str) -> int:
        found = None if self._knows_all else self._db.execute("SELECT id FROM word WHERE text = ?", (text,)).fetchone()
        if found is not None:
            self[text] = number = int(found[0])
            return number
        if self._last < 0:
            self._last = self._db.execute("SELECT max(id) FROM word").fetchone()[0] or NONE
        self._last += 1
        self._new.append((self._last, str(text)))
        self[text] = self._last
        return self._last

    def keep(self) -> None:
        """Put new words into the register."""
        from thidua.store.insertion import insert  # only what writes needs it

        texts = [text for _, text in self._new]
        words = words_of(texts)
        keys = zip(self._new, recipient_keys(texts, words), folds(texts, words), strict=True)
        insert(self._db, "word", 4, [value for (number, text), *both in keys for value in (number, text, *both)])
        self._new.clear()


def into(columns: Sequence[str]) -> str:
    """Return where recipients are added of which these columns are given."""
    return f"{RECIPIENT} ({', '.join(columns)})"


def narrow(words: Words, rows: list[tuple[Any, ...]]) -> tuple[str, list[tuple[int, ...]]]:
    """Return where rows of recipients with texts are added, and what of each."""
    first = len(PLACED)
    words.prepare(len(rows))
    narrowed = [(*row[:first], *(words[text] for text in row[first:])) for row in rows]
    words.keep()
    return into((*PLACED, *USUAL, *RARE)), narrowed
