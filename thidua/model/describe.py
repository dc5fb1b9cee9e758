"""A model → what is told of it as plain data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel, BeforeValidator, StringConstraints

from thidua.model.base import Amount, Count, Day, Plain, Span, Year
from thidua.model.described import (
    AMOUNT,
    COUNT,
    DAY,
    ENUM,
    MODEL,
    OTHER,
    PERIOD,
    TEXT,
    YEAR,
    Bounds,
    Described,
    FieldTold,
    Reference,
    called,
)
from thidua.model.wholes import WHOLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

_READ = {
    get_args(kind)[1]: name
    for kind, name in ((Count, COUNT), (Amount, AMOUNT), (Day, DAY), (Year, YEAR), (Span, PERIOD))
}
"""How a text becomes a value, and what such a value is called."""


@cache
def describe(model: type[BaseModel]) -> Described:
    """Return what is told of a model; whether it is plain is said of its own fields, not of what is in the models there."""
    hints = get_type_hints(model, include_extras=True)
    fields = tuple(_field(name, info, hints[name]) for name, info in model.model_fields.items())
    names = tuple(called(one) for one in model.__mro__ if issubclass(one, BaseModel) and one is not BaseModel)
    check, is_known = _check(model)
    return Described(
        names, tuple(field for field, _ in fields), check, is_known and all(is_plain for _, is_plain in fields)
    )


def models_in(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return the models that may stand in a record, at any depth."""
    found: dict[type[BaseModel], None] = {}
    left = [model]
    while left:
        for hint in get_type_hints(left.pop(), include_extras=True).values():
            new = [
                one for one in _parts(hint) if isinstance(one, type) and issubclass(one, BaseModel) and one not in found
            ]
            found.update(dict.fromkeys(new))
            left += new
    return list(found)


def _check(model: type[BaseModel]) -> tuple[str, bool]:
    """Return what is asked of a whole record, and whether nothing else is."""
    asked = model.__pydantic_decorators__
    wholes = [one.removeprefix("_") for one in asked.model_validators]
    others = asked.validators, asked.field_validators, asked.root_validators, asked.model_serializers
    is_known = not any(others) and len(wholes) <= 1 and all(one in WHOLES for one in wholes)
    return "".join(wholes[:1]) if is_known else "", is_known


def _field(name: str, info: FieldInfo, hint: Any) -> tuple[FieldTold, bool]:
    """Return what is told of a field, and whether that is all that is asked of it."""
    needed = info.is_required()
    may_be_none, one = _without_none(hint)
    many = get_origin(one) is tuple
    reference = next((part for part in _parts(hint) if isinstance(part, Reference)), None)
    models = tuple(called(part) for part in _parts(hint) if isinstance(part, type) and issubclass(part, BaseModel))
    default = () if many else None
    is_plain = (needed or info.default == default) and not (may_be_none and many) and all(map(_is_known, info.metadata))
    kind, of, bounds = _kind(get_args(one)[0] if many else one) if is_plain else (OTHER, (), None)
    is_plain = is_plain and kind != OTHER
    if kind == OTHER:  # what is asked of every model's fields
        kind = AMOUNT if Decimal in _parts(hint) else DAY if date in _parts(hint) else OTHER
    if models:
        reference = None
    return FieldTold(name, info.alias or name, kind, models or of, many, needed, reference, bounds), is_plain


def _kind(hint: Any) -> tuple[str, tuple[str, ...], Bounds | None]:
    """Return what one value is, as far as it is told in a plain way."""
    inner, *marks = _flat(hint)
    if not all(map(_is_known, marks)):
        return OTHER, (), None
    read = [_READ[mark] for mark in marks if isinstance(mark, BeforeValidator) and mark in _READ]
    bounds = [mark for mark in marks if isinstance(mark, StringConstraints)]
    if len(read) == 1 and not bounds:
        return read[0], (), None
    if not isinstance(inner, type) or read:
        return OTHER, (), None
    if inner is str and len(bounds) == 1:
        return TEXT, (), _bounds(bounds[0])
    if issubclass(inner, StrEnum) and not marks:
        return ENUM, (called(inner),), None
    return (MODEL, (), None) if issubclass(inner, BaseModel) and not marks else (OTHER, (), None)


def _is_known(mark: object) -> bool:
    if isinstance(mark, StringConstraints):
        return mark == StringConstraints(min_length=mark.min_length, max_length=mark.max_length, pattern=mark.pattern)
    return mark in _READ if isinstance(mark, BeforeValidator) else isinstance(mark, (Plain, Reference))


def _bounds(asked: StringConstraints) -> Bounds:
    pattern = str(asked.pattern or "")
    if pattern and not (pattern.startswith("^") and pattern.endswith("$")):
        raise ValueError(pattern)
    return Bounds(asked.min_length or 0, asked.max_length or 0, pattern[1:-1])


def _flat(hint: Any) -> tuple[Any, ...]:
    """Return a type, and the marks that stand at it; those of our own say nothing of its values."""
    return get_args(hint) if hasattr(hint, "__metadata__") else (hint,)


def _without_none(hint: Any) -> tuple[bool, Any]:
    if hasattr(hint, "__metadata__"):
        return False, hint
    given = [one for one in get_args(hint) if one is not NoneType]
    is_choice = NoneType in get_args(hint)
    return (True, given[0]) if is_choice and len(given) == 1 else (False, hint)


def _parts(hint: Any) -> Iterator[Any]:
    """Return every type and mark inside an annotation."""
    if get_origin(hint) is None:
        yield hint
    for part in get_args(hint):
        yield from _parts(part)
