"""The conversation that adds awards: the decision, then its awards, then who gets each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.app.add_award_file import candidates, place_of
from thidua.app.add_award_typed import AwardTyped, new_award
from thidua.app.ask import (
    Choice,
    Confirm,
    Conversation,
    Question,
    Remark,
    ask_choice,
    ask_count,
    ask_day,
    ask_period,
    ask_record,
    ask_text,
)
from thidua.app.ask_award_rows import ask_groups
from thidua.app.ask_award_summary import summary
from thidua.diagnostics import Text
from thidua.model.lists import Method
from thidua.store.recorded import decision_in, rows_in
from thidua.value_class import replace

if TYPE_CHECKING:
    from thidua.app.add_award import NewAward
    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh

START: Final = Text(
    "Ghi khen thưởng. Ctrl-C để dừng; chưa ghi gì cho đến khi bạn đồng ý ở cuối.",
    "Adding awards. Ctrl-C stops; nothing is written until you agree at the end.",
)


def ask_award(state: Fresh, lookup: Lookup, typed: AwardTyped) -> Conversation[NewAward | None]:
    """Ask for what was not typed as options; `None` where the person does not agree at the end."""
    new = new_award(lookup, typed)
    yield Remark(START)
    new = yield from _ask_decision(lookup, typed, new)
    new = yield from _ask_file(state, new)
    if not new.file or not (state.workspace.root / new.file).exists():
        new = yield from _ask_more(state, lookup, typed, new)
    if not new.groups:
        new = replace(new, groups=(yield from ask_groups(lookup, typed, new)))
    if not new.groups:
        return None
    if typed.source is None and not typed.file:
        source = yield from ask_text(
            Text("Nguồn: tên văn bản, bài viết đã đọc", "Source: the document this was read in")
        )
        new = replace(new, source=source)
    path = new.file or place_of(state, new.decision, new.groups[0].award)
    for line in summary(lookup, new):
        yield Remark(line)
    agreed = yield Confirm(Text(f"Ghi vào {path}?", f"Write it to {path}?"))
    return new if agreed else None


def _ask_decision(lookup: Lookup, typed: AwardTyped, new: NewAward) -> Conversation[NewAward]:
    if typed.file:
        return new
    if typed.decision is None:
        hint = Text("như 412/QĐ-UBND; Enter: chưa biết", "such as 412/QĐ-UBND; Enter: not known")
        number = yield from ask_text(Text("Số quyết định", "Number of the decision"), hint=hint)
        new = replace(new, number=number)
    if typed.date is None:
        new = replace(new, date=(yield from ask_day(Text("Ngày quyết định", "Date of the decision"))))
    if typed.by is None:
        text = Text("Cấp ra quyết định (mã hoặc tên)", "Who decided (id or name)")
        own = lookup.own if lookup.has("organisations", lookup.own) else ""
        new = replace(new, authority=(yield from ask_record(lookup, "organisations", text, default=own)))
    return new


def _ask_file(state: Fresh, new: NewAward) -> Conversation[NewAward]:
    """Find the file of this decision; where it is not sure, the person chooses."""
    if new.file:
        return new
    if not new.number and not new.date:
        return new
    found = candidates(state.register, new.decision)
    if not found:
        return new
    if new.number and len(found) == 1 and not _other_day(state, found[0], new):
        yield Remark(_into(state, found[0]))
        return _of_file(new, found[0])
    other = Choice("", Text("quyết định khác, chưa ghi", "another decision, not recorded yet"))
    choices = tuple(Choice(path, _into(state, path)) for path in found)
    chosen = yield Question(
        Text("Có phải quyết định này đã ghi rồi không?", "Is this decision recorded already?"),
        read=str,
        choices=(*choices, other),
        default=choices[0].value,
    )
    return _of_file(new, chosen) if chosen else replace(new, file=place_of(state, new.decision, "khen-thuong"))


def _of_file(new: NewAward, path: str) -> NewAward:
    """What the file says of the decision stays; only the awards are new."""
    return replace(new, file=path, date=None, authority="", number="")


def _other_day(state: Fresh, path: str, new: NewAward) -> bool:
    there = decision_in(state.register, path)
    return new.date is not None and (there is None or there.date != new.date.isoformat())


def _into(state: Fresh, path: str) -> Text:
    decision, rows = decision_in(state.register, path), rows_in(state.register, path)
    if decision is None:
        raise AssertionError("a decision was found in this file")
    day = f"{decision.date[8:]}/{decision.date[5:7]}/{decision.date[:4]}" if decision.date else ""
    told = " ".join(filter(None, (decision.number, day)))
    return Text(
        f"đã có: {told} trong {path}, {rows} dòng; ghi thêm vào đó",
        f"recorded: {told} in {path}, {rows} rows; add to it",
    )


def _ask_more(state: Fresh, lookup: Lookup, typed: AwardTyped, new: NewAward) -> Conversation[NewAward]:
    """Ask what a new decision's file holds besides its awards."""
    if typed.method is None:
        new = replace(
            new, method=(yield from ask_choice(Text("Loại hình khen thưởng", "Type of commendation"), Method))
        )
    if typed.period is None:
        text = Text("Thành tích của năm nào, giai đoạn nào", "Period of the achievement")
        new = replace(new, period=(yield from ask_period(text)))
    if not new.period and new.date is None and typed.year is None:
        text = Text("Năm khen thưởng", "Year of the award")
        new = replace(new, year=(yield from ask_count(text, needed=True)))
    if not new.number and new.date is None:
        new = yield from _ask_undated(state, new)
    if typed.campaign is None and lookup.all("campaigns"):
        text = Text("Thuộc phong trào thi đua", "Part of the campaign")
        new = replace(new, campaign=(yield from ask_record(lookup, "campaigns", text)))
    if typed.bloc is None and lookup.all("blocs"):
        text = Text("Thuộc khối, cụm thi đua", "Part of the bloc")
        new = replace(new, bloc=(yield from ask_record(lookup, "blocs", text)))
    return new


def _ask_undated(state: Fresh, new: NewAward) -> Conversation[NewAward]:
    """Awards known without number and date: which of the year's files, if any, is theirs."""
    found = candidates(state.register, new.decision)
    if not found:
        return new
    other = Choice("", Text("ghi thành tệp mới", "write a new file"))
    chosen = yield Question(
        Text("Năm này đã có khen thưởng chưa rõ quyết định", "This year has awards without a decision"),
        read=str,
        choices=(*(Choice(path, _into(state, path)) for path in found), other),
        default=found[0],
    )
    if not chosen:
        return replace(new, file=place_of(state, new.decision, "khen-thuong"))
    return replace(_of_file(new, chosen), method="", period="", year="")
