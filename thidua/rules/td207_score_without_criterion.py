"""TD207: a line of a score does not name one criterion of the scoring table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear, Score
    from thidua.model.scoring import Table


def check(record: BlocYear, _: str) -> Iterator[Found]:
    from thidua.model.scoring import table

    if not record.criteria:
        return  # the table is not at hand: nothing to look in
    known = table(record.criteria)
    for place, score in enumerate(record.scores):
        for number, values in _wrong(known, score):
            yield Found(("scores", place, "lines", number, "criterion"), values)


def _wrong(known: Table, score: Score) -> Iterator[tuple[int, dict[str, str | int]]]:
    seen: set[object] = set()
    for number, line in enumerate(score.lines):
        meant = known.find(line.criterion)
        if len(meant) != 1:
            variant = "several" if meant else ""
            yield number, {"variant": variant, "criterion": line.criterion, "number": len(meant)}
        elif meant[0] in seen:
            yield number, {"variant": "twice", "criterion": line.criterion}
        seen.update(meant)


_RIGHT = """\
leader: Phòng Ví dụ 1
criteria:
  - number: I
    name: Kinh tế
    parts:
      - {number: 1, name: Thu ngân sách, points: 40}
  - number: II
    name: Xây dựng Đảng
    parts:
      - {number: 1, name: Kết nạp đảng viên, points: 60}
scores:
  - member: Phòng Ví dụ 1
    lines:
      - {criterion: Thu ngân sách, agreed: 38}
      - {criterion: II.1, agreed: 57}
source: {document: Biên bản Ví dụ}
"""
_UNKNOWN = _RIGHT.replace("criterion: Thu ngân sách", "criterion: Thu nội địa")
_SEVERAL = _RIGHT.replace("criterion: II.1", "criterion: 1")
_TWICE = _RIGHT.replace("criterion: II.1", "criterion: I.1")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}

RULE = Rule(
    code="TD207",
    name="score-without-criterion",
    severity=Severity.ERROR,
    title=Text(
        vi="dòng điểm không chỉ đúng một tiêu chí của bảng",
        en="a line of a score does not name one criterion of the table",
    ),
    why=Text(
        vi="Điểm không thuộc tiêu chí nào thì không được cộng, và tổng điểm của đơn vị thành chưa rõ.",
        en="Points of no criterion are not added, and the total of the member becomes unknown.",
    ),
    wording={
        "": Wording(
            Text(
                vi="bảng chấm điểm không có tiêu chí `{criterion}`",
                en="the scoring table has no criterion `{criterion}`",
            ),
            Text(
                vi="ghi đúng số thứ tự hoặc tên như ở `criteria`",
                en="write its number or name as it stands in `criteria`",
            ),
        ),
        "several": Wording(
            Text(vi="`{criterion}` có thể là {number} tiêu chí", en="`{criterion}` may be {number} criteria"),
            Text(vi="ghi cả số của mục, như `II.1`", en="write the number of its group too, as `II.1`"),
        ),
        "twice": Wording(
            Text(vi="tiêu chí `{criterion}` có hai dòng điểm", en="criterion `{criterion}` has two lines"),
            Text(vi="giữ một dòng", en="keep one line"),
        ),
    },
    check=OfRecord(check, ("bloc-years",)),
    bad=(
        Example({_PATH: _UNKNOWN, **_OTHERS}, finds=(f"{_PATH}:14:21",)),
        Example({_PATH: _SEVERAL, **_OTHERS}, finds=(f"{_PATH}:15:21",)),
        Example({_PATH: _TWICE, **_OTHERS}, finds=(f"{_PATH}:15:21",)),
    ),
    good=(Example({_PATH: _RIGHT, **_OTHERS}),),
)
