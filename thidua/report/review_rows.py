"""The rows of a decision before and after: matched by who and what for, so that their order is no matter."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from thidua.value_class import dataclass
from thidua.vietnamese.text import fold, name_key, nfc

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator

    from thidua.diagnostics import Route

WHO = ("name", "collective", "enterprise", "household", "people")
"""The fields that name a recipient; a row has one of them."""

OF_GROUP = ("award", "name", "method")
"""Fields of an award that its rows share; the name is the award's own."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of a decision, as far as a plain tree tells.

    Attributes:
        path: the file it stands in.
        key: by which a name written two ways is one.
        award, own_name, method: of the group it stands in.
        rest: every other field of the row.
    """

    path: str
    route: Route
    kind: str
    who: str
    key: str
    unit: str
    award: str
    own_name: str
    method: str
    rest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Matched:
    """A row before and after; one of them is `None` where it is new, or gone."""

    before: Listed | None
    after: Listed | None


def understood(tree: Any) -> bool:
    """Whether a tree has the shape of a decision, so that its rows can be told from each other."""
    groups = tree.get("awards") if isinstance(tree, dict) else None
    return isinstance(groups, list) and all(_is_group(group) for group in groups)


def _is_group(group: Any) -> bool:
    if not isinstance(group, dict) or not isinstance(group.get("award"), str):
        return False
    rows = group.get("recipients", [])
    shared = all(isinstance(group.get(field, ""), str) for field in OF_GROUP)
    return shared and isinstance(rows, list) and all(_is_row(row) for row in rows)


def _is_row(row: Any) -> bool:
    return (
        isinstance(row, dict)
        and all(isinstance(value, str) for value in row.values())
        and sum(field in row for field in WHO) == 1
    )


def listed(path: str, tree: Any) -> list[Listed]:
    """Return the rows of a tree that is understood."""
    found = []
    for number, group in enumerate(tree["awards"]):
        award, own_name, method = (group.get(field, "") for field in OF_GROUP)
        for place, row in enumerate(group.get("recipients", ())):
            kind = next(field for field in WHO if field in row)
            rest = tuple(sorted((field, value) for field, value in row.items() if field not in (kind, "unit")))
            route = ("awards", number, "recipients", place)
            key = name_key(row[kind])
            found.append(Listed(path, route, kind, row[kind], key, row.get("unit", ""), award, own_name, method, rest))
    return found


def without_rows(tree: dict[str, Any]) -> dict[str, Any]:
    """Return what a decision says beside its rows, with awards of one kind as one."""
    kept = {key: value for key, value in tree.items() if key != "awards"}
    groups: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for group in tree["awards"]:
        rest = {key: value for key, value in group.items() if key != "recipients"}
        if len(rest) > sum(field in rest for field in OF_GROUP):
            groups[tuple(rest.get(field, "") for field in OF_GROUP)].append(rest)
    kept["awards"] = [one for many in groups.values() for one in many]
    return kept if kept["awards"] else {key: value for key, value in kept.items() if key != "awards"}


_SAME: tuple[Callable[[Listed], Hashable], ...] = (
    lambda row: (row.kind, row.who, row.unit, row.award, row.own_name, row.method, row.rest),
    lambda row: (row.kind, row.key, nfc(row.unit), row.award, row.own_name),
    lambda row: (row.kind, row.key, nfc(row.unit), row.award),
    lambda row: (row.kind, row.key, nfc(row.unit)),
    lambda row: (row.kind, row.key, row.award),
    lambda row: (row.kind, row.key),
)
"""By what two rows are one, the surest first; by the first of them nothing of a row is another."""


def _spelt(row: Listed) -> Hashable:
    """By what a name that was spelt wrong is known: its letters without accents, and all else."""
    return row.kind, fold(row.who), nfc(row.unit), row.award


def matched(before: Iterable[Listed], after: Iterable[Listed]) -> list[Matched]:
    """Return the rows that are not the same before and after; a row and what became of it are together."""
    old, new = list(before), list(after)
    pairs: list[Matched] = []
    for place, key in enumerate((*_SAME, _spelt)):
        together = list(_taken(old, new, key, every=place < 3))
        if place:  # rows that agree in all are no change
            pairs += together
    return [*pairs, *(Matched(one, None) for one in old), *(Matched(None, one) for one in new)]


def _taken(
    old: list[Listed], new: list[Listed], key: Callable[[Listed], Hashable], *, every: bool
) -> Iterator[Matched]:
    """Take pairs of one key out of both lists.

    Args:
        every: of several rows of one key the first go with the first; else only a row that is alone on both sides goes.
    """
    mine: defaultdict[Hashable, list[Listed]] = defaultdict(list)
    for one in old:
        mine[key(one)].append(one)
    times = Counter(map(key, new))
    taken: set[int] = set()
    for one in new:
        which = key(one)
        candidates = mine.get(which)
        if candidates and (every or (len(candidates) == 1 and times[which] == 1)):
            was = candidates.pop(0) if every else candidates[0]
            taken |= {id(was), id(one)}
            yield Matched(was, one)
    old[:] = [one for one in old if id(one) not in taken]
    new[:] = [one for one in new if id(one) not in taken]


def fields_of(pair: Matched) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield the fields in which a row is not what it was: key, before, after; the fields of its award first."""
    was, now = pair.before, pair.after
    if was is None or now is None:
        return
    if (was.award, was.own_name) != (now.award, now.own_name):
        yield "award", was.own_name or was.award, now.own_name or now.award
    if was.method != now.method:
        yield "method", was.method or None, now.method or None
    if was.who != now.who:
        yield now.kind, was.who, now.who
    if was.unit != now.unit:
        yield "unit", was.unit or None, now.unit or None
    old, new = dict(was.rest), dict(now.rest)
    for field in dict.fromkeys((*new, *old)):
        if old.get(field) != new.get(field):
            yield field, old.get(field), new.get(field)
