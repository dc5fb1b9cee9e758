"""What a typed record names: other records, days, figures, tallies; found by the types of its fields, with their routes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from thidua.model.base import Record, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.diagnostics import Route


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    key: str
    reference: Reference | None
    day: bool
    nested: bool


@cache
def _fields(model: type[BaseModel]) -> tuple[_Field, ...]:
    hints = get_type_hints(model, include_extras=True)
    found = []
    for name, field in model.model_fields.items():
        parts = tuple(_parts(hints[name]))
        one = _Field(
            name,
            field.alias or name,
            next((p for p in parts if isinstance(p, Reference)), None),
            day=date in parts,
            nested=any(isinstance(p, type) and issubclass(p, BaseModel) for p in parts),
        )
        if one.reference or one.day or one.nested:
            found.append(one)
    return tuple(found)


def _parts(hint: Any) -> Iterator[Any]:
    """Every type and mark inside an annotation."""
    if get_origin(hint) is None:
        yield hint
    for part in get_args(hint):
        yield from _parts(part)


def walk(record: Record, route: Route = ()) -> Iterator[tuple[Route, Reference | None, Any]]:
    """Return every reference, day and nested record of a record, outermost first.

    A reference comes as `(route, Reference, text)`, a day as `(route, None, date)`, a record as `(route, None, Record)`.
    """
    for field in _fields(type(record)):
        value = getattr(record, field.name)
        if value is None or value in ((), {}):
            continue
        here = (*route, field.key)
        if isinstance(value, tuple):
            for place, item in enumerate(value):
                yield from _one(field, item, (*here, place))
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from _one(field, item, (*here, key))
        else:
            yield from _one(field, value, here)


def _one(field: _Field, value: Any, route: Route) -> Iterator[tuple[Route, Reference | None, Any]]:
    if field.nested:
        yield route, None, value
        yield from walk(value, route)
    else:
        yield route, field.reference, value
