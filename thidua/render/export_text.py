"""Exported tables as text: CSV for spreadsheets, JSON lines for programs."""

from __future__ import annotations

import csv
import json
from typing import IO, TYPE_CHECKING

from thidua.render.csv_cells import BYTE_ORDER_MARK, guarded

if TYPE_CHECKING:
    from thidua.report.export import Sheet
    from thidua.store.exported import Values


def write_csv(file: IO[str], sheet: Sheet) -> None:
    """Write a line of column names, then one for each row; what is not known is empty. Lines end with CR LF."""
    file.write(BYTE_ORDER_MARK)
    lines = csv.writer(file)
    lines.writerow([column.name for column in sheet.columns])
    lines.writerows(_cells(row) for row in sheet.rows)


def _cells(row: Values) -> list[str]:
    return [_cell(value) for value in row]


def _cell(value: str | int | bool | None) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case _:
            return guarded(value)


def write_json_lines(file: IO[str], sheet: Sheet) -> None:
    """Write one JSON object a line, keys in the order of the columns, `null` for what is not known."""
    names = [column.name for column in sheet.columns]
    pack = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for row in sheet.rows:
        file.write(pack(dict(zip(names, row, strict=True))) + "\n")
