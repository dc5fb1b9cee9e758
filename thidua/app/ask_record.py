"""The conversation that adds a record of one of the simple kinds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_record import DIFFERENT, FIELDS, Field, NewRecord, Typed, new_record, plan, second_of, understood
from thidua.app.ask import (
    SKIP,
    Confirm,
    Conversation,
    Question,
    Remark,
    ask_choice,
    ask_record,
    ask_text,
)
from thidua.app.entry_error import EntryError
from thidua.app.entry_fields import field_type
from thidua.app.entry_lookup import KINDS, Lookup, Match
from thidua.app.entry_names import odd_name
from thidua.app.look_up_record import in_both
from thidua.diagnostics import Text, read_route
from thidua.model.base import Reference
from thidua.model.period import Period
from thidua.store.kinds import model_of
from thidua.store.paths import is_reserved
from thidua.value_class import replace
from thidua.vietnamese.text import slug, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.app.fresh import Fresh

EXAMPLES: Final = {
    date: Text("như 06/3/2023; Enter: bỏ qua", "such as 06/3/2023; Enter: skip"),
    Period: Text("như 2023, 2021-2025; Enter: bỏ qua", "such as 2023, 2021-2025; Enter: skip"),
    int: Text("như 2023; Enter: bỏ qua", "such as 2023; Enter: skip"),
    Decimal: Text("như 25,8; Enter: bỏ qua", "such as 25,8; Enter: skip"),
}


def ask_new_record(state: Fresh, lookup: Lookup, folder: str, typed: Typed) -> Conversation[NewRecord | None]:
    """Ask for what was not typed as options; `None` where the person does not agree at the end."""
    new = new_record(folder, lookup, typed)
    yield Remark(
        Text(
            "Ctrl-C để dừng; chưa ghi gì cho đến khi bạn đồng ý ở cuối.",
            "Ctrl-C stops; nothing is written until you agree.",
        )
    )
    for field in FIELDS[folder]:
        if not field.asked or field.route in new.values:
            continue
        if field.option == "collective" and "name" in new.values:
            continue
        if field.option == "position" and "collective" in new.values:
            continue
        value = yield from _ask(folder, field, lookup, needed=_is_needed(folder, field, new))
        if value:
            new = replace(new, values={**new.values, field.route: value})
        if field.option == "name" and value:
            new = yield from _ask_namesake(lookup, folder, new)
            odd = odd_name(new.name) if folder in ("people", "exemplars") else None
            if odd is not None:
                yield Remark(odd, is_warning=True)
    if folder == "people":
        same = second_of(state, new)
        if same and not (yield from _is_another(same)):
            return None
        new = replace(new, values={**new.values, **_told_apart(new, same)})
    new = replace(new, values=dict(sorted(new.values.items(), key=lambda item: _place(folder, item[0]))))
    planned = plan(state, new)
    yield Remark(Text("Tóm tắt:", "Summary:"))
    for vi, en in in_both(state.register, planned.path, planned.new):
        yield Remark(Text(f"  {vi}", f"  {en}"))
    agreed = yield Confirm(Text(f"Ghi vào {planned.path}?", f"Write it to {planned.path}?"))
    return new if agreed else None


def _is_needed(folder: str, field: Field, new: NewRecord) -> bool:
    if folder == "exemplars":
        return field.option == "collective" and not new.name
    return field.option == "name"


def _place(folder: str, route: str) -> int:
    return next(place for place, field in enumerate(FIELDS[folder]) if field.route == route)


def _ask(folder: str, field: Field, lookup: Lookup, *, needed: bool) -> Conversation[Any]:
    """Ask for one field, in the way of its type."""
    model, route = model_of(folder), read_route(field.route)
    text, parts = title(folder, field), field_type(model, route)
    reference = next((part for part in parts if isinstance(part, Reference)), None)
    enum = next((p for p in parts if isinstance(p, type) and issubclass(p, StrEnum)), None)
    if reference is not None and Ellipsis not in parts:
        answer: Any = yield from ask_record(lookup, reference.folder, text, needed=needed, or_name=reference.or_name)
        return answer
    if enum is not None:
        answer = yield from ask_choice(text, enum)
        return answer
    hint = next((EXAMPLES[part] for part in parts if part in EXAMPLES), None if needed else SKIP)
    if Ellipsis in parts:
        several = yield from _ask_several(text)
        return several
    if hint is None:
        answer = yield from ask_text(text, needed=True)
        return answer

    def read(typed: str) -> str:
        return understood(folder, field, typed, lookup) if typed.strip() else ""

    answer = yield Question(text, read, hint)
    return answer


def _ask_several(text: Text) -> Conversation[tuple[str, ...]]:
    found: list[str] = []
    while True:
        one = yield from ask_text(text)
        if not one:
            return tuple(found)
        found.append(one)


def _ask_namesake(lookup: Lookup, folder: str, new: NewRecord) -> Conversation[NewRecord]:
    """Say which records have the name already, and ask for an id where it must be another."""
    same = lookup.matches(folder, new.name) if folder in KINDS else ()
    if not same or new.id:
        return new
    listed = "; ".join(map(str, same))
    yield Remark(Text(f"đã có: {listed}", f"there is: {listed}"), is_warning=True)
    if folder == "people":
        return new

    def read(typed: str) -> str:
        id_ = slug(tidy(typed))
        if not id_ or is_reserved(id_) or lookup.has(folder, id_):
            raise EntryError(Text("mã này đã dùng; đặt mã khác", "this id is taken; give another"))
        return id_

    text = Text(
        "Nếu là đơn vị khác, đặt mã (chữ thường không dấu); nếu không, Ctrl-C",
        "If it is another one, give it an id; otherwise Ctrl-C",
    )
    id_: str = yield Question(text, read)
    return replace(new, id=id_)


def _is_another(same: tuple[Match, ...]) -> Conversation[bool]:
    """Ask whether a person is another one than those of the same name and unit."""
    listed = "; ".join(map(str, same))
    said = Text(f"đã có người cùng tên, cùng đơn vị: {listed}", f"there is a person of this name and unit: {listed}")
    yield Remark(said, is_warning=True)
    answer: bool = yield Confirm(Text("Đây là người khác?", "Is this another person?"), default=False)
    return answer


def _told_apart(new: NewRecord, same: tuple[Match, ...]) -> dict[str, tuple[str, ...]]:
    before = new.values.get(DIFFERENT, ())
    ids = (*(before if isinstance(before, tuple) else (before,)), *(one.id for one in same))
    return {DIFFERENT: ids} if ids else {}


def title(folder: str, field: Field) -> Text:
    """Return what a field is called in both languages: its title in the model."""
    here: Any = model_of(folder)
    found = None
    for key in read_route(field.route):
        if isinstance(key, str):
            found = next(f for name, f in here.model_fields.items() if key == (f.alias or name))
            here = next(_records(found.annotation), here)
    if found is None or field.option == "source":
        return Text("Nguồn: tên văn bản, bài viết đã đọc", "Source: the document this was read in")
    extra = found.json_schema_extra or {}
    return Text(found.title or field.option, str(extra.get("x-en-title", field.option)))


def _records(hint: Any) -> Iterator[Any]:
    from typing import get_args

    if hasattr(hint, "model_fields"):
        yield hint
    for part in get_args(hint):
        yield from _records(part)
