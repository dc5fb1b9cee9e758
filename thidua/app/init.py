"""A new repository of records: every file it needs, none of those that are there already."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.app import init_files as files
from thidua.app.schema import schema_files
from thidua.source.emit import emit
from thidua.store.git import GitError, git
from thidua.store.paths import SLUG_PATH
from thidua.store.settings import FORMAT, SETTINGS_FILE
from thidua.store.workspace import RECORDS
from thidua.store.writer import write, write_all
from thidua.vietnamese.text import slug, tidy

if TYPE_CHECKING:
    from thidua.diagnostics import Language
    from thidua.source.builder import Tree

HOOK = "hooks/pre-commit"


class BadId(Exception):
    """What should be the id of the office cannot be one."""


class InsideAnother(Exception):
    """The folder is inside a repository of records already.

    Attributes:
        root: of that repository.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(str(root))
        self.root = root


@dataclass(frozen=True, slots=True)
class Made:
    """What was made.

    Attributes:
        written: paths from the folder.
        kept: files that were there and stay as they are.
        git: `new` where a git repository was made, `top` where the folder is the top of one, `inside` where it is
            a folder of one, and empty where git is missing or refused.
        hook: where the pre-commit hook was put, or empty.
        hook_kept: a hook was there and stays as it is.
    """

    written: tuple[str, ...]
    kept: tuple[str, ...]
    git: str
    hook: str = ""
    hook_kept: bool = False


def init(
    folder: Path,
    language: Language,
    year: int,
    *,
    organisation: str = "",
    name: str = "",
    dry_run: bool = False,
) -> Made:
    """Make a folder a repository of records.

    `organisation` is the id of the office, whose record is made with `name`; `year` is an example for the readme.

    Raises:
        BadId: `organisation` is no id.
        InsideAnother: see the class.
        OSError: the folder cannot be written.
    """
    name = tidy(name)
    organisation = organisation or slug(name)
    if (name or organisation) and (not SLUG_PATH.fullmatch(organisation) or "/" in organisation):
        raise BadId(organisation or name)
    _refuse_inside_another(folder)
    texts = _texts(language, year, organisation, name)
    kept = tuple(path for path in texts if (folder / path).is_symlink() or (folder / path).exists())
    new = {path: text for path, text in texts.items() if path not in kept}
    where = _git_place(folder)
    if not dry_run:
        folder.mkdir(parents=True, exist_ok=True)
        write_all(folder, new)
        where = _make_git(folder) if where == "new" else where
    hook, hook_kept = _put_hook(folder, dry_run=dry_run) if where in ("new", "top") else ("", False)
    return Made(tuple(new), kept, where, hook, hook_kept)


def _texts(language: Language, year: int, organisation: str, name: str) -> dict[str, str]:
    of = {"organisation": organisation} if organisation else {}
    settings: dict[str, Tree] = {
        "format": str(FORMAT),
        **of,
        "language": language.value,
        "main_branch": "main",
    }
    texts = {
        SETTINGS_FILE: emit(settings),
        **files.folders_kept(),
        **{f"schema/{path}": text for path, text in schema_files(language).items()},
        ".vscode/settings.json": files.code_settings(),
        ".vscode/extensions.json": files.code_extensions(),
        ".editorconfig": files.EDITOR_CONFIG,
        ".gitattributes": files.GIT_ATTRIBUTES,
        ".gitignore": files.GIT_IGNORE,
        ".pre-commit-config.yaml": files.PRE_COMMIT_CONFIG,
        ".github/workflows/thidua.yml": files.WORKFLOW,
        "README.md": files.README.format(of=f" - {name}" if name else "", year=year),
    }
    if organisation and name:
        source: dict[str, Tree] = {"document": "Cơ quan tự khai khi tạo kho bản ghi"}
        texts[f"{RECORDS}/organisations/{organisation}.yaml"] = emit({"name": name, "source": source})
    return texts


def _refuse_inside_another(folder: Path) -> None:
    here = folder.resolve()
    for above in here.parents:
        if (above / SETTINGS_FILE).is_file():
            raise InsideAnother(above)


# git


def _git_place(folder: Path) -> str:
    """Return `top`, `inside` or `new`: how the folder stands to git; empty where there is no git."""
    here = folder.resolve()
    above = next((one for one in (here, *here.parents) if (one / ".git").exists()), None)
    if above is not None:
        return "top" if above == here else "inside"
    try:
        git(Path(here.anchor), "version")
    except GitError:
        return ""
    return "new"


def _make_git(folder: Path) -> str:
    try:
        git(folder, "init", "--quiet")
        git(folder, "symbolic-ref", "HEAD", "refs/heads/main")  # `init -b` is younger than some offices' git
        git(folder, "config", "diff.yaml.xfuncname", files.YAML_HUNKS)
    except GitError:
        return ""
    return "new"


def _put_hook(folder: Path, *, dry_run: bool) -> tuple[str, bool]:
    """Put the hook where git looks for it; return its path, and whether another one was there already."""
    common = folder / ".git"
    if common.is_file():  # a work tree of a repository that is elsewhere
        try:
            common = Path(
                folder,
                git(folder, "rev-parse", "--git-common-dir").decode("utf-8", "surrogateescape").strip(),
            )
        except GitError:
            return "", False
    target = common / HOOK
    if target.exists() or target.is_symlink():
        return "", not target.is_file() or target.read_bytes() != files.HOOK.encode()
    if not dry_run:
        write(common, HOOK, files.HOOK)
        target.chmod(target.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return target.as_posix(), False
