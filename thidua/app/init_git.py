"""The git side of a new repository of records: the first commit, the hook, the merge driver."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.app import init_files as files
from thidua.diagnostics import Language, Text, printable
from thidua.store.git import GitError, git
from thidua.store.git_write import commit_tree, identity, make_branch, settle, tree_with
from thidua.store.ignored import ignored
from thidua.store.run import Refused, Trouble
from thidua.store.writer import write

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST = Text("Lập kho bản ghi", "Make the repository of records")
"""What the first commit is called."""

HOOK = "hooks/pre-commit"


def save_first(folder: Path, paths: Iterable[str], language: Language) -> tuple[bool, str]:
    """Make the first commit, of what was just written, so that later work has something to begin at.

    What git was told to ignore, in settings of the user's own, is left out.

    Returns:
        Whether it was made; and if not, what git says, where that is more than that it does not know who saves.
    """
    root, message = folder.resolve(), FIRST.words(language) + "\n"
    try:
        identity(root)
        wanted = sorted(set(paths) - set(ignored(root, sorted(paths))))
        tree = tree_with(root, root / ".git" / "thidua", "", wanted)
        make_branch(root, "main", commit_tree(root, tree, (), message))
        settle(root, wanted)
    except Refused as error:
        return False, "" if error.trouble is Trouble.NOBODY else printable(" ".join(str(error).split()))[:300]
    return True, ""


def git_place(folder: Path) -> str:
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


def make_git(folder: Path) -> str:
    try:
        git(folder, "init", "--quiet")
        git(folder, "symbolic-ref", "HEAD", "refs/heads/main")  # `init -b` is younger than some offices' git
        git(folder, "config", "diff.yaml.xfuncname", files.YAML_HUNKS)
    except GitError:
        return ""
    return "new"


def set_merge_driver(folder: Path) -> bool:
    """Tell git by which command records of two branches are merged."""
    settings = {
        "merge.thidua.name": files.MERGE_NAME,
        "merge.thidua.driver": files.merge_command(_python()),
        "merge.thidua.recursive": "binary",  # what two old branches have in common is not made up by choosing one side
    }
    try:
        for name, value in settings.items():
            git(folder, "config", name, value)
    except GitError:
        return False
    return True


def has_merge_attribute(file: Path) -> bool:
    try:
        return files.MERGE_ATTRIBUTE in file.read_text("utf-8", "replace")
    except OSError:
        return False


def put_hook(folder: Path, language: Language, *, dry_run: bool) -> tuple[str, bool]:
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
    text = files.hook(language, _python())
    if target.exists() or target.is_symlink():
        return "", not target.is_file() or target.read_bytes() != text.encode()
    if not dry_run:
        write(common, HOOK, text)
        target.chmod(target.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    return target.as_posix(), False


def hooks_elsewhere(folder: Path) -> str:
    """Return the folder in which git looks for hooks, if it is none that `put_hook` knows."""
    try:
        said = git(folder, "config", "-z", "--get-all", "core.hooksPath").decode("utf-8", "surrogateescape")
    except GitError:
        return ""
    named = said.split("\0")[:-2]  # behind those of the settings stand ours, and nothing
    own = folder / ".git" / "hooks"
    return "" if not named or Path(folder, named[-1]).expanduser() == own else printable(named[-1])


def _python() -> str:
    """Return the interpreter that runs, as a shell writes paths; empty where its path is no text."""
    path = Path(sys.executable or "").as_posix()
    try:
        path.encode()
    except UnicodeEncodeError:
        return ""
    return path if sys.executable else ""
