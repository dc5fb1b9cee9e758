"""The text of a record file → a plain tree, and the place of every key and value in it.

What flaws a text has is no matter here: the tree is that of the clean text (LF, NFC, plain spaces,
nothing invisible), while places stay those of the text as it is.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from thidua.source.characters import Cleaned, Lines, cleaned, flaws, refuse_characters
from thidua.source.problem import DocumentError, Problem

if TYPE_CHECKING:
    from yaml.events import Event

    from thidua.diagnostics import Route, Span
    from thidua.source.builder import BuildError, Tree
    from thidua.source.canonical_places import Stretch
    from thidua.source.canonical_reader import Places
    from thidua.source.nodes import Node

__all__ = ["Document", "flaws", "parse", "parse_file", "parse_like", "parse_markdown", "read"]

MAX_BYTES = 16 << 20

_FENCE = re.compile(r"^---[ ]*$", re.MULTILINE)
_MARKER = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)
_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""How lines begin that git leaves where a merge is not finished."""


class Document:
    """One record file, understood.

    Attributes:
        text: as it is in the file.
        tree: plain data; every scalar is text.
        body: what follows the front matter of a Markdown record, as it is in the file.
        body_line: the line the body starts on.
        yaml: the clean text of the YAML part; the offsets of nodes count in it.
        start: the offset of `yaml` in the clean text.
    """

    def __init__(
        self,
        text: str,
        clean: Cleaned,
        yaml: str,
        start: int,
        tree: dict[str, Tree],
        *,
        events: list[Event] | None = None,
        places: Places | None = None,
    ) -> None:
        self.text = text
        self.yaml = yaml
        self.start = start
        self.tree = tree
        self.body: str | None = None
        self.body_line = 0
        self._clean = clean
        self._places = places
        if events is not None:
            self.events = events

    @cached_property
    def events(self) -> list[Event]:
        """Of the parser, from the top mapping on; a text that was read without it is parsed when they are asked for."""
        from thidua.source.builder import build

        return build(self.yaml)[1]

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.text)

    @cached_property
    def root(self) -> Node:
        """The node of the top mapping."""
        from thidua.source.nodes import top_node

        return top_node(self.yaml, self.events)

    def node(self, route: Route) -> Node | None:
        """Return how and where a value is written, or None where there is no such value."""
        return self.root.find(route)

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in `text` of a stretch of `yaml`."""
        first = self._clean.origin(self.start + start)
        return first, max(first, self._clean.origin_end(self.start + end))

    def offsets(self, route: Route) -> tuple[int, int]:
        """Return from where to where in `text` a value, or its nearest existing ancestor, is written."""
        node = self.root.nearest(route)
        return self.origin(node.start, node.end)

    def span(self, route: Route) -> Span:
        """Return the span of a value or of its nearest ancestor that exists; of the top, its first line."""
        if self._places is not None:
            found = self._stretch(self._places, route)
            start, end = self.origin(found.start, found.end)
            is_top = found.steps == 0
        else:
            node = self.root.nearest(route)
            start, end = self.origin(node.start, node.end)
            is_top = node is self.root
        if is_top:
            end = start + len(self.text[start:end].split("\n", 1)[0].rstrip())
        return self.lines.span(start, end)

    def key_span(self, route: Route) -> Span:
        """Return the span of a key, or what `span` returns where the value has no key."""
        if self._places is not None:
            found = self._stretch(self._places, route)
            key = found.key if found.steps == len(route) else None
        else:
            node = self.root.find(route)
            key = node.key if node is not None else None
        return self.lines.span(*self.origin(*key)) if key is not None else self.span(route)

    def _stretch(self, places: Places, route: Route) -> Stretch:
        from thidua.source.canonical_places import stretch

        return stretch(self.yaml, self._yaml_lines.starts, places, route)

    @cached_property
    def _yaml_lines(self) -> Lines:
        return self.lines if self.yaml == self.text else Lines(self.yaml)

    def line(self, route: Route) -> int:
        """Return the line on which the span of a value starts."""
        if self._places is not None and not self.start:
            from thidua.source.canonical_reader import line_at

            return line_at(self._places, route)
        node = self.root.nearest(route)
        if self.start:
            return self.lines.line(self._clean.origin(self.start + node.start))
        return node.line  # cleaning keeps every line, so the parser's own count holds

    def item_lines(self, route: Route) -> list[int]:
        """Return the lines on which the items of a list start, all at once: each by itself is looked for anew."""
        node = None if self._places is not None or self.start else self.root.find(route)
        if node is not None:
            return [one.line for one in node.children.values()]
        found = self.tree_at(route)
        return [self.line((*route, place)) for place in range(len(found))] if isinstance(found, list) else []

    def tree_at(self, route: Route) -> Tree | None:
        """Return the plain value at a route, or `None` where there is none."""
        here: Tree | None = self.tree
        for step in route:
            if isinstance(here, dict) and isinstance(step, str):
                here = here.get(step)
            elif isinstance(here, list) and isinstance(step, int) and step < len(here):
                here = here[step]
            else:
                return None
        return here


def read(data: bytes) -> str:
    """Return the text of a file.

    Raises:
        DocumentError: it is not UTF-8, too large, or holds characters that no record needs.
    """
    if len(data) > MAX_BYTES:
        values = {"bytes": len(data), "limit": MAX_BYTES}
        raise DocumentError(Problem.TOO_LARGE, Lines("").point(0), values)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        byte = f"{data[error.start]:02X}"
        raise DocumentError(Problem.NOT_UTF8, Lines(before).point(len(before)), {"byte": byte}) from error
    refuse_characters(text)
    return text


def parse(text: str, *, pure: bool = False) -> Document:
    """Read the text of a YAML record, without libyaml if `pure`; the answer is the same.

    Raises:
        DocumentError: the text is not a record.
    """
    clean = cleaned(text)
    _refuse_markers(text, clean)
    return _document(text, clean, clean.text, 0, pure=pure)


def parse_markdown(text: str, *, pure: bool = False) -> Document:
    """Read the text of a Markdown record: front matter between two lines `---`, then the body.

    Raises:
        DocumentError: the front matter is not a record.
    """
    clean = cleaned(text)
    lines = Lines(text)
    if _MARKS[0] in clean.text and _MARKS[3] in clean.text:  # a line of `=` alone is a heading in Markdown
        _refuse_markers(text, clean)
    opening = _FENCE.match(clean.text)
    if opening is None:
        raise DocumentError(Problem.NO_FRONT_MATTER, lines.point(0))
    start = opening.end() + 1
    closing = _FENCE.search(clean.text, start)
    if closing is None:
        raise DocumentError(Problem.UNCLOSED_FRONT_MATTER, lines.span(0, clean.origin(opening.end())))
    document = _document(text, clean, clean.text[start : closing.start()], start, pure=pure)
    body = clean.origin(closing.end())
    document.body = text[body + 1 :]
    document.body_line = lines.line(body) + 1
    return document


def parse_file(path: str, text: str) -> Document:
    """Read the text of a record as YAML or as Markdown, whichever the ending of its path says.

    Raises:
        DocumentError: see `parse` and `parse_markdown`.
    """
    return parse_markdown(text) if path.endswith(".md") else parse(text)


def parse_like(document: Document, text: str) -> Document:
    """Read another text for a document as YAML or as Markdown, whichever that one is.

    Raises:
        DocumentError: see `parse` and `parse_markdown`.
    """
    return parse(text) if document.body is None else parse_markdown(text)


def _refuse_markers(text: str, clean: Cleaned) -> None:
    """Refuse what git leaves in a file that two branches changed in the same lines."""
    if any(mark in clean.text for mark in _MARKS) and (found := _MARKER.search(clean.text)):
        span = Lines(text).span(clean.origin(found.start()), clean.origin_end(found.end()))
        raise DocumentError(Problem.MERGE_MARKER, span, {"marker": found[1]})


def _document(text: str, clean: Cleaned, yaml: str, start: int, *, pure: bool) -> Document:
    from thidua.source.canonical_reader import read_canonical

    if not pure and (read_already := read_canonical(yaml)):
        return Document(text, clean, yaml, start, read_already[0], places=read_already[1])
    from thidua.source.builder import BuildError, build  # YAML's parser is loaded only where a text needs all of it

    try:
        tree, events = build(yaml, pure=pure)
        return Document(text, clean, yaml, start, tree, events=events)
    except BuildError as error:
        raise _document_error(error, text, clean, start) from error


def _document_error(error: BuildError, text: str, clean: Cleaned, start: int) -> DocumentError:
    lines = Lines(text)

    def span(first: int, end: int | None) -> Span:
        place = clean.origin(start + first)
        return lines.point(place) if end is None else lines.span(place, clean.origin_end(start + end))

    related = span(*error.related) if error.related else None
    if related and error.problem is Problem.DUPLICATE_KEY:
        error.values["first_line"] = related.start.line
    return DocumentError(error.problem, span(error.start, error.end), error.values, related)
