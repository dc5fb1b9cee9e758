"""Answers about eligibility as text and JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Language, Text
from thidua.model.lists import LABELS
from thidua.model.year_lists import Discipline, Kept, Reach, TaskResult, WorkKind
from thidua.render.eligibility_words import LACKS, MARKS, NEAR, REASONS, VERDICTS, YEARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua.app.eligible import EligibleReport
    from thidua.eligibility.answer import ByRoute, Evidence, Judged, Lack
    from thidua.eligibility.crowd import Answered
    from thidua.eligibility.verdict import Judgement
    from thidua.law.entry import Words

VERSION = 1
SHOWN = 20
"""How many recipients of one answer the terminal shows."""

_HEAD = Text("{award} · năm {year} · đề nghị ngày {day}", "{award} · {year} · proposed on {day}")
_LAW = Text("Theo: {law}", "By: {law}")
_OPEN_ERA = Text(
    "Chưa rõ thời kỳ luật nào áp dụng; xét theo từng thời kỳ: {eras}",
    "Which era governs is not clear; judged by each: {eras}",
)
_NOBODY = Text(
    "Sổ chưa có ai có dữ liệu cho danh hiệu, hình thức này.",
    "The register holds nobody with anything that this award asks for.",
)
_MORE = Text("  … và {count} nữa (`--all`)", "  … and {count} more (`--all`)")
_REST = Text(
    "Còn {count} đối tượng chưa đủ, thiếu nhiều hơn (`--all`).",
    "{count} others are not eligible yet, by more (`--all`).",
)
_ALREADY = Text("đã được tặng cho năm này", "was given it for this year")
_ABSENT = Text("thời kỳ này không có danh hiệu, hình thức ấy: {article}", "this era has no such award: {article}")
_QUESTIONS = Text(
    "Với mọi đối tượng, người có thẩm quyền còn phải trả lời:", "For everybody, a person has yet to answer:"
)
_STEPS = Text("Việc còn phải làm với hồ sơ:", "What is still to be done with the file:")
_OTHER = Text(
    "    Còn đường khác, bản ghi không cho biết: {articles}",
    "    There are other ways that records do not tell of: {articles}",
)
_PART = Text("chưa đọc được hết điều kiện của điều này", "not all that the article asks for was read")
_CONFIDENCE = {
    "mot-nguon": Text("theo một nguồn", "by one source"),
    "chua-xac-nhan": Text("chưa xác nhận", "unconfirmed"),
}
_GROUPS = {
    "du": Text("ĐỦ", "ELIGIBLE"),
    "can-nguoi-xem": Text("CẦN NGƯỜI XEM", "A PERSON HAS TO SEE"),
    "chua-du": Text("CHƯA ĐỦ THEO ĐƯỜNG NÀY", "NOT YET BY THIS ROUTE"),
}
_DECLARED = Text("đã xác nhận ghi đầy đủ: {what}", "declared to be wholly recorded: {what}")
_FROM_OFFICE = Text("quy định của đơn vị, {file}", "the office's own rule, {file}")


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
        from datetime import date

        try:
            day = date.fromisoformat(text)
        except ValueError:
            return text
        return f"{day.day}/{day.month}/{day.year}" if self.language is Language.VI else text

    def lack(self, lack: Lack) -> str:
        of = [self._awards.get(one, one) for one in lack.of]
        if lack.what == "work":
            of = [LABELS[Reach(one)][self.language is Language.EN] for one in lack.of]
        years = self.say(YEARS, years=_years(lack.years)) if lack.years else ""
        return self.say(LACKS[lack.what], of=" / ".join(of), years=years)

    def evidence(self, one: Evidence) -> str:
        what = self._awards.get(one.what, one.what)
        if one.kind == "result":
            what = LABELS[TaskResult(one.what)][self.language is Language.EN]
        if one.kind == "discipline":
            what = LABELS[Discipline(one.what)][self.language is Language.EN]
        if one.kind == "declared":
            what = self.say(_DECLARED, what=LABELS[Kept(one.what)][self.language is Language.EN])
        if one.kind in ("roster", "bloc", "unit"):
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


# terminal


def eligible_text(report: EligibleReport, language: Language, *, everybody: bool = False) -> str:
    """Return everybody who was looked at, those who are eligible first, with the evidence."""
    printer = Printer(language, report.award_names, report.unit_names)
    lines = [*_head(report, printer), ""]
    if not report.judgements:
        lines += [printer.say(_NOBODY), ""]
    for verdict, title in _GROUPS.items():
        lines += _group(verdict, title, report, printer, everybody=everybody)
    lines += _for_everybody(report, printer)
    return "\n".join(lines).rstrip() + "\n"


def _head(report: EligibleReport, printer: Printer) -> Iterator[str]:
    yield printer.say(_HEAD, award=report.name, year=report.year, day=printer.day(report.day.isoformat()))
    if report.laws:
        yield printer.say(_LAW, law="; ".join(report.laws))
    if report.era.era is None and report.era.candidates:
        yield printer.say(_OPEN_ERA, eras=", ".join(report.era.candidates))
    if note := printer.both(report.era.note):
        yield f"  {note}"


def _group(verdict: str, title: Text, report: EligibleReport, printer: Printer, *, everybody: bool) -> Iterator[str]:
    found = [one for one in report.judgements if one.verdict == verdict]
    shown = found if everybody or report.asked_by_name else [one for one in found if _worth_showing(one)][:SHOWN]
    rest = len(found) - len(shown)
    if not found:
        return
    yield f"{printer.say(title)} ({len(found)})"
    for one in shown:
        yield from recipient_lines(one.judgement, printer)
    if rest:
        yield printer.say(_REST if verdict == "chua-du" else _MORE, count=rest)
    yield ""


def _worth_showing(one: Answered) -> bool:
    return one.verdict != "chua-du" or (one.near is not None and one.near.count == 1)


def recipient_lines(one: Judgement, printer: Printer) -> Iterator[str]:
    """Return what is said of one recipient: the best route where it is met, else every route that records can tell."""
    near = f" · {printer.say(NEAR[one.near.of], count=one.near.count)}" if one.near else ""
    unit = f" · {printer.unit(one.who.unit)}" if one.who.unit else ""
    id_ = f" ({one.who.id})" if one.who.id else ""
    yield f"  {one.who.name}{id_}{unit}{near}"
    for evidence in one.already:
        yield f"    {printer.say(_ALREADY)}: {printer.evidence(evidence)}"
    if one.absent is not None:
        yield f"    {printer.say(_ABSENT, article=one.absent.article)} {printer.both(one.absent.note)}"
    told = [route for route in one.routes if not route.human]
    for route in told[:1] if one.verdict == "du" else told:
        yield from _route(route, printer)
    for beside in one.beside:
        if beside.judged.answer != "co":
            yield from _judged(beside.judged, printer, 4, beside.article)
    others = dict.fromkeys(route.article for route in one.routes if route.human)
    if others and one.verdict != "du":
        yield printer.say(_OTHER, articles="; ".join(others))


def _route(route: ByRoute, printer: Printer) -> Iterator[str]:
    marks = [printer.say(_CONFIDENCE[route.confidence])] if route.confidence in _CONFIDENCE else []
    if not route.whole:
        marks.append(printer.say(_PART))
    if route.origin != "law":
        marks.append(printer.say(_FROM_OFFICE, file=route.origin))
    remarks = f" ({'; '.join(marks)})" if marks else ""
    yield f"    {MARKS[route.answer]} {route.article} [{route.era}]{remarks}"
    for judged in route.conditions:
        yield from _judged(judged, printer, 6, judged.article)
    if note := printer.both(route.note):
        yield f"      {note}"


def _judged(judged: Judged, printer: Printer, depth: int, article: str | None) -> Iterator[str]:
    margin = " " * depth
    yield f"{margin}{MARKS[judged.answer]} {printer.reason(judged)}{f' — {article}' if article else ''}"
    if judged.parts:
        for place, part in enumerate(judged.parts, 1):
            lines = [line for one in part for line in _judged(one, printer, 0, one.article)]
            for first, line in enumerate(lines):
                yield f"{margin}    {f'{place}.' if not first else '  '} {line}"
        return
    for evidence in judged.evidence:
        yield f"{margin}      {printer.evidence(evidence)}"
    for lack in judged.lacks:
        yield f"{margin}      → {printer.lack(lack)}"
    if note := printer.both(judged.note):
        yield f"{margin}      {note}"


def _for_everybody(report: EligibleReport, printer: Printer) -> Iterator[str]:
    if report.questions:
        yield printer.say(_QUESTIONS)
        for one in report.questions:
            yield f"  - {printer.both(one.question)} — {one.article} [{one.id}]"
        yield ""
    if report.steps:
        yield printer.say(_STEPS)
        for entry, judged in report.steps:
            yield f"  - {printer.reason(judged)} — {entry.article}"


# JSON


def eligible_json(report: EligibleReport, language: Language) -> str:
    """Return the same as JSON."""
    printer = Printer(language, report.award_names, report.unit_names)
    tree = {
        "version": VERSION,
        "award": report.award,
        "name": report.name,
        "year": report.year,
        "day": report.day.isoformat(),
        "eras": list(report.era.candidates),
        "recipients": [judgement_tree(one.judgement, printer) for one in report.judgements],
        "questions": [
            {"id": one.id, "question": printer.both(one.question), "article": one.article, "confidence": one.confidence}
            for one in report.questions
        ],
        "steps": [{"article": entry.article, "step": printer.reason(judged)} for entry, judged in report.steps],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def judgement_tree(one: Judgement, printer: Printer) -> dict[str, Any]:
    """Return one recipient's answer as a tree for JSON."""
    return {
        "id": one.who.id,
        "name": one.who.name,
        "unit": one.who.unit,
        "kind": one.who.kind,
        "answer": one.verdict,
        "verdict": printer.say(VERDICTS[one.verdict]),
        "near": {"count": one.near.count, "of": one.near.of} if one.near else None,
        "already": [_evidence_tree(evidence) for evidence in one.already],
        "absent": one.absent.article if one.absent else None,
        "routes": [_route_tree(route, printer) for route in one.routes],
        "beside": [
            {"id": beside.id, "article": beside.article, **_judged_tree(beside.judged, printer)}
            for beside in one.beside
        ],
    }


