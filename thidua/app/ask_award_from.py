"""The conversation that makes a decision from a nomination: only the decision itself is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.add_award_file import find_file, place_of
from thidua.app.add_award_from import default_authority, from_nomination
from thidua.app.ask import NEEDED, Confirm, Conversation, Question, Remark, ask_record, ask_text
from thidua.app.ask_award import START
from thidua.app.ask_award_summary import summary
from thidua.app.entry_error import EntryError
from thidua.app.entry_values import day
from thidua.diagnostics import Text
from thidua.value_class import replace

if TYPE_CHECKING:
    from thidua.app.add_award_typed import AwardTyped
    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh


def ask_award_from(state: Fresh, lookup: Lookup, typed: AwardTyped) -> Conversation[AwardTyped | None]:
    """Ask for what was not typed as options; `None` where the person does not agree at the end."""
    default = default_authority(state, lookup, typed)
    yield Remark(START)
    if not typed.decision:
        hint = Text("như 412/QĐ-UBND", "such as 412/QĐ-UBND")
        number = yield from ask_text(Text("Số quyết định", "Number of the decision"), needed=True, hint=hint)
        typed = replace(typed, decision=number)
    if not typed.date:
        hint = Text("như 06/3/2023", "such as 06/3/2023")
        date: str = yield Question(Text("Ngày quyết định", "Date of the decision"), _day, hint)
        typed = replace(typed, date=date)
    if typed.by is None:
        text = Text("Cấp ra quyết định (mã hoặc tên)", "Who decided (id or name)")
        authority = yield from ask_record(lookup, "organisations", text, default=default)
        typed = replace(typed, by=authority)
    made = from_nomination(state, lookup, typed)
    path = find_file(state, made.new.decision, made.new.file)
    for line in (*summary(lookup, made.new), *made.left):
        yield Remark(line, is_warning=line in made.left)
    path = path or place_of(state, made.new.decision, made.new.groups[0].award, made.new.file)
    agreed = yield Confirm(Text(f"Ghi vào {path}?", f"Write it to {path}?"))
    return typed if agreed else None


def _day(typed: str) -> str:
    if not typed.strip():
        raise EntryError(NEEDED)
    return day(typed).isoformat()
