"""Days: as offices write them, as people type them, and as records keep them.

A day below 10 and the months 1 and 2 get a zero in running text (Decree 30/2020/NĐ-CP).
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from thidua.vietnamese.faults import DayFault as DayFault
from thidua.vietnamese.text import fold


class NotADay(ValueError):
    """A text that is not the day that was asked for.

    Attributes:
        text: what was read.
        reason: why it was refused.
        suggestion: what to write instead, as YYYY-MM-DD, where one day can be meant.
    """

    def __init__(self, text: str, reason: DayFault, suggestion: str | None = None) -> None:
        super().__init__(text, reason, suggestion)
        self.text = text
        self.reason = reason
        self.suggestion = suggestion

    def __str__(self) -> str:
        return f"`{self.text}` is not a day of the form asked for: {self.reason}"


_PLAIN: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT: Final = r"(?:[ t]00?:00(?::00(?:\.0+)?)?)?"  # a spreadsheet adds it to days
# These meet text that is folded already: no accents, small letters, plain dashes, single spaces;
# `re` compiles them when first used, since records hold plain days.
_FORMS: Final = (
    rf"(?P<year>[0-9]{{4}})([-/.])(?P<month>[0-9]{{1,2}})\2(?P<day>[0-9]{{1,2}}){_MIDNIGHT}",
    (
        r"(?:ngay )?(?P<day>[0-9]{1,2}) ?([-/.]) ?(?P<month>[0-9]{1,2})"
        rf"(?: ?\2 ?(?P<year>[0-9]{{4}}|[0-9]{{2}}))?{_MIDNIGHT}"
    ),
    (
        r"(?:ngay )?(?P<day>[0-9]{1,2}) thang (?P<month>[0-9]{1,2})"
        r"(?:(?:,? nam | ?[-/.] ?)(?P<year>[0-9]{4}|[0-9]{2}))?"
    ),
)
_WITHOUT_DAY: Final = (
    r"(?:thang )?[0-9]{1,2}(?: ?[-/.] ?|,? nam )[0-9]{4}|[0-9]{4}[-/.][0-9]{1,2}|thang [0-9]{1,2}"
    r"|(?:quy )?[ivx]+(?: ?/ ?|,? nam )[0-9]{4}|(?:nam )?[0-9]{4}"
)
_QUARTERS: Final = ("I", "II", "III", "IV")
_LAST_SHORT_YEAR: Final = 49  # as two digits: 2049, then 1950


def short(day: date) -> str:
    """Return the form of tables: `06/03/2020`."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def article(day: date) -> str:
    """Return the form in which offices cite documents: `06/3/2020`."""
    return f"{day.day:02}/{_month(day)}/{day.year:04}"


def long(day: date) -> str:
    """Return the form of running text: `ngày 06 tháng 3 năm 2020`."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year:04}"


def month_year(day: date) -> str:
    """Return the month of a day: `tháng 3 năm 2020`."""
    return f"tháng {_month(day)} năm {day.year:04}"


def quarter(day: date) -> str:
    """Return the quarter of a day: `II/2020`."""
    return f"{_QUARTERS[(day.month - 1) // 3]}/{day.year:04}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)


def read_day(text: str, default_year: int | None = None) -> date:
    """Return the day a person typed: `06/3/2020`, `29.5.2020`, `2020-03-06`, `ngày 06 tháng 3 năm 2020`.

    The day stands before the month. A text without a year is read only with `default_year`.

    Raises:
        NotADay: no such day, or not clear which one; the suggestion is a guess for a person to confirm.
    """
    folded = fold(text).rstrip(" .,;")
    form = next((found for form in _FORMS if (found := re.fullmatch(form, folded))), None)
    if form is None:
        raise NotADay(text, _fault(folded))
    month, day = int(form["month"]), int(form["day"])
    year, is_short = _year(form["year"], default_year)
    if year is None:
        raise NotADay(text, DayFault.NO_YEAR)
    meant = _day(year, month, day)
    if meant is None:
        swapped = _day(year, day, month)
        raise NotADay(text, DayFault.NO_SUCH_DAY, swapped.isoformat() if swapped else None)
    if is_short:
        raise NotADay(text, DayFault.SHORT_YEAR, meant.isoformat())
    return meant


def plain_day(text: str) -> date:
    """Return the day of a record: YYYY-MM-DD, nothing else.

    Raises:
        NotADay: any other text; the suggestion is the plain form of what `read_day` understands or guesses.
    """
    if _PLAIN.fullmatch(text) and (day := _day(int(text[:4]), int(text[5:7]), int(text[8:]))):
        return day
    raise NotADay(text, DayFault.NOT_PLAIN, read_day(text).isoformat())


def _year(typed: str | None, default_year: int | None) -> tuple[int | None, bool]:
    """Return the year, and whether its century is a guess."""
    if typed is None:
        return default_year, False
    year = int(typed)
    if len(typed) == 2:
        return year + (2000 if year <= _LAST_SHORT_YEAR else 1900), True
    return year, False


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fault(folded: str) -> DayFault:
    if not folded:
        return DayFault.EMPTY
    return DayFault.NO_DAY if re.fullmatch(_WITHOUT_DAY, folded) else DayFault.UNCLEAR
