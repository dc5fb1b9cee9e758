"""What names a row of a record, so that two branches that wrote it mean one and the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.lists import RECIPIENT_FIELDS
from thidua.source.align import Keys, frozen
from thidua.store.paths import is_slug
from thidua.store.recipients import recipient_key
from thidua.vietnamese.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from thidua.diagnostics import Route
    from thidua.source.builder import Tree

_APART = ("person", "different_from_namesake")
_NAMING = (
    "name", "member", "recipient", "criterion", "question", "title", "award", "number", "decision", "row", "field",
    "unit", "organisation", "bloc", "level", "of", "by", "period", "date", "when", "from", "section", "authority",
    "method", "campaign", "occasion", "document", "kind", "person", "position", "covers",
)  # fmt: skip
"""Fields that say what an entry speaks of, rather than what it says of it."""

_FIRST = ("name", "member", "recipient", "criterion", "question", "row", "award", "unit", "organisation", "bloc")
"""The field that names an entry when others of them change; the first that is there."""


def keys_at(route: Route) -> Keys:
    """Return how the rows of the list at a route are told apart."""
    match route:
        case (*_, "recipients"):
            return _RECIPIENTS
        case ("awards",):
            return _GROUPS
        case _:
            return _ENTRIES


def recipient_of(item: Tree) -> tuple[str, str] | None:
    """Return what kind of recipient a row names, and whom."""
    if not isinstance(item, dict):
        return None
    named = [(field, item[field]) for field in RECIPIENT_FIELDS if field in item]
    if len(named) != 1 or not isinstance(named[0][1], str):
        return None
    return named[0][0], recipient_key(named[0][1])


def called(item: Tree | None) -> str:
    """Return what a person would call a row; empty where nothing names it."""
    if not isinstance(item, dict):
        return item if isinstance(item, str) else ""
    if (whom := recipient_of(item)) is not None:
        return str(item[whom[0]])
    found = next((item[name] for name in _FIRST if name in item), "")
    return found if isinstance(found, str) else called(found)


def moved_apart(base: Mapping[str, Tree], ours: Mapping[str, Tree], theirs: Mapping[str, Tree]) -> tuple[str, ...]:
    """Return the recipients of a decision that each side took from one award and gave to another one."""
    before, here, there = (_awards_of(side) for side in (base, ours, theirs))
    found = []
    for whom, (name, awards) in before.items():
        our, their = (side.get(whom, (name, frozenset()))[1] for side in (here, there))
        if awards - our - their and our - awards and their - awards and our != their:
            found.append(name)
    return tuple(found)


def _awards_of(tree: Mapping[str, Tree]) -> dict[Hashable, tuple[str, frozenset[Hashable]]]:
    """Return the groups each recipient stands in."""
    found: dict[Hashable, tuple[str, frozenset[Hashable]]] = {}
    groups = tree.get("awards")
    for group in groups if isinstance(groups, list) else ():
        rows = group.get("recipients") if isinstance(group, dict) else None
        for row in rows if isinstance(rows, list) else ():
            whom = _in_unit(row)
            if whom is not None:
                before = found.get(whom, ("", frozenset()))[1]
                found[whom] = called(row), before | {_GROUPS.strong(group)}
    return found


def _in_unit(item: Tree) -> Hashable | None:
    whom = recipient_of(item)
    if whom is None or not isinstance(item, dict):
        return None
    unit = item.get("unit", "")
    return (*whom, unit if is_slug(unit) else fold(unit)) if isinstance(unit, str) else None


def _wholly(item: Tree) -> Hashable | None:
    named = _in_unit(item)
    if named is None or not isinstance(item, dict):
        return None
    return named, *(frozen(item[field]) if field in item else None for field in _APART)


def _fields(*names: str) -> Callable[[Tree], Hashable | None]:
    def key(item: Tree) -> Hashable | None:
        if not isinstance(item, dict):
            return None
        found = tuple((name, _value(item[name])) for name in names if name in item)
        return found or None

    return key


def _first(item: Tree) -> Hashable | None:
    if not isinstance(item, dict):
        return None
    return next(((name, _value(item[name])) for name in _FIRST if name in item), None)


def _value(value: Tree) -> Hashable:
    if isinstance(value, str):
        return recipient_key(value)
    return recipient_of(value) or frozen(value)


_RECIPIENTS = Keys(_wholly, (_in_unit,), (recipient_of,), _APART)
_GROUPS = Keys(_fields("award", "name", "method"), (), (_fields("award"),))
_ENTRIES = Keys(_fields(*_NAMING), (), (_first,), _APART)
