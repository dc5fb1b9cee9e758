"""What most commands start from: the repository, today, and the way out."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from thidua.cli.language import words
from thidua.diagnostics import printable

if TYPE_CHECKING:
    from thidua.app.entry_error import EntryError
    from thidua.store.workspace import Workspace

MISUSED = 2


def workspace(root: Path | None = None) -> Workspace:
    """Return the repository of records that the command works on; ends the program with 2 where there is none."""
    from thidua.store.workspace import NoWorkspace, RecordsLinked, find_workspace

    try:
        return find_workspace(root or Path())
    except NoWorkspace as error:
        fail(
            words(
                f"không thấy bản ghi nào ở `{error.start.resolve()}` và các thư mục chứa nó; chạy trong kho bản ghi, hoặc tạo kho mới bằng `thidua init`",
                f"no records in `{error.start.resolve()}` or above; run it inside a repository of records, or make one with `thidua init`",
            )
        )
    except RecordsLinked as error:
        fail(_linked(error.folder))


def _linked(folder: Path) -> str:
    return words(
        f"`{folder}` là liên kết nên không được đọc; đặt chính thư mục bản ghi vào đó",
        f"`{folder}` is a link and is not followed; put the folder of records itself in its place",
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
    complain(message)
    raise SystemExit(status)


def refuse(error: EntryError) -> NoReturn:
    """Say why something was not understood, with the option it was asked with, and end the program."""
    from thidua.cli.value_names import shown

    option = f"`{shown(error.option)}`: " if error.option else ""
    fail(option + words(error.said.vi, error.said.en), error.status)


def refuse_no_office() -> NoReturn:
    """Say that nothing tells whose figures are asked for, and end the program."""
    fail(
        words(
            "cần `--of`: thidua.yaml chưa ghi `organisation`; thêm dòng `organisation: MÃ` thì khỏi ghi `--of`",
            "`--of` is needed: thidua.yaml has no `organisation`; with a line `organisation: ID` it is not",
        )
    )


def misused(complaint: str) -> int:
    """Say on standard error how a command was misused; return the exit status for that."""
    complain(complaint)
    return MISUSED


def complain(message: str) -> None:
    """Say something on standard error. What a message repeats commands neither the terminal nor a workflow of GitHub."""
    lines = (printable(line) for line in message.split("\n"))
    print("\n".join(f"\\{x}" if x.lstrip().startswith(("::", "##[")) else x for x in lines), file=sys.stderr)
