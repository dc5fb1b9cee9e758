"""The plainest decisions, which are nearly all: read without an object for each row.

A plain decision says who gave which award to whom, on one paper with number and date, and nothing that any rule for single
records speaks of: no doubt, no presentation, no counted groups. What is not plain here is no fault; it is read by `reading`.
What is read comes from a text in canonical form or from a tree, and is the same for the same data.
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from thidua.store.digest import short_digest
from thidua.store.plain_parts import MERIT, NAMES, OTHERS, POST, QUOTED, WORD, Rows, row_of, rows_in, unquoted
from thidua.value_class import dataclass

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

_ID = "[a-z0-9][a-z0-9/-]*+"
_IN_LINE = rf"(?:{WORD}|,(?!\n)|&|:(?=[\w/]))"
_ON_LINE = rf"[^\W_]{_IN_LINE}*+(?: {_IN_LINE}++)*+|{QUOTED}"


def _lines(indent: int, fields: Sequence[str]) -> str:
    """Return a pattern of entries, each of which may be missing; whether their values are plain is looked at after."""
    return "".join(rf"(?:{' ' * indent}{field}: ([^\n]++)\n)?+" for field in fields)


_HEAD = re.compile(
    rf"decision:\n{_lines(2, PAPER)}(?:  signer:\n(?=    ){_lines(4, SIGNER)})?+"
    rf"(?:  bases:\n((?:    - [^\n]++\n)++))?+{_lines(2, ['received'])}"
    rf"{_lines(0, REST)}awards:\n"
)
_GROUP = re.compile(rf"  - award: ({_ID})\n{_lines(4, ['name', 'method'])}    recipients:\n")
_TAIL = re.compile(rf"(?:source:\n(?=  ){_lines(2, SOURCE)})?+{_lines(0, ['note'])}\Z")
_ONE_LINE = re.compile(_ON_LINE)
_FIRST_ROW, _NEXT_ROW, _LAST_ROW = "      - {", "}\n      - {", "}\n"
"""What stands before, between and after the rows of a group."""

_NEXT = "\n  - "
_AFTER = ("\nsource:", "\nnote:")
_ITEM = len("    - ")

_KEYS: Final = frozenset(("decision", *REST, "awards", "source", "note"))
_PAPER_KEYS: Final = frozenset((*PAPER, "signer", "bases", "received"))
_SOURCE_KEYS: Final = frozenset(SOURCE)
_SIGNER_KEYS: Final = frozenset(SIGNER)
_GROUP_KEYS: Final = frozenset(("award", "name", "method", "recipients"))
_ROW_KEYS: Final = frozenset((*NAMES, *OTHERS))


@dataclass(frozen=True, slots=True)
class Group:
    """One award of a decision.

    Attributes:
        lines: of the rows.
    """

    award: str
    name: str
    method: str
    rows: Rows
    lines: Sequence[int]


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain decision. What is not given is the empty text; quotes are taken off.

    Attributes:
        head: the values of `PAPER`, `SIGNER`, `received`, `REST`, `SOURCE` and `note`, in this order.
    """

    head: tuple[str, ...]
    bases: tuple[str, ...]
    groups: list[Group]

    def digest(self) -> str:
        """Return what `content.data_of` keeps of a plain decision: equal for equal data, however it is written."""
        told = [*self.head, str(len(self.bases)), *self.bases]
        for group in self.groups:
            told += (group.award, group.name, group.method, str(len(group.rows.who)))
            for parts in group.rows:
                told += [one.told for one in parts]
        return short_digest("\x1e".join(told))

    def tell_values(self, into: set[str]) -> None:
        """Add every value that stands outside rows to a set."""
        into.update(self.head, self.bases)
        for group in self.groups:
            into.update((group.award, group.name, group.method))


def plain_in(text: str) -> Plain | None:
    """Return what a text in canonical form says; `None` where the text is not plain enough to tell.

    Whatever is not one of its values is known sign by sign. Whether these are clean text is for the caller to look at.
    """
    head = _HEAD.match(text)
    if head is None or not text.endswith("\n"):
        return None
    place = head.end()
    line = text.count("\n", 0, place) + 1
    groups = []
    while found := _GROUP.match(text, place):
        start = found.end()
        end = _end_of_rows(text, start)
        if not (text.startswith(_FIRST_ROW, start) and text.endswith(_LAST_ROW, start, end)):
            return None
        rows = rows_in(text[start + len(_FIRST_ROW) : end - len(_LAST_ROW)].split(_NEXT_ROW))
        award, name, method = found.groups("")
        if rows is None or not all(map(_is_plain, filter(None, (name, method)))):
            return None
        line += text.count("\n", place, start)
        number = len(rows.who)
        name, method = unquoted((name, method))
        groups.append(Group(award, name, method, rows, range(line, line + number)))
        line += number
        place = end
    tail = _TAIL.match(text, place)
    if tail is None or not groups:
        return None
    *before, bases, received, period, method, campaign, bloc, nomination = head.groups("")
    values = (*before, received, period, method, campaign, bloc, nomination, *tail.groups(""))
    listed = tuple(base[_ITEM:] for base in bases.split("\n")[:-1]) if bases else ()
    if not all(map(_is_plain, filter(None, (*values, *listed)))):
        return None
    return Plain(unquoted(values), unquoted(listed), groups)


@lru_cache(maxsize=1 << 16)
def _is_plain(value: str) -> bool:
    """Whether a value on a line of its own is the same text for every reader; few are met once only."""
    return _ONE_LINE.fullmatch(value) is not None


def _end_of_rows(text: str, start: int) -> int:
    """Return where the rows of a group end: at the next group, else at what follows the groups."""
    following = text.find(_NEXT, start)
    if following < 0:
        following = next((at for mark in _AFTER if (at := text.find(mark, start)) >= 0), len(text) - 1)
    return following + 1


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
    values: list[Any] = [*row.values(), ""]
    try:
        "".join(values)  # at one look: are they all text?
    except TypeError:
        return None
    name, value, post, merit = shape
    return None if values.index("") < len(row) else row_of((name, values[value]), post(values), merit(values))


_Values = tuple[str, ...]


@lru_cache(maxsize=1024)
def _shape(
    fields: tuple[str, ...],
) -> tuple[str, int, Callable[[list[Any]], _Values], Callable[[list[Any]], _Values]] | None:
    """Return which field names the recipient, where its value stands, and how the values of the other parts are put in order."""
    names = [one for one in fields if one in NAMES]
    if len(names) != 1 or not _ROW_KEYS.issuperset(fields):
        return None
    post, merit = (
        itemgetter(*(fields.index(one) if one in fields else -1 for one in wanted)) for wanted in (POST, MERIT)
    )
    return names[0], fields.index(names[0]), post, merit
