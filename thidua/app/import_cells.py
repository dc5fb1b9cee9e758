"""One cell → what a record holds; every change of what was typed is kept, and what cannot be understood is said."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from thidua.app import entry_values as values
from thidua.app.entry_error import EntryError
from thidua.app.import_names import NotOne
from thidua.app.import_result import Change, Trouble, Why
from thidua.diagnostics import Text
from thidua.sheets.columns import is_no_name
from thidua.sheets.grid import Cell, Unread, address, is_blank, text_of
from thidua.source.characters import refuse_characters
from thidua.source.problem import DocumentError
from thidua.vietnamese.dates import DayFault, NotADay, article, read_day
from thidua.vietnamese.names import is_all_capital, is_all_small, with_capitals
from thidua.vietnamese.text import tidy, without_prefix

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.sheets.grid import Row, Sheet

LONGEST_NAME: Final = 200
LONGEST: Final = 2000
"""Characters of a cell that is read; longer ones hold a document, not a value."""

_EPOCH: Final = date(1899, 12, 30)
_EXAMPLE: Final = article(date(2023, 3, 6))
_SERIALS: Final = range(16438, 73416)
"""Excel's numbers of the days from 1945 to 2100."""
_SPLIT: Final = re.compile(r"\s*[,;]?\s*\bngày\b\s*|\s*[,;]\s*", re.IGNORECASE)
_BEFORE_NUMBER: Final = re.compile(r"(?i)^(?:quyết định|qđ)?\s*(?:số)?\s*[:.]?\s*")
_BY: Final = re.compile(r"(?i)\s*(?:,|;)?\s*của\s+(?:chủ tịch\s+)?(\S.*)$")

UNREAD: Final = {
    Unread.ERROR: Text(
        "ô báo lỗi của Excel (như #N/A); sửa trong Excel", "Excel shows an error here (such as #N/A); mend it in Excel"
    ),
    Unread.FORMULA: Text(
        "công thức chưa có kết quả; mở bằng Excel, lưu lại, hoặc dán thành giá trị",
        "a formula without a result; open it in Excel and save it, or paste values",
    ),
}
_FORMULA: Final = Text(
    "ô bắt đầu bằng `=` hoặc `@`, giống công thức; ghi lại thành chữ",
    "the cell starts with `=` or `@`, as a formula does; write plain text",
)
_CONTROL: Final = Text(
    "ô có ký tự điều khiển không nhìn thấy; gõ lại ô này",
    "the cell has invisible control characters; type it again",
)
KEPT: Final = 65536
"""Texts that are remembered: the cells of a list say the same things again and again."""

choice = lru_cache(maxsize=1024)(values.choice)
period = lru_cache(maxsize=1024)(values.period)
_read_day = lru_cache(maxsize=1024)(read_day)


@lru_cache(maxsize=KEPT)
def _neat(raw: str) -> str | None:
    """Return a text as one clean line, or `None` where it has characters that no record may have."""
    neat = tidy(raw)
    if not neat.isprintable():
        try:
            refuse_characters(neat)
        except DocumentError:
            return None
    return neat


@lru_cache(maxsize=KEPT)
def _is_plain(raw: str) -> bool:
    """Tell whether a text is a value as it was typed, as nearly all are."""
    return not is_blank(raw) and raw[0] not in "=@" and _neat(raw) == raw


