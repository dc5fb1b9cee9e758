"""Where the tables of a sheet are: a header wherever it stands, of one, two or three rows, and the rows below it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from thidua.sheets.columns import NOT_TAKEN, RECIPIENTS, Field, field_of, key
from thidua.sheets.grid import is_blank, letters, text_of
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.sheets.grid import Row, Sheet

HEIGHT: Final = 3
"""Rows of the tallest header."""
LONGEST_HEADER: Final = 120
NEAR: Final = 60
"""Rows at the top of a sheet among which every one may be a header."""

_OF_A_ROW = re.compile(r"\s*\d+(?:[-/.]\d+[-/.]\d+\s*$|\s*/\s*[^\W\d])")
"""The beginning of what stands in a row only: a day, or the number of a paper."""

FieldOf = Callable[[int, str], Field | None]
"""The field of a column, by its place and the text of its header."""

_NUMBERING: Final = re.compile(r"\(?\d{1,2}\)?|\(?[A-Za-zĐđ]\)?|\d{1,2}=.*")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        place: from 0.
        header: all that stands above it, as it was typed.
        field: `None` where nobody knows what it holds.
    """

    place: int
    header: str
    field: Field | None

    @property
    def letters(self) -> str:
        return letters(self.place)


@dataclass(frozen=True, slots=True)
class Table:
    """A header and the rows below it, down to the next header.

    Attributes:
        top, bottom: numbers of the first and last row of the header.
        above: the row just above, where a heading of this table may stand.
        repeated: numbers of rows where the same header stands again.
    """

    sheet: Sheet
    top: int
    bottom: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    above: tuple[Row, ...] = ()
    repeated: tuple[int, ...] = ()

    def of(self, field: Field) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.field is field)

    def has(self, *fields: Field) -> bool:
        return any(column.field in fields for column in self.columns)


