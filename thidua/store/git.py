"""The only subprocess: git, asked without a shell, with `-z`, and with nothing a repository's settings could run."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 60
"""How long one question to git may take."""


class GitError(Exception):
    """git is missing, refused, or took too long."""


@dataclass(frozen=True, slots=True)
class Status:
    """What git says of the work tree below one folder.

    Attributes:
        commit: id of the commit checked out; empty before the first one.
        dirty: paths whose content is not what the commit holds: changed, added, deleted or untracked.
    """

    commit: str
    dirty: frozenset[str]


_SAFE = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def git(root: Path, *arguments: str, without: Mapping[str, str] | None = None) -> bytes:
    """Return what git prints.

    Only fixed words and paths after `--` are ever passed. Hooks, pagers, external diffs, file system monitors and filters
    that a repository's configuration might name are switched off, so that looking at a stranger's repository runs
    nothing of theirs.

    Args:
        without: environment that switches filters off, from `_no_filters`, for commands that look into files.

    Raises:
        GitError: git is not installed, ended with an error, or took too long.
    """
    program = shutil.which("git")
    if program is None:
        raise GitError("git is not installed")
    command = [
        program, "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "core.hooksPath=" + os.devnull,
        "-c", "core.pager=cat", "-c", "diff.external=", *arguments,
    ]  # fmt: skip
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env={**os.environ, **_SAFE, **(without or {})},
            capture_output=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitError(str(error)) from error
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def status(root: Path, folder: str) -> Status:
    """Return the commit and the dirty paths below `folder`, in one call.

    Raises:
        GitError: see `git`.
    """
    asked = ("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames", "--", folder)
    answer = git(root, *asked, without=_no_filters(root))
    commit, dirty = "", set()
    for field in answer.decode("utf-8", "surrogateescape").split("\0"):
        if field.startswith("# branch.oid "):
            commit = field.removeprefix("# branch.oid ").replace("(initial)", "")
        elif field.startswith("1 "):
            dirty.add(field.split(" ", 8)[8])
        elif field.startswith("u "):
            dirty.add(field.split(" ", 10)[10])
        elif field.startswith("? "):
            dirty.add(field[2:])
    return Status(commit, frozenset(dirty))


def _no_filters(root: Path) -> dict[str, str]:
    """Environment under which git runs no filter: each one that its configuration names is given no command.

    A comparison of a file with the index runs the file's clean filter, which may be any program.
    """
    try:
        names = git(root, "config", "-z", "--name-only", "--get-regexp", r"^filter\.").decode(
            "utf-8", "surrogateescape"
        )
    except GitError:  # none is named
        return {}
    filters = sorted({name.rpartition(".")[0] for name in names.split("\0") if name})
    settings = [(f"{one}.{key}", "") for one in filters for key in ("clean", "smudge", "process")]
    settings += [(f"{one}.required", "false") for one in filters]
    keys = {f"GIT_CONFIG_KEY_{place}": key for place, (key, _) in enumerate(settings)}
    values = {f"GIT_CONFIG_VALUE_{place}": value for place, (_, value) in enumerate(settings)}
    return {"GIT_CONFIG_COUNT": str(len(settings)), **keys, **values}


def blobs(root: Path, folder: str) -> dict[str, str]:
    """Return the blob id of every tracked file below `folder`, by path, as the index has it.

    Raises:
        GitError: see `git`.
    """
    found = {}
    for entry in git(root, "ls-files", "-s", "-z", "--", folder).decode("utf-8", "surrogateescape").split("\0"):
        if entry:
            stage, _, path = entry.partition("\t")
            mode, blob, _ = stage.split(" ")
            if mode.startswith("100"):  # a plain file; a link is not followed
                found[path] = blob
    return found


def git_folder(root: Path) -> Path | None:
    """Return the folder where git keeps the repository that `root` is the top of, or `None`.

    A plain `.git` folder is found without asking git, which costs a process; a work tree's `.git` file is left to git.
    """
    dot_git = root / ".git"
    if dot_git.is_dir():
        return dot_git
    if dot_git.is_file():
        try:
            return Path(root, git(root, "rev-parse", "--git-path", ".").decode("utf-8", "surrogateescape").strip())
        except GitError:
            return None
    return None
