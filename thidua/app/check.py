"""Checking: all findings, in words, ordered by place."""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from thidua.app.fresh import Fresh, fresh
from thidua.app.nearest import Nearest
from thidua.app.same_finding import fingerprint, told_apart
from thidua.diagnostics import (
    Diagnostic,
    Finding,
    Label,
    Language,
    Place,
    Position,
    Severity,
    Span,
    Text,
    Value,
    Waiver,
    route_text,
)
from thidua.rules import rule
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from thidua.store.register import Register
    from thidua.store.workspace import Workspace

ABOUT = Text("{message} (nói về {place})", "{message} (about {place})")
"""How a finding is put that stands in another file than the one it is about."""

SOURCE = Text("{article}", "{article_en}")
"""The legal text behind a finding, as the values of its message call it."""

TOP = Span(Position(1, 1), Position(1, 1))


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding, which waiver lets it pass, and whether a change brought it.

    Attributes:
        stands: where it is printed, and what beside it, where that is not as it was found.
    """

    finding: Finding
    waiver: Waiver | None = None
    is_new: bool | None = None
    stands: Finding | None = None

    @property
    def path(self) -> str:
        return (self.stands or self.finding).at.path


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
        """How many there are of each severity, without those that are let pass or older than the change."""
        return {s: sum(1 for d in self.diagnostics if d.severity is s and d.counts) for s in Severity}

    @property
    def waived(self) -> int:
        return sum(one.waiver is not None for one in self.diagnostics)

    @property
    def old(self) -> int:
        return sum(one.waiver is None and one.is_new is False for one in self.diagnostics)

    @property
    def passed(self) -> bool:
        return self.counts[Severity.ERROR] == 0


def check(
    workspace: Workspace,
    language: Language,
    today: date,
    paths: Iterable[str] = (),
    *,
    since: str = "",
    base: str = "",
) -> CheckResult:
    """Return what is wrong with the records.

    Args:
        paths: from the root, with `/`; only findings in these files or folders are returned. Empty for all.
        since: a revision; only findings that were not there then decide whether the check passed.
        base: a revision; what it has sealed must be as it was.

    Raises:
        NoRevision: `since` or `base` is none.
    """
    state = fresh(workspace)
    try:
        nearest = Nearest(state.register)
        judged = _judged(state, [*findings(state, today), *_unsealed(state, base)], today)
        if since:
            judged = _compared(state, judged, today, since)
        result = _result(state, judged, frozenset(paths), nearest, language)
        nearest.keep()
        return result
    finally:
        state.register.close()


def _result(
    state: Fresh, judged: list[Judged], wanted: frozenset[str], nearest: Nearest, language: Language
) -> CheckResult:
    """Return the findings of the files that were asked for, in words."""
    if not wanted:
        files = state.register.one("SELECT count(*) FROM file")
        return CheckResult(_worded(judged, nearest, language), files, state.parsed, files)
    every = [path for (path,) in state.register.ask("SELECT path FROM file")]
    judged = [one for one in judged if _is_among(one.path, wanted)]
    files = sum(_is_among(path, wanted) for path in every)
    return CheckResult(_worded(judged, nearest, language), files, state.parsed, len(every))


def _judged(state: Fresh, found: list[Finding], today: date) -> list[Judged]:
    """Say of every finding whether a waiver lets it pass."""
    from thidua.app.waived import waiver_of, waivers

    waiver = waiver_of(waivers(state.register, today))
    return [Judged(one, waiver(one)) for one in found]


def _compared(state: Fresh, judged: list[Judged], today: date, revision: str) -> list[Judged]:
    """Say of every finding whether it was there in a revision; new ones stand in a file that changed."""
    from thidua.app.as_of import base_of
    from thidua.app.since import brought, on_changed_side, since

    before = since(state, base_of(state.workspace, revision), today, findings)
    parts = []
    for some, known in (
        ([one for one in judged if one.waiver is None], before.counting),
        ([one for one in judged if one.waiver is not None], before.every),
    ):
        for one, is_new in zip(some, brought((each.finding for each in some), known), strict=True):
            stands = on_changed_side(one.finding, before.changed) if is_new else None
            parts.append(replace(one, is_new=is_new, stands=stands))
    return parts


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
    """Return every finding: those that are kept, those of today, those of the settings, those of useless waivers."""
    from thidua.app.today import found_today
    from thidua.app.waived import useless

    found = [*state.workspace.findings, *state.register.findings(), *found_today(state, today)]
    return [*found, *useless(state, found, today)]


def in_words(found: Iterable[Finding], register: Register, language: Language) -> tuple[Diagnostic, ...]:
    """Return findings as diagnostics, ordered by place."""
    return _worded(map(Judged, found), Nearest(register), language)


def _worded(judged: Iterable[Judged], nearest: Nearest, language: Language) -> tuple[Diagnostic, ...]:
    ordered = sorted((_diagnostic(one, nearest, language) for one in judged), key=lambda d: d.sort_key)
    return tuple(told_apart(ordered))


def _diagnostic(judged: Judged, nearest: Nearest, language: Language) -> Diagnostic:
    finding, stands = judged.finding, judged.stands or judged.finding
    one = rule(finding.code)
    values: dict[str, Value] = {**finding.values}
    if "target" in values and "folder" in values:
        values["nearest"] = nearest(str(values["folder"]), str(values["target"]))
        values["variant"] = "near" if values["nearest"] else ""
    wording = one.words(values)
    message = wording.message.words(language, values)
    if stands.at != finding.at:
        message = ABOUT.words(language, {"message": message, "place": str(_label(finding.at))})
    return Diagnostic(
        code=finding.code,
        severity=one.severity,
        message=message,
        primary=_label(stands.at),
        related=tuple(_label(place) for place in stands.related),
        help=wording.help.words(language, values) if wording.help else None,
        source=SOURCE.words(language, values) if values.get("article") else None,
        fingerprint=fingerprint(finding),
        waiver=judged.waiver,
        is_new=judged.is_new,
    )


def _label(place: Place) -> Label:
    return Label(place.path, place.span or TOP, field=route_text(place.route))
