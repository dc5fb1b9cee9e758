"""Three versions of one record → one: field by field, and in lists row by row, with the comments of both sides.

What one side changed and the other did not is changed; what both changed in the same way is changed once.
Where both changed one value in two ways, ours stays and the clash is told: nothing of theirs goes without a word.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.source.align import Keys, align, pair_new, renamed
from thidua.source.comments import Note, Notes, attach
from thidua.value_class import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from thidua.diagnostics import Key, Route
    from thidua.source.builder import Tree
    from thidua.source.document import Document

KeysAt = Callable[["Route"], Keys]
"""How the items of the list at a route are told apart."""


class Clash(StrEnum):
    """How two sides disagree."""

    VALUES = "values"
    """Each has another value."""
    REMOVED_HERE = "removed-here"
    """We removed what they changed."""
    REMOVED_THERE = "removed-there"
    """They removed what we changed."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place where the sides disagree; the result has ours.

    Attributes:
        route: in the result; of an item of a list that is not there, the list.
        base, ours, theirs: the values; `None` where a side has none.
    """

    clash: Clash
    route: Route
    base: Tree | None
    ours: Tree | None
    theirs: Tree | None


@dataclass(frozen=True, slots=True)
class Part:
    """A value of one side, with its comments."""

    tree: Tree
    notes: Notes = field(default_factory=Notes)

    def at(self, step: Key) -> Part | None:
        match self.tree, step:
            case dict() as mapping, str() if step in mapping:
                return Part(mapping[step], self.notes.at(step))
            case list() as items, int():
                return Part(items[step], self.notes.at(step))
            case _:
                return None


def part(document: Document) -> Part:
    """Return the top of a document."""
    if "#" not in document.yaml and "\n\n" not in document.yaml:  # neither comments nor empty lines
        return Part(document.tree)
    return Part(document.tree, attach(document.yaml, document.events, document.root))


def merge(base: Part, ours: Part, theirs: Part, keys: KeysAt) -> tuple[Part, tuple[Conflict, ...]]:
    """Return what becomes of a record, and where the sides disagree."""
    merging = _Merging(keys)
    whole = merging.mapping(base, ours, theirs, ())
    return whole, tuple(merging.conflicts)


class _Merging:
    def __init__(self, keys: KeysAt) -> None:
        self.keys = keys
        self.conflicts: list[Conflict] = []

    def value(self, base: Part | None, ours: Part | None, theirs: Part | None, route: Route) -> Part | None:
        """Return what becomes of one value, `None` if it goes."""
        if ours is None or theirs is None:
            return self._one_sided(base, ours, theirs, route)
        if isinstance(ours.tree, dict) and isinstance(theirs.tree, dict):
            return self.mapping(_if_kind(base, dict) or Part({}), ours, theirs, route)
        if isinstance(ours.tree, list) and isinstance(theirs.tree, list):
            return self._list(_if_kind(base, list) or Part([]), ours, theirs, route)
        return self.whole(base, ours, theirs, route)

    def _one_sided(self, base: Part | None, ours: Part | None, theirs: Part | None, route: Route) -> Part | None:
        there = ours or theirs
        if there is None:
            return None
        if base is None:
            return there
        if base.tree != there.tree:
            clash = Clash.REMOVED_THERE if ours else Clash.REMOVED_HERE
            self._clashed(clash, route, base, ours, theirs)
            return ours
        return None

    def whole(self, base: Part | None, ours: Part, theirs: Part, route: Route) -> Part:
        """Return what becomes of a value that is not looked into."""
        kept = ours
        if base is not None and ours.tree == base.tree:
            kept = theirs
        elif ours.tree != theirs.tree and (base is None or theirs.tree != base.tree):
            self._clashed(Clash.VALUES, route, base, ours, theirs)
        return Part(kept.tree, _notes(base, ours, theirs) if isinstance(kept.tree, str) else kept.notes)

    def mapping(self, base: Part, ours: Part, theirs: Part, route: Route) -> Part:
        notes = _notes(base, ours, theirs)
        tree: dict[str, Tree] = {}
        for name in _names(ours.tree, theirs.tree):
            found = self.value(base.at(name), ours.at(name), theirs.at(name), (*route, name))
            if found is not None:
                tree[name] = found.tree
                notes.children[name] = found.notes
        return Part(tree, notes)

    def _list(self, base: Part, ours: Part, theirs: Part, route: Route) -> Part:
        made = _Items(self, route, self.keys(route), _notes(base, ours, theirs))
        for triple in _triples(base, ours, theirs, made.keys):
            made.add(*triple)
        return Part(made.items, made.notes)

    def _clashed(self, clash: Clash, route: Route, *sides: Part | None) -> None:
        base, ours, theirs = (side.tree if side else None for side in sides)
        self.conflicts.append(Conflict(clash, route, base, ours, theirs))


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list on one side.

    Attributes:
        by_place: only its place says that it is the one of the base.
    """

    part: Part
    by_place: bool = False


