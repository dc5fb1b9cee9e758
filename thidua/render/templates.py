"""Jinja2 over report templates: sandboxed, strict, and every text of a record escaped for Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from thidua.render import bonus_words, words
from thidua.render.marks import Chart, Marked, Safe, escape
from thidua.vietnamese.numbers import roman

if TYPE_CHECKING:
    from collections.abc import Iterable


class BadTemplate(Exception):
    """A template cannot be used.

    Attributes:
        template: its file name.
        line: where in it; 0 if not known.
        reason: what Jinja2 says.
    """

    def __init__(self, template: str, line: int, reason: str) -> None:
        super().__init__(f"{template}:{line}: {reason}")
        self.template = template
        self.line = line
        self.reason = reason


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
        return Safe(f"## {roman(self.section_number)}. {title}")

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
        return environment.get_template(template).render(values, headings=Headings())
    except MISTAKES as error:
        raise mistake(error, template) from error


def mistake(error: Exception, template: str) -> BadTemplate:
    """Return what is wrong with a template, and in which line, from what its use has raised."""
    match error:
        case TemplateSyntaxError():
            return BadTemplate(error.name or template, error.lineno, error.message or "")
        case TemplateNotFound():
            return BadTemplate(*_where(error, template), f"`{error.name}` not found")
        case _:
            return BadTemplate(*_where(error, template), str(error))


def _where(error: BaseException, template: str) -> tuple[str, int]:
    """The innermost line of a template in a traceback."""
    found, trace = (template, 0), error.__traceback__
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            found = Path(name).name, trace.tb_lineno
        trace = trace.tb_next
    return found


def _environment(folders: Iterable[Path], marked: Marked, *, leading_zero: bool) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    figures = words.Figures(marked, leading_zero=leading_zero)
    environment.filters.update(
        label=words.label,
        number=words.number,
        percent=words.percent,
        long=words.day_long,
        table=words.day_table,
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
        remark=bonus_words.remark,
        numbered=marked.numbered,
        upper=lambda text: str(text).upper(),
    )
    environment.globals.update(chart=lambda title, lines: marked.chart(_chart(title, lines)))
    return environment


def _printed(value: object) -> object:
    if value is None:
        return ""
    return escape(value) if isinstance(value, str) else value


def _chart(title: str, lines: Iterable[Any]) -> Chart:
    """Bars from lines with a name (or slug) and numbers: recipients of every kind together."""
    bars = []
    for line in lines:
        numbers = line.numbers
        known = [f for f in (numbers.collectives, numbers.households, numbers.individuals, numbers.unsplit) if f]
        name = getattr(line, "name", None) or words.label(line.slug) or "không ghi"
        bars.append((name, sum(int(f.value) for f in known)))
    return Chart(title, tuple(bars))
