"""Reads what thidua itself writes, line by line, at a fraction of the cost of a parser of all YAML.

It knows little more than the plainest part of the canonical form: one entry a line, indents of two, rows in braces,
comments on lines of their own, no escapes, no text of several lines. Of everything else it says nothing, and `builder`
reads it.
Where both answer, they answer the same: tree, order and lines; what the builder refuses is never taken here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from thidua.diagnostics import Key, Route
    from thidua.source.builder import Tree

Places: TypeAlias = "int | tuple[int, dict[str, Places] | list[Places]]"
"""The line a value starts on; of a value of several lines also where its parts start."""

MAX_DEPTH = 12

# what may follow begins with no letter that these take: to give none back makes them twice as fast, and takes the same
_IN_ROW = r"[^\W_](?:[\w./%()+°*;!$~…–—“”‘’•-]++| (?=[^\s#]))*+(?<! )"
_IN_LINE = r"[^\W_](?:[\w./%()+°*;!$~…–—“”‘’•&@\"'-]++|,(?!$)|:(?=[\w/])| (?=[^\s#]))*+(?<! )"
_QUOTED = r"\"[^\"\\]+\"|'[^']+'"
_KEY = "[a-z][a-z_]*"

_ENTRY = re.compile(rf"({_KEY}):(?: ({_IN_LINE}|{_QUOTED})| (\{{.+\}}|\[.+\]))?$")
_SCALAR = re.compile(rf"(?:{_IN_LINE}|{_QUOTED})$")
_PLAIN_ROW = re.compile(rf"{_KEY}: {_IN_ROW}(?:, {_KEY}: {_IN_ROW})*\}}$")
_ROW = re.compile(rf"{_KEY}: (?:{_IN_ROW}|{_QUOTED})(?:, {_KEY}: (?:{_IN_ROW}|{_QUOTED}))*\}}$")
PAIR = re.compile(rf"({_KEY}): ({_IN_ROW}|{_QUOTED})(?:, |\}}$)")
_PLAIN_LIST = re.compile(rf"{_IN_ROW}(?:, {_IN_ROW})*\]$")
_OTHER_BREAKS = re.compile("[\t\r\x85\u2028\u2029\ufeff]")


class _NotCanonicalError(Exception):
    """A line is not of the part of YAML that is known here."""


def read_canonical(text: str) -> tuple[dict[str, Tree], Places] | None:
    """Return the tree of a clean text and where its parts start, or `None` where the text is not plain enough."""
    if _OTHER_BREAKS.search(text):
        return None
    lines = _Lines(text)
    try:
        tree, places = lines.mapping(0, 1)
    except _NotCanonicalError:
        return None
    return (tree, places) if tree and lines.at == len(lines.lines) else None


def line_at(places: Places, route: Route) -> int:
    """Return the line on which a value, or its nearest ancestor that exists, starts."""
    for key in route:
        if isinstance(places, int):
            return places
        part = part_at(places[1], key)
        if part is None:
            break
        places = part
    return places if isinstance(places, int) else places[0]


def part_at(parts: dict[str, Places] | list[Places], key: Key) -> Places | None:
    """Return where a part starts; `None` where there is no such part."""
    if isinstance(parts, dict):
        return parts.get(str(key))
    return parts[key] if isinstance(key, int) and key < len(parts) else None


class _Lines:
    """The lines of a text, and which of them is read next."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        if not self.lines[-1]:
            self.lines.pop()
        self.at = 0

    def mapping(self, indent: int, depth: int) -> tuple[dict[str, Tree], Places]:
        """Read entries that stand at one indent, up to a line further left."""
        tree: dict[str, Tree] = {}
        places: dict[str, Places] = {}
        first = 0
        pad = " " * indent
        lines, end = self.lines, len(self.lines)
        while self.at < end:
            line = lines[self.at]
            found = _ENTRY.match(line, indent) if line.startswith(pad) else None
            if found is None:
                if is_passed_over(line):
                    self.at += 1
                    continue
                if line.startswith(pad):
                    raise _NotCanonicalError
                break
            key, value, flow = found.groups()
            if key in tree:
                raise _NotCanonicalError
            self.at += 1
            first = first or self.at
            if value is not None:
                tree[key] = _unquoted(value)
                places[key] = self.at
            elif flow is not None:
                tree[key] = _flow(flow)
                places[key] = self.at
            else:
                tree[key], places[key] = self._below(indent, depth + 1)
        return tree, (first, places)

    def _below(self, indent: int, depth: int) -> tuple[Tree, Places]:
        """Read what stands under a key: a mapping or a list, never nothing.

        The program indents lists; many people write them right under their key, and that is read, too.
        """
        if depth > MAX_DEPTH:
            raise _NotCanonicalError
        while self.at < len(self.lines) and is_passed_over(self.lines[self.at]):
            self.at += 1
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        tree: Tree
        if line.startswith(" " * indent + "- "):
            tree, places = self._list(indent, depth, is_right_under=True)
        elif line.startswith(" " * indent + "  - "):
            tree, places = self._list(indent + 2, depth)
        else:
            tree, places = self.mapping(indent + 2, depth)
        if not tree:
            raise _NotCanonicalError
        return tree, places

    def _list(self, indent: int, depth: int, *, is_right_under: bool = False) -> tuple[list[Tree], Places]:
        """Read the items of a list that stand at one indent.

        Args:
            is_right_under: the list stands at the indent of its key; what follows there is the next key.
        """
        items: list[Tree] = []
        places: list[Places] = []
        pad = " " * indent
        mark = pad + "- "
        row, start = mark + "{", indent + 3
        lines, end = self.lines, len(self.lines)
        while self.at < end:
            line = lines[self.at]
            if line.startswith(row):
                self.at += 1
                items.append(_row(line, start))
                places.append(self.at)
            elif line.startswith(mark):
                item, place = self._item(line, indent + 2, depth + 1)
                items.append(item)
                places.append(place)
            elif is_passed_over(line):
                self.at += 1
            elif line.startswith(pad) and not is_right_under:
                raise _NotCanonicalError
            else:
                break
        return items, (_first(places), places)

    def _item(self, line: str, indent: int, depth: int) -> tuple[Tree, Places]:
        """Read an item that is no row: a word, a list on one line, or entries that begin beside the mark."""
        if found := _SCALAR.match(line, indent):
            self.at += 1
            return _unquoted(found[0]), self.at
        if line.startswith("[", indent):
            self.at += 1
            return _flow(line[indent:]), self.at
        if depth > MAX_DEPTH or not _ENTRY.match(line, indent):
            raise _NotCanonicalError
        self.lines[self.at] = " " * indent + line[indent:]
        return self.mapping(indent, depth)


def _first(places: list[Places]) -> int:
    first = places[0]
    return first if isinstance(first, int) else first[0]


def is_passed_over(line: str) -> bool:
    """Tell whether a line is empty, or a comment."""
    return not line or line.lstrip(" ").startswith("#")


def _unquoted(value: str) -> str:
    return value[1:-1] if value[0] in "\"'" else value


def _flow(text: str) -> Tree:
    """Read a mapping or a list of words that stands on one line, with its brackets."""
    if text[0] == "{":
        return _row(text, 1)
    if not _PLAIN_LIST.match(text, 1):
        raise _NotCanonicalError
    return list(text[1:-1].split(", "))


def _row(line: str, start: int) -> dict[str, Tree]:
    """Read a mapping of words from after its brace to the end of the line."""
    if _PLAIN_ROW.match(line, start):
        pairs = [pair.split(": ", 1) for pair in line[start:-1].split(", ")]
    elif _ROW.match(line, start):
        pairs = [[key, _unquoted(value)] for key, value in PAIR.findall(line, start)]
    else:
        raise _NotCanonicalError
    row: dict[str, Tree] = {key: value for key, value in pairs}  # noqa: C416 - its values are trees
    if len(row) != len(pairs):
        raise _NotCanonicalError
    return row
