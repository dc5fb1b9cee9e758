"""What `thidua validate` does, without its options' words."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.cli.here import fail, today, workspace
from thidua.cli.language import language, words
from thidua.cli.plain import Plain
from thidua.cli.show_text import say
from thidua.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua.app.check import CheckResult
    from thidua.store.workspace import Workspace


class FindingsFormat(StrEnum):
    TERMINAL = "terminal"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def check_records(
    paths: Sequence[Path] = (),
    output: FindingsFormat = FindingsFormat.TERMINAL,
    since: str = "",
    base: str = "",
    everything: bool = False,
    root: Path | None = None,
) -> int:
    """Print what is wrong with the records; return 1 where there are errors, else 0."""
    here = workspace(root)
    wanted = [_inside(here, path) for path in paths]
    result = _checked(here, wanted, since, base)
    if output is FindingsFormat.TERMINAL:
        say(_told(result, here, only_some=bool(paths), everything=everything))
    else:
        say(_rendered(result, output, here), colour=False)
    return 0 if result.passed else 1


PLAIN = Plain(
    check_records,
    values={
        "--format": ("output", FindingsFormat),
        "--since": ("since", str),
        "--base": ("base", str),
        "--root": ("root", Path),
    },
    flags={"--all": "everything"},
    rest=("paths", Path),
)


def _checked(here: Workspace, wanted: Sequence[str], since: str, base: str) -> CheckResult:
    from thidua.app.check import check

    if not since and not base:
        return check(here, language(), today(), wanted)
    from thidua.cli.revisions import no_revision
    from thidua.store.revision import NoRevision

    try:
        return check(here, language(), today(), wanted, since=since, base=base)
    except NoRevision as error:
        no_revision(error)


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


def _rendered(result: CheckResult, output: FindingsFormat, here: Workspace) -> str:
    """Return findings as a machine reads them. All but JSON name files from the top of the git repository."""
    from thidua.render.place_words import below

    found = below(here.place_in_git, result.diagnostics)
    match output:
        case FindingsFormat.GITHUB:
            from thidua.render import github

            return github.render(found)
        case FindingsFormat.GITLAB:
            from thidua.render import gitlab

            return gitlab.render(found)
        case FindingsFormat.SARIF:
            from thidua.render import sarif

            return sarif.render(found, language())
        case FindingsFormat.JUNIT:
            from thidua.render import junit

            return junit.render(found, language())
        case _:
            from thidua.render import json

            return json.render(result.diagnostics)
