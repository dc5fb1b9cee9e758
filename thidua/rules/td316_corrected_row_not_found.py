"""TD316: a correction names a row that its decision does not have."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.rules.corrected_example import AWARDS, CORRECTION, KEY, PATH, PROBLEMS, TOUCHED

FIND = PROBLEMS.format(problems="'name', 'award', 'unit'")


def word(row: dict[str, Any]) -> Found:
    values = {"variant": row["problem"], "name": row["name"], "decision": row["decision"]}
    return Found(
        (*read_route(row["route"]), "row", row["problem"]),
        values,
        (Place(row["decision"], ("awards",), key=True),),
        path=row["path"],
    )


_NAME = CORRECTION.replace("{name: Nguyễn Văn A}", "{name: Nguyễn Văn B}")
_UNIT = CORRECTION.replace("{name: Nguyễn Văn A}", "{name: Nguyễn Văn A, unit: Phòng khác}")
_AWARD = CORRECTION.replace("{name: Nguyễn Văn A}", "{name: Nguyễn Văn A, award: lao-dong-tien-tien}")
_MESSAGE = Text(vi="`{decision}` không có dòng nào của `{name}`", en="`{decision}` has no row of `{name}`")

RULE = Rule(
    code="TD316",
    name="corrected-row-not-found",
    severity=Severity.ERROR,
    title=Text(vi="đính chính một dòng không có trong quyết định", en="a correction names a row that is not there"),
    why=Text(
        vi="Tên gõ khác quyết định thì không dòng nào được đính chính, và báo cáo vẫn in giá trị sai.",
        en="A name written otherwise than in the decision corrects nothing, and reports go on printing what is wrong.",
    ),
    wording={
        "": Wording(_MESSAGE),
        "name": Wording(
            _MESSAGE,
            Text(
                vi="ghi tên đúng như trong quyết định, hoặc như văn bản đính chính trước đó",
                en="write the name as the decision has it, or as an earlier correction put it right",
            ),
        ),
        "award": Wording(
            Text(
                vi="`{decision}` có `{name}` nhưng không phải với danh hiệu, hình thức này",
                en="`{decision}` has `{name}`, but not for this award",
            ),
            Text(
                vi="ghi `award` đúng như trong quyết định, hoặc bỏ",
                en="write `award` as in the decision, or leave it out",
            ),
        ),
        "unit": Wording(
            Text(
                vi="`{decision}` có `{name}` nhưng không phải với đơn vị này",
                en="`{decision}` has `{name}`, but not of this unit",
            ),
            Text(
                vi="ghi `unit` đúng như trong quyết định, hoặc bỏ",
                en="write `unit` as in the decision, or leave it out",
            ),
        ),
    },
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({PATH: _NAME, **AWARDS}, finds=(f"{PATH}:5:17",)),
        Example({PATH: _UNIT, **AWARDS}, finds=(f"{PATH}:5:37",)),
        Example({PATH: _AWARD, **AWARDS}, finds=(f"{PATH}:5:38",)),
    ),
    good=(Example({PATH: CORRECTION, **AWARDS}),),
)
