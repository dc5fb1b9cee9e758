"""TD102: something ends before it starts, or its lower bound is above the upper one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording
from thidua.rules.parts import is_a, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.base import Fact
    from thidua.model.described import Described


def check(record: Fact, _: str) -> Iterator[Found]:
    for route, part in parts(record, _has_bounds):
        if is_a(part, "fact.Target"):
            if part.lower is not None and part.upper is not None and part.lower > part.upper:
                values = {"variant": "bounds", "lower": f"{part.lower:f}", "upper": f"{part.upper:f}"}
                yield Found((*route, "upper"), values)
        elif part.start is not None and part.end is not None and part.start > part.end:
            yield Found((*route, "to"), {"from": part.start.isoformat(), "to": part.end.isoformat()})


def _has_bounds(model: Described) -> bool:
    return any(map(model.is_a, ("organisation.Organisation", "person.Posting", "fact.Target")))


_UNIT = "name: Phòng Ví dụ\nfrom: 2010-01-01\nto: 2025-06-30\nsource: {document: Ví dụ}\n"
_UNIT_REVERSED = _UNIT.replace("2010", "2030")
_CAMPAIGN = """\
name: Phong trào Ví dụ
targets:
  - {name: độ ẩm, lower: 40, upper: 60}
source: {document: Ví dụ}
"""
_CAMPAIGN_REVERSED = _CAMPAIGN.replace("60", "6")
_UNIT_PATH = "records/organisations/phong-vi-du.yaml"
_CAMPAIGN_PATH = "records/campaigns/vi-du-2023.yaml"

RULE = Rule(
    code="TD102",
    name="period-reversed",
    severity=Severity.ERROR,
    title=Text(vi="kết thúc trước khi bắt đầu, cận dưới lớn hơn cận trên", en="something ends before it starts"),
    why=Text(
        vi="Khoảng thời gian ngược không chứa ngày nào: đơn vị, chức vụ hay chỉ tiêu đó không khớp với bất cứ năm nào.",
        en="A span turned round holds no day: the unit, post or target fits no year at all.",
    ),
    wording={
        "": Wording(
            Text(
                vi="kết thúc ngày {to:day}, trước ngày bắt đầu {from:day}",
                en="ends on `{to}`, before it starts on `{from}`",
            ),
            Text(vi="sửa một trong hai ngày", en="mend one of the two days"),
        ),
        "bounds": Wording(
            Text(
                vi="cận trên `{upper}` nhỏ hơn cận dưới `{lower}`",
                en="the upper bound `{upper}` is below the lower bound `{lower}`",
            ),
            Text(vi="sửa một trong hai cận", en="mend one of the two bounds"),
        ),
    },
    check=OfRecord(check, ("organisations", "people", "campaigns", "bloc-years", "years")),
    bad=(
        Example({_UNIT_PATH: _UNIT_REVERSED}, finds=(f"{_UNIT_PATH}:3:5",)),
        Example({_CAMPAIGN_PATH: _CAMPAIGN_REVERSED}, finds=(f"{_CAMPAIGN_PATH}:3:37",)),
    ),
    good=(Example({_UNIT_PATH: _UNIT}), Example({_CAMPAIGN_PATH: _CAMPAIGN})),
)
