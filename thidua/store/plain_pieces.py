"""Rows of plain decisions in canonical form → their parts: cut at commas, many rows at once."""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING, Final, NamedTuple

from thidua.store.plain_parts import MERIT, MOST, NAMES, OTHERS, POST, made_merit, made_post, made_who, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from thidua.store.plain_parts import Part, Row

# Spaces stand alone between words, and nothing in a word means anything to YAML: such a value is the same text for every
# reader. Possessive, so that no text is ever walked twice.
WORD: Final = r"[^ \n,:?\[\]{}#\"'&*!|>%@`\\]"
QUOTED: Final = r"'[^'\n]+'|\"[^\"\\\n]+\""
_VALUE = rf"[^\W_]{WORD}*+(?: {WORD}++)*+|{QUOTED}"
_NAME = rf"({'|'.join(NAMES)}): ({_VALUE})"


def _fields(names: Iterable[str]) -> str:
    return "".join(rf"(?:, {name}: ({_VALUE}))?+" for name in names)


_ROW = re.compile(_NAME + _fields(OTHERS))
_NEXT_FIELD, _QUOTED_NEXT, _ACHIEVED = b", ", b"', ", b", achievement: "

_POST_FROM, _MERIT_FROM = 2, 2 + len(POST)
"""Where the values of parts begin among all of a row."""

_AT_ONCE = 256
"""How many rows are cut together: enough that what is done once for all costs little, few enough for a processor's cache."""

_new: set[Part] = set()
"""Parts that were read in a text and whose values may not have been looked at yet."""

_odd: set[Part] = set()
"""Parts of which a check of bare text may have something to say: a text that has them is read strictly."""


class Read(NamedTuple):
    """Some rows as they were read: `None` for each part of one that is not plain enough to tell."""

    who: list[Part | None]
    posts: list[Part | None]
    merits: list[Part | None]


class _Pieces(dict[bytes, "Part | None"]):
    """The parts of one kind by what stands between the commas around them, as it is in files; `None` for what is no part.

    Args:
        pattern: of a part, with a group for each of its values.
        before: what the pattern has and a piece has not.
        made: makes a part of its values.
    """

    def __init__(self, pattern: str, before: bytes, made: Callable[[tuple[str, ...]], Part | None]) -> None:
        super().__init__()
        self._pattern = re.compile(
            rf"^(?:{pattern}$|[^\n]*+)", re.MULTILINE
        )  # of a line that is no part all groups are empty
        self._before, self._made = before, made

    def parts(self, pieces: Sequence[bytes]) -> list[Part | None]:
        """Return the part that each piece is."""
        found = list(map(self.get, pieces))
        if not all(found):
            unknown = [place for place, part in enumerate(found) if part is None]
            if len(self) > MOST:
                self.clear()
            self._read({piece for place in unknown if (piece := pieces[place]) not in self})
            for place in unknown:
                found[place] = self[pieces[place]]
        return found

    def _read(self, new: set[bytes]) -> None:
        """Read pieces together, each on a line: many are met but once, and to match one by itself costs three times as much."""
        pieces = list(new)
        try:
            lines = b"\n".join([self._before + piece if piece else b"" for piece in pieces]).decode()
        except UnicodeDecodeError:
            lines = ""
        found = self._pattern.findall(lines) if new else []
        if len(found) != len(pieces):  # one is no text, or more than a line
            if len(pieces) > 1:
                for piece in pieces:
                    self._read({piece})
                return
            found = [()]
        is_quoted = "'" in lines or '"' in lines
        for piece, values in zip(pieces, found, strict=True):
            is_part = not piece or any(values)
            plain = unquoted(values) if is_quoted else values
            self[piece] = part = self._made(plain) if is_part and values else None
            if part is not None:
                _new.add(part)


_names = _Pieces(_NAME, b"", made_who)
_posts = _Pieces(_fields(POST), _NEXT_FIELD, made_post)
_merits = _Pieces(_fields(MERIT), _ACHIEVED, made_merit)


def bare(value: str) -> str:
    """Return a value without the quotes around it."""
    return value[1:-1] if value[:1] in ("'", '"') else value


def unquoted(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return values without the quotes around them; joined, it is seen at once that most have none."""
    joined = "".join(values)
    return tuple(map(bare, values)) if "'" in joined or '"' in joined else values


def rows_in(rows: list[bytes]) -> Read:
    """Read rows that are written in canonical form; `None` for each part of one that is not plain enough to tell.

    They are cut where nearly all have a comma between parts: a cut in a wrong place gives a piece that is no part. No line
    of Python is run for each row.

    Args:
        rows: what stands between the braces of each, as it is in files.
    """
    found = Read([], [], [])
    for start in range(0, len(rows), _AT_ONCE):
        for all_of_a_kind, some in zip(found, _read(rows[start : start + _AT_ONCE]), strict=True):
            all_of_a_kind += some
    return found


def _read(rows: list[bytes]) -> Read:
    before, marks, merits_told = zip(*map(bytes.partition, rows, repeat(_ACHIEVED)), strict=True)
    names, commas, posts_told = map(list, zip(*map(bytes.partition, before, repeat(_NEXT_FIELD)), strict=True))
    end_with_nothing = commas.count(b"") != posts_told.count(b"") or marks.count(b"") != merits_told.count(b"")
    who = _names.parts(names)
    if not all(who):
        _cut_after_quotes(before, posts_told, who)
    posts, merits = _posts.parts(posts_told), _merits.parts(merits_told)
    if end_with_nothing or not (all(who) and all(posts) and all(merits)):
        for place, parts in enumerate(zip(who, posts, merits, strict=True)):
            if end_with_nothing or None in parts:
                who[place], posts[place], merits[place] = _row_in(rows[place])
    return Read(who, posts, merits)


def _cut_after_quotes(before: Sequence[bytes], posts_told: list[bytes], who: list[Part | None]) -> None:
    """Cut rows anew of which nobody is known: where the name is in quotes, there may be a comma in it."""
    unknown = [place for place, one in enumerate(who) if one is None]
    names = []
    for place in unknown:
        name, end, posts_told[place] = before[place].partition(_QUOTED_NEXT)
        names.append(name + end[:1] if bool(end) == bool(posts_told[place]) else b"")
    for place, one in zip(unknown, _names.parts(names), strict=True):
        who[place] = one


def _row_in(data: bytes) -> Row | tuple[None, None, None]:
    """Read one row as a whole: no comma in it need be where a part ends."""
    try:
        found = _ROW.fullmatch(data.decode())
    except UnicodeDecodeError:
        found = None
    values = unquoted(found.groups("")) if found else ()
    row = row_of(values[:_POST_FROM], values[_POST_FROM:_MERIT_FROM], values[_MERIT_FROM:]) if values else None
    if row is None or not _odd.isdisjoint(row):
        return None, None, None
    _new.update(row)
    return row


def look_at_new(is_ordinary: Callable[[str], bool]) -> set[Part]:
    """Look at the text of parts that are new; return those that are not ordinary, which no text is read with from now on.

    Args:
        is_ordinary: whether no check of bare text has anything to say about some lines.
    """
    odd: set[Part] = set()
    if not is_ordinary("\n".join(["\n".join(part.values) for part in _new])):
        odd = {part for part in _new if not is_ordinary("\n".join(part.values))}
        _odd.update(odd)
        for pieces in (_names, _posts, _merits):
            pieces.update({piece: None for piece, part in pieces.items() if part in odd})
    _new.clear()
    return odd
