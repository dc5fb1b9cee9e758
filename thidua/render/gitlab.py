"""Findings as a Code Quality report of GitLab.

GitLab tells new findings from old ones by their fingerprints, and shows one finding for each.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Diagnostic, Severity
from thidua.render.place_words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEVERITIES = {Severity.ERROR: "blocker", Severity.WARNING: "major", Severity.NOTE: "info"}
"""An error is what must not be merged."""


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one JSON list; findings that a waiver lets pass are not in it."""
    found = [_one(one) for one in diagnostics if one.waiver is None]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _one(diagnostic: Diagnostic) -> dict[str, Any]:
    span = diagnostic.primary.span
    said = {"description": sentence(diagnostic), "check_name": diagnostic.code, "fingerprint": diagnostic.fingerprint}
    more = {"content": {"body": diagnostic.help}} if diagnostic.help else {}
    return {
        **said,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": diagnostic.primary.path,
            "lines": {"begin": span.start.line, "end": max(span.start.line, span.end.line)},
        },
        **more,
    }
