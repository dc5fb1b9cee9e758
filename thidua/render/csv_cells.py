"""Cells of CSV that no spreadsheet takes for a formula, and the way back."""

from __future__ import annotations

import re
from typing import Final

BYTE_ORDER_MARK: Final = "\ufeff"

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")


def guarded(cell: str) -> str:
    """Return a cell that a spreadsheet takes as text: one that begins like a formula gets a leading `'`.

    One that begins like a guarded cell gets a `'` too, so that `unguarded` gives every text back as it was.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the text that was guarded."""
    return cell[1:] if _GUARDED.match(cell) else cell
