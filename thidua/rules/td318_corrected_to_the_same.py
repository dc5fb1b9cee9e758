"""TD318: a correction says what the decision says already."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.corrected_example import AWARDS, CORRECTION, KEY, PATH, PROBLEMS, TOUCHED

FIND = PROBLEMS.format(problems="'same'")


def word(row: dict[str, Any]) -> Found:
    values = {"value": row["value"], "field": row["field"], "decision": row["decision"]}
    return Found(
        (*read_route(row["route"]), "value"),
        values,
        (Place(row["decision"], read_route(row["related"])),),
        path=row["path"],
    )


_SAME = CORRECTION.replace("Văn Á", "Văn A")

RULE = Rule(
    code="TD318",
    name="corrected-to-the-same",
    severity=Severity.WARNING,
    title=Text(vi="đính chính mà không đổi gì", en="a correction that changes nothing"),
    why=Text(
        vi="Đính chính một giá trị thành chính nó là gõ nhầm, hoặc tệp quyết định đã bị sửa thẳng: khi đó không còn thấy"
        " quyết định đã ghi gì.",
        en="A value corrected to itself is mistyped, or the decision's file was edited: then nobody sees any more what the"
        " decision said.",
    ),
    wording=plain(
        Text(
            vi="`{field}` đã là `{value}` trong `{decision}`, không có gì để đính chính",
            en="`{field}` is `{value}` in `{decision}` already, and nothing is corrected",
        ),
        Text(
            vi="ghi giá trị đúng, hoặc để tệp quyết định như văn bản đã ký",
            en="write the right value, or leave the decision's file as the paper was signed",
        ),
    ),
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(Example({PATH: _SAME, **AWARDS}, finds=(f"{PATH}:7:12",)),),
    good=(Example({PATH: CORRECTION, **AWARDS}),),
)
