"""What may stand at a route of a record, as its model says."""

from __future__ import annotations

from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.diagnostics import Route


def at(model: type[BaseModel], route: Route) -> tuple[Any, tuple[type[BaseModel], ...]] | None:
    """Return the annotation of a field, `None` for the record itself, and the models inside it; `None` if there is no such.

    A route that ends with a number is an item of a list. Where several models may stand, a field is that of the first.
    """
    here: tuple[type[BaseModel], ...] = (model,)
    hint: Any = None
    for key in route:
        if hint is not None and (is_list(hint) or is_mapping(hint)):
            hint = _inside(hint, key)
        elif isinstance(key, str):
            hint = next((found for one in here if (found := hints(one).get(key)) is not None), None)
        else:
            return None
        if hint is None:
            return None
        here = tuple(dict.fromkeys(p for p in parts(hint) if isinstance(p, type) and issubclass(p, BaseModel)))
    return hint, here


@cache
def hints(model: type[BaseModel]) -> dict[str, Any]:
    """Return the annotations of a model's fields, by their keys in a file."""
    found = get_type_hints(model, include_extras=True)
    return {field.alias or name: found[name] for name, field in model.model_fields.items()}


def is_list(hint: Any) -> bool:
    return any(get_origin(one) is tuple for one in _alternatives(hint))


def is_mapping(hint: Any) -> bool:
    """Whether entries by their ids stand there."""
    return any(get_origin(one) is dict for one in _alternatives(hint))


def parts(hint: Any) -> Iterator[Any]:
    """Return every type and mark inside an annotation."""
    if get_origin(hint) is None:
        yield hint
    for part in get_args(hint):
        yield from parts(part)


def _inside(hint: Any, key: str | int) -> Any:
    """Return the annotation of an item of a list, or of an entry of a mapping; `None` for the other's key."""
    origin = tuple if isinstance(key, int) else dict
    found = next((one for one in _alternatives(hint) if get_origin(one) is origin), None)
    return None if found is None else get_args(found)[0 if origin is tuple else 1]


def _alternatives(hint: Any) -> Iterator[Any]:
    """The parts of `X | None`, without `None` and without the marks of `Annotated`."""
    if get_origin(hint) in (None, tuple, dict):
        yield hint
        return
    for part in get_args(hint):
        if part is not NoneType and (isinstance(part, type) or get_origin(part) is not None):
            yield from _alternatives(part)
