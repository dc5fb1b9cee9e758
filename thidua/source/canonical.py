"""A document in canonical form, with all its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.source.characters import clean
from thidua.source.comments import attach, find_comments
from thidua.source.document import Document, parse_like
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
    try:
        text = _written(document, order)
        again = parse_like(document, text)
    except (DocumentError, ValueError) as error:
        raise CannotFormat(str(error)) from error
    if again.tree != document.tree or _comments(again) != _comments(document):
        raise CannotFormat("the canonical text differs from the file")
    return text


def is_canonical(document: Document, order: Order | None = None) -> bool:
    """Whether a document is written in canonical form."""
    try:
        return _written(document, order) == document.text
    except ValueError:
        return False


def ordered(tree: dict[str, Tree], order: Order | None = None) -> dict[str, Tree]:
    """Return a tree with its keys in canonical order."""
    return {name: _ordered(value, (name,), order) for name, value in _entries(tree, (), order)}


def _written(document: Document, order: Order | None) -> str:
    text = emit(ordered(document.tree, order), attach(document.yaml, document.events, document.root))
    return text if document.body is None else f"---\n{text}---\n{clean(document.body)}"


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
