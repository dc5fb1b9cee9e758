"""TD015: a number with three decimals may have been meant as thousands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain
from thidua.rules.parts import amounts, amounts_of, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.base import Fact
    from thidua.model.described import Described

_DECIMALS: Final = Decimal("0.001")
"""A number with as many decimals as thousands have digits after their point."""


def check(record: Fact, _: str) -> Iterator[Found]:
    for route, part in parts(record, _has_amounts):
        kind: type = type(part)
        for name, key in amounts_of(kind):
            amount = getattr(part, name)
            if amount is not None and amount.same_quantum(_DECIMALS) and 1 <= abs(amount) < 1000:
                text = f"{amount:f}"
                values = {
                    "value": text,
                    "comma": text.replace(".", ","),
                    "thousands": text.replace(".", ""),
                    "longer": f"{text}0",
                }
                yield Found((*route, key), values)


def _has_amounts(model: Described) -> bool:
    return bool(amounts(model))


_WHOLE = """\
figures:
  - {name: thu ngân sách ví dụ, value: 2405, unit: tỷ đồng}
source: {document: Báo cáo Ví dụ}
"""
_DOTTED = _WHOLE.replace("2405", "2.405")
_LONGER = _WHOLE.replace("2405", "2.4050")
_PATH = "records/years/2023/vi-du.yaml"

RULE = Rule(
    code="TD015",
    name="ambiguous-number",
    severity=Severity.WARNING,
    title=Text(
        vi="số có ba chữ số lẻ, có thể là hàng nghìn",
        en="a number with three decimals may have been meant as thousands",
    ),
    why=Text(
        vi="Văn bản viết hai nghìn bốn trăm linh năm là `2.405`; bản ghi đọc `2.405` là hai phẩy bốn trăm linh năm."
        " Sai một dấu chấm là sai một nghìn lần.",
        en="Vietnamese papers write two thousand four hundred and five as `2.405`; a record reads it as two and a bit."
        " One point wrong is wrong a thousandfold.",
    ),
    wording=plain(
        Text(
            vi="`{value}` đọc là số lẻ {comma}, không phải số hàng nghìn",
            en="`{value}` reads as a decimal number, not as thousands",
        ),
        Text(
            vi="nếu là hàng nghìn, viết `{thousands}`; nếu đúng là số lẻ, thêm một số không: `{longer}`",
            en="write `{thousands}` if thousands are meant; if it is a decimal, add a zero: `{longer}`",
        ),
    ),
    check=OfRecord(check),
    bad=(Example({_PATH: _DOTTED}, finds=(f"{_PATH}:2:40",)),),
    good=(Example({_PATH: _WHOLE}), Example({_PATH: _LONGER})),
)
