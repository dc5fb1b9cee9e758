"""The rows of a table → who got what by which decision, each cell understood or said to be wrong."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from thidua.app import entry_values as values
from thidua.app.import_cells import Cells, choice, period
from thidua.app.import_names import Names, NotOne
from thidua.app.import_result import Head, ImportedRow, Trouble, Why
from thidua.diagnostics import Text
from thidua.model.lists import Method, PersonClass, RecipientKind, Sex
from thidua.sheets.columns import RECIPIENTS, Field, kind_of
from thidua.sheets.grid import address, is_blank, text_of
from thidua.sheets.lines import LineKind, lines_of
from thidua.store.rows import is_id
from thidua.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from enum import StrEnum

    from thidua.sheets.lines import Line
    from thidua.sheets.tables import Table

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


@dataclass(frozen=True, slots=True)
class _Heading:
    """What headings say of the rows below them."""

    level: int
    kind: str = ""
    award: str = ""
    unit: str = ""


class TableReader:
    """Reads one table.

    Attributes:
        head: what was said of all rows; a cell says otherwise of its own.
        award: of the rows that say none.
        remarks: rows that were passed over, and what headings were taken for.
    """

    def __init__(self, table: Table, names: Names, head: Head, award: str, *, fill_down: bool) -> None:
        self.table = table
        self.names = names
        self.head = head
        self.award = award
        self.fill_down = fill_down
        self.remarks: list[Text] = []
        self.places = {field: [column.place for column in table.of(field)] for field in Field}
        self.who = [one for one in RECIPIENTS if one is not Field.GIVEN and self.places[one]]
        self._headings: list[_Heading] = []
        self._carried: dict[int, str] = {}
        self._passed: dict[LineKind, list[int]] = {}

    def rows(self, seen: Callable[[int], None]) -> Iterator[ImportedRow]:
        """Return the rows that name somebody, and those that should."""
        for line in lines_of(self.table):
            seen(line.row.number)
            if line.kind is LineKind.DATA:
                yield self._row(line)
            elif line.kind is LineKind.HEADING:
                yield from self._heading(line)
            else:
                self._passed.setdefault(line.kind, []).append(line.row.number)
        for kind, numbers in self._passed.items():
            self.remarks.append(_passed_over(kind, numbers))

    # headings

    def _heading(self, line: Line) -> Iterator[ImportedRow]:
        at = f"{line.row.number}"
        text = tidy(line.text)
        found = self._understood(line, text)
        if isinstance(found, Trouble):
            yield self._empty(line, found)
            return
        if found is None and line.level == 0 and line.row.number > self.table.bottom:
            if len(self.table.columns) - len(self.places[Field.LISTED]) == 1:
                yield self._row(line)
                return
            said = Text(
                f"dòng chỉ có `{text[:60]}`: không rõ là tên nhóm hay người được khen;"
                " thêm số thứ tự và các cột khác, hoặc xoá dòng",
                f"the row has nothing but `{text[:60]}`: a heading, or somebody who is commended?"
                " fill its other columns, or delete it",
            )
            yield self._empty(line, Trouble(address(line.row.number, _first(line)), said))
        elif found is None:
            if line.row.number > self.table.bottom:
                self.remarks.append(
                    Text(
                        f"dòng {at} `{text[:60]}` được coi là tên nhóm, không nhập",
                        f"row {at} `{text[:60]}` is taken for a heading and is not imported",
                    )
                )
        else:
            self._enter(found)
            parts = [part for part in (found.kind, found.award, found.unit) if part]
            self.remarks.append(
                Text(
                    f"dòng {at} `{text[:60]}`: các dòng dưới là {', '.join(parts)}",
                    f"row {at} `{text[:60]}`: the rows below it are {', '.join(parts)}",
                )
            )

    def _understood(self, line: Line, text: str) -> _Heading | Trouble | None:
        if (kind := kind_of(text)) is not None:
            return _Heading(line.level, kind=kind)
        body, _, tail = text.rpartition(" cho ")
        kind = kind_of(tail) if body else None
        try:
            award = self.names.is_award(body if kind else text, self.head.authority, self.head.date)
        except NotOne as error:
            if self.places[Field.AWARD] or self.award:
                award = None
            else:
                return Trouble(address(line.row.number, _first(line)), error.said, error.candidates, is_ambiguous=True)
        if award is not None:
            return _Heading(line.level, kind=kind or "", award=award)
        units = self.names.matches(text) if not self.places[Field.UNIT] and line.row.number > self.table.bottom else ()
        return _Heading(line.level, unit=units[0].id) if len(units) == 1 else None

    def _enter(self, new: _Heading) -> None:
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

    def _of_headings(self, what: str) -> str:
        return next((value for one in reversed(self._headings) if (value := getattr(one, what))), "")

    # somebody's row

    def _row(self, line: Line) -> ImportedRow:
        cells = Cells(self.table.sheet, line.row, int(self.head.year) if self.head.year else None)
        for place in line.filled:
            cells.changed(place, "", tidy(text_of(line.row.cell(place))), Why.MERGED)
        head = self._head(cells)
        award = self._award_of(cells, head)
        recipient, place = self._recipient(cells, award)
        row = ImportedRow(line.row.number, cells.at(place), head, award, recipient, cells.troubles, cells.changes)
        if not recipient and not cells.troubles:
            cells.wrong(
                place,
                Text(
                    "dòng không ghi tên người, tập thể hay hộ; ghi tên, hoặc xoá dòng",
                    "the row names nobody; write the name, or delete the row",
                ),
            )
        return row

    def _empty(self, line: Line, trouble: Trouble) -> ImportedRow:
        return ImportedRow(line.row.number, trouble.cell, self.head, "", {}, [trouble])

    def _text(self, cells: Cells, field: Field) -> tuple[str, int]:
        """Return the text of the columns of a field, and the place of the first that has one."""
        places = self.places[field]
        if len(places) == 1:
            place = places[0]
            return (self._carried_text(cells, field, place) if field in _CARRIED else cells.text(place)), place
        found = [(text, place) for place in places if (text := self._carried_text(cells, field, place))]
        return " ".join(text for text, _ in found), found[0][1] if found else places[0] if places else 0

    def _carried_text(self, cells: Cells, field: Field, place: int) -> str:
        text = cells.text(place)
        if field not in _CARRIED:
            return text
        if text:
            self._carried[place] = text
        elif (above := self._carried.get(place)) and not cells.troubles:
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
                return bool(self.award or self._of_headings("award"))
            case Field.DATE:
                return self.head.date is not None
            case Field.AUTHORITY:
                return bool(self.head.authority)
            case _:
                return bool(self.head.number)

    def _head(self, cells: Cells) -> Head:
        head = self.head
        number, day, authority = head.number, head.date, head.authority
        if self.places[Field.DECISION]:
            number = self._text(cells, Field.DECISION)[0] or number
        if self.places[Field.NUMBER_DATE]:
            text, place = self._text(cells, Field.NUMBER_DATE)
            its_number, its_day, by = cells.number_date(place, text) if text else ("", None, "")
            number, day = its_number or number, its_day or day
            authority = self._authority(cells, place, by) or authority
        if self.places[Field.DATE]:
            day = self._day(cells, self.places[Field.DATE][0]) or day
        if self.places[Field.AUTHORITY]:
            text, place = self._text(cells, Field.AUTHORITY)
            authority = self._authority(cells, place, text) or authority
        values_of = (
            self._value(cells, Field.PERIOD, head.period, period),
            self._value(cells, Field.YEAR, head.year, _year),
            self._value(cells, Field.METHOD, head.method, _method),
        )
        return _head_of(number, day, authority, *values_of)

    def _day(self, cells: Cells, place: int) -> date | None:
        if not is_blank(cells.cell(place)) or cells.sheet.unread:
            day = cells.day(place)
        else:
            text = self._carried_text(cells, Field.DATE, place)
            day = cells.day_of(place, text) if text else None
        if day is not None:
            self._carried[place] = day.isoformat()
        return day

    def _value(self, cells: Cells, field: Field, default: str, read: Callable[[str], str]) -> str:
        if not self.places[field]:
            return default
        text, place = self._text(cells, field)
        return cells.understood(place, text, read) if text else default

    def _authority(self, cells: Cells, place: int, text: str) -> str:
        return (
            cells.understood(place, text, lambda typed: self.names.lookup.id("organisations", typed), Why.RECORD)
            if text
            else ""
        )

    def _award_of(self, cells: Cells, head: Head) -> str:
        if self.places[Field.AWARD]:
            text, place = self._text(cells, Field.AWARD)
            if text:
                return cells.understood(
                    place, text, lambda typed: self.names.award(typed, head.authority, head.date, self.award), Why.AWARD
                )
            if cells.troubles:
                return ""
        found = self._of_headings("award") or self.award
        if not found:
            place = self.places[Field.AWARD][0] if self.places[Field.AWARD] else 0
            cells.wrong(
                place,
                Text(
                    "dòng không ghi danh hiệu, hình thức; ghi vào ô, hoặc thêm --award",
                    "the row names no award; write it, or add --award",
                ),
            )
        return found

    def _recipient(self, cells: Cells, award: str) -> tuple[dict[str, str], int]:
        row: dict[str, str] = {}
        field, text, place = self._who(cells, award)
        if field:
            row[field] = self._named(cells, field, text, place, row)
            if not row[field]:
                del row[field]
        is_person = field == "name"
        if is_person:
            self._person_fields(cells, row)
        if not (field in ORGANISED and is_id(row.get(field, ""))):
            self._unit(cells, row, place)
        for one, name in ((Field.ACHIEVEMENT, "achievement"), (Field.APART, "different_from_namesake")):
            if self.places[one] and (value := self._text(cells, one)[0]):
                row[name] = value
        if self.places[Field.POSTHUMOUS]:
            text, at = self._text(cells, Field.POSTHUMOUS)
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
            family, place = self._text(cells, Field.FAMILY)
            whole = f"{family} {self._text(cells, Field.GIVEN)[0]}".strip()
            given += [("name", whole, place)] if whole else []
        for one in self.who:
            text, place = self._text(cells, one)
            if text:
                given.append((str(one), text, place))
        if not given:
            first = (*self.who, Field.FAMILY, Field.GIVEN)
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
        said = self._said_kind(cells) or self._of_headings("kind")
        if field in KIND_OF_FIELD and (len(self.who) > 1 or not said):
            return KIND_OF_FIELD[field]
        if said:
            return RecipientKind(said)
        allowed = self.names.lookup.register.one("SELECT recipients FROM catalogue WHERE id = ?", (award,))
        if allowed and len(str(allowed).split()) == 1:
            return RecipientKind(str(allowed))
        if len(self.names.matches(text)) == 1:
            return RecipientKind.COLLECTIVE
        cells.wrong(place, Text(
            f"không rõ `{text[:60]}` là cá nhân, tập thể hay hộ; thêm cột “Đối tượng”, hoặc dòng nhóm “Tập thể”, “Cá nhân”",
            f"it is not clear whether `{text[:60]}` is a person, a collective or a household;"
            " add a column `kind`, or a heading above the rows",
        ))  # fmt: skip
        return None

    def _said_kind(self, cells: Cells) -> str:
        if not self.places[Field.KIND]:
            return ""
        return kind_of(self._text(cells, Field.KIND)[0]) or ""

    def _named(self, cells: Cells, field: str, text: str, place: int, row: dict[str, str]) -> str:
        if field in ORGANISED:
            return cells.understood(place, text, self.names.organisation, Why.RECORD)
        if text.endswith("]") and "[" in text:
            name, _, id_ = text[:-1].rpartition("[")
            if self.names.lookup.has("people", id_):
                row["person"] = id_
                text = name.strip()
        elif is_id(text) and self.names.lookup.has("people", text):
            row["person"] = text
            name = self.names.lookup.name("people", text)
            cells.changed(place, text, name, Why.RECORD)
            return name
        return cells.name(place, text)

    def _person_fields(self, cells: Cells, row: dict[str, str]) -> None:
        if self.places[Field.POSITION] and (text := self._text(cells, Field.POSITION)[0]):
            row["position"] = text
        self._choice(cells, row, Field.CLASS, PersonClass)
        self._choice(cells, row, Field.SEX, Sex)
        if self.places[Field.KIND]:
            text, place = self._text(cells, Field.KIND)
            if (
                text
                and kind_of(text) is None
                and (value := cells.understood(place, text, lambda typed: choice(PersonClass, typed)))
            ):
                row.setdefault("class", value)
        if self.places[Field.PERSON]:
            text, place = self._text(cells, Field.PERSON)
            if text and (
                value := cells.understood(place, text, lambda typed: self.names.lookup.id("people", typed), Why.RECORD)
            ):
                row["person"] = value

    def _choice(self, cells: Cells, row: dict[str, str], field: Field, among: type[StrEnum]) -> None:
        if self.places[field]:
            text, place = self._text(cells, field)
            if text and (value := cells.understood(place, text, lambda typed: choice(among, typed))):
                row[field.value] = value

    def _unit(self, cells: Cells, row: dict[str, str], who: int) -> None:
        text, place = self._text(cells, Field.UNIT) if self.places[Field.UNIT] else ("", 0)
        if self.places[Field.POSITION_UNIT]:
            whole, at = self._text(cells, Field.POSITION_UNIT)
            if whole:
                position, unit = self._split(cells, at, whole)
                if position and "name" in row:
                    row["position"] = position
                text, place = (text, place) if text else (unit, at)
        if text:
            row["unit"] = cells.understood(place, text, self.names.organisation, Why.RECORD)
            if not row["unit"]:
                del row["unit"]
        elif unit := self._of_headings("unit"):
            if row.get("collective") != unit:
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


_head_of = lru_cache(maxsize=4096)(Head)
"""Rows of one decision share what they say of it."""


def _year(typed: str) -> str:
    return str(values.count(typed))


def _method(typed: str) -> str:
    return choice(Method, typed)


def _first(line: Line) -> int:
    return next(place for place, cell in enumerate(line.row.cells) if not is_blank(cell))


_PASSED: Final = {
    LineKind.TOTAL: Text("dòng tổng", "totals"),
    LineKind.NUMBERING: Text("dòng đánh số cột", "numbers of the columns"),
    LineKind.SIGNATURE: Text("phần ký tên cuối bảng", "signatures below the table"),
    LineKind.REST_OF_HEADER: Text("phần còn lại của tiêu đề", "the rest of the header"),
}


def _passed_over(kind: LineKind, numbers: list[int]) -> Text:
    listed = ", ".join(map(str, numbers[:8])) + (", …" if len(numbers) > 8 else "")
    said = _PASSED[kind]
    return Text(f"{said.vi}, không nhập: dòng {listed}", f"{said.en}, not imported: row {listed}")
