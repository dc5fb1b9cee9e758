"""What was found of a paper, as text for people and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from thidua.diagnostics import Language, Text, printable
from thidua.render.trail import day_words
from thidua.value_class import asdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

VERSION = 1
LONGEST = 160

_OUTCOMES = {
    "equal": Text("ĐÚNG: giấy khớp với bản ghi", "EQUAL: the paper equals the records"),
    "records-changed": Text("BẢN GHI ĐÃ ĐỔI từ khi in giấy này", "RECORDS CHANGED since this paper was printed"),
    "edited": Text("TỆP BỊ SỬA TAY: không như chương trình in ra", "EDITED BY HAND: not as the program printed it"),
    "records-changed-and-edited": Text(
        "BẢN GHI ĐÃ ĐỔI, và TỆP BỊ SỬA TAY", "RECORDS CHANGED since, and the file was EDITED BY HAND"
    ),
    "made-otherwise": Text(
        "BẢN GHI VẪN NHƯ KHI IN, nhưng nay báo cáo được làm ra khác đi",
        "THE RECORDS ARE THE SAME, but the report is made otherwise now",
    ),
    "no-code": Text(
        "KHÔNG CÓ MÃ KIỂM TRA trong tệp: không do `thidua report` in ra, hoặc đã lưu bằng chương trình khác làm mất mã",
        "NO CODE in the file: it was not printed by `thidua report`, or another program saved it without the code",
    ),
    "damaged": Text("MÃ KIỂM TRA TRONG TỆP BỊ HỎNG, không đối chiếu được", "THE CODE IN THE FILE IS DAMAGED"),
}
_HOW = {
    "changed": Text("đã sửa", "changed"),
    "new": Text("mới có", "new"),
    "gone": Text("không còn", "gone"),
    "not-counted": Text("nay không tính", "not counted now"),
}
_BECAUSE = {
    "settings": Text("thiết đặt trong thidua.yaml đã đổi", "the settings in thidua.yaml changed"),
    "templates": Text("mẫu riêng trong templates/ đã đổi", "the templates in templates/ changed"),
    "others": Text(
        "khác do bản ghi không nêu trong báo cáo, hoặc do phiên bản chương trình",
        "by records that the report does not name, or by another version of the program",
    ),
    "format": Text(
        "mã do phiên bản khác của chương trình làm ra; dùng phiên bản đó để đối chiếu",
        "the code is of another version of the program; use that one to check it",
    ),
    "no-report": Text("nay không làm được báo cáo này từ bản ghi", "the report cannot be made from the records now"),
}
_COMPARED = Text(
    "chữ trong tệp đã được so với báo cáo làm lại từ bản ghi khi in",
    "the file was compared with the report made again from the records of then",
)
_NOT_COMPARED = Text(
    "không có lại được bản ghi khi in, nên chữ trong tệp chỉ được so với tổng kiểm tự ghi của nó; mã không phải chữ ký",
    "the records of then are not at hand, so the file was only compared with its own sum; the code is no signature",
)
_UNKNOWN = Text("(một bản ghi không còn, không rõ tên)", "(a record that is gone, its name unknown)")


def verdict_json(verdict: Any) -> str:
    """Return a verdict as one JSON document."""
    told = asdict(verdict)
    return json.dumps({"version": VERSION, **told}, ensure_ascii=False, indent=2) + "\n"


def verdict_text(verdict: Any, language: Language) -> str:
    """Return a verdict, and under it what it rests on."""
    return "".join(f"{line}\n" for line in _lines(verdict, language))


def _lines(verdict: Any, language: Language) -> Iterator[str]:
    yield _OUTCOMES[verdict.outcome].words(language)
    if verdict.code:
        asked = " ".join(_options(verdict.asked))
        told = Text("  thidua report {asked} · mã {code}", "  thidua report {asked} · code {code}")
        yield told.words(language, {"asked": _short(asked), "code": verdict.code})
    if verdict.commit is not None:
        told = Text(
            "  bản ghi khi in là bản ghi git {commit} ngày {day}",
            "  the records were those of commit {commit} of {day}",
        )
        values = {"commit": verdict.commit.id[:10], "day": day_words(verdict.commit.date, language)}
        yield told.words(language, values)
    for cause in verdict.because:
        yield f"  {_BECAUSE[cause].words(language)}"
    for record in verdict.records:
        path = printable(record.path) or _UNKNOWN.words(language)
        yield f"  {_HOW[record.how].words(language)}: {path}"
    if verdict.appended:
        told = Text(
            "  phần in ra còn nguyên; có phần thêm vào sau (như chữ ký số, ghi chú): xem kỹ phần đó",
            "  what was printed is whole; something was added behind it (a signature, notes): look at that",
        )
        yield told.words(language)
    if verdict.code and verdict.outcome not in ("equal", "edited", "damaged"):
        yield f"  {(_COMPARED if verdict.compared else _NOT_COMPARED).words(language)}"
    yield from _differences(verdict, language)


def _options(asked: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What was asked, as it is typed."""
    told = dict(asked)
    if "year" in told:
        yield told.pop("year")
    for name, value in told.items():
        for one in value.split(",") if name == "form" else (value,):
            yield f"--{name} {one}"


def _differences(verdict: Any, language: Language) -> Iterator[str]:
    if verdict.lines:
        heading = Text(
            "  chỗ khác (- như chương trình in, + trong tệp):", "  differences (- as printed, + in the file):"
        )
        yield heading.words(language)
    for one in verdict.lines:
        for sign, text in (("-", one.expected), ("+", one.found)):
            if text:
                yield f"    {sign} {_shown(text, language)}"
    if verdict.more:
        yield Text("    … và {n:count} chỗ nữa", "    … and {n:count} more").words(language, {"n": verdict.more})


def _shown(text: str, language: Language) -> str:
    if text.startswith("html:"):
        return Text("(mã trang, cách trình bày)", "(marks and styles of the page)").words(language)
    return _short(text)


def _short(text: str) -> str:
    text = printable(text)
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
