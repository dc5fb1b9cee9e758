"""Where every key and value of a document stands, worked out from its events when asked."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

if TYPE_CHECKING:
    from thidua.diagnostics import Key, Route


class Style(StrEnum):
    """How a value is written."""

    PLAIN = ""
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"
    FLOW_MAPPING = "{"
    FLOW_LIST = "["
    BLOCK_MAPPING = ":"
    BLOCK_LIST = "-"

    @property
    def is_scalar(self) -> bool:
        return self in {Style.PLAIN, Style.SINGLE, Style.DOUBLE, Style.LITERAL, Style.FOLDED}

    @property
    def is_flow(self) -> bool:
        return self in {Style.FLOW_MAPPING, Style.FLOW_LIST}

    @property
    def is_mapping(self) -> bool:
        return self in {Style.FLOW_MAPPING, Style.BLOCK_MAPPING}

    @property
    def is_list(self) -> bool:
        return self in {Style.FLOW_LIST, Style.BLOCK_LIST}


class Node:
    """One value. Its children are looked up when they are first asked for.

    Attributes:
        key: offsets of the key in the clean YAML text, where the value has one.
        first, last: which events of the document open and close it; one and the same for a scalar.
    """

    __slots__ = ("_children", "_closings", "events", "first", "key", "text")

    def __init__(self, text: str, events: list[Any], closings: dict[int, int], first: int, key: Any = None) -> None:
        self.text = text
        self.events = events
        self.first = first
        self.key: tuple[int, int] | None = key and (key.start_mark.index, key.end_mark.index)
        self._closings = closings
        self._children: dict[Key, Node] | None = None

    @property
    def last(self) -> int:
        return self._closings.get(self.first, self.first)

    @property
    def style(self) -> Style:
        event = self.events[self.first]
        if self.first == self.last:
            return Style(event.style or "")
        return _STYLES[isinstance(event, MappingStartEvent), bool(event.flow_style)]

    @property
    def start(self) -> int:
        return int(self.events[self.first].start_mark.index)

    @property
    def line(self) -> int:
        """The line of the clean YAML text that the value starts on, counted from 1."""
        return int(self.events[self.first].start_mark.line) + 1

    @property
    def end(self) -> int:
        """A block ends with its last value, and a value of several lines with its last text."""
        last = self.last
        while isinstance(self.events[last], _ENDS) and not self._is_flow_end(last):
            last -= 1
        event = self.events[last]
        start, end = event.start_mark.index, int(event.end_mark.index)
        if type(event) is ScalarEvent and event.style in _BLOCK_STYLES:
            end = start + len(self.text[start:end].rstrip())
        return end

    @property
    def value(self) -> str:
        """The text of a scalar, as it is in the tree."""
        return str(self.events[self.first].value)

    @property
    def children(self) -> dict[Key, Node]:
        """By key or by number, in the order of the text."""
        if self._children is None:
            self._children = {} if self.first == self.last else self._find_children()
        return self._children

    def find(self, route: Route) -> Node | None:
        """Return the value at a route, counted from here."""
        node: Node | None = self
        for step in route:
            if node is None:
                break
            node = node.children.get(step)
        return node

    def nearest(self, route: Route) -> Node:
        """Return the value at a route, or its nearest ancestor that exists."""
        node = self
        for step in route:
            child = node.children.get(step)
            if child is None:
                break
            node = child
        return node

    def _is_flow_end(self, index: int) -> bool:
        event = self.events[index]
        return bool(event.end_mark.index > event.start_mark.index)

    def _find_children(self) -> dict[Key, Node]:
        events, closings = self.events, self._closings
        children: dict[Key, Node] = {}
        is_mapping = isinstance(events[self.first], MappingStartEvent)
        index, last = self.first + 1, self.last
        key = None
        while index < last:
            if is_mapping:
                key = events[index]
                index += 1
            step = len(children) if key is None else key.value
            children[step] = Node(self.text, events, closings, index, key)
            index = closings.get(index, index) + 1
        return children


def top_node(text: str, events: list[Any]) -> Node:
    """Return the node of the mapping that the first event opens and the last one closes."""
    closings: dict[int, int] = {}
    opened: list[int] = []
    for index, event in enumerate(events):
        kind = type(event)
        if kind is ScalarEvent:
            continue
        if kind in _ENDS:
            closings[opened.pop()] = index
        else:
            opened.append(index)
    return Node(text, events, closings, 0)


_BLOCK_STYLES = ("|", ">")
_ENDS = (MappingEndEvent, SequenceEndEvent)
_STYLES = {
    (True, True): Style.FLOW_MAPPING,
    (False, True): Style.FLOW_LIST,
    (True, False): Style.BLOCK_MAPPING,
    (False, False): Style.BLOCK_LIST,
}
