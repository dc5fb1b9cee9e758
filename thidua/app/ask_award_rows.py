"""The part of the conversation that asks which awards, and who gets them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.app.add_award import ORGANISED, NewAward, NewGroup
from thidua.app.add_award_typed import AwardTyped, new_award, not_for
from thidua.app.ask import (
    Choice,
    Confirm,
    Conversation,
    Question,
    Remark,
    ask_choice,
    ask_count,
    ask_record,
    ask_text,
)
from thidua.app.entry_names import odd_name
from thidua.app.entry_year import already_given, counting_year
from thidua.diagnostics import Text
from thidua.model.lists import RECIPIENT_FIELDS, PersonClass, Sex
from thidua.value_class import replace
from thidua.vietnamese.text import name_key, tidy

if TYPE_CHECKING:
    from thidua.app.entry_lookup import Lookup

COUNTED: Final = "counted"
WHO: Final = {
    "name": Text("cá nhân", "an individual"),
    "collective": Text("tập thể", "a collective"),
    "enterprise": Text("doanh nghiệp", "an enterprise"),
    "household": Text("hộ gia đình", "a household"),
    "people": Text("nhân dân và cán bộ một địa phương", "the people and officials of a place"),
    COUNTED: Text("chỉ biết số lượng, không có danh sách", "only their number is known"),
}
NAMES: Final = {
    "name": Text("Họ và tên", "Name"),
    "collective": Text("Tên tập thể (mã hoặc tên)", "Collective (id or name)"),
    "enterprise": Text("Tên doanh nghiệp (mã hoặc tên)", "Enterprise (id or name)"),
    "household": Text("Tên chủ hộ", "Head of the household"),
    "people": Text("Nhân dân và cán bộ của", "People and officials of"),
}
ENOUGH: Final = Text("Enter: đã đủ danh sách", "Enter: that is all of them")
UNIT: Final = Text("Đơn vị (mã hoặc tên)", "Unit (id or name)")
Row = dict[str, str]


def ask_groups(lookup: Lookup, typed: AwardTyped, new: NewAward) -> Conversation[tuple[NewGroup, ...]]:
    """Ask for the awards of a decision, as many as there are."""
    groups: list[NewGroup] = []
    award = lookup.id("catalogue", tidy(typed.award), "--award") if typed.award else ""
    while True:
        if not award:
            text = Text("Danh hiệu, hình thức khen thưởng (gõ vài chữ)", "Award (type some letters)")
            award = yield from ask_record(lookup, "catalogue", text, needed=True)
        group = yield from _ask_group(lookup, typed if not groups else AwardTyped(), new, award)
        if group is not None:
            groups.append(group)
        more = yield Confirm(
            Text(
                "Quyết định này còn danh hiệu, hình thức khác cần ghi?",
                "Does this decision give another award to add?",
            ),
            default=not groups,
        )
        if not more:
            return tuple(groups)
        award = ""


def _ask_group(lookup: Lookup, typed: AwardTyped, new: NewAward, award: str) -> Conversation[NewGroup | None]:
    given = new_award(lookup, replace(typed, award=award))
    if given.groups:
        return given.groups[0]
    rows: list[Row] = []
    counted: Row = {}
    while True:
        field = yield from _ask_who(lookup, award)
        if field == COUNTED:
            counted = yield from _ask_counts()
        else:
            rows += yield from _ask_rows(lookup, new, award, field, rows)
        text = Text("Ghi thêm đối tượng loại khác cho danh hiệu này?", "Add recipients of another kind?")
        more = yield Confirm(text, default=not rows and not counted)
        if not more:
            return NewGroup(award, tuple(rows), counted or None) if rows or counted else None


def _ask_who(lookup: Lookup, award: str) -> Conversation[str]:
    """Ask for the kind of recipient, those that may have the award first."""
    refusals = {field: not_for(lookup, award, kind) for field, kind in RECIPIENT_FIELDS.items()}
    fields = sorted(RECIPIENT_FIELDS, key=lambda field: refusals[field] is not None)
    choices = tuple(Choice(field, WHO[field]) for field in (*fields, COUNTED))
    while True:
        text = Text("Tặng cho", "Goes to")
        field: str = yield Question(text, read=str, choices=choices, default=fields[0])
        refusal = refusals.get(field)
        if refusal is None:
            return field
        yield Remark(refusal, is_warning=True)
        kept = yield Confirm(Text("Vẫn ghi như vậy?", "Add it all the same?"), default=False)
        if kept:
            return field


def _ask_counts() -> Conversation[Row]:
    asked = {
        "collectives": Text("Số tập thể", "Number of collectives"),
        "households": Text("Số hộ gia đình", "Number of households"),
        "individuals": Text("Số cá nhân", "Number of individuals"),
    }
    found: Row = {}
    for field, text in asked.items():
        number = yield from ask_count(text)
        if number:
            found[field] = number
    return found


def _ask_rows(lookup: Lookup, new: NewAward, award: str, field: str, before: list[Row]) -> Conversation[list[Row]]:
    """Ask for recipients of one kind until an empty name."""
    rows: list[Row] = []
    while True:
        row = yield from _ask_name(lookup, field)
        if row is None:
            return rows
        odd = odd_name(row[field]) if field in ("name", "household") else None
        if odd is not None:
            yield Remark(odd, is_warning=True)
        twice = _twice(lookup, new, award, row[field], [*before, *rows])
        if twice is not None:
            yield Remark(twice, is_warning=True)
            kept = yield Confirm(Text("Vẫn ghi thêm dòng này?", "Add this row all the same?"), default=False)
            if not kept:
                continue
        last = rows[-1].get("unit", "") if rows else ""
        rows.append((yield from _ask_details(lookup, field, row, last)))


def _ask_name(lookup: Lookup, field: str) -> Conversation[Row | None]:
    if field in ORGANISED:
        name = yield from ask_record(lookup, "organisations", NAMES[field], or_name=True, hint=ENOUGH)
        return {field: name} if name else None
    if field != "name":
        name = yield from ask_text(NAMES[field], hint=ENOUGH)
        return {field: name} if name else None
    typed = yield Question(
        NAMES["name"], hint=ENOUGH, complete=lambda text: lookup.complete("people", text) if text else []
    )
    if not typed:
        return None
    found = lookup.matches("people", typed) if typed.endswith("]") else ()
    if len(found) != 1:
        return {"name": typed}
    yield Remark(Text(f"= {found[0]}", f"= {found[0]}"))
    return {"name": lookup.name("people", found[0].id), "person": found[0].id}


def _twice(lookup: Lookup, new: NewAward, award: str, name: str, rows: list[Row]) -> Text | None:
    """Return why this row may be one too many: it stands above, or in another decision of the year."""
    keys = {name_key(row[field]) for row in rows for field in RECIPIENT_FIELDS if field in row}
    if name_key(name) in keys:
        return Text(f"`{name}` đã ghi ở trên", f"`{name}` stands above already")
    year = new.counting_year
    if year is None and new.file:
        year = counting_year(lookup.register, new.file)
    return already_given(lookup.register, name, award, year) if year else None


def _ask_details(lookup: Lookup, field: str, row: Row, last_unit: str) -> Conversation[Row]:
    if field in ORGANISED:
        return row
    row = dict(row)
    if field == "name":
        row["position"] = yield from ask_text(Text("Chức vụ", "Position"))
    row["unit"] = yield from ask_record(lookup, "organisations", UNIT, or_name=True, default=last_unit)
    if field == "name":
        row["class"] = yield from ask_choice(Text("Đối tượng", "Class"), PersonClass)
        row["sex"] = yield from ask_choice(Text("Giới tính", "Sex"), Sex)
    return {key: value for key, value in row.items() if value}
