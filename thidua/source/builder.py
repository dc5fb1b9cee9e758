"""YAML events → a plain tree, refusing at once what records do not use.

Every scalar stays text. The events are kept as they come: they hold the places, which `nodes` works out
only when someone asks. libyaml reads where it is installed; the pure parser says what is wrong, so that
both give one answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from thidua.source.characters import clean, is_allowed
from thidua.source.problem import Problem
from thidua.source.syntax import Fault, fault

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.diagnostics import Value

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML was built without libyaml
    CParser = None  # type: ignore[assignment,misc]

Tree = str | list["Tree"] | dict[str, "Tree"]

MAX_DEPTH = 20
_PURE_LIMIT = 1 << 18
"""Above so many characters a fault is worded by libyaml: the pure parser is slow."""

_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)
_DIRECTIVE = re.compile("^%", re.MULTILINE)
_COMMENT = re.compile("#[^\n]*")
_BLOCK_STYLES = ("|", ">")
_DISPUTED = ("?", ":[", ":]", ":{", ":}", ":,")
_GLUED_COMMENT = re.compile("[|>][-+0-9]*#")
_GLUED_DETAIL = "while scanning a block scalar: expected a space before the comment"


class BuildError(Exception):
    """A text that is not a record; the document turns offsets into places."""

    def __init__(self, problem: Problem, start: int, end: int | None = None, **values: Value) -> None:
        super().__init__(problem, start)
        self.problem, self.start, self.end, self.values = problem, start, end, dict(values)
        self.related: tuple[int, int] | None = None


class _PureParser(Reader, Scanner, Parser):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def build(text: str, *, pure: bool = False) -> tuple[dict[str, Tree], list[Any]]:
    """Return the tree of a clean YAML text, and its events from the top mapping on.

    Raises:
        BuildError: the text is not YAML, or not the part of it that records use.
    """
    if "\t" in text:
        raise BuildError(Problem.TAB, text.index("\t"))
    if pure or CParser is None:
        return _build(text, _PureParser(text))
    try:
        return _build(text, CParser(text))
    except BuildError:
        if len(text) <= _PURE_LIMIT:
            _build(text, _PureParser(text))
        raise


def _build(text: str, parser: Any) -> tuple[dict[str, Tree], list[Any]]:
    try:
        events = _open(text, parser)
        tree = _collect(text, parser.get_event, events)
        _close(text, parser)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(fault(error, text)) from error
    except (ValueError, OverflowError) as error:  # the pure parser on "\UFFFFFFFF"
        place = parser.get_mark().index
        raise BuildError(Problem.BAD_ESCAPE, place, detail=str(error)) from error
    if any(sign in text for sign in _DISPUTED) or ((">" in text or "|" in text) and _GLUED_COMMENT.search(text)):
        _refuse_disputed(text, events)
    return tree, events


def _syntax_error(fault: Fault) -> BuildError:
    problem, place, related, values = fault
    error = BuildError(problem, place)
    error.values = values
    error.related = None if related is None else (related, related + 1)
    return error


def _open(text: str, parser: Any) -> list[Any]:
    """Read up to the top mapping and return its event."""
    parser.get_event()
    if isinstance(parser.get_event(), StreamEndEvent):
        raise BuildError(Problem.EMPTY_FILE, 0)
    top = parser.get_event()
    if "%" in text and (found := _DIRECTIVE.search(text, 0, top.start_mark.index)):
        raise BuildError(Problem.DIRECTIVE, found.start())
    _refuse_marks(text, top)
    if isinstance(top, ScalarEvent) and not top.value and top.implicit[0]:
        raise BuildError(Problem.EMPTY_FILE, 0)
    if not isinstance(top, MappingStartEvent):
        raise BuildError(Problem.NOT_A_MAPPING, top.start_mark.index)
    return [top]


def _close(text: str, parser: Any) -> None:
    end = parser.get_event()
    if end.explicit:
        raise BuildError(Problem.SEVERAL_DOCUMENTS, text.rindex("...", 0, end.end_mark.index))
    after = parser.get_event()
    start = after.start_mark.index
    if isinstance(after, DocumentStartEvent):
        raise BuildError(Problem.SEVERAL_DOCUMENTS, start)


def _collect(text: str, next_event: Callable[[], Any], events: list[Any]) -> dict[str, Tree]:
    """Build the tree of the mapping that was just opened. All reading waits for this loop."""
    keep = events.append
    is_odd = any(sign in text for sign in ("\\", "&", "*", "!", "<<"))
    has_lists = is_odd or "[" in text
    tree: dict[str, Tree] = {}
    container: Any = tree
    in_list = False
    key: str | None = None
    outer: list[Any] = []
    for event in iter(next_event, None):
        keep(event)
        kind = type(event)
        if kind is ScalarEvent:
            value = event.value
            if is_odd or not value:
                value = _odd_scalar(text, events, key, is_key=key is None and not in_list)
            if key is not None:
                container[key] = value
                key = None
            elif in_list:
                container.append(value)
            else:
                if value in container or (is_odd and value == "<<"):
                    _refuse_key(value, events)
                key = value
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if not outer:
                break
            container = outer.pop()
            in_list = type(container) is list
        else:
            if has_lists or len(outer) + 2 > MAX_DEPTH or (key is None and not in_list):
                _refuse_collection(text, event, len(outer), is_key=key is None and not in_list, in_list=in_list)
            value = {} if kind is MappingStartEvent else []
            if in_list:
                container.append(value)
            else:
                container[key] = value
                key = None
            outer.append(container)
            container = value
            in_list = kind is SequenceStartEvent
    return tree


def _refuse_collection(text: str, event: Any, depth: int, *, is_key: bool, in_list: bool) -> None:
    """Refuse a collection, or an alias, that must not open where it does."""
    _refuse_marks(text, event)
    start = event.start_mark.index
    if is_key:
        raise BuildError(Problem.COMPLEX_KEY, start)
    if depth + 2 > MAX_DEPTH:
        raise BuildError(Problem.TOO_DEEP, start, limit=MAX_DEPTH)
    if in_list and type(event) is MappingStartEvent and event.flow_style and text[start] != "{":
        raise BuildError(Problem.PAIR_IN_LIST, start)


def _odd_scalar(text: str, events: list[Any], key: str | None, *, is_key: bool) -> str:
    """Return the value of a scalar that may be empty, marked, or made with escapes."""
    event = events[-1]
    _refuse_marks(text, event)
    start, end = event.start_mark.index, event.end_mark.index
    if event.style == '"':
        if not is_allowed(event.value):
            raise BuildError(Problem.CONTROL_CHARACTER, start, end, character=_character(event.value))
        event.value = clean(event.value)
    if event.value or (event.style and not is_key):
        return str(event.value)
    if is_key:
        place = start if event.style else max(text.find(":", start), start)
        raise BuildError(Problem.EMPTY_KEY, place, end if event.style else None)
    if key is not None:
        name = events[-2]
        raise BuildError(Problem.EMPTY_VALUE, name.start_mark.index, name.end_mark.index, key=key)
    raise BuildError(Problem.EMPTY_VALUE, max(len(text[:start].rstrip()) - 1, 0), key="")


def _refuse_key(value: str, events: list[Any]) -> None:
    """Refuse a key given twice, and the merge key; `"<<"` in quotes is a key like others."""
    event = events[-1]
    start, end = event.start_mark.index, event.end_mark.index
    if value == "<<" and not event.style:
        raise BuildError(Problem.MERGE_KEY, start, end)
    first = _earlier_key(value, events)
    if first is not None:
        error = BuildError(Problem.DUPLICATE_KEY, start, end, key=value)
        error.related = (first.start_mark.index, first.end_mark.index)
        raise error


def _earlier_key(value: str, events: list[Any]) -> Any:
    """Return the event of a key of the mapping whose last key was just read."""
    depth = 0
    is_key = True
    for event in reversed(events):
        kind = type(event)
        if kind in _ENDS:
            depth += 1
            continue
        if kind in _STARTS:
            depth -= 1
            if depth < 0:
                return None
        if depth == 0:
            if is_key and event is not events[-1] and event.value == value:
                return event
            is_key = not is_key
    return None


def _refuse_marks(text: str, event: Any) -> None:
    """Refuse aliases, anchors and tags."""
    start = event.start_mark.index
    end = event.end_mark.index
    if isinstance(event, AliasEvent):
        raise BuildError(Problem.ALIAS, start, end)
    if event.anchor is not None:
        raise BuildError(Problem.ANCHOR, max(text.find("&" + event.anchor, start), start))
    if event.tag is not None:
        raise BuildError(Problem.TAG, max(text.find("!", start), start))


def _refuse_disputed(text: str, events: list[Any]) -> None:
    """Refuse what only one of the parsers takes, and keys written after `?`, which leave no other trace."""
    end = events[0].start_mark.index
    in_flow: list[bool] = []
    for event in events:
        start = event.start_mark.index
        gap = text[end:start]
        if "?" in gap and "?" in (bare := _COMMENT.sub(lambda found: " " * len(found[0]), gap)):
            raise BuildError(Problem.COMPLEX_KEY, end + bare.index("?"))
        kind = type(event)
        if kind in _STARTS:
            in_flow.append(event.flow_style)
        elif kind in _ENDS:
            in_flow.pop()
        else:
            end = max(end, event.end_mark.index)
            if in_flow[-1] and not event.style:
                _refuse_disputed_plain(text, event)
            if event.style in _BLOCK_STYLES and (header := _GLUED_COMMENT.match(text, start)):
                raise BuildError(Problem.SYNTAX, header.end() - 1, detail=_GLUED_DETAIL)


def _refuse_disputed_plain(text: str, event: Any) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    if "?" in event.value:
        raise BuildError(Problem.RESERVED_CHARACTER, text.index("?", start), character="?")
    if end > start and text[end : end + 2] in _DISPUTED:
        raise BuildError(Problem.NO_SPACE_AFTER_COLON, end, detail="found unexpected ':'")


def _character(value: str) -> str:
    return next(f"U+{ord(character):04X}" for character in value if not is_allowed(character))
