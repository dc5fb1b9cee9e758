"""Where the records are, and the office's settings."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.store.digest import sha256
from thidua.store.git import git_folder
from thidua.store.remote import is_remote
from thidua.store.settings import SETTINGS_FILE, Settings, read_settings
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.diagnostics import Finding

RECORDS = "records"


class NoWorkspace(Exception):
    """Neither the folder nor any above it holds records."""

    def __init__(self, start: Path) -> None:
        super().__init__(str(start))
        self.start = start


class RecordsLinked(Exception):
    """`records/` is a link: what it leads to is not below the repository, and git says nothing of it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Workspace:
    """A repository of records.

    Attributes:
        findings: what is wrong with the settings.
        instead: contents by path that count in place of the disk's: a change that is only tried, or an older state.
    """

    root: Path
    settings: Settings = field(default_factory=Settings)
    findings: tuple[Finding, ...] = ()
    instead: Mapping[str, bytes] = field(default_factory=dict, compare=False)

    def read(self, path: str) -> bytes:
        """Return what is in a file, by its path from the root.

        Raises:
            OSError: it cannot be read.
        """
        return self.instead[path] if path in self.instead else read_file(f"{self.root}/{path}")

    @property
    def records(self) -> Path:
        return self.root / RECORDS

    @property
    def place_in_git(self) -> str:
        """Where the records stand below the top of their git repository; empty at the top, and outside git."""
        top = next((one for one in (self.root, *self.root.parents) if (one / ".git").exists()), self.root)
        return "" if top == self.root else self.root.relative_to(top).as_posix()

    @property
    def register_folder(self) -> Path:
        """Under the git folder; outside git in the user's cache folder. Never in the work tree."""
        inside = git_folder(self.root)
        return self._own_folder if inside is None else inside / "thidua"

    @property
    def index_folder(self) -> Path:
        """Where the register is: in its folder, but never on a disk in the network; those who write meet there all the same."""
        return self._own_folder if is_remote(self.root) else self.register_folder

    @property
    def _own_folder(self) -> Path:
        name = sha256(str(self.root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        return cache_folder() / "thidua" / name


_OPEN = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_MUCH = 1 << 16


def read_file(file: str) -> bytes:
    """Return what is in a file, without the layers of `open`: half of what reading a small file costs.

    Raises:
        OSError: it cannot be read.
    """
    handle = os.open(file, _OPEN)
    try:
        parts = []
        while part := os.read(handle, _MUCH):  # to the end: a disk may give less than was asked for
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(handle)


def find_workspace(start: Path) -> Workspace:
    """Return the repository of records that `start` is in.

    Raises:
        NoWorkspace: there is none.
        RecordsLinked: its folder of records is a link.
        OSError: `start` leads nowhere, as a link to itself.
    """
    try:
        here = start.resolve()
    except RuntimeError as error:  # what Python before 3.13 says of a link to itself
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(start)) from error
    for folder in (here, *here.parents):
        if _holds_records(folder):
            if _is_link(folder / RECORDS):
                raise RecordsLinked(folder / RECORDS)
            settings, findings = read_settings(folder / SETTINGS_FILE)
            return Workspace(folder, settings, findings)
    raise NoWorkspace(start)


def _holds_records(folder: Path) -> bool:
    try:
        return (folder / SETTINGS_FILE).is_file() or (folder / RECORDS).is_dir()
    except OSError:  # a name too long, a folder that must not be looked into
        return False


def _is_link(folder: Path) -> bool:
    """Whether a folder is a link, or a junction, as Windows has them (asked by Python 3.12 and later)."""
    return folder.is_symlink() or bool(getattr(os.path, "isjunction", lambda _: False)(folder))


def cache_folder() -> Path:
    """Where programs keep what can be made again; folders that are not absolute are not believed."""
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches"
    is_windows = sys.platform == "win32"
    given = Path(os.environ.get("LOCALAPPDATA" if is_windows else "XDG_CACHE_HOME") or ".")
    if given.is_absolute():
        return given
    return _home().joinpath("AppData", "Local") if is_windows else _home() / ".cache"


def _home() -> Path:
    """The user's home folder; where there is none, a place where nothing can be kept, so that the register is in memory."""
    try:
        home = Path.home()
    except RuntimeError:
        return Path(os.devnull)
    return home if home.is_absolute() else Path(os.devnull)
