"""Records as a commit has them: which commit a word means, which files it holds, and what is in them.

git is only asked for ids, paths and contents. Nothing of these runs a filter, a hook or a program that the repository's
configuration names, and nothing is read from the words of a commit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Self

from thidua.store.git import GitError, ask, conversation, git
from thidua.store.git_files import Tracked

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path
    from types import TracebackType


class Missing(StrEnum):
    """Why there is no revision to speak of."""

    NO_GIT = "no-git"
    """The records are in no git repository, or not at its top, or there is no git."""
    UNBORN = "unborn"
    """Nothing was committed yet."""
    UNKNOWN = "unknown"
    """No commit is called so, or it was not fetched."""
    NO_MAIN = "no-main"
    """There is no main branch, as the settings call it."""
    UNRELATED = "unrelated"
    """Two commits have no ancestor in common, or what they have in common was not fetched."""
    REFUSED = "refused"
    """git refused, or took too long."""


class NoRevision(Exception):
    """A revision cannot be had.

    Attributes:
        why: see `Missing`.
        asked: what was asked for.
        reason: what git said, where it refused.
    """

    def __init__(self, why: Missing, asked: str = "", reason: str = "") -> None:
        super().__init__(f"{why}: {asked} {reason}")
        self.why = why
        self.asked = asked
        self.reason = reason


def commit_of(root: Path, revision: str) -> str:
    """Return the id of the commit that a word means: a branch, a tag, an id, `HEAD~3`.

    Of a branch and a tag of one name it is the branch, unlike git: whoever may push a tag does not thereby choose what
    work is held against.

    Raises:
        NoRevision: see the class. What looks like an option is no revision.
    """
    if not (root / ".git").exists():
        raise NoRevision(Missing.NO_GIT, revision)
    if not revision or not revision.isprintable() or revision.startswith(("-", "^")) or ".." in revision:
        raise NoRevision(Missing.UNKNOWN, revision)
    found = _branch_called(root, revision) or _found(root, f"{revision}^{{commit}}")
    if found:
        return found
    if revision == "HEAD":
        raise NoRevision(Missing.UNBORN, revision)
    raise NoRevision(Missing.UNKNOWN, revision)


_NO_BRANCH = re.compile(r"HEAD|[0-9a-f]{40,}|(refs|heads|remotes|tags)/.*|.*[~^:?*\[@{\\ ].*")
"""Words that git does not look for among tags before branches."""


def _branch_called(root: Path, name: str) -> str:
    """The commit of the branch of this name, here or where it was last fetched from; empty where there is none."""
    if _NO_BRANCH.fullmatch(name):
        return ""
    return _found(root, f"refs/heads/{name}^{{commit}}") or _found(root, f"refs/remotes/{name}^{{commit}}")


def branching_point(root: Path, main: str) -> str:
    """Return the commit at which the work on hand left the main branch.

    The main branch is looked for where it was last fetched from, and here; of two answers the later one counts. On the
    main branch itself it is what was fetched last, else the commit checked out.

    Args:
        main: the name of the main branch.

    Raises:
        NoRevision: see the class.
    """
    head = commit_of(root, "HEAD")
    fetched, here = _ends(root, f"refs/remotes/origin/{main}", f"refs/heads/{main}")
    if not fetched and not here:
        raise NoRevision(Missing.NO_MAIN, main)
    if fetched and _branch(root) == f"refs/heads/{main}":
        here = ""
    points = [point for one in (fetched, here) if one and (point := _common(root, head, one))]
    if not points:
        raise NoRevision(Missing.UNRELATED, main)
    if len(points) == 2 and _common(root, *points) == points[0]:
        return points[1]
    return points[0]


def _ends(root: Path, *names: str) -> tuple[str, ...]:
    """The commit in which each branch ends, by its full name, in one call; empty where there is none."""
    try:
        said = git(root, "for-each-ref", "--format=%(objectname) %(refname)", "--", *names)
    except GitError as error:
        raise NoRevision(Missing.REFUSED, names[0], str(error)) from error
    lines = said.decode("utf-8", "surrogateescape").split("\n")
    ends = {name: id_ for id_, _, name in (line.partition(" ") for line in lines)}
    return tuple(ends.get(name, "") for name in names)


def _branch(root: Path) -> str:
    """The full name of the branch checked out; empty where none is."""
    with suppress(GitError):
        return ask(root, "symbolic-ref", "--quiet", "HEAD") or ""
    return ""


def _common(root: Path, one: str, other: str) -> str:
    """The best common ancestor of two commits; empty where there is none."""
    if one == other:
        return one
    try:
        return ask(root, "merge-base", one, other) or ""
    except GitError as error:
        raise NoRevision(Missing.REFUSED, other, str(error)) from error


def _found(root: Path, revision: str) -> str:
    try:
        answer = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
    except GitError as error:
        if error.status is None:
            raise NoRevision(Missing.NO_GIT, revision, str(error)) from error
        return ""
    return answer.decode("ascii", "replace").strip()


def files_at(root: Path, commit: str, *folders: str) -> Iterator[Tracked]:
    """Yield every file of a commit that is one of `folders` or below one.

    Args:
        commit: an id, from `commit_of`.

    Raises:
        NoRevision: git cannot read the commit.
    """
    try:
        answer = git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *folders)
    except GitError as error:
        raise NoRevision(Missing.REFUSED, commit, str(error)) from error
    for entry in answer.decode("utf-8", "surrogateescape").split("\0"):
        if entry:
            about, _, path = entry.partition("\t")
            mode, _, blob = about.split(" ")
            yield Tracked(path, mode, blob)


class Contents(Mapping[str, bytes]):
    """Contents of files by path, read from git one at a time, as they are asked for.

    One process of git stays open for all of them and ends with the context.
    """

    def __init__(self, root: Path, blobs: Mapping[str, str]) -> None:
        """Args:
        blobs: the id of the content of each path.
        """
        self._root = root
        self._blobs = blobs
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.communicate()  # closes its input, at which it ends
            self._process = None

    def __getitem__(self, path: str) -> bytes:
        """Return the content of a path.

        Raises:
            KeyError: the path is not among them.
            OSError: git does not have the content, as in a clone that left it out.
        """
        return self._blob(self._blobs[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self._blobs)

    def __len__(self) -> int:
        return len(self._blobs)

    def __contains__(self, path: object) -> bool:
        return path in self._blobs

    def _blob(self, blob: str) -> bytes:
        process = self._process = self._process or self._started()
        if process.stdin is None or process.stdout is None:
            raise OSError("git has no pipes")
        process.stdin.write(blob.encode("ascii") + b"\n")
        process.stdin.flush()
        answer = process.stdout.readline().split()
        if len(answer) != 3 or answer[1] != b"blob":
            raise OSError(f"git does not have the content {blob}")
        data = process.stdout.read(int(answer[2]))
        process.stdout.read(1)  # a new line ends it
        return data

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            return conversation(self._root, "cat-file", "--batch")
        except GitError as error:
            raise OSError(str(error)) from error
