"""Jinja2 over report templates: sandboxed, strict, and every text of a record escaped for Markdown."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateError, TemplateSyntaxError
from jinja2.exceptions import TemplateAssertionError, TemplateNotFound, TemplateRuntimeError, UndefinedError

from thidua.render import bonus_words, words
from thidua.render.compiled import Compiled
from thidua.render.folders import TemplateLoader
from thidua.render.marks import Chart, Marked, Safe, escape
from thidua.render.sandbox import Bounded, TooMuch
from thidua.value_class import dataclass
from thidua.vietnamese.numbers import roman

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.render.statutory_words import Cells


class Wrong(StrEnum):
    """What is often wrong with a template."""

    UNKNOWN_NAME = "unknown-name"
    """`name` is not what the report has."""
    UNKNOWN_FILTER = "unknown-filter"
    """`name` is no filter, or no test after `is`."""
    MISSING_FILE = "missing-file"
    """`name` is a template that is not there."""
    SYNTAX = "syntax"
    TOO_MUCH = "too-much"
    """It would use up memory or time."""
    NO_WORD_FILE = "no-word-file"
    NO_PLACE = "no-place"
    """A Word template lacks the tag `name`, alone in its paragraph."""
    MISPLACED = "misplaced"
    """A tag stands where Word allows none, such as between two cells."""
    OTHER = "other"


class BadTemplate(Exception):
    """A template cannot be used.

    Attributes:
        template: its file name.
        line: where in it; 0 if not known.
        reason: what Jinja2 says.
        wrong: the same for the words of a message.
        name: what is not known or not there; else empty.
        paragraph: where in a Word file, by its text; else empty.
    """

    def __init__(
        self, template: str, line: int, reason: str, wrong: Wrong = Wrong.OTHER, name: str = "", paragraph: str = ""
    ) -> None:
        super().__init__(f"{template}:{line}: {reason}")
        self.template = template
        self.line = line
        self.reason = reason
        self.wrong = wrong
        self.name = name
        self.paragraph = paragraph


MISTAKES = (TemplateError, TypeError, AttributeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What a template that is written wrong can raise while it is filled."""


@dataclass(slots=True)
class Headings:
    """Numbers sections (I, II, …) and their parts (1, 2, …), so that a section that is left out leaves no gap."""

    section_number: int = 0
    part_number: int = 0

    def section(self, title: str) -> Safe:
        self.section_number += 1
        self.part_number = 0
        return Safe(f"## {roman(self.section_number)}. {escape(title)}")

    def part(self, title: str) -> Safe:
        self.part_number += 1
        return Safe(f"### {self.part_number}. {escape(title)}")


def fill(
    template: str, folders: Iterable[Path], marked: Marked, values: dict[str, Any], *, leading_zero: bool = False
) -> str:
    """Return a template filled with a report.

    Args:
        template: file name; the first folder that has it wins.
        folders: the office's own templates first, then the program's.

    Raises:
        BadTemplate: it is not there, is no template, or names what the report does not have.
    """
    environment = _environment(folders, marked, leading_zero=leading_zero)
    try:
        return environment.paper(template, {**values, "headings": Headings()})
    except MISTAKES as error:
        raise mistake(error, template) from error


def mistake(error: Exception, template: str) -> BadTemplate:
    """Return what is wrong with a template, and in which line, from what its use has raised."""
    match error:
        case TemplateAssertionError() if found := _UNKNOWN_FILTER.search(error.message or ""):
            place = error.name or template, error.lineno
            return BadTemplate(*place, error.message or "", Wrong.UNKNOWN_FILTER, found[1])
        case TemplateSyntaxError():
            return BadTemplate(error.name or template, error.lineno, error.message or "", Wrong.SYNTAX)
        case TemplateRuntimeError() if found := _UNKNOWN_FILTER.search(error.message or ""):
            return BadTemplate(*_where(error, template), error.message or "", Wrong.UNKNOWN_FILTER, found[1])
        case TooMuch():
            name, line = _where(error, template)
            return BadTemplate(name, error.line or line, str(error), Wrong.TOO_MUCH)
        case TemplateNotFound():
            place, name = _where(error, template), str(error.name or "")
            return BadTemplate(*place, f"`{name}` not found", Wrong.MISSING_FILE, name)
        case UndefinedError() if found := _UNKNOWN_NAME.search(error.message or ""):
            return BadTemplate(*_where(error, template), str(error), Wrong.UNKNOWN_NAME, found[1] or found[2])
        case _:
            return BadTemplate(*_where(error, template), str(error))


_UNKNOWN_FILTER = re.compile(r"^No (?:filter|test) named '(.+?)'(?: found)?\.$")
_UNKNOWN_NAME = re.compile(r"^'(\w+)' is undefined$|has no attribute '(.+)'$")


def _where(error: BaseException, template: str) -> tuple[str, int]:
    """The innermost line of a template in a traceback."""
    found, trace = (template, 0), error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            found = Path(name).name, trace.tb_lineno
        trace = trace.tb_next
    return found


def _environment(folders: Iterable[Path], marked: Marked, *, leading_zero: bool) -> Bounded:
    environment = Bounded(
        loader=TemplateLoader(folders), finalize=_printed, autoescape=False, bytecode_cache=Compiled()
    )
    figures = words.Figures(marked, leading_zero=leading_zero)
    statutory = _Statutory(figures, marked)
    environment.filters.update(
        label=words.label,
        number=words.number,
        percent=words.percent,
        long=words.day_long,
        table=words.day_table,
        born=words.born,
        cited=words.day_cited,
        period=words.period,
        sentence=words.sentence,
        listed=words.listed,
        person=words.person,
        figure=figures.figure,
        named=figures.named,
        numbers=figures.numbers,
        note=marked.note,
        multiple=bonus_words.multiple,
        bonus=bonus_words.label,
        grounds=bonus_words.grounds,
        remark=bonus_words.remark,
        cell=statutory.cell,
        because=statutory.because,
        statutory=statutory.label,
        numbered=marked.numbered,
        upper=lambda text: str(text).upper(),
    )
    environment.globals.update(chart=lambda title, lines: marked.chart(_chart(title, lines)))
    return environment


class _Statutory:
    """The filters of statutory tables; their words are loaded only where there is such a table."""

    def __init__(self, figures: words.Figures, marked: Marked) -> None:
        self._for = figures, marked

    def cell(self, cell: Any) -> Safe:
        return self._cells.cell(cell)

    @cached_property
    def _cells(self) -> Cells:
        from thidua.render.statutory_words import Cells

        return Cells(*self._for)

    def because(self, reasons: Any) -> str:
        from thidua.render.statutory_words import because

        return because(reasons)

    def label(self, slug: str) -> str:
        from thidua.render.statutory_words import label

        return label(slug)


def _printed(value: object) -> object:
    if value is None:
        return ""
    return escape(value) if isinstance(value, str) else value


def _chart(title: str, lines: Iterable[Any]) -> Chart:
    """A bar for each number of a table of awards: one award, one kind of recipient."""
    bars = []
    for line in lines:
        numbers = line.numbers
        cells = (numbers.collectives, numbers.households, numbers.individuals, numbers.unsplit)
        kinds = ("tập thể", "hộ gia đình", "cá nhân", "chưa tách")
        bars += [(f"{line.name}: {kind}", int(f.value)) for f, kind in zip(cells, kinds, strict=True) if f is not None]
    return Chart(title, tuple(bars))
