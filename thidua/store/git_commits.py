"""Commits, and what differs between two of them. Only read, only by ids, only with `-z`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.store.git import GitError, ask, blob_or_none, git
from thidua.store.run import git_write
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Saved:
    """One commit: who made it, when (seconds since 1970), and its first line."""

    id: str
    author: str
    at: int
    subject: str


def is_within(root: Path, old: str, new: str) -> bool:
    """Whether all of commit `old` is in `new`."""
    if not old or not new or old == new:
        return bool(old) and old == new
    return ask(root, "merge-base", "--is-ancestor", object_id(old), object_id(new)) is not None


def where_parted(root: Path, one: str, other: str) -> str:
    """Return the last commit that both have; empty where there is none."""
    return (ask(root, "merge-base", object_id(one), object_id(other)) or "") if one and other else ""


def commits(root: Path, new: str, without: Iterable[str], most: int = -1) -> tuple[Saved, ...]:
    """Return the commits in `new` and in none of `without`, the newest first, `most` of them.

    Raises:
        GitError: see `git`.
    """
    out = [f"^{object_id(one)}" for one in without if one]
    form = "--format=%H%x00%an%x00%ct%x00%s"
    said = git(
        root,
        "log",
        "-z",
        "--encoding=UTF-8",
        "--no-show-signature",
        f"--max-count={most}",
        form,
        object_id(new),
        *out,
        "--",
    ).decode("utf-8", "replace")
    fields = said.removesuffix("\0").split("\0") if said else []
    return tuple(
        Saved(fields[i], fields[i + 1], int(fields[i + 2]), fields[i + 3]) for i in range(0, len(fields) - 3, 4)
    )


def differences(root: Path, old: str, new: str) -> tuple[tuple[str, str, str], ...]:
    """Return each path that differs between two commits, with its blobs; one that is not there has an empty id.

    Raises:
        GitError: see `git`.
    """
    said = git(root, "diff-tree", "-r", "-z", "--no-renames", "--relative", object_id(old), object_id(new), "--")
    fields = said.decode("utf-8", "surrogateescape").split("\0")
    found = []
    for head, path in zip(fields[::2], fields[1::2], strict=False):
        _, _, before, after, _ = head.split(" ")
        found.append((path, blob_or_none(before), blob_or_none(after)))
    return tuple(found)


def versions(root: Path, path: str) -> tuple[bytes, ...]:
    """Return every text that a file, of a plain name, had in the commits that led here.

    Raises:
        GitError: see `git`.
    """
    form = ("--format=", "--raw", "-z", "--no-abbrev", "--no-renames", "--full-history", "-m", "--no-show-signature")
    said = git(root, "log", *form, "HEAD", "--", path).decode("utf-8", "surrogateescape")
    ids = re.findall(r":\d{6} \d{6} ([0-9a-f]+) ([0-9a-f]+) [A-Z]\0", said)
    return tuple(blobs(root, {id_ for both in ids for id_ in both if blob_or_none(id_)}).values())


def blobs(root: Path, ids: Iterable[str]) -> Mapping[str, bytes]:
    """Return what blobs hold, in one call.

    Raises:
        GitError: see `git`.
    """
    wanted = sorted({object_id(one) for one in ids if one})
    if not wanted:
        return {}
    said = git_write(root, "cat-file", "--batch", given="".join(f"{one}\n" for one in wanted).encode())
    found: dict[str, bytes] = {}
    start = 0
    while start < len(said):
        end = said.index(b"\n", start)
        head = said[start:end].split(b" ")
        if len(head) != 3:  # missing
            start = end + 1
            continue
        size = int(head[2])
        found[head[0].decode()] = said[end + 1 : end + 1 + size]
        start = end + size + 2
    return found


def object_id(text: str) -> str:
    """Return a text that is the id of an object; nothing else is ever passed as one."""
    if not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", text):
        raise GitError(f"no id: {text!r}")
    return text
