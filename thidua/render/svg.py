"""Bars as inline SVG: text stays text, and the same numbers stand in a table beside it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from thidua.vietnamese.numbers import count

if TYPE_CHECKING:
    from thidua.render.marks import Chart

WIDTH, ROW, LABEL, NUMBER = 720, 30, 270, 70
MOST_LETTERS = 44


def bars(chart: Chart, id_: str) -> str:
    """Return a horizontal bar for each number, longest for the greatest."""
    most = max((number for _, number in chart.bars), default=0)
    if not most:
        return ""
    space = WIDTH - LABEL - NUMBER
    lines = [
        f'<figure><svg role="img" aria-labelledby="{id_}" viewBox="0 0 {WIDTH} {ROW * len(chart.bars)}">',
        f'<title id="{id_}">{escape(_told(chart))}</title>',
    ]
    for place, (name, number) in enumerate(chart.bars):
        top, length = place * ROW, max(1, round(space * number / most))
        lines += [
            f'<text x="{LABEL - 8}" y="{top + 20}" text-anchor="end">{escape(_short(name))}</text>',
            f'<rect x="{LABEL}" y="{top + 6}" width="{length}" height="{ROW - 12}"/>',
            f'<text x="{LABEL + length + 6}" y="{top + 20}">{count(number)}</text>',
        ]
    return "\n".join((*lines, f"</svg><figcaption>{escape(chart.title)}</figcaption></figure>"))


def _told(chart: Chart) -> str:
    return f"{chart.title}: " + "; ".join(f"{name} {count(number)}" for name, number in chart.bars)


def _short(name: str) -> str:
    """A long name without its middle: what it begins with and what tells it from others at its end."""
    if len(name) <= MOST_LETTERS:
        return name
    begin = MOST_LETTERS // 3
    return f"{name[:begin].rstrip()}…{name[begin + 1 - MOST_LETTERS :].lstrip()}"
