"""The filters of report templates: figures, days, periods and closed lists as Vietnamese offices write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua.model.labels import LABELS
from thidua.model.period import Period, PeriodKind
from thidua.render.marks import FIGURE, FIGURE_TEXT, Marked, Safe, escape
from thidua.report.span import Span
from thidua.vietnamese import dates
from thidua.vietnamese.numbers import amount, count, roman
from thidua.vietnamese.numbers import percent as percent_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.report.facts import NamedFigure
    from thidua.report.numbers import Numbers
    from thidua.report.values import Figure, Person, Trace

_LABELS = {str(slug): labels[0] for slug, labels in LABELS.items()}


def label(slug: str | None) -> str:
    """Return how a value of a closed list reads; the slug itself where it is of no list."""
    return _LABELS.get(slug, slug) if slug else ""


def number(value: int | Decimal | None, *, leading_zero: bool = False) -> str:
    """Return a number: `2.405`, `25,8`; with `leading_zero`, counts below ten as `05`."""
    if value is None:
        return ""
    if isinstance(value, int):
        return f"{value:02}" if leading_zero and 0 < value < 10 else count(value)
    return amount(value)


def figure_text(figure: Figure, *, leading_zero: bool = False) -> str:
    """Return a figure with its qualifier, whole and unit: `gần 2,5 tỷ USD`, `14/15`, `12%/năm`, `93,3 %`."""
    shown = number(figure.value, leading_zero=leading_zero)
    if figure.whole is not None:
        shown = f"{shown}/{number(figure.whole)}"
    if figure.unit == "%" and figure.whole is None:
        shown = percent(Decimal(figure.value))
    elif figure.unit and figure.unit.startswith("%"):
        shown += figure.unit
    elif figure.unit:
        shown += f" {figure.unit}"
    return f"{label(figure.qualifier)} {shown}" if figure.qualifier else shown


def behind(record: Trace) -> str:
    """Return what stands at a record's place: so many rows, or a number the file gives."""
    if record.counted is not None:
        return f"số lượng {count(record.counted)}"
    return f"{count(record.rows)} dòng" if record.rows > 1 else ""


def percent(value: Decimal | None) -> str:
    return "" if value is None else percent_text(value)


def day_long(day: date | None) -> str:
    """Return a day for running text: `ngày 06 tháng 3 năm 2020`."""
    return dates.long(day) if day else ""


def day_table(day: date | None) -> str:
    """Return a day for tables: `06/03/2020`."""
    return dates.short(day) if day else ""


def day_cited(day: date | None) -> str:
    """Return the day of a document that is cited: `06/3/2020`."""
    return dates.article(day) if day else ""


def born(when: date | int | None) -> str:
    """Return a day of birth, or its year where only that is known."""
    return day_table(when) if isinstance(when, date) else str(when or "")


def sentence(text: str) -> str:
    """Return a text that begins with a capital letter; one that begins with a number stays as it is."""
    start = text.index(FIGURE_TEXT) + 1 if text.startswith(FIGURE) else 0
    first = text[start : start + 1]
    begun = text[:start] + first.upper() + text[start + 1 :]
    return Safe(begun) if isinstance(text, Safe) else begun


def period(value: Period | Span | None) -> str:
    """Return a period in words: `năm 2023`, `9 tháng đầu năm 2023`, `năm học 2022 - 2023`."""
    if value is None:
        return ""
    if isinstance(value, Span):
        return _span(value.start, value.end)
    start, end = value.start, value.end
    match value.kind:
        case PeriodKind.SCHOOL_YEAR:
            return f"năm học {start.year} - {end.year}"
        case PeriodKind.STAGE if start.year != end.year:
            return f"giai đoạn {start.year} - {end.year}"
        case PeriodKind.QUARTER:
            return f"quý {roman((start.month + 2) // 3)} năm {start.year}"
        case PeriodKind.MONTHS:
            months = end.month - start.month + 1
            return f"{months} tháng {'đầu' if start.month == 1 else 'cuối'} năm {start.year}"
        case _:
            return _span(start, end)


def _span(start: date, end: date) -> str:
    from_first, to_last = (start.month, start.day) == (1, 1), (end.month, end.day) == (12, 31)
    if from_first and to_last:
        return f"năm {start.year}" if start.year == end.year else f"giai đoạn {start.year} - {end.year}"
    if (start.month, start.day, end.month, end.day, end.year) == (9, 1, 8, 31, start.year + 1):
        return f"năm học {start.year} - {end.year}"
    following = date.fromordinal(end.toordinal() + 1)
    if start.year == end.year and start.day == 1 and following.day == 1:
        months = end.month - start.month + 1
        if from_first:
            return f"quý I năm {start.year}" if months == 3 else f"{months} tháng đầu năm {start.year}"
        if months == 3 and start.month % 3 == 1:
            return f"quý {roman((start.month + 2) // 3)} năm {start.year}"
    return f"từ {dates.long(start)} đến {dates.long(end)}"


def listed(items: Iterable[str]) -> Safe:
    """Return `a, b và c`."""
    texts = [escape(item) for item in items]
    if len(texts) < 2:
        return Safe("".join(texts))
    return Safe(", ".join(texts[:-1]) + " và " + texts[-1])


def person(one: Person) -> Safe:
    """Return a person as a report names them: `đồng chí …, chức vụ, chức vụ`."""
    return escape(", ".join((f"đồng chí {one.name}", *one.positions)))


class Figures:
    """The filters that leave a mark, so that a reader can go from a figure to its records."""

    def __init__(self, marked: Marked, *, leading_zero: bool) -> None:
        self._marked = marked
        self._leading_zero = leading_zero

    def figure(self, figure: Figure | None, unit: str = "") -> Safe:
        """Return a figure, with a word after it that stays with it (`497 tập thể`)."""
        if figure is None:
            return Safe("")
        shown = figure.wording or figure_text(figure, leading_zero=self._leading_zero)
        return self._marked.figure(f"{shown} {unit}" if unit else shown, figure.records)

    def named(self, one: NamedFigure) -> Safe:
        """Return a figure with its name, in the order the language wants."""
        shown = self.figure(one.figure)
        if one.figure.wording and not one.figure.wording[0].isdigit():
            return shown
        named = f"{shown} {escape(one.name)}" if one.follows else f"{escape(one.name)}: {shown}"
        return Safe(named + (f" ({escape(one.against_plan)})" if one.against_plan else ""))

    def numbers(self, numbers: Numbers) -> Safe:
        """Return `497 tập thể, 12 hộ gia đình và 2.405 cá nhân`, without the kinds of which nothing is known."""
        kinds = (
            (numbers.collectives, "tập thể"),
            (numbers.households, "hộ gia đình"),
            (numbers.individuals, "cá nhân"),
            (numbers.unsplit, "lượt tập thể, cá nhân"),
        )
        return listed(self.figure(figure, kind) for figure, kind in kinds if figure is not None)
