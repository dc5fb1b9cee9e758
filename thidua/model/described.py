"""What the models say of records, as plain data: to load the models takes longer than to check a thousand records.

`describe` makes it from a model. That of the models of records is kept in a file, written by `tools/make_described.py`; a test
holds it to them. A model is called by its module and its name there: `base.Fact`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

KEPT = Path(__file__).with_name("described.json")

TEXT, ENUM, MODEL, OTHER = "text", "enum", "model", "other"
COUNT, AMOUNT, DAY, YEAR, PERIOD = "count", "amount", "day", "year", "period"


class Reference(NamedTuple):
    """The text is the id of a record.

    Attributes:
        folder: the kind of record, as its folder is called.
        or_name: a name may stand there too; it is an id only if it is written as one.
    """

    folder: str
    or_name: bool = False


class Bounds(NamedTuple):
    """What a text has to be.

    Attributes:
        least: how many characters it has, at least.
        most: at most; 0 for any.
        pattern: what all of it fits; empty for any.
    """

    least: int = 0
    most: int = 0
    pattern: str = ""


class FieldTold(NamedTuple):
    """One field of a model.

    Attributes:
        name: in Python.
        key: in the file.
        kind: what a value is, or each of many.
        of: the models of the records that may stand there, or the enum.
        many: whether there may be many values.
        needed: whether it must be given.
    """

    name: str
    key: str
    kind: str
    of: tuple[str, ...] = ()
    many: bool = False
    needed: bool = False
    reference: Reference | None = None
    bounds: Bounds | None = None

    @property
    def holds_records(self) -> bool:
        return bool(self.of) and self.kind != ENUM


class Described(NamedTuple):
    """One model.

    Attributes:
        names: its own name first, then those it is made from.
        check: what is asked of a whole record, as `wholes` calls it.
        plain: whether `plain_record` may read it: nothing but what is told here is asked of it, or of what is in it.
    """

    names: tuple[str, ...]
    fields: tuple[FieldTold, ...]
    check: str = ""
    plain: bool = False

    def is_a(self, name: str) -> bool:
        return name in self.names


@cache
def _told() -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = json.loads(KEPT.read_bytes())
    return found


@cache
def described(name: str) -> Described:
    """Return a model of records by its name.

    Raises:
        KeyError: there is none.
    """
    names, fields, check, plain = _told()[name]
    return Described(tuple(names), tuple(_field(*field) for field in fields), check, plain)


def _field(
    name: str, key: str, kind: str, of: list[str], many: bool, needed: bool, reference: list[Any], bounds: list[Any]
) -> FieldTold:
    told = Reference(*reference) if reference else None
    return FieldTold(name, key, kind, tuple(of), many, needed, told, Bounds(*bounds) if bounds else None)


@cache
def described_type(model: type) -> Described | None:
    """Return what is told of the type of a value; `None` where it is no model."""
    told = getattr(model, "told", None)
    if isinstance(told, Described):
        return told
    if not hasattr(model, "model_fields"):
        return None
    name = called(model)
    if name in _told():
        return described(name)
    from thidua.model.describe import describe  # of those that are not kept: the office's own rules

    return describe(model)


def described_model(model: type) -> Described:
    """Return what is told of a model.

    Raises:
        TypeError: the type is none.
    """
    told = described_type(model)
    if told is None:
        raise TypeError(model)
    return told


def called(model: type) -> str:
    """Return the name that a model has here."""
    return f"{model.__module__.removeprefix('thidua.model.')}.{model.__name__}"
