"""The law as rows of the register: the eras that govern a decision, who may confer what, what a nomination has to keep to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.law.era import governing
from thidua.law.formality import formalities
from thidua.law.power import power_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.rows import Row

UNKNOWN_DAY = ""
"""The day of receipt where it is not known."""


def law_rows() -> Iterator[Row]:
    """Return what the law says, for the tables on which no file has a say."""
    for one in governing():
        first, last = (day.isoformat() for day in one.decided)
        received = [day.isoformat() for day in one.received] if one.received else [UNKNOWN_DAY, UNKNOWN_DAY]
        yield "era", (one.era, one.place, first, last, *received)
    for answer in power_answers():
        yield "power", (
            answer.award, answer.era, answer.start.isoformat(), answer.end.isoformat(), answer.body, answer.may,
            answer.ground, answer.article, *("; ".join(one[place] for one in answer.by) for place in (0, 1)), *answer.reason,
        )  # fmt: skip
    for asked in formalities():
        yield "formality", (
            asked.check, asked.award, asked.era, asked.kind, asked.start, asked.entry, asked.choice, asked.amount, asked.day,
            asked.year, asked.after, asked.sure, asked.article,
        )  # fmt: skip
