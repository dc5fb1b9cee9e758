"""`thidua review`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.cli.language import words
from thidua.cli.options import ROOT
from thidua.cli.tell_change import ReviewFormat, tell_change


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
) -> int:
    """Tell in words what a change comes to."""
    return tell_change(base, output, file, root)


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
