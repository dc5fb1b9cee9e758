"""Which files git has, in its index and in commits: asked of git, none of them looked into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.git import blob_or_none, git
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def untracked(root: Path, paths: Iterable[str]) -> frozenset[str]:
    """Return those of some files that git has not, and was not told to ignore.

    Raises:
        GitError: see `git`.
    """
    asked = ("ls-files", "--others", "--exclude-standard", "-z", "--", *paths)
    answer = git(root, *asked, without={"GIT_LITERAL_PATHSPECS": "1"})
    return frozenset(filter(None, answer.decode("utf-8", "surrogateescape").split("\0")))


@dataclass(frozen=True, slots=True)
class Tracked:
    """One file as git's index or a commit has it; with neither mode nor content where there is none."""

    path: str
    mode: str
    blob: str


def tracked(root: Path, folder: str) -> Iterator[Tracked]:
    """Yield everything tracked below `folder`, as the index has it.

    Raises:
        GitError: see `git`.
    """
    for entry in _entries(root, "ls-files", "-s", "-z", "--", folder):
        stage, _, path = entry.partition("\t")
        mode, blob, _ = stage.split(" ")
        yield Tracked(path, mode, blob)


def differing(root: Path, old: str, new: str, folder: str) -> Iterator[Tracked]:
    """Yield what is not the same below `folder` in two commits, given by their ids, as the new one has it.

    Raises:
        GitError: see `git`.
    """
    asked = ("diff-tree", "-r", "-z", "--no-renames", "--ignore-submodules=none", old, new, "--", folder)
    pending = iter(_entries(root, *asked))
    for about, path in zip(pending, pending, strict=True):
        _, mode, _, blob, _ = about.split(" ")
        yield Tracked(path, mode, blob) if blob_or_none(blob) else Tracked(path, "", "")


def unwatched(root: Path, folder: str) -> list[str]:
    """Return the files of which `status` says nothing: they are assumed unchanged, or left out of the work tree.

    Raises:
        GitError: see `git`.
    """
    entries = _entries(root, "ls-files", "-v", "-z", "--", folder)
    return [entry[2:] for entry in entries if entry[0] != "H" and _is_unwatched(entry[0])]


def index(root: Path, folder: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Return what `tracked` and `unwatched` tell, the former as mode, content and path of each, in one question.

    Raises:
        GitError: see `git`.
    """
    every: list[tuple[str, str, str]] = []
    unseen: list[str] = []
    for entry in _entries(root, "ls-files", "-s", "-v", "-z", "--", folder):
        about, _, path = entry.partition("\t")
        tag, mode, blob, _ = about.split(" ")
        every.append((mode, blob, path))
        if tag != "H" and _is_unwatched(tag):
            unseen.append(path)
    return every, unseen


def _is_unwatched(tag: str) -> bool:
    return tag.islower() or tag == "S"


def _entries(root: Path, *arguments: str) -> list[str]:
    return list(filter(None, git(root, *arguments).decode("utf-8", "surrogateescape").split("\0")))
