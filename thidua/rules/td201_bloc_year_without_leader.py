"""TD201: a bloc's year does not say who leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear


def check(record: BlocYear, _: str) -> Iterator[Found]:
    if record.leader is None:
        yield Found(())


_WITH = """\
members: [phong-vi-du-1, phong-vi-du-2]
leader: phong-vi-du-1
source: {document: Báo cáo Ví dụ}
"""
_WITHOUT = _WITH.replace("leader: phong-vi-du-1\n", "")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {
    "records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n",
    "records/organisations/phong-vi-du-1.yaml": "name: Phòng Ví dụ 1\n",
    "records/organisations/phong-vi-du-2.yaml": "name: Phòng Ví dụ 2\n",
}

RULE = Rule(
    code="TD201",
    name="bloc-year-without-leader",
    severity=Severity.NOTE,
    title=Text(vi="khối, cụm thi đua chưa ghi khối trưởng", en="a bloc's year does not say who leads"),
    why=Text(
        vi="Khối trưởng chấm điểm, tổ chức họp và ký tờ trình của khối; báo cáo năm của khối nêu tên khối trưởng.",
        en="The leader runs the scoring and the meetings and signs for the bloc; the year's report names it.",
    ),
    wording=plain(
        Text(vi="chưa ghi khối trưởng của năm", en="the leader of the year is not given"),
        Text(vi="thêm `leader: ` và mã đơn vị", en="add `leader: ` and the id of the unit"),
    ),
    check=OfRecord(check, ("bloc-years",)),
    bad=(Example({_PATH: _WITHOUT, **_OTHERS}, finds=(f"{_PATH}:1:1",)),),
    good=(Example({_PATH: _WITH, **_OTHERS}),),
)
