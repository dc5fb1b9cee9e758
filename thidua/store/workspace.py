"""Where the records are, and the office's settings."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from thidua.diagnostics import Finding, Place, Value
from thidua.source.document import parse, read
from thidua.source.problem import DocumentError, Problem
from thidua.store.git import git_folder

SETTINGS_FILE = "thidua.yaml"
RECORDS = "records"
FORMAT = 1
"""The format of the record files that this program reads and writes."""


class NoWorkspace(Exception):
    """Neither the folder nor any above it holds records."""

    def __init__(self, start: Path) -> None:
        super().__init__(str(start))
        self.start = start


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office decided once.

    Attributes:
        organisation: whose records these are; the default of `--of`.
        leading_zero: counts below ten are printed `05`.
        unit_names: `khac-nhau` where the office declares that no two people of one unit share a name.
    """

    format: str = str(FORMAT)
    organisation: str = ""
    language: str = "vi"
    main_branch: str = "main"
    leading_zero: str = "khong"
    place: str = ""


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
            settings, findings = _read_settings(folder / SETTINGS_FILE)
            return Workspace(folder, settings, findings)
    raise NoWorkspace(start)


def _read_settings(file: Path) -> tuple[Settings, tuple[Finding, ...]]:
    if not file.is_file():
        return Settings(), ()
    try:
        document = parse(read(file.read_bytes()))
    except DocumentError as error:
        place = Place(SETTINGS_FILE, span=error.span)
        values: dict[str, Value] = {"variant": error.problem.value, **error.values}
        return Settings(), (Finding(unreadable_code(error.problem), place, values),)
    except OSError as error:
        return Settings(), (Finding("TD001", Place(SETTINGS_FILE), {"variant": "os", "reason": str(error)}),)
    known, findings = {}, []
    for name, value in document.tree.items():
        if name not in Settings.__dataclass_fields__:
            place = Place(SETTINGS_FILE, key=True, span=document.key_span((name,)))
            findings.append(Finding("TD005", place, unknown_field(name, tuple(Settings.__dataclass_fields__))))
        elif not isinstance(value, str):
            place = Place(SETTINGS_FILE, span=document.span((name,)))
            findings.append(Finding("TD007", place, {"variant": "text-expected", "field": name}))
        else:
            known[name] = value
    return Settings(**known), tuple(findings)


_UNREADABLE = (Problem.NOT_UTF8, Problem.CONTROL_CHARACTER, Problem.TOO_LARGE)


def unreadable_code(problem: Problem) -> str:
    """Return the code of what is found where a text cannot be read as plain data."""
    if problem in _UNREADABLE:
        return "TD001"
    return "TD003" if problem is Problem.DUPLICATE_KEY else "TD002"


def unknown_field(name: str, known: tuple[str, ...]) -> dict[str, Value]:
    """Return the values of TD005: what was most likely meant, else what there is to choose from."""
    meant = nearest(name, known)
    values: dict[str, Value] = {"field": name, "nearest": meant, "known": ", ".join(known)}
    return {"variant": "near" if meant else "" if known else "bare", **values}


def nearest(word: str, known: tuple[str, ...]) -> str:
    """Return the known word that was most likely meant, or the empty text."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, 1, 0.6)), "")


def _cache_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
