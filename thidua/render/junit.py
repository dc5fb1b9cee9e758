"""Findings as JUnit XML: one test case for a rule and a file, so that any server of builds can show them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from thidua.diagnostics import Diagnostic, Language, Severity
from thidua.render.place_words import sentence
from thidua.render.terminal import SEVERITIES
from thidua.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold, in whatever disguise."""


def render(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """Return one suite of test cases; where nothing was found, the one case that passed."""
    cases: dict[tuple[str, str], list[Diagnostic]] = defaultdict(list)
    for one in diagnostics:
        cases[one.primary.path, one.code].append(one)
    failed = sum(any(map(_fails, found)) for found in cases.values())
    counts = f'tests="{len(cases) or 1}" failures="{failed}" errors="0"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="thidua" {counts}>']
    lines.append(f'  <testsuite name="thidua validate" {counts} skipped="0">')
    for (path, code), found in cases.items():
        lines += _case(path, code, found, language)
    if not cases:
        lines.append('    <testcase classname="records" name="thidua validate"/>')
    return "\n".join((*lines, "  </testsuite>", "</testsuites>")) + "\n"


def _fails(one: Diagnostic) -> bool:
    return one.severity is Severity.ERROR and one.counts


def _case(path: str, code: str, found: list[Diagnostic], language: Language) -> Iterator[str]:
    name = f"{code} {rule(code).title.words(language)}"
    line = found[0].primary.span.start.line
    yield f'    <testcase classname={_quoted(path)} name={_quoted(name)} file={_quoted(path)} line="{line}">'
    failures = [one for one in found if _fails(one)]
    if failures:
        text = "\n".join(_told(one, language) for one in failures)
        yield f"      <failure type={_quoted(code)} message={_quoted(sentence(failures[0]))}>{_text(text)}</failure>"
    others = [one for one in found if not _fails(one)]
    if others:
        yield f"      <system-out>{_text(chr(10).join(_told(one, language) for one in others))}</system-out>"
    yield "    </testcase>"


def _told(one: Diagnostic, language: Language) -> str:
    first = f"{one.primary}: {SEVERITIES[one.severity].words(language)}[{one.code}]: {sentence(one)}"
    waived = f"waiver: {one.waiver.path}: {one.waiver.reason}" if one.waiver else ""
    return "\n".join(filter(None, (first, one.help, waived)))


def _text(text: str) -> str:
    return escape(_plain(text))


def _quoted(text: str) -> str:
    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    """Return a text without signs that no XML may hold; they are spelt out, as a terminal shows them."""
    return _NO_XML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
