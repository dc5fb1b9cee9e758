"""What a person typed → the plain text of a record, judged by the type of the field it is for."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from thidua.app.entry_values import choice, day, number, period
from thidua.model.base import Fact, Reference
from thidua.model.period import Period
from thidua.store import shape
from thidua.vietnamese.text import clean_letters, tidy

if TYPE_CHECKING:
    from pydantic import BaseModel

    from thidua.app.entry_lookup import Lookup
    from thidua.diagnostics import Route

GROUNDS: Final = ("article", "confidence")
"""Fields of the law's entries that come after what they say."""


def field_type(model: type[BaseModel], route: Route) -> tuple[Any, ...]:
    """Return every type and mark in the annotation of a field; empty where the model has no such field.

    A route that ends with a number is an item of a list; of a list itself, `Ellipsis` is among the marks.
    """
    found = shape.at(model, route)
    return tuple(shape.parts(found[0])) if found else ()


def fields_at(model: type[BaseModel], route: Route) -> tuple[str, ...]:
    """Return the fields of the record at a route, as files call them, in the order of the model.

    Where a fact was read, on what ground it stands, and what is to be said about it, comes last.
    """
    found = shape.at(model, route)
    if found is None or (found[0] is not None and (shape.is_list(found[0]) or shape.is_mapping(found[0]))):
        return ()
    known = dict.fromkeys(name for one in found[1] for name in shape.hints(one))
    return tuple(sorted(known, key=lambda name: name in (*GROUNDS, *Fact.model_fields)))


def plain(parts: tuple[Any, ...], typed: str, lookup: Lookup | None = None, option: str = "") -> str:
    """Return how a record holds what was typed for a field of this type.

    Raises:
        EntryError: it cannot be understood.
    """
    types = [part for part in parts if isinstance(part, type)]
    enum = next((t for t in types if issubclass(t, StrEnum)), None)
    reference = next((part for part in parts if isinstance(part, Reference)), None)
    text = tidy(typed)
    if enum is not None:
        return choice(enum, text, option)
    if date in types:
        return day(text, option).isoformat()
    if Period in types:
        return period(text, option)
    if Decimal in types:
        return number(text, option, amount=True)
    if int in types:
        return number(text, option)
    if reference is not None and lookup is not None:
        find = lookup.id_or_name if reference.or_name else lookup.id
        return find(reference.folder, text, option)
    return text if "\n" not in typed else clean_letters(typed).strip("\n")
