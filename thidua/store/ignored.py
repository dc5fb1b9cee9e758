"""Files that git was told not to look at: it would write over them without a word where a commit has one of that name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.store.git import GitError, git
from thidua.store.git_commits import object_id
from thidua.store.run import Refused, Trouble, git_write

if TYPE_CHECKING:
    from collections.abc import Iterator


def refuse_to_lose_ignored(root: Path, new: str, since: str = "") -> None:
    """Refuse to bring in a commit that has files where files stand that git ignores.

    Args:
        since: where what is brought in begins, if not here; only what changed from there on counts.

    Raises:
        Refused: `OVERWRITTEN`; see `git_write` for others.
    """
    top = Path(root, git(root, "rev-parse", "--show-cdup").decode("utf-8", "surrogateescape").strip())
    added = _brought(top, _here(top), new, only_new=True)
    if since:
        added &= _brought(top, since, new)
    there = sorted({path for one in added for path in _in_the_way(top, one)})
    lost = ignored(top, there)
    if lost:
        listed = ", ".join(lost[:3])
        raise Refused(Trouble.OVERWRITTEN, f"error: files that git ignores would be overwritten: {listed}")


def _here(top: Path) -> str:
    """Return the id of what is checked out; of an empty tree before the first commit."""
    try:
        return git(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode().strip()
    except GitError as error:
        if error.status == 1:
            return git_write(top, "hash-object", "-t", "tree", "--stdin").decode().strip()
        raise


def _brought(top: Path, old: str, new: str, *, only_new: bool = False) -> set[str]:
    said = git(top, "diff-tree", "-r", "-z", "--no-renames", object_id(old), object_id(new), "--")
    fields = said.decode("utf-8", "surrogateescape").split("\0")
    kinds = "A" if only_new else "AMT"
    return {path for head, path in zip(fields[::2], fields[1::2], strict=False) if head[-1:] in kinds}


def _in_the_way(top: Path, path: str) -> Iterator[str]:
    """Yield what stands where a file is to be: itself, a file in the place of its folder, files in a folder there."""
    file = top / path
    below = file.relative_to(top)
    for place in (*(top / part for part in reversed(below.parents[:-1])), file):
        if place.is_symlink() or place.is_file():
            yield place.relative_to(top).as_posix()
            return  # git looks at nothing beyond a link
    for folder, _, names in os.walk(file):
        yield from (Path(folder, name).relative_to(top).as_posix() for name in names)


def ignored(root: Path, paths: list[str]) -> list[str]:
    """Return those of some paths that git was told not to look at, and that it does not know all the same.

    Raises:
        Refused: see `git_write`.
    """
    if not paths:
        return []
    given = b"".join(b"./" + os.fsencode(path) + b"\0" for path in paths)  # so that a `:` at its start is no sign
    try:
        said = git_write(root, "check-ignore", "-z", "--stdin", given=given, more={"GIT_LITERAL_PATHSPECS": "0"})
    except Refused as error:
        if error.status == 1:  # none of them
            return []
        raise
    return [path.removeprefix("./") for path in said.decode("utf-8", "surrogateescape").split("\0") if path]
