"""What goes to a server or into a file, and what comes from there. Never by force."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.store.git_commits import object_id
from thidua.store.git_state import HEADS, REMOTES
from thidua.store.git_write import head_of
from thidua.store.run import SERVER_SECONDS, Refused, Trouble, git_write, trouble_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FETCH_SECONDS = 30


def fetch(root: Path, remote: str) -> None:
    """Ask a server what is new.

    Raises:
        Refused: see `git_write`.
    """
    _plain_remote(remote)
    # not the refspecs of the settings: one of a mirror would write over the clerk's own branches
    refs = f"+{HEADS}*:{remote_name(remote, '*')}"
    options = ("--quiet", "--no-tags", "--no-recurse-submodules", "--no-prune", "--refmap=")
    git_write(root, "fetch", *options, "--", remote, refs, seconds=FETCH_SECONDS)


def push(root: Path, remote: str, name: str) -> None:
    """Send a branch to the branch of the same name; never by force.

    Raises:
        Refused: `BEHIND` where the server's has what ours has not, `PROTECTED`, `NOT_ALLOWED`; see `git_write`.
    """
    _plain_remote(remote)
    head = head_of(root, name)
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
    out = [f"^{object_id(one)}" for one in without if one]
    git_write(root, "bundle", "create", "--quiet", str(file.absolute()), head_of(root, name), *out)


def bundle_heads(root: Path, file: Path) -> tuple[tuple[str, str], ...]:
    """Return the commits and names that a bundle says it holds, after git has verified it.

    Raises:
        Refused: it is no bundle, it is damaged, or this repository lacks what it builds upon (`BEHIND`).
    """
    place = str(file.absolute())
    try:
        git_write(root, "bundle", "verify", place)
    except Refused as error:
        lacks = "lacks these prerequisite" in str(error) or ("need" in str(error) and "histor" in str(error))
        raise Refused(Trouble.BEHIND if lacks else Trouble.OTHER, str(error), error.status) from error
    said = git_write(root, "bundle", "list-heads", place).decode("utf-8", "surrogateescape")
    lines = [line.partition(" ") for line in said.split("\n") if line]
    return tuple((commit, name) for commit, _, name in lines)


def take_bundle(root: Path, file: Path, source: str, name: str) -> None:
    """Fetch one branch of a bundle into a branch of ours, which it may only carry on.

    Raises:
        Refused: see `git_write`; damaged objects are refused by git.
    """
    strict = ("-c", "fetch.fsckObjects=true", "-c", "transfer.fsckObjects=true")
    refs = f"{head_of(root, source)}:{head_of(root, name)}"
    command = (
        "fetch",
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


def _plain_remote(remote: str) -> None:
    if remote.startswith("-") or not remote:
        raise Refused(Trouble.OTHER, f"no name of a server: {remote!r}")
