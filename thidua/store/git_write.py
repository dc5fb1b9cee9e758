"""What changes git's side of a repository: branches, commits, bundles. No file of the work tree is ever lost by it."""

from __future__ import annotations

import re
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.store.git_state import HEADS, REMOTES, SENT, _id, is_branch_name
from thidua.store.run import SERVER_SECONDS, Refused, Trouble, git_write, trouble_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOTHING = "0" * 40
FETCH_SECONDS = 30


# names


def make_branch(root: Path, name: str, commit: str) -> None:
    """Make a branch that is not there yet.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "update-ref", _head(root, name), _id(commit), NOTHING)


def move_branch(root: Path, name: str, new: str, old: str) -> None:
    """Have a branch end in another commit, if it still ends in `old`.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "update-ref", "-m", "thidua", _head(root, name), _id(new), _id(old))


def stand_on(root: Path, name: str) -> None:
    """Say that the work tree belongs to a branch that ends where it is now; no file is touched.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "symbolic-ref", "-m", "thidua", "HEAD", _head(root, name))


def switch_to_new(root: Path, name: str, commit: str) -> None:
    """Make a branch and bring the work tree there; what is not saved goes along, or nothing happens.

    Raises:
        Refused: `OVERWRITTEN` where a file that is not saved is another one there; see `git_write` for others.
    """
    _head(root, name)
    git_write(root, "switch", "--quiet", "--no-track", f"--create={name}", _id(commit))


def describe(root: Path, name: str, words: str) -> None:
    """Keep in the repository's settings how people call a branch.

    Raises:
        Refused: see `git_write`.
    """
    set_here(root, f"branch.{name}.description", words)


def set_here(root: Path, key: str, value: str) -> None:
    """Set something in the settings of this repository only.

    Raises:
        Refused: see `git_write`; `OTHER` for a value that git would take for an option.
    """
    if value.startswith("-"):
        raise Refused(Trouble.OTHER, f"`{value}`")
    git_write(root, "config", "--local", "--replace-all", key, value)


def remember_sent(root: Path, name: str, commit: str) -> None:
    """Keep up to which commit a branch was sent.

    Raises:
        Refused: see `git_write`.
    """
    git_write(root, "update-ref", SENT + _head(root, name).removeprefix(HEADS), _id(commit))


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
    """An index of our own that holds a commit, so that a stop at any moment leaves the clerk's as it was."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="index-", dir=folder) as place:
        env = {"GIT_INDEX_FILE": str(Path(place, "index"))}
        git_write(root, "read-tree", _id(commit), more=env)
        yield env


def tree_with(root: Path, folder: Path, commit: str, paths: Iterable[str]) -> str:
    """Return the id of a tree: that of a commit, with these paths as they are on the disk.

    Args:
        folder: under git's folder, where an index may be made.
        paths: from `root`; each is on the disk or in the commit.

    Raises:
        Refused: see `git_write`.
    """
    names = b"".join(path.encode("utf-8", "surrogateescape") + b"\0" for path in paths)
    with _own_index(root, folder, commit) as env:
        if names:
            git_write(root, "add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul", given=names, more=env)
        return _read_id(git_write(root, "write-tree", more=env))


