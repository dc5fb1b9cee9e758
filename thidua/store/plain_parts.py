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
_QUOTED_NEXT = "', "
_ACHIEVED = ", achievement: "

_SEPARATOR = "\x1f"
"""Stands between values: no text of a record holds it."""

_POST_FROM, _MERIT_FROM = 2, 2 + len(POST)
"""Where the values of parts begin among all of a row."""

_SHORT = 40
"""Up to how many letters what a part says is told as it is in the digest of a file; of more, a digest."""

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
        organisation: the id of the one that it names, or the empty text.
        is_rare: it says what few rows say.
    """

    __slots__ = ("is_rare", "organisation", "told", "values")

    def __init__(self, values: tuple[str, ...], organisation: str = "", *, is_rare: bool = False) -> None:
        self.values, self.organisation, self.is_rare = values, organisation, is_rare
        told = _SEPARATOR.join(values)
        self.told = told if len(told) <= _SHORT else f"\x1d{short_digest(told)}"


Row = tuple[Part, Part, Part]
"""Who, in which post, for what."""


class Rows(NamedTuple):
    """Some rows: for each who, in which post, for what."""

    who: Sequence[Part]
    posts: Sequence[Part]
    merits: Sequence[Part]


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
    _, unit, class_, sex, foreign, pupil, posthumous, person = values
    is_rare = any(values[len(USUAL_POST) :])
    if not (class_ in _CLASSES and sex in _SEXES):
        return None
    if is_rare and not (_YES_NO.issuperset((foreign, pupil, posthumous)) and (not person or is_record_id(person))):
        return None
    return Part(values, unit if is_slug(unit) else "", is_rare=is_rare)


def _made_merit(values: tuple[str, ...]) -> Part:
    return Part(values, is_rare=bool(values[1]))


@lru_cache(maxsize=4096)
def is_record_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and SLUG_PATH.fullmatch(text) is not None


_who, _posts, _merits = _Known(_made_who), _Known(_made_post), _Known(_made_merit)


class _Pieces(dict[str, "Part | None"]):
    """The parts of one kind by the text between the commas that stand around them."""

    def __init__(self, read: Callable[[str], Part | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, piece: str) -> Part | None:
        if len(self) > _MOST:
            self.clear()
        self[piece] = part = self._read(piece)
        if part is not None:
            _new.add(part)
        return part


def _who_in(piece: str) -> Part | None:
    field, _, value = piece.partition(": ")
    return _made_who((field, _bare(value))) if field in NAMES and _ONE.fullmatch(value) else None


def _post_in(piece: str) -> Part | None:
    found = _POST.fullmatch(_NEXT_FIELD + piece if piece else "")
    return _made_post(unquoted(found.groups(""))) if found else None


def _merit_in(piece: str) -> Part | None:
    found = _MERIT.fullmatch(_ACHIEVED + piece if piece else "")
    return _made_merit(unquoted(found.groups(""))) if found else None


_pieces = _Pieces(_who_in), _Pieces(_post_in), _Pieces(_merit_in)


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in ("'", '"') else value


def unquoted(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return values without the quotes around them; joined, it is seen at once that most have none."""
    joined = "".join(values)
    return tuple(map(_bare, values)) if "'" in joined or '"' in joined else values


def rows_in(texts: list[str]) -> Rows | None:
    """Return rows that are written in canonical form; `None` where one is not plain enough to tell.

    They are cut where nearly all have a comma between parts: a cut in a wrong place gives a piece that is no part. No line
    of Python is run for each row.

    Args:
        texts: what stands between the braces of each.
    """
    by_who, by_post, by_merit = _pieces
    cut = list(map(str.partition, texts, repeat(_ACHIEVED)))
    before, marks, merits_told = zip(*cut, strict=True)
    names, commas, posts_told = zip(*map(str.partition, before, repeat(_NEXT_FIELD)), strict=True)
    if commas.count("") != posts_told.count("") or marks.count("") != merits_told.count(""):
        return None  # something ends with nothing
    who = list(map(by_who.__getitem__, names))
    posts = list(map(by_post.__getitem__, posts_told))
    merits = list(map(by_merit.__getitem__, merits_told))
    if not (all(who) and all(posts) and all(merits)):
        for place, parts in enumerate(zip(who, posts, merits, strict=True)):
            if None in parts:
                whole = _quoted_row_in(*cut[place]) or _row_in(texts[place])
                if whole is None:
                    return None
                who[place], posts[place], merits[place] = whole
    return Rows(who, posts, merits)  # type: ignore[arg-type] # none is left that is `None`


def _quoted_row_in(before: str, mark: str, merit: str) -> Row | None:
    """Read one row whose name is in quotes, as it is if there is a comma in it."""
    name, end, post = before.partition(_QUOTED_NEXT)
    by_who, by_post, by_merit = _pieces
    parts = by_who[name + end[:1]], by_post[post], by_merit[merit]
    return parts if None not in parts and bool(end) == bool(post) and bool(mark) == bool(merit) else None  # type: ignore[return-value]


def _row_in(text: str) -> Row | None:
    """Read one row as a whole: no comma in it need be where a part ends."""
    found = _ROW.fullmatch(text)
    if found is None:
        return None
    values = unquoted(found.groups(""))
    row = row_of(values[:_POST_FROM], values[_POST_FROM:_MERIT_FROM], values[_MERIT_FROM:])
    if row is None or not _odd.isdisjoint(row):
        return None
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
