"""The parts of a record that a rule looks at, found by their types; what cannot hold such a part is not walked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from thidua.model.described import AMOUNT, Described, described_type, models_of

if TYPE_CHECKING:
    from thidua.diagnostics import Route

Wanted = Callable[[Described], bool]


def parts(record: Any, wanted: Wanted) -> list[tuple[Route, Any]]:
    """Return the record and every record inside it whose type is wanted, outermost first, each with its route.

    Args:
        wanted: whether a type is looked at; asked once for each type.
    """
    found: list[tuple[Route, Any]] = []
    _collect(record, wanted, (), found)
    return found


@cache
def amounts(model: Described) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model that hold one amount: name in Python, key in the file."""
    return tuple((field.name, field.key) for field in model.fields if field.kind == AMOUNT)


def model_of(record: Any) -> Described:
    """Return what is told of the model of a record."""
    kind: type = type(record)
    found = described_type(kind)
    if found is None:
        raise TypeError(record)
    return found


def _collect(record: Any, wanted: Wanted, route: Route, found: list[tuple[Route, Any]]) -> None:
    """Add to one list: generators within generators would hand on every part once for each record around it."""
    kind: type = type(record)
    is_wanted, ways = _way(kind, wanted)
    if is_wanted:
        found.append((route, record))
    for name, key in ways:
        value = getattr(record, name)
        if value is None:
            continue
        if isinstance(value, tuple):
            for place, item in enumerate(value):
                _collect(item, wanted, (*route, key, place), found)
        elif isinstance(value, dict):
            for id_, item in value.items():
                _collect(item, wanted, (*route, key, id_), found)
        else:
            _collect(value, wanted, (*route, key), found)


@cache
def _way(kind: type, wanted: Wanted) -> tuple[bool, tuple[tuple[str, str], ...]]:
    """Whether a type is wanted, and the fields behind which there may be a part."""
    model = described_type(kind)
    if model is None:
        raise TypeError(kind)
    fields = [field for field in model.fields if field.holds_records]
    leading = (
        (field.name, field.key) for field in fields if any(_leads(one, wanted, frozenset()) for one in models_of(field))
    )
    return wanted(model), tuple(leading)


def _leads(model: Described, wanted: Wanted, seen: frozenset[str]) -> bool:
    if wanted(model):
        return True
    name = model.names[0]
    if name in seen:
        return False
    fields = [field for field in model.fields if field.holds_records]
    return any(_leads(one, wanted, seen | {name}) for field in fields for one in models_of(field))