class Cells:
    """Reads the cells of one row; changes and troubles gather in it."""

    def __init__(self, sheet: Sheet, row: Row, default_year: int | None) -> None:
        self.sheet = sheet
        self.row = row
        self.default_year = default_year
        self.changes: list[Change] = []
        self.troubles: list[Trouble] = []

    def cell(self, place: int) -> Cell:
        return self.row.cell(place)

    def at(self, place: int) -> str:
        return address(self.row.number, place)

    def wrong(self, place: int, said: Text, candidates: tuple[str, ...] = (), *, is_ambiguous: bool = False) -> None:
        self.troubles.append(Trouble(self.at(place), said, candidates, is_ambiguous))

    def changed(self, place: int, before: str, after: str, why: Why) -> None:
        if before != after:
            self.changes.append(Change(self.at(place), before, after, why))

    def text(self, place: int, longest: int = LONGEST) -> str:
        """Return a cell as one clean line; empty where there is nothing to be read."""
        cells = self.row.cells
        cell = cells[place] if place < len(cells) else ""
        if isinstance(cell, str) and len(cell) <= longest and _is_plain(cell):
            return cell
        if is_blank(cell):
            if self.sheet.unread and (why := self.sheet.unread.get((self.row.number, place))):
                self.wrong(place, UNREAD[why])
            return ""
        raw = text_of(cell)
        if len(raw) <= longest and raw[0] not in "=@" and (neat := _neat(raw)) is not None:
            if neat != raw:
                self.changed(place, raw, neat, Why.LETTERS)
            return neat
        if len(raw) > longest:
            self.wrong(
                place,
                Text(
                    f"ô có {len(raw)} ký tự, dài quá {longest}; rút gọn",
                    f"the cell has {len(raw)} characters, more than {longest}; shorten it",
                ),
            )
            return ""
        if raw.startswith(("=", "@")):
            self.wrong(place, _FORMULA)
        else:
            self.wrong(place, _CONTROL)
        return ""

    def name(self, place: int, text: str) -> str:
        """Return a person's name without forms of address, with capitals as names have them."""
        if len(text) > LONGEST_NAME:
            self.wrong(
                place,
                Text(
                    f"tên dài {len(text)} ký tự; mỗi người một ô",
                    f"the name has {len(text)} characters; give each person a cell",
                ),
            )
            return ""
        bare = without_prefix(text)
        self.changed(place, text, bare, Why.PREFIX)
        name = with_capitals(bare) if is_all_capital(bare) or is_all_small(bare) else bare
        self.changed(place, bare, name, Why.CAPITALS)
        is_plain = name.replace(" ", "").isalpha()
        if not is_plain and (any(letter.isdigit() for letter in name) or not name[:1].isalpha()):
            self.wrong(
                place,
                Text(
                    f"`{name[:60]}` không giống họ tên; bỏ số và dấu",
                    f"`{name[:60]}` does not look like a name; take out digits and signs",
                ),
            )
        return name

    def names_several(self, place: int, text: str) -> bool:
        """Tell whether a cell says more than one person's name, which is a trouble of the cell."""
        if not (is_no_name(text) and is_no_name(without_prefix(text))):
            return False
        self.wrong(
            place,
            Text(
                f"`{text[:60]}` không giống tên của một người; mỗi người một dòng; chức vụ, đơn vị,"
                " truy tặng ghi ở cột riêng",
                f"`{text[:60]}` does not look like one person's name; give each person a row;"
                " `position`, `unit` and `posthumous` have columns of their own",
            ),
        )
        return True

    def understood(self, place: int, text: str, read: Callable[[str], str], why: Why = Why.VALUE) -> str:
        """Return what a function makes of a text; what it refuses is a trouble of the cell."""
        try:
            value = read(text)
        except EntryError as error:
            self.wrong(place, error.said)
            return ""
        except NotOne as error:
            self.wrong(place, error.said, error.candidates, is_ambiguous=len(error.candidates) > 1)
            return ""
        self.changed(place, text, value, why)
        return value

    def day(self, place: int) -> date | None:
        """Return the day of a cell, however it is kept: a day, Excel's number of it, or text."""
        cell = self.row.cell(place)
        if isinstance(cell, (datetime, date)):
            day = cell.date() if isinstance(cell, datetime) else cell
            if isinstance(cell, datetime) and cell.time() != time():
                self.changed(place, str(cell), day.isoformat(), Why.DAY)
            return self._plausible(place, day)
        if isinstance(cell, (bool, time, timedelta)):
            self.wrong(place, Text("ô không phải là ngày", "the cell holds no day"))
            return None
        if isinstance(cell, (int, float)):
            return self._serial(place, float(cell))
        text = self.text(place)
        if text.isascii() and text.isdigit() and len(text) == 5:
            return self._serial(place, float(text))
        return self.day_of(place, text) if text else None

    def day_of(self, place: int, text: str) -> date | None:
        """Return the day that a text names."""
        try:
            day = _read_day(text, self.default_year)
        except NotADay as error:
            if error.reason is DayFault.NO_YEAR:
                self.wrong(
                    place,
                    Text(
                        f"`{text}` chưa có năm; ghi cả năm, hoặc thêm --year",
                        f"`{text}` has no year; write it, or add --year",
                    ),
                )
            else:
                self.understood(place, text, lambda typed: values.day(typed).isoformat())
            return None
        self.changed(place, text, day.isoformat(), Why.DAY)
        return self._plausible(place, day)

    def number_date(self, place: int, text: str) -> tuple[str, date | None, str]:
        """Return number, day and who decided, of a cell such as `412/QĐ-UBND ngày 06/3/2023 của UBND thành phố`."""
        by = _BY.search(text)
        whole = text[: by.start()] if by else text
        number, *rest = _SPLIT.split(_BEFORE_NUMBER.sub("", whole, count=1), maxsplit=1)
        authority = by[1] if by else ""
        day = self.day_of(place, rest[0]) if rest and rest[0].strip() else None
        if rest or authority:
            after = " · ".join(part for part in (number, day.isoformat() if day else "", authority) if part)
            self.changed(place, text, after, Why.SPLIT)
        return number.strip(), day, authority.strip()

    def _serial(self, place: int, number: float) -> date | None:
        if int(number) in _SERIALS:
            day = _EPOCH + timedelta(days=int(number))
            self.changed(place, text_of(number), day.isoformat(), Why.SERIAL)
            return day
        shown = text_of(number)
        self.wrong(place, Text(
            f"`{shown}` là một con số, không phải ngày: Excel có thể đã làm mất số 0; ghi như {_EXAMPLE}",
            f"`{shown}` is a number and no day: Excel may have dropped a zero; write it as {_EXAMPLE}",
        ))  # fmt: skip
        return None

    def _plausible(self, place: int, day: date) -> date | None:
        if 1945 <= day.year <= 2100:
            return day
        self.wrong(place, Text(f"năm {day.year} không thể là năm quyết định", f"no decision is of the year {day.year}"))
        return None
