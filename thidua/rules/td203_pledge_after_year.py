"""TD203: a pledge is signed after the year it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain
from thidua.rules.parts import is_a

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.diagnostics import Route
    from thidua.model.fact import Pledge


def check(record: Any, id_: str) -> Iterator[Found]:
    year = id_.partition("/")[0]
    pledges: list[tuple[Route, Pledge]]
    if is_a(record, "bloc.BlocYear"):
        pledges = [(("pledge",), record.pledge)] if record.pledge is not None else []
    else:
        pledges = [(("pledges", place), pledge) for place, pledge in enumerate(record.pledges)]
    for route, pledge in pledges:
        if pledge.date is not None and pledge.date.year > int(year):
            yield Found((*route, "date"), {"date": pledge.date.isoformat(), "year": year})


_IN_TIME = """\
leader: phong-vi-du-1
pledge: {date: 2023-03-06, signers: [phong-vi-du-1]}
source: {document: Báo cáo Ví dụ}
"""
_LATE = _IN_TIME.replace("2023-03-06", "2024-03-06")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {
    "records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n",
    "records/organisations/phong-vi-du-1.yaml": "name: Phòng Ví dụ 1\n",
}

RULE = Rule(
    code="TD203",
    name="pledge-after-year",
    severity=Severity.WARNING,
    title=Text(vi="giao ước ký sau khi năm đã hết", en="a pledge is signed after the year it is for"),
    why=Text(
        vi="Giao ước của một năm được ký đầu năm hoặc cuối năm trước. Ký sau khi năm đã hết thường là gõ nhầm năm,"
        " hoặc giao ước của năm sau ghi vào tệp của năm trước.",
        en="A pledge is signed early in its year or late in the year before. One signed after the year's end is often a"
        " mistyped year, or next year's pledge in this year's file.",
    ),
    wording=plain(
        Text(vi="giao ước của năm {year} ký ngày {date:day}", en="the pledge of {year} is signed on `{date}`"),
        Text(
            vi="sửa ngày ký, hoặc chuyển giao ước sang tệp của năm sau",
            en="mend the day, or move the pledge to the file of its year",
        ),
    ),
    check=OfRecord(check, ("bloc-years", "years")),
    bad=(Example({_PATH: _LATE, **_OTHERS}, finds=(f"{_PATH}:2:16",)),),
    good=(Example({_PATH: _IN_TIME, **_OTHERS}),),
)
