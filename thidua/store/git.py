"""The only subprocess: git, asked without a shell, with `-z`, and with nothing a repository's settings could run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SECONDS = 60
"""How long one question to git may take."""


class GitError(Exception):
    """git is missing, refused, or took too long.

    Attributes:
        status: what git ended with; `None` where it did not come to an end.
    """

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Status:
    """What git says of the work tree below one folder.

    Attributes:
        commit: id of the commit checked out; empty before the first one.
        dirty: paths whose content is not what the commit holds: changed, added, deleted or untracked.
        ignored: files that are there, and that git was told not to look at.
        held: mode and id of what the commit holds at dirty paths; nothing of files of which git has two versions.
    """

    commit: str
    dirty: frozenset[str]
    ignored: frozenset[str]
    held: Mapping[str, tuple[str, str]]


_SAFE = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # an object that is missing is not fetched by a command that the repository names
    "GIT_ALLOW_PROTOCOL": "none",  # the same for a git that does not know the line above
    "GIT_NO_REPLACE_OBJECTS": "1",  # a commit is what its id says, not what `git replace` puts in its place
}

PROGRAM = "git.exe" if sys.platform == "win32" else "git"
"""On Windows no batch file, which a shell would run."""


def git(
    root: Path, *arguments: str, without: Mapping[str, str] | None = None, meanwhile: Callable[[], None] | None = None
) -> bytes:
    """Return what git prints.

    Only fixed words and paths after `--` are ever passed. Hooks, pagers, external diffs, file system monitors and filters
    that a repository's configuration might name are switched off, so that looking at a stranger's repository runs
    nothing of theirs.

    Args:
        without: environment that switches filters off, from `no_filters`, for commands that look into files.
        meanwhile: what can be done until git answers.

    Raises:
        GitError: git is not installed, ended with an error, or took too long.
    """
    command, environment = _asking(root, *arguments)
    try:
        started = subprocess.Popen(
            command,
            cwd=root,
            env={**environment, **(without or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise GitError(str(error)) from error
    output, complaint = _answer(started, meanwhile)
    if started.returncode:
        raise GitError(complaint.decode("utf-8", "replace").strip(), started.returncode)
    return output


def _answer(started: subprocess.Popen[bytes], meanwhile: Callable[[], None] | None) -> tuple[bytes, bytes]:
    """Return what git printed and what it complained of; it never runs on when the question is given up."""
    with started:
        try:
            if meanwhile is not None:
                meanwhile()
            return started.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            started.kill()
            raise GitError(str(error)) from error
        except BaseException:
            started.kill()
            raise


def ask(root: Path, *arguments: str) -> str | None:
    """Return what git prints, without the new line that ends it; `None` where it ends with 1, which is a no.

    Raises:
        GitError: see `git`.
    """
    try:
        return git(root, *arguments).decode("utf-8", "surrogateescape").removesuffix("\n")
    except GitError as error:
        if error.status == 1:
            return None
        raise


def blob_or_none(id_: str) -> str:
    """Return the id of a content; empty where git writes only zeros, as it does where there is no file."""
    return id_ if id_.strip("0") else ""


def conversation(root: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Start git and leave its input and output open; what is kept from it is said at `git`.

    Raises:
        GitError: git is not installed.
    """
    command, environment = _asking(root, *arguments)
    ends = subprocess.PIPE
    try:
        return subprocess.Popen(command, cwd=root, env=environment, stdin=ends, stdout=ends, stderr=subprocess.DEVNULL)
    except OSError as error:
        raise GitError(str(error)) from error


