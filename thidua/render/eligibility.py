"""Answers about eligibility as text and JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Language, Text
from thidua.law.entry import LAW
from thidua.render.eligibility_printer import Printer
from thidua.render.eligibility_words import MARKS, NEAR, VERDICTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.eligibility.answer import ByRoute, Evidence, Judged
    from thidua.eligibility.crowd import Answered
    from thidua.eligibility.listing import EligibleReport
    from thidua.eligibility.verdict import Beside, Judgement

VERSION = 1
SHOWN = 20
"""How many recipients of one answer the terminal shows."""

_HEAD = Text("{award} · năm {year} · đề nghị ngày {day}", "{award} · {year} · proposed on {day}")
_LAW = Text("Theo: {law}", "By: {law}")
_OPEN_ERA = Text(
    "Chưa rõ thời kỳ luật nào áp dụng; xét theo từng thời kỳ: {eras}",
    "Which era governs is not clear; judged by each: {eras}",
)
_NO_LAW = Text("Chưa có dữ liệu luật cho ngày này.", "There is no data of the law for this day.")
_NOBODY = Text(
    "Chưa có bản ghi nào về những gì danh hiệu, hình thức này đòi hỏi.",
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
_STEPS = Text("Khi lập hồ sơ còn phải ghi:", "A nomination still has to hold:")
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
_FROM_OFFICE = Text("quy định của đơn vị, {file}", "the office's own rule, {file}")


# terminal


def eligible_text(report: EligibleReport, language: Language, *, everybody: bool = False) -> str:
    """Return everybody who was looked at, those who are eligible first, with the evidence."""
    printer = Printer(language, report.award_names, report.unit_names)
    lines = [*_head(report, printer), ""]
    if not report.judgements and report.era.candidates:
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
    if not report.era.candidates:
        yield printer.say(_NO_LAW)
    if (note := printer.both(report.era.note)) and (report.era.era is None or report.era.confidence in _CONFIDENCE):
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
        if beside.judged.answer != "co" or beside.judged.check == "human":
            yield from _judged(beside.judged, printer, 4, _ground(beside, printer))
    others = dict.fromkeys(route.article for route in one.routes if route.human)
    if others and one.verdict != "du":
        yield printer.say(_OTHER, articles="; ".join(others))


def _ground(one: Beside, printer: Printer) -> str:
    own = printer.say(_FROM_OFFICE, file=one.origin)
    return one.article if one.origin == LAW else f"{one.article} ({own})"


def _route(route: ByRoute, printer: Printer) -> Iterator[str]:
    marks = [printer.say(_CONFIDENCE[route.confidence])] if route.confidence in _CONFIDENCE else []
    if not route.whole:
        marks.append(printer.say(_PART))
    if route.origin != LAW:
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
            {
                "id": beside.id,
                "article": beside.article,
                "origin": beside.origin,
                **_judged_tree(beside.judged, printer),
            }
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
