"""TD922: a waiver lets nothing pass."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, OfFindings, Rule, Wording

_UNIT = "records/organisations/phong-vi-du.yaml"
_TEXT = "name: Phòng Ví dụ\nto: 2025-06-30\n"
_MENDED = _TEXT + "source: {document: Quyết định giải thể, number: 5/QĐ-UBND, date: 2025-06-20}\n"
_PATH = "records/waivers/phong-vi-du.yaml"
_RIGHT = (
    f"code: TD013\npath: {_UNIT}\nreason: Quyết định giải thể đang xin bản sao\n"
    "by: {name: Trần Văn Mẫu, position: Chánh Văn phòng}\nuntil: 2027-06-30\n"
)
_HELP = Text(vi="xoá tệp này", en="delete this file")

RULE = Rule(
    code="TD922",
    name="useless-waiver",
    severity=Severity.WARNING,
    title=Text(vi="miễn mà không có gì để miễn", en="a waiver that lets nothing pass"),
    why=Text(
        vi="Điều được miễn đã sửa, hoặc ở chỗ khác. Tệp miễn để lại sẽ che một lỗi mới ở cùng chỗ mà không ai quyết định.",
        en="What it was for is mended, or stands elsewhere. The file that is left behind would hide a new mistake in the same"
        " place that nobody decided about.",
    ),
    wording={
        "": Wording(
            Text(vi="`{target}` không có phát hiện `{code}` nào", en="`{target}` has no finding of `{code}`"), _HELP
        ),
        "field": Wording(
            Text(
                vi="`{field}` trong `{target}` không có phát hiện `{code}` nào",
                en="`{field}` in `{target}` has no finding of `{code}`",
            ),
            Text(
                vi="xoá tệp này, hoặc sửa `field` nếu dòng đã chuyển chỗ",
                en="delete this file, or mend `field` if the row has moved",
            ),
        ),
    },
    check=OfFindings(),
    bad=(
        Example({_PATH: _RIGHT, _UNIT: _MENDED}, finds=(f"{_PATH}:1:7",)),
        Example({_PATH: _RIGHT.replace("reason", "field: name\nreason"), _UNIT: _TEXT}, finds=(f"{_PATH}:1:7",)),
    ),
    good=(Example({_PATH: _RIGHT, _UNIT: _TEXT}),),
)