class _Items:
    """The items of a list that is being put together."""

    def __init__(self, merging: _Merging, route: Route, keys: Keys, notes: Notes) -> None:
        self.merging, self.route, self.keys, self.notes = merging, route, keys, notes
        self.items: list[Tree] = []
        self._named: dict[Hashable, tuple[int, bool, bool]] = {}
        """Where an item of a key is, and which sides have one of that key themselves."""

    def add(self, base: Part | None, ours: _Item | None, theirs: _Item | None) -> None:
        route = (*self.route, len(self.items))
        told = len(self.merging.conflicts)
        if ours is not None and theirs is not None and (ours.by_place or theirs.by_place):
            made: Part | None = self.merging.whole(base, ours.part, theirs.part, route)
        else:
            made = self.merging.value(base, ours.part if ours else None, theirs.part if theirs else None, route)
        if made is None:
            self._told_at(told, self.route, ())  # of what is not in the result, the list it is missing from is told
            return
        name = self.keys.strong(made.tree)
        here, there = (item is not None and self.keys.strong(item.part.tree) == name for item in (ours, theirs))
        first = self._named.get(name) if name is not None else None
        if first is not None and not (first[1] and here) and not (first[2] and there):
            self._told_at(told, (*self.route, first[0]), route)
            self._fold(first[0], made, ours_first=first[1])
            self._named[name] = (first[0], True, True)
            return
        if name is not None and first is None:
            self._named[name] = (len(self.items), here, there)
        self.notes.children[len(self.items)] = made.notes
        self.items.append(made.tree)

    def _fold(self, place: int, made: Part, *, ours_first: bool) -> None:
        """Make one item of two that came by different ways: renamed on one side, added on the other."""
        first = Part(self.items[place], self.notes.at(place))
        sides = (first, made) if ours_first else (made, first)
        one = self.merging.value(None, *sides, (*self.route, place))
        if one is not None:
            self.items[place], self.notes.children[place] = one.tree, one.notes

    def _told_at(self, first: int, place: Route, told: Route) -> None:
        """Tell the clashes from `first` on at another place: what was below `told` below it, or all at it."""
        found = self.merging.conflicts
        for number in range(first, len(found)):
            below = found[number].route[len(told) :] if told else ()
            found[number] = replace(found[number], route=(*place, *below))


def _triples(
    base: Part, ours: Part, theirs: Part, keys: Keys
) -> Iterator[tuple[Part | None, _Item | None, _Item | None]]:
    """Yield the items of a list, each as the three sides have it: in our order, then what they have besides."""
    old, our, their = _list_of(base), _list_of(ours), _list_of(theirs)
    our_base, our_renamed = _origins(old, our, keys)
    their_base, their_renamed = _origins(old, their, keys)
    our_new = [place for place in range(len(our)) if place not in our_base]
    their_new = [place for place in range(len(their)) if place not in their_base]
    both_new = pair_new([our[place] for place in our_new], [their[place] for place in their_new], keys)
    partner = {our_new[here]: their_new[there] for there, here in both_new.items()}
    their_place = {origin: place for place, origin in their_base.items()}

    def item(side: Part, place: int | None, by_place: dict[int, int]) -> _Item | None:
        found = side.at(place) if place is not None else None
        return _Item(found, place in by_place) if found else None

    rows: list[tuple[int | None, int | None, int | None]] = []
    for place in range(len(our)):
        origin = our_base.get(place)
        rows.append((origin, place, partner.get(place) if origin is None else their_place.get(origin)))
    met = {there for _, _, there in rows}
    rows += ((their_base.get(place), None, place) for place in range(len(their)) if place not in met)
    if old == our:  # we left it as it was: their order
        rows.sort(key=lambda row: len(their) if row[2] is None else row[2])
    for origin, here, there in rows:
        yield (
            base.at(origin) if origin is not None else None,
            item(ours, here, our_renamed),
            item(theirs, there, their_renamed),
        )


def _origins(old: list[Tree], new: list[Tree], keys: Keys) -> tuple[dict[int, int], dict[int, int]]:
    known = align(old, new, keys)
    by_place = renamed(old, new, known)
    return {**known, **by_place}, by_place


def _list_of(side: Part) -> list[Tree]:
    return side.tree if isinstance(side.tree, list) else []


def _if_kind(side: Part | None, kind: type) -> Part | None:
    return side if side is not None and isinstance(side.tree, kind) else None


def _names(ours: Tree, theirs: Tree) -> list[str]:
    """Return our keys in order, and each of theirs after the one that it follows there."""
    names = list(ours) if isinstance(ours, dict) else []
    before = ""
    for name in theirs if isinstance(theirs, dict) else ():
        if name not in names:
            names.insert(names.index(before) + 1 if before else 0, name)
        before = name
    return names


def _notes(base: Part | None, ours: Part, theirs: Part) -> Notes:
    """Return our comments of one value, without those inside it, and what they added to them."""
    old, our, their = (base.notes if base else Notes()), ours.notes, theirs.notes
    before = our.before + _added(old.before, our.before, their.before)
    eol = our.eol
    if their.eol not in ("", old.eol, our.eol):
        if our.eol in ("", old.eol):
            eol = their.eol
        else:
            before.append(Note(their.eol))
    after = our.after + _added(old.after, our.after, their.after)
    return Notes(before, eol, after, our.is_spaced or their.is_spaced)


def _added(old: list[Note], our: list[Note], their: list[Note]) -> list[Note]:
    known = {note.text for note in (*old, *our)}
    return [note for note in their if note.text not in known]
