"""What a change of records comes to, as typed data: records, rows, totals, findings, questions."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.diagnostics import Diagnostic


class Change(StrEnum):
    """What happened to a record or a row."""

    NEW = "new"
    CHANGED = "changed"
    CORRECTED = "corrected"
    """By a later paper that says what is right."""
    WITHDRAWN = "withdrawn"
    """By a later paper."""
    MOVED = "moved"
    """To another decision, or to a file of another name."""
    REMOVED = "removed"
    FOLLOWS = "follows"
    """It names a record by another id, since that record's file has another name; nothing else is another."""
    FORM = "form"
    """Written in another way; nothing it says is another."""


class Ask(StrEnum):
    """What a reviewer is asked to look at."""

    SAME_NAME = "same-name"
    NUMBER_ORDER = "number-order"
    BEFORE_LAUNCH = "before-launch"
    ONLY_FORM = "only-form"
    SEALED_ROWS = "sealed-rows"
    SEALED_VALUES = "sealed-values"
    SEALED_GONE = "sealed-gone"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Field:
    """One value that differs, in words.

    Attributes:
        key: the field as the file has it, the same in both languages.
        before, after: `None` where there is no value.
    """

    key: str
    label: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One recipient, or a number of them, and what happened to it.

    Attributes:
        sex: the slug, where it is recorded.
        kind: the field that names the recipient; empty where only a number is known.
        award: what it is given now, or was given.
        fields: what differs, of a row that was there before.
        line: in the file that has the row; of a row that is gone, in the old file.
        came_from, went_to: of a row that moved, the other decision.
    """

    change: Change
    who: str
    unit: str
    sex: str
    kind: str
    award: str
    fields: tuple[Field, ...] = ()
    line: int = 0
    came_from: str = ""
    went_to: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One record and what happened to it.

    Attributes:
        title: the record's own name, or number and day of a decision.
        path: where it is now, or was.
        old_path: of a file that has another name now.
        sealed: on the base it is a decision with number and date.
    """

    change: Change
    folder: str
    title: str
    path: str
    old_path: str
    sealed: bool
    rows: tuple[Row, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one bloc, one campaign, or one kind.

    Attributes:
        bloc, campaign: names; empty where the records are of none.
        folder: the kind, where there is neither.
    """

    bloc: str
    campaign: str
    folder: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TotalLine:
    """One total that moved.

    Attributes:
        part: `total`, `received`, `praise`, `award`, `level`, `method`, `direct` (workers, among individuals).
        name: of the award; the slug of the level or method; empty for the whole.
        kind: `collectives`, `households`, `individuals`, `unsplit`.
        before, after: `None` where nothing is known.
    """

    part: str
    name: str
    kind: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class ReportTotals:
    """The totals of one report that moved.

    Attributes:
        kind: `organisation-year`, `bloc-year`, `campaign`.
        year: 0 where the report is of no year.
    """

    kind: str
    id: str
    name: str
    year: int
    lines: tuple[TotalLine, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Something a reviewer should answer; its words are the renderer's.

    Attributes:
        values: what the words need.
    """

    ask: Ask
    path: str
    line: int
    values: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Review:
    """What a change comes to.

    Attributes:
        base, head: ids of commits; `head` is empty for the work tree.
        base_asked: what the base was asked for as; empty where it was left to the program.
        is_main: what is on hand is just what the main branch had when the work began.
        found, mended: findings that the change brings, and those it takes away.
    """

    base: str
    head: str
    base_asked: str
    is_main: bool
    groups: tuple[Group, ...]
    totals: tuple[ReportTotals, ...]
    found: tuple[Diagnostic, ...]
    mended: tuple[Diagnostic, ...]
    questions: tuple[Question, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for group in self.groups for item in group.items)

    def records(self, change: Change) -> int:
        """How many records this happened to."""
        return sum(item.change is change for item in self.items)

    def rows(self, change: Change) -> int:
        """How many rows this happened to; one that went to another decision is counted there."""
        return sum(row.change is change and not row.went_to for item in self.items for row in item.rows)

    def __bool__(self) -> bool:
        return bool(self.groups or self.found or self.mended)
