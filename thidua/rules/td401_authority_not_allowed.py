"""TD401: an award was given by a body that may not confer it on that day."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.authority_answer import FIND, KEY, TOUCHED, found
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

_VARIANTS = {"da-ket-thuc": "ended", "khong-co": "absent"}


def word(row: dict[str, Any]) -> Found | tuple[()]:
    if row["best"] > 0:  # not in every era that may govern is the answer no: TD402
        return ()
    return found(row, _VARIANTS.get(row["ground"], ""))


_DISTRICT = "name: UBND huyện Ví dụ\nkind: uy-ban-nhan-dan\nlevel: huyen\nsource: {document: Ví dụ}\n"
_COMMUNE = "name: UBND xã Ví dụ\nkind: uy-ban-nhan-dan\nlevel: xa\nsource: {document: Ví dụ}\n"
_PLACES = {
    "records/organisations/ubnd-huyen-vi-du.yaml": _DISTRICT,
    "records/organisations/ubnd-xa-vi-du.yaml": _COMMUNE,
}
_BY_DISTRICT = """\
decision: {number: 15/QĐ-UBND, date: 2025-06-20, authority: ubnd-huyen-vi-du, received: 2025-05-06}
awards:
  - {award: chien-si-thi-dua-co-so, counted: {individuals: 3}}
"""
_BY_COMMUNE = _BY_DISTRICT.replace("huyen", "xa")
_TOO_LATE = _BY_DISTRICT.replace("2025-06-20", "2025-07-20")
_NO_MORE = """\
decision: {number: 16/QĐ-UBND, date: 2025-09-20, authority: ubnd-xa-vi-du, received: 2025-08-06}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_PATH = "records/awards/2025/15-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD401",
    name="authority-not-allowed",
    severity=Severity.ERROR,
    title=Text(
        vi="cấp khen thưởng không có thẩm quyền vào ngày quyết định",
        en="an award was given by a body that may not confer it on that day",
    ),
    why=Text(
        vi="Quyết định sai thẩm quyền phải thu hồi, và danh hiệu không được tính khi xét lên bậc cao hơn. Ngày quyết định"
        " và ngày nhận hồ sơ cho biết luật nào được áp dụng; loại và cấp ở hồ sơ tổ chức cho biết cơ quan là ai theo luật;"
        " UBND và Chủ tịch UBND là một. Lỗi chỉ được báo khi văn bản đã được đọc và danh sách các cấp là đủ; nếu không thì"
        " xem TD402. Khen thưởng của riêng cơ quan, ghi ở `records/catalogue/`, chỉ bị xét khi"
        " quy định riêng ở `records/catalogue/rules/` nêu ai được tặng.",
        en="A decision beyond its authority's powers has to be withdrawn, and the title does not count towards a higher one."
        " The day of the decision and the day of receipt say which law governs; kind and level in the organisation's record"
        " say what body it is in law; a People's Committee and its chair are one. It is an error only where the text was"
        " read and its list is whole; see TD402 for the rest. Awards of the office's own, in `records/catalogue/`, are"
        " looked at only where its own rules, in `records/catalogue/rules/`, say who confers them.",
    ),
    wording={
        "": Wording(
            Text(
                vi="{authority} không được tặng {award} ngày {date:day}: {article} giao cho cấp khác",
                en="{authority} may not confer {award} on `{date}`: {article_en} gives it to others",
            ),
            Text(
                vi="sửa `authority`, khen thưởng hoặc ngày cho đúng quyết định; người được tặng: {by}",
                en="mend `authority`, the award or the day as the decision has them; it may be conferred by: {by_en}",
            ),
        ),
        "ended": Wording(
            Text(
                vi="{authority} không được tặng {award} ngày {date:day}: {reason} ({article})",
                en="{authority} may not confer {award} on `{date}`: {reason_en} ({article_en})",
            ),
            Text(
                vi="sửa ngày, hoặc ghi ở `authority` cơ quan của thời gian đó",
                en="mend the day, or give in `authority` the body of that time",
            ),
        ),
        "absent": Wording(
            Text(
                vi="ngày {date:day} không có {award} ({article}) để {authority} tặng",
                en="there is no {award} on `{date}` ({article_en}) for {authority} to confer",
            ),
            Text(
                vi="chọn danh hiệu, hình thức của thời gian đó, hoặc sửa ngày",
                en="choose an award of that time, or mend the day",
            ),
        ),
    },
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _TOO_LATE, **_PLACES}, finds=(f"{_PATH}:3:13",)),
        Example({_PATH: _BY_COMMUNE, **_PLACES}, finds=(f"{_PATH}:3:13",)),
        Example({_PATH: _NO_MORE, **_PLACES}, finds=(f"{_PATH}:3:13",)),
    ),
    good=(Example({_PATH: _BY_DISTRICT, **_PLACES}),),
    law=("powers", "absent", "ended"),
)
