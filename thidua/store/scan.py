"""Which files below `records/` changed since the register was last fresh."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.diagnostics import HALF
from thidua.store.digest import sha1, sha256
from thidua.store.git import GitError, Status, status
from thidua.store.git_files import Tracked, differing, index, tracked, untracked, unwatched
from thidua.store.paths import is_looked_at, is_record
from thidua.store.workspace import RECORDS, Workspace
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from thidua.store.register import Register

NO_RECORD, LINK, REPOSITORY, IGNORED = "no record", "link", "repository", "ignored"
"""In place of a content: what is no record by its name, a link, another repository, a record that git was told not to
look at. Nothing in them is looked at."""

NOT_UTF8 = "not-utf8"
"""In place of a content's id: the name of the file is no text, so that nothing can name the file."""

ABSENT = "absent"
"""In place of a content: git has the file, and the work tree was told to leave it out."""

_blob = re.compile("[0-9a-f]{40,}").fullmatch
"""An id of git; the words above are shorter."""

_MODES = {"120000": LINK, "160000": REPOSITORY}
"""As git's index calls them."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file was when it was looked at: its content's id, or its size and time where only those are known."""

    blob: str
    size: int = 0
    mtime: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What has to be read again.

    Attributes:
        gone: paths that the register knows and the disk has no more.
        read: paths to read, with what they are now.
        state: to be remembered once all of it is in the register.
        unwatched: the same: of which files `status` says nothing, and of which index that is true.
        baseline: the same: the commit, and what it holds where the disk holds something else.
    """

    gone: tuple[str, ...]
    read: dict[str, Stamp]
    state: str = ""
    unwatched: str = ""
    baseline: str = ""


def changes(workspace: Workspace, register: Register, meanwhile: Callable[[], None] | None = None) -> Changes:
    """Return what changed, by git where there is one, else by size and time of every file.

    Args:
        meanwhile: what can be done until git answers.
    """
    if (workspace.root / ".git").exists():
        try:
            return _by_git(workspace.root, register, meanwhile)
        except GitError:
            pass
    return _by_time(workspace, register)


def changes_at(workspace: Workspace, register: Register, written: Collection[str]) -> Changes | None:
    """Return what changed in files that the caller has just written; all others are as the register was told last.

    git is asked about new files only, whether it was told to ignore them: to look at all files again would take longer
    than to check these. What git says of all is then not known, so that whoever asks next compares those that are not
    as the commit has them.

    Returns:
        `None` where everything has to be looked at.
    """
    before = register.meta("baseline")
    if not before or any(map(HALF.search, written)):
        return None
    commit, unseen, held = json.loads(before)
    there = {path: _stamp(workspace.root, path) for path in written}
    known = {path: register.one("SELECT blob FROM file WHERE path = ?", (path,)) for path in written}
    new = {path for path in written if path not in held and known[path] is None and there[path] is not None}
    try:
        if new and untracked(workspace.root, sorted(new)) != new:
            return None
    except GitError:
        return None
    held = {**{path: known[path] or "" for path in written}, **held}
    found = _difference(
        {path: blob for path, blob in known.items() if blob is not None},
        {path: stamp for path, stamp in there.items() if stamp is not None},
    )
    baseline = json.dumps([commit, unseen, held]) if len(held) <= MANY else ""
    return replace(found, unwatched=register.meta("unwatched"), baseline=baseline)


def changes_to(register: Register, files: Iterable[Tracked]) -> Changes:
    """Return what has to be read so that the register holds what a commit holds.

    Args:
        files: everything in the folder of records, as the commit has it.
    """
    here = _held((one.path, one.mode, one.blob) for one in files)
    return _difference(dict(register.ask("SELECT path, blob FROM file")), here)


def _held(files: Iterable[tuple[str, str, str]]) -> dict[str, Stamp]:
    """Return what git has of every file of which something is said, given by path, mode and blob."""
    here = {}
    for path, mode, blob in files:
        if is_record(path):  # nearly all: no more is asked about each
            here[path] = Stamp(_MODES.get(mode) or blob)
        elif is_looked_at(path):
            here[path] = Stamp(_MODES.get(mode) or NO_RECORD)
    return here


def is_blob(text: str) -> bool:
    """Whether what a register has for a file is the id of a content, and not a word that stands in the place of one."""
    return _blob(text) is not None


def blob_id(data: bytes) -> str:
    """Return the id that git gives to a content."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _by_git(root: Path, register: Register, meanwhile: Callable[[], None] | None) -> Changes:
    now = status(root, RECORDS, meanwhile)
    dirty = {path.rstrip("/"): _stamp(root, path.rstrip("/")) for path in sorted(now.dirty) if is_looked_at(path)}
    in_index = cache(lambda: index(root, RECORDS))  # asked once, and only where it is needed
    unseen = _unwatched(root, register, in_index)
    dirty |= {path: _stamp(root, path) or Stamp(ABSENT) for path in unseen.split("\0")[1:]}
    dirty |= {path: Stamp(IGNORED) for path in sorted(now.ignored) if is_record(path) and is_looked_at(path)}
    state, before = _state(now.commit, dirty), register.meta("baseline")
    if register.meta("state") == state:
        return Changes((), {}, state, unseen, before)
    baseline = _baseline(now, dirty, unseen)
    there: Mapping[str, Stamp | None] | None = _where_it_changed(root, before, baseline)
    if there is None:
        known = dict(register.ask("SELECT path, blob FROM file"))
        there = _held(tracked(in_index()))
    else:
        asked = {path: register.one("SELECT blob FROM file WHERE path = ?", (path,)) for path in {**there, **dirty}}
        known = {path: blob for path, blob in asked.items() if blob is not None}
    here = {path: stamp for path, stamp in {**there, **dirty}.items() if stamp is not None}
    return replace(_difference(known, here), state=state, unwatched=unseen, baseline=baseline)


