"""What changes git's side of a repository: branches, commits, bundles. No file of the work tree is ever lost by it."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.store.git import _settings
from thidua.store.git_commits import object_id, where_parted
from thidua.store.git_state import HEADS, SENT, branch_of, is_branch_name
from thidua.store.ignored import refuse_to_lose_ignored
from thidua.store.run import Refused, Trouble, git_write
from thidua.store.undone import undone_if_stopped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOTHING = ""
"""In place of the commit that a name stands for: there is none, however long the ids of this repository are."""


# names


def make_branch(root: Path, name: str, commit: str) -> None:
    """Make a branch that is not there yet.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "update-ref", head_of(root, name), object_id(commit), NOTHING)


def move_branch(root: Path, name: str, new: str, old: str) -> None:
    """Have a branch end in another commit, if it still ends in `old`.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "update-ref", "-m", "thidua", head_of(root, name), object_id(new), object_id(old))


def stand_on(root: Path, name: str) -> None:
    """Say that the work tree belongs to a branch that ends where it is now; no file is touched.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "symbolic-ref", "-m", "thidua", "HEAD", head_of(root, name))


def switch_to_new(root: Path, name: str, commit: str) -> None:
    """Make a branch and bring the work tree there; what is not saved goes along, or nothing happens.

    Raises:
        Refused: `OVERWRITTEN` where a file that is not saved is another one there; see `git_write` for others.
    """
    head_of(root, name)
    refuse_to_lose_ignored(root, commit)
    with undone_if_stopped(root, commit):
        git_write(root, "switch", "--quiet", "--no-track", f"--create={name}", object_id(commit))


def switch(root: Path, name: str) -> None:
    """Bring the work tree to a branch; what is not saved goes along, or nothing happens.

    Raises:
        Refused: as `switch_to_new`.
    """
    head = head_of(root, name)
    commit = _read_id(git_write(root, "rev-parse", "--verify", head))
    refuse_to_lose_ignored(root, commit)
    with undone_if_stopped(root, commit):
        git_write(root, "switch", "--quiet", "--no-guess", head.removeprefix(HEADS))


def forward(root: Path, commit: str) -> None:
    """Bring the branch that is checked out on to a commit that carries it on.

    Raises:
        Refused: it does not, or a file that is not saved is another one there; nothing has happened.
    """
    refuse_to_lose_ignored(root, commit)
    with undone_if_stopped(root, commit):
        git_write(root, "merge", "--quiet", "--ff-only", "--no-stat", "--no-autostash", object_id(commit))


def describe(root: Path, name: str, words: str) -> None:
    """Keep in the repository's settings how people call a branch, if they can be written."""
    with suppress(Refused):
        set_here(root, f"branch.{name}.description", words)


def set_here(root: Path, key: str, value: str) -> None:
    """Set something in the settings of this repository only.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "config", "--local", "--replace-all", "--", key, value)


def remember_sent(root: Path, name: str, commit: str) -> None:
    """Keep up to which commit a branch was sent.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "update-ref", SENT + head_of(root, name).removeprefix(HEADS), object_id(commit))


def identity(root: Path) -> tuple[str, int]:
    """Return who saves, as `Name <email>`, and what time git thinks it is.

    Raises:
        Refused: `NOBODY` where neither the settings nor the environment say who.
    """
    try:
        said = git_write(root, "-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT")
    except Refused as error:
        raise Refused(Trouble.NOBODY, str(error), error.status) from error
    who, _, moment = said.decode("utf-8", "replace").strip().rpartition("> ")
    return f"{who}>", int(moment.split(" ")[0])


# commits


