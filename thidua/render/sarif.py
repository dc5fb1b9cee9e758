"""Findings as SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import thidua
from thidua.render.place_words import sentence
from thidua.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.diagnostics import Diagnostic, Label, Language, Waiver

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
"""What paths are relative to: the top of the repository, wherever it was checked out."""


def render(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """Return one log with one run; findings that a waiver lets pass are in it, as suppressed."""
    found = list(diagnostics)
    codes = sorted({one.code for one in found})
    run = {
        "tool": {"driver": _driver(codes, language)},
        "language": language.value,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": "the top of the repository"}}},
        "results": [_result(one, codes.index(one.code)) for one in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _driver(codes: list[str], language: Language) -> dict[str, Any]:
    return {
        "name": "thidua",
        "version": thidua.__version__,
        "language": language.value,
        "rules": [_rule(code, language) for code in codes],
    }


def _rule(code: str, language: Language) -> dict[str, Any]:
    one = rule(code)
    return {
        "id": code,
        "name": one.name,
        "shortDescription": {"text": one.title.words(language)},
        "fullDescription": {"text": one.why.words(language)},
        "defaultConfiguration": {"level": one.severity.value},
    }


def _result(one: Diagnostic, place: int) -> dict[str, Any]:
    text = f"{sentence(one)}\n{one.help}" if one.help else sentence(one)
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": place,
        "level": one.severity.value,
        "message": {"text": text},
        "locations": [_location(one.primary)],
        "partialFingerprints": {"thidua/v1": one.fingerprint},
        "suppressions": [_suppression(one.waiver)] if one.waiver else [],
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, **_location(label), "message": {"text": label.text or str(label)}}
            for number, label in enumerate(one.related, 1)
        ]
    if one.is_new is not None:
        result["baselineState"] = "new" if one.is_new else "unchanged"
    return result


def _location(label: Label) -> dict[str, Any]:
    start, end = label.span.start, label.span.end
    region = {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
    return {"physicalLocation": {"artifactLocation": _artifact(label.path), "region": region}}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path, safe="/", errors="backslashreplace"), "uriBaseId": ROOT}


def _suppression(waiver: Waiver) -> dict[str, Any]:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{waiver.reason} ({waiver.by}, {waiver.until})",
        "location": {"physicalLocation": {"artifactLocation": _artifact(waiver.path)}},
    }
