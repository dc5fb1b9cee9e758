"""Small changes to the text of a document: every other byte of the file stays.

Each function returns the new text. It has been read again by then, and holds just the change asked for.
"""

from __future__ import annotations

import copy
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from thidua.source.document import Document, parse, parse_markdown
from thidua.source.emit import emit, flow
from thidua.source.nodes import Node, Style
from thidua.source.problem import DocumentError
from thidua.source.scalars import block_or_line, double_quoted, key, scalar, single_quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.diagnostics import Route
    from thidua.source.builder import Tree

_BLOCK_HEADER = re.compile(r"[|>]([-+0-9]*)([^\r\n]*)")


class Obstacle(StrEnum):
    """Why a change cannot be made."""

    NO_SUCH_FIELD = "no-such-field"
    NOT_ONE_VALUE = "not-one-value"
    """A list or a mapping stands where a single value should be replaced."""
    NO_PLACE_FOR_A_KEY = "no-place-for-a-key"
    """The key is there already, or what should hold it holds no keys."""
    NOT_A_LIST = "not-a-list"
    THE_TOP = "the-top"
    """The record as a whole cannot be removed."""
    SHARES_ITS_LINE = "shares-its-line"
    NOT_CLEAN = "not-clean"
    """The new text has signs that no record may have, or is no key. `detail` shows it."""
    UNREADABLE = "unreadable"
    """The file could not be read afterwards. `detail` says where and why."""
    SAYS_MORE = "says-more"
    """The file would not say just what was asked."""


