"""TD320: a decision gives the number of recipients of one award in two places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.award import AwardRecord

_COUNTED = ("collectives", "households", "individuals", "unsplit")
"""The numbers that are added up; the others are parts of these."""


def check(record: AwardRecord, _: str) -> Iterator[Found]:
    first: dict[tuple[object, ...], int] = {}
    for place, group in enumerate(record.awards):
        for field in _COUNTED:
            if group.counted is not None and getattr(group.counted, field) is not None:
                before = first.setdefault((group.award, group.name, group.method, field), place)
                if before != place:
                    where = Place("", ("awards", before, "counted", field))
                    yield Found(("awards", place, "counted", field), {"award": group.award}, (where,))


_ONE = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: thanh-pho-vi-du}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_TWICE = _ONE + "  - {award: giay-khen-cap-huyen, counted: {individuals: 4}}\n"
_SPLIT = _ONE + "  - {award: giay-khen-cap-huyen, counted: {collectives: 4}}\n"
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"
_CITY = {"records/organisations/thanh-pho-vi-du.yaml": "name: Thành phố Ví dụ\n"}

RULE = Rule(
    code="TD320",
    name="award-counted-twice",
    severity=Severity.WARNING,
    title=Text(
        vi="một danh hiệu, hình thức ghi số lượng ở hai chỗ trong một quyết định",
        en="a decision gives the number of one award in two places",
    ),
    why=Text(
        vi="Hai nhánh cùng ghi số lượng mà gộp theo dòng chữ thì cả hai số được cộng, và tổng số cao hơn thực tế.",
        en="Where two branches wrote the number and were merged as lines of text, both are added up: too many.",
    ),
    wording=plain(
        Text(vi="số lượng của `{award}` đã ghi ở trên", en="the number for `{award}` stands above already"),
        Text(
            vi="giữ một số; nếu là hai phần khác nhau, ghi `name` hoặc `method` để phân biệt",
            en="keep one; if they are two parts, tell them apart by `name` or `method`",
        ),
    ),
    check=OfRecord(find=check, folders=("awards",)),
    bad=(Example({_PATH: _TWICE, **_CITY}, finds=(f"{_PATH}:4:57",)),),
    good=(Example({_PATH: _SPLIT, **_CITY}),),
)
