"""A change in words for a comment on a pull request: nothing in it is anything but text to GitHub and GitLab."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from thidua.diagnostics import Text
from thidua.render.marks import escape
from thidua.render.review_words import FOUND, MENDED, QUESTIONS, TOTALS, TOTALS_HEAD, Teller, cut
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from thidua.diagnostics import Language
    from thidua.report.review import Item, Review

MOST = 62_000
"""How long a comment gets. GitHub takes 65,536 characters; whoever posts it may add a mark of theirs."""

MOST_LINES = 100
"""How many totals, findings or questions are printed before the records."""

_JOINER = "&#8288;"
"""A sign that nobody sees; after it a word is no longer what GitHub and GitLab make a link of."""

_LINKS = re.compile(
    r"(?<=[@#!&~$%])(?=[\w\"])|(?<=:)(?=//|[\w+-]+:)|(?<=www)(?=\.)|(?<=\bGH)(?=-)|(?<=[\w.-])(?=@)", re.IGNORECASE
)
"""Where mentions, numbers of issues, addresses, formulas and emoji are broken up."""

_COMMIT = re.compile(r"\b(?=[0-9]*[a-f])([0-9a-f]{4})([0-9a-f]{3,36})\b")
"""What may be the id of a commit."""

_CUT = Text(
    "Còn {n:count} dòng không in ở đây vì quá dài; xem `thidua review --format html`.",
    "{n:count} more lines are too long for this place; see `thidua review --format html`.",
)
_REST = Text("… và {n:count} dòng nữa (`--format json`)", "… and {n:count} more (`--format json`)")


def render(review: Review, language: Language) -> str:
    """Return the change as Markdown, the summary first, records folded."""
    teller = Teller(language, text, code)
    page = _Page()
    page.put(f"### {teller.title(review)}", "", *(f"- {line}" for line in teller.summary(review)), "")
    _totals(page, teller, review)
    for title, told in (
        (QUESTIONS, map(teller.question, review.questions)),
        (FOUND, map(teller.finding, review.found)),
        (MENDED, map(teller.finding, review.mended)),
    ):
        _listed(page, teller, teller.say(title), list(told))
    for group in review.groups:
        page.fold(_plain(teller).group(group), _told(teller, group.items))
    if page.left_out:
        page.end(teller.say(_CUT, {"n": page.left_out}))
    return "\n".join(page.lines).rstrip("\n") + "\n"


def text(value: str) -> str:
    """Return a text of a record as Markdown that is printed as it is: no mention, link, image, HTML or table."""
    return _unlinked(cut(value), lambda piece: escape(piece).replace("$", "\\$"))


def code(value: str) -> str:
    """Return a path or an id between backticks."""
    return f"`{re.sub(r'[`|]', '?', cut(value))}`"


def _plain(teller: Teller) -> Teller:
    """The same words for the line that unfolds a list, which is HTML."""
    return Teller(teller.language, _in_html, _in_html)


def _in_html(value: str) -> str:
    return _unlinked(cut(value), html.escape)


def _unlinked(value: str, escaped: Callable[[str], str]) -> str:
    """Return a text escaped, broken up wherever a link would be made of it."""
    pieces = [piece for part in _LINKS.split(value) for piece in _COMMIT.sub(r"\1\n\2", part).split("\n")]
    return _JOINER.join(map(escaped, pieces))


@dataclass(slots=True)
class _Page:
    """Lines up to the most that a comment takes, and how many more there would be."""

    lines: list[str] = field(default_factory=list)
    size: int = 0
    left_out: int = 0

    def put(self, *lines: str) -> bool:
        """Add lines that belong together, if they fit."""
        size = sum(len(line) + 1 for line in lines)
        if self.size + size > MOST:
            self.left_out += sum(bool(line) for line in lines)
            return False
        self.lines += lines
        self.size += size
        return True

    def fold(self, title: str, lines: Iterable[str]) -> None:
        """Add a folded list; what does not fit is counted."""
        if not self.put("<details>", f"<summary>{title}</summary>", ""):
            self.left_out -= 2
            self.left_out += sum(1 for _ in lines)
            return
        for line in lines:
            self.put(line)
        self.end("", "</details>", "")

    def end(self, *lines: str) -> None:
        """Add lines for which there is always room."""
        self.lines += lines
        self.size += sum(len(line) + 1 for line in lines)


def _totals(page: _Page, teller: Teller, review: Review) -> None:
    if not review.totals:
        return
    page.put(f"#### {teller.say(TOTALS)}", "")
    left = MOST_LINES
    for report in review.totals:
        rows = ["| {} | {} | {} | {} |".format(*teller.total(line)) for line in report.lines]
        names = " | ".join(teller.say(one) for one in TOTALS_HEAD)
        page.put(f"**{teller.report(report)}**", "", f"| {names} |", "|---|---|---:|---:|", *rows[:left], "")
        if len(rows) > left:
            page.put(teller.say(_REST, {"n": len(rows) - left}), "")
        left = max(0, left - len(rows))


def _listed(page: _Page, teller: Teller, title: str, lines: list[str]) -> None:
    if not lines:
        return
    page.put(f"#### {title}", "")
    for line in lines[:MOST_LINES]:
        page.put(f"- {line}")
    if len(lines) > MOST_LINES:
        page.put("- " + teller.say(_REST, {"n": len(lines) - MOST_LINES}))
    page.put("")


def _told(teller: Teller, items: Iterable[Item]) -> Iterator[str]:
    for item in items:
        yield f"- {teller.item(item)}"
        yield from (f"  - {line}" for line in teller.lines(item))
