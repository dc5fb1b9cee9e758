"""Where the records are, and the office's settings."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.store.git import git_folder
from thidua.store.settings import SETTINGS_FILE, Settings, read_settings

if TYPE_CHECKING:
    from thidua.diagnostics import Finding

RECORDS = "records"


class NoWorkspace(Exception):
    """Neither the folder nor any above it holds records."""

    def __init__(self, start: Path) -> None:
        super().__init__(str(start))
        self.start = start


@dataclass(frozen=True, slots=True)
class Workspace:
    """A repository of records."""

    root: Path
    settings: Settings = field(default_factory=Settings)
    findings: tuple[Finding, ...] = ()

    @property
    def records(self) -> Path:
        return self.root / RECORDS

    @property
    def register_folder(self) -> Path:
        """Under the git folder; outside git in the user's cache folder. Never in the work tree."""
        inside = git_folder(self.root)
        if inside is not None:
            return inside / "thidua"
        name = hashlib.sha256(str(self.root.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        return _cache_folder() / "thidua" / name


def find_workspace(start: Path) -> Workspace:
    """Return the repository of records that `start` is in.

    Raises:
        NoWorkspace: there is none.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file() or (folder / RECORDS).is_dir():
            settings, findings = read_settings(folder / SETTINGS_FILE)
            return Workspace(folder, settings, findings)
    raise NoWorkspace(start)


def _cache_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
