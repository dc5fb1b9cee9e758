"""The comments of a document, each with the entry it belongs to.

A comment on lines of its own belongs to the entry below it, or to the end of the collection it is
indented with. A comment at the end of a line belongs to the entry of that line. Comments above the
first entry with an empty line between belong to the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.diagnostics import Key
    from thidua.source.nodes import Node

_COMMENT = re.compile("#[^\n]*")
_ENDS = ("MappingEndEvent", "SequenceEndEvent")
"""What events are called that end a collection; what only writes needs no parser."""
_BLOCK_STYLES = ("|", ">")
_HEADER_COMMENT = re.compile("[|>][-+0-9]*[ ]+(#[^\n]*)")


@dataclass(frozen=True, slots=True)
class Note:
    """One comment.

    Attributes:
        offset: in the clean YAML text.
        column: of the `#`, counted from 0, or None where something stands before it on the line.
        is_spaced: the line above is empty.
    """

    text: str
    offset: int = 0
    column: int | None = None
    is_spaced: bool = False


@dataclass(slots=True)
class Notes:
    """The comments of one value.

    Attributes:
        before: on lines above it.
        eol: beside it, at the end of its first line.
        after: at the end of the collection that it is.
        is_spaced: the line above its key is empty.
    """

    before: list[Note] = field(default_factory=list)
    eol: str = ""
    after: list[Note] = field(default_factory=list)
    is_spaced: bool = False
    children: dict[Key, Notes] = field(default_factory=dict)

    def at(self, step: Key) -> Notes:
        return self.children.get(step) or Notes()

    def beside(self) -> str:
        return f"  {self.eol}" if self.eol else ""

    def all_before(self) -> list[Note]:
        """Return what stands above a value that is written on one line: also what is inside it."""
        inside = [note for child in self.children.values() for note in child.everything()]
        return [*self.before, *inside, *self.after]

    def everything(self) -> list[Note]:
        before = self.all_before()
        return [*before, Note(self.eol)] if self.eol else before


def find_comments(text: str, events: list[Any]) -> list[Note]:
    """Return all comments in order. Between two scalars, a `#` is nothing else."""
    found = []
    end = 0
    scalars: list[Any] = [event for event in events if type(event).__name__ == "ScalarEvent"]
    for event in scalars:
        start = event.start_mark.index
        found += _notes(text, end, start)
        end = event.end_mark.index
        if event.style in _BLOCK_STYLES and (header := _HEADER_COMMENT.match(text, start)):
            found.append(_note(text, header.start(1), header[1]))
    return found + _notes(text, end, len(text))


def attach(text: str, events: list[Any], root: Node) -> Notes:
    """Return the comments of the top mapping, with those of every value in it."""
    taker = _Taker(text, find_comments(text, events))
    notes = taker.notes(root, -1, is_top=True)
    notes.after += reversed(taker.left)
    return notes


class _Taker:
    """Hands out comments in the order of the text."""

    def __init__(self, text: str, comments: list[Note]) -> None:
        self.text = text
        self.left = comments[::-1]

    def notes(self, node: Node, column: int, *, is_top: bool = False) -> Notes:
        start = node.key[0] if node.key else node.start
        before = [] if is_top else self.take(lambda note: note.offset < start)
        notes = Notes(before, is_spaced=_is_spaced(self.text, start))
        if is_top and node.children:
            notes.before = self._header(next(iter(node.children.values())))
        if node.style.is_scalar:
            self._beside_scalar(node, notes)
            return notes
        first = node.start + 1 if node.style.is_flow else node.start
        if node.key:
            notes.eol = self._eol(node.key[1], first)
        own_column = _column(self.text, node.start)
        for step, child in node.children.items():
            notes.children[step] = self.notes(child, own_column)
        if node.style.is_flow:
            notes.after = self.take(lambda note: note.offset < node.end)
            notes.eol = notes.eol or ("" if is_top else self._eol(node.end))
        elif not is_top:
            least, limit = max(own_column, column + 1), _next_start(node)
            notes.after = self.take(lambda note: note.offset < limit and (note.column or 0) >= least)
        return notes

    def take(self, is_wanted: Callable[[Note], bool]) -> list[Note]:
        """Take comments from the first on, as long as they are wanted."""
        taken = []
        while self.left and is_wanted(self.left[-1]):
            taken.append(self.left.pop())
        return taken

    def _header(self, first: Node) -> list[Note]:
        """Take the comments above the first entry, down to the last empty line."""
        start = first.key[0] if first.key else first.start
        above = [note for note in reversed(self.left) if note.offset < start]
        if _is_spaced(self.text, start):
            return self.take(lambda note: note.offset < start)
        spaced = [note.offset for note in above[1:] if note.is_spaced]
        return self.take(lambda note: bool(spaced) and note.offset < max(spaced))

    def _beside_scalar(self, node: Node, notes: Notes) -> None:
        notes.before += self.take(lambda note: note.offset < node.start)
        inside = self.take(lambda note: note.offset < node.end)  # after the sign of a block scalar
        notes.eol = inside[0].text if inside else self._eol(node.end)

    def _eol(self, end: int, limit: int | None = None) -> str:
        """Take the comment on the line of `end` where nothing but signs stands between."""
        if not self.left or (limit is not None and self.left[-1].offset > limit):
            return ""
        between = self.text[end : self.left[-1].offset]
        if between.strip(" ,:"):
            return ""
        return "" if "\n" in between else self.left.pop().text


def _notes(text: str, start: int, end: int) -> list[Note]:
    return [_note(text, match.start(), match[0]) for match in _COMMENT.finditer(text, start, end)]


def _note(text: str, offset: int, comment: str) -> Note:
    line = text.rfind("\n", 0, offset) + 1
    column = None if text[line:offset].strip() else offset - line
    return Note(comment.rstrip(), offset, column, column is not None and _is_spaced(text, offset))


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset) - 1


def _next_start(node: Node) -> int:
    """Return where the next value or key after a collection starts."""
    events = node.events
    index = node.last
    while index < len(events) and type(events[index]).__name__ in _ENDS:
        index += 1
    return int(events[index].start_mark.index) if index < len(events) else len(node.text)


def _is_spaced(text: str, offset: int) -> bool:
    """Tell whether the line above that of `offset` is empty."""
    line = text.rfind("\n", 0, offset)
    above = text.rfind("\n", 0, max(line, 0))
    return line >= 0 and not text[above + 1 : line].strip()
