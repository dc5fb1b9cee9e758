"""The conversation that adds a nomination: the dossier, then its awards, then who is proposed for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_award import NewAward
from thidua.app.add_nomination import (
    FIELDS,
    NewNomination,
    NominationTyped,
    find_file,
    new_nomination,
    place_of,
    understood,
)
from thidua.app.ask import SKIP, Confirm, Conversation, Question, Remark, ask_choice, ask_record, ask_text
from thidua.app.ask_award_rows import ask_groups
from thidua.app.ask_award_summary import group_summary
from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.model.lists import Method

if TYPE_CHECKING:
    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh

START: Final = Text(
    "Ghi một đợt đề nghị. Ctrl-C để dừng; chưa ghi gì cho đến khi bạn đồng ý ở cuối.",
    "Adding a nomination. Ctrl-C stops; nothing is written until you agree at the end.",
)
_DAY: Final = Text("như 02/12/2025; Enter: bỏ qua", "such as 02/12/2025; Enter: skip")
_ASKED: Final = {
    "number": Text("Số tờ trình", "Number of the submission"),
    "date": Text("Ngày tờ trình", "Date of the submission"),
    "received": Text("Ngày nhận hồ sơ", "Day the file was received"),
    "by": Text("Đơn vị đề nghị (mã hoặc tên)", "Proposed by (id or name)"),
    "sent-to": Text("Cấp xét (mã hoặc tên)", "Decided by (id or name)"),
    "period": Text("Thành tích của năm nào, giai đoạn nào", "Period of the achievement"),
    "method": Text("Loại hình khen thưởng", "Type of commendation"),
    "council-date": Text("Ngày họp hội đồng", "Day of the council"),
}
_HINTS: Final = {"date": _DAY, "received": _DAY, "council-date": _DAY}


def ask_nomination(state: Fresh, lookup: Lookup, typed: NominationTyped) -> Conversation[NewNomination | None]:
    """Ask for what was not typed as options; `None` where the person does not agree at the end."""
    new = new_nomination(lookup, typed)
    yield Remark(START)
    head = dict(new.head)
    for option, text in _ASKED.items():
        # a dossier that is there already is only added to
        if option != "number" and "number" in head and find_file(state, NewNomination(head, ())):
            break
        if typed.head.get(option) is None:
            value = yield from _ask(lookup, option, text, head)
            if value:
                head[FIELDS[option]] = value
    head = {route: head[route] for route in FIELDS.values() if route in head}
    groups = new.groups or (yield from ask_groups(lookup, typed.rows, NewAward(())))
    if not groups:
        return None
    new = NewNomination(head, groups)
    path = find_file(state, new) or place_of(state, new)
    for group in groups:
        for line in group_summary(lookup, group):
            yield Remark(line)
    agreed = yield Confirm(Text(f"Ghi vào {path}?", f"Write it to {path}?"))
    return new if agreed else None


def _ask(lookup: Lookup, option: str, text: Text, head: dict[str, str]) -> Conversation[Any]:
    if option in ("by", "sent-to"):
        own = lookup.own if option == "sent-to" and lookup.has("organisations", lookup.own) else ""
        answer = yield from ask_record(lookup, "organisations", text, or_name=True, default=own)
        return answer
    if option == "method":
        answer = yield from ask_choice(text, Method)
        return answer
    if option == "number":
        answer = yield from ask_text(text)
        return answer

    def read(answered: str) -> str:
        if answered.strip():
            return understood(lookup, option, answered)
        if option == "period" and not ({"date", "received"} & set(head)):
            raise EntryError(Text("cần kỳ thành tích hoặc ngày tờ trình", "a period or a date is needed"))
        return ""

    answer = yield Question(text, read, _HINTS.get(option, SKIP))
    return answer
