"""`thidua history`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from thidua.app.history import history as awards_of
from thidua.cli.find import typed
from thidua.cli.here import fail, workspace
from thidua.cli.language import language, words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.render.look_up import history_json, history_text


class OutputFormat(StrEnum):
    TERMINAL = "terminal"
    JSON = "json"


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
    output: Annotated[
        OutputFormat, typer.Option("--format", help=words("cách in", "how to print"))
    ] = OutputFormat.TERMINAL,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """All awards of a person, a collective or a unit."""
    here = workspace(root)
    found = awards_of(here, typed(who), with_units=with_units)
    if found.candidates:
        listed = "\n".join(f"  {name}" for name in found.candidates)
        fail(
            words(
                f"có nhiều tên khớp; ghi rõ một tên:\n{listed}",
                f"several names fit; give one of them:\n{listed}",
            )
        )
    if git is not False and found.groups:
        from thidua.app.trail import is_too_much, with_trails

        if git is None and is_too_much(here, found):
            print(
                words(
                    "nhiều tệp nên không hỏi git; thêm `--git` để hỏi", "many files, so git was not asked; add `--git`"
                ),
                file=sys.stderr,
            )
        found = with_trails(here, found, always=git is True)
    if not found.groups:
        print(
            words(
                "không thấy; thử gõ ít chữ hơn, hoặc tìm bằng `thidua find`",
                "nothing found; try fewer words, or look with `thidua find`",
            ),
            file=sys.stderr,
        )
    say(history_json(found) if output is OutputFormat.JSON else history_text(found, language()), colour=False)


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
