"""`thidua history`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.cli.language import words
from thidua.cli.options import ROOT, Output, OutputFormat
from thidua.cli.tell_history import tell_history


def history(
    who: Annotated[
        list[str],
        typer.Argument(
            help=words(
                "tên, có dấu hay không dấu, hoặc mã cá nhân, đơn vị",
                "a name, with or without accents, or an id",
            )
        ),
    ],
    with_units: Annotated[
        bool,
        typer.Option("--with-units", help=words("kể cả các đơn vị trực thuộc", "with the units below it")),
    ] = False,
    git: Annotated[
        bool | None,
        typer.Option(
            "--git/--no-git",
            help=words(
                "từng dòng được ghi, sửa khi nào, bởi ai, theo git; mặc định có, trừ khi quá nhiều tệp",
                "when each row was added and changed, and by whom, as git has it; by default, unless there are too many files",
            ),
        ),
    ] = None,
    output: Output = OutputFormat.TERMINAL,
    root: Annotated[Path | None, ROOT] = None,
) -> int:
    """All awards of a person, a collective or a unit."""
    return tell_history(who, with_units, git, output, root)


history.more = (  # type: ignore[attr-defined]
    (
        "Xếp theo năm tính thành tích, rồi theo ngày quyết định. Dòng đã bị thu hồi có ghi rõ.\n"
        "Cùng tên ở hai đơn vị được xếp riêng: chưa biết là một người nếu không có bản ghi trong `people/`.\n"
        "Trong kho git, mỗi dòng có ngày ghi vào, người ghi, mã bản ghi git, và những gì đã sửa từ đó."
    ),
    (
        "By the year an award counts in, then by the date of the decision. Withdrawn rows are marked.\n"
        "One name in two units stands apart: nobody knows it is one person unless a record in `people/` says so.\n"
        "In a git repository each row tells when it was added, by whom, by which commit, and what was changed since."
    ),
)
