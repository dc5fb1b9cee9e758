"""A change as one HTML file that needs nothing else, in the page of reports."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from thidua.render.html import page
from thidua.render.review_words import FOUND, MENDED, QUESTIONS, TOTALS, TOTALS_HEAD, Teller, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from thidua.diagnostics import Language
    from thidua.report.review import Review


def render(review: Review, folders: Iterable[Path], language: Language) -> str:
    """Return the change as HTML, the summary first, records folded.

    Raises:
        BadTemplate: the page of reports cannot be used.
    """
    teller = Teller(language, lambda text: html.escape(cut(text)), _code)
    title = Teller(language, cut, cut).title(review)
    body = "\n".join(_lines(review, teller))
    return page(tuple(folders), title, f'<div lang="{language.value}">\n{body}\n</div>', [], ("page.css",))


def _code(value: str) -> str:
    return f"<code>{html.escape(cut(value))}</code>"


def _row(cell: str, texts: Iterable[str]) -> str:
    """Return a row of totals, the two numbers at its end set to the right."""
    marks = ("", "", ' class="so"', ' class="so"')
    cells = "".join(f"<{cell}{mark}>{text}</{cell}>" for mark, text in zip(marks, texts, strict=True))
    return f"<tr>{cells}</tr>"


def _lines(review: Review, teller: Teller) -> Iterator[str]:
    yield f"<h1>{teller.title(review)}</h1>"
    yield from _listed(teller.summary(review))
    if review.totals:
        yield f"<h2>{teller.say(TOTALS)}</h2>"
        for report in review.totals:
            head = _row("th", [teller.say(one) for one in TOTALS_HEAD])
            rows = "".join(_row("td", teller.total(line)) for line in report.lines)
            yield f"<h3>{teller.report(report)}</h3>"
            yield f'<div class="wide"><table><thead>{head}</thead><tbody>{rows}</tbody></table></div>'
    for title, lines in (
        (QUESTIONS, [teller.question(one) for one in review.questions]),
        (FOUND, [teller.finding(one) for one in review.found]),
        (MENDED, [teller.finding(one) for one in review.mended]),
    ):
        if lines:
            yield f"<h2>{teller.say(title)}</h2>"
            yield from _listed(lines)
    for group in review.groups:
        yield f"<h2>{teller.group(group)}</h2>"
        for item in group.items:
            yield f"<details open><summary>{teller.item(item)}</summary>"
            yield from _listed(teller.lines(item))
            yield "</details>"


def _listed(lines: Iterable[str]) -> Iterator[str]:
    yield "<ul>"
    yield from (f"<li>{line}</li>" for line in lines)
    yield "</ul>"
