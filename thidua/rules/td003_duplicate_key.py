"""TD003: a field is given twice."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, plain

_ONCE = "name: Phòng Ví dụ\nlevel: huyen\n"
_TWICE = _ONCE + "level: xa\n"
_PATH = "records/organisations/phong-vi-du.yaml"

RULE = Rule(
    code="TD003",
    name="duplicate-key",
    severity=Severity.ERROR,
    title=Text(vi="một trường được ghi hai lần", en="a field is given twice"),
    why=Text(
        vi="Hai giá trị cho một trường thì không biết giá trị nào đúng; phần mềm khác lấy giá trị sau mà không báo.",
        en="Of two values of one field nobody knows which is right; other programs take the second without a word.",
    ),
    wording=plain(
        Text(
            vi="trường `{key}` được ghi hai lần, lần đầu ở dòng {first_line}",
            en="field `{key}` is given twice, first on line {first_line}",
        ),
        Text(
            vi="xoá một trong hai; nhiều giá trị thì viết thành danh sách",
            en="delete one of the two; write several values as a list",
        ),
    ),
    check=WhileReading(),
    bad=(Example({_PATH: _TWICE}, finds=(f"{_PATH}:3:1",)),),
    good=(Example({_PATH: _ONCE}),),
)
