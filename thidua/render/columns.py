"""How wide the columns of a printed table are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.render.blocks import plain

if TYPE_CHECKING:
    from thidua.render.blocks import Table

WIDE = 8
"""A table with more columns is printed smaller, and on a page turned on its side."""

_BREAK = re.compile(r"[\s-]+")

_MOST = 60
"""A column wants no more than this many characters, however long its text."""

_NARROW = 12
"""A column that wants no more, such as one of numbers, is not made wider to fill the page."""

_TO_FILL_IN = 18
"""A column that is empty is to be written in by hand, and wants as much room as these characters."""

_ON_A_LINE = {False: 84, True: 160}
"""About how many characters stand on a line of a page, upright and on its side, in the size of the table."""


def widths(table: Table) -> tuple[float, ...]:
    """Return the share of each column, together 1: the longest word at least, then by what the cells want."""
    room = _ON_A_LINE[table.columns > WIDE]
    least, wanted = [], []
    for column in range(table.columns):
        texts = [plain(row[column]) for row in table.rows if column < len(row)]
        longest_word = max((len(word) for text in texts for word in _BREAK.split(text)), default=1)
        least.append(float(min(longest_word, room // 3) + 3))
        if not any(texts[1:]):
            texts.append("_" * _TO_FILL_IN)
        wanted.append(float(min(max((len(text) for text in texts), default=1), _MOST) + 3))
    spare = max(room - sum(least), 0.0)
    more = [max(want - have, 0.0) for want, have in zip(wanted, least, strict=True)]
    share = min(spare / sum(more), 1.0) if sum(more) else 0.0
    found = [have + share * extra for have, extra in zip(least, more, strict=True)]
    left = max(room - sum(found), 0.0)
    takers = [want if want > _NARROW else 0.0 for want in wanted]
    if not any(takers):
        takers = wanted
    found = [width + left * taker / sum(takers) for width, taker in zip(found, takers, strict=True)]
    return tuple(width / sum(found) for width in found)


def is_wide(table: Table) -> bool:
    """Whether a table wants a page on its side."""
    return table.columns > WIDE
