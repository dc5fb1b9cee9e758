"""What was looked up, as text for people and as JSON."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Language, Text
from thidua.model.labels import LABELS
from thidua.model.lists import NominationStatus
from thidua.render.corrected_words import before_correction
from thidua.render.trail import trail_lines
from thidua.value_class import asdict
from thidua.vietnamese.dates import article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.looked_up import Found, Given, Group, History, Match
    from thidua.store.nominations import Proposed
    from thidua.store.withdrawn import RevokedBy

KINDS = {
    "organisations": Text("đơn vị", "organisation"),
    "people": Text("cá nhân", "person"),
    "campaigns": Text("phong trào", "campaign"),
    "blocs": Text("khối, cụm", "bloc"),
    "bloc-years": Text("năm của khối", "bloc's year"),
    "years": Text("năm công tác", "year"),
    "rosters": Text("danh sách năm", "people of a year"),
    "initiatives": Text("công nhận sáng kiến", "recognised initiatives"),
    "declarations": Text("xác nhận sổ đầy đủ", "register declared whole"),
    "awards": Text("quyết định", "decision"),
    "numbers": Text("sổ số đăng ký", "book of numbers"),
    "nominations": Text("hồ sơ đề nghị", "nomination"),
    "corrections": Text("đính chính", "correction"),
    "revocations": Text("thu hồi", "revocation"),
    "exemplars": Text("điển hình", "exemplar"),
    "waivers": Text("miễn phát hiện", "waiver"),
    "catalogue": Text("danh mục", "catalogue"),
    "catalogue/rules": Text("quy định riêng", "own rules"),
}
"""What one record of each folder is called."""

_RECIPIENTS = {
    "tap-the": Text("tập thể", "collective"),
    "doanh-nghiep": Text("doanh nghiệp", "enterprise"),
    "ho-gia-dinh": Text("hộ gia đình", "household"),
    "ca-nhan": Text("cá nhân", "individual"),
}
_REVOKED = Text("đã thu hồi", "withdrawn")
_NO_YEAR = Text("không rõ năm", "year unknown")


VERSION = 1
WIDEST = 60
"""A longer name does not push the places of the others aside."""


def found_text(found: Found, language: Language) -> str:
    """Return what was found, one line each, and how much more there is."""
    rows = [_row(match, language) for match in found.matches]
    widths = [min(WIDEST, max((len(row[column]) for row in rows), default=0)) for column in (0, 1)]
    lines = [f"{kind:{widths[0]}}  {name:{widths[1]}}  {place}" for kind, name, place in rows]
    if found.total > len(rows):
        more = Text("… và {more:count} kết quả nữa (`--limit`)", "… and {more:count} more (`--limit`)")
        lines.append(more.words(language, {"more": found.total - len(rows)}))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def found_json(found: Found) -> str:
    """Return what was found as one JSON document."""
    return _json({"total": found.total, "matches": [_match(match) for match in found.matches]})


def history_text(history: History, language: Language) -> str:
    """Return the awards of each group, one below the other."""
    blocks = ["\n".join(_group(group, language)) + "\n" for group in history.groups]
    if history.namesakes:
        note = Text(
            "Cùng tên ở nhiều đơn vị: chưa biết có phải một người, trừ khi có bản ghi trong `people/` nói rõ.",
            "One name in several units: whether it is one person is not known unless a record in `people/` says so.",
        )
        blocks.append(note.words(language) + "\n")
    return "\n".join(blocks)


def history_json(history: History) -> str:
    """Return the awards of each group as one JSON document."""
    return _json(asdict(history))


def _json(content: dict[str, Any]) -> str:
    return json.dumps({"version": VERSION, **content}, ensure_ascii=False, indent=2) + "\n"


def _match(match: Match) -> dict[str, Any]:
    """Return a match with its year and mark of withdrawal only where it is a recipient."""
    values = {key: value or None for key, value in asdict(match).items()}
    return values | {"revoked": match.revoked}


def _row(match: Match, language: Language) -> tuple[str, str, str]:
    if not match.recipient:
        also = f" ({match.found_as})" if match.found_as else ""
        place = " · ".join(part for part in (f"{match.folder}/{match.id}", match.unit, str(match.year or "")) if part)
        return KINDS[match.folder].words(language), match.name + also, place
    kind = _RECIPIENTS.get(match.recipient)
    year = str(match.year) if match.year else _NO_YEAR.words(language)
    told = [match.unit, match.award, year, _REVOKED.words(language) if match.revoked else ""]
    where = " · ".join(part for part in (*told, f"{match.path}:{match.line}") if part)
    return kind.words(language) if kind else match.recipient, match.name, where


def _group(group: Group, language: Language) -> Iterator[str]:
    yield _heading(group, language)
    if not group.awards:
        none = Text("chưa có khen thưởng nào", "no awards")
        if group.subject == "exemplar":
            none = Text("có trong điển hình; chưa có khen thưởng nào", "among the exemplars; no awards")
        yield "  " + none.words(language)
    if group.perhaps:
        several = Text(
            "chưa rõ là ai trong {n:count} người trùng tên; ghi `person` ({ids})",
            "not known which of {n:count} people of one name; write `person` ({ids})",
        )
        yield "  " + several.words(language, {"n": len(group.perhaps), "ids": ", ".join(group.perhaps)})
    for given in group.awards:
        year = str(given.year) if given.year else _NO_YEAR.words(language)
        yield f"  {year}  " + " · ".join(_told(given, group, language))
        yield f"        {given.path}:{given.line}"
        for value in given.corrected:
            yield f"        {before_correction(value, language, {})}"
        for paper in given.revoked_by:
            yield f"        {_withdrawal(paper, language)}"
        yield from trail_lines(given.trail, language, " " * 8)
    if group.nominated:
        heading = Text("Đề nghị khen thưởng, không tính là đã khen:", "Nominations, which are no awards:")
        yield "  " + heading.words(language)
    for one in group.nominated:
        yield f"    {one.year}  " + " · ".join(_proposed(one, group, language))
        yield f"          {one.path}:{one.line}"
        yield from trail_lines(one.trail, language, " " * 10)


def _withdrawal(paper: RevokedBy, language: Language) -> str:
    values = {"paper": _number_and_day(paper.number, paper.date, language), "path": paper.path}
    told = Text("thu hồi: {paper} · {path}", "withdrawn: {paper} · {path}").words(language, values)
    return f"{told} · {paper.ground}" if paper.ground else told


def _proposed(one: Proposed, group: Group, language: Language) -> Iterator[str]:
    if group.subject == "members":
        yield one.name
    if group.subject == "person" and one.unit:
        yield one.unit
    yield one.award
    yield Text(*LABELS[NominationStatus(one.status)]).words(language).upper()
    values = {"paper": _number_and_day(one.number, one.date, language)}
    yield Text("hồ sơ {paper}", "nomination {paper}").words(language, values)
    if one.to:
        yield Text("trình {to}", "to {to}").words(language, {"to": one.to})
    if one.decision or one.decided:
        values = {"paper": _number_and_day(one.decision, one.decided, language)}
        yield Text("quyết định {paper}", "decision {paper}").words(language, values)


def _heading(group: Group, language: Language) -> str:
    match group.subject:
        case "person":
            return f"{group.name} (people/{group.id})"
        case "exemplar":
            return f"{group.name} (exemplars/{group.id})"
        case "organisation":
            return f"{group.name} (organisations/{group.id})"
        case "members":
            text = Text("Cá nhân, tập thể thuộc {name}", "People and collectives of {name}")
            return text.words(language, {"name": group.name})
        case _:
            return f"{group.name} · {group.unit or Text('không rõ đơn vị', 'unit unknown').words(language)}"


def _told(given: Given, group: Group, language: Language) -> Iterator[str]:
    if group.subject == "members":
        yield given.name
    if group.subject == "person" and given.unit:
        yield given.unit
    yield given.award
    yield _paper(given, language)
    if given.authority:
        yield given.authority
    if given.apart:
        yield Text("phân biệt: {how}", "told apart: {how}").words(language, {"how": given.apart})
    if given.by_name:
        yield Text("ghi bằng tên, không bằng mã", "by name, not by id").words(language)
    if given.revoked:
        yield _REVOKED.words(language).upper()


def _number_and_day(number: str | None, day: str | None, language: Language) -> str:
    """Return how a paper is called, as far as that is known."""
    values = {"number": number or "", "date": _day(day, language)}
    if number and day:
        return Text("số {number} ngày {date}", "no. {number} of {date}").words(language, values)
    if number:
        return Text("số {number}", "no. {number}").words(language, values)
    if day:
        return Text("ngày {date}", "of {date}").words(language, values)
    return Text("không rõ số, ngày", "number and date unknown").words(language)


def _paper(given: Given, language: Language) -> str:
    values = {"number": given.number or "", "date": _day(given.date, language)}
    if given.number and given.date:
        return Text("số {number} ngày {date}", "no. {number} of {date}").words(language, values)
    if given.number:
        return Text("số {number}, không rõ ngày", "no. {number}, date unknown").words(language, values)
    if given.date:
        return Text("quyết định ngày {date}, không rõ số", "decision of {date}, number unknown").words(language, values)
    return Text("không rõ số, ngày quyết định", "number and date unknown").words(language)


def _day(day: str | None, language: Language) -> str:
    if day is None or language is Language.EN:
        return day or ""
    return article(date.fromisoformat(day))