@dataclass(frozen=True, slots=True)
class _Header:
    at: int
    height: int
    columns: tuple[Column, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(key(column.header) for column in self.columns)


def tables_of(sheet: Sheet, field_at: FieldOf | None = None, chosen: int | None = None) -> tuple[Table, ...]:
    """Return the tables of a sheet from the top down.

    Args:
        field_at: what a person or a kept mapping says of a column; `None` where it does not.
        chosen: the number of a row that a person says is the header.
    """
    above = _Merged(sheet)
    headers = list(_headers(sheet, above, field_at or (lambda _, __: None), chosen))
    found: list[Table] = []
    start = 0
    for place, header in enumerate(headers):
        first = header.at + header.height
        end = headers[place + 1].at if place + 1 < len(headers) else len(sheet.rows)
        rows = sheet.rows[first:end]
        number = sheet.rows[header.at].number
        if found and header.texts == tuple(key(column.header) for column in found[-1].columns):
            last = found.pop()
            again = (*last.repeated, number)
            found.append(Table(sheet, last.top, last.bottom, last.columns, (*last.rows, *rows), last.above, again))
        else:
            bottom = sheet.rows[first - 1].number
            found.append(Table(sheet, number, bottom, header.columns, rows, sheet.rows[start : header.at]))
        start = first
    return tuple(found)


class _Merged:
    """What merged cells show in the cells they cover."""

    def __init__(self, sheet: Sheet) -> None:
        rows = {row.number: row for row in sheet.rows}
        self.texts: dict[tuple[int, int], str] = {}
        self.last: dict[int, int] = {}
        for (top, left), (bottom, right) in sheet.merged:
            row = rows.get(top + 1)
            text = "" if row is None else text_of(row.cell(left))
            if (bottom - top) * (right - left) > 10_000 or not text.strip():
                continue
            for number in range(top + 1, bottom + 2):
                self.last[number] = max(self.last.get(number, 0), bottom + 1) if bottom - top < HEIGHT else number
                for column in range(left, right + 1):
                    self.texts[number, column] = text

    def text(self, row: Row, column: int) -> str:
        cell = row.cell(column)
        return self.texts.get((row.number, column), "") if is_blank(cell) else text_of(cell)


def _headers(sheet: Sheet, merged: _Merged, field_at: FieldOf, chosen: int | None) -> Iterator[_Header]:
    place = 0
    while place < len(sheet.rows):
        if chosen is not None and sheet.rows[place].number < chosen:
            place += 1
            continue
        is_chosen = chosen == sheet.rows[place].number
        header = _header_at(sheet, merged, field_at, place, is_chosen=is_chosen)
        if header is None:
            place += 1
            continue
        yield header
        place = header.at + header.height


def _header_at(sheet: Sheet, merged: _Merged, field_at: FieldOf, place: int, *, is_chosen: bool) -> _Header | None:
    """Return the header that starts in a row: as many rows as make the most columns known."""
    row = sheet.rows[place]
    if not is_chosen and not _may_be_header(row, field_at, is_far=place >= NEAR):
        return None
    best: _Header | None = None
    most = 0
    for height in range(1, HEIGHT + 1):
        rows = sheet.rows[place : place + height]
        if len(rows) < height or rows[-1].number - row.number >= HEIGHT + 1 or (height > 1 and is_numbering(rows[-1])):
            break
        columns = _columns(rows, merged, field_at)
        known = {column.field for column in columns if column.field is not None}
        is_header = is_chosen or (known & set(RECIPIENTS) and len(known) > 1)
        if is_header and (best is None or len(known) > most):
            best, most = _Header(place, height, columns), len(known)
    if best is None or not (is_chosen or best.columns):
        return None
    end = merged.last.get(row.number, row.number)
    while best.at + best.height < len(sheet.rows) and sheet.rows[best.at + best.height].number <= end:
        best = _Header(place, best.height + 1, best.columns)
    return best


def _may_be_header(row: Row, field_at: FieldOf, *, is_far: bool) -> bool:
    """Look at a row quickly: most rows are nobody's header.

    No header holds a day or the number of a paper; far down, none has numbers beside its words.
    """
    if any(isinstance(cell, str) and _OF_A_ROW.match(cell) for cell in row.cells):
        return False
    if is_far and not all(isinstance(cell, str) and not cell.isdigit() for cell in row.cells):
        return False
    return any(
        field_at(place, cell) is not None or field_of(cell) is not None
        for place, cell in enumerate(row.cells)
        if isinstance(cell, str) and cell and len(cell) <= LONGEST_HEADER
    )


def _columns(rows: tuple[Row, ...], merged: _Merged, field_at: FieldOf) -> tuple[Column, ...]:
    width = max(len(row.cells) for row in rows)
    width = max([width, *(column + 1 for row in rows for number, column in merged.texts if number == row.number)])
    texts = [[merged.text(row, column) for column in range(width)] for row in rows]
    for upper, lower in pairwise(texts):
        _spread(upper, lower)
    found = []
    for column in range(width):
        parts = list(dict.fromkeys(" ".join(line[column].split()) for line in texts if line[column].strip()))
        if not parts:
            continue
        header = " ".join(parts)
        if len(header) > LONGEST_HEADER * HEIGHT:
            continue
        forms = (header, *reversed(parts)) if len(parts) > 1 else (header,)
        field = next((f for form in forms if (f := field_at(column, form)) is not None), None)
        field = field or next((f for form in forms if (f := field_of(form)) is not None), None)
        found.append(Column(column, header, field))
    return _settled(found)


def _spread(upper: list[str], lower: list[str]) -> None:
    """Give a header of several columns to each of them, where the row below parts it and nothing says it is merged."""
    for column in range(1, len(upper)):
        if (
            not upper[column].strip()
            and lower[column].strip()
            and upper[column - 1].strip()
            and lower[column - 1].strip()
        ):
            upper[column] = upper[column - 1]


def _settled(columns: list[Column]) -> tuple[Column, ...]:
    """Let the columns beside it decide what a column of two meanings holds."""
    fields = {column.field for column in columns}
    named = fields & {Field.NAME, Field.RECIPIENT, Field.COLLECTIVE, Field.HOUSEHOLD, Field.ENTERPRISE, Field.FAMILY}
    change: dict[Field, Field] = {}
    if Field.FAMILY not in fields and Field.GIVEN in fields:
        change[Field.GIVEN] = Field.SKIP if named else Field.RECIPIENT
    if Field.UNIT in fields and not named and Field.GIVEN not in fields:
        change[Field.UNIT] = Field.COLLECTIVE
    if Field.PREFIX in fields and not named and Field.GIVEN not in fields:
        change[Field.PREFIX] = Field.NAME
    return tuple(
        Column(column.place, column.header, change.get(column.field, column.field) if column.field else None)
        for column in columns
    )


def is_numbering(row: Row) -> bool:
    """Tell whether a row only counts the columns: `(1) (2) (3)`, `A B 1 2`."""
    texts = [text_of(cell).strip() for cell in row.cells if not is_blank(cell)]
    return len(texts) > 1 and len(set(texts)) == len(texts) and all(_NUMBERING.fullmatch(text) for text in texts)


def taken(table: Table) -> tuple[Column, ...]:
    """Return the columns that come into the records."""
    return tuple(column for column in table.columns if column.field is not None and column.field not in NOT_TAKEN)


def by_letters(name: str) -> int | None:
    """Return the place of a column that was named by its letters: `B` is 1."""
    if not re.fullmatch(r"[A-Z]{1,2}", name):
        return None
    place = 0
    for letter in name:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1
