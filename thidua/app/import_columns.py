"""The columns of one table and what is known beside its cells: options, headings above, values of the rows above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.app.import_result import Head, Why
from thidua.diagnostics import Text
from thidua.sheets.columns import RECIPIENTS, Field
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.app.import_cells import Cells
    from thidua.app.import_names import Names
    from thidua.sheets.tables import Table

_CARRIED: Final = (Field.AWARD, Field.DECISION, Field.DATE, Field.NUMBER_DATE, Field.AUTHORITY)
"""Columns where clerks write a value once for the rows below it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What headings say of the rows below them."""

    level: int
    kind: str = ""
    award: str = ""
    unit: str = ""


class Columns:
    """What a table's cells are read with.

    Attributes:
        head: what was said of all rows; a cell says otherwise of its own.
        award: of the rows that say none.
        who: the fields of this table that may name a recipient.
        carried: what stood last in columns where an empty cell may mean the row above.
    """

    def __init__(self, table: Table, names: Names, head: Head, award: str, *, fill_down: bool) -> None:
        self.table = table
        self.names = names
        self.head = head
        self.award = award
        self.fill_down = fill_down
        self.places = {field: [column.place for column in table.of(field)] for field in Field}
        self.who = [one for one in RECIPIENTS if one is not Field.GIVEN and self.places[one]]
        self.carried: dict[int, str] = {}
        self._headings: list[Heading] = []

    def enter(self, new: Heading) -> None:
        """Leave the headings that end where this one begins."""
        if new.level:
            self._headings = [one for one in self._headings if 0 < one.level < new.level]
        else:
            same = [
                bool(one.award and new.award) or bool(one.kind and new.kind) or bool(one.unit and new.unit)
                for one in self._headings
            ]
            self._headings = self._headings[: same.index(True)] if True in same else self._headings
        self._headings.append(new)

    def said_above(self, what: str) -> str:
        return next((value for one in reversed(self._headings) if (value := getattr(one, what))), "")

    def text(self, cells: Cells, field: Field) -> tuple[str, int]:
        """Return the text of the columns of a field, and the place of the first that has one."""
        places = self.places[field]
        if len(places) == 1:
            place = places[0]
            return (self.carried_text(cells, field, place) if field in _CARRIED else cells.text(place)), place
        found = [(text, place) for place in places if (text := self.carried_text(cells, field, place))]
        return " ".join(text for text, _ in found), found[0][1] if found else places[0] if places else 0

    def carried_text(self, cells: Cells, field: Field, place: int) -> str:
        text = cells.text(place)
        if field not in _CARRIED:
            return text
        if text:
            self.carried[place] = text
        elif (above := self.carried.get(place)) and not cells.troubles:
            if self.fill_down:
                cells.changed(place, "", above, Why.FILLED)
                return above
            if not self._has_default(field):
                cells.wrong(
                    place,
                    Text(
                        "ô trống, dòng trên thì có; nếu cũng như dòng trên thì thêm --fill-down",
                        "the cell is empty and the row above has a value; if it is the same, add --fill-down",
                    ),
                )
        return text

    def _has_default(self, field: Field) -> bool:
        match field:
            case Field.AWARD:
                return bool(self.award or self.said_above("award"))
            case Field.DATE:
                return self.head.date is not None
            case Field.AUTHORITY:
                return bool(self.head.authority)
            case _:
                return bool(self.head.number)
