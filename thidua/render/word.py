"""A paper as a Word file: a template that the office edits in Word, filled, with the text of the paper at its place."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from datetime import datetime
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from thidua.render.blocks import Foot, Head, plain
from thidua.render.folders import is_inside
from thidua.render.office import needed
from thidua.render.stretches import stretches
from thidua.render.templates import BadTemplate, Wrong
from thidua.render.word_markup import markup
from thidua.render.word_template import filled
from thidua.render.xml_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from thidua.render.blocks import Block, Line

SHIPPED = "paper.docx"
"""The template of every paper that has none of its own."""

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CONTENT, _ANNEX = "\ue020", "\ue021"
_NO_DAY = datetime(2000, 1, 1)
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_BORDER = '<w:p xmlns:w="{w}"><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def render(
    blocks: Sequence[Block], title: str, folders: Iterable[Path], kind: str, *, on_its_side: bool = False
) -> bytes:
    """Return a Word file. The same blocks and template give the same bytes on any day.

    Args:
        kind: of the report or paper; a template of that name wins over `paper.docx`.
        on_its_side: all pages are; otherwise only those of wide tables.

    Raises:
        BadTemplate: the template cannot be used; it names the paragraph.
        MissingLibrary: docxtpl is not installed.
    """
    place = template_of(kind, folders)
    title = clean(title)
    template = filled(place, _values(blocks, title))
    document = template.docx
    if on_its_side:
        _turn(document.element.body.sectPr)
    before, after = _around_foot(blocks)
    parts = [(_CONTENT, before), (_ANNEX, after)]
    for mark, part in parts if after else reversed(parts):  # an empty mark must not stand behind the last page
        _put(document, place.name, mark, part, on_its_side=on_its_side)
    _first_page_once(document.element.body)
    return packed(document, title)


def template_of(kind: str, folders: Iterable[Path]) -> Path:
    """Return the template of a kind of paper.

    Raises:
        BadTemplate: there is none.
    """
    places = tuple(folders)
    for name in (f"{kind}.docx", SHIPPED):
        for folder in places:
            if (folder / name).is_file() and is_inside(folder / name, folder):
                return folder / name
    raise BadTemplate(SHIPPED, 0, "not found")


def packed(document: Any, title: str) -> bytes:
    """Return a document as a file that says nothing of when and by whom it was made."""
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.language = title[:255], "", "", "vi-VN"
    about.comments, about.revision, about.created, about.modified = "", 1, _NO_DAY, _NO_DAY
    written = io.BytesIO()
    document.save(written)
    steady = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(entry, old.read(name))
    return steady.getvalue()


def _values(blocks: Sequence[Block], title: str) -> dict[str, Any]:
    """What a template may name; docs/guide.md lists it."""
    head = next((block for block in blocks if isinstance(block, Head)), None)
    foot = next((block for block in blocks if isinstance(block, Foot)), None)
    cells = [*(head.rows if head else ()), *[((), ())] * 3]
    left, right = (_texts(foot.left), _texts(foot.right)) if foot else ([], [])
    has_recipients = foot is not None and foot.has_recipients
    beside = [] if has_recipients else left
    return {
        "title": title,
        "has_head": head is not None,
        "superior": plain(cells[0][0]),
        "superior_is_own": any(run.bold for run in cells[0][0]),
        "body": plain(cells[1][0]),
        "number": plain(cells[2][0]),
        "place_date": plain(cells[2][1]),
        "content": _mark(_CONTENT),
        "has_foot": foot is not None,
        "recipients": left[1:] if has_recipients else [],
        "beside": beside[:-1],
        "signer_beside": beside[-1] if beside else "",
        "capacity": right[:-1] or right,
        "signer": right[-1] if len(right) > 1 else "",
        "annex": _mark(_ANNEX),
    }


def _texts(lines: Sequence[Line]) -> list[str]:
    return [plain(line) for line in lines]


def _mark(sign: str) -> Markup:
    return Markup(f"<w:p><w:r><w:t>{sign}</w:t></w:r></w:p>")  # noqa: S704 - our own sign


def _around_foot(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    at = next((place for place, block in enumerate(blocks) if isinstance(block, Foot)), len(blocks))
    return tuple(blocks[:at]), tuple(blocks[at + 1 :])


def _put(document: Any, name: str, mark: str, blocks: Sequence[Block], *, on_its_side: bool) -> None:
    """Put blocks in the place of a mark; where the template has none, nothing is lost that it wanted."""
    body = document.element.body
    found = next((one for one in body.iterchildren(f"{{{_W}}}p") if _text(one) == mark), None)
    if found is None:
        if mark == _CONTENT or blocks:
            tag = "{{p content }}" if mark == _CONTENT else "{{p annex }}"
            raise BadTemplate(name, 0, f"no {tag}", Wrong.NO_PLACE, tag)
        return
    parts = list(stretches(blocks, on_its_side=on_its_side))
    for number, part in enumerate(parts):
        turned = part.on_its_side and not on_its_side
        if turned and (number or found.getprevious() is not None):
            found.addprevious(_section_end(body.sectPr))
        section = _turn(deepcopy(body.sectPr)) if turned else body.sectPr
        for element in _elements(part.blocks, _room(section)):
            _move(element, found)
        if not turned:
            continue
        if number == len(parts) - 1 and _is_last(found):
            _turn(body.sectPr)
        else:
            found.addprevious(_section_end(section))
    body.remove(found)


def _move(element: Any, mark: Any) -> None:
    """Put an element before a mark, row by row: libxml2 takes the square of the time for a long table moved at once."""
    inside = list(element)
    for one in inside:
        element.remove(one)
    mark.addprevious(element)
    element.extend(inside)


def _elements(blocks: Sequence[Block], room: int) -> list[Any]:
    parse = needed("docx.oxml").parse_xml
    text = "".join(markup(blocks, room))
    return list(parse(f'<w:body xmlns:w="{_W}">{text}</w:body>'))


def _text(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(f"{{{_W}}}t")).strip()


def _is_last(mark: Any) -> bool:
    """Whether nothing that is printed follows a mark."""
    return not any(_text(one) for one in mark.itersiblings())


def _section_end(section: Any) -> Any:
    """An empty line that ends the pages of a kind."""
    line = needed("docx.oxml").parse_xml(_BORDER.format(w=_W))
    line.pPr.append(deepcopy(section))
    return line


def _turn(section: Any) -> Any:
    """Turn the pages of a section on their side."""
    size = section.find(f"{{{_W}}}pgSz")
    wide, high = int(size.get(f"{{{_W}}}w")), int(size.get(f"{{{_W}}}h"))
    size.set(f"{{{_W}}}w", str(max(wide, high)))
    size.set(f"{{{_W}}}h", str(min(wide, high)))
    size.set(f"{{{_W}}}orient", "landscape")
    return section


def _room(section: Any) -> int:
    size, margin = section.find(f"{{{_W}}}pgSz"), section.find(f"{{{_W}}}pgMar")
    return int(size.get(f"{{{_W}}}w")) - int(margin.get(f"{{{_W}}}left")) - int(margin.get(f"{{{_W}}}right"))


def _first_page_once(body: Any) -> None:
    """Only the first page of the paper goes without its number, not the first of each kind of pages."""
    for section in list(body.iter(f"{{{_W}}}sectPr"))[1:]:
        for found in section.findall(f"{{{_W}}}titlePg"):
            section.remove(found)
