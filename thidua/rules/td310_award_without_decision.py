"""TD310: awards are known, and their decision, its number or its date is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.award import AwardRecord


def check(record: AwardRecord, _: str) -> Iterator[Found]:
    paper = record.decision
    number = paper is not None and paper.number is not None
    date = paper is not None and paper.date is not None
    if not (number and date):
        variant = "number" if date else "date" if number else ""
        yield Found(("decision",) if paper is not None else (), {"variant": variant})


_WITH = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_NO_DATE = _WITH.replace(", date: 2023-03-06", "") + "year: 2023\nsource: {document: Bài viết Ví dụ}\n"
_NONE = "year: 2023\n" + _WITH.partition("\n")[2] + "source: {document: Bài viết Ví dụ}\n"
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"

_LOOK = Text(
    vi="tìm quyết định và bổ sung; không tìm được thì để trống",
    en="find the decision and add it; leave it out if it cannot be found",
)

RULE = Rule(
    code="TD310",
    name="award-without-decision",
    severity=Severity.NOTE,
    title=Text(vi="khen thưởng chưa rõ số, ngày quyết định", en="awards whose decision is not fully known"),
    why=Text(
        vi="Khen thưởng có thật vẫn được tính, nhưng bảng kê và hồ sơ đề nghị sau này cần số, ngày quyết định;"
        " không có ngày thì không vào được bảng thống kê theo ngày ký.",
        en="Awards that were given count all the same, but lists and later proposals ask for number and date;"
        " without a date they enter no table that goes by the day of signing.",
    ),
    wording={
        "": Wording(
            Text(vi="chưa rõ số và ngày quyết định", en="number and date of the decision are not known"), _LOOK
        ),
        "number": Wording(Text(vi="chưa rõ số quyết định", en="the number of the decision is not known"), _LOOK),
        "date": Wording(Text(vi="chưa rõ ngày quyết định", en="the date of the decision is not known"), _LOOK),
    },
    check=OfRecord(check, ("awards",)),
    bad=(
        Example({_PATH: _NONE}, finds=(f"{_PATH}:1:1",)),
        Example({_PATH: _NO_DATE}, finds=(f"{_PATH}:1:11",)),
    ),
    good=(Example({_PATH: _WITH}),),
)
