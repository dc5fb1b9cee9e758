"""How two trees differ, value by value. Items of lists are known by what names them: their order is no matter."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMING = (
    "id", "member", "name", "collective", "enterprise", "household", "people", "criterion", "work", "document",
    "number", "award", "of", "unit", "person", "organisation", "bloc", "by", "body", "date", "from", "period", "year",
    "kind", "value",
)  # fmt: skip
"""Fields that tell an item of a list from the others, the surest first."""


ABOUT = ("recipient", "row")
"""Parts of an item that say whom it is about."""


@dataclass(frozen=True, slots=True)
class Named:
    """An item of a list, known by a field and its value."""

    field: str
    value: str


Step = str | Named
"""A key, or an item of a list."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not the same; `None` where there is none. A value may be a whole part of a record."""

    way: tuple[Step, ...]
    before: Any
    after: Any


def differences(before: Any, after: Any, way: tuple[Step, ...] = ()) -> Iterator[Difference]:
    """Yield every place at which two trees differ, in the order of the newer one."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*after, *before)):
            yield from differences(before.get(key), after.get(key), (*way, key))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(before, after, way)
    elif isinstance(before, list) and after is None:
        yield from _of_lists(before, [], way)
    elif isinstance(after, list) and before is None:
        yield from _of_lists([], after, way)
    else:
        yield Difference(way, before, after)


def _of_lists(before: list[Any], after: list[Any], way: tuple[Step, ...]) -> Iterator[Difference]:
    old, new = _without_equal(before, after)
    pairs: list[tuple[Any, Any]] = []
    for field in NAMING:
        pairs += _paired(old, new, field)
    if len(old) == len(new) == 1:
        pairs.append((old.pop(), new.pop()))
    for was, now in pairs:
        yield from differences(was, now, (*way, *_step(now)))
    for was in old:
        yield Difference((*way, *_step(was)), was, None)
    for now in new:
        yield Difference((*way, *_step(now)), None, now)


def _without_equal(before: list[Any], after: list[Any]) -> tuple[list[Any], list[Any]]:
    """Both lists without the items that stand in both, each as often as it does."""
    left: dict[str, list[Any]] = {}
    for one in before:
        left.setdefault(_text(one), []).append(one)
    new = []
    for one in after:
        same = left.get(_text(one))
        if same:
            same.pop()
        else:
            new.append(one)
    return [one for many in left.values() for one in many], new


def _paired(old: list[Any], new: list[Any], field: str) -> list[tuple[Any, Any]]:
    """Take out of both lists the items that one value of a field names in each."""
    mine, theirs = _by(old, field), _by(new, field)
    pairs = [(mine[value], one) for value, one in theirs.items() if value in mine]
    taken = {id(one) for pair in pairs for one in pair}
    old[:] = [one for one in old if id(one) not in taken]
    new[:] = [one for one in new if id(one) not in taken]
    return pairs


def _by(items: list[Any], field: str) -> dict[str, Any]:
    """Items by the value of a field, where no other has the same."""
    found: dict[str, list[Any]] = {}
    for one in items:
        value = _name(one, field)
        if value:
            found.setdefault(value, []).append(one)
    return {value: many[0] for value, many in found.items() if len(many) == 1}


def _name(item: Any, field: str) -> str:
    """What a field says of an item, or of the recipient or the row that it is about; empty where it says nothing."""
    for one in (item, *(item.get(inner) for inner in ABOUT)) if isinstance(item, dict) else ():
        if isinstance(one, dict) and isinstance(one.get(field), str):
            return str(one[field])
    return ""


def _step(item: Any) -> tuple[Step, ...]:
    return next(((Named(field, name),) for field in NAMING if (name := _name(item, field))), ())


def _text(item: Any) -> str:
    return json.dumps(item, sort_keys=True)
