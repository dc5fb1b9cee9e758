"""`thidua check-nomination`."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.cli.here import refuse, workspace
from thidua.cli.language import language, words
from thidua.cli.options import Output, OutputFormat, Root
from thidua.cli.show_text import say


def check_nomination(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help=words("hồ sơ đề nghị: đường dẫn, mã hoặc số tờ trình", "nomination: path, id or number"),
        ),
    ],
    output: Output = OutputFormat.TERMINAL,
    root: Root = None,
) -> None:
    """Judge each row of a nomination by the law of its day.

    Exit status: 1 where a row is not eligible yet, 2 where the nomination is not there.
    """
    from thidua.app.check_nomination import check_nomination as check
    from thidua.app.entry_error import EntryError
    from thidua.app.fresh import fresh
    from thidua.render.eligibility_nomination import checked_json, checked_text

    state = fresh(workspace(root))
    try:
        checked = check(state, file)
    except EntryError as error:
        refuse(error)
    if output is OutputFormat.JSON:
        say(checked_json(checked, language()), colour=False)
    else:
        say(checked_text(checked, language()))
    if any(row.judgement is not None and row.judgement.verdict == "chua-du" for row in checked.rows):
        raise typer.Exit(1)


check_nomination.more = (  # type: ignore[attr-defined]
    (
        "Mỗi dòng được trả lời: đủ, chưa đủ theo đường này, hay cần người xem, kèm bằng chứng và điều luật.\n"
        "Câu hỏi mà bản ghi không trả lời được thì ghi vào `answers` của dòng, theo mã trong ngoặc vuông."
    ),
    (
        "Each row is answered: eligible, not yet by this route, or a person has to see; with the evidence and the article.\n"
        "What no record tells is answered in `answers` of the row, by the id in square brackets."
    ),
)
