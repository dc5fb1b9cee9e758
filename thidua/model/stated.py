"""Records of years, campaigns and blocs as a report prints them: what they state, read without pydantic.

To load pydantic and build three of its models takes longer than the rest of a report. The values are the same, under the
same names; a record that is not as its model wants it is none here, and the model says why (`tests/reports/test_stated.py`).
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from thidua.model import lists
from thidua.model.period import read_period
from thidua.model.stated_fields import FIELDS
from thidua.vietnamese.dates import plain_day
from thidua.vietnamese.numbers import plain_amount, plain_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.model.bloc import BlocYear
    from thidua.model.campaign import Campaign
    from thidua.model.year import OrganisationYear
    from thidua.source.builder import Tree

R = TypeVar("R")

MANY: Final = "*"
"""Ends the type of a field that holds a list."""
NEEDED: Final = "!"
"""Ends the type of a field that must be given."""

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*")
_LONGEST_ID: Final = 200


class _NotPlain(ValueError):
    """A value is not what its model wants."""


class Kind(Generic[R]):
    """A kind of record that can be read so.

    Attributes:
        model: the name of its model.
    """

    def __init__(self, folder: str, model: str) -> None:
        self.folder, self.model = folder, model

    def read(self, tree: Tree) -> R | None:
        """Return what a record states, or `None` where its model has something to say."""
        try:
            return cast("R", _record(self.model, tree))
        except ValueError:
            return None


YEARS: Final[Kind[OrganisationYear]] = Kind("years", "OrganisationYear")
CAMPAIGNS: Final[Kind[Campaign]] = Kind("campaigns", "Campaign")
BLOC_YEARS: Final[Kind[BlocYear]] = Kind("bloc-years", "BlocYear")
KINDS: Final[dict[str, Kind[Any]]] = {one.folder: one for one in (YEARS, CAMPAIGNS, BLOC_YEARS)}


def key_of(field: str) -> str:
    """Return a field's key in a file: where Python keeps the word for itself, the field ends with `_`."""
    return field.rstrip("_")


def _record(model: str, tree: object) -> SimpleNamespace:
    if not isinstance(tree, dict):
        raise _NotPlain(model)
    left = set(tree)
    values: dict[str, object] = {}
    for field, type_ in FIELDS[model].items():
        key = key_of(field)
        if key in left:
            left.remove(key)
            values[field] = _value(type_.rstrip(NEEDED), tree[key])
        elif type_.endswith(NEEDED):
            raise _NotPlain(key)
        else:
            values[field] = () if type_.endswith(MANY) else None
    if left:
        raise _NotPlain(left)
    return SimpleNamespace(**values)


def _value(type_: str, value: object) -> object:
    if type_.endswith(MANY):
        if not isinstance(value, list):
            raise _NotPlain(type_)
        return tuple(_value(type_[:-1], one) for one in value)
    if type_ in FIELDS:
        return _record(type_, value)
    if not isinstance(value, str):
        raise _NotPlain(type_)
    read = _READ.get(type_)
    return read(value) if read else getattr(lists, type_)(value)


def _line(text: str) -> str:
    if not text or "\n" in text:
        raise _NotPlain(text)
    return text


def _prose(text: str) -> str:
    if not text:
        raise _NotPlain(text)
    return text


def _id(text: str) -> str:
    if len(text) > _LONGEST_ID or not _ID.fullmatch(text):
        raise _NotPlain(text)
    return text


_READ: Final[dict[str, Callable[[str], object]]] = {
    "Line": _line,
    "Prose": _prose,
    "Id": _id,
    "Count": plain_count,
    "Amount": plain_amount,
    "Day": plain_day,
    "Span": read_period,
}
"""How a text is read, by type; a type that is neither here nor a model is a closed list."""
