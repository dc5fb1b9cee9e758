"""Findings as annotations of a GitHub workflow.

GitHub shows at most ten of each kind per step and drops the rest without a word, so errors come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Diagnostic, Severity
from thidua.render.place_words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line a finding, errors first; those let pass, and those older than the change, have none."""
    order = list(Severity)
    told = (one for one in diagnostics if one.counts)
    return "".join(_one(one) for one in sorted(told, key=lambda d: order.index(d.severity)))


def _one(diagnostic: Diagnostic) -> str:
    span = diagnostic.primary.span
    properties = {
        "file": diagnostic.primary.path,
        "line": str(span.start.line),
        "col": str(span.start.column),
        "endLine": str(span.end.line),
        "endColumn": str(span.end.column),
        "title": diagnostic.code,
    }
    message = "\n".join(filter(None, [sentence(diagnostic), diagnostic.help]))
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_escaped(message)}\n"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
