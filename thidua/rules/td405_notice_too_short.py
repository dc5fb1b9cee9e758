"""TD405: the names stood in public for fewer working days before the council than the law asks."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.formality import KEY, NOTICE, TOUCHED, asked_of, told
from thidua.store.nominated import Grade


def word(row: dict[str, Any]) -> tuple[Found, ...]:
    return told(row, Grade.SURE)


_NOTICED = """\
number: 7/TTr-UBND
date: 2025-12-08
council_date: 2025-12-22
notice: {from: 2025-12-08, to: 2025-12-19}
rows:
  - award: huan-chuong-lao-dong-hang-ba
    recipient: {name: Nguyễn Văn A, unit: Phòng Ví dụ}
"""
_TOO_SHORT = _NOTICED.replace("from: 2025-12-08", "from: 2025-12-10")
_TOO_LATE = _NOTICED.replace("to: 2025-12-19", "to: 2026-01-19").replace("from: 2025-12-08", "from: 2025-12-15")
_PATH = "records/nominations/2025/7-ttr-ubnd.yaml"

RULE = Rule(
    code="TD405",
    name="notice-too-short",
    severity=Severity.ERROR,
    title=Text(
        vi="công khai không đủ số ngày làm việc trước khi họp hội đồng",
        en="the names stood in public for too few working days before the council",
    ),
    why=Text(
        vi="Hồ sơ chưa công khai đủ số ngày làm việc trước khi hội đồng họp thì bị trả lại. Chương trình đếm từ thứ Hai đến thứ"
        " Sáu, kể cả ngày đầu và ngày cuối. Ngày nghỉ lễ chỉ làm số ngày ít đi; một thứ Bảy có thể là ngày làm bù, nên chỉ báo"
        " lỗi khi tính cả thứ Bảy vẫn không đủ, còn lại xem TD408.",
        en="A file whose names did not stand in public for so many working days before the council is sent back. Mondays to"
        " Fridays are counted, the first and the last day among them. Public holidays only make them fewer; a Saturday may be"
        " a working day in exchange, so that it is an error only where even with Saturdays there are too few; see TD408 for"
        " the rest.",
    ),
    wording=plain(
        Text(
            vi="{award}: công khai {days} ngày làm việc trước ngày họp {council:day}, phải ít nhất {asked} ngày ({article})",
            en="{award}: in public for {days} working days before the council of `{council}`, at least {asked} are asked for"
            " ({article_en})",
        ),
        Text(
            vi="sửa các ngày ở `notice`, `council_date` cho đúng; nếu đúng như vậy thì công khai lại trước khi họp",
            en="mend the days in `notice` and `council_date`; if they are right, the names have to stand longer",
        ),
    ),
    check=OfRegister(find=asked_of(NOTICE), key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _TOO_SHORT}, finds=(f"{_PATH}:4:16",)),
        Example({_PATH: _TOO_LATE}, finds=(f"{_PATH}:4:16",)),
    ),
    good=(Example({_PATH: _NOTICED}),),
    law=("public_notice",),
)
