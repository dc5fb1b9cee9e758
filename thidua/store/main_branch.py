"""Whether the work tree is the main branch as others have it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.store.git import GitError, ask, git, status
from thidua.store.git_commits import is_within
from thidua.store.git_state import HEADS, REMOTES, branch_of, references
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from pathlib import Path


class Relation(StrEnum):
    """How what is checked out stands to the main branch."""

    IS_MAIN = "is-main"
    NO_GIT = "no-git"
    NO_COMMIT = "no-commit"
    OTHER = "other"
    """Another branch, or a commit that is not the head of the main branch."""
    BEHIND = "behind"
    """The main branch, but a remote is known to have more."""
    UNSAVED = "unsaved"
    """Something is not committed. `detail` is one of the paths."""
    UNCLEAR = "unclear"
    """git did not answer. `detail` says why."""


@dataclass(frozen=True, slots=True)
class Where:
    relation: Relation
    detail: str = ""


def where(root: Path, main: str, folder: str, besides: str) -> Where:
    """Tell how the work tree stands to the branch `main`, and whether anything below `folder` is not committed.

    A detached head counts as the main branch where it is its commit: that is how a server checks it out.

    Args:
        besides: a folder whose changes do not matter.
    """
    if not any((above / ".git").exists() for above in (root, *root.resolve().parents)):
        return Where(Relation.NO_GIT)  # one that git refuses to open is no such case
    try:
        head = ask(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        if head is None:
            return Where(Relation.NO_COMMIT)
        branch, names = branch_of(root), references(root)
        remote = [commit for name, commit in names.items() if _is_remote(name, main)]
        if branch and branch != main:
            return Where(Relation.OTHER, branch)
        if not branch and head not in (names.get(HEADS + main), *remote):
            return Where(Relation.OTHER, head[:8])
        if not all(is_within(root, commit, head) for commit in remote):
            return Where(Relation.BEHIND)
        unsaved = _unsaved(root, folder, besides)
    except GitError as error:
        return Where(Relation.UNCLEAR, str(error))
    return Where(Relation.UNSAVED, unsaved) if unsaved else Where(Relation.IS_MAIN)


def committed(root: Path, path: str) -> bytes:
    """Return a file as the last commit has it; nothing where it has none."""
    try:
        return git(root, "cat-file", "blob", f"HEAD:./{path}")
    except GitError:
        return b""


def _is_remote(name: str, main: str) -> bool:
    """Whether a ref is the main branch of a remote, whose own name may hold slashes."""
    return name.startswith(REMOTES) and name.endswith(f"/{main}") and name.count("/") >= 3 + main.count("/")


def _unsaved(root: Path, folder: str, besides: str) -> str:
    dirty = sorted(path for path in status(root, folder).dirty if f"/{besides}" not in f"/{path}")
    return dirty[0] if dirty else ""
