"""What `thidua review` does, without its options' words."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.app.collector import no_collector
from thidua.cli.here import fail, today, workspace
from thidua.cli.language import language, words
from thidua.cli.plain import Plain
from thidua.cli.show_text import say

if TYPE_CHECKING:
    from thidua.report.review import Review
    from thidua.store.workspace import Workspace


class ReviewFormat(StrEnum):
    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


def tell_change(
    base: str = "", output: ReviewFormat = ReviewFormat.TERMINAL, file: Path | None = None, root: Path | None = None
) -> int:
    """Print or write what a change comes to; return 0."""
    here = workspace(root)
    form = _form(file) if file else output
    with no_collector():
        text = _rendered(_told(here, base), form, here)
    if file is None:
        say(text, colour=False)
        return 0
    from thidua.cli.deliver import deliver

    deliver(text, file)
    return 0


PLAIN = Plain(
    tell_change,
    values={
        "--format": ("output", ReviewFormat),
        "--output": ("file", Path),
        "-o": ("file", Path),
        "--root": ("root", Path),
    },
    one="base",
)


def _form(file: Path) -> ReviewFormat:
    """Return the format that the ending of a file's name asks for."""
    found = _BY_ENDING.get(file.suffix.lower())
    if found is None:
        fail(
            words(
                f"`{file}`: tệp kết quả phải là .html, .md hoặc .json",
                f"`{file}`: the file must end in .html, .md or .json",
            )
        )
    return found


_BY_ENDING = {".html": ReviewFormat.HTML, ".md": ReviewFormat.MARKDOWN, ".json": ReviewFormat.JSON}


def _told(here: Workspace, base: str) -> Review:
    from thidua.app.review import review
    from thidua.store.revision import NoRevision

    try:
        return review(here, language(), today(), base)
    except NoRevision as error:
        from thidua.cli.revisions import no_revision

        no_revision(error)


def _rendered(found: Review, output: ReviewFormat, here: Workspace) -> str:
    match output:
        case ReviewFormat.TERMINAL:
            from thidua.render import review_terminal

            return review_terminal.render(found, language())
        case ReviewFormat.MARKDOWN:
            from thidua.render import review_markdown

            return review_markdown.render(found, language())
        case ReviewFormat.JSON:
            from thidua.render import review_json

            return review_json.render(found, language())
        case ReviewFormat.HTML:
            return _page(found, here)


def _page(found: Review, here: Workspace) -> str:
    from thidua.render import review_html
    from thidua.render.folders import template_folders
    from thidua.render.templates import BadTemplate

    try:
        return review_html.render(found, template_folders(here.root), language())
    except BadTemplate as error:
        fail(
            words(
                f"mẫu `{error.template}` không dùng được: {error.reason}",
                f"template `{error.template}` cannot be used: {error.reason}",
            )
        )
