"""How figures, notes and charts travel through Markdown to whatever is printed from it.

A template writes Markdown. What is more than text stands in it between characters of Unicode's private use
area, which are taken out of the texts of records; each output then turns the marks into its own form, so that
every output has the same words and the same figures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua.report.values import Doubt, Trace

FIGURE, FIGURE_TEXT, FIGURE_END = "\ue000", "\ue001", "\ue002"
NOTE, NOTE_END = "\ue003", "\ue004"
CHART, CHART_END = "\ue005", "\ue006"

_FIGURE = re.compile(f"{FIGURE}(\\d+){FIGURE_TEXT}([^{FIGURE_END}]*){FIGURE_END}")
_NOTE = re.compile(f"{NOTE}(\\d+){NOTE_END}")
_CHART = re.compile(f"{CHART}(\\d+){CHART_END}")
_BLANKS = re.compile(r"\s+")
_PRIVATE = re.compile("[\ue000-\uf8ff]")

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&#^]")
_START = re.compile(r"^(\s*(?=[-+=]|\d+[.)])\d*)([-+=.)])(?=\s|$|[-=])")


class Safe(str):
    """Markdown made by the program itself; it is not escaped again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be drawn; the same numbers stand in a table beside it.

    Attributes:
        title: what is drawn.
        bars: name and number of each.
    """

    title: str
    bars: tuple[tuple[str, int], ...]


@dataclass(slots=True)
class Marked:
    """What the marks of one text stand for, in the order they were written."""

    figures: list[tuple[Trace, ...]] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    notes: dict[int, int] = field(default_factory=dict)

    def figure(self, text: str, records: tuple[Trace, ...]) -> Safe:
        """Return a figure with a mark that leads to its records."""
        self.figures.append(records)
        return Safe(f"{FIGURE}{len(self.figures) - 1}{FIGURE_TEXT}{escape(text)}{FIGURE_END}")

    def chart(self, chart: Chart) -> Safe:
        """Return a mark for a chart, on a line of its own."""
        self.charts.append(chart)
        return Safe(f"{CHART}{len(self.charts) - 1}{CHART_END}")

    def note(self, number: int) -> Safe:
        """Return a mark for a note of the appendix; nothing for 0. Notes are numbered as the reader comes upon them."""
        if not number:
            return Safe("")
        return Safe(f"{NOTE}{self.notes.setdefault(number, len(self.notes) + 1)}{NOTE_END}")

    def numbered(self, doubts: Iterable[Doubt]) -> list[tuple[int, Doubt]]:
        """Return doubts with the numbers they were given in the text; those it does not mention come last."""
        pairs = [(self.notes.setdefault(one.number, len(self.notes) + 1), one) for one in doubts]
        return sorted(pairs, key=lambda pair: pair[0])


def escape(text: str) -> Safe:
    """Return the text of a record as Markdown that prints it as it is, on one line."""
    if isinstance(text, Safe):
        return text
    plain = _PRIVATE.sub("", _BLANKS.sub(" ", text))
    return Safe(_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\g<0>", plain)))


def replace(
    text: str, figure: Callable[[int, str], str], note_text: Callable[[int], str], chart: Callable[[int], str]
) -> str:
    """Return a text with every mark turned into what an output makes of it."""
    text = _CHART.sub(lambda found: chart(int(found[1])), text)
    text = _FIGURE.sub(lambda found: figure(int(found[1]), found[2]), text)
    return _NOTE.sub(lambda found: note_text(int(found[1])), text)
