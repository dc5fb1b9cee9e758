"""Word templates filled by docxtpl in the sandbox, and what is wrong with one, by paragraph."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader

from thidua.render.office import needed
from thidua.render.sandbox import Bounded
from thidua.render.templates import MISTAKES, BadTemplate, Wrong, mistake
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Environment

LARGEST = 20_000_000
"""Bytes of a template, packed."""

_PARAGRAPH = re.compile(r"<w:p([ >])")
_TAGS = re.compile(r"<[^>]+>")
_LONGEST = 120


class _OneText(BaseLoader):
    def __init__(self, text: str) -> None:
        self._text = text

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        return self._text, template, lambda: True


@dataclass(slots=True)
class _Filler:
    """Fills the parts of one file: its text, its headers and footers."""

    name: str
    lines: list[str] = field(default_factory=list)

    def part(self, source: str, part: object, values: dict[str, Any], environment: object = None) -> str:  # noqa: ARG002
        """In the place of docxtpl's own: in the sandbox, and one paragraph a line."""
        text = _PARAGRAPH.sub(r"\n<w:p\1", source)
        self.lines = text.splitlines()
        sandbox = Bounded(loader=_OneText(text), autoescape=True)
        made = sandbox.paper(f"{self.name}.j2", values)
        return re.sub(r"\n<w:p([ >])", r"<w:p\1", made)

    def mistake(self, error: Exception) -> BadTemplate:
        found = mistake(error, f"{self.name}.j2")
        line = self.lines[found.line - 1] if 0 < found.line <= len(self.lines) else ""
        paragraph = " ".join(_TAGS.sub("", line).split())[:_LONGEST]
        return BadTemplate(self.name, 0, found.reason, found.wrong, found.name, paragraph)


def filled(place: Path, values: dict[str, Any]) -> Any:
    """Return a template filled with values, as docxtpl has it.

    Raises:
        BadTemplate: it is no Word file, or names what there is not.
        MissingLibrary: docxtpl is not installed.
    """
    docxtpl, etree = needed("docxtpl"), needed("lxml.etree")
    no_package = needed("docx.opc.exceptions").PackageNotFoundError
    unreadable = (no_package, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError, ValueError)
    filler = _Filler(place.name)
    try:
        if place.stat().st_size > LARGEST:
            raise BadTemplate(place.name, 0, "larger than 20 MB", Wrong.NO_WORD_FILE)
        template = docxtpl.DocxTemplate(str(place))
        template.init_docx()
    except unreadable as error:
        raise BadTemplate(place.name, 0, str(error), Wrong.NO_WORD_FILE) from error
    template.render_xml_part = filler.part
    try:
        template.render(values, Bounded(autoescape=True), autoescape=True)
    except (etree.XMLSyntaxError, *MISTAKES) as error:
        if isinstance(error, etree.XMLSyntaxError):
            raise BadTemplate(place.name, 0, str(error), Wrong.MISPLACED) from error
        raise filler.mistake(error) from error
    return template
