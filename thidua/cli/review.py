"""`thidua review`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.app.collector import no_collector
from thidua.cli.here import fail, today, workspace
from thidua.cli.language import language, words
from thidua.cli.options import ROOT
from thidua.cli.revisions import no_revision
from thidua.cli.show_text import say
from thidua.store.revision import NoRevision

if TYPE_CHECKING:
    from thidua.report.review import Review as Told
    from thidua.store.workspace import Workspace


class ReviewFormat(StrEnum):
    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


def review(
    base: Annotated[
        str,
        typer.Argument(
            help=words(
                "so với bản nào: nhánh, mã commit, hoặc `BASE..REV`; mặc định là chỗ rẽ khỏi nhánh chính",
                "what to compare with: a branch, a commit, or `BASE..REV`; where the work left the main branch by default",
            ),
        ),
    ] = "",
    output: Annotated[
        ReviewFormat, typer.Option("--format", help=words("cách in", "how to print"))
    ] = ReviewFormat.TERMINAL,
    file: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=words("ghi ra tệp .html, .md hoặc .json", "write to a .html, .md or .json file"),
        ),
    ] = None,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Tell in words what a change comes to."""
    here = workspace(root)
    form = _form(file) if file else output
    with no_collector():
        text = _rendered(_told(here, base), form, here)
    if file is None:
        say(text, colour=False)
        return
    from thidua.cli.deliver import deliver

    deliver(text, file)


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


review.more = (  # type: ignore[attr-defined]
    """
    So các bản ghi đang có với bản trước, rồi nói bằng lời: quyết định, bản ghi nào mới, sửa, bỏ; ai được thêm, bớt,
    đổi; mỗi tổng số của báo cáo trước và sau; phát hiện mới, phát hiện đã hết; điều người xem phải trả lời.
    `--format markdown` dùng cho lời bình của một đề nghị hợp nhất. Không ghi gì vào kho; kết thúc với 0 dù có lỗi mới.
    """,
    """
    Compares the records on hand with an earlier state and says in words which decisions and records are new, changed or
    gone, who came in, went out or got something else, each total of each report before and after, new findings and those
    that are gone, and what the reviewer has to answer. `--format markdown` is for a comment on a pull request. Writes
    nothing among the records; ends with 0 even where the change brings errors.
    """,
)


def _told(here: Workspace, base: str) -> Told:
    from thidua.app.review import review as told

    try:
        return told(here, language(), today(), base)
    except NoRevision as error:
        no_revision(error)


def _rendered(found: Told, output: ReviewFormat, here: Workspace) -> str:
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


def _page(found: Told, here: Workspace) -> str:
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