def commit_tree(root: Path, tree: str, parents: Iterable[str], message: str, *, anyone: bool = False) -> str:
    """Make a commit that no branch has yet, and return its id.

    Args:
        anyone: it is made even where nobody knows who saves, in the name of the program.

    Raises:
        Refused: see `git_write`.
    """
    above = [part for parent in parents for part in ("-p", _id(parent))]
    who: tuple[str, ...] = ("-c", "user.useConfigOnly=true")
    if anyone:
        try:
            identity(root)
        except Refused:
            who = ("-c", "user.name=thidua", "-c", "user.email=thidua@localhost")
    signed = ("-S",) if not anyone and _is_signing(root) else ()
    command = (*who, "commit-tree", *signed, *above, "-F", "-", _id(tree))
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

    The work tree must hold nothing that is not saved, or going back could lose it.

    Raises:
        Refused: `OVERWRITTEN` where both changed one thing; see `git_write`.
    """
    try:
        git_write(
            root,
            "merge",
            "--quiet",
            "--no-verify",
            "--no-edit",
            "--no-stat",
            "--no-autostash",
            "-m",
            message,
            _id(commit),
        )
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


# servers and bundles


def fetch(root: Path, remote: str) -> None:
    """Ask a server what is new.

    Raises:
        Refused: see `git_write`.
    """
    _plain_remote(remote)
    git_write(root, "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--", remote, seconds=FETCH_SECONDS)


def push(root: Path, remote: str, name: str) -> None:
    """Send a branch to the branch of the same name; never by force.

    Raises:
        Refused: `BEHIND` where the server's has what ours has not, `PROTECTED`, `NOT_ALLOWED`; see `git_write`.
    """
    _plain_remote(remote)
    head = _head(root, name)
    options = ("--porcelain", "--no-force", "--no-follow-tags", "--no-verify", "--recurse-submodules=no")
    try:
        git_write(root, "push", *options, "--", remote, f"{head}:{head}", seconds=SERVER_SECONDS)
    except Refused as error:
        raise _refusal(error) from error


def _refusal(error: Refused) -> Refused:
    """Read why a server refused: behind `[rejected]` stands ours, behind `[remote rejected]` its own reason."""
    said = str(error)
    reason = re.search(r"\[(remote )?rejected\] ?\(?(.*?)\)?$", said, re.MULTILINE)
    if reason is None:
        return error
    trouble = trouble_of(reason[2])
    if reason[1]:
        trouble = Trouble.NOT_ALLOWED if trouble_of(said) is Trouble.READ_ONLY else Trouble.PROTECTED
    return Refused(trouble, said, error.status)


def write_bundle(root: Path, file: Path, name: str, without: Iterable[str]) -> None:
    """Write a branch, without the commits that the reader has, into a file.

    Raises:
        Refused: see `git_write`.
    """
    out = [f"^{_id(one)}" for one in without if one]
    git_write(root, "bundle", "create", "--quiet", str(file.absolute()), _head(root, name), *out)


def bundle_heads(root: Path, file: Path) -> tuple[tuple[str, str], ...]:
    """Return the commits and names that a bundle says it holds, after git has verified it.

    Raises:
        Refused: it is no bundle, it is damaged, or this repository lacks what it builds upon (`BEHIND`).
    """
    place = str(file.absolute())
    try:
        git_write(root, "bundle", "verify", "--quiet", place)
    except Refused as error:
        lacks = "lacks these prerequisite" in str(error) or ("need" in str(error) and "histor" in str(error))
        raise Refused(Trouble.BEHIND if lacks else Trouble.OTHER, str(error), error.status) from error
    lines = git_write(root, "bundle", "list-heads", place).decode("utf-8", "surrogateescape").splitlines()
    return tuple((commit, name) for commit, _, name in (line.partition(" ") for line in lines))


def take_bundle(root: Path, file: Path, source: str, name: str) -> None:
    """Fetch one branch of a bundle into a branch of ours, which it may only carry on.

    Raises:
        Refused: see `git_write`; damaged objects are refused by git.
    """
    strict = ("-c", "fetch.fsckObjects=true", "-c", "transfer.fsckObjects=true")
    refs = f"{_head(root, source)}:{_head(root, name)}"
    command = (
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-recurse-submodules",
        "--no-write-fetch-head",
        "--",
        str(file.absolute()),
        refs,
    )
    git_write(root, *strict, *command, more={"GIT_ALLOW_PROTOCOL": "file"})


def remote_name(remote: str, name: str) -> str:
    """Return the full name under which a server's branch is remembered here."""
    return f"{REMOTES}{remote}/{name}"


def _head(root: Path, name: str) -> str:
    """Return the full name of a branch.

    Raises:
        Refused: git would have no branch of this name.
    """
    if not is_branch_name(root, name) or name.startswith("-"):
        raise Refused(Trouble.OTHER, f"no name of a branch: {name!r}")
    return HEADS + name


def _plain_remote(remote: str) -> None:
    if remote.startswith("-") or not remote:
        raise Refused(Trouble.OTHER, f"no name of a server: {remote!r}")


def _read_id(answer: bytes) -> str:
    return _id(answer.decode().strip())