def _asking(root: Path, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """Return the command and the environment by which git is asked.

    Raises:
        GitError: git is not installed.
    """
    command = [
        find_program(root), "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "core.hooksPath=" + os.devnull,
        "-c", "core.pager=cat", "-c", "diff.external=", *arguments,
    ]  # fmt: skip
    return command, {**own_environment(), **_SAFE}


def find_program(root: Path, name: str = PROGRAM) -> str:
    """Return where git, or another program, is, from the absolute folders of PATH.

    Windows itself would look into the current folder first, and a PATH may name `.` or a folder of a repository; what
    stands there may be a stranger's. The user's home folder and what it is in are nobody else's: many have git below it.
    """
    own = _home()
    theirs = [folder for folder in (root.resolve(), Path.cwd()) if not own.is_relative_to(folder)]
    for place in os.environ.get("PATH", os.defpath).split(os.pathsep):
        folder = Path(place.strip('"'))
        program = folder / name
        if not folder.is_absolute() or not program.is_file() or not os.access(program, os.X_OK):
            continue
        ways = (Path(os.path.normpath(program)), folder.resolve(), program.resolve())
        if not any(way.is_relative_to(one) for way in ways for one in theirs):
            return str(program)
    raise GitError(f"{name.removesuffix('.exe')} is not installed")


def _home() -> Path:
    """The user's home folder, or the top of the disk where nothing says which it is."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return Path(Path.cwd().anchor)


def status(root: Path, folder: str, meanwhile: Callable[[], None] | None = None) -> Status:
    """Return the commit, the dirty and the ignored paths below `folder`, in one call.

    Args:
        meanwhile: what can be done until git answers, which takes as long as there are files.

    Raises:
        GitError: see `git`.
    """
    asked = ("status", "--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames",
             "--ignored=traditional", "--ignore-submodules=dirty", "--", folder)  # fmt: skip
    answer = git(root, *asked, without=no_filters(root), meanwhile=meanwhile)
    commit, dirty, ignored = "", set(), set()
    held: dict[str, tuple[str, str]] = {}
    for field in answer.decode("utf-8", "surrogateescape").split("\0"):
        if field.startswith("# branch.oid "):
            commit = field.removeprefix("# branch.oid ").replace("(initial)", "")
        elif field.startswith("1 "):
            _, _, _, mode, _, _, blob, _, path = field.split(" ", 8)
            dirty.add(path)
            held[path] = mode, blob_or_none(blob)
        elif field.startswith("u "):
            dirty.add(field.split(" ", 10)[10])
        elif field.startswith("? "):
            dirty.add(field[2:])
            held.setdefault(field[2:], ("", ""))
        elif field.startswith("! "):
            ignored.add(field[2:])
    return Status(commit, frozenset(dirty), frozenset(ignored), held)


_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE", "GIT_PREFIX")
"""Variables that point git at another repository than the one it is asked about; a hook or a workflow may have set them."""


def own_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}


def no_filters(root: Path) -> dict[str, str]:
    """Environment under which git runs no filter: each one that its configuration names is given no command.

    A comparison of a file with the index runs the file's clean filter, which may be any program. The names may hold
    any sign, so that `-c` cannot say them.

    Raises:
        GitError: git is older than 2.31 and would not listen; see `git` for others.
    """
    mark = f"thidua.x{os.urandom(8).hex()}"  # comes back from a git that listens; no repository can know it
    try:
        answer = git(
            root, "config", "-z", "--name-only", "--get-regexp", rf"^(filter\.|{mark}$)", without=_settings((mark, "1"))
        )
    except GitError as error:
        if error.status == 1:  # nothing is named, and this git is old
            return {}
        raise
    names = set(filter(None, answer.decode("utf-8", "surrogateescape").split("\0")))
    if mark not in names:
        raise GitError("git is older than 2.31, and filters cannot be switched off")
    filters = sorted({name.rpartition(".")[0] for name in names - {mark}})
    nothing = [(f"{one}.{key}", "") for one in filters for key in ("clean", "smudge", "process")]
    return _settings(*nothing, *((f"{one}.required", "false") for one in filters))


def _settings(*settings: tuple[str, str]) -> dict[str, str]:
    """Environment that gives git settings after those the user's own environment gives, such as `safe.directory`."""
    count = os.environ.get("GIT_CONFIG_COUNT", "")
    first = int(count) if count.isdecimal() else 0
    keys = {f"GIT_CONFIG_KEY_{place}": key for place, (key, _) in enumerate(settings, first)}
    values = {f"GIT_CONFIG_VALUE_{place}": value for place, (_, value) in enumerate(settings, first)}
    return {"GIT_CONFIG_COUNT": str(first + len(settings)), **keys, **values}


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
