"""Checking: all findings, in words, ordered by place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from thidua.app.fresh import Fresh, fresh
from thidua.diagnostics import Diagnostic, Finding, Label, Language, Place, Position, Severity, Span, Value
from thidua.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from thidua.store.register import Register
    from thidua.store.workspace import Workspace

LAW = "law/"
"""Before the name of a section of the law's data, where a finding names an entry that is none of a record."""

TOP = Span(Position(1, 1), Position(1, 1))


@dataclass(frozen=True)
class CheckResult:
    """All findings, ordered by place.

    Attributes:
        files: how many record files were looked at: those asked for, or all.
        parsed: how many files had to be read this time.
        all_files: how many record files there are.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: int
    parsed: int
    all_files: int

    @cached_property
    def counts(self) -> Mapping[Severity, int]:
        return {s: sum(1 for d in self.diagnostics if d.severity is s) for s in Severity}

    @property
    def passed(self) -> bool:
        return self.counts[Severity.ERROR] == 0


def check(
    workspace: Workspace, language: Language, today: date, paths: Iterable[str] = (), *, base: str = ""
) -> CheckResult:
    """Return what is wrong with the records.

    Args:
        paths: from the root, with `/`; only findings in these files or folders are returned. Empty for all.
        base: a revision; what it has sealed must be as it was.

    Raises:
        NoRevision: `base` is none.
    """
    state = fresh(workspace)
    return checked(state, language, today, paths, base=base)


def checked(state: Fresh, language: Language, today: date, paths: Iterable[str] = (), *, base: str = "") -> CheckResult:
    """Return the findings of a register that is fresh already."""
    found = [*findings(state, today), *_unsealed(state, base)]
    wanted = frozenset(paths)
    if not wanted:
        files = state.register.one("SELECT count(*) FROM file")
        return CheckResult(in_words(found, state.register, language), files, state.parsed, files)
    every = [path for (path,) in state.register.ask("SELECT path FROM file")]
    found = [one for one in found if _is_among(one.at.path, wanted)]
    files = sum(_is_among(path, wanted) for path in every)
    return CheckResult(in_words(found, state.register, language), files, state.parsed, len(every))


def _unsealed(state: Fresh, base: str) -> list[Finding]:
    """Return what a revision has sealed and is another now; nothing where none is asked for."""
    if not base:
        return []
    from thidua.app.as_of import base_of
    from thidua.app.sealed import broken_seals

    return broken_seals(state, base_of(state.workspace, base))


def _is_among(path: str, wanted: frozenset[str]) -> bool:
    """Whether a file is one of those asked for, or in one of the folders."""
    return path in wanted or any(str(folder) in wanted for folder in PurePosixPath(path).parents)


def findings(state: Fresh, today: date) -> list[Finding]:
    """Return every finding: those that are kept, those of today, those of the settings."""
    from thidua.app.today import found_today

    return [*state.workspace.findings, *state.register.findings(), *found_today(state, today)]


def in_words(found: Iterable[Finding], register: Register, language: Language) -> tuple[Diagnostic, ...]:
    """Return findings as diagnostics, ordered by place."""
    nearest = _Nearest(register)
    return tuple(sorted((_diagnostic(one, nearest, language) for one in found), key=lambda d: d.sort_key))


def _diagnostic(finding: Finding, nearest: _Nearest, language: Language) -> Diagnostic:
    one = rule(finding.code)
    values: dict[str, Value] = {**finding.values}
    if "target" in values and "folder" in values:
        values["nearest"] = nearest(str(values["folder"]), str(values["target"]))
        values["variant"] = "near" if values["nearest"] else ""
    wording = one.words(values)
    return Diagnostic(
        code=finding.code,
        severity=one.severity,
        message=wording.message.words(language, values),
        primary=_label(finding.at),
        related=tuple(_label(place) for place in finding.related),
        help=wording.help.words(language, values) if wording.help else None,
    )


def _label(place: Place) -> Label:
    return Label(place.path, place.span or TOP)


class _Nearest:
    """The id that was most likely meant, among those there are now."""

    def __init__(self, register: Register) -> None:
        self._ids = lru_cache(maxsize=None)(lambda folder: _ids(register, folder))

    def __call__(self, folder: str, target: str) -> str:
        from rapidfuzz import process
        from rapidfuzz.distance import JaroWinkler

        best = process.extractOne(target, self._ids(folder), scorer=JaroWinkler.similarity, score_cutoff=0.8)
        return best[0] if best else ""


def _ids(register: Register, folder: str) -> list[str]:
    if folder.startswith(LAW):
        section = folder.removeprefix(LAW)
        return [row[0] for row in register.ask("SELECT id FROM law_id WHERE section = ? ORDER BY id", (section,))]
    ids = [row[0] for row in register.ask("SELECT record FROM file WHERE folder = ? ORDER BY record", (folder,))]
    if folder == "catalogue":
        ids += [row[0] for row in register.ask("SELECT id FROM catalogue ORDER BY id")]
    return ids
