"""The parts of the rows of plain decisions: who, in which post, for what.

A hundred thousand rows say a few thousand things about posts and some ten thousand names, in few words about merit. Each such
part is read, looked at and told apart from all others once; a row is then three parts that are known already.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import repeat
from typing import TYPE_CHECKING, Final, NamedTuple

from thidua.model.lists import PersonClass, Sex, YesNo
from thidua.store.digest import short_digest
from thidua.store.paths import SLUG_PATH, is_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

NAMES: Final = ("name", "collective", "enterprise", "household", "people")
"""The fields that name a recipient; a row has one of them."""

USUAL_POST: Final = ("position", "unit", "class", "sex")
RARE_POST: Final = ("foreign", "pupil", "posthumous", "person")
POST: Final = (*USUAL_POST, *RARE_POST)
MERIT: Final = ("achievement", "different_from_namesake")
OTHERS: Final = (*POST, *MERIT)
"""The other fields of a row, in the order of the model."""

LONGEST_ID: Final = 200
"""How many characters an id has at most, as `model.base` says: to load that is to load all that models are made of."""

# Spaces stand alone between words, and nothing in a word means anything to YAML: such a value is the same text for every
# reader. Possessive, so that no text is ever walked twice.
WORD: Final = r"[^ \n,:?\[\]{}#\"'&*!|>%@`\\]"
QUOTED: Final = r"'[^'\n]+'|\"[^\"\\\n]+\""
_VALUE = rf"[^\W_]{WORD}*+(?: {WORD}++)*+|{QUOTED}"


def _fields(names: Iterable[str]) -> str:
    return "".join(rf"(?:, {name}: ({_VALUE}))?+" for name in names)


_ONE = re.compile(_VALUE)
_POST = re.compile(_fields(POST))
_MERIT = re.compile(_fields(MERIT))
_ROW = re.compile(rf"({'|'.join(NAMES)}): ({_VALUE})" + _fields(OTHERS))
_NEXT_FIELD = ", "
_ACHIEVED = ", achievement: "
_NEXT_IN_BYTES, _QUOTED_NEXT, _ACHIEVED_IN_BYTES = b", ", b"', ", b", achievement: "

_SEPARATOR = "\x1f"
"""Stands between values: no text of a record holds it."""

_POST_FROM, _MERIT_FROM = 2, 2 + len(POST)
"""Where the values of parts begin among all of a row."""

_SHORT = 60
"""Up to how many bytes what a part says is told as it is in the digest of a file; of more, a digest."""

_AT_ONCE = 256
"""How many rows are cut together: enough that what is done once for all costs little, few enough for a processor's cache."""

_MOST = 1 << 17
"""How many parts of one kind are remembered."""

_ORGANISATIONS: Final = frozenset(("collective", "enterprise"))
_CLASSES, _SEXES, _YES_NO = frozenset(("", *PersonClass)), frozenset(("", *Sex)), frozenset(("", *YesNo))


class Part:
    """What one part of a row says. It is itself alone: two parts are the same only if they are one.

    Attributes:
        values: of the field that names the recipient, and its name; or of `POST`; or of `MERIT`. What is not given is the
            empty text; quotes are taken off.
        told: what a digest tells of it: equal for equal values, and for no others.
        is_rare: it says what few rows say.
    """

    __slots__ = ("is_rare", "told", "values")

    def __init__(self, values: tuple[str, ...], *, is_rare: bool = False) -> None:
        self.values, self.is_rare = values, is_rare
        told = _SEPARATOR.join(values).encode("utf-8", "surrogatepass")
        self.told = told if len(told) <= _SHORT else b"\x1d" + short_digest(told).encode()


Row = tuple[Part, Part, Part]
"""Who, in which post, for what."""


class Rows(NamedTuple):
    """Some rows: for each who, in which post, for what."""

    who: Sequence[Part]
    posts: Sequence[Part]
    merits: Sequence[Part]


class Read(NamedTuple):
    """Some rows as they were read: `None` for each part of one that is not plain enough to tell."""

    who: list[Part | None]
    posts: list[Part | None]
    merits: list[Part | None]


class _Known(dict[tuple[str, ...], "Part | None"]):
    """The parts of one kind by their values; `None` for values that no plain row has."""

    def __init__(self, made: Callable[[tuple[str, ...]], Part | None]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, values: tuple[str, ...]) -> Part | None:
        if len(self) > _MOST:
            self.clear()
        self[values] = part = self._made(values)
        return part


_new: set[Part] = set()
"""Parts that were read in a text and whose values may not have been looked at yet."""

