"""What reports are made of: figures that know their records, words that may be doubted, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from decimal import Decimal


LEFT_OUT_IF_EMPTY = {"left-out-if-empty": True}
"""Marks a field of a report that JSON leaves out where it holds nothing: most offices have no such records."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A record behind a figure.

    Attributes:
        path: from the root of the repository, with `/`.
        label: who or what it is, for a reader.
        rows: how many rows of the file it stands for.
        counted: a number that the file gives instead of rows.
        last: the line of the last row.
    """

    path: str
    line: int
    label: str = ""
    rows: int = 1
    counted: int | None = None
    last: int = 0

    @property
    def place(self) -> str:
        """File and line, or lines: `records/….yaml:8`, `records/….yaml:8-207`."""
        return f"{self.path}:{self.line}-{self.last}" if self.last > self.line else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Figure:
    """How much, and which records say so.

    Attributes:
        value: a whole number for what was counted, a decimal with as many places as the record has otherwise.
        whole: of how many, where the source gives a share such as 14/15.
        qualifier: the slug of a word that stays with the figure (`gan`, `tren`).
        unit: as printed.
        wording: words of the source that stand for the figure.
        records: where it was counted from.
        doubt: number of the note in the appendix; 0 for none.
    """

    value: int | Decimal
    records: tuple[Trace, ...]
    whole: int | Decimal | None = None
    qualifier: str | None = None
    unit: str | None = None
    wording: str | None = None
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Text of a record, and the number of the note that doubts it; 0 for none."""

    text: str
    doubt: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why something is kept as printed though it looks wrong. Listed in the appendix under its number."""

    number: int
    text: str
    record: Trace
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The head of a paper after Decree 30/2020/NĐ-CP. Number and date stay blank until the paper has them.

    Attributes:
        superior: the first line: the body above, or the beginning of the body's own name.
        is_own: the first line is part of the body's own name, and printed like it.
    """

    superior: str
    body: str
    symbol: str
    place: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A person at a conference, as the source names them."""

    name: str
    positions: tuple[str, ...] = ()
    role: str | None = None
