"""The time that options ask for: a year, or from one day to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.cli.here import fail
from thidua.cli.language import words

if TYPE_CHECKING:
    from datetime import date

    from thidua.report.span import Span


def typed_year(text: str) -> Span:
    """Return a year; ends the program where the text is none."""
    from thidua.model.period import FIRST_YEAR, LAST_YEAR
    from thidua.report.span import year_span

    is_year = text.isascii() and text.isdecimal() and len(text) == len(str(FIRST_YEAR))
    if not (is_year and FIRST_YEAR <= int(text) <= LAST_YEAR):
        fail(words(f"`{text}` không phải là năm", f"`{text}` is not a year"))
    return year_span(int(text))


def typed_days(start: str, end: str) -> tuple[date, date]:
    """Return what `--from` and `--to` say; ends the program where that is no span of days."""
    first, last = _day("--from", start), _day("--to", end)
    if last < first:
        fail(words("`--to` đứng trước `--from`", "`--to` is before `--from`"))
    return first, last


def _day(option: str, text: str) -> date:
    from thidua.vietnamese.dates import NotADay, read_day

    try:
        return read_day(text)
    except NotADay:
        fail(
            words(
                f"`{option} {text}`: không phải ngày; viết như 06/3/2020",
                f"`{option} {text}`: not a day; write it as 2020-03-06",
            )
        )