MANY = 500
"""How many files that are not as the commit has them are remembered one by one."""


def _baseline(now: Status, dirty: Mapping[str, Stamp | None], unseen: str) -> str:
    """Return what is to be remembered of files that are not as the commit has them; nothing where that is not plain."""
    held = {path: _content(path, *now.held.get(path, ("", ""))) for path in dirty}
    is_plain = now.commit and now.dirty == now.held.keys() and len(dirty) <= MANY and not any(map(HALF.search, dirty))
    return json.dumps([now.commit, unseen.partition("\0")[2], held]) if is_plain else ""


def _where_it_changed(root: Path, before: str, baseline: str) -> dict[str, Stamp | None] | None:
    """Return what the commit holds where it can be another than the register knows, but for what is on the disk now.

    That is where files were not as their commit had them when the register was last fresh, and where the two commits
    differ. To ask for all files of a commit, and to compare them, takes as long as to check one of them.

    Returns:
        `None` where it is not known; all files must be asked for.
    """
    if not before or not baseline:
        return None
    (commit, unseen, held), (commit_now, unseen_now, _) = json.loads(before), json.loads(baseline)
    if unseen != unseen_now or not is_blob(commit):
        return None
    there = {path: Stamp(content) if content else None for path, content in held.items()}
    if commit != commit_now:
        try:
            others = differing(root, commit, commit_now, RECORDS)
            there |= {one.path: _as_held(one) for one in others if is_looked_at(one.path)}
        except GitError:  # it is no longer there
            return None
    return None if any(map(HALF.search, there)) else there


def _as_held(one: Tracked) -> Stamp | None:
    content = _content(one.path, one.mode, one.blob)
    return Stamp(content) if content else None


def _content(path: str, mode: str, blob: str) -> str:
    """The id of a tracked file's content, as git has it; empty where git has none."""
    return _MODES.get(mode) or (blob if not blob or is_record(path) else NO_RECORD)


def _unwatched(root: Path, register: Register, in_index: Callable[[], list[str]]) -> str:
    """Return which index git has, and after it the files of which `status` says nothing, with NUL between.

    They are read from the disk on every run. Which they are stands in the index, so git is asked again only where that
    is another file than last time.

    Args:
        in_index: see `git_files.index`.
    """
    try:
        stat = (root / ".git" / "index").stat()
    except OSError:  # it stands elsewhere, or there is none yet
        stat = None
    which = f"{stat.st_mtime_ns} {stat.st_size} {stat.st_ino}" if stat and "GIT_INDEX_FILE" not in os.environ else ""
    known = register.meta("unwatched") or ""
    if which and known.partition("\0")[0] == which:
        return known
    return "\0".join((which, *filter(is_looked_at, unwatched(in_index()))))


def _state(commit: str, dirty: dict[str, Stamp | None]) -> str:
    digest = sha256(commit.encode())
    for path, stamp in dirty.items():
        digest.update(f"\0{path}\0{stamp.blob if stamp else ''}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _difference(known: dict[str, str], here: dict[str, Stamp]) -> Changes:
    if not known:
        return Changes((), here)
    gone = tuple(path for path in known if path not in here)
    read = {path: stamp for path, stamp in here.items() if known.get(path) != stamp.blob}
    return Changes(gone, read)


def _by_time(workspace: Workspace, register: Register) -> Changes:
    """Compare size and time with those remembered; a file touched within the last look's clock tick is read again."""
    known = {
        path: (blob, size, mtime)
        for path, blob, size, mtime in register.ask("SELECT path, blob, size, mtime FROM file")
    }
    looked = int(register.meta("looked") or 0)
    here: dict[str, Stamp] = {}
    for path, size, mtime in _walk(workspace.root, workspace.records):
        blob, known_size, known_mtime = known.get(path, ("", -1, -1))
        if (size, mtime) == (known_size, known_mtime) and mtime < looked:
            here[path] = Stamp(blob, size, mtime)
        else:
            stamp = _stamp(workspace.root, path)
            if stamp is not None:
                here[path] = Stamp(stamp.blob, size, mtime)
    return _difference({path: blob for path, (blob, _, _) in known.items()}, here)


def _walk(root: Path, folder: Path) -> Iterator[tuple[str, int, int]]:
    """Every file below `folder` of which something is said, with size and time. Links are not followed."""
    pending = [folder]
    while pending:
        try:
            entries: Iterable[os.DirEntry[str]] = list(os.scandir(pending.pop()))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                pending.append(Path(entry.path))
            elif entry.is_symlink() or entry.is_file(follow_symlinks=False):
                path = Path(entry.path).relative_to(root).as_posix()
                if is_looked_at(path):
                    stat = entry.stat(follow_symlinks=False)
                    # a file that was put in the place of another, or edited by what keeps its time, has changed since
                    yield path, stat.st_size, max(stat.st_mtime_ns, stat.st_ctime_ns)


def _stamp(root: Path, path: str) -> Stamp | None:
    """What a file on the disk is now; `None` if it is not there."""
    file = root / path
    try:
        if file.is_symlink():
            return Stamp(LINK)
        if not file.is_file():
            return Stamp(REPOSITORY) if (file / ".git").exists() else None
        if not is_record(path):
            return Stamp(NO_RECORD)
        data = file.read_bytes()
        stat = file.stat()
    except OSError:
        return Stamp("unreadable")
    return Stamp(blob_id(data), stat.st_size, stat.st_mtime_ns)
