"""TD014: a record says itself that something in it is doubtful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain
from thidua.rules.parts import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.base import Fact
    from thidua.model.described import Described


def check(record: Fact, _: str) -> Iterator[Found]:
    for route, fact in parts(record, _is_fact):
        if fact.doubt is not None:
            yield Found((*route, "doubt"), {"doubt": " ".join(fact.doubt.split())}, key=True)


def _is_fact(model: Described) -> bool:
    return model.is_a("base.Fact")


_SURE = """\
tallies:
  - period: 2023
    counted: {collectives: 12, individuals: 30}
source: {document: Báo cáo Ví dụ}
"""
_DOUBTFUL = _SURE.replace("source:", "    doubt: Báo cáo ghi 30 cá nhân, phụ lục ghi 31.\nsource:")
_PATH = "records/years/2023/vi-du.yaml"

RULE = Rule(
    code="TD014",
    name="doubtful",
    severity=Severity.NOTE,
    title=Text(vi="số liệu còn nghi vấn", en="something in a record is doubtful"),
    why=Text(
        vi="Điều người ghi còn nghi vấn phải đến được với người duyệt và người dùng số liệu sau này.",
        en="What the writer doubts must reach the reviewer and whoever uses the figure later.",
    ),
    wording=plain(
        Text(vi="còn nghi vấn: {doubt}", en="doubtful: {doubt}"),
        Text(
            vi="đối chiếu với văn bản gốc; rõ rồi thì sửa số liệu và xoá `doubt`",
            en="compare it with the original; once it is clear, mend the figure and delete `doubt`",
        ),
    ),
    check=OfRecord(check),
    bad=(Example({_PATH: _DOUBTFUL}, finds=(f"{_PATH}:4:5",)),),
    good=(Example({_PATH: _SURE}),),
)
