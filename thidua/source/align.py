"""Which items of two lists are one and the same: by value, by what names them, and by where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from thidua.source.emit import flow
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.source.builder import Tree

LIKE = 0.6
"""How much of two texts has to be the same where one is taken for the other, mended."""

LONGEST = 400
"""Of how many characters at most two texts are compared."""

Key = Callable[["Tree"], Hashable | None]
"""What names an item among others of its list; `None` where nothing does."""


@dataclass(frozen=True, slots=True)
class Keys:
    """How the items of a list are told apart.

    Attributes:
        strong: two items with one key are one and the same.
        same: keys that say so where only one item on each side has them.
        weak: as `same`, but only for an item and what became of it, never for two new ones.
        apart: fields that make two items different where both have them and they differ.
    """

    strong: Key = lambda _: None
    same: tuple[Key, ...] = ()
    weak: tuple[Key, ...] = ()
    apart: tuple[str, ...] = ()


def align(old: Sequence[Tree], new: Sequence[Tree], keys: Keys) -> dict[int, int]:
    """Return the old item of each new one that has one, by their places; an item may have a new name.

    Those that only stand where the old one stood, under another name, are found by `renamed`.
    """
    return _paired(old, new, keys, (*keys.same, *keys.weak))


def pair_new(ours: Sequence[Tree], theirs: Sequence[Tree], keys: Keys) -> dict[int, int]:
    """Return which of our new items each of theirs is."""
    return _paired(ours, theirs, keys, keys.same)


def renamed(old: Sequence[Tree], new: Sequence[Tree], known: dict[int, int]) -> dict[int, int]:
    """Return the items that stand in the place of an old one and look like it, besides those that are known."""
    found: dict[int, int] = {}
    taken = set(known.values())
    start = 0
    while start < len(new):
        if start in known:
            start += 1
            continue
        end = start
        while end < len(new) and end not in known:
            end += 1
        first = known[start - 1] + 1 if start else 0
        last = known[end] if end < len(new) else len(old)
        gap = range(first, last)
        if len(gap) == end - start and taken.isdisjoint(gap):
            found.update(
                (there, here)
                for there, here in zip(range(start, end), gap, strict=True)
                if _alike(old[here], new[there])
            )
        start = end
    return found


def frozen(tree: Tree) -> Hashable:
    """Return a value that compares as the tree does: the order of keys is no matter."""
    if isinstance(tree, str):
        return tree
    if isinstance(tree, dict):
        return frozenset((name, frozen(part)) for name, part in tree.items())
    return tuple(map(frozen, tree))


def _paired(old: Sequence[Tree], new: Sequence[Tree], keys: Keys, single: tuple[Key, ...]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for key, is_single in ((frozen, False), (keys.strong, False), *((key, True) for key in single)):
        taken = set(pairs.values())
        left = _by_key(old, (place for place in range(len(old)) if place not in taken), key)
        for name, places in _by_key(new, (place for place in range(len(new)) if place not in pairs), key).items():
            there = left.get(name, [])
            if is_single and (len(places) != 1 or len(there) != 1 or _apart(old[there[0]], new[places[0]], keys)):
                continue
            pairs.update(zip(places, there, strict=False))
    return pairs


def _by_key(items: Sequence[Tree], places: Iterable[int], key: Key) -> dict[Hashable, list[int]]:
    found: dict[Hashable, list[int]] = defaultdict(list)
    for place in places:
        name = key(items[place])
        if name is not None:
            found[name].append(place)
    return found


def _apart(one: Tree, other: Tree, keys: Keys) -> bool:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    return any(field in one and field in other and one[field] != other[field] for field in keys.apart)


def _alike(one: Tree, other: Tree) -> bool:
    if type(one) is not type(other):
        return False
    texts = (flow(one)[:LONGEST], flow(other)[:LONGEST])
    return SequenceMatcher(None, *texts, autojunk=False).ratio() >= LIKE
