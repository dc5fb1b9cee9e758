"""What git says of the work going on: the branch, what is not saved, what is half done. Only read, only with `-z` or ids."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.store.git import GitError, ask, git, no_filters
from thidua.store.run import git_write
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

HEADS, REMOTES = "refs/heads/", "refs/remotes/"
SENT = "refs/thidua/sent/"
"""Below it, the commit up to which each branch was sent, by whatever way."""

KEPT = "giu-lai/"
"""Before the names of branches that hold every file as it was before something half done was given up."""

TAKEN_IN = "nhan/"
"""Before the names of branches that came as a file."""

OUTSIDE = frozenset({"private", "out"})
"""Folders of which nothing is said: they are not for git."""

TAKEN = ("records", "templates", "thidua.yaml")
"""What is sent: files of these names, and those in folders of these names."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a work tree stands.

    Attributes:
        folder: where git keeps what belongs to this work tree.
        branch: the name of the branch; empty where none is checked out.
        commit: what is checked out; empty before the first one.
        doing: `merge`, `rebase`, `am`, `cherry-pick`, `revert` or `bisect` where one is half done, else empty.
        prefix: the folder of the records from the top of git's work tree, with `/` behind, or empty.
    """

    folder: Path
    branch: str
    commit: str
    doing: str
    prefix: str

    @property
    def lock(self) -> Path:
        """The file that another program has there while it writes, or has left there."""
        return self.folder / "index.lock"


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that is not as the commit has it.

    Attributes:
        path: from the root of the records.
        old: id of the blob in the commit; empty where it is new.
        is_there: whether it is on the disk; if not, it was removed.
    """

    path: str
    old: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What the work tree holds that no commit does.

    Attributes:
        taken: what is sent.
        others: paths of files that are left alone.
        conflicts: paths of files of which git has two versions.
        stale: paths of files that are as the commit has them, of which only git's index thinks otherwise.
        tracked: whether a file that git knows is among the first two.
    """

    taken: tuple[Changed, ...]
    others: tuple[str, ...]
    conflicts: tuple[str, ...]
    stale: tuple[str, ...]
    tracked: bool

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(one.path for one in self.taken)


def standing(root: Path) -> Standing:
    """Return where the work tree of `root` stands.

    Raises:
        GitError: there is no git, or no repository.
    """
    folder = Path(_line(git(root, "rev-parse", "--absolute-git-dir")))
    prefix = _line(git(root, "rev-parse", "--show-prefix"))
    commit = ask(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") or ""
    return Standing(folder, branch_of(root), commit, _doing(folder), prefix)


def branch_of(root: Path) -> str:
    """Return the name of the branch that is checked out; empty where none is.

    Raises:
        GitError: see `git`.
    """
    return (ask(root, "symbolic-ref", "--quiet", "HEAD") or "").removeprefix(HEADS)


_HALF_DONE = {
    "am": ("rebase-apply/applying",),
    "rebase": ("rebase-merge", "rebase-apply"),
    "merge": ("MERGE_HEAD",),
    "cherry-pick": ("CHERRY_PICK_HEAD",),
    "revert": ("REVERT_HEAD",),
    "bisect": ("BISECT_LOG",),
}


def _doing(folder: Path) -> str:
    return next((what for what, names in _HALF_DONE.items() if any((folder / name).exists() for name in names)), "")


def unsaved(root: Path, standing: Standing) -> Unsaved:
    """Return what is not as the commit has it, whatever stands in the index.

    Raises:
        GitError: see `git`.
    """
    form = ("--porcelain=v2", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all")
    said = git(root, "status", *form, "--", ".", without=no_filters(root)).decode("utf-8", "surrogateescape")
    old: dict[str, str] = {}
    conflicts: list[str] = []
    for field in said.split("\0"):
        if field.startswith("1 "):
            _, _, _, mode, _, _, blob, _, path = field.split(" ", 8)
            old[path] = "" if mode == "000000" else blob
        elif field.startswith("u "):
            conflicts.append(field.split(" ", 10)[10].removeprefix(standing.prefix))
        elif field.startswith("? "):
            old.setdefault(field[2:], "")
    found = [_changed(root, path.removeprefix(standing.prefix), blob) for path, blob in sorted(old.items())]
    real = _really(root, [one for one in found if one.old or one.is_there])
    taken = tuple(one for one in real if _is_taken(one.path))
    others = tuple(one.path for one in real if not _is_taken(one.path) and (one.old or not _is_outside(one.path)))
    stale = tuple(sorted({one.path for one in found} - {one.path for one in real}))
    return Unsaved(taken, others, tuple(conflicts), stale, any(one.old for one in real))


def _changed(root: Path, path: str, blob: str) -> Changed:
    file = root / path
    return Changed(path, blob, file.is_symlink() or file.is_file())


def _is_taken(path: str) -> bool:
    return path.split("/")[0] in TAKEN and not path.endswith("/") and not set(path) & set('\n\r"')


def _is_outside(path: str) -> bool:
    return path.split("/")[0] in OUTSIDE


def _really(root: Path, found: list[Changed]) -> list[Changed]:
    """Leave out files that are as the commit has them, though the index is not: a program was stopped in between."""
    asked = [one for one in found if one.old and one.is_there and not (root / one.path).is_symlink()]
    asked = [one for one in asked if not set(one.path) & set('\n\r"')]
    if not asked:
        return found
    names = "".join(f"{one.path}\n" for one in asked).encode("utf-8", "surrogateescape")
    ids = git_write(root, "hash-object", "--stdin-paths", given=names, more=no_filters(root)).decode().split()
    same = {one.path for one, id_ in zip(asked, ids, strict=True) if one.old == id_}
    return [one for one in found if one.path not in same]


def references(root: Path) -> Mapping[str, str]:
    """Return the commits that names stand for, and after `@` those that a name of a server stands for, by full name.

    Raises:
        GitError: see `git`.
    """
    form = "--format=%(refname)%00%(objectname)%00%(symref)"
    said = _line(git(root, "for-each-ref", form))
    found: dict[str, str] = {}
    for line in filter(None, said.split("\n")):  # a name holds neither a new line nor a NUL
        name, id_, leads_to = line.split("\0")
        if leads_to:
            found[f"@{name}"] = leads_to
        else:
            found[name] = id_
    return found


def unmerged(root: Path, commit: str) -> tuple[str, ...]:
    """Return the names of the branches that hold commits which `commit`, an id, does not.

    Raises:
        GitError: see `git`.
    """
    said = _line(git(root, "for-each-ref", "--format=%(refname)", f"--no-merged={commit}", HEADS))
    return tuple(line.removeprefix(HEADS) for line in said.split("\n") if line)


def remotes(root: Path) -> Mapping[str, str]:
    """Return the addresses of the servers, by the names they have here.

    Raises:
        GitError: see `git`.
    """
    said = ask(root, "config", "-z", "--get-regexp", r"^remote\..*\.url$") or ""
    found: dict[str, str] = {}
    for entry in said.split("\0"):
        key, _, address = entry.partition("\n")
        name = key.removeprefix("remote.").removesuffix(".url")
        if name and address and not name.startswith("-"):
            found.setdefault(name, address)
    return found


def setting(root: Path, key: str) -> str:
    """Return one setting of git; empty where it is not set. `key` is never what somebody typed.

    Raises:
        GitError: see `git`.
    """
    return (ask(root, "config", "-z", "--get", key) or "").removesuffix("\0")


@cache
def is_branch_name(root: Path, name: str) -> bool:
    """Whether git would have a branch of this name."""
    try:
        git(root, "check-ref-format", HEADS + name)
    except (GitError, ValueError):
        return False
    return True


def _line(answer: bytes) -> str:
    return answer.decode("utf-8", "surrogateescape").removesuffix("\n")
