"""A change in words for a terminal: the summary first, long lists cut with how much more there is."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from thidua.diagnostics import Text
from thidua.render.review_words import FOUND, MENDED, QUESTIONS, TOTALS, Teller, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.diagnostics import Language
    from thidua.report.review import Review

MOST_ROWS = 20
"""How many lines of one record are printed."""

MOST_RECORDS = 60
"""How many records of one group are printed with their lines."""

MOST_LINES = 40
"""How many totals, findings or questions are printed."""

_MORE = Text("… và {n:count} dòng nữa (`--format html`, `json`)", "… and {n:count} more (`--format html`, `json`)")


def render(review: Review, language: Language) -> str:
    """Return the change as text without colour."""
    teller = Teller(language, cut, cut)
    return "".join(f"{line}\n" for line in _lines(review, teller))


def _lines(review: Review, teller: Teller) -> Iterator[str]:
    yield teller.title(review)
    yield from (f"  {line}" for line in teller.summary(review))
    for group in review.groups:
        yield ""
        yield teller.group(group)
        for item in group.items[:MOST_RECORDS]:
            yield f"  {teller.item(item)}"
            yield from _some(teller, teller.lines(item), len(item.fields) + len(item.rows), MOST_ROWS, "    ")
        yield from _more(teller, len(group.items) - MOST_RECORDS, "  ")
    if review.totals:
        yield from ("", teller.say(TOTALS))
        for report in review.totals:
            yield f"  {teller.report(report)}"
            lines = ("{}, {}: {} → {}".format(*teller.total(line)) for line in report.lines)
            yield from _some(teller, lines, len(report.lines), MOST_LINES, "    ")
    lists = (
        (FOUND, map(teller.finding, review.found), len(review.found)),
        (MENDED, map(teller.finding, review.mended), len(review.mended)),
        (QUESTIONS, map(teller.question, review.questions), len(review.questions)),
    )
    for title, told, number in lists:
        if number:
            yield from ("", teller.say(title))
            yield from _some(teller, told, number, MOST_LINES, "  ")


def _some(teller: Teller, lines: Iterable[str], number: int, most: int, indent: str) -> Iterator[str]:
    yield from (f"{indent}{line}" for line in islice(lines, most))
    yield from _more(teller, number - most, indent)


def _more(teller: Teller, number: int, indent: str) -> Iterator[str]:
    if number > 0:
        yield indent + teller.say(_MORE, {"n": number})
