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


def parts(record: Any, wanted: Wanted) -> list[tuple[Route, Any]]:
    """Return the record and every record inside it whose type is wanted, outermost first, each with its route.

    Args:
        wanted: whether a type is looked at; asked once for each type.
    """
    found: list[tuple[Route, Any]] = []
    _collect(record, wanted, (), found)
    return found


@cache
def scalars(model: type[BaseModel], kind: type) -> tuple[tuple[str, str], ...]:
    """Return the fields of a model that hold one value of a type: name in Python, key in the file."""
    return tuple(
        (name, field.alias or name) for name, field in model.model_fields.items() if kind in _types(field.annotation)
    )


def _collect(record: Any, wanted: Wanted, route: Route, found: list[tuple[Route, Any]]) -> None:
    """Add to one list: generators within generators would hand on every part once for each record around it."""
    model: type[BaseModel] = type(record)
    is_wanted, ways = _way(model, wanted)
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
def _way(model: type[BaseModel], wanted: Wanted) -> tuple[bool, tuple[tuple[str, str], ...]]:
    """Whether a type is wanted, and the fields behind which there may be a part."""
    leading = (
        (name, key) for name, key, inner in _inside(model) if any(_leads(one, wanted, frozenset()) for one in inner)
    )
    return wanted(model), tuple(leading)


def _leads(model: type[BaseModel], wanted: Wanted, seen: frozenset[type[BaseModel]]) -> bool:
    if wanted(model):
        return True
    if model in seen:
        return False
    return any(_leads(one, wanted, seen | {model}) for _, _, inner in _inside(model) for one in inner)


@cache
def _inside(model: type[BaseModel]) -> tuple[tuple[str, str, tuple[type[BaseModel], ...]], ...]:
    """The fields that hold records: name in Python, key in the file, types of the records."""
    from pydantic import BaseModel

    held = (
        (name, field.alias or name, [one for one in _types(field.annotation) if isinstance(one, type)])
        for name, field in model.model_fields.items()
    )
    return tuple(
        (name, key, models)
        for name, key, types in held
        if (models := tuple(t for t in types if issubclass(t, BaseModel)))
    )


def _types(hint: Any) -> Iterator[Any]:
    arguments = get_args(hint)
    if not arguments:
        yield hint
    for part in arguments:
        yield from _types(part)
