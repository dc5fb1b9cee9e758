"""What is asked of the register about register numbers: whose they are, and which decisions have none yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.store.register import Register

FOLDER = "numbers"
"""The kind of the books of numbers."""

_FIRST = re.compile("([0-9]*)(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unnumbered:
    """A decision that has no register number.

    Attributes:
        id: in `awards/`.
        date: as the record has it; empty where it is not known, as is `number`.
    """

    id: str
    number: str
    date: str

    @property
    def order(self) -> tuple[str, int, str, str]:
        """By date, then by the number of the paper, 9 before 10, then by id."""
        found = _FIRST.match(self.number)
        digits, rest = (found[1], found[2]) if found else ("", self.number)
        return self.date, int(digits or 0), rest, self.id


def unnumbered(register: Register) -> list[Unnumbered]:
    """Return the decisions without a register number, in the order in which they are to get one."""
    rows = register.ask(
        """SELECT decision.id, COALESCE(decision.number, ''), COALESCE(decision.date, '') FROM decision
           WHERE NOT EXISTS (SELECT 1 FROM numbered WHERE numbered.decision = decision.id AND numbered.void IS NULL)"""
    )
    return sorted({Unnumbered(*row) for row in rows}, key=lambda one: one.order)


def number_of(register: Register, decision: str) -> str:
    """Return the register number of a decision, or the empty text."""
    return str(register.one("SELECT min(number) FROM numbered WHERE decision = ? AND void IS NULL", (decision,)) or "")


def decisions_numbered(register: Register, asked: str) -> list[tuple[str, str]]:
    """Return path and number of the decision that has a register number."""
    return register.ask(
        """SELECT DISTINCT file.path, COALESCE(decision.number, '') FROM numbered
           JOIN decision ON decision.id = numbered.decision JOIN file ON file.id = decision.file
           WHERE numbered.number = ? AND numbered.void IS NULL ORDER BY file.path""",
        (asked.strip().upper(),),
    )


def register_numbers_like(register: Register, asked: str) -> list[tuple[str, str]]:
    """Return register number and decision of the numbers that begin with a text."""
    return register.ask(
        """SELECT number, decision FROM numbered WHERE void IS NULL AND substr(number, 1, length(:asked)) = :asked
           ORDER BY number""",
        {"asked": asked},
    )
