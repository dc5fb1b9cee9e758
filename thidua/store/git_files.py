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


def index(root: Path, folder: str) -> list[str]:
    """Return what git's index has below `folder`, for `tracked` and `unwatched`: both are read from one answer.

    Raises:
        GitError: see `git`.
    """
    return _entries(root, "ls-files", "-s", "-v", "-z", "--", folder)


def tracked(entries: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Yield path, mode and blob of every file that git's index has: of all files there are, so no object for each."""
    for entry in entries:
        stage, _, path = entry.partition("\t")
        _, mode, blob, _ = stage.split(" ")
        yield path, mode, blob


def unwatched(entries: Iterable[str]) -> list[str]:
    """Return the files of which `status` says nothing: they are assumed unchanged, or left out of the work tree."""
    marked = [entry for entry in entries if entry[0] != "H"]
    return [entry.partition("\t")[2] for entry in marked if entry[0].islower() or entry[0] == "S"]


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


def _entries(root: Path, *arguments: str) -> list[str]:
    return list(filter(None, git(root, *arguments).decode("utf-8", "surrogateescape").split("\0")))
