"""A report as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from thidua.render import words
from thidua.render.marks import Marked, escape, replace
from thidua.render.templates import fill
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from thidua.report.values import Trace

TEMPLATES = {
    "organisation-year": "organisation-year.md.j2",
    "bloc-year": "bloc-year.md.j2",
    "campaign": "campaign.md.j2",
    "bonus": "bonus.md.j2",
    "statutory": "statutory.md.j2",
    "decision": "decision.md.j2",
    "submission": "submission.md.j2",
    "list": "list.md.j2",
    "minutes": "minutes.md.j2",
    "bonus-list": "bonus-list.md.j2",
    "achievements": "achievements.md.j2",
}


@dataclass(frozen=True, slots=True)
class Body:
    """A report as marked Markdown, from which every other form is made."""

    text: str
    marked: Marked


def body(report: Any, folders: Iterable[Path], *, kind: str = "", leading_zero: bool = False) -> Body:
    """Return the text of a report with its marks.

    Args:
        kind: of paper, where it is not the report's own: a list of bonuses may be one for signatures.

    Raises:
        BadTemplate: see `templates.fill`.
    """
    marked = Marked()
    text = fill(TEMPLATES[kind or report.kind], folders, marked, {"report": report}, leading_zero=leading_zero)
    return Body(_tidied(text), marked)


def render(
    report: Any,
    folders: Iterable[Path],
    *,
    kind: str = "",
    trace: bool = False,
    leading_zero: bool = False,
    made: Body | None = None,
) -> str:
    """Return a report as Markdown.

    Args:
        made: its body, where that was made already.
        trace: after each figure a footnote with the records behind it, by file and line.

    Raises:
        BadTemplate: see `templates.fill`.
    """
    made = made or body(report, folders, kind=kind, leading_zero=leading_zero)
    text = replace(
        made.text,
        lambda number, shown: f"{shown}[^{number + 1}]" if trace else shown,
        lambda number: f" *(điểm cần kiểm tra số {number})*",
        lambda _: "",
    )
    if trace:
        notes = (f"[^{number}]: {_footnote(records)}\n" for number, records in enumerate(made.marked.figures, 1))
        text = f"{text}\n{''.join(notes)}"
    return _tidied(text)


def _footnote(records: tuple[Trace, ...]) -> str:
    return "; ".join(_place(record) for record in records) or "không có bản ghi"


def _place(record: Trace) -> str:
    rows = f" ({words.behind(record)})" if words.behind(record) else ""
    label = f"{escape(record.label)}: " if record.label else ""
    place = re.sub(r"[`\s]+", " ", record.place)  # a file may be called anything
    return f"{label}`{place}`{rows}"


def _tidied(text: str) -> str:
    """No blanks at the ends of lines, one empty line at the most, one before each heading, a newline at the end."""
    text = re.sub(r"(?m)(?<=[^\n])\n(#{1,6} )", r"\n\n\1", text)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip("\n") + "\n"
