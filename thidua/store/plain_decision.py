"""The plainest decisions, which are nearly all: what they say without an object for each row.

A plain decision says who gave which award to whom, on one paper with number and date, and nothing that any rule for single
records speaks of: no doubt, no presentation, no counted groups. What is not plain here is no fault; it is read by `reading`.
What is read comes from a file in canonical form, see `plain_text`, or from a tree, and is the same for the same data.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from thidua.store.digest import short_digest
from thidua.store.plain_parts import MERIT, NAMES, OTHERS, POST, Rows, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from thidua.diagnostics import Route
    from thidua.source.builder import Tree
    from thidua.store.plain_parts import Row

PAPER: Final = ("number", "date", "authority")
SIGNER: Final = ("name", "position", "capacity")
REST: Final = ("period", "method", "campaign", "bloc", "nomination")
SOURCE: Final = ("document", "publisher", "number", "date", "place", "address", "archive")
"""Fields of a decision, of its signer, of its record and of its source, in the order of the models."""

_KEYS: Final = frozenset(("decision", *REST, "awards", "source", "note"))
_PAPER_KEYS: Final = frozenset((*PAPER, "signer", "bases", "received"))
_SOURCE_KEYS: Final = frozenset(SOURCE)
_SIGNER_KEYS: Final = frozenset(SIGNER)
_GROUP_KEYS: Final = frozenset(("award", "name", "method", "recipients"))
_ROW_KEYS: Final = frozenset((*NAMES, *OTHERS))


class Group(NamedTuple):
    """One award of a decision.

    Attributes:
        lines: of the rows.
    """

    award: str
    name: str
    method: str
    rows: Rows
    lines: Sequence[int]


class Plain(NamedTuple):
    """A plain decision. What is not given is the empty text; quotes are taken off.

    Attributes:
        head: the values of `PAPER`, `SIGNER`, `received`, `REST`, `SOURCE` and `note`, in this order.
    """

    head: tuple[str, ...]
    bases: tuple[str, ...]
    groups: list[Group]

    def digest(self) -> str:
        """Return what `content.data_of` keeps of a plain decision: equal for equal data, however it is written."""
        values = [*self.head, str(len(self.bases)), *self.bases]
        told: list[bytes] = []
        for award, name, method, rows, _ in self.groups:
            values += (award, name, method, str(len(rows.who)))
            for parts in rows:
                told += [part.told for part in parts]
        return short_digest(b"\x1e".join(("\x1e".join(values).encode("utf-8", "surrogatepass"), *told)))


def plain_of(tree: Mapping[str, Tree], lines: Callable[[Route], Sequence[int]]) -> Plain | None:
    """Return what a tree says, or `None` where there is more in it, or less, than a plain decision has.

    Args:
        lines: where the items of the list at a route start.
    """
    paper, groups = tree.get("decision"), tree.get("awards")
    if not isinstance(paper, dict) or not isinstance(groups, list) or not groups or not tree.keys() <= _KEYS:
        return None
    signer = paper.get("signer", {})
    if not isinstance(signer, dict) or not paper.keys() <= _PAPER_KEYS or not signer.keys() <= _SIGNER_KEYS:
        return None
    source, bases = tree.get("source", {}), paper.get("bases", [])
    if not isinstance(source, dict) or not source.keys() <= _SOURCE_KEYS or not isinstance(bases, list):
        return None
    head = [
        *(paper.get(name, "") for name in PAPER), *(signer.get(name, "") for name in SIGNER), paper.get("received", ""),
        *(tree.get(name, "") for name in REST), *(source.get(name, "") for name in SOURCE), tree.get("note", ""),
    ]  # fmt: skip
    parts = sum(name in where for where, name in ((paper, "signer"), (paper, "bases"), (tree, "source")))
    given = len(tree) + len(paper) + len(signer) + len(source) - parts - 2
    if not all(isinstance(value, str) for value in (*head, *bases)) or sum(map(bool, head)) != given:
        return None
    if not all(bases) or parts != sum(map(bool, (signer, bases, source))):
        return None
    made = [_group_of(one, ("awards", place), lines) for place, one in enumerate(groups)]
    known = [one for one in made if one is not None]
    return Plain(tuple(map(str, head)), tuple(map(str, bases)), known) if len(known) == len(made) else None


def _group_of(group: Tree, route: Route, lines: Callable[[Route], Sequence[int]]) -> Group | None:
    if not isinstance(group, dict) or not group.keys() <= _GROUP_KEYS:
        return None
    about = [group.get(name, "") for name in ("award", "name", "method")]
    rows = group.get("recipients")
    if (
        not isinstance(rows, list)
        or not all(isinstance(one, str) for one in about)
        or sum(map(bool, about)) != len(group) - 1
    ):
        return None
    made = [_row_of(row) for row in rows]
    known = [one for one in made if one is not None]
    if not known or len(known) != len(made):
        return None
    award, name, method = map(str, about)
    return Group(award, name, method, Rows(*zip(*known, strict=True)), lines((*route, "recipients")))


def _row_of(row: Tree) -> Row | None:
    if not isinstance(row, dict):
        return None
    shape = _shape(tuple(row))
    if shape is None:
        return None
    given: list[Any] = [*row.values(), ""]
    try:
        "".join(given)  # at one look: are they all text?
    except TypeError:
        return None
    name, value, post, merit = shape
    return None if given.index("") < len(row) else row_of((name, given[value]), post(given), merit(given))


_Some = tuple[str, ...]


@lru_cache(maxsize=1024)
def _shape(
    fields: tuple[str, ...],
) -> tuple[str, int, Callable[[list[Any]], _Some], Callable[[list[Any]], _Some]] | None:
    """Return which field names the recipient, where its value stands, and how the values of the other parts are put in order."""
    names = [one for one in fields if one in NAMES]
    if len(names) != 1 or not _ROW_KEYS.issuperset(fields):
        return None
    post, merit = (
        itemgetter(*(fields.index(one) if one in fields else -1 for one in wanted)) for wanted in (POST, MERIT)
    )
    return names[0], fields.index(names[0]), post, merit
