"""`thidua validate`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.cli.here import fail, today, workspace
from thidua.cli.language import language, words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.diagnostics import Severity

if TYPE_CHECKING:
    from thidua.app.check import CheckResult
    from thidua.store.workspace import Workspace


class OutputFormat(StrEnum):
    TERMINAL = "terminal"
    JSON = "json"
    GITHUB = "github"


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help=words("tệp hoặc thư mục cần xem; để trống là tất cả", "files or folders to look at; all if left out")
        ),
    ] = None,
    output: Annotated[
        OutputFormat, typer.Option("--format", help=words("cách in kết quả", "how to print findings"))
    ] = OutputFormat.TERMINAL,
    base: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help=words(
                "điều gì đã ban hành ở REV (như main) thì không được sửa thẳng",
                "what is sealed in REV, such as main, must not have been edited",
            ),
        ),
    ] = "",
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Check the records against the rules."""
    from thidua.app.check import check
    from thidua.cli.revision_words import no_revision
    from thidua.store.revision import NoRevision

    here = workspace(root)
    try:
        result = check(here, language(), today(), [_inside(here, path) for path in paths or ()], base=base)
    except NoRevision as error:
        fail(no_revision(error))
    say(_rendered(result, output, here, only_some=bool(paths)), colour=output is OutputFormat.TERMINAL)
    raise typer.Exit(0 if result.passed else 1)


validate.more = (  # type: ignore[attr-defined]
    """
    Với --base main, quyết định có số, ngày đã lên nhánh main phải còn nguyên như đã ký: giá trị bị sửa, dòng bị xoá là lỗi,
    dòng thêm vào là cảnh báo. Điều cần sửa ghi bằng `thidua correct`, `thidua revoke`.

    Kết thúc với 0 khi không có lỗi, 1 khi có lỗi, 2 khi dùng sai lệnh. Không ghi gì vào kho.
    """,
    """
    With --base main, decisions with number and date that are on the branch main must be as they were signed: an edited value
    and a removed row are errors, an added row is a warning. What is to change is recorded by `thidua correct`, `thidua revoke`.

    Ends with 0 when nothing is wrong, 1 when there are errors, 2 when it was misused. Writes nothing.
    """,
)


def _inside(here: Workspace, path: Path) -> str:
    try:
        inside = path.resolve().relative_to(here.root)
    except ValueError:
        fail(words(f"`{path}` nằm ngoài kho bản ghi", f"`{path}` is outside the repository of records"))
    if not path.exists():
        fail(words(f"không có `{path}`", f"there is no `{path}`"))
    return inside.as_posix()


def _rendered(result: CheckResult, output: OutputFormat, here: Workspace, *, only_some: bool) -> str:
    match output:
        case OutputFormat.TERMINAL:
            from thidua.render import terminal

            counts = {severity: result.counts[severity] for severity in Severity}
            of = result.all_files if only_some else None
            last = terminal.summary(counts, result.files, language(), of)
            return terminal.render(result.diagnostics, here.root, language()) + last
        case OutputFormat.JSON:
            from thidua.render import json

            return json.render(result.diagnostics)
        case OutputFormat.GITHUB:
            from thidua.render import github

            return github.render(result.diagnostics)
