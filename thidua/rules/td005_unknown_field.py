"""TD005: a record has a field that its kind does not know."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording

_MESSAGE = Text(vi="không có trường `{field}`", en="there is no field `{field}`")

_RIGHT = "name: Phòng Ví dụ\nlevel: huyen\n"
_NEAR = "name: Phòng Ví dụ\nlevle: huyen\n"
_FAR = "name: Phòng Ví dụ\ncap: huyen\n"
_PATH = "records/organisations/phong-vi-du.yaml"

RULE = Rule(
    code="TD005",
    name="unknown-field",
    severity=Severity.ERROR,
    title=Text(vi="trường không có trong loại bản ghi này", en="a record has a field that its kind does not know"),
    why=Text(
        vi="Tên trường gõ nhầm mà được cho qua thì giá trị của nó bị bỏ quên, không vào bảng nào.",
        en="If a mistyped field were let pass, its value would be forgotten and enter no table.",
    ),
    wording={
        "": Wording(
            _MESSAGE,
            Text(
                vi="dùng một trong các trường: {known}; điều khác ghi ở `note`",
                en="use one of the fields: {known}; anything else goes into `note`",
            ),
        ),
        "near": Wording(_MESSAGE, Text(vi="viết `{nearest}`", en="write `{nearest}`")),
        "bare": Wording(_MESSAGE, Text(vi="xoá trường này", en="delete this field")),
    },
    check=WhileReading(),
    bad=(
        Example({_PATH: _NEAR}, finds=(f"{_PATH}:2:1",)),
        Example({_PATH: _FAR}, finds=(f"{_PATH}:2:1",)),
    ),
    good=(Example({_PATH: _RIGHT}),),
)