_odd: set[Part] = set()
"""Parts of which a check of bare text may have something to say: a text that has them is read strictly."""


def _made_who(values: tuple[str, ...]) -> Part | None:
    """Make a part unless the people of a place are written as an id: a row of the register would name that organisation."""
    field, name = values
    if field == "people" and is_slug(name):
        return None
    return Part(values)


def _made_post(values: tuple[str, ...]) -> Part | None:
    """Make a part unless a value is not on its closed list, or no id of a person: then the models have something to say."""
    _, _, class_, sex, foreign, pupil, posthumous, person = values
    is_rare = any(values[len(USUAL_POST) :])
    if not (class_ in _CLASSES and sex in _SEXES):
        return None
    if is_rare and not (_YES_NO.issuperset((foreign, pupil, posthumous)) and (not person or is_record_id(person))):
        return None
    return Part(values, is_rare=is_rare)


def _made_merit(values: tuple[str, ...]) -> Part:
    return Part(values, is_rare=bool(values[1]))


@lru_cache(maxsize=4096)
def is_record_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and SLUG_PATH.fullmatch(text) is not None


_who, _posts, _merits = _Known(_made_who), _Known(_made_post), _Known(_made_merit)


class _Pieces(dict[bytes, "Part | None"]):
    """The parts of one kind by what stands between the commas around them, as it is in files."""

    def __init__(self, read: Callable[[str], Part | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, piece: bytes) -> Part | None:
        if len(self) > _MOST:
            self.clear()
        try:
            part = self._read(piece.decode())
        except UnicodeDecodeError:
            part = None
        self[piece] = part
        if part is not None:
            _new.add(part)
        return part


def _who_in(piece: str) -> Part | None:
    field, _, value = piece.partition(": ")
    return _made_who((field, bare(value))) if field in NAMES and _ONE.fullmatch(value) else None


def _post_in(piece: str) -> Part | None:
    found = _POST.fullmatch(_NEXT_FIELD + piece if piece else "")
    return _made_post(unquoted(found.groups(""))) if found else None


def _merit_in(piece: str) -> Part | None:
    found = _MERIT.fullmatch(_ACHIEVED + piece if piece else "")
    return _made_merit(unquoted(found.groups(""))) if found else None


_pieces = _Pieces(_who_in), _Pieces(_post_in), _Pieces(_merit_in)


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
    by_who, by_post, by_merit = _pieces
    before, marks, told_merits = zip(*map(bytes.partition, rows, repeat(_ACHIEVED_IN_BYTES)), strict=True)
    names, commas, told_posts = map(list, zip(*map(bytes.partition, before, repeat(_NEXT_IN_BYTES)), strict=True))
    end_with_nothing = commas.count(b"") != told_posts.count(b"") or marks.count(b"") != told_merits.count(b"")
    who = list(map(by_who.__getitem__, names))
    if not all(who):
        for place, one in enumerate(who):
            if one is None:
                who[place], told_posts[place] = _cut_after_quotes(before[place])
    posts = list(map(by_post.__getitem__, told_posts))
    merits = list(map(by_merit.__getitem__, told_merits))
    if end_with_nothing or not (all(who) and all(posts) and all(merits)):
        for place, parts in enumerate(zip(who, posts, merits, strict=True)):
            if end_with_nothing or None in parts:
                who[place], posts[place], merits[place] = _row_in(rows[place])
    return Read(who, posts, merits)


def _cut_after_quotes(before: bytes) -> tuple[Part | None, bytes]:
    """Return who, and what stands after it, where the name is in quotes: there may be a comma in it."""
    name, end, post = before.partition(_QUOTED_NEXT)
    return (_pieces[0][name + end[:1]] if bool(end) == bool(post) else None), post


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


def row_of(who: tuple[str, ...], post: tuple[str, ...], merit: tuple[str, ...]) -> Row | None:
    """Return a row by the values of its parts; `None` where the models have something to say to one of them."""
    parts = _who[who], _posts[post], _merits[merit]
    return None if None in parts else parts  # type: ignore[return-value]


def look_at_new(is_ordinary: Callable[[str], bool]) -> set[Part]:
    """Look at the text of parts that are new; return those that are not ordinary, which no text is read with from now on.

    Args:
        is_ordinary: whether no check of bare text has anything to say about some lines.
    """
    odd: set[Part] = set()
    if not is_ordinary("\n".join(["\n".join(part.values) for part in _new])):
        odd = {part for part in _new if not is_ordinary("\n".join(part.values))}
        _odd.update(odd)
        for pieces in _pieces:
            pieces.update({piece: None for piece, part in pieces.items() if part in odd})
    _new.clear()
    return odd
