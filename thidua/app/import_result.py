"""What an import understood, and what would come of it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from thidua.value_class import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua.app.add_award import NewAward
    from thidua.app.entry import Planned
    from thidua.diagnostics import Text
    from thidua.sheets.tables import Table


class Why(StrEnum):
    """Why the records hold something else than the cell."""

    LETTERS = "letters"
    """Composed letters, plain spaces, the right Đ, one line."""
    PREFIX = "prefix"
    CAPITALS = "capitals"
    DAY = "day"
    SERIAL = "serial"
    """The number by which Excel keeps a day."""
    AWARD = "award"
    RECORD = "record"
    """A name became the id of its record."""
    VALUE = "value"
    """A word of a closed list, a period."""
    MERGED = "merged"
    FILLED = "filled"
    """An empty cell was taken for the one above, as was asked."""
    SPLIT = "split"


class RowState(StrEnum):
    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    WRONG = "wrong"


class Change(NamedTuple):
    """What was typed, and what it is taken for."""

    cell: str
    before: str
    after: str
    why: Why


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a row cannot be imported, and what to do about it.

    Attributes:
        candidates: who or what may be meant.
        is_ambiguous: a person has to choose; otherwise the cell is wrong.
    """

    cell: str
    said: Text
    candidates: tuple[str, ...] = ()
    is_ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the decision's file has otherwise than the workbook."""

    field: str
    there: str
    here: str


@dataclass(frozen=True, slots=True)
class Head:
    """What a row says of its decision; empty where it does not."""

    number: str = ""
    date: date | None = None
    authority: str = ""
    period: str = ""
    year: str = ""
    method: str = ""


@dataclass(slots=True)
class ImportedRow:
    """A row of the workbook, understood.

    Attributes:
        cell: of the recipient's name.
        recipient: by the fields of `Recipient`.
        route: of the row in the decision's file, where it stands there.
    """

    number: int
    cell: str
    head: Head
    award: str
    recipient: dict[str, str]
    troubles: list[Trouble] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    differences: tuple[Difference, ...] = ()
    route: tuple[str | int, ...] = ()
    state: RowState = RowState.NEW

    @property
    def is_wrong(self) -> bool:
        return bool(self.troubles)

    def on_sheet(self, name: str) -> ImportedRow:
        """Return the row with cells that say their sheet, `Phòng Nội vụ!B2`, as a list of several sheets needs."""
        return replace(
            self,
            cell=f"{name}!{self.cell}",
            troubles=[replace(one, cell=f"{name}!{one.cell}") for one in self.troubles],
            changes=[one._replace(cell=f"{name}!{one.cell}") for one in self.changes],
        )


@dataclass(slots=True)
class Reading:
    """A workbook, understood; nothing was compared with the records yet.

    Attributes:
        remarks: what a person should know besides: rows that were passed over, hidden columns, the encoding.
        choices: tables of which one has to be chosen.
    """

    file: str
    encoding: str
    tables: tuple[Table, ...]
    rows: list[ImportedRow]
    changes: list[Change]
    remarks: list[Text]
    mapping: str = ""


@dataclass(slots=True)
class DecisionPlan:
    """A decision of the workbook and the file it stands in, or will.

    Attributes:
        planned: `None` where some row stops the import.
    """

    new: NewAward
    rows: list[ImportedRow]
    path: str = ""
    planned: Planned | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would do."""

    reading: Reading
    decisions: tuple[DecisionPlan, ...]

    @property
    def counts(self) -> Mapping[RowState, int]:
        found = dict.fromkeys(RowState, 0)
        for row in self.reading.rows:
            found[row.state] += 1
        return found

    @property
    def planned(self) -> tuple[Planned, ...]:
        return tuple(one.planned for one in self.decisions if one.planned is not None)
