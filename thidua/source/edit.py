"""Small changes to the text of a document: every other byte of the file stays.

Each function returns the new text. It has been read again by then, and holds just the change asked for.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from thidua.source.cannot_edit import CannotEdit, Obstacle
from thidua.source.document import Document, parse_like
from thidua.source.emit import emit, flow
from thidua.source.nodes import Node, Style
from thidua.source.problem import DocumentError
from thidua.source.scalars import block_or_line, double_quoted, key, scalar, single_quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from thidua.diagnostics import Route
    from thidua.source.builder import Tree

__all__ = ["CannotEdit", "Obstacle", "append", "change", "extend", "insert", "remove", "replace"]

Splice = tuple[int, int, str]
"""From where to where of a text something else is to stand, and what."""

_BLOCK_HEADER = re.compile(r"[|>]([-+0-9]*)([^\r\n]*)")


def replace(document: Document, route: Route, value: str) -> str:
    """Replace one scalar; its quotes stay where they can."""
    _existing(document, route)
    return change(document, {route: value})


def change(document: Document, values: Mapping[Route, str]) -> str:
    """Give scalars other values, in one reading however many they are; those that are not there are added."""
    tree: Any = copy.deepcopy(document.tree)
    splices = []
    for route, value in values.items():
        is_there = document.node(route) is not None
        splices.append(_replacement(document, route, value) if is_there else _addition(document, route, value))
        _holder(tree, route)[route[-1]] = value
    return _agreed(document, tree, _spliced(document.text, splices))


def insert(document: Document, route: Route, value: Tree, before: str | None = None) -> str:
    """Add a key to a mapping that exists: above the key `before` where that is there, else at the end."""
    tree: Any = copy.deepcopy(document.tree)
    splice = _addition(document, route, value, before)
    _holder(tree, route)[route[-1]] = value
    return _agreed(document, tree, _spliced(document.text, [splice]))


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
        splice = _below(document, node, [line[2:] for line in lines], column)
    elif not node.children and not _is_in_flow(document, route) and node.key is not None:
        splice = _opened(document, node, lines)
    else:
        splice = _in_flow(document, node, _clean(lambda: ", ".join(map(flow, items))))
    tree: Any = copy.deepcopy(document.tree)
    _holder(tree, route)[route[-1]].extend(items)
    return _agreed(document, tree, _spliced(document.text, [splice]))


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
    tree: Any = copy.deepcopy(document.tree)
    del _holder(tree, route)[route[-1]]
    return _agreed(document, tree, _spliced(document.text, [(start, end, kept)]))


def _replacement(document: Document, route: Route, value: str) -> Splice:
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
    return start, end, text


def _addition(document: Document, route: Route, value: Tree, before: str | None = None) -> Splice:
    parent = _existing(document, route[:-1])
    name = route[-1]
    if not parent.style.is_mapping or not isinstance(name, str) or name in parent.children:
        raise CannotEdit(Obstacle.NO_PLACE_FOR_A_KEY)
    follower = parent.children.get(before) if before is not None else None
    if parent.style.is_flow:
        entry = _clean(lambda: f"{key(name)}: {flow(value)}")
        if follower is None:
            return _in_flow(document, parent, entry)
        return _ahead(document, parent, follower, [f"{entry},"], " ")
    lines = _clean(lambda: emit({name: value})).removesuffix("\n").split("\n")
    column = _column(document, parent.start)
    if follower is None:
        return _below(document, parent, lines, column)
    return _ahead(document, parent, follower, lines, _newline(document) + " " * column)


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


def _in_flow(document: Document, node: Node, entry: str) -> Splice:
    """Put an entry at the end of a collection in brackets."""
    if not node.children:
        place = document.origin(node.start, node.start + 1)[1]
        return place, place, entry
    place = _end(document, next(reversed(node.children.values())))
    return place, place, f", {entry}"


def _ahead(document: Document, parent: Node, follower: Node, lines: list[str], between: str) -> Splice:
    """Put lines in front of an entry, on its own line in a block."""
    place = _entry_start(document, parent, follower)
    return place, place, "".join(line + between for line in lines)


def _below(document: Document, node: Node, lines: list[str], column: int) -> Splice:
    """Put lines below a block, and below comments that are indented deeper."""
    newline = _newline(document)
    place = _next_line(document, node)
    while found := re.compile(rf"[ ]{{{column + 1},}}#[^\n]*(?:\n|\Z)").match(document.text, place):
        place = found.end()
    first = "" if document.text[:place].endswith("\n") else newline
    return place, place, first + "".join(_indented(line, column) + newline for line in lines)


def _opened(document: Document, node: Node, lines: list[str]) -> Splice:
    """Make `[]` a block list; a comment beside it stays."""
    start, end = document.origin(node.start, node.end)
    place = _next_line(document, node)
    newline = _newline(document)
    column = _column(document, node.key[0]) if node.key else 0
    rest = document.text[end:place] or newline
    rest = rest if rest.endswith("\n") else rest + newline
    added = "".join(_indented(line, column) + newline for line in lines)
    return len(document.text[:start].rstrip(" ")), place, rest + added


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


def _holder(tree: Any, route: Route) -> Any:
    """Return what holds the value of a route in plain data."""
    for step in route[:-1]:
        tree = tree[step]
    return tree


def _spliced(text: str, splices: list[Splice]) -> str:
    """Return a text with each splice in its place; of several in one place the first comes first."""
    parts, done = [], 0
    for start, end, new in sorted(splices, key=lambda one: one[:2]):
        parts += [text[done:start], new]
        done = end
    return "".join((*parts, text[done:]))


def _agreed(document: Document, tree: Any, text: str) -> str:
    try:
        again = parse_like(document, text)
    except DocumentError as error:
        raise CannotEdit(Obstacle.UNREADABLE, str(error)) from error
    if again.tree != tree or again.body != document.body:
        raise CannotEdit(Obstacle.SAYS_MORE)
    return text
