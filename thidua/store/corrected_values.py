"""What a decision stated before papers corrected it, and which paper did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.store.register import Register


@dataclass(frozen=True, slots=True)
class CorrectedValue:
    """One value that is another than the decision's file has.

    Attributes:
        before: what stood there, as a record writes it; `None` for nothing.
        number, date, path: of the paper that corrected it.
        name, unit, line: of the row as it is now, and where it stands; empty where it is the decision's own value.
    """

    field: str
    before: str | None
    value: str
    number: str | None
    date: str | None
    path: str
    name: str = ""
    unit: str | None = None
    line: int = 0


_VALUES = """
SELECT corrected_value.field, corrected_value.before, corrected_value.value, correction.number, correction.date, paper.path,
       COALESCE(award_row.name, ''), award_row.unit, COALESCE(award_row.line, 0)
FROM corrected_value
JOIN file AS paper ON paper.path = corrected_value.paper JOIN correction ON correction.file = paper.id
LEFT JOIN award_row ON award_row.file = corrected_value.file AND award_row.place = corrected_value.place
"""


def values_of_row(register: Register, file: int, place: int) -> tuple[CorrectedValue, ...]:
    """Return what was corrected in a row, and in its decision, in the order in which it was."""
    chosen = "WHERE corrected_value.file = ? AND (corrected_value.place = ? OR corrected_value.place IS NULL)"
    found = register.ask(f"{_VALUES} {chosen} ORDER BY corrected_value.rowid", (file, place))
    return tuple(CorrectedValue(*row) for row in found)


def corrected_files(register: Register) -> frozenset[int]:
    """Return the files of the decisions in which papers correct something, by number."""
    return frozenset(file for (file,) in register.ask("SELECT DISTINCT file FROM corrected_value"))


def values_of_decision(register: Register, path: str) -> tuple[CorrectedValue, ...]:
    """Return all that was corrected in a decision: its own values, then those of its rows, in the order in which it was."""
    chosen = "JOIN file ON file.id = corrected_value.file WHERE file.path = ?"
    order = "ORDER BY corrected_value.place IS NOT NULL, corrected_value.place, corrected_value.rowid"
    return tuple(CorrectedValue(*row) for row in register.ask(f"{_VALUES} {chosen} {order}", (path,)))


def stated_before(register: Register, paper: str, route: str) -> str | None:
    """Return what stood where a part of a paper put another value; `None` for nothing, and where it is not applied."""
    found = register.ask("SELECT before FROM corrected_value WHERE paper = ? AND paper_route = ?", (paper, route))
    return str(found[0][0]) if found and found[0][0] is not None else None
