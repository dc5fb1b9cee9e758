"""What most commands start from: the repository, today, and the way out."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from thidua.cli.language import words

if TYPE_CHECKING:
    from thidua.store.workspace import Workspace


def workspace(root: Path | None = None) -> Workspace:
    """Return the repository of records that the command works on; ends the program with 2 where there is none."""
    from thidua.store.workspace import NoWorkspace, find_workspace

    try:
        return find_workspace(root or Path())
    except NoWorkspace as error:
        fail(
            words(
                f"không thấy bản ghi nào ở `{error.start.resolve()}` và các thư mục chứa nó; chạy trong kho bản ghi, hoặc tạo kho mới bằng `thidua init`",
                f"no records in `{error.start.resolve()}` or above; run it inside a repository of records, or make one with `thidua init`",
            )
        )


def today() -> date:
    """Return the day; `THIDUA_TODAY=2026-11-22` sets another one, for tests and for printing an old report again."""
    given = os.environ.get("THIDUA_TODAY")
    try:
        return date.fromisoformat(given) if given else date.today()
    except ValueError:
        fail(words(f"`THIDUA_TODAY={given}` không phải là ngày", f"`THIDUA_TODAY={given}` is not a day"))


def fail(message: str, status: int = 2) -> NoReturn:
    """Say what is wrong on standard error and end the program."""
    print(message, file=sys.stderr)
    raise typer.Exit(status)


def deliver(text: str, output: Path | None) -> None:
    """Print a paper, or put it into a file and say so; ends the program where that cannot be done."""
    if output is None:
        sys.stdout.write(text)
        return
    from thidua.store.writer import write

    folder = output.resolve().parent
    if not folder.is_dir():
        fail(words(f"không có thư mục `{folder}`", f"there is no folder `{folder}`"))
    try:
        write(folder, output.name, text)
    except OSError as error:
        fail(words(f"không ghi được `{output}`: {error.strerror}", f"cannot write `{output}`: {error.strerror}"), 1)
    print(words(f"đã ghi {output}", f"wrote {output}"), file=sys.stderr)
