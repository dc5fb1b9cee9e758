"""The conversations that correct and withdraw: whose row, what is right, and which paper says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.app.ask import Choice, Confirm, Conversation, Question, Remark, ask_choice, ask_text
from thidua.app.change_paper import ChangeTyped, corrected_field, plan_correction, plan_revocation, values_now
from thidua.app.decision_rows import Asked, DecisionRow, decision_asked, rows_meant, rows_of_decision, told
from thidua.app.entry_error import EntryError
from thidua.app.entry_fields import plain
from thidua.app.entry_values import day
from thidua.diagnostics import Text
from thidua.model.change import OF_DECISION, field_hint
from thidua.model.labels import LABELS
from thidua.model.lists import CorrectedField
from thidua.store.shape import parts
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh

START: Final = Text(
    "Ctrl-C để dừng; chưa ghi gì cho đến khi bạn đồng ý ở cuối.",
    "Ctrl-C stops; nothing is written until you agree at the end.",
)
_WHOSE: Final = Text("Dòng của ai (tên như trong quyết định)", "Whose row (the name as in the decision)")
_THE_DECISION: Final = Text(
    "Enter: chính quyết định (số, ngày, người ký)", "Enter: the decision itself (number, date, signer)"
)


def ask_correction(state: Fresh, lookup: Lookup, typed: ChangeTyped) -> Conversation[ChangeTyped | None]:
    """Ask for what was not typed as options; `None` where the person does not agree at the end."""
    path, _ = decision_asked(state, typed.decision)
    yield Remark(START)
    rows = rows_of_decision(state.register, path)
    if not typed.rows and (not typed.field or corrected_field(typed.field) not in OF_DECISION):
        typed = yield from _whose(lookup, rows, typed, needed=bool(typed.field))
    if not typed.field:
        typed = replace(typed, field=(yield from _which_field(of_decision=not typed.rows)))
    field = corrected_field(typed.field or "")
    if not typed.value:
        asked = Asked(typed.rows[0], typed.award, typed.unit) if typed.rows else None
        meant = rows_meant(lookup, rows, asked, one_award=field is CorrectedField.AWARD) if asked else []
        typed = replace(typed, value=(yield from _value(state, lookup, path, field, meant)))
    typed = yield from _paper(typed)
    planned = plan_correction(state, lookup, typed)
    for line in planned.remarks:
        yield Remark(line)
    agreed = yield Confirm(Text(f"Ghi vào {planned.path}?", f"Write it to {planned.path}?"))
    return typed if agreed else None


def ask_revocation(state: Fresh, lookup: Lookup, typed: ChangeTyped) -> Conversation[ChangeTyped | None]:
    """Ask for what was not typed as options; `None` where the person does not agree at the end."""
    path, _ = decision_asked(state, typed.decision)
    yield Remark(START)
    rows = [row for row in rows_of_decision(state.register, path) if not row.revoked]
    if not typed.rows:
        typed = yield from _whose(lookup, rows, typed, needed=True)
    typed = yield from _paper(typed)
    if not typed.ground:
        typed = replace(typed, ground=(yield from ask_text(Text("Lý do", "Ground"))))
    planned = plan_revocation(state, lookup, typed)
    for line in planned.remarks:
        yield Remark(line)
    agreed = yield Confirm(Text(f"Ghi vào {planned.path}?", f"Write it to {planned.path}?"))
    return typed if agreed else None


def _whose(
    lookup: Lookup, rows: Sequence[DecisionRow], typed: ChangeTyped, *, needed: bool
) -> Conversation[ChangeTyped]:
    """Ask whose row it is, and which of several of that name."""

    def read(answered: str) -> list[DecisionRow]:
        if not answered.strip():
            if needed:
                raise EntryError(Text("câu này cần trả lời", "an answer is needed here"))
            return []
        return _of_name(lookup, rows, answered)

    found: list[DecisionRow] = yield Question(_WHOSE, read, None if needed else _THE_DECISION)
    if not found:
        return typed
    if len(found) > 1:
        choices = tuple(Choice(str(n), Text(*[told(lookup, row)] * 2)) for n, row in enumerate(found))
        which = Text("Dòng nào", "Which row")
        chosen: DecisionRow = yield Question(which, lambda n: found[int(n or 0)], choices=choices, default="0")
        return replace(typed, rows=(chosen.name,), award=chosen.award, unit=chosen.unit)
    yield Remark(Text(*[f"= {told(lookup, found[0])}"] * 2))
    return replace(typed, rows=(found[0].name,), unit=typed.unit)


def _of_name(lookup: Lookup, rows: Sequence[DecisionRow], name: str) -> list[DecisionRow]:
    """Return every row that a name may mean, whoever's."""
    found: list[DecisionRow] = []
    for whose in dict.fromkeys((row.kind, row.name, row.unit) for row in rows):
        mine = [row for row in rows if (row.kind, row.name, row.unit) == whose]
        try:
            found += rows_meant(lookup, mine, Asked(name))
        except EntryError:
            continue
    return found or rows_meant(lookup, rows, Asked(name))


def _which_field(*, of_decision: bool) -> Conversation[str]:
    fields = [one for one in CorrectedField if (one in OF_DECISION) is of_decision]
    choices = tuple(Choice(one.value, Text(*LABELS[one])) for one in fields)
    answer: str = yield Question(
        Text("Đính chính nội dung nào", "Which field"), choices=choices, default=fields[0].value
    )
    return answer


def _value(
    state: Fresh, lookup: Lookup, path: str, field: CorrectedField, rows: list[DecisionRow]
) -> Conversation[str]:
    now = ", ".join(dict.fromkeys(one or "…" for one in values_now(state, path, field, rows)))
    found = tuple(parts(field_hint(field)))
    text = Text(f"Giá trị đúng (đang ghi: {now})", f"Right value (now: {now})")
    listed = next((part for part in found if isinstance(part, type) and part in _LISTS), None)
    if listed is not None:
        answer = yield from ask_choice(text, listed, optional=False)
        return answer

    def read(answered: str) -> str:
        if not answered.strip():
            raise EntryError(Text("câu này cần trả lời", "an answer is needed here"))
        return plain(found, answered, lookup)

    value: str = yield Question(text, read)
    return value


_LISTS: Final = {type(one) for one in LABELS}


def _paper(typed: ChangeTyped) -> Conversation[ChangeTyped]:
    """Ask by which paper: its number and day, or else where it was read."""
    if not typed.number:
        typed = replace(typed, number=(yield from ask_text(Text("Số văn bản", "Number of the paper"))))
    if not typed.date:

        def read(answered: str) -> str:
            return day(answered).isoformat() if answered.strip() else ""

        how = Text("như 20/3/2023; Enter: chưa biết", "such as 20/3/2023; Enter: not known")
        typed = replace(typed, date=(yield Question(Text("Ngày văn bản", "Date of the paper"), read, how)))
    if not (typed.number and typed.date) and not typed.source:
        needed = Text("Nguồn: đọc ở đâu", "Source: where it was read")
        typed = replace(typed, source=(yield from ask_text(needed, needed=True)))
    return typed
