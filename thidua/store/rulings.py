"""What papers say is right in a decision, as the register keeps it, and what became of each part of them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.model.lists import CorrectedField
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.diagnostics import Route
    from thidua.store.register import Register


class Problem(StrEnum):
    """Why a part of a paper changes nothing, or not what it was meant to."""

    NOT_NAMED = "name"
    NOT_OF_AWARD = "award"
    NOT_OF_UNIT = "unit"
    SEVERAL = "several"
    SEVERAL_ALIKE = "several-alike"
    SEVERAL_AWARDS = "several-awards"
    SAME = "same"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One row of a paper that corrects.

    Attributes:
        file: the number of the paper's file in the register.
        name: whom it names; `None` where the decision itself is corrected.
    """

    file: int
    path: str
    route: str
    date: str | None
    award: str | None
    name: str | None
    unit: str | None
    field: CorrectedField
    value: str

    @property
    def order(self) -> tuple[str, str, int]:
        return self.date or "9999", self.path, int(self.route.strip("rows[]"))


@dataclass(frozen=True, slots=True)
class Step:
    """A value that a ruling put in the place of another.

    Attributes:
        place: of the row; `None` for the decision.
        before: as a record writes it; `None` where nothing was stated.
    """

    place: int | None
    route: Route
    before: str | None
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is wrong with a ruling; `related` are places in the decision, or the ruling it disagrees with."""

    ruling: Ruling
    problem: Problem
    related: tuple[Route, ...] = ()
    other: Ruling | None = None


def rulings_on(register: Register, decision: str) -> list[Ruling]:
    """Return what papers correct in a decision, in the order in which they hold."""
    found = register.ask(
        """SELECT correction.file, file.path, correction_row.route, correction.date, correction_row.award,
                  correction_row.name, correction_row.unit, correction_row.field, correction_row.value
           FROM correction JOIN correction_row ON correction_row.file = correction.file
           JOIN file ON file.id = correction.file WHERE correction.decision = ?""",
        (decision,),
    )
    made = (
        Ruling(file, path, route, day, award, name, unit, CorrectedField(of), value)
        for file, path, route, day, award, name, unit, of, value in found
    )
    return sorted(made, key=lambda one: one.order)
