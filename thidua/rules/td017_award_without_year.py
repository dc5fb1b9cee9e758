"""TD017: awards that count in no year, since nothing says when they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.award import AwardRecord


def check(record: AwardRecord, _: str) -> Iterator[Found]:
    date = record.decision.date if record.decision is not None else None
    if date is None and record.period is None and record.year is None:
        yield Found(("decision",) if record.decision is not None else ())


_NONE = """\
decision: {number: 5/QĐ-UBND}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
source: {document: Bài viết Ví dụ}
"""
_YEAR = _NONE.replace("awards:", "year: 2023\nawards:")
_DATE = _NONE.replace("QĐ-UBND", "QĐ-UBND, date: 2023-03-06")
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD017",
    name="award-without-year",
    severity=Severity.WARNING,
    title=Text(vi="khen thưởng không tính vào năm nào", en="awards that count in no year"),
    why=Text(
        vi="Khen thưởng tính vào năm của kỳ thành tích, không có thì năm của quyết định, không có nữa thì năm đã ghi. Không"
        " có cả ba thì không báo cáo năm nào có khen thưởng này. Năm của thư mục chỉ để xếp tệp.",
        en="Awards count in the year of their period, else of the decision, else in the year that is recorded. Without all"
        " three they are in no report of a year. The folder's year only keeps files in order.",
    ),
    wording=plain(
        Text(
            vi="khen thưởng không tính vào báo cáo của năm nào: không có ngày quyết định, kỳ thành tích hay năm",
            en="these awards count in the report of no year: there is no date of the decision, no period and no year",
        ),
        Text(
            vi="bổ sung ngày quyết định; không tìm được thì ghi `year`",
            en="add the date of the decision; where it cannot be found, write `year`",
        ),
    ),
    check=OfRecord(check, ("awards",)),
    bad=(Example({_PATH: _NONE}, finds=(f"{_PATH}:1:11",)),),
    good=(Example({_PATH: _YEAR}), Example({_PATH: _DATE})),
)
