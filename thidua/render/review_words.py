"""A change in words, line by line; what each output makes of the texts of records is its own affair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Language, Severity, Text, printable
from thidua.model.labels import LABELS
from thidua.model.lists import Level, Method
from thidua.render.look_up import KINDS
from thidua.render.terminal import SEVERITIES, counted
from thidua.report.review import Ask, Change, Review
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from thidua.diagnostics import Diagnostic, Value
    from thidua.report.review import Field, Group, Item, Question, ReportTotals, Row, TotalLine

LONGEST = 400
"""A longer text of a record is cut."""

CHANGES = {
    Change.NEW: Text("thêm", "new"),
    Change.CHANGED: Text("sửa", "changed"),
    Change.CORRECTED: Text("đính chính", "corrected"),
    Change.WITHDRAWN: Text("thu hồi", "withdrawn"),
    Change.MOVED: Text("chuyển", "moved"),
    Change.REMOVED: Text("bỏ", "removed"),
    Change.FOLLOWS: Text("theo tên mới của bản ghi khác", "follows another record's new name"),
    Change.FORM: Text("chỉ đổi cách viết", "only written in another way"),
}
_HOW = {
    Change.NEW: Text("mới", "new"),
    Change.MOVED: Text("đổi tên tệp", "file renamed"),
}
"""What happened to a record, where that reads otherwise than of a row."""

TOTALS = Text("Tổng số thay đổi", "Totals that move")
TOTALS_HEAD = (Text("tổng số", "total"), Text("của", "of"), Text("trước", "before"), Text("sau", "after"))
FOUND = Text("Phát hiện mới", "New findings")
MENDED = Text("Phát hiện không còn", "Findings that are gone")
QUESTIONS = Text("Người xem trả lời", "For the reviewer to answer")

_KINDS = {"settings": Text("thiết lập", "settings"), "other": Text("tệp không phải bản ghi", "file that is no record")}
_COLUMNS = {
    "collectives": Text("tập thể", "collectives"),
    "households": Text("hộ gia đình", "households"),
    "individuals": Text("cá nhân", "individuals"),
    "unsplit": Text("chưa tách loại", "not split by kind"),
}
_PARTS = {
    "total": Text("Tổng số", "Total"),
    "received": Text("Cấp trên khen", "Given by higher bodies"),
    "praise": Text("Biểu dương, thưởng: {name}", "Praise and money: {name}"),
    "award": Text("{name}", "{name}"),
    "level": Text("Theo cấp: {name}", "By level: {name}"),
    "direct": Text("Trực tiếp công tác, lao động", "Direct workers"),
    "method": Text("Theo loại hình: {name}", "By type: {name}"),
}
_REPORTS = {
    "organisation-year": Text("Báo cáo năm {year}: {name}", "Report of {year}: {name}"),
    "bloc-year": Text("Báo cáo khối, năm {year}: {name}", "Report of the bloc, {year}: {name}"),
    "campaign": Text("Báo cáo phong trào: {name}", "Report of the campaign: {name}"),
}
_ASKS = {
    Ask.SAME_NAME: Text(
        "`{name}`{unit_said} trùng tên với người ở {other} ({place}): một người hay hai người?",
        "`{name}`{unit_said} has the name of somebody in {other} ({place}): one person or two?",
    ),
    Ask.NUMBER_ORDER: Text(
        "số {number} ngày {date:day} không theo thứ tự với số {other} ngày {other_date:day} cùng cơ quan:"
        " số và ngày có đúng không?",
        "no. {number} of {date:day} is out of order with no. {other} of {other_date:day} of the same authority:"
        " are number and date right?",
    ),
    Ask.BEFORE_LAUNCH: Text(
        "quyết định ngày {date:day}, trước ngày phát động {launched:day} của `{campaign}`: ngày nào đúng?",
        "decided on {date:day}, before `{campaign}` was launched on {launched:day}: which day is right?",
    ),
    Ask.ONLY_FORM: Text(
        "chỉ đổi cách viết, nội dung như cũ: có cần đổi không?",
        "only written in another way, it says the same: is the change needed?",
    ),
    Ask.SEALED_ROWS: Text(
        "thêm {count:count} dòng vào quyết định đã ban hành {title}: văn bản nào cho phép?",
        "new rows in {title}, which has number and date already: {count:count}; which paper allows them?",
    ),
    Ask.SEALED_VALUES: Text(
        "sửa {count:count} chỗ trong quyết định đã ban hành {title}: có văn bản đính chính, thu hồi không?",
        "changes in {title}, which has number and date already: {count:count}; which paper corrects or withdraws?",
    ),
    Ask.SEALED_GONE: Text(
        "xoá quyết định đã ban hành {title}: vì sao?", "{title}, which has number and date already, is removed: why?"
    ),
    Ask.UNREADABLE: Text(
        "bản cũ không đọc được nên không so được; xem cả tệp", "the old file cannot be read; look at the whole file"
    ),
}


def cut(text: str) -> str:
    """Return a text of a record on one line, no longer than a line bears."""
    plain = printable(text)
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


@dataclass(frozen=True, slots=True)
class Teller:
    """Words for a change in one language.

    Attributes:
        escaped: what an output makes of a text of a record, so that it stands there as it is.
        code: the same for a path.
    """

    language: Language
    escaped: Callable[[str], str]
    code: Callable[[str], str]

    def say(self, text: Text, values: dict[str, Value] | None = None) -> str:
        """Return words of ours with texts of records in them."""
        return text.words(self.language, values)

    # what it is of

    def title(self, review: Review) -> str:
        base = self.code(review.base[:12]) + (f" ({self.escaped(review.base_asked)})" if review.base_asked else "")
        what = self.code(review.head[:12]) if review.head else self.say(Text("bản đang làm", "The work on hand"))
        return self.say(Text("So {what} với {base}", "{what} compared with {base}"), {"what": what, "base": base})

    def summary(self, review: Review) -> Iterator[str]:
        """Yield what it all comes to, one sentence a line."""
        if not review:
            yield self.say(
                Text("không có gì thay đổi so với nhánh chính", "nothing differs from the main branch")
                if review.is_main
                else Text("không có gì thay đổi", "nothing has changed")
            )
            return
        records = [(_HOW.get(one, CHANGES[one]), review.records(one)) for one in Change]
        rows = [(CHANGES[one], review.rows(one)) for one in Change]
        yield from self._counts(Text("bản ghi: {counts}", "records: {counts}"), records)
        yield from self._counts(Text("dòng khen thưởng: {counts}", "rows of awards: {counts}"), rows)
        lines = sum(len(one.lines) for one in review.totals)
        if lines:
            reports = "report" if len(review.totals) == 1 else "reports"
            told = Text(
                "tổng số: {n:count} số thay đổi trong {r:count} báo cáo",
                f"totals: {{n:count}} changed in {{r:count}} {reports}",
            )
            yield self.say(told, {"n": lines, "r": len(review.totals)})
        for text, found in (
            (Text("phát hiện mới: {counts}", "new findings: {counts}"), review.found),
            (Text("phát hiện không còn: {counts}", "findings that are gone: {counts}"), review.mended),
        ):
            if found:
                counts = {severity: sum(one.severity is severity for one in found) for severity in Severity}
                yield self.say(text, {"counts": counted(counts, self.language)})
        if review.questions:
            told = Text("người xem trả lời {n:count} câu hỏi", "questions for the reviewer: {n:count}")
            yield self.say(told, {"n": len(review.questions)})

    def _counts(self, text: Text, counts: Iterable[tuple[Text, int]]) -> Iterator[str]:
        number = Text("{n:count} {what}", "{n:count} {what}")
        told = [self.say(number, {"n": n, "what": self.say(what)}) for what, n in counts if n]
        if told:
            yield self.say(text, {"counts": ", ".join(told)})

    # records

    def group(self, group: Group) -> str:
        parts = []
        if group.campaign:
            parts.append(
                self.say(Text("Phong trào: {name}", "Campaign: {name}"), {"name": self.escaped(group.campaign)})
            )
        if group.bloc:
            parts.append(self.say(Text("Khối, cụm: {name}", "Bloc: {name}"), {"name": self.escaped(group.bloc)}))
        return " · ".join(parts) or self._sentence(self.kind(group.folder))

    def kind(self, folder: str) -> str:
        return self.say(KINDS.get(folder) or _KINDS[folder])

    def item(self, item: Item) -> str:
        """Return what a record is and what happened to it."""
        how = self.say(_HOW.get(item.change, CHANGES[item.change]))
        title = f"{self._sentence(self.kind(item.folder))} {self.escaped(item.title)}".rstrip()
        place = self.code(item.path)
        if item.old_path:
            place = self.say(
                Text("{now}, trước là {old}", "{now}, before {old}"), {"now": place, "old": self.code(item.old_path)}
            )
        return f"{title}: {how} ({place})"

    def lines(self, item: Item) -> Iterator[str]:
        """Yield a line for each field and each row that differs."""
        for field in item.fields:
            yield self.field(field)
        for row in item.rows:
            yield self.row(row)

    def row(self, row: Row) -> str:
        """Return one recipient and what happened to it: `sửa: Bà A (Phòng X): Giấy khen → Bằng khen`."""
        who = f"{self._address(row)}{self.escaped(row.who)}"
        who += f" ({self.escaped(row.unit)})" if row.unit else ""
        award = self.escaped(row.award)
        told = [award] if award and all(field.key != "award" for field in row.fields) else []
        told += [self.field(field) for field in row.fields]
        if row.came_from:
            told.append(self.say(Text("từ {where}", "from {where}"), {"where": self.escaped(row.came_from)}))
        if row.went_to:
            told.append(self.say(Text("sang {where}", "to {where}"), {"where": self.escaped(row.went_to)}))
        return f"{self.say(CHANGES[row.change])}: {who}" + (f": {'; '.join(told)}" if told else "")

    def _address(self, row: Row) -> str:
        if row.kind != "name" or row.sex not in ("nam", "nu"):
            return ""
        return self.say(Text("Ông ", "Mr ") if row.sex == "nam" else Text("Bà ", "Ms "))

    def field(self, field: Field) -> str:
        """Return one value and what it was: `Chức vụ: A → B`."""
        label = f"{self.escaped(field.label)}: " if field.label else ""
        before, after = (self._value(one) for one in (field.before, field.after))
        if field.before is None:
            return f"{label}{after}" if label else f"→ {after}"
        return f"{label}{before} → {after}"

    def _value(self, value: str | None) -> str:
        return self.say(Text("(bỏ trống)", "(left out)")) if value is None else self.escaped(value)

    @staticmethod
    def _sentence(text: str) -> str:
        return text[:1].upper() + text[1:]

    # totals, findings, questions

    def report(self, of: ReportTotals) -> str:
        return self.say(_REPORTS[of.kind], {"year": of.year, "name": self.escaped(of.name)})

    def total(self, line: TotalLine) -> tuple[str, str, str, str]:
        """Return one total: what is counted, of which kind, before, after."""
        name = line.name
        if line.part in ("level", "method"):
            lists: dict[str, tuple[str, str]] = {str(one): LABELS[one] for one in (*Level, *Method)}
            unknown = Text("chưa rõ", "not known")
            name = self.say(Text(*lists[name])) if name in lists else name or self.say(unknown)
        what = self.say(_PARTS[line.part], {"name": self.escaped(name)})
        return what, self.say(_COLUMNS[line.kind]), self._number(line.before), self._number(line.after)

    def _number(self, number: int | None) -> str:
        return (
            self.say(Text("chưa có", "none"))
            if number is None
            else self.say(Text("{n:count}", "{n:count}"), {"n": number})
        )

    def finding(self, one: Diagnostic) -> str:
        place = self.code(f"{one.primary.path}:{one.primary.span.start.line}")
        return f"{self.say(SEVERITIES[one.severity])} {one.code}: {self.escaped(one.message)} ({place})"

    def question(self, one: Question) -> str:
        unit = one.values.get("unit")
        said: dict[str, Value] = {"unit_said": f" ({unit})" if unit else "", **one.values}
        text = self.escaped(_ASKS[one.ask].words(self.language, said))
        return f"{text} ({self.code(f'{one.path}:{one.line}')})"
