"""TD209: a stated total or subtotal of a score is not what its parts add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from thidua.model.bloc import BlocYear, Score
    from thidua.model.scoring import Table


def check(record: BlocYear, _: str) -> Iterator[Found]:
    from thidua.model.scoring import computed_total, table, with_extras

    known = table(record.criteria)
    for place, score in enumerate(record.scores):
        if score.doubt is not None or record.doubt is not None:
            continue  # kept as printed: TD014 shows why
        if score.points is None and not score.lines:
            continue  # nothing adds up
        route = ("scores", place)
        lines = _lines(known, score)
        if score.points is not None and lines is not None and lines != score.points:
            yield Found((*route, "points"), {"variant": "points", "sum": f"{lines:f}", "points": f"{score.points:f}"})
        for field in ("bonus", "deduction"):
            yield from _extra(score, place, field)
        total = computed_total(known, score)
        if total is None and score.points is None:
            total = with_extras(lines, score) if lines is not None else None
        if score.total is not None and total is not None and total != score.total:
            yield Found((*route, "total"), {"sum": f"{total:f}", "total": f"{score.total:f}"})


def _lines(known: Table, score: Score) -> Decimal | None:
    """What the lines add up to: as agreed; of a score that has no agreed line, as the member scored itself."""
    from thidua.model.scoring import sheet_points

    is_self = not any(line.agreed is not None for line in score.lines)
    return sheet_points(known, known.lines(score), "self_" if is_self else "agreed")


def _extra(score: Score, place: int, field: str) -> Iterator[Found]:
    stated = getattr(score, field)
    given = [value for line in score.lines if (value := getattr(line, field)) is not None]
    if stated is not None and given and sum(given) != stated:
        yield Found(
            ("scores", place, field),
            {"variant": "extra", "field": field, "sum": f"{sum(given):f}", "points": f"{stated:f}"},
        )


_EQUAL = """\
leader: Phòng Ví dụ 1
criteria:
  - {number: 1, name: Thu ngân sách, points: 40}
  - {number: 2, name: Cải cách hành chính, points: 60}
scores:
  - member: Phòng Ví dụ 1
    points: 97
    bonus: 10
    total: 107
    lines:
      - {criterion: 1, agreed: 38, bonus: 10}
      - {criterion: 2, agreed: 59}
source: {document: Biên bản Ví dụ}
"""
_TOTAL = _EQUAL.replace("total: 107", "total: 105")
_POINTS = _EQUAL.replace("agreed: 59", "agreed: 58")
_BONUS = _EQUAL.replace("bonus: 10}", "bonus: 5}")
_UNKNOWN = _EQUAL.replace("      - {criterion: 2, agreed: 59}\n", "")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}
_HELP = Text(
    vi="sửa số theo biên bản; biên bản ghi như vậy thì nói lý do ở `doubt`",
    en="mend the numbers as the minutes have them; if they say so, say why in `doubt`",
)

RULE = Rule(
    code="TD209",
    name="total-differs",
    severity=Severity.WARNING,
    title=Text(vi="tổng điểm khác với các điểm cộng lại", en="a stated total is not what the points add up to"),
    why=Text(
        vi="Tổng điểm quyết định thứ hạng. Báo cáo in tổng của biên bản và không tự sửa; số cộng lại bằng điểm, cộng điểm"
        " thưởng, trừ điểm trừ. Tiêu chí chưa có điểm thì không so, vì chưa có điểm không phải là 0 điểm.",
        en="Totals decide ranks. Reports print the total of the minutes and never mend it; the sum is points with bonus and"
        " without deduction. Where a criterion has no points nothing is compared, since no points are not zero points.",
    ),
    wording={
        "": Wording(
            Text(vi="cộng lại được {sum}, tổng ghi {total}", en="it adds up to {sum}, the total says {total}"), _HELP
        ),
        "points": Wording(
            Text(
                vi="điểm các tiêu chí cộng lại được {sum}, `points` ghi {points}",
                en="the criteria add up to {sum}, `points` says {points}",
            ),
            _HELP,
        ),
        "extra": Wording(
            Text(
                vi="`{field}` ở các tiêu chí cộng lại được {sum}, ở tổng ghi {points}",
                en="`{field}` of the criteria adds up to {sum}, of the whole it says {points}",
            ),
            _HELP,
        ),
    },
    check=OfRecord(check, ("bloc-years",)),
    bad=(
        Example({_PATH: _TOTAL, **_OTHERS}, finds=(f"{_PATH}:9:12",)),
        Example({_PATH: _POINTS, **_OTHERS}, finds=(f"{_PATH}:7:13",)),
        Example({_PATH: _BONUS, **_OTHERS}, finds=(f"{_PATH}:8:12",)),
    ),
    good=(Example({_PATH: _EQUAL, **_OTHERS}), Example({_PATH: _UNKNOWN, **_OTHERS})),
)
