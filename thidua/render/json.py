"""Findings as JSON. A key may be added at any time; removing or renaming one raises `version`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.diagnostics import Diagnostic, Label

VERSION = 1


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return findings as one JSON document."""
    found = {"version": VERSION, "diagnostics": [_one(one) for one in diagnostics]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _one(diagnostic: Diagnostic) -> dict[str, Any]:
    waiver = diagnostic.waiver
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "primary": _label(diagnostic.primary),
        "related": [_label(label) for label in diagnostic.related],
        "help": diagnostic.help,
        "source": diagnostic.source,
        "fingerprint": diagnostic.fingerprint,
        "waived": waiver is not None,
        "waiver": None if waiver is None else {"path": waiver.path, "reason": waiver.reason, "until": waiver.until},
        "new": diagnostic.is_new,
    }


def _label(label: Label) -> dict[str, Any]:
    start, end = label.span.start, label.span.end
    return {
        "path": label.path,
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
        "text": label.text,
        "field": label.field,
    }
