"""Findings for people: the line itself, with a mark right under what has to change."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.diagnostics import Diagnostic, Label, Language, Severity, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

SEVERITIES = {
    Severity.ERROR: Text("lỗi", "error"),
    Severity.WARNING: Text("cảnh báo", "warning"),
    Severity.NOTE: Text("lưu ý", "note"),
}
HELP = Text("cách sửa", "help")
CLEAN = Text("không có gì cần sửa", "nothing to mend")
NOTHING_NEW = Text("không có phát hiện mới", "nothing new")
FILES = Text("{files:count} tệp", "{files:count} files")
ONE_FILE = Text("1 tệp", "1 file")
SOME_FILES = Text("{files:count} trong {all:count} tệp", "{files:count} of {all:count} files")
WAIVED = Text("{n:count} phát hiện được miễn", "{n:count} waived")
OLD = Text("{n:count} phát hiện có từ trước", "{n:count} from before")
IS_WAIVED = Text("được miễn", "waived")
IS_OLD = Text("có từ trước", "from before")
WAIVER = Text("miễn", "waiver")
UNTIL = Text("{reason} ({by}; đến hết {until:day}) - {path}", "{reason} ({by}; until {until:day}) - {path}")
COUNTED = Text("{n:count} {what}", "{n:count} {what}")
PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.NOTE: "notes"}
TAB = 4
WIDEST = 160
"""A longer line is cut around its mark, with `…` on either side."""


def render(diagnostics: Iterable[Diagnostic], root: Path, language: Language) -> str:
    """Return findings as text without colour.

    Args:
        root: where the files are, whose lines are shown as they stand there.
    """
    lines = lru_cache(maxsize=64)(lambda path: _lines(root / path))
    return "\n".join("\n".join(_one(one, lines, language)) + "\n" for one in diagnostics)


def summary(
    counts: Mapping[Severity, int],
    files: int,
    language: Language,
    of: int | None = None,
    *,
    waived: int = 0,
    old: int = 0,
) -> str:
    """Return the last line: how many findings of each severity, in how many files.

    Args:
        of: how many files there are, where only some were looked at.
        waived: how many findings a waiver lets pass; they are not among `counts`.
        old: how many were there before the change; nor are these.
    """
    beside = [text.words(language, {"n": n}) for text, n in ((OLD, old), (WAIVED, waived)) if n]
    found = counted(counts, language)
    if beside:
        found = "; ".join((found or (NOTHING_NEW if old else CLEAN).words(language), *beside))
    about = FILES if files != 1 else ONE_FILE
    looked = (about if of is None else SOME_FILES).words(language, {"files": files, "all": of or 0})
    return f"\n{looked}: {found}\n" if found else f"{looked}: {CLEAN.words(language)}\n"


def counted(counts: Mapping[Severity, int], language: Language) -> str:
    """Return how many findings there are of each severity that has some."""
    return ", ".join(COUNTED.words(language, {"n": n, "what": _named(s, n, language)}) for s, n in counts.items() if n)


def _named(severity: Severity, n: int, language: Language) -> str:
    if language is Language.EN and n != 1:
        return PLURALS[severity]
    return SEVERITIES[severity].words(language)


def _lines(file: Path) -> list[str]:
    if not file.is_file():  # a pipe would be waited for, a device never ends
        return []
    try:
        return file.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").removeprefix("\ufeff").split("\n")
    except OSError:
        return []


def _one(diagnostic: Diagnostic, lines: object, language: Language) -> Iterator[str]:
    mark = IS_WAIVED if diagnostic.waiver else IS_OLD if diagnostic.is_new is False else None
    aside = f" ({mark.words(language)})" if mark else ""
    yield f"{SEVERITIES[diagnostic.severity].words(language)}[{diagnostic.code}]{aside}: {diagnostic.message}"
    labels = (diagnostic.primary, *diagnostic.related)
    gutter = max(len(str(label.span.start.line)) for label in labels)
    yield from _snippet("-->", diagnostic.primary, "^", lines, gutter)
    for label in diagnostic.related:
        yield from _snippet(":::", label, "-", lines, gutter)
    if diagnostic.waiver:
        said = {name: getattr(diagnostic.waiver, name) for name in ("reason", "by", "until", "path")}
        reason = " ".join(said["reason"].split())
        yield f"  = {WAIVER.words(language)}: {UNTIL.words(language, {**said, 'reason': reason})}"
    elif diagnostic.help:
        yield f"  = {HELP.words(language)}: {diagnostic.help}"


def _snippet(arrow: str, label: Label, mark: str, lines: object, gutter: int) -> Iterator[str]:
    span, here = label.span, lines(label.path)  # type: ignore[operator]
    margin = " " * gutter
    yield f"{margin} {arrow} {label}"
    if span.start.line > len(here):
        return
    line = here[span.start.line - 1]
    last = span.end.column if span.end.line == span.start.line else len(line) + 1
    line, first, last = _cut(line, span.start.column - 1, last - 1)
    # Vietnamese typed with combining marks has more characters than cells
    indent, width = cells(line[:first]), max(1, cells(line[first:last]))
    yield f"{margin} |"
    yield f"{span.start.line:>{gutter}} | {line}"
    yield f"{margin} | {' ' * indent}{mark * width} {label.text}".rstrip()
    yield f"{margin} |"


def _cut(line: str, first: int, last: int) -> tuple[str, int, int]:
    """Return the part of a line around its mark. Of a long line nothing else is looked at, since every finding asks."""
    line, first, last = _around(line, first, last)
    if "\t" in line:
        before, marked = _untabbed(line[:first]), _untabbed(line[:last])
        line, first, last = _around(_untabbed(line), len(before), len(marked))
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in line), first, last


def _around(line: str, first: int, last: int) -> tuple[str, int, int]:
    if len(line) <= WIDEST:
        return line, first, last
    start = max(0, first - WIDEST // 3)
    end = min(len(line), start + WIDEST)
    before, after = "…" if start else "", "…" if end < len(line) else ""
    shift = len(before) - start
    return before + line[start:end] + after, first + shift, min(last, end) + shift


def _untabbed(line: str) -> str:
    """Return a line with each tab as the spaces to its next stop, which are counted in cells."""
    shown = ""
    for place, part in enumerate(line.split("\t")):
        shown += (" " * (TAB - cells(shown) % TAB) if place else "") + part
    return shown


def cells(text: str) -> int:
    """Return how many cells of a terminal a text fills: none for combining characters, two for wide ones."""
    if text.isascii():
        return len(text)
    return sum(map(_cells_of, text))


@lru_cache(maxsize=4096)
def _cells_of(letter: str) -> int:
    """Each letter is asked about once: what is printed is made of few."""
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
