"""The pages of a workbook that the program itself made, cell by cell, as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.sheets.grid import CannotRead
from thidua.sheets.workbook import MAX_BYTES, refuse_bomb

if TYPE_CHECKING:
    from pathlib import Path


def plain_pages(file: Path) -> dict[str, list[list[Any]]]:
    """Return the cells of every page by its name; empty rows at the top stay.

    Raises:
        CannotRead: python-calamine is not installed (`missing-library`), or it is no workbook.
        OSError: there is no such file.
    """
    try:
        from python_calamine import CalamineError, load_workbook
    except ImportError as error:
        raise CannotRead("missing-library") from error
    if file.stat().st_size > MAX_BYTES:
        raise CannotRead("too-large", str(MAX_BYTES >> 20))
    refuse_bomb(file)
    try:
        book = load_workbook(str(file))
        return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except (CalamineError, ValueError) as error:
        raise CannotRead("damaged", str(error)) from error
