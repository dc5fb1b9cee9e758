"""Writing files so that a reader, or a power cut, meets the old file or the new one and never half of either."""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from thidua.store.journal import Journal, Move, Removal, digest, journal_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from types import TracebackType

RETRIES = 20
"""On Windows a file that somebody reads cannot be replaced or removed; how often to try again, 50 ms apart."""


class OutsideRepository(Exception):
    """A path that leads out of the repository, by `..`, by a link, or by being absolute."""


PREFIX, SUFFIX = ".thidua-", ".tmp"
"""How a file is called before it takes the place of another."""


def write(root: Path, path: str, text: str | bytes, note: Path | None = None) -> None:
    """Put `text` into the file at `path`, whole or not at all.

    Args:
        path: from `root`, with `/`.
        note: as in `write_all`.

    Raises:
        OutsideRepository: see the class.
        OSError: the disk is full, the folder cannot be written.
    """
    write_all(root, {path: text}, note)


def write_all(
    root: Path, texts: Mapping[str, str | bytes], note: Path | None = None, gone: Collection[str] = ()
) -> None:
    """Write several files, and remove others. All are on the disk under other names before the first takes its place.

    A link at one of the paths is itself replaced by the file; what it leads to stays as it is.

    Args:
        note: a file outside the work tree that says, while writing, what is going on; `clear_up` needs it. With it, a
            program that is killed leaves all of the old files, or what `clear_up` makes all of the new ones.
        gone: paths of files that are no more, when the others are written.

    Raises:
        OutsideRepository, OSError: as `write`; no file has changed unless the disk fails between two renames.
    """
    ready: list[tuple[Path, Path]] = []
    folders = tuple(sorted({_from(root, inside(root, path).parent) for path in (*texts, *gone)}))
    if note is not None:
        Journal(folders).keep(note)
    try:
        for path, text in texts.items():
            target = inside(root, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            ready.append((_beside(target, text), target))
        if note is not None and len(ready) + len(gone) > 1:
            _journal(root, folders, ready, gone).keep(note)
        for temporary, target in ready:
            _patiently(partial(temporary.replace, target))
    except BaseException:
        for temporary, _ in ready:
            with suppress(OSError):
                temporary.unlink()
        raise
    for path in gone:
        take_away(root, path)
    for folder in {target.parent for _, target in ready}:
        _sync_folder(folder)
    if note is not None:
        note.unlink(missing_ok=True)


def _journal(root: Path, folders: tuple[str, ...], ready: Iterable[tuple[Path, Path]], gone: Iterable[str]) -> Journal:
    moves = (
        Move(_from(root, temporary), _from(root, target), digest(target), digest(temporary))
        for temporary, target in ready
    )
    return Journal(folders, tuple(moves), tuple(Removal(path, digest(root / path)) for path in gone))


def _from(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


class Aside:
    """Files that others write under other names; at the end all take their places, or none was ever there.

    With it, a program that is stopped while it writes leaves the old files.
    """

    def __init__(self) -> None:
        self._ready: list[tuple[Path, Path]] = []
        self._made: list[Path] = []
        self._gone: list[Path] = []

    def __enter__(self) -> Self:
        return self

    def at(self, target: Path) -> Path:
        """Return the empty file that is to be written in place of `target`; its folder is made.

        Raises:
            OSError: the folder cannot be written.
        """
        missing = [folder for folder in (target.parent, *target.parent.parents) if not folder.exists()]
        target.parent.mkdir(parents=True, exist_ok=True)
        self._made += missing
        temporary = _beside(target, "")
        self._ready.append((temporary, target))
        return temporary

    def without(self, old: Path) -> None:
        """Have a file removed when the others have taken their places, and its folder if nothing else is in it."""
        self._gone.append(old)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._put()
        finally:
            for temporary, _ in self._ready:
                with suppress(OSError):
                    temporary.unlink(missing_ok=True)
            deepest_first = sorted(set(self._made), key=lambda folder: len(folder.parts), reverse=True)
            for folder in deepest_first:  # one that holds anything is refused by the system
                with suppress(OSError):
                    folder.rmdir()

    def _put(self) -> None:
        for temporary, _ in self._ready:
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
        for temporary, target in self._ready:
            _patiently(partial(temporary.replace, target))
        for old in self._gone:
            _patiently(partial(old.unlink, missing_ok=True))
            with suppress(OSError):
                old.parent.rmdir()
        for folder in {target.parent for _, target in self._ready}:
            _sync_folder(folder)


def clear_up(root: Path, note: Path) -> None:
    """Finish what a killed writer had begun, or remove what it left. Only the holder of the lock may ask for it."""
    left = journal_of(note)
    with suppress(OutsideRepository):
        ends = [path for one in left.moves for path in (one.temporary, one.target)]
        for path in (*left.folders, *ends, *(one.path for one in left.gone)):
            inside(root, path)
        if left.is_open(root):
            left.finish(root)
    for folder in left.folders:
        with suppress(OSError, OutsideRepository):
            _clear(inside(root, folder))
    note.unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    for leftover in folder.glob(f"{PREFIX}*{SUFFIX}"):
        leftover.unlink(missing_ok=True)
    folder.rmdir()  # made for a file that never came; refused by the system where anything is in it


def take_away(root: Path, path: str) -> None:
    """Remove a file, and its folder if nothing else is in it.

    Raises:
        OutsideRepository, OSError: as `write`.
    """
    target = inside(root, path)
    _patiently(partial(target.unlink, missing_ok=True))
    with suppress(OSError):
        target.parent.rmdir()


def inside(root: Path, path: str) -> Path:
    """Return where `path` is on the disk.

    Raises:
        OutsideRepository: it leads out of `root`.
    """
    target = root / path
    if Path(path).is_absolute() or not target.resolve().is_relative_to(root.resolve()):
        raise OutsideRepository(path)
    return target


def _beside(target: Path, text: str | bytes) -> Path:
    temporary, handle = _new(target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _new(folder: Path) -> tuple[Path, int]:
    """Return a new empty file of a name that nobody has, and its handle; for the user alone, and no link."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    while True:
        temporary = folder / f"{PREFIX}{os.urandom(6).hex()}{SUFFIX}"
        with suppress(FileExistsError):
            return temporary, os.open(temporary, flags, 0o600)


def _mode(target: Path) -> int:
    is_kept = target.is_file() and not target.is_symlink()
    return stat.S_IMODE(target.stat().st_mode) if is_kept else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _patiently(change: Callable[[], object]) -> None:
    for attempt in range(RETRIES):
        try:
            change()
        except PermissionError:
            if sys.platform != "win32" or attempt == RETRIES - 1:
                raise
            time.sleep(0.05)
        else:
            return


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
