"""The only subprocess: git, asked without a shell, with `-z`, and with nothing a repository's settings could run."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

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


def git(root: Path, *arguments: str) -> bytes:
    """Return what git prints.

    Only fixed words and paths after `--` are ever passed. Hooks, pagers, external diffs and file system monitors that a
    repository's configuration might name are switched off, so that looking at a stranger's repository runs nothing of theirs.

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
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env=environment,
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
    answer = git(
        root, "status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames", "--", folder
    )
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