def _route_tree(route: ByRoute, printer: Printer) -> dict[str, Any]:
    return {
        "id": route.id,
        "path": route.path,
        "era": route.era,
        "article": route.article,
        "confidence": route.confidence,
        "origin": route.origin,
        "answer": route.answer,
        "other_way": route.human,
        "read_whole": route.whole,
        "conditions": [_judged_tree(judged, printer) for judged in route.conditions],
    }


def _judged_tree(judged: Judged, printer: Printer) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "check": judged.check,
        "answer": judged.answer,
        "reason": judged.reason,
        "text": printer.reason(judged),
        "evidence": [_evidence_tree(one) for one in judged.evidence],
        "lacks": [
            {"what": one.what, "of": list(one.of), "years": list(one.years), "text": printer.lack(one)}
            for one in judged.lacks
        ],
    }
    if judged.article:
        tree["article"] = judged.article
    if judged.parts:
        tree["parts"] = [[_judged_tree(one, printer) for one in part] for part in judged.parts]
    return tree


def _evidence_tree(one: Evidence) -> dict[str, Any]:
    return {
        "kind": one.kind, "what": one.what, "path": one.path, "line": one.line, "year": one.year, "number": one.number,
        "date": one.date, **({"award": one.what} if one.kind == "award" else {}),
    }  # fmt: skip
