"""What a reader sees of a paper, line by line, from a file that may be anybody's.

In which line of its file a record stands is left out, so that a comment in a record changes no paper.
"""

from __future__ import annotations

import io
import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from thidua.report.fingerprint import without_lines
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MOST_BYTES = 64 << 20
"""More than any report: of a file, and of all that is packed in it."""

_COMMENT = re.compile(r"(?m)^<!-- thidua:\d{1,4}:[0-9A-Z-]{14}:[A-Za-z0-9_=-]+ -->\n?")
_TAG = re.compile(r"<[^<>]*>")
_UNSEEN = re.compile(r"(?i)<(/?)(?:script|style)\b[^<>]*>")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math "
_PRINTED = re.compile(r"word/(?:header|footer)\d*\.xml")
LOOK = "html:"
"""How the line begins that stands for all that a page is beside its words."""


class NotThatFile(Exception):
    """A file is not of the form that its name says, or too large to be a report."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file shows, and where in it the words for `thidua verify` may stand.

    Attributes:
        lines: what a reader sees; empty for PDF, which is compared by its bytes.
        hidden: text that is not printed.
    """

    lines: tuple[str, ...]
    hidden: str


def seen(data: bytes, ending: str) -> Seen:
    """Return what a file shows.

    Raises:
        NotThatFile: see the class.
    """
    if len(data) > MOST_BYTES:
        raise NotThatFile("too large")
    match ending:
        case ".pdf":
            if not data.startswith(b"%PDF-"):
                raise NotThatFile("no PDF")
            return Seen((), data.decode("latin-1"))
        case ".docx":
            parts = _parts(data)
            return Seen(word_lines(parts), parts.get("docProps/core.xml", b"").decode("utf-8", "replace"))
        case ".json":
            told = _json(data)
            return Seen(json_lines(told), json.dumps(told.get("fingerprint"), ensure_ascii=False))
        case _:
            try:
                text = data.decode("utf-8-sig")
            except UnicodeDecodeError as error:
                raise NotThatFile(str(error)) from error
            return Seen(page_lines(text) if ending == ".html" else markdown_lines(text), text)


def markdown_lines(text: str) -> tuple[str, ...]:
    return _tidy(_COMMENT.sub("", text).splitlines())


def page_lines(text: str) -> tuple[str, ...]:
    """The words of a page, and one line for all else: marks and styles may hide words."""
    text = without_lines(_COMMENT.sub("", text.replace("\r\n", "\n")))
    words = _TAG.sub("", "".join(_shown(text)))
    look = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    from html import unescape

    return (*_tidy(unescape(words).splitlines()), LOOK + look)


def _shown(text: str) -> Iterator[str]:
    """A page without its scripts and styles."""
    shown_from = 0
    for found in _UNSEEN.finditer(text):
        if not found[1] and shown_from >= 0:
            yield text[shown_from : found.start()]
            shown_from = -1
        elif found[1]:
            shown_from = found.end() if shown_from < 0 else shown_from
    if shown_from >= 0:
        yield text[shown_from:]


def json_lines(report: dict[str, Any]) -> tuple[str, ...]:
    told = _without_places(report)
    code = report.get("fingerprint")
    told["fingerprint"] = code.get("code") if isinstance(code, dict) else None
    return tuple(json.dumps(told, ensure_ascii=False, indent=1).splitlines())


def word_lines(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    """The paragraphs of a Word file, those of headers and footers last."""
    around = sorted(line for name, part in parts.items() if _PRINTED.fullmatch(name) for line in _paragraphs(part))
    return _tidy((*_paragraphs(parts["word/document.xml"]), *around))


def _tidy(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(tidy for line in lines if (tidy := " ".join(without_lines(line).split())))


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        is_place = isinstance(value.get("path"), str)
        return {
            name: _without_places(its)
            for name, its in value.items()
            if not (is_place and name in ("line", "last") and isinstance(its, int))
        }
    return [_without_places(one) for one in value] if isinstance(value, list | tuple) else value


def _json(data: bytes) -> dict[str, Any]:
    try:
        told = json.loads(data, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise NotThatFile(str(error)) from error
    if not isinstance(told, dict):
        raise NotThatFile("no report")
    return told


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping; one that says a thing twice would say one thing to us and another to others."""
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ValueError("a key stands there twice")
    return told


# Word


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file that are looked at, unpacked as far as a report can be large."""
    import zipfile
    import zlib

    found: dict[str, bytes] = {}
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for entry in packed.infolist():
                if entry.filename not in ("word/document.xml", "docProps/core.xml") and not _PRINTED.fullmatch(
                    entry.filename
                ):
                    continue
                with packed.open(entry) as part:
                    found[entry.filename] = part.read(left + 1)
                left -= len(found[entry.filename])
                if left < 0:
                    raise NotThatFile("too large")
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise NotThatFile(str(error)) from error
    if "word/document.xml" not in found:
        raise NotThatFile("no Word file")
    return found


class _Paragraphs:
    """Gathers the text of each paragraph; text that is marked as hidden, or as deleted, is not seen.

    What a reader sees and is no text, as a sign of a font, a number before a paragraph or a note, leaves its name.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._open: list[list[str]] = []
        self._run: list[str] = []
        self._in_text = self._is_hidden = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name.removeprefix(_W).removeprefix(_M):
            case "p":
                self._open.append([])
            case "r":
                self._run, self._is_hidden = [], False
            case "t" | "instrText":
                self._in_text = True
            case "tab" | "br" | "cr":
                self._run.append(" ")
            case "noBreakHyphen":
                self._run.append("-")
            case "sym" | "footnoteReference" | "endnoteReference" | "object" | "drawing" | "pict" as what:
                self._run.append(f"[{what} {attributes.get(_W + 'char', '')}]")
            case "numPr" if self._open:
                self._open[-1].append("[numPr]")
            case "fldSimple" if self._open:
                self._open[-1].append(attributes.get(_W + "instr", ""))
            case "altChunk":
                self.lines.append("[altChunk]")
            case "vanish":
                self._is_hidden = attributes.get(_W + "val") not in ("0", "false", "off")

    def end(self, name: str) -> None:
        match name.removeprefix(_W).removeprefix(_M):
            case "p" if self._open:
                self.lines.append("".join(self._open.pop()))
            case "r" if self._open and not self._is_hidden:
                self._open[-1] += self._run
                self._run = []
            case "t" | "instrText":
                self._in_text = False

    def text(self, text: str) -> None:
        if self._in_text:
            self._run.append(text)


def _paragraphs(part: bytes) -> Iterator[str]:
    """The paragraphs of a part; one that declares a document type, and so entities, is not read."""
    from xml.parsers import expat

    found = _Paragraphs()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = found.start, found.end
    parser.CharacterDataHandler = found.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError) as error:
        raise NotThatFile(str(error)) from error
    yield from found.lines


def _refuse(*_: object) -> None:
    raise NotThatFile("a document type is declared")
