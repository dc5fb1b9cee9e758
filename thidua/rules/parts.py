"""The parts of a record that a rule looks at, found by their types.

Rule files are loaded to print findings that are kept, without any record being read: here what is told of the models is loaded
only where records are looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from thidua.diagnostics import Route
    from thidua.model.described import Described

Wanted = Callable[["Described"], bool]
Part = tuple["Route", type, Any]
"""A record inside a record: where it stands, its type, and itself."""


def parts(record: Any, wanted: Wanted) -> list[tuple[Route, Any]]:
    """Return the record and every record inside it whose type is wanted, outermost first, each with its route.

    Args:
        wanted: whether a type is looked at; asked once for each type.
    """
    found, kinds = _every(record)
    looked_at = [kind for kind in kinds if _is_wanted(kind, wanted)]  # few kinds have many parts: most rules end here
    return [(route, part) for route, kind, part in found if kind in looked_at] if looked_at else []


def amounts(model: Described) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model that hold one amount: name in Python, key in the file."""
    from thidua.model.described import AMOUNT

    return tuple((field.name, field.key) for field in model.fields if field.kind == AMOUNT)


@cache
def amounts_of(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a type of record that hold one amount."""
    return amounts(_described(kind))


def is_a(record: object, name: str) -> bool:
    """Whether a value is a record of a model, or of one made from it."""
    kind: type = type(record)
    return _is_kind_of(kind, name)


@cache
def _is_kind_of(kind: type, name: str) -> bool:
    told = described_type(kind)
    return told is not None and told.is_a(name)


def described_type(kind: type) -> Described | None:
    """Return what is told of the type of a value; `None` where it is no model."""
    from thidua.model import described

    return described.described_type(kind)


def described_record(record: object) -> Described:
    """Return what is told of the model of a record."""
    return _described(type(record))


def _described(kind: type) -> Described:
    from thidua.model.described import described_model

    return described_model(kind)


_last: tuple[Any, list[Part], set[type]] = (None, [], set())
"""The record that was last asked for, its parts and their types: many rules look at one record, one after the other."""


def _every(record: Any) -> tuple[list[Part], set[type]]:
    """Return the record and every record inside it, outermost first, and their types."""
    global _last
    if _last[0] is not record:
        found: list[Part] = []
        _collect(record, (), found)
        _last = record, found, {kind for _, kind, _ in found}
    return _last[1:]


def _collect(record: Any, route: Route, found: list[Part]) -> None:
    """Add to one list: generators within generators would hand on every part once for each record around it."""
    kind: type = type(record)
    found.append((route, kind, record))
    for name, key in _ways(kind):
        value = getattr(record, name)
        if not value:
            continue
        if isinstance(value, tuple):
            for place, item in enumerate(value):
                _collect(item, (*route, key, place), found)
        elif isinstance(value, dict):
            for id_, item in value.items():
                _collect(item, (*route, key, id_), found)
        else:
            _collect(value, (*route, key), found)


@cache
def _ways(kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields that hold records: name in Python, key in the file."""
    return tuple((field.name, field.key) for field in _described(kind).fields if field.holds_records)


@cache
def _is_wanted(kind: type, wanted: Wanted) -> bool:
    return wanted(_described(kind))
