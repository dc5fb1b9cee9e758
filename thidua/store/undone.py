"""A switch or merge that git had to stop in the middle, as where the disk is full: the files it had begun with go back."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.store.git import GitError, git, status
from thidua.store.git_commits import differences, object_id
from thidua.store.run import Refused, Trouble, git_write

if TYPE_CHECKING:
    from collections.abc import Iterator

AT_ONCE = 100


@contextmanager
def undone_if_stopped(root: Path, new: str) -> Iterator[None]:
    """Have the work tree as it was, if git stops while it brings in a commit.

    Only what git itself wrote is put back: files that were as the commit here has them, and files that were not there
    and that hold the beginning of what the new commit has. A file that is not saved and is just what the new commit
    brings, as a git that was killed leaves it, gives way meanwhile, or git would refuse for ever; it is there again
    where nothing came of the rest.
    """
    top = Path(root, git(root, "rev-parse", "--show-cdup").decode("utf-8", "surrogateescape").strip())
    here = _head(top)
    changed = differences(top, here, new) if here else ()
    dirty = status(top, ".").dirty if changed else frozenset()
    known = [path for path, before, _ in changed if before and path not in dirty]
    gave_way = _give_way(top, [one for one in changed if one[2] and one[0] in dirty])
    absent = {path: after for path, before, after in changed if not before and not os.path.lexists(top / path)}
    try:
        yield
    except Refused as error:
        with suppress(GitError):
            if error.trouble is not Trouble.OVERWRITTEN and here == _head(top) and not _is_merging(top):
                _take_away(top, absent)
                _put_back(top, known)
        if gave_way and here == _head(top):
            for path, data in gave_way.items():
                (top / path).write_bytes(data)
        raise


def _head(top: Path) -> str:
    try:
        return git(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}").decode().strip()
    except GitError:
        return ""


def _is_merging(top: Path) -> bool:
    """Whether the merge went on to a conflict, which git itself can give up."""
    place = git(top, "rev-parse", "--git-path", "MERGE_HEAD").decode("utf-8", "surrogateescape").strip()
    return Path(top, place).exists()


def _take_away(top: Path, absent: dict[str, str]) -> None:
    for path, id_ in absent.items():
        file = top / path
        if not file.is_file() or file.is_symlink():
            continue
        with suppress(OSError):
            if git(top, "cat-file", "blob", object_id(id_)).startswith(file.read_bytes()):
                file.unlink()
                file.parent.rmdir()  # refused by the system where anything is in it


def _give_way(top: Path, coming: list[tuple[str, str, str]]) -> dict[str, bytes]:
    """Have files that are what comes anyway be as the commit here has them; return what they held."""
    left = {path: data for path, _, after in coming if (data := _if_it_is(top, path, after)) is not None}
    if not left:
        return {}
    names = b"".join(path.encode("utf-8", "surrogateescape") + b"\0" for path in left)
    git_write(top, "reset", "--quiet", "--pathspec-from-file=-", "--pathspec-file-nul", given=names)
    _put_back(top, [path for path, before, _ in coming if before and path in left])
    for path, before, _ in coming:
        if not before and path in left:
            (top / path).unlink()
    return left


def _if_it_is(top: Path, path: str, id_: str) -> bytes | None:
    """Return what a file holds, if it is just what a content's id stands for."""
    file = top / path
    if not file.is_file() or file.is_symlink():
        return None
    data = git(top, "cat-file", "blob", object_id(id_))
    return data if data == file.read_bytes() else None


def _put_back(top: Path, known: list[str]) -> None:
    for first in range(0, len(known), AT_ONCE):  # as arguments: a file to read them from may find no room
        git(top, "checkout-index", "--force", "--", *known[first : first + AT_ONCE])
