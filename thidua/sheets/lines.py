"""The rows of a table, each for what it is: somebody's row, a heading of rows, a total, a signature."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from thidua.sheets.columns import RECIPIENTS, Field, key, words
from thidua.sheets.grid import Row, is_blank, text_of
from thidua.sheets.tables import is_numbering
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.sheets.grid import Cell
    from thidua.sheets.tables import Table


class LineKind(StrEnum):
    DATA = "data"
    HEADING = "heading"
    TOTAL = "total"
    NUMBERING = "numbering"
    SIGNATURE = "signature"
    REST_OF_HEADER = "header"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table.

    Attributes:
        text: of a heading, without its number.
        level: of a heading: 1 for `A`, 2 for `I`, 3 for `1`; 0 where it has no number.
        filled: columns whose value comes from a merged cell above, with that value.
    """

    row: Row
    kind: LineKind
    text: str = ""
    level: int = 0
    filled: tuple[int, ...] = ()


_NUMBER: Final = re.compile(
    r"\s*(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-ZĐ])|(?P<number>\d{1,2}(?:\.\d{1,2})*))\s*[.):/-]+\s*(?P<rest>\S.*)"
)
_LEVELS: Final = {"letter": 1, "roman": 2, "number": 3}
_COUNTED: Final = re.compile(r"\s*[(:–-]\s*(?:gồm\s*)?\d+[^)]*\)?\s*$|\s*:\s*$")
_WHOLE: Final = re.compile(r"\d{1,6}\.?")


def lines_of(table: Table) -> Iterator[Line]:
    """Return every row of a table with what it is, from the top down."""
    listed = [column.place for column in table.of(Field.LISTED)][:1]
    who = [column.place for column in table.columns if column.field in RECIPIENTS]
    from_above = _merged_down(table)
    last = _last_numbered(table, listed)
    is_first = True
    previous = table.bottom
    for row in table.above[-3:] if table.above else ():
        if (heading := _heading(row, listed)) is not None:
            yield heading
    ended = False
    for row in table.rows:
        after_gap = row.number - previous > 1
        previous = row.number
        line = _line(_filled(row, from_above), listed, who)
        if (
            line.kind in (LineKind.DATA, LineKind.HEADING)
            and not line.level
            and not (listed and _is_listed(row, listed[0]))
        ):
            is_behind = last is not None and row.number > last
            signed = _is_signature(row) and all(is_blank(row.cell(place)) for place in listed)
            if is_first and all(is_blank(row.cell(place)) for place in (*who, *listed)):
                line = Line(row, LineKind.REST_OF_HEADER)
            elif ended or signed or (is_behind and after_gap and _filled_cells(row) < 3):
                ended = ended or is_behind or not listed
                line = Line(row, LineKind.SIGNATURE)
        is_first = is_first and line.kind in (LineKind.NUMBERING, LineKind.REST_OF_HEADER)
        yield line


def _line(filled: tuple[Row, tuple[int, ...]], listed: list[int], who: list[int]) -> Line:
    row, from_above = filled
    if listed and _is_person(row, who) and _is_listed(row, listed[0]):
        return Line(row, LineKind.DATA, filled=from_above)
    if is_numbering(row) and not _is_person(row, who):
        return Line(row, LineKind.NUMBERING)
    if words().totals.fullmatch(key(_first_text(row))):
        return Line(row, LineKind.TOTAL)
    return _heading(row, listed) or Line(row, LineKind.DATA, filled=from_above)


def _heading(row: Row, listed: list[int]) -> Line | None:
    """Return a row as a heading: one text alone, with a number that is no number of a list, or none at all."""
    texts = list(
        dict.fromkeys(
            text_of(cell).strip() for place, cell in enumerate(row.cells) if not is_blank(cell) and place not in listed
        )
    )
    number = "".join(text_of(row.cell(place)).strip() for place in listed)
    if not texts and number and not _WHOLE.fullmatch(number):
        texts, number = [number], ""
    if len(texts) != 1 or _WHOLE.fullmatch(number) or _WHOLE.fullmatch(texts[0]):
        return None
    whole = f"{number.rstrip('.')}. {texts[0]}" if number else texts[0]
    found = _NUMBER.fullmatch(" ".join(whole.split()))
    text = found["rest"] if found else " ".join(whole.split())
    level = (
        next((_LEVELS[name] for name, value in found.groupdict().items() if value and name in _LEVELS), 0)
        if found
        else 0
    )
    return Line(row, LineKind.HEADING, _COUNTED.sub("", text), level)


def _is_person(row: Row, who: list[int]) -> bool:
    return any(len(text_of(row.cell(place)).strip()) > 4 for place in who)


def _filled_cells(row: Row) -> int:
    return sum(not is_blank(cell) for cell in row.cells)


def _first_text(row: Row) -> str:
    return next((text_of(cell) for cell in row.cells if isinstance(cell, str) and not is_blank(cell)), "")


def _is_signature(row: Row) -> bool:
    texts = [text_of(cell) for cell in row.cells if not is_blank(cell)]
    return any(words().signs.fullmatch(key(text)) for text in texts if len(text) < 80) and len(texts) < 4


def _last_numbered(table: Table, listed: list[int]) -> int | None:
    """Return the last row that has a number in the list, where most rows have one."""
    if not listed:
        return None
    return next((row.number for row in reversed(table.rows) if _is_listed(row, listed[0])), None)


def _is_listed(row: Row, place: int) -> bool:
    """Tell whether a row has a number in the list."""
    cell = row.cell(place)
    if isinstance(cell, float):
        return cell.is_integer()
    return isinstance(cell, str) and _WHOLE.fullmatch(cell.strip()) is not None


def _merged_down(table: Table) -> dict[int, dict[int, Cell]]:
    """Return what cells merged over several rows show in the rows below their first."""
    rows = {row.number: row for row in table.rows}
    found: dict[int, dict[int, Cell]] = {}
    for (top, left), (bottom, _) in table.sheet.merged:
        first = rows.get(top + 1)
        if first is None or bottom == top or is_blank(first.cell(left)):
            continue
        for number in range(top + 2, bottom + 2):
            if number in rows:
                found.setdefault(number, {})[left] = first.cell(left)
    return found


def _filled(row: Row, from_above: dict[int, dict[int, Cell]]) -> tuple[Row, tuple[int, ...]]:
    covered = {place: cell for place, cell in from_above.get(row.number, {}).items() if is_blank(row.cell(place))}
    if not covered:
        return row, ()
    cells = [*row.cells, *[""] * (max(covered) + 1 - len(row.cells))]
    for place, cell in covered.items():
        cells[place] = cell
    return Row(row.number, tuple(cells)), tuple(covered)
