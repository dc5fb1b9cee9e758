"""What a typed record names: other records, days, figures, tallies; found by the types of its fields, with their routes."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from thidua.model.base import Record, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.diagnostics import Key, Route


_Field = tuple[str, str, Reference | None, bool]
"""A field of a model: its name in Python and in the file, what it refers to, and whether it holds records."""

Seen = tuple["Route", Reference | None, Any]


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    hints = get_type_hints(model, include_extras=True)
    found = []
    for name, field in model.model_fields.items():
        parts = tuple(_parts(hints[name]))
        nested = any(isinstance(p, type) and issubclass(p, BaseModel) for p in parts)
        reference = None if nested else next((p for p in parts if isinstance(p, Reference)), None)
        if reference or nested or date in parts:
            found.append((name, field.alias or name, reference, nested))
    return tuple(found)


def _parts(hint: Any) -> Iterator[Any]:
    """Every type and mark inside an annotation."""
    if get_origin(hint) is None:
        yield hint
    for part in get_args(hint):
        yield from _parts(part)


def walk(record: Record, route: Route = ()) -> list[Seen]:
    """Return every reference, day and nested record of a record, outermost first.

    A reference comes as `(route, Reference, text)`, a day as `(route, None, date)`, a record as `(route, None, Record)`.
    """
    found: list[Seen] = []
    _see(record, route, found)
    return found


def _see(record: Record, route: Route, found: list[Seen]) -> None:
    """Add to one list: generators within generators would hand on every value once for each record around it."""
    values = record.__dict__
    for name, key, reference, nested in _fields(type(record)):
        value = values[name]
        if value is None:
            continue
        here = (*route, key)
        if isinstance(value, tuple):
            items: Iterable[tuple[Key, Any]] = enumerate(value)
        elif isinstance(value, dict):
            items = value.items()
        else:
            found.append((here, reference, value))
            if nested:
                _see(value, here, found)
            continue
        for at, item in items:
            found.append(((*here, at), reference, item))
            if nested:
                _see(item, (*here, at), found)
