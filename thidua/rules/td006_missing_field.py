"""TD006: a field that a record must have is missing."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording

_WITH = "name: Phong trào Ví dụ\ntargets:\n  - {name: Thu ngân sách, plan: 100}\n"
_WITHOUT = _WITH.replace("name: Thu ngân sách, ", "")
_NO_NAME = "kind: chuyen-de\n"
_PATH = "records/campaigns/vi-du-2023.yaml"

RULE = Rule(
    code="TD006",
    name="missing-field",
    severity=Severity.ERROR,
    title=Text(vi="thiếu trường bắt buộc", en="a field that a record must have is missing"),
    why=Text(
        vi="Chỉ những trường mà thiếu thì không hiểu được bản ghi mới là bắt buộc, như tên của đơn vị.",
        en="Only those fields must be given without which a record makes no sense, such as the name of a unit.",
    ),
    wording={
        "": Wording(
            Text(vi="thiếu trường `{field}`", en="field `{field}` is missing"),
            Text(vi="thêm một dòng `{field}: …`", en="add a line `{field}: …`"),
        ),
        "inside": Wording(
            Text(vi="`{in}` thiếu trường `{field}`", en="`{in}` lacks the field `{field}`"),
            Text(vi="thêm `{field}: …` vào mục này", en="add `{field}: …` to this item"),
        ),
    },
    check=WhileReading(),
    bad=(
        Example({_PATH: _WITHOUT}, finds=(f"{_PATH}:3:5",)),
        Example({_PATH: _NO_NAME}, finds=(f"{_PATH}:1:1",)),
    ),
    good=(Example({_PATH: _WITH}),),
)
