"""A report as one HTML file that needs nothing else: no network, no font, no script but its own."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from thidua.render import svg
from thidua.render.blocks import FEET
from thidua.render.compiled import Compiled
from thidua.render.folders import TemplateLoader, is_inside
from thidua.render.markdown import body
from thidua.render.marks import replace
from thidua.render.parser import NATION, parser
from thidua.render.sandbox import Bounded
from thidua.render.templates import MISTAKES, BadTemplate, mistake
from thidua.render.titles import title
from thidua.render.words import behind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

    from thidua.render.markdown import Body

DOUBT = "Điểm cần kiểm tra số"
_LONG_WORD = re.compile(r"<[^<>]*>|([^\s&;<>\"=/\-\ue000-\uf8ff]{30})")
"""A tag, or part of a word so long that a table would not fit a page; it may be broken after it."""

STYLES = {"statutory": ("page.css", "wide.css")}
"""The styles of papers that need more than `page.css`."""

MANY_COLUMNS = 8
"""A table with more columns is printed smaller, so that it fits the width of a page."""

ON_ONE_LINE = 60
"""Up to how many characters a figure with its words is kept on one line."""


def render(
    report: Any, folders: Iterable[Path], *, kind: str = "", leading_zero: bool = False, made: Body | None = None
) -> str:
    """Return a report as HTML. Every figure leads to the list of its records.

    Args:
        made: its body, where that was made already.

    Raises:
        BadTemplate: a template cannot be used.
    """
    places = tuple(folders)
    made = made or body(report, places, kind=kind, leading_zero=leading_zero)
    shown: dict[int, str] = {}

    def figure(number: int, text: str) -> str:
        shown[number] = text
        kind = "so dai" if len(text) > ON_ONE_LINE else "so"
        label = html.escape(f"{html.unescape(re.sub('<[^>]+>', '', text))}: xem bản ghi", quote=True)
        return f'<a class="{kind}" id="o-{number + 1}" href="#so-{number + 1}" aria-label="{label}">{text}</a>'

    text = replace(
        re.sub(r"(?<=\d) (?=%)", "&nbsp;", _LONG_WORD.sub(_broken, _markdown().render(made.text))),
        figure,
        _note,
        lambda number: svg.bars(made.marked.charts[number], f"bieu-{number}"),
    )
    figures = [
        {"shown": Markup(shown.get(number, "")), "records": records}  # noqa: S704 - escaped already
        for number, records in enumerate(made.marked.figures)
    ]
    return page(places, title(report), text, figures, STYLES.get(report.kind, ("page.css",)))


def _broken(found: re.Match[str]) -> str:
    return f"{found[0]}<wbr>" if found[1] else found[0]


def _note(number: int) -> str:
    """A note; the sign before it keeps it on the line of what it is about."""
    link = f'<a href="#nghi-{number}" aria-label="{DOUBT} {number}">[{number}]</a>'
    return f'&NoBreak;<sup class="nghi">{link}</sup>'


def page(
    folders: Sequence[Path], called: str, text: str, figures: list[dict[str, Any]], styles: tuple[str, ...]
) -> str:
    environment = Bounded(loader=TemplateLoader(folders), autoescape=True, bytecode_cache=Compiled())
    environment.filters["behind"] = behind
    style, script = "\n".join(_own(folders, one) for one in styles), _own(folders, "page.js").strip()
    try:
        values = {
            "title": called,
            "body": Markup(text),  # noqa: S704 - made by the Markdown renderer with HTML switched off
            "figures": figures,
            "style": Markup(style),  # noqa: S704 - a file of the program or the office
            "script": Markup(script),  # noqa: S704 - the same
            "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        }
        return environment.paper("page.html.j2", values)
    except MISTAKES as error:
        raise mistake(error, "page.html.j2") from error


def _own(folders: Sequence[Path], name: str) -> str:
    folder = next((folder for folder in folders if (folder / name).is_file()), None)
    found = folder / name if folder is not None and is_inside(folder / name, folder) else None
    if found is None:
        raise BadTemplate(name, 0, "not found")
    try:
        text = found.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise BadTemplate(name, 0, str(error)) from error
    return text.replace("</", "<\\/") if name.endswith(".js") else text


def _markdown() -> MarkdownIt:
    """The Markdown of papers, with what HTML makes of tables."""
    made = parser()
    made.add_render_rule("table_open", _table_open)
    made.add_render_rule("table_close", _table_close)
    made.add_render_rule("th_open", _cell)
    made.add_render_rule("td_open", _cell)
    made.add_render_rule("tr_open", _row)
    made.add_render_rule("hr", lambda *_: "")
    return made


def _table_open(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    is_bare = _is_head(tokens, at) or _is_foot(tokens, at)
    kind = ' class="dau"' if is_bare else ' class="rong"' if _columns(tokens, at) > MANY_COLUMNS else ""
    return f'<div class="wide"><table{kind}>\n'


def _table_close(*_: Any) -> str:
    return "</table></div>\n"


def _columns(tokens: Sequence[Token], at: int) -> int:
    """How many columns a table has."""
    number = 0
    for token in tokens[at:]:
        if token.type == "thead_close":
            break
        number += token.type == "th_open"
    return number


def _is_head(tokens: Sequence[Token], at: int) -> bool:
    for token in tokens[at:]:
        if token.type == "inline" and NATION in token.content:
            return True
        if token.type == "thead_close":
            return False
    return False


def _is_foot(tokens: Sequence[Token], at: int) -> bool:
    """Whether a table is that of the recipients and the signature."""
    first = next((token.content for token in tokens[at:] if token.type == "inline"), "")
    return first.strip("*") in FEET


def _cell(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    token = tokens[at]
    scope = ' scope="col"' if token.tag == "th" else ""
    kind = ' class="so"' if "right" in str(token.attrs.get("style", "")) else ""
    return f"<{token.tag}{scope}{kind}>"


def _row(_: RendererHTML, tokens: Sequence[Token], at: int, *__: Any) -> str:
    """Rows that a style or a note needs to know: the name line of the head, and doubts by their number."""
    first = next((token for token in tokens[at:] if token.type == "inline"), None)
    inside = _row_text(tokens, at)
    if "Độc lập - Tự do - Hạnh phúc" in inside:
        return '<tr class="ten">\n'
    if first is not None and first.content.isdigit() and _in_doubts(tokens, at):
        return f'<tr id="nghi-{first.content}">\n'
    return "<tr>\n"


def _row_text(tokens: Sequence[Token], at: int) -> str:
    parts = []
    for token in tokens[at:]:
        if token.type == "tr_close":
            break
        parts.append(token.content)
    return " ".join(parts)


def _in_doubts(tokens: Sequence[Token], at: int) -> bool:
    for token in reversed(tokens[:at]):
        if token.type == "inline" and token.content == "Nội dung cần kiểm tra":
            return True
        if token.type == "table_open":
            return False
    return False
