"""The parts of the rows of plain decisions: who, in which post, for what.

A hundred thousand rows say a few thousand things about posts and some ten thousand names, in few words about merit. Each such
part is read, looked at and told apart from all others once; a row is then three parts that are known already.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from thidua.model.lists import PersonClass, Sex, YesNo
from thidua.store.digest import short_digest
from thidua.store.paths import SLUG_PATH, is_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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

MOST: Final = 1 << 17
"""How many parts of one kind are remembered."""

_SEPARATOR = "\x1f"
"""Stands between values: no text of a record holds it."""

_SHORT = 60
"""Up to how many bytes what a part says is told as it is in the digest of a file; of more, a digest."""

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


class _Known(dict[tuple[str, ...], "Part | None"]):
    """The parts of one kind by their values; `None` for values that no plain row has."""

    def __init__(self, made: Callable[[tuple[str, ...]], Part | None]) -> None:
        super().__init__()
        self._made = made

    def __missing__(self, values: tuple[str, ...]) -> Part | None:
        if len(self) > MOST:
            self.clear()
        self[values] = part = self._made(values)
        return part


def made_who(values: tuple[str, ...]) -> Part | None:
    """Make a part unless nobody is named, or the people of a place as an id: the register would take that organisation for them."""
    field, name = values
    return None if not field or (field == "people" and is_slug(name)) else Part(values)


def made_post(values: tuple[str, ...]) -> Part | None:
    """Make a part unless a value is not on its closed list, or no id of a person: then the models have something to say."""
    _, _, class_, sex, foreign, pupil, posthumous, person = values
    is_rare = any(values[len(USUAL_POST) :])
    if not (class_ in _CLASSES and sex in _SEXES):
        return None
    if is_rare and not (_YES_NO.issuperset((foreign, pupil, posthumous)) and (not person or is_record_id(person))):
        return None
    return Part(values, is_rare=is_rare)


def made_merit(values: tuple[str, ...]) -> Part:
    return Part(values, is_rare=bool(values[1]))


@lru_cache(maxsize=4096)
def is_record_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and SLUG_PATH.fullmatch(text) is not None


_who, _posts, _merits = _Known(made_who), _Known(made_post), _Known(made_merit)


def row_of(who: tuple[str, ...], post: tuple[str, ...], merit: tuple[str, ...]) -> Row | None:
    """Return a row by the values of its parts; `None` where the models have something to say to one of them."""
    parts = _who[who], _posts[post], _merits[merit]
    return None if None in parts else parts  # type: ignore[return-value]
