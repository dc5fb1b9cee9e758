"""Who a row names, and what it says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.app import entry_values as values
from thidua.app.import_cells import choice
from thidua.app.import_result import Why
from thidua.diagnostics import Text
from thidua.model.lists import PersonClass, RecipientKind, Sex
from thidua.sheets.columns import Field, is_no_person, kind_of
from thidua.store.paths import is_slug
from thidua.vietnamese.text import fold

if TYPE_CHECKING:
    from enum import StrEnum

    from thidua.app.import_cells import Cells
    from thidua.app.import_columns import Columns

FIELD_OF_KIND: Final = {
    RecipientKind.INDIVIDUAL: "name",
    RecipientKind.COLLECTIVE: "collective",
    RecipientKind.ENTERPRISE: "enterprise",
    RecipientKind.HOUSEHOLD: "household",
}
KIND_OF_FIELD: Final = {field: kind for kind, field in FIELD_OF_KIND.items()}
ORGANISED: Final = ("collective", "enterprise")
_YES: Final = frozenset({"x", "co", "yes", "1", "truy tang", "v"})
_CARRIED: Final = (Field.AWARD, Field.DECISION, Field.DATE, Field.NUMBER_DATE, Field.AUTHORITY)
"""Columns where clerks write a value once for the rows below it."""
_HEAD: Final = (Field.DECISION, Field.DATE, Field.NUMBER_DATE)


class RecipientReader:
    """Reads the cells of a row that are about its recipient."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.names = columns.names
        self.places = columns.places

    def recipient(self, cells: Cells, award: str) -> tuple[dict[str, str], int]:
        row: dict[str, str] = {}
        field, text, place = self._who(cells, award)
        if field:
            row[field] = self._named(cells, field, text, place, row)
            if not row[field]:
                del row[field]
        is_person = field == "name"
        if is_person:
            self._person_fields(cells, row)
        if not (field in ORGANISED and is_slug(row.get(field, ""))):
            self._unit(cells, row, place)
        for one, name in ((Field.ACHIEVEMENT, "achievement"), (Field.APART, "different_from_namesake")):
            if self.places[one] and (value := self.columns.text(cells, one)[0]):
                row[name] = value
        if self.places[Field.POSTHUMOUS]:
            text, at = self.columns.text(cells, Field.POSTHUMOUS)
            if fold(text) in _YES:
                row["posthumous"] = values.yes(True)
            elif text and fold(text) not in {"khong", "no", "0"}:
                cells.wrong(
                    at,
                    Text(
                        f"`{text[:40]}` không rõ là có hay không; ghi x, hoặc để trống",
                        f"`{text[:40]}` is neither yes nor no; write x, or leave it empty",
                    ),
                )
        return row, place

    def _who(self, cells: Cells, award: str) -> tuple[str, str, int]:
        """Return the field that names the recipient, its text, and its place."""
        given: list[tuple[str, str, int]] = []
        if self.places[Field.GIVEN]:
            family, place = self.columns.text(cells, Field.FAMILY)
            whole = f"{family} {self.columns.text(cells, Field.GIVEN)[0]}".strip()
            given += [("name", whole, place)] if whole else []
        for one in self.columns.who:
            text, place = self.columns.text(cells, one)
            if text:
                given.append((str(one), text, place))
        if not given:
            first = (*self.columns.who, Field.FAMILY, Field.GIVEN)
            return "", "", next((self.places[one][0] for one in first if self.places[one]), 0)
        if len(given) > 1:
            cells.wrong(
                given[1][2],
                Text(
                    "một dòng ghi hai người, tập thể hay hộ; tách thành hai dòng",
                    "one row names two recipients; make it two rows",
                ),
            )
            return "", "", given[0][2]
        field, text, place = given[0]
        kind = self._kind(cells, award, field, text, place)
        if kind is None:
            return "", "", place
        return FIELD_OF_KIND[kind], text, place

    def _kind(self, cells: Cells, award: str, field: str, text: str, place: int) -> RecipientKind | None:
        """Return what the recipient is: as its column says, its row, the heading above it, or the award's law."""
        said = self._said_kind(cells) or self.columns.said_above("kind")
        if field in KIND_OF_FIELD and (len(self.columns.who) > 1 or not said):
            if said or field != "name" or not is_no_person(text):
                return KIND_OF_FIELD[field]
        elif said:
            return RecipientKind(said)
        elif found := self._only_kind(award, text):
            return found
        cells.wrong(place, Text(
            f"không rõ `{text[:60]}` là cá nhân, tập thể hay hộ; thêm cột “Đối tượng”,"
            " hoặc dòng nhóm “Tập thể”, “Cá nhân”",
            f"it is not clear whether `{text[:60]}` is a person, a collective or a household;"
            " add a column `kind`, or a heading above the rows",
        ))  # fmt: skip
        return None

    def _only_kind(self, award: str, text: str) -> RecipientKind | None:
        """Return the one kind of recipient that the award may have, or a collective where the name is a unit's."""
        allowed = self.names.lookup.register.one("SELECT recipients FROM catalogue WHERE id = ?", (award,))
        if allowed and len(str(allowed).split()) == 1:
            return RecipientKind(str(allowed))
        return RecipientKind.COLLECTIVE if len(self.names.matches(text)) == 1 else None

    def _said_kind(self, cells: Cells) -> str:
        if not self.places[Field.KIND]:
            return ""
        return kind_of(self.columns.text(cells, Field.KIND)[0]) or ""

    def _named(self, cells: Cells, field: str, text: str, place: int, row: dict[str, str]) -> str:
        if field in ORGANISED:
            return cells.understood(place, text, self.names.organisation, Why.RECORD)
        if text.endswith("]") and "[" in text:
            name, _, id_ = text[:-1].rpartition("[")
            if self.names.lookup.has("people", id_):
                row["person"] = id_
                text = name.strip()
        elif is_slug(text) and self.names.lookup.has("people", text):
            row["person"] = text
            name = self.names.lookup.name("people", text)
            cells.changed(place, text, name, Why.RECORD)
            return name
        return "" if field == "name" and cells.names_several(place, text) else cells.name(place, text)

    def _person_fields(self, cells: Cells, row: dict[str, str]) -> None:
        if self.places[Field.POSITION] and (text := self.columns.text(cells, Field.POSITION)[0]):
            row["position"] = text
        self._choice(cells, row, Field.CLASS, PersonClass)
        self._choice(cells, row, Field.SEX, Sex)
        if self.places[Field.KIND]:
            text, place = self.columns.text(cells, Field.KIND)
            if (
                text
                and kind_of(text) is None
                and (value := cells.understood(place, text, lambda typed: choice(PersonClass, typed)))
            ):
                row.setdefault("class", value)
        if self.places[Field.PERSON]:
            text, place = self.columns.text(cells, Field.PERSON)
            if text and (
                value := cells.understood(place, text, lambda typed: self.names.lookup.id("people", typed), Why.RECORD)
            ):
                row["person"] = value

    def _choice(self, cells: Cells, row: dict[str, str], field: Field, among: type[StrEnum]) -> None:
        if self.places[field]:
            text, place = self.columns.text(cells, field)
            if text and (value := cells.understood(place, text, lambda typed: choice(among, typed))):
                row[field.value] = value

    def _unit(self, cells: Cells, row: dict[str, str], who: int) -> None:
        text, place = self.columns.text(cells, Field.UNIT) if self.places[Field.UNIT] else ("", 0)
        if self.places[Field.POSITION_UNIT]:
            whole, at = self.columns.text(cells, Field.POSITION_UNIT)
            if whole:
                position, unit = self._split(cells, at, whole)
                if position and "name" in row:
                    row["position"] = position
                text, place = (text, place) if text else (unit, at)
        if text:
            row["unit"] = cells.understood(place, text, self.names.organisation, Why.RECORD)
            if not row["unit"]:
                del row["unit"]
        elif (unit := self.columns.said_above("unit")) and row.get("collective") != unit:
            row["unit"] = unit
            cells.changed(who, "", unit, Why.FILLED)

    def _split(self, cells: Cells, place: int, whole: str) -> tuple[str, str]:
        """Return position and unit of one cell: parted where a known unit begins, else at its one comma."""
        parts = whole.split(", ")
        for count in range(1, len(parts)):
            unit = ", ".join(parts[count:])
            if self.names.matches(unit) or len(parts) == 2:
                position = ", ".join(parts[:count])
                cells.changed(place, whole, f"{position} · {unit}", Why.SPLIT)
                return position, unit
        if self.names.matches(whole):
            return "", whole
        cells.wrong(place, Text(
            f"không rõ đâu là chức vụ, đâu là đơn vị trong `{whole[:60]}`; tách thành hai cột",
            f"it is not clear what is position and what is unit in `{whole[:60]}`; make two columns of it",
        ))  # fmt: skip
        return "", ""
