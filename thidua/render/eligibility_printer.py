"""Words for what is answered about eligibility: names for ids, labels for slugs, days as each language writes them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Language, Text
from thidua.model.labels import LABELS
from thidua.model.year_lists import Discipline, Kept, Reach, TaskResult, WorkKind
from thidua.render.eligibility_lacks import LACKS, YEARS
from thidua.render.eligibility_words import REASONS
from thidua.vietnamese.dates import article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua.eligibility.answer import Evidence, Judged, Lack
    from thidua.law.entry import Words

_DECLARED = Text("đã xác nhận ghi đầy đủ: {what}", "declared to be wholly recorded: {what}")


_HOLDERS = Text("{count} người đạt {what}", "{count} people hold {what}")
_TARGETS = Text("vượt {what} chỉ tiêu", "{what} targets exceeded")
_SAID = {
    ("nomination", "vote"): Text("biểu quyết trong hồ sơ đề nghị", "the vote in the nomination"),
    ("nomination", "notice"): Text("thời gian công khai trong hồ sơ đề nghị", "the public notice in the nomination"),
    ("nomination", "date"): Text("ngày trình trong hồ sơ đề nghị", "the day of the submission in the nomination"),
    ("nomination", "period"): Text("kỳ thành tích trong hồ sơ đề nghị", "the period in the nomination"),
    ("nomination", "answers"): Text("trả lời trong hồ sơ đề nghị", "the answer in the nomination"),
    ("roster", "no_title"): Text("danh sách năm ghi không đạt danh hiệu", "the roster says that no title was given"),
}


class Printer:
    """Words of one report: names for ids, labels for slugs."""

    def __init__(self, language: Language, awards: Mapping[str, str], units: Mapping[str, str]) -> None:
        self.language = language
        self._awards = awards
        self._units = units

    def say(self, text: Text, **values: Any) -> str:
        return text.words(self.language, values)

    def both(self, words: Words | None) -> str:
        if words is None:
            return ""
        return words.vi if self.language is Language.VI else words.en

    def unit(self, id_or_name: str | None) -> str:
        return self._units.get(id_or_name, id_or_name) if id_or_name else ""

    def awards(self, ids: Iterable[str]) -> str:
        return " / ".join(self._awards.get(id_, id_) for id_ in ids)

    def reason(self, judged: Judged) -> str:
        values = {name: self._value(name, value) for name, value in judged.values.items()}
        values["awards"] = self.awards(str(judged.values.get("awards", "")).split())
        values["question"] = self.both(judged.question)
        kinds = str(judged.values.get("kinds", "")).split()
        values["kinds"] = " / ".join(LABELS[WorkKind(one)][self.language is Language.EN] for one in kinds)
        return self.say(REASONS[judged.reason], **values)

    def _value(self, name: str, value: str | int) -> str:
        text = str(value)
        for key, values in (("result", TaskResult), ("reach", Reach), ("level", Discipline)):
            if name == key and text in list(values):
                return LABELS[values(text)][self.language is Language.EN]
        return self.day(text) if name in ("day", "until", "since") or text.count("-") == 2 else text

    def day(self, text: str) -> str:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            return text
        return article(day) if self.language is Language.VI else text

    def lack(self, lack: Lack) -> str:
        of = [self._awards.get(one, one) for one in lack.of]
        if lack.what == "work":
            of = [LABELS[Reach(one)][self.language is Language.EN] for one in lack.of]
        years = self.say(YEARS, years=_years(lack.years)) if lack.years else ""
        return self.say(LACKS[lack.what], of=" / ".join(of), years=years)

    def evidence(self, one: Evidence) -> str:
        what = self._awards.get(one.what, one.what)
        if one.kind == "holders":
            what = self.say(_HOLDERS, count=one.count, what=what)
        if (words := _SAID.get((one.kind, one.what))) is not None:
            what = self.say(words)
        if one.kind == "targets":
            what = self.say(_TARGETS, what=one.what.replace("None", "?"))
        if one.kind == "result":
            what = LABELS[TaskResult(one.what)][self.language is Language.EN]
        if one.kind == "discipline":
            what = LABELS[Discipline(one.what)][self.language is Language.EN]
        if one.kind == "declared":
            what = self.say(_DECLARED, what=LABELS[Kept(one.what)][self.language is Language.EN])
        if one.kind in ("roster", "bloc", "unit") and (one.kind, one.what) not in _SAID:
            what = self.unit(one.what)
        paper = ", ".join(filter(None, (one.number, self.day(one.date) if one.date else None)))
        said = f"{one.year}: {what}" if one.year else what
        return f"{said}{f' ({paper})' if paper else ''}  {one.path}:{one.line}"


def _years(years: tuple[int, ...]) -> str:
    """Return years as a list, runs of them as spans."""
    parts: list[list[int]] = []
    for year in sorted(set(years)):
        if parts and year == parts[-1][-1] + 1:
            parts[-1].append(year)
        else:
            parts.append([year])
    return ", ".join(f"{one[0]}–{one[-1]}" if len(one) > 2 else ", ".join(map(str, one)) for one in parts)
