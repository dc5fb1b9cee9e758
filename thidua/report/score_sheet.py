"""A bloc's scoring table, and what each member has for each criterion (*bảng chấm điểm*)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua.report.values import Figure

INDENT = "– "
"""Before the name of a criterion, for each level it is below the first: blanks alone would be lost in a table."""


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One line of the scoring table.

    Attributes:
        depth: 0 for the first level.
    """

    depth: int
    number: str | None
    name: str
    points: Figure | None
    bonus: Figure | None
    deduction: Figure | None
    due: str | None
    note: str | None
    doubt: int

    @property
    def indent(self) -> str:
        return INDENT * self.depth


@dataclass(frozen=True, slots=True)
class Cell:
    """What a member has for a criterion; what it gave itself only where that differs from what was agreed."""

    agreed: Figure | None
    itself: Figure | None


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One member over the criteria of the first level."""

    member: str
    cells: tuple[Cell, ...]
    itself: Figure | None
    total: Figure | None


@dataclass(frozen=True, slots=True)
class DetailLine:
    """What a member has for one criterion. A group has the sum of its parts, unknown where one is."""

    depth: int
    number: str | None
    name: str
    points: Decimal | None
    itself: Figure | None
    agreed: Figure | None
    bonus: Figure | None
    deduction: Figure | None
    doubt: int

    @property
    def indent(self) -> str:
        return INDENT * self.depth

    @property
    def stand_together(self) -> bool:
        """Whether both scores stand in the same lines of the record, so that one of them leads there for both."""
        return bool(self.itself and self.agreed and self.itself.records == self.agreed.records)


@dataclass(frozen=True, slots=True)
class Detail:
    """Every criterion of one member."""

    member: str
    lines: tuple[DetailLine, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows the score of one criterion, as the record names it.

    Attributes:
        criterion: how many papers there are, worded as the number of the criterion, or its name.
    """

    member: str
    criterion: Figure
    papers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The scoring table and the scores by criterion.

    Attributes:
        scale: the standard points of the table together; `None` where those of a criterion are not known.
        columns: what heads the columns of `members`: numbers of criteria, or their places.
    """

    criteria: tuple[CriterionLine, ...]
    scale: Figure | None
    columns: tuple[str, ...]
    members: tuple[SheetLine, ...]
    details: tuple[Detail, ...]
    evidence: tuple[Evidence, ...]
