"""The parts of a record that a rule looks at, found by their types; what cannot hold such a part is not walked.

Rule files are loaded to print findings that are kept, without any record being read: here and there the models, which take
long to load, are imported only where records are looked at.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pydantic import BaseModel

    from thidua.diagnostics import Route

    Wanted = Callable[[type[BaseModel]], bool]


def parts(record: Any, wanted: Wanted) -> Iterator[tuple[Route, Any]]:
    """Return the record and every record inside it whose type is wanted, outermost first, each with its route.

    Args:
        wanted: whether a type is looked at; asked once for each type.
    """
    yield from _parts(record, wanted, ())


@cache
def scalars(model: type[BaseModel], kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model that hold one value of a type: name in Python, key in the file."""
    return tuple(
        (name, field.alias or name) for name, field in model.model_fields.items() if kind in _types(field.annotation)
    )


def _parts(record: Any, wanted: Wanted, route: Route) -> Iterator[tuple[Route, Any]]:
    model: type[BaseModel] = type(record)
    if _is_wanted(model, wanted):
        yield route, record
    for name, key in _ways(model, wanted):
        value = getattr(record, name)
        if isinstance(value, tuple):
            for place, item in enumerate(value):
                yield from _parts(item, wanted, (*route, key, place))
        elif isinstance(value, dict):
            for id_, item in value.items():
                yield from _parts(item, wanted, (*route, key, id_))
        elif value is not None:
            yield from _parts(value, wanted, (*route, key))


@cache
def _is_wanted(model: type[BaseModel], wanted: Wanted) -> bool:
    return wanted(model)


@cache
def _ways(model: type[BaseModel], wanted: Wanted) -> tuple[tuple[str, str], ...]:
    """The fields behind which there may be a part."""
    return tuple(
        (name, field.alias or name)
        for name, field in model.model_fields.items()
        if any(_leads(inner, wanted, frozenset()) for inner in _models(field.annotation))
    )


def _leads(model: type[BaseModel], wanted: Wanted, seen: frozenset[type[BaseModel]]) -> bool:
    if wanted(model):
        return True
    if model in seen:
        return False
    inner = (one for field in model.model_fields.values() for one in _models(field.annotation))
    return any(_leads(one, wanted, seen | {model}) for one in inner)


def _models(hint: Any) -> Iterator[type[BaseModel]]:
    from pydantic import BaseModel

    for part in _types(hint):
        if isinstance(part, type) and issubclass(part, BaseModel):
            yield part


def _types(hint: Any) -> Iterator[Any]:
    arguments = get_args(hint)
    if not arguments:
        yield hint
    for part in arguments:
        yield from _types(part)
