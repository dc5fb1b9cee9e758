"""What git keeps of files: each content they had, by which commit, of whom and when; across renames.

Only ids, paths, days and names of authors are asked for, and each field is taken by its place, so that no name of a file
or of an author can be taken for another field. A commit is never asked to show its signature, which would run a program
that the repository's configuration names.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import groupby
from subprocess import TimeoutExpired
from typing import TYPE_CHECKING

from thidua.store.git import SECONDS, GitError, blob_or_none, conversation, git
from thidua.store.workspace import RECORDS
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

_FORMAT = "--format=tformat:%H%x00%cI%x00%an"
_PLAIN = ("-z", "--raw", "--no-abbrev", "--no-renames", "--no-color", "--no-show-signature", "--no-notes",
          "--no-ext-diff", "--encoding=UTF-8")  # fmt: skip
MOST_COMMITS = 5000
"""How far back a state is looked for."""

RENAMES = 12
"""How many times, at the most, a file is followed to the name it had before."""


@dataclass(frozen=True, slots=True)
class Commit:
    """Who committed and when.

    Attributes:
        date: `2023-03-06`, where the committer was.
        author: the name as git has it; it may hold any sign.
        is_edge: what came before it was not fetched, so that nothing tells what it changed.
    """

    id: str
    date: str
    author: str
    is_edge: bool = False


@dataclass(slots=True)
class Change:
    """One commit's change of one file.

    Attributes:
        blob: the id of the content after it; empty where it deleted the file.
        before: the ids of the contents in its parents, one for each that has the file.
    """

    commit: Commit
    path: str
    blob: str
    before: list[str] = field(default_factory=list)


def changes_of(root: Path, paths: Collection[str]) -> dict[str, list[Change]]:
    """Return the changes of each file, the latest first, and behind them those under its earlier names.

    Raises:
        GitError: see `git`.
    """
    known = tuple(paths)
    if not known:
        return {}
    edges = _edges(root)
    found: dict[str, list[Change]] = {path: [] for path in known}
    for change in _log(root, "HEAD", known, edges):
        found[change.path].append(change)
    wanted = {path: changes[-1] for path, changes in found.items() if changes and not changes[-1].before}
    for _ in range(RENAMES):
        if not wanted:
            break
        wanted = _followed(root, wanted, found, edges)
    return found


def _followed(
    root: Path, wanted: Mapping[str, Change], found: dict[str, list[Change]], edges: Collection[str]
) -> dict[str, Change]:
    """Add the changes of files before they were renamed; return the first of each, if it may be a rename again."""
    renamed = _renamed(root, {change.commit.id for change in wanted.values() if not change.commit.is_edge})
    earlier: dict[str, Change] = {}
    moves = []
    for path, first in wanted.items():
        source = renamed.get((first.commit.id, first.path))
        if source is not None:
            first.before.append(source[1])
            moves.append((first.commit.id, source[0], path))
    for start, several in groupby(sorted(moves), key=lambda move: move[0]):
        now = {old: path for _, old, path in several}
        by_path: dict[str, list[Change]] = {old: [] for old in now}
        for change in _log(root, start, tuple(now), edges):
            if change.commit.id != start:
                by_path[change.path].append(change)
        for old, changes in by_path.items():
            found[now[old]] += changes
            if changes and not changes[-1].before:
                earlier[now[old]] = changes[-1]
    return earlier


def _log(root: Path, start: str, paths: Iterable[str], edges: Collection[str]) -> Iterator[Change]:
    """The changes of some files, the latest first; that of a merge once, with all its parents."""
    asked = ("--literal-pathspecs", "log", "--stdin", "--diff-merges=separate", "--topo-order", _FORMAT, *_PLAIN)
    answer = _answer(root, asked, (start, "--", *paths))
    last: dict[str, Change] = {}
    for commit, path, old, new in _read(answer, edges):
        before = last.get(path)
        if before is not None and before.commit.id == commit.id:
            before.before += [old] if old else []
            continue
        if before is not None:
            yield before
        last[path] = Change(commit, path, new, [old] if old else [])
    yield from last.values()


def _read(answer: str, edges: Collection[str]) -> Iterator[tuple[Commit, str, str, str]]:
    """Each line of a raw log, with its commit: path, content before and after."""
    fields = iter(answer.split("\0"))
    commit = Commit("", "", "")
    for one in fields:
        head = one.lstrip("\n")
        if head.startswith(":"):
            old, new = head.split(" ")[2:4]
            yield commit, next(fields, ""), blob_or_none(old), blob_or_none(new)
        elif head:
            commit = Commit(head, next(fields, "")[:10], next(fields, ""), head in edges)


def _renamed(root: Path, commits: Collection[str]) -> dict[tuple[str, str], tuple[str, str]]:
    """By commit and new name: the name that a file had before it, and the id of its content."""
    if not commits:
        return {}
    asked = ("diff-tree", "--stdin", "-z", "--raw", "--no-abbrev", "-r", "-M", "-l1000", "--no-ext-diff", "--", RECORDS)
    found = {}
    fields, commit = iter(_answer(root, asked, sorted(commits)).split("\0")), ""
    for one in fields:
        if not one.startswith(":"):
            commit = one.strip() or commit
            continue
        old, status = one.split(" ")[2], one.split(" ")[4]
        path = next(fields, "")
        if status.startswith(("R", "C")):
            found[commit, next(fields, "")] = path, old
    return found


def changes_back(root: Path, start: str, *folders: str) -> Iterator[tuple[Commit, dict[str, tuple[str, str]]]]:
    """Yield the commits before and with `start` that changed something below folders, the latest first.

    Of a merge the first parent counts, so that undoing one after the other gives every state there was.

    Args:
        start: an id of a commit.

    Returns:
        With each commit the content of every file before and after it; empty where there was none.

    Raises:
        GitError: see `git`.
    """
    asked = (
        "--literal-pathspecs",
        "log",
        "--stdin",
        "--first-parent",
        "--diff-merges=first-parent",
        f"-n{MOST_COMMITS}",
        _FORMAT,
        *_PLAIN,
    )
    answer = _answer(root, asked, (start, "--", *folders))
    for _, several in groupby(_read(answer, ()), key=lambda one: one[0].id):
        lines = tuple(several)
        yield lines[0][0], {path: (old, new) for _, path, old, new in lines}


def _answer(root: Path, asked: Iterable[str], lines: Iterable[str]) -> str:
    """What git prints to a question that is asked on its input, so that it may be long."""
    process = conversation(root, *asked)
    try:
        answer, _ = process.communicate(
            "".join(f"{one}\n" for one in lines).encode("utf-8", "surrogateescape"), SECONDS
        )
    except TimeoutExpired as error:
        process.kill()
        process.communicate()
        raise GitError(str(error)) from error
    if process.returncode:
        raise GitError("git refused", process.returncode)
    return answer.decode("utf-8", "surrogateescape")


def _edges(root: Path) -> frozenset[str]:
    """The commits behind which nothing was fetched."""
    with suppress(GitError, OSError):
        file = _shallow(root)
        if file.is_file():
            return frozenset(file.read_text("ascii", "replace").split())
    return frozenset()


def _shallow(root: Path) -> Path:
    """Where git writes those commits; a plain `.git` folder is known without asking git."""
    if (root / ".git").is_dir():
        return root / ".git" / "shallow"
    return root / git(root, "rev-parse", "--git-path", "shallow").decode("utf-8", "surrogateescape").strip()
