"""The code that stands at the foot of a report, and what the file carries with it for `thidua verify`."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

from thidua.render.visible import json_lines, markdown_lines, page_lines, word_lines
from thidua.report.fingerprint import code_of
from thidua.value_class import dataclass

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Sequence

KIND = "thidua:1"
BLANK = "0000-0000-0000"
"""In place of the digest of a file's own text while that is being made."""

CARRIED = re.compile(r"thidua:(\d{1,4}):([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}):([A-Za-z0-9_=-]+)")
"""What a file carries: the format, the digest of its own text, and the evidence."""

_PAGE_END = re.compile(r"(?i)</main\s*>"), re.compile(r"(?i)</body\s*>")
_PARAGRAPH = (
    '<w:p><w:pPr><w:spacing w:before="240" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="right"/></w:pPr>'
    '<w:r><w:rPr><w:i/><w:sz w:val="16"/></w:rPr><w:t xml:space="preserve">{line}</w:t></w:r></w:p>'
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A code, and the evidence it was made of, packed."""

    code: str
    evidence: str

    @property
    def line(self) -> str:
        return f"Mã kiểm tra: {self.code} (đối chiếu với bản ghi bằng lệnh thidua verify)"

    def carried(self, own: str = BLANK) -> str:
        return f"{KIND}:{own}:{self.evidence}"


def own_digest(lines: Sequence[str]) -> str:
    """Return the digest of what a reader sees of a file."""
    return code_of("\n".join(lines).encode("utf-8", "surrogatepass"))


def markdown(text: str, stamp: Stamp) -> str:
    """Return a report in Markdown with its code; what it carries is a comment, which no viewer shows."""
    stamped = f"{text}\n*{stamp.line}*\n"
    return f"{stamped}\n<!-- {stamp.carried(own_digest(markdown_lines(stamped)))} -->\n"


def page(text: str, stamp: Stamp) -> str:
    """Return a report in HTML with its code."""
    ends = (max((found.start() for found in end.finditer(text)), default=-1) for end in _PAGE_END)
    last = next((place for place in ends if place >= 0), len(text))
    import html

    foot = f'<footer class="ma"><p>{html.escape(stamp.line)}</p></footer>\n'
    stamped = f"{text[:last]}{foot}{text[last:]}"
    comment = f"<!-- {stamp.carried(own_digest(page_lines(stamped)))} -->\n"
    return f"{text[:last]}{foot}{comment}{text[last:]}"


def data(report: dict[str, Any], stamp: Stamp) -> str:
    """Return a report as JSON with its code."""
    told = {**report, "fingerprint": {"code": stamp.code, "carried": ""}}
    told["fingerprint"]["carried"] = stamp.carried(own_digest(json_lines(told)))
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def word(document: bytes, stamp: Stamp) -> bytes:
    """Return a report in Word with its code as the last paragraph; what it carries stands among its properties."""
    import html
    import zipfile

    steady = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        parts = {name: old.read(name) for name in old.namelist()}
        text = parts["word/document.xml"].decode("utf-8")
        end = max(text.rfind("<w:sectPr"), 0) or text.rfind("</w:body>")
        parts["word/document.xml"] = (
            text[:end] + _PARAGRAPH.format(line=html.escape(stamp.line, quote=False)) + text[end:]
        ).encode()
        carried = stamp.carried(own_digest(word_lines(parts)))
        parts["docProps/core.xml"] = _described(parts["docProps/core.xml"].decode("utf-8"), carried).encode()
        for entry in old.infolist():
            new.writestr(_like(entry), parts[entry.filename])
    return steady.getvalue()


def _like(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    made = type(entry)(entry.filename, entry.date_time)
    made.compress_type, made.create_system = entry.compress_type, entry.create_system
    return made


def _described(properties: str, carried: str) -> str:
    """Properties of a Word file with their description set."""
    told = f"<dc:description>{carried}</dc:description>"
    without = re.sub(r"<dc:description\s*/>|<dc:description>[^<]*</dc:description>", "", properties)
    return without.replace("</cp:coreProperties>", f"{told}</cp:coreProperties>")


def pdf(document: bytes, stamp: Stamp) -> bytes:
    """Return a report in PDF, made with the stamp's code and words, with the digest of all its bytes in them."""
    blank, own = stamp.carried().encode("ascii"), stamp.carried(code_of(document)).encode("ascii")
    return document.replace(blank, own)


def pdf_digest(document: bytes, carried: str) -> str:
    """Return the digest that a PDF must carry if nothing in it was changed."""
    kind, number, _, evidence = carried.split(":", 3)
    blank = ":".join((kind, number, BLANK, evidence))
    return code_of(document.replace(carried.encode("ascii"), blank.encode("ascii")))
