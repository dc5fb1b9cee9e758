"""Rows of a workbook beside the decision's file: new, the same, changed, or nobody can tell which."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.app.entry_document import document_of
from thidua.app.entry_lookup import Match
from thidua.app.entry_names import same_people
from thidua.app.import_result import Difference, ImportedRow, RowState, Trouble
from thidua.diagnostics import Text
from thidua.model.lists import RECIPIENT_FIELDS
from thidua.store.library import Library
from thidua.value_class import dataclass
from thidua.vietnamese.text import fold, name_key, same_tone_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.app.fresh import Fresh
    from thidua.app.import_names import Names
    from thidua.diagnostics import Route

_PLACES: Final = ("unit", "collective", "enterprise")


@dataclass(frozen=True, slots=True)
class There:
    """A row of the decision's file.

    Attributes:
        corrected: the row as papers put it right; as in the file where none does.
    """

    route: tuple[str | int, ...]
    recipient: dict[str, Any]
    corrected: dict[str, Any]


Key = tuple[str, str, str]


def key_of(names: Names, award: str, recipient: dict[str, Any]) -> Key:
    """Return what makes two rows speak of one recipient, but for units and namesakes."""
    field = next((field for field in RECIPIENT_FIELDS if field in recipient), "")
    text = str(recipient.get(field, ""))
    return award, field, names.place(text) if field in _PLACES else name_key(text)


def rows_there(state: Fresh, names: Names, path: str) -> dict[Key, list[There]]:
    """Return the rows of a decision's file by what makes them one recipient's, in the file and as papers correct it."""
    document = document_of(state.workspace, path)
    now = _corrected_rows(state, path)
    found: dict[Key, list[There]] = {}
    groups: Any = document.tree.get("awards")
    for place, group in enumerate(groups if isinstance(groups, list) else ()):
        rows = group.get("recipients") if isinstance(group, dict) else None
        if not isinstance(rows, list) or "name" in group:
            continue
        for number, row in enumerate(rows):
            if isinstance(row, dict):
                route = ("awards", place, "recipients", number)
                award = str(group.get("award"))
                award_now, row_now = now.get(route, (award, row))
                for key in {key_of(names, award, row), key_of(names, award_now, row_now)}:
                    found.setdefault(key, []).append(There(route, row, row_now))
    return found


def _corrected_rows(state: Fresh, path: str) -> dict[Route, tuple[str, dict[str, Any]]]:
    """Return award and fields of the rows that papers correct as they are now, by their place in the file."""
    now = Library(state.workspace, state.register).corrected(path)
    if now is None:
        return {}
    found: dict[Route, tuple[str, dict[str, Any]]] = {}
    for place, group in enumerate(now.record.awards):
        for number, one in enumerate(group.recipients):
            stated = now.stated_route(("awards", place, "recipients", number))
            found[stated] = group.award, one.model_dump(by_alias=True, exclude_none=True)
    return found


def refuse_twice(names: Names, rows: Iterable[ImportedRow]) -> None:
    """Mark rows of one decision that name one recipient for one award a second time."""
    seen: dict[tuple[str, ...], ImportedRow] = {}
    for row in rows:
        if row.is_wrong:
            continue
        of = row.recipient
        unit = names.place(of.get("unit", ""))
        key = (*key_of(names, row.award, of), unit, of.get("person", ""), fold(of.get("different_from_namesake", "")))
        first = seen.setdefault(key, row)
        if first is not row:
            row.state = RowState.AMBIGUOUS
            row.troubles.append(Trouble(row.cell, Text(
                f"tên này đã có ở {first.cell}, cùng đơn vị, cùng danh hiệu: gõ hai lần thì xoá một dòng;"
                " hai người khác nhau thì thêm cột “Phân biệt trùng tên”",
                f"the name stands at {first.cell} too, with the same unit and award: delete a row that was typed twice;"
                " for two people add a column `different_from_namesake`",
            ), (first.cell,), is_ambiguous=True))  # fmt: skip


def compare(names: Names, row: ImportedRow, there: dict[Key, list[There]], path: str) -> None:
    """Say of a row how it stands to the decision's file."""
    found = there.get(key_of(names, row.award, row.recipient), ())
    if not found:
        return
    same = [one for one in found if any(_may_be(names, row.recipient, its) for its in (one.recipient, one.corrected))]
    unit = _unit(names, row.recipient)
    exact = [one for one in same if unit in (_unit(names, one.recipient), _unit(names, one.corrected))]
    same = exact if len(exact) == 1 else same
    if len(same) == 1:
        _told(names, row, same[0])
        return
    if not same and "different_from_namesake" in row.recipient:
        return
    row.state = RowState.AMBIGUOUS
    listed = tuple(_described(one) for one in same or found)
    row.troubles.append(Trouble(row.cell, Text(
        f"`{path}` đã có người, tập thể cùng tên: {'; '.join(listed)}; là một thì sửa cho cùng đơn vị,"
        " là hai thì thêm cột “Phân biệt trùng tên”",
        f"`{path}` has the name already: {'; '.join(listed)}; if they are one, give them one unit;"
        " if two, add a column `different_from_namesake`",
    ), listed, is_ambiguous=True))  # fmt: skip


