"""TD208: a score is beyond what its criterion allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Route, Severity, Text, Value
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear, Criterion, CriterionScore, Score

LIMITS = (
    ("self_", "self", "points"),
    ("agreed", "agreed", "points"),
    ("bonus", "bonus", "bonus"),
    ("deduction", "deduction", "deduction"),
)
"""A field of a line: its name here and in the file, and the field of the criterion that limits it."""


def check(record: BlocYear, _: str) -> Iterator[Found]:
    from thidua.model.scoring import table

    known = table(record.criteria)
    for place, score in enumerate(record.scores):
        if score.doubt is not None:
            continue  # kept as printed: TD014 shows why
        if not score.lines and score.bonus is None and score.deduction is None:
            continue  # a total alone is limited by no criterion
        route = ("scores", place)
        yield from _negative(score, route)
        for at, (number, line) in known.lines(score).items():
            if line.doubt is None:
                yield from _beyond(known.criteria[at], line, (*route, "lines", number))


def _negative(score: Score, route: Route) -> Iterator[Found]:
    parts: list[tuple[Route, Score | CriterionScore]] = [(route, score)]
    parts += [((*route, "lines", place), line) for place, line in enumerate(score.lines)]
    for here, part in parts:
        for field in ("bonus", "deduction"):
            value = getattr(part, field)
            if value is not None and value < 0:
                yield Found((*here, field), {"variant": "negative", "field": field, "value": f"{value:f}"})


def _beyond(criterion: Criterion, line: CriterionScore, route: Route) -> Iterator[Found]:
    for name, field, by in LIMITS:
        value, most = getattr(line, name), getattr(criterion, by)
        if value is not None and most is not None and value > most:
            values: dict[str, Value] = {
                "field": field,
                "value": f"{value:f}",
                "most": f"{most:f}",
                "name": criterion.name,
            }
            yield Found((*route, field), values)


_WITHIN = """\
leader: Phòng Ví dụ 1
criteria:
  - {number: 1, name: Thu ngân sách, points: 40, bonus: 5}
scores:
  - member: Phòng Ví dụ 1
    lines:
      - {criterion: 1, agreed: 40, bonus: 5, deduction: 2}
source: {document: Biên bản Ví dụ}
"""
_BEYOND = _WITHIN.replace("agreed: 40", "agreed: 42")
_BONUS = _WITHIN.replace("bonus: 5, deduction", "bonus: 6, deduction")
_NEGATIVE = _WITHIN.replace("deduction: 2", "deduction: -2")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}

RULE = Rule(
    code="TD208",
    name="points-beyond-criterion",
    severity=Severity.WARNING,
    title=Text(vi="điểm vượt mức của tiêu chí", en="a score is beyond what its criterion allows"),
    why=Text(
        vi="Tổng điểm được vượt thang điểm nhờ điểm thưởng, nhưng điểm của một tiêu chí không vượt điểm chuẩn, điểm thưởng,"
        " điểm trừ không vượt mức tối đa đã ghi. Điểm trừ ghi số dương: số âm sẽ thành điểm cộng.",
        en="A total may pass the scale by a bonus, but the points of one criterion do not pass its standard points, nor do"
        " bonus and deduction pass the most that is stated. Deductions are positive numbers: a negative one would add.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{field}` là {value}, vượt mức {most} của “{name}”",
                en="`{field}` is {value}, beyond the {most} of “{name}”",
            ),
            Text(
                vi="sửa điểm theo biên bản; phần vượt ghi ở `bonus`",
                en="mend the points as the minutes have them; what goes beyond stands in `bonus`",
            ),
        ),
        "negative": Wording(
            Text(vi="`{field}` là {value}, một số âm", en="`{field}` is {value}, a negative number"),
            Text(vi="ghi số dương", en="write a positive number"),
        ),
    },
    check=OfRecord(check, ("bloc-years",)),
    bad=(
        Example({_PATH: _BEYOND, **_OTHERS}, finds=(f"{_PATH}:7:32",)),
        Example({_PATH: _BONUS, **_OTHERS}, finds=(f"{_PATH}:7:43",)),
        Example({_PATH: _NEGATIVE, **_OTHERS}, finds=(f"{_PATH}:7:57",)),
    ),
    good=(Example({_PATH: _WITHIN, **_OTHERS}),),
)
