"""Many changes to the text of one document: what is to be another value is made one, every other byte stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.source.align import Keys, align
from thidua.source.document import Document, parse_like
from thidua.source.edit import CannotEdit, Obstacle, extend, insert, remove, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua.diagnostics import Route
    from thidua.source.builder import Tree

MOST = 200
"""Changes; the text is read again for each."""

Change = tuple["Callable[..., str]", tuple[object, ...]]


def rewrite(document: Document, tree: dict[str, Tree]) -> str:
    """Return the text of a document made to say `tree`.

    Raises:
        CannotEdit: it cannot be done change by change, or takes too many.
    """
    changes = list(_mapping(document.tree, tree, ()))
    if len(changes) > MOST:
        raise CannotEdit(Obstacle.SAYS_MORE, f"{len(changes)} changes")
    for change, arguments in changes:
        text = change(document, *arguments)
        document = parse_like(document, text)
    if document.tree != tree:
        raise CannotEdit(Obstacle.SAYS_MORE)
    return document.text


def _value(old: Tree, new: Tree, route: Route) -> Iterator[Change]:
    match old, new:
        case dict(), dict():
            yield from _mapping(old, new, route)
        case list(), list():
            yield from _list(old, new, route)
        case str(), str():
            if old != new:
                yield replace, (route, new)
        case _:
            raise CannotEdit(Obstacle.NOT_ONE_VALUE)


def _mapping(old: dict[str, Tree], new: dict[str, Tree], route: Route) -> Iterator[Change]:
    for name, value in old.items():
        if name not in new:
            yield remove, ((*route, name),)
        else:
            yield from _value(value, new[name], (*route, name))
    names = list(new)
    for place, name in enumerate(names):
        if name not in old:
            follower = next((later for later in names[place + 1 :] if later in old), None)
            yield insert, ((*route, name), new[name], follower)


def _list(old: list[Tree], new: list[Tree], route: Route) -> Iterator[Change]:
    """Items are changed where they stand, then removed from the end on, then added."""
    kept = align(old, new, Keys())
    free = [place for place in range(len(old)) if place not in set(kept.values())]
    for place, item in enumerate(new):
        if place not in kept and free and type(old[free[0]]) is type(item):
            kept[place] = free.pop(0)
            yield from _value(old[kept[place]], item, (*route, kept[place]))
    order = [kept[place] for place in range(len(new)) if place in kept]
    if order != sorted(order) or max(kept, default=-1) >= len(kept):
        raise CannotEdit(Obstacle.SAYS_MORE, "the order of a list")
    for place in reversed(free):
        yield remove, ((*route, place),)
    if len(new) > len(kept):
        yield extend, (route, new[len(kept) :])
