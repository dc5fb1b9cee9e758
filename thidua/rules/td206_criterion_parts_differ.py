"""TD206: the parts of a criterion do not add up to its points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Route, Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua.model.bloc import BlocYear, Criterion


def check(record: BlocYear, _: str) -> Iterator[Found]:
    if record.doubt is None:
        yield from _unequal(record.criteria, ("criteria",))


def _unequal(criteria: Sequence[Criterion], route: Route) -> Iterator[Found]:
    from thidua.model.scoring import parts_total

    for place, one in enumerate(criteria):
        if one.doubt is not None:
            continue  # kept as printed: TD014 shows why
        total = parts_total(one)
        if one.points is not None and total is not None and total != one.points:
            values = {"name": one.name, "sum": f"{total:f}", "points": f"{one.points:f}"}
            yield Found((*route, place, "points"), values)
        yield from _unequal(one.parts, (*route, place, "parts"))


_EQUAL = """\
leader: Phòng Ví dụ 1
criteria:
  - number: I
    name: Phát triển kinh tế - xã hội
    points: 60
    parts:
      - {number: 1, name: Thu ngân sách, points: 40}
      - {number: 2, name: Giảm nghèo, points: 20}
  - {number: II, name: Cờ thi đua của cấp trên, bonus: 10}
source: {document: Hướng dẫn chấm điểm Ví dụ}
"""
_UNEQUAL = _EQUAL.replace("points: 20", "points: 30")
_DOUBT = _UNEQUAL.replace("    parts:", "    doubt: Bảng chấm điểm in như vậy.\n    parts:")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}

RULE = Rule(
    code="TD206",
    name="criterion-parts-differ",
    severity=Severity.ERROR,
    title=Text(
        vi="điểm các tiêu chí thành phần cộng lại khác điểm chuẩn",
        en="the parts of a criterion do not add up to its points",
    ),
    why=Text(
        vi="Bảng chấm điểm sai thì điểm của mọi đơn vị tính theo bảng đó đều sai. Chỉ so khi biết đủ điểm của các phần;"
        " tiêu chí chỉ có điểm thưởng hoặc điểm trừ không cộng vào điểm chuẩn. Văn bản in sai mà phải giữ nguyên thì ghi"
        " lý do ở `doubt` của tiêu chí hoặc của cả bản ghi: khi đó chỉ còn ghi chú TD014.",
        en="Where the table is wrong every score made by it is wrong. Points are compared only where those of all parts are"
        " known; a criterion that only gives a bonus or a deduction has no standard points. Where the paper is wrong and is"
        " kept as printed, say why in the `doubt` of the criterion or of the record: only note TD014 is left.",
    ),
    wording=plain(
        Text(
            vi="các phần của “{name}” cộng lại được {sum}, khác với điểm chuẩn {points}",
            en="the parts of “{name}” add up to {sum}, not to its {points} points",
        ),
        Text(
            vi="sửa điểm theo bảng chấm điểm; văn bản in như vậy thì ghi lý do ở `doubt`",
            en="mend the points as the table has them; if it is printed so, say so in `doubt`",
        ),
    ),
    check=OfRecord(check, ("bloc-years",)),
    bad=(Example({_PATH: _UNEQUAL, **_OTHERS}, finds=(f"{_PATH}:5:13",)),),
    good=(Example({_PATH: _EQUAL, **_OTHERS}), Example({_PATH: _DOUBT, **_OTHERS})),
)
