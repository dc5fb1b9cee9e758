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
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


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
    since: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help=words(
                "chỉ tính lỗi mà thay đổi từ bản này đến nay gây ra, như main",
                "only what changed since this revision counts, such as main",
            ),
        ),
    ] = "",
    base: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help=words(
                "điều gì đã ban hành ở BẢN này (như main) thì không được sửa thẳng",
                "what is sealed in REV, such as main, must not have been edited",
            ),
        ),
    ] = "",
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help=words(
                "in cả phát hiện được miễn và có từ trước", "print waived findings, and those from before, as well"
            ),
        ),
    ] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Check the records against the rules."""
    from thidua.app.check import check
    from thidua.cli.revisions import no_revision
    from thidua.store.revision import NoRevision

    here = workspace(root)
    try:
        wanted = [_inside(here, path) for path in paths or ()]
        result = check(here, language(), today(), wanted, since=since, base=base)
    except NoRevision as error:
        no_revision(error)
    if output is OutputFormat.TERMINAL:
        say(_told(result, here, only_some=bool(paths), everything=everything))
    else:
        say(_rendered(result, output, here), colour=False)
    raise typer.Exit(0 if result.passed else 1)


validate.more = (  # type: ignore[attr-defined]
    """
    Với --base main, quyết định có số, ngày đã lên nhánh main phải còn nguyên như đã ký: giá trị bị sửa, dòng bị xoá là lỗi,
    dòng thêm vào là cảnh báo. Điều cần sửa ghi bằng `thidua correct`, `thidua revoke`.

    Kết thúc với 0 khi không có lỗi, 1 khi có lỗi, 2 khi dùng sai lệnh. Không ghi gì vào kho.
    Phát hiện được miễn (`records/waivers/`) và, với `--since`, phát hiện có từ trước không tính là lỗi.
    """,
    """
    With --base main, decisions with number and date that are on the branch main must be as they were signed: an edited value
    and a removed row are errors, an added row is a warning. What is to change is recorded by `thidua correct`, `thidua revoke`.

    Ends with 0 when nothing is wrong, 1 when there are errors, 2 when it was misused. Writes nothing.
    What is waived (`records/waivers/`), and with `--since` what was found before, is no error.
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


def _told(result: CheckResult, here: Workspace, *, only_some: bool, everything: bool) -> str:
    from thidua.render import terminal

    last = terminal.summary(
        {severity: result.counts[severity] for severity in Severity},
        result.files,
        language(),
        result.all_files if only_some else None,
        waived=result.waived,
        old=result.old,
    )
    shown = [one for one in result.diagnostics if everything or one.counts]
    return terminal.render(shown, here.root, language()) + (last if shown else last.lstrip("\n"))


def _rendered(result: CheckResult, output: OutputFormat, here: Workspace) -> str:
    """Return findings as a machine reads them. All but JSON name files from the top of the git repository."""
    from thidua.render.place_words import below

    found = below(here.place_in_git, result.diagnostics)
    match output:
        case OutputFormat.GITHUB:
            from thidua.render import github

            return github.render(found)
        case OutputFormat.GITLAB:
            from thidua.render import gitlab

            return gitlab.render(found)
        case OutputFormat.SARIF:
            from thidua.render import sarif

            return sarif.render(found, language())
        case OutputFormat.JUNIT:
            from thidua.render import junit

            return junit.render(found, language())
        case _:
            from thidua.render import json

            return json.render(result.diagnostics)
