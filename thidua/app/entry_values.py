"""What a person typed → a day, a number, a period or a value of a list, as records have it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from thidua.app.entry_error import EntryError
from thidua.diagnostics import Language, Text, Value
from thidua.model.labels import LABELS
from thidua.model.lists import YesNo
from thidua.model.period import NotAPeriod, read_period
from thidua.vietnamese.dates import DayFault, NotADay, article, read_day
from thidua.vietnamese.numbers import NotANumber, read_amount, read_count
from thidua.vietnamese.text import fold, slug, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_YEAR_WORD: Final = re.compile(r"(?:^|-)nam-(?=\d{4}(?:-\d{4})?$)")
_FROM_TO: Final = re.compile(r"(?i)^(?:từ\s+)?(?:ngày\s+)?(\S+)\s*(?:-|–|đến)\s*(?:ngày\s+)?(\S+)$")


_NO_DAY: Final = {
    DayFault.NO_YEAR: Text("`{typed}` chưa có năm; ghi như 06/3/2023", "`{typed}` has no year; write it as 06/3/2023"),
    DayFault.SHORT_YEAR: Text(
        "năm của `{typed}` chỉ có hai chữ số; ghi {suggestion}",
        "the year of `{typed}` has two digits only; write {suggestion}",
    ),
    DayFault.NO_DAY: Text("`{typed}` chưa có ngày; ghi như 06/3/2023", "`{typed}` names no day; write it as 06/3/2023"),
    DayFault.NO_SUCH_DAY: Text(
        "không có ngày `{typed}` trong lịch; ghi ngày trước, tháng sau",
        "there is no day `{typed}` in the calendar; write the day before the month",
    ),
    DayFault.UNCLEAR: Text(
        "`{typed}` không phải là ngày; ghi như 06/3/2023", "`{typed}` is not a day; write it as 06/3/2023"
    ),
}
_NO_COUNT: Final = Text(
    "`{typed}` không phải là số đếm; ghi như 30 hoặc 2.405", "`{typed}` is no count; write it as 30 or 2.405"
)
_NO_AMOUNT: Final = Text(
    "`{typed}` không phải là số; ghi như 25,8 hoặc 2.405",
    "`{typed}` is no number; write it as 25,8 or 2.405, the Vietnamese way",
)
_NO_PERIOD: Final = Text(
    "`{typed}` không phải là một kỳ; ghi như 2023, 2021-2025, năm học 2022-2023, quý II/2023, 9 tháng đầu năm 2023",
    "`{typed}` is not a period; write it as 2023, 2021-2025, nam-hoc-2022-2023, quy-2-2023, 9-thang-dau-2023",
)
_REVERSED: Final = Text("kỳ `{typed}` kết thúc trước khi bắt đầu", "the period `{typed}` ends before it starts")


def filled(said: Text, values: Mapping[str, Value]) -> Text:
    """Return words with `values` in their places."""
    return Text(*(said.words(language, values) for language in Language))


def day(typed: str, option: str = "") -> date:
    """Return the day that was typed.

    Raises:
        EntryError: it is no day, or not clear which.
    """
    try:
        return read_day(typed)
    except NotADay as error:
        suggestion = article(date.fromisoformat(error.suggestion)) if error.suggestion else "06/3/2023"
        said = _NO_DAY.get(error.reason, _NO_DAY[DayFault.UNCLEAR])
        values = {"typed": typed.strip(), "suggestion": suggestion}
        raise EntryError(filled(said, values), option) from error


def count(typed: str, option: str = "") -> int:
    """Return the whole number that was typed.

    Raises:
        EntryError: it is none.
    """
    return int(number(typed, option))


def period(typed: str, option: str = "") -> str:
    """Return the period that was typed, as records name it: `năm học 2022-2023`, `quý II/2020`, `9 tháng đầu năm 2023`.

    Raises:
        EntryError: it is none.
    """
    text = tidy(typed)
    for form in (text, _period_slug(text), _from_to(text)):
        try:
            return read_period(form).text
        except NotAPeriod as error:
            is_reversed = error.reversed
    raise EntryError(filled(_REVERSED if is_reversed else _NO_PERIOD, {"typed": text}), option)


def choice(enum: type[StrEnum], typed: str, option: str = "") -> str:
    """Return the value of a closed list that was typed, as its slug or in words, with or without accents.

    Raises:
        EntryError: it is none of the list.
    """
    folded, code = fold(typed), slug(typed)
    for one in enum:
        label = LABELS.get(one, (one.value, one.value))
        if folded in {one.value.casefold(), *map(fold, label)} or (code and code == slug(one.value)):
            return one.value
    vi, en = (", ".join(_in_words(one, language) for one in enum) for language in (0, 1))
    raise EntryError(Text(f"`{typed}` không có trong danh sách: {vi}", f"`{typed}` is not one of: {en}"), option)


def _in_words(one: StrEnum, language: int) -> str:
    """Return a value with what it is called, where the value itself does not say it."""
    label = LABELS.get(one, (one.value, one.value))[language]
    return one.value if slug(label) == slug(one.value) else f"{one.value} ({label})"


def yes(value: bool) -> str:
    return (YesNo.YES if value else YesNo.NO).value


def number(typed: str, option: str, *, amount: bool = False) -> str:
    """Return the number that was typed, as records hold it: a whole one, or an amount.

    Raises:
        EntryError: it is none.
    """
    try:
        return f"{read_amount(typed):f}" if amount else str(read_count(typed))
    except NotANumber as error:
        raise EntryError(filled(_NO_AMOUNT if amount else _NO_COUNT, {"typed": typed.strip()}), option) from error


def _period_slug(text: str) -> str:
    written = re.sub(r"^(quy)-(iv|i{1,3})-", lambda m: f"quy-{_ROMAN[m[2]]}-", slug(text))
    return _YEAR_WORD.sub(lambda m: "-" if m[0].startswith("-") else "", written).removeprefix("giai-doan-")


def _from_to(text: str) -> str:
    found = _FROM_TO.match(text)
    if found is None:
        return text
    try:
        return f"{read_day(found[1]).isoformat()}/{read_day(found[2]).isoformat()}"
    except NotADay:
        return text
