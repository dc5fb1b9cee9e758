"""TD601: two corrections give one value differently, and neither is the later one."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.corrected_example import AWARDS, CORRECTION, KEY, PATH, PROBLEMS, TOUCHED

FIND = PROBLEMS.format(problems="'unclear'")


def word(row: dict[str, Any]) -> Found:
    other, _, route = row["related"].partition("\n")
    return Found(
        (*read_route(row["route"]), "value"),
        {"field": row["field"], "other": other, "decision": row["decision"]},
        (Place(other, (*read_route(route), "value")),),
        path=row["path"],
    )


_OTHER_PATH = PATH.replace("9-", "12-")
_OTHER = CORRECTION.replace("9/", "12/").replace("Văn Á", "Văn Ạ")
_LATER = _OTHER.replace("2023-04-01", "2023-05-01")

RULE = Rule(
    code="TD601",
    name="corrections-disagree",
    severity=Severity.ERROR,
    title=Text(vi="hai văn bản đính chính trái nhau", en="two corrections disagree"),
    why=Text(
        vi="Văn bản sau thay văn bản trước; cùng ngày, hoặc thiếu ngày, thì không biết giá trị nào đúng, và quyết định"
        " được giữ như đã ghi.",
        en="A later paper replaces an earlier one; on one day, or without a day, nobody knows which value is right, and the"
        " decision stays as it is.",
    ),
    wording=plain(
        Text(
            vi="`{field}` được đính chính khác ở `{other}`, không rõ văn bản nào sau; chưa giá trị nào được dùng",
            en="`{field}` is corrected otherwise in `{other}`, and which is later is not clear; neither is used",
        ),
        Text(vi="ghi ngày của cả hai văn bản, hoặc bỏ một giá trị", en="write the day of both, or remove one value"),
    ),
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(Example({PATH: CORRECTION, _OTHER_PATH: _OTHER, **AWARDS}, finds=(f"{PATH}:7:12",)),),
    good=(
        Example(
            {PATH: CORRECTION, _OTHER_PATH: _LATER.replace("{name: Nguyễn Văn A}", "{name: Nguyễn Văn Á}"), **AWARDS}
        ),
    ),
)
