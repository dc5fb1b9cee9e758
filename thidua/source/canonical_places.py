"""Where keys and values stand in a text that `canonical_reader` took, without a parser of all YAML being loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from thidua.source.canonical_reader import PAIR, is_passed_over, part_at

if TYPE_CHECKING:
    from thidua.diagnostics import Key, Route
    from thidua.source.canonical_reader import Places


class Stretch(NamedTuple):
    """Where a value stands, as offsets in the text.

    Attributes:
        key: where its key stands, if it has one.
        steps: how many steps of the route led to it; where there is no such value, it is an ancestor.
    """

    start: int
    end: int
    key: tuple[int, int] | None
    steps: int


def stretch(text: str, starts: list[int], places: Places, route: Route) -> Stretch:
    """Return where a value, or its nearest ancestor that exists, stands.

    Args:
        starts: the offsets at which the lines of the text begin.
    """
    lines = _Lines(text, starts)
    here, last = places, None
    for done, step in enumerate(route):
        if isinstance(here, int):
            return _in_line(lines, lines.stretch(here, last, done), route[done])
        part = part_at(here[1], step)
        if part is None:
            return lines.stretch(here, last, done)
        here, last = part, step
    return lines.stretch(here, last, len(route))


class _Lines:
    """The lines of a text, counted from 1."""

    def __init__(self, text: str, starts: list[int]) -> None:
        self.text = text
        self.starts = starts

    def line(self, number: int) -> str:
        start = self.starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]

    def stretch(self, here: Places, last: Key | None, steps: int) -> Stretch:
        start = self._start(here, last)
        return Stretch(start, self._end(here), self._key(here, last), steps)

    def _start(self, here: Places, last: Key | None) -> int:
        number = here if isinstance(here, int) else here[0]
        line = self.line(number)
        marks = " " if not isinstance(here, int) and isinstance(here[1], list) else " -"
        start = self.starts[number - 1] + len(line) - len(line.lstrip(marks))
        return start + len(f"{last}: ") if isinstance(here, int) and isinstance(last, str) else start

    def _end(self, here: Places) -> int:
        """A block ends with its last value."""
        while not isinstance(here, int):
            here = list(here[1].values())[-1] if isinstance(here[1], dict) else here[1][-1]
        return self.starts[here - 1] + len(self.line(here))

    def _key(self, here: Places, last: Key | None) -> tuple[int, int] | None:
        if not isinstance(last, str):
            return None
        number = here if isinstance(here, int) else here[0] - 1
        while is_passed_over(self.line(number)):
            number -= 1
        line = self.line(number)
        start = self.starts[number - 1] + len(line) - len(line.lstrip(" -"))
        return start, start + len(last)


def _in_line(lines: _Lines, whole: Stretch, step: Key) -> Stretch:
    """Return where a value stands in a mapping or a list on one line, or where that stands."""
    flow = lines.text[whole.start : whole.end]
    if flow[0] == "{":
        for pair in PAIR.finditer(lines.text, whole.start + 1, whole.end):
            if pair[1] == step:
                return Stretch(*pair.span(2), pair.span(1), whole.steps + 1)
    elif flow[0] == "[" and isinstance(step, int):
        items = flow[1:-1].split(", ")
        if step < len(items):
            start = whole.start + 1 + sum(len(one) + 2 for one in items[:step])
            return Stretch(start, start + len(items[step]), None, whole.steps + 1)
    return whole