def _told(names: Names, row: ImportedRow, one: There) -> None:
    row.route = one.route
    row.differences = tuple(_differences(names, row.recipient, one))
    row.state = RowState.CHANGED if row.differences else RowState.SAME


def _differences(names: Names, here: dict[str, str], there: There) -> Iterator[Difference]:
    for field, value in here.items():
        old, now = str(there.recipient.get(field, "")), str(there.corrected.get(field, ""))
        if not any(_is_same(names, field, one, value) for one in (old, now)):
            yield Difference(field, old, value)


def _is_same(names: Names, field: str, old: str, value: str) -> bool:
    if field in _PLACES:
        return names.place(old) == names.place(value)
    if field in ("name", "household"):
        return name_key(old) == name_key(value)
    return same_tone_style(old).casefold() == same_tone_style(value).casefold()


def _may_be(names: Names, here: dict[str, str], there: dict[str, Any]) -> bool:
    if "person" in here and "person" in there:
        return str(here["person"]) == str(there["person"])
    apart = (fold(here.get("different_from_namesake", "")), fold(str(there.get("different_from_namesake", ""))))
    if all(apart) and apart[0] != apart[1]:
        return False
    units = _unit(names, here), _unit(names, there)
    return not all(units) or units[0] == units[1]


def _unit(names: Names, recipient: dict[str, Any]) -> str:
    return names.place(str(recipient.get("unit", "")))


def _described(one: There) -> str:
    of = one.recipient
    parts = [str(of[field]) for field in (*RECIPIENT_FIELDS, "position", "unit", "person") if field in of]
    return ", ".join(parts)


class People:
    """Records of people who have the names of rows."""

    def __init__(self, state: Fresh, names: Names) -> None:
        self.state = state
        self.names = names
        self.known = frozenset(key for (key,) in state.register.ask("SELECT name_key FROM person"))

    def ask_which(self, row: ImportedRow) -> None:
        """Mark a row that several records of people may mean."""
        of = row.recipient
        if (
            "name" not in of
            or "person" in of
            or "different_from_namesake" in of
            or name_key(of["name"]) not in self.known
        ):
            return
        found = (
            self._called(of["name"])
            if "unit" not in of
            else same_people(self.state, self.names.lookup, of["name"], of["unit"])
        )
        if len(found) < 2:
            return
        listed = tuple(map(str, found))
        row.state = RowState.AMBIGUOUS
        row.troubles.append(Trouble(row.cell, Text(
            f"`{of['name']}` có thể là {len(found)} người: {'; '.join(listed)}; ghi mã vào cột “Mã cá nhân”",
            f"`{of['name']}` may be {len(found)} people: {'; '.join(listed)}; write the id in a column `person`",
        ), listed, is_ambiguous=True))  # fmt: skip

    def _called(self, name: str) -> tuple[Match, ...]:
        rows = self.state.register.ask("SELECT id, name FROM person WHERE name_key = ? ORDER BY id", (name_key(name),))
        return tuple(Match(id_, there) for id_, there in rows)
