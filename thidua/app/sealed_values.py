"""What a paper states, value by value, and how what it states now differs from what it stated.

Only what is stated counts: a value that was left out may be filled in, rows may stand in another order, a number may
give place to a list of as many. Where a fact was read, why it is doubted and what is noted about it is said about the
record, not by the paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from thidua.diagnostics import route_text
from thidua.model.award import AwardRecord, RowReference
from thidua.model.change import CorrectedRow, Correction, Revocation
from thidua.model.lists import RECIPIENT_FIELDS, RecipientKind
from thidua.model.number_book import NumberBook
from thidua.store.corrected_rows import text_of
from thidua.store.correction_rows import named_in
from thidua.store.paths import is_slug
from thidua.store.recipients import COUNTED
from thidua.store.walk import walk
from thidua.value_class import dataclass, field
from thidua.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from thidua.diagnostics import Route
    from thidua.model.base import Record

    Renamed = Callable[[str, str], str]

ABOUT = frozenset({"source", "doubt", "note"})
"""Fields about the record."""

OWN_NAME = "own name"
"""The field of a row that says how its award is called where not as the catalogue has it."""

HEAD = ""
"""The kind of the part that is the paper itself."""


@dataclass(slots=True)
class Part:
    """The paper itself, one row of it, or one number without rows.

    Attributes:
        kind: of the part; parts of different kinds are never one.
        called: what must be the same for two parts to be one, whatever else was filled in.
        name: whom it names, for messages and to find it again where its values changed.
        stated: its values by field, each with its route.
    """

    kind: str
    route: Route
    called: tuple[str, ...] = ()
    name: str = ""
    stated: dict[str, tuple[str, Route]] = field(default_factory=dict)

    def has(self, other: Part) -> bool:
        """Whether it states all that another states."""
        return all(self.value(name) == value for name, (value, _) in other.stated.items())

    def value(self, name: str) -> str | None:
        found = self.stated.get(name)
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Lost:
    """A stated value that is another now, or a part that is gone; `now` is the part as it is, where there is one.

    Attributes:
        field: the value; empty where all of the part is gone.
    """

    was: Part
    now: Part | None = None
    field: str = ""


def same(folder: str, id_: str) -> str:
    """Return an id as it is: nothing was renamed."""
    del folder
    return id_


def parts_of(record: Record, renamed: Renamed = same) -> list[Part]:
    """Return all that a paper states, itself first.

    Args:
        renamed: gives what a record of a folder that the paper names is called now.
    """
    names = {route: renamed(one.folder, value) for route, one, value in walk(record) if one is not None}
    head = Part(HEAD, ())
    parts = [head]
    match record:
        case AwardRecord():
            for route, value in _values(record, (), names, frozenset({*ABOUT, "awards"})):
                _state(head, parts, route, value)
            parts += _rows(record, names)
        case Correction() | Revocation():
            for route, value in _values(record, (), names, frozenset({*ABOUT, "rows"})):
                _state(head, parts, route, value)
            names |= _named_as_right(record, renamed)
            for place, row in enumerate(record.rows):
                here: Route = ("rows", place)
                stated = {route_text(r[2:]): (v, r) for r, v in _values(row, here, names)}
                name = next((stated[key][0] for key in ("row.name", "name") if key in stated), "")
                told = tuple(stated.get(key, ("", ()))[0] for key in ("row.name", "name", "field", "value"))
                parts.append(Part("row", here, told, name, stated))
        case NumberBook():
            given: dict[str, Part] = {}
            for place, one in enumerate(record.numbers):
                here = ("numbers", place)
                stated = {route_text(r[2:]): (v, r) for r, v in _values(one, here, names)}
                # of a number that was given twice the later row is given another
                given.setdefault(one.number, Part("given", here, (one.number,), one.number, stated))
            parts += given.values()
        case _:
            pass
    return parts


def _named_as_right(record: Correction | Revocation, renamed: Renamed) -> dict[Route, str]:
    """Return the ids that stand as right values, and those by which collectives are called, as they are now."""
    found: dict[Route, str] = {}
    for route, _, row in walk(record):
        if isinstance(row, RowReference) and is_slug(row.name):
            found[*route, "name"] = renamed("organisations", row.name)
    for place, row in enumerate(record.rows):
        if isinstance(row, CorrectedRow) and (folder := named_in(row)):
            found["rows", place, "value"] = renamed(folder, row.value)
    return found


def _state(head: Part, parts: list[Part], route: Route, value: str) -> None:
    """Note a value of the paper itself; each item of a list is a part of its own, since their order says nothing."""
    if isinstance(route[-1], int):
        name = route_text(route[:-1])
        parts.append(Part(name, route, (value,), value, {name: (value, route)}))
    else:
        head.stated[route_text(route)] = value, route


def _rows(record: AwardRecord, names: dict[Route, str]) -> Iterator[Part]:
    for number, group in enumerate(record.awards):
        here: Route = ("awards", number)
        award = names.get((*here, "award"), group.award)
        shared = {"award": (award, (*here, "award"))}
        if group.name is not None:
            shared[OWN_NAME] = group.name, (*here, "name")
        if method := group.method or record.method:
            shared["method"] = method.value, (*here, "method") if group.method else ("method",)
        for place, one in enumerate(group.recipients):
            route: Route = (*here, "recipients", place)
            stated = {route_text(r[4:]): (v, r) for r, v in _values(one, route, names)}
            naming = next(key for key in RECIPIENT_FIELDS if key in stated)
            name = stated[naming][0]
            yield Part("recipients", route, (award, naming, name), name, {**shared, **stated})
        if group.counted is not None:
            route = (*here, "counted")
            stated = {route_text(r[3:]): (v, r) for r, v in _values(group.counted, route, names)}
            yield Part("counted", route, (award,), award, {**shared, **stated})
        if group.described is not None:
            route = (*here, "described")
            yield Part("described", route, (award,), award, {**shared, "described": (group.described, route)})


def _values(
    value: Any, route: Route, names: dict[Route, str], without: frozenset[str] = ABOUT
) -> Iterator[tuple[Route, str]]:
    """Yield every value that is stated below a route, as a record writes it."""
    if isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            key = info.alias or name
            if key not in without:
                yield from _values(getattr(value, name), (*route, key), names)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _values(item, (*route, place), names)
    elif value is not None:
        yield route, tidy(names.get(route, text_of(value) or ""))


def compared(before: Sequence[Part], now: Sequence[Part]) -> tuple[list[Lost], list[Part]]:
    """Return what was stated and is not any more, and the parts that are new."""
    lost: list[Lost] = []
    left, free, grown = _unmatched(before, now)
    for was in list(left):
        found = _likest(was, free)
        if found is not None:
            left.remove(was)
            free.remove(found)
            lost += [Lost(was, found, name) for name in was.stated if found.value(name) != was.value(name)]
            grown.append((was, found))
    told = {part.route: part for was, to in grown if (part := _more(was, to)) is not None}
    return lost + [Lost(was) for was in left if not _is_listed(was, free)], [*free, *told.values()]


def _more(was: Part, now: Part) -> Part | None:
    """Return what was left out and says more than it adds: an award is called otherwise, a number counts others."""
    if OWN_NAME in now.stated and OWN_NAME not in was.stated:
        name, route = now.stated[OWN_NAME]
        return Part(OWN_NAME, route, (name,), name)
    if was.kind == "counted" and any(name in now.stated and name not in was.stated for name in (*COUNTED, "qualifier")):
        return now
    return None


def _is_listed(was: Part, free: Sequence[Part]) -> bool:
    """Whether there is a list now, of as many as were counted without one."""
    numbers = {name: value for name, (value, _) in was.stated.items() if name not in _SHARED}
    if was.kind != "counted" or not numbers.keys() <= COUNTED.keys():
        return False
    listed = [one.called[1] for one in free if one.kind == "recipients" and one.value("award") == was.value("award")]
    kinds = [str(RECIPIENT_FIELDS[naming]) for naming in listed]
    every = {RecipientKind.UNSPLIT: len(kinds), RecipientKind.COLLECTIVE: sum(map(kinds.count, _COLLECTIVES))}
    return all(int(value) == every.get(COUNTED[name], kinds.count(COUNTED[name])) for name, value in numbers.items())


_SHARED = frozenset({"award", OWN_NAME, "method"})
_COLLECTIVES = (RecipientKind.COLLECTIVE, RecipientKind.ENTERPRISE)


def _unmatched(before: Sequence[Part], now: Sequence[Part]) -> tuple[list[Part], list[Part], list[tuple[Part, Part]]]:
    """Return the parts that none of now states whole, each of which stands for one, and those that are left of now.

    Third come the parts that are stated whole, each with that of now which states it.
    """
    old, new = _by_name(before), _by_name(now)
    left: list[Part] = []
    free: list[Part] = []
    whole: list[tuple[Part, Part]] = []
    for called in dict.fromkeys((*old, *new)):
        kept = _paired(old.get(called, []), new.get(called, []))
        whole += [(old[called][place], new[called][to]) for place, to in kept.items()]
        left += [one for place, one in enumerate(old.get(called, [])) if place not in kept]
        taken = set(kept.values())
        free += [one for place, one in enumerate(new.get(called, [])) if place not in taken]
    return left, free, whole


def _by_name(parts: Sequence[Part]) -> dict[tuple[str, ...], list[Part]]:
    found: dict[tuple[str, ...], list[Part]] = {}
    for part in parts:
        found.setdefault((part.kind, *part.called), []).append(part)
    return found


def _paired(old: list[Part], new: list[Part]) -> dict[int, int]:
    """Pair as many of the old with new ones that state all of them as can be, each with another."""
    taken: dict[int, int] = {}

    def can_take(one: int, seen: set[int]) -> bool:
        for other in sorted(range(len(new)), key=lambda place: new[place].route != old[one].route):
            if other not in seen and new[other].has(old[one]):
                seen.add(other)
                if other not in taken or can_take(taken[other], seen):
                    taken[other] = one
                    return True
        return False

    for one in range(len(old)):
        can_take(one, set())
    return {one: other for other, one in taken.items()}


def _likest(was: Part, free: list[Part]) -> Part | None:
    """Return the part of now that most likely is what was: of one name, or in the place where it stood."""
    alike = [one for one in free if one.kind == was.kind and (one.name == was.name or one.route == was.route)]
    return max(alike, key=lambda one: _alike(was, one), default=None)


def _alike(was: Part, one: Part) -> tuple[bool, int, bool]:
    equal = sum(one.value(name) == value for name, (value, _) in was.stated.items())
    return one.name == was.name, equal, one.route == was.route
