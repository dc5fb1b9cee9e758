"""TD210: nothing says which of a member's scores ranks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear


def check(record: BlocYear, _: str) -> Iterator[Found]:
    from thidua.model.scoring import counting, key

    unclear: dict[str, list[int]] = {member: [] for member, counts in counting(record.scores).items() if counts is None}
    for place, score in enumerate(record.scores):
        if unclear and key(score.member) in unclear:
            unclear[key(score.member)].append(place)
    for mine in unclear.values():
        name = record.scores[mine[0]].member
        final = [place for place in mine if record.scores[place].final == "co"]
        if final:
            yield Found(("scores", final[1], "final"), {"variant": "several", "member": name})
        elif any(record.scores[place].final is None for place in mine):
            yield Found(("scores", mine[-1], "member"), {"member": name, "number": len(mine)})


_ONE = """\
leader: Phòng Ví dụ 1
scores:
  - {member: Phòng Ví dụ 1, by: tự chấm, points: 98}
  - {member: Phòng Ví dụ 1, by: khối trưởng, final: co, points: 95}
source: {document: Biên bản Ví dụ}
"""
_NONE = _ONE.replace(" final: co,", "")
_TWO = _ONE.replace("by: tự chấm", "by: tự chấm, final: co")
_COUNCIL = _NONE.replace("khối trưởng", "hội đồng thi đua")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}

RULE = Rule(
    code="TD210",
    name="counting-score-unclear",
    severity=Severity.WARNING,
    title=Text(vi="chưa rõ điểm nào dùng để xếp hạng", en="nothing says which of a member's scores ranks it"),
    why=Text(
        vi="Một đơn vị có điểm tự chấm, điểm chấm chéo, điểm thống nhất. Điểm dùng để xếp hạng là điểm ghi `final: co`;"
        " không ghi thì là điểm duy nhất, hoặc điểm sau cùng của hội đồng. Không rõ thì báo cáo không xếp hạng đơn vị.",
        en="A member has its own score, a peer's, the agreed one. The one that ranks says `final: co`; without one it is the"
        " only score, or the last by the council. Where that is not clear reports do not rank the member.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{member}` có {number} lần chấm, không ghi lần nào dùng để xếp hạng",
                en="`{member}` was scored {number} times, and nothing says which score ranks it",
            ),
            Text(vi="thêm `final: co` ở điểm chính thức", en="add `final: co` to the score that counts"),
        ),
        "several": Wording(
            Text(
                vi="`{member}` có nhiều hơn một điểm ghi `final: co`",
                en="`{member}` has more than one score with `final: co`",
            ),
            Text(vi="chỉ giữ `final: co` ở điểm chính thức", en="keep `final: co` on the score that counts"),
        ),
    },
    check=OfRecord(check, ("bloc-years",)),
    bad=(
        Example({_PATH: _NONE, **_OTHERS}, finds=(f"{_PATH}:4:14",)),
        Example({_PATH: _TWO, **_OTHERS}, finds=(f"{_PATH}:4:53",)),
    ),
    good=(Example({_PATH: _ONE, **_OTHERS}), Example({_PATH: _COUNCIL, **_OTHERS})),
)
