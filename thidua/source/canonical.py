"""A document in canonical form, with all its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.source.characters import clean
from thidua.source.comments import attach, find_comments
from thidua.source.document import Document, parse, parse_markdown
from thidua.source.emit import emit
from thidua.source.problem import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.diagnostics import Route
    from thidua.source.builder import Tree

    Order = Callable[[Route, list[str]], list[str]]


class CannotFormat(Exception):
    """The canonical text would not say the same; the file is left as it is."""


def canonical(document: Document, order: Order | None = None) -> str:
    """Return the canonical text of a document.

    An empty line stays, as one, above a comment and above a key of the top; others go.

    Args:
        document: as it was read.
        order: the order of the keys of the mapping at a route; that of the file without it.

    Raises:
        CannotFormat: something would be lost.
    """
    tree = {name: _ordered(value, (name,), order) for name, value in _entries(document.tree, (), order)}
    try:
        text = emit(tree, attach(document.yaml, document.events, document.root))
        if document.body is not None:
            text = f"---\n{text}---\n{clean(document.body)}"
        again = parse(text) if document.body is None else parse_markdown(text)
    except (DocumentError, ValueError) as error:
        raise CannotFormat(str(error)) from error
    if again.tree != document.tree or _comments(again) != _comments(document):
        raise CannotFormat("the canonical text differs from the file")
    return text


def _entries(tree: dict[str, Tree], route: Route, order: Order | None) -> list[tuple[str, Tree]]:
    return [(name, tree[name]) for name in (order(route, list(tree)) if order else tree)]


def _ordered(value: Tree, route: Route, order: Order | None) -> Tree:
    if isinstance(value, dict):
        return {name: _ordered(part, (*route, name), order) for name, part in _entries(value, route, order)}
    if isinstance(value, list):
        return [_ordered(item, (*route, number), order) for number, item in enumerate(value)]
    return value


def _comments(document: Document) -> list[str]:
    return sorted(note.text for note in find_comments(document.yaml, document.events))