class CannotEdit(Exception):
    """The change cannot be made without touching more of the file, or makes no sense there.

    Attributes:
        reason: why, for the words of a message.
        detail: what a programmer would like to know besides.
    """

    def __init__(self, reason: Obstacle, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


def replace(document: Document, route: Route, value: str) -> str:
    """Replace one scalar; its quotes stay where they can."""
    node = _existing(document, route)
    if not node.style.is_scalar:
        raise CannotEdit(Obstacle.NOT_ONE_VALUE)
    start, end = document.origin(node.start, node.end)
    is_block = node.style in {Style.LITERAL, Style.FOLDED}
    header = _BLOCK_HEADER.match(document.text, start) if is_block else None
    if header and "+" in header[1]:
        end = document.origin(node.start, node.events[node.last].end_mark.index)[1]
    new = _scalar_lines(document, route, node, value)
    new[0] += header[2] if header else ""
    text = _newline(document).join(new)
    if len(new) > 1 and document.text[end : end + 1] not in {"\r", "\n"}:
        text += _newline(document)
    if is_block and len(new) == 1 and end > start and document.text[end - 1] == "\n":
        text += _newline(document)
    return _checked(document, route, value, document.text[:start] + text + document.text[end:])


def insert(document: Document, route: Route, value: Tree, before: str | None = None) -> str:
    """Add a key to a mapping that exists: above the key `before` where that is there, else at the end."""
    parent = _existing(document, route[:-1])
    name = route[-1]
    if not parent.style.is_mapping or not isinstance(name, str) or name in parent.children:
        raise CannotEdit(Obstacle.NO_PLACE_FOR_A_KEY)
    follower = parent.children.get(before) if before is not None else None
    if parent.style.is_flow:
        entry = _clean(lambda: f"{key(name)}: {flow(value)}")
        text = (
            _in_flow(document, parent, entry)
            if follower is None
            else _ahead(document, parent, follower, [f"{entry},"], " ")
        )
        return _checked(document, route, value, text)
    lines = _clean(lambda: emit({name: value})).removesuffix("\n").split("\n")
    column = _column(document, parent.start)
    if follower is None:
        return _checked(document, route, value, _below(document, parent, lines, column))
    return _checked(
        document, route, value, _ahead(document, parent, follower, lines, _newline(document) + " " * column)
    )


def append(document: Document, route: Route, item: Tree) -> str:
    """Add an item at the end of a list."""
    return extend(document, route, [item])


def extend(document: Document, route: Route, items: list[Tree]) -> str:
    """Add items at the end of a list, in one reading however many they are."""
    node = _existing(document, route)
    if not node.style.is_list:
        raise CannotEdit(Obstacle.NOT_A_LIST)
    lines = _clean(lambda: emit({str(route[-1]): items})).removesuffix("\n").split("\n")[1:]
    if node.style is Style.BLOCK_LIST:
        column = _column(document, node.start)
        text = _below(document, node, [line[2:] for line in lines], column)
    elif not node.children and not _is_in_flow(document, route) and node.key is not None:
        text = _opened(document, node, lines)
    else:
        text = _in_flow(document, node, _clean(lambda: ", ".join(map(flow, items))))
    tree: Any = copy.deepcopy(document.tree)
    holder = tree
    for step in route:
        holder = holder[step]
    holder.extend(items)
    return _agreed(document, tree, text)


def remove(document: Document, route: Route) -> str:
    """Remove a key or an item; comments above it stay."""
    if not route:
        raise CannotEdit(Obstacle.THE_TOP)
    node = _existing(document, route)
    parent = _existing(document, route[:-1])
    siblings = list(parent.children.values())
    index = siblings.index(node)
    if len(siblings) == 1:
        start, end, kept = _only_child(document, parent, node)
    elif parent.style.is_flow and index == len(siblings) - 1:
        start, end, kept = _end(document, siblings[-2]), _end(document, node), ""
    else:
        start, end, kept = _from_entry(document, parent, siblings, index)
    return _checked(document, route, None, document.text[:start] + kept + document.text[end:])


def _only_child(document: Document, parent: Node, node: Node) -> tuple[int, int, str]:
    if parent.style.is_flow:
        return _entry_start(document, parent, node), _end(document, node), ""
    empty = "{}" if parent.style.is_mapping else "[]"
    start = document.origin(parent.start, parent.end)[0]
    if parent.key is None:
        return start, _end(document, parent), empty
    colon = document.origin(0, parent.key[1])[1] + 1
    line = document.text.rfind("\n", 0, start) + 1
    return colon, _next_line(document, node), f" {empty}{document.text[colon:line]}"


def _from_entry(document: Document, parent: Node, siblings: list[Node], index: int) -> tuple[int, int, str]:
    text = document.text
    start = _entry_start(document, parent, siblings[index])
    line = text.rfind("\n", 0, start) + 1
    if not parent.style.is_flow and not text[line:start].strip():
        return line, _next_line(document, siblings[index]), ""
    if index + 1 < len(siblings):
        return start, _entry_start(document, parent, siblings[index + 1]), ""
    raise CannotEdit(Obstacle.SHARES_ITS_LINE)


def _entry_start(document: Document, parent: Node, node: Node) -> int:
    if parent.style is Style.BLOCK_LIST:
        return document.origin(document.yaml.rindex("-", 0, node.start), node.start)[0]
    return document.origin(node.key[0] if node.key else node.start, node.end)[0]


def _scalar_lines(document: Document, route: Route, node: Node, value: str) -> list[str]:
    """Return a value as it is written in the place of `node`, the first line without indentation."""
    checked = _clean(lambda: scalar(value, in_flow=_is_in_flow(document, route)))
    match node.style:
        case Style.SINGLE if "\n" not in value:
            return [single_quoted(value)]
        case Style.DOUBLE:
            return [double_quoted(value)]
        case Style.LITERAL | Style.FOLDED:
            first, *others = block_or_line(value)
            start = node.key[0] if node.key else document.yaml.rindex("-", 0, node.start)
            pad = " " * _column(document, start)
            return [first, *(line and pad + line for line in others)]
    return [checked]


def _in_flow(document: Document, node: Node, entry: str) -> str:
    """Return the text with an entry at the end of a collection in brackets."""
    text = document.text
    if not node.children:
        place = document.origin(node.start, node.start + 1)[1]
        return text[:place] + entry + text[place:]
    last = next(reversed(node.children.values()))
    place = _end(document, last)
    return f"{text[:place]}, {entry}{text[place:]}"


def _ahead(document: Document, parent: Node, follower: Node, lines: list[str], between: str) -> str:
    """Return the text with lines in front of an entry, on its own line in a block."""
    place = _entry_start(document, parent, follower)
    return document.text[:place] + "".join(line + between for line in lines) + document.text[place:]


def _below(document: Document, node: Node, lines: list[str], column: int) -> str:
    """Return the text with lines below a block, and below comments that are indented deeper."""
    newline = _newline(document)
    place = _next_line(document, node)
    while found := re.compile(rf"[ ]{{{column + 1},}}#[^\n]*(?:\n|\Z)").match(document.text, place):
        place = found.end()
    before, after = document.text[:place], document.text[place:]
    if not before.endswith("\n"):
        before += newline
    return before + "".join(_indented(line, column) + newline for line in lines) + after


def _opened(document: Document, node: Node, lines: list[str]) -> str:
    """Return the text with `[]` made a block list; a comment beside it stays."""
    start, end = document.origin(node.start, node.end)
    place = _next_line(document, node)
    newline = _newline(document)
    column = _column(document, node.key[0]) if node.key else 0
    rest = document.text[end:place] or newline
    rest = rest if rest.endswith("\n") else rest + newline
    added = "".join(_indented(line, column) + newline for line in lines)
    return document.text[:start].rstrip(" ") + rest + added + document.text[place:]


def _indented(line: str, column: int) -> str:
    return line and " " * column + line


def _next_line(document: Document, node: Node) -> int:
    """Return where the line after a block starts; a text that keeps its empty lines keeps them."""
    last = node.last
    while last > node.first and type(node.events[last]).__name__.endswith("EndEvent"):
        last -= 1
    event: Any = node.events[last]
    if getattr(event, "style", None) in {"|", ">"} and "+" in document.yaml[event.start_mark.index :][:3]:
        return document.origin(node.start, event.end_mark.index)[1]
    found = document.text.find("\n", _end(document, node))
    return len(document.text) if found < 0 else found + 1


def _end(document: Document, node: Node) -> int:
    return document.origin(node.start, node.end)[1]


def _column(document: Document, offset: int) -> int:
    return offset - document.yaml.rfind("\n", 0, offset) - 1


def _newline(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"


def _is_in_flow(document: Document, route: Route) -> bool:
    return any(_existing(document, route[:length]).style.is_flow for length in range(len(route)))


def _existing(document: Document, route: Route) -> Node:
    node = document.node(route)
    if node is None:
        raise CannotEdit(Obstacle.NO_SUCH_FIELD)
    return node


def _clean(write: Callable[[], str]) -> str:
    try:
        return write()
    except ValueError as error:
        raise CannotEdit(Obstacle.NOT_CLEAN, str(error)) from error


def _checked(document: Document, route: Route, value: Tree | None, text: str) -> str:
    """Return the text if it reads as the document with one change, a removal where `value` is None."""
    tree: Any = copy.deepcopy(document.tree)
    holder = tree
    for step in route[:-1]:
        holder = holder[step]
    if value is None:
        del holder[route[-1]]
    else:
        holder[route[-1]] = value
    return _agreed(document, tree, text)


def _agreed(document: Document, tree: Any, text: str) -> str:
    try:
        again = parse(text) if document.body is None else parse_markdown(text)
    except DocumentError as error:
        raise CannotEdit(Obstacle.UNREADABLE, str(error)) from error
    if again.tree != tree or again.body != document.body:
        raise CannotEdit(Obstacle.SAYS_MORE)
    return text
