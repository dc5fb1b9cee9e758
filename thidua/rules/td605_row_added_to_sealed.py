"""TD605: a sealed paper has a row that it did not have on the main branch."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import AgainstBase, Example, Rule, Wording
from thidua.rules.corrected_example import AWARDS, CITY, DECISION, DECISION_PATH, NAMESAKES

_LOOK = Text(
    vi="người duyệt đối chiếu với văn bản đã ký", en="the reviewer compares it with the paper as it was signed"
)
_WITH_SEX = DECISION.replace("Phòng Ví dụ}", "Phòng Ví dụ, sex: nam}")

RULE = Rule(
    code="TD605",
    name="row-added-to-sealed",
    severity=Severity.WARNING,
    title=Text(vi="thêm dòng vào văn bản đã ban hành", en="a row is added to a sealed paper"),
    why=Text(
        vi="Bổ sung dòng còn sót vào quyết định đã lên nhánh chính là việc thường, nhưng cũng là cách thêm người không có trong"
        " quyết định. Chỉ `thidua validate --base` tìm điều này.",
        en="To add a row that was left out of a decision on the main branch is common; it is also how somebody gets in who is not"
        " in the decision. Only `thidua validate --base` looks for this.",
    ),
    wording={
        "": Wording(Text(vi="{paper} có thêm `{name}`", en="{paper} has `{name}` as well now"), _LOOK),
        "row": Wording(Text(vi="{paper} có thêm dòng `{name}`", en="{paper} has a new row of `{name}`"), _LOOK),
    },
    check=AgainstBase(),
    bad=(Example({DECISION_PATH: NAMESAKES, **CITY}, finds=(f"{DECISION_PATH}:6:9",), before=AWARDS),),
    good=(Example({DECISION_PATH: _WITH_SEX, **CITY}, before=AWARDS),),
)
