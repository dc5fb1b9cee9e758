"""TD602: a correction does not name the paper that allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain
from thidua.rules.corrected_example import AWARDS, CORRECTION, PATH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.change import Correction


def check(record: Correction, _: str) -> Iterator[Found]:
    if record.source is None and (record.number is None or record.date is None):
        yield Found(("decision",))


_WITHOUT = CORRECTION.replace("number: 9/ĐC-UBND\n", "")
_WITH = _WITHOUT + "source: {document: Công văn đính chính của UBND thành phố Ví dụ}\n"

RULE = Rule(
    code="TD602",
    name="correction-without-paper",
    severity=Severity.ERROR,
    title=Text(vi="đính chính không ghi theo văn bản nào", en="a correction that names no paper"),
    why=Text(
        vi="Quyết định đã ban hành chỉ đúng khác đi khi có một văn bản nói vậy; không có văn bản thì ai cũng sửa được.",
        en="What a decision says is only right otherwise because a paper says so; without one anybody could change it.",
    ),
    wording=plain(
        Text(
            vi="không ghi văn bản nào cho phép đính chính",
            en="no paper is named that allows the correction",
        ),
        Text(
            vi="ghi `number` và `date` của văn bản đính chính, hoặc `source` nói đọc ở đâu",
            en="write `number` and `date` of the paper, or `source`: where it was read",
        ),
    ),
    check=OfRecord(check, folders=("corrections",)),
    bad=(Example({PATH: _WITHOUT, **AWARDS}, finds=(f"{PATH}:1:11",)),),
    good=(Example({PATH: CORRECTION, **AWARDS}), Example({PATH: _WITH, **AWARDS})),
)
