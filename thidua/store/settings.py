"""The office's settings, and how findings about fields that are not known are put."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from thidua.diagnostics import Finding, Place, Value
from thidua.source.plain import read_plain
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from thidua.source.document import Document
    from thidua.source.problem import Problem

SETTINGS_FILE = "thidua.yaml"
NO_PLAIN_FILE = "không phải tệp thường, not a plain file"
"""Why a pipe or a device is not read: it would have us wait for ever."""

MAX_BYTES = 64 << 10
"""The largest file of settings that is read."""

FORMAT = 1
"""The format of the record files that this program reads and writes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an office decided once.

    Attributes:
        format: of the record files; a later one belongs to a later program.
        organisation: whose records these are; the default of `--of`.
        language: `vi` or `en`, where neither `--lang` nor `THIDUA_LANG` says.
        main_branch: where reviewed records are.
        leading_zero: `co` where counts below ten are printed `05`.
        place: where the office's papers are dated.
        rounding: how bonus money is rounded; empty where it is as the law of the decision's day says.
    """

    format: str = str(FORMAT)
    organisation: str = ""
    language: str = "vi"
    main_branch: str = "main"
    leading_zero: str = "khong"
    place: str = ""
    rounding: str = ""


ALLOWED = {
    "format": (str(FORMAT),),
    "language": ("vi", "en"),
    "leading_zero": ("co", "khong"),
    "rounding": ("len", "gan-nhat", "khong"),
}
"""The settings that take one of a few values."""


def read_settings(file: Path) -> tuple[Settings, tuple[Finding, ...]]:
    """Return an office's settings, and what is wrong with them; where there is no file, the defaults."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return _unread({"variant": "os", "reason": NO_PLAIN_FILE})
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return _unread({"variant": "os", "reason": error.strerror or str(error)})
    if len(data) > MAX_BYTES:
        return _unread({"variant": "too-large", "bytes": max(file.stat().st_size, len(data)), "limit": MAX_BYTES})
    return understood_settings(data)


def understood_settings(data: bytes) -> tuple[Settings, tuple[Finding, ...]]:
    """Return the settings that a file's content gives, and what is wrong with them."""
    plain = read_plain(data.decode("utf-8", "replace"))
    if plain is not None and not _wrong(plain):
        return Settings(**plain), ()
    return _read_strictly(data)


def _unread(values: dict[str, Value]) -> tuple[Settings, tuple[Finding, ...]]:
    return Settings(), (Finding("TD001", Place(SETTINGS_FILE), values),)


def _wrong(fields: Mapping[str, object]) -> list[str]:
    """The names of fields that are not known or do not have a value they can have."""
    return [
        name
        for name, value in fields.items()
        if name not in Settings.__match_args__ or not isinstance(value, str) or value not in ALLOWED.get(name, (value,))
    ]


def _read_strictly(data: bytes) -> tuple[Settings, tuple[Finding, ...]]:
    from thidua.source.document import parse, read
    from thidua.source.problem import DocumentError

    try:
        document = parse(read(data))
    except DocumentError as error:
        values: dict[str, Value] = {"variant": error.problem.value, **error.values}
        place = Place(SETTINGS_FILE, span=error.span)
        return Settings(), (Finding(unreadable_code(error.problem), place, values),)
    wrong = _wrong(document.tree)
    right = {name: str(value) for name, value in document.tree.items() if name not in wrong}
    return Settings(**right), tuple(_finding(document, name) for name in wrong)


def _finding(document: Document, name: str) -> Finding:
    value = document.tree[name]
    known = Settings.__match_args__
    if name not in known:
        return Finding("TD005", Place(SETTINGS_FILE, span=document.key_span((name,))), unknown_field(name, known))
    place = Place(SETTINGS_FILE, span=document.span((name,)))
    if not isinstance(value, str):
        return Finding("TD007", place, {"variant": "text-expected", "field": name})
    allowed = ", ".join(ALLOWED[name])
    return Finding("TD007", place, {"variant": "list-bare", "field": name, "value": value, "allowed": allowed})


def unreadable_code(problem: Problem) -> str:
    """Return the code of what is found where a text cannot be read as plain data."""
    from thidua.source.problem import Problem

    if problem in (Problem.NOT_UTF8, Problem.CONTROL_CHARACTER, Problem.TOO_LARGE):
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