@contextmanager
def _own_index(root: Path, folder: Path, commit: str) -> Iterator[Mapping[str, str]]:
    """An index of our own that holds a commit, or nothing, so that a stop at any moment leaves the clerk's as it was."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="index-", dir=folder) as place:
        # a sparse checkout would have git refuse files that are there, though outside of it
        env = {"GIT_INDEX_FILE": str(Path(place, "index")), **_settings(("core.sparseCheckout", "false"))}
        git_write(root, "read-tree", object_id(commit) if commit else "--empty", more=env)
        yield env


def tree_with(root: Path, folder: Path, commit: str, paths: Iterable[str]) -> str:
    """Return the id of a tree: that of a commit, with these paths as they are on the disk.

    Args:
        folder: under git's folder, where an index may be made.
        commit: empty before the first one.
        paths: from `root`; each is on the disk or in the commit.

    Raises:
        Refused: see `git_write`.
    """
    names = b"".join(path.encode("utf-8", "surrogateescape") + b"\0" for path in paths)
    with _own_index(root, folder, commit) as env:
        if names:
            git_write(root, "add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul", given=names, more=env)
        return _read_id(git_write(root, "write-tree", more=env))


def tree_of(root: Path, commit: str) -> str:
    """Return the id of a commit's tree.

    Raises:
        Refused: see `git_write`.
    """
    return _read_id(git_write(root, "rev-parse", "--verify", "--end-of-options", f"{object_id(commit)}^{{tree}}"))


def commit_tree(root: Path, tree: str, parents: Iterable[str], message: str, *, anyone: bool = False) -> str:
    """Make a commit that no branch has yet, and return its id.

    Args:
        anyone: it is made even where nobody knows who saves, in the name of the program.

    Raises:
        Refused: see `git_write`.
    """
    above = [part for parent in parents for part in ("-p", object_id(parent))]
    who: tuple[str, ...] = ("-c", "user.useConfigOnly=true")
    if anyone:
        try:
            identity(root)
        except Refused:
            who = ("-c", "user.name=thidua", "-c", "user.email=thidua@localhost")
    signed = ("-S",) if not anyone and _is_signing(root) else ()
    command = (*who, "commit-tree", *signed, *above, "-F", "-", object_id(tree))
    return _read_id(git_write(root, *command, given=message.encode("utf-8", "replace")))


def _is_signing(root: Path) -> bool:
    said = git_write(root, "config", "--type=bool", "--default=false", "--get", "commit.gpgSign")
    return said.strip() == b"true"


def settle(root: Path, paths: Iterable[str]) -> None:
    """Have the index say of these paths what the commit says; no file is touched.

    Raises:
        Refused: see `git_write`.
    """
    names = b"".join(path.encode("utf-8", "surrogateescape") + b"\0" for path in paths)
    if names:
        git_write(root, "reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul", given=names)


def merge(root: Path, commit: str, message: str) -> None:
    """Bring a commit into the branch that is checked out. Where that leaves a conflict, all is as before.

    The work tree must hold nothing that is not saved, or going back could lose it. What the settings say of merging is no
    matter: a whole merge is made, whatever else somebody wanted of their own.

    Raises:
        Refused: `OVERWRITTEN` where both changed one thing; see `git_write`.
    """
    head = _read_id(git_write(root, "rev-parse", "--verify", "HEAD^{commit}"))
    refuse_to_lose_ignored(root, commit, where_parted(root, head, commit))
    plain = _settings((f"branch.{branch_of(root)}.mergeOptions", ""))
    how = ("--ff", "--commit", "--no-squash", "--no-verify", "--no-edit", "--no-stat", "--no-autostash")
    try:
        with undone_if_stopped(root, commit):
            git_write(root, "merge", "--quiet", *how, "-m", message, object_id(commit), more=plain)
    except Refused as error:
        with suppress(Refused):
            git_write(root, "merge", "--abort")
        clash = "CONFLICT" in str(error) or "Automatic merge failed" in str(error)
        raise Refused(Trouble.OVERWRITTEN if clash else error.trouble, str(error), error.status) from error


def go_back(root: Path, doing: str) -> None:
    """Give up a merge, a rebase and the like that is half done.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, *(("bisect", "reset") if doing == "bisect" else (doing, "--abort")))


def head_of(root: Path, name: str) -> str:
    """Return the full name of a branch.

    Raises:
        Refused: git would have no branch of this name.
    """
    if not is_branch_name(root, name) or name.startswith("-"):
        raise Refused(Trouble.OTHER, f"no name of a branch: {name!r}")
    return HEADS + name


def _read_id(answer: bytes) -> str:
    return object_id(answer.decode().strip())
