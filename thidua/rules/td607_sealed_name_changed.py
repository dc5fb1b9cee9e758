"""TD607: what a sealed paper names by id is called otherwise than on the main branch."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import AgainstBase, Example, Rule, plain
from thidua.rules.corrected_example import AWARDS, CITY, DECISION, DECISION_PATH

_PATH = "records/organisations/phong-vi-du.yaml"
_UNIT = {_PATH: "name: Phòng Ví dụ\nshort: Phòng VD\n"}
_NAMED = {DECISION_PATH: DECISION.replace("unit: Phòng Ví dụ", "unit: phong-vi-du"), **CITY}

RULE = Rule(
    code="TD607",
    name="sealed-name-changed",
    severity=Severity.WARNING,
    title=Text(vi="văn bản đã ban hành nhắc đến tên nay đã khác", en="what a sealed paper names has another name"),
    why=Text(
        vi="Quyết định ghi đơn vị, danh hiệu riêng bằng mã, còn báo cáo in tên. Đổi tên trong tệp của đơn vị là đổi chữ của mọi"
        " quyết định đã ký. Tên gõ sai thì sửa được; đơn vị đổi tên thật thì lập đơn vị mới và ghi `successors`. Chỉ"
        " `thidua validate --base` tìm điều này.",
        en="A decision names units and awards of the office by id, and reports print names. Another name in the file of the unit"
        " changes the words of every decision that was signed. A mistyped name may be mended; a unit that has really got another"
        " name is a new one, with `successors`. Only `thidua validate --base` looks for this.",
    ),
    wording=plain(
        Text(
            vi="`{field}` là `{old}`, nay là `{new}`; văn bản đã ban hành có nhắc đến, như {paper}",
            en="`{field}` was `{old}`, now `{new}`; sealed papers name it, such as {paper}",
        ),
        Text(vi="người duyệt xem có đúng là gõ sai không", en="the reviewer sees whether it was mistyped"),
    ),
    check=AgainstBase(),
    bad=(Example({_PATH: "name: Phòng Khác\n", **_NAMED}, finds=(f"{_PATH}:1:7",), before={**_UNIT, **_NAMED}),),
    good=(
        Example({_PATH: "name: Phòng Ví dụ\nshort: PVD\n", **_NAMED}, before={**_UNIT, **_NAMED}),
        Example({_PATH: "name: Phòng Khác\n", **AWARDS}, before={**_UNIT, **AWARDS}),
    ),
)
