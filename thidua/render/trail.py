"""What git tells of a row, as lines for people."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.diagnostics import Language, Text, printable
from thidua.store.steps import StepKind
from thidua.vietnamese.dates import article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.store.steps import FieldChange, Step

LONGEST = 80
"""Of a longer value only the beginning is shown."""

_TOLD = {
    StepKind.ADDED: Text("ghi vào {when}", "added {when}"),
    StepKind.CHANGED: Text("sửa {when}", "changed {when}"),
    StepKind.FOUND: Text(
        "đã có từ trước {when}; lịch sử git trên máy bắt đầu từ đó",
        "there before {when}, where the git history at hand begins",
    ),
    StepKind.NOT_COMMITTED: Text("chưa ghi vào git", "not committed yet"),
    StepKind.CHANGED_SINCE: Text("đã sửa, chưa ghi vào git", "changed, and not committed yet"),
}


def trail_lines(steps: Iterable[Step], language: Language, margin: str) -> Iterator[str]:
    """Yield a line for each step, and one for each field that it changed."""
    for step in steps:
        yield margin + _TOLD[step.kind].words(language, {"when": _when(step, language)})
        for change in step.changes:
            yield f"{margin}  {_change(change, language)}"


def _when(step: Step, language: Language) -> str:
    values = {"day": day_words(step.date, language), "who": _short(step.author) or "?", "commit": step.commit}
    return Text("ngày {day} bởi {who} (bản ghi git {commit})", "on {day} by {who} (commit {commit})").words(
        language, values
    )


def _change(change: FieldChange, language: Language) -> str:
    nothing = Text("(không có)", "(nothing)").words(language)
    before, after = (_short(value) or nothing for value in (change.before, change.after))
    return f"{printable(change.field)}: {before} → {after}"


def _short(text: str) -> str:
    text = printable(" ".join(text.split()))
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def day_words(day: str, language: Language) -> str:
    """A day as git has it, which may be none."""
    try:
        return day if language is Language.EN else article(date.fromisoformat(day))
    except ValueError:
        return day
