"""What a typed record names: other records, days, figures, tallies; found by the types of its fields, with their routes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from thidua.model.described import DAY, Reference, described_model, described_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.diagnostics import Key, Route
    from thidua.model.base import Record


_Field = tuple[str, str, Reference | None, bool]
"""A field of a model: its name in Python and in the file, what it refers to, and whether it holds records."""

Seen = tuple["Route", Reference | None, Any]


@cache
def _fields(model: type) -> tuple[_Field, ...]:
    return tuple(
        (field.name, field.key, field.reference, field.holds_records)
        for field in described_model(model).fields
        if field.reference or field.holds_records or field.kind == DAY
    )


@cache
def told_as(kind: type) -> str:
    """Return which of the models that have rows of their own a type is, or is made from; empty for none."""
    told = described_type(kind)
    return next((name for name in ("fact.Tally", "fact.Figure") if told is not None and told.is_a(name)), "")


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
