"""Why an entry is refused, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua.diagnostics import Text


class EntryError(Exception):
    """What was asked for cannot be done; nothing was written.

    Attributes:
        said: why, and what to do instead.
        option: what it was asked with, as `--by`; empty where it is about no option.
        status: with what the program ends; 1 where the records say no, 2 where the words were not understood.
    """

    def __init__(self, said: Text, option: str = "", status: int = 2) -> None:
        super().__init__(said.en)
        self.said = said
        self.option = option
        self.status = status
