"""TD406: a nomination came in after the last day the law gives."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.formality import DEADLINE, KEY, TOUCHED_BY_TITLES, asked_of, told
from thidua.store.nominated import Grade


def word(row: dict[str, Any]) -> tuple[Found, ...]:
    return told(row, Grade.SURE)


_IN_TIME = """\
number: 7/TTr-UBND
date: 2026-06-15
received: 2026-06-30
period: 2025
rows:
  - award: co-thi-dua-cua-chinh-phu
    recipient: {collective: Phòng Ví dụ}
"""
_SCHOOL = _IN_TIME.replace("period: 2025", "period: nam-hoc-2024-2025").replace("2026-06", "2025-12")
_LATE = _SCHOOL.replace("2025-12-30", "2026-07-01")
_PATH = "records/nominations/2026/7-ttr-ubnd.yaml"

RULE = Rule(
    code="TD406",
    name="nomination-after-deadline",
    severity=Severity.ERROR,
    title=Text(vi="hồ sơ đến sau hạn của luật", en="a nomination came in after the last day the law gives"),
    why=Text(
        vi="Hồ sơ quá hạn không được xét. Hạn tính từ khi kết thúc kỳ thành tích; nơi luật có hạn riêng cho đơn vị tính theo năm"
        " học thì chỉ báo lỗi khi đã quá mọi hạn, còn lại xem TD408.",
        en="A file that is late is not looked at. The day follows the end of the period of the achievement; where the law has a"
        " day of its own for bodies that count school years, it is an error only after the last of them; see TD408 for the rest.",
    ),
    wording=plain(
        Text(
            vi="{award}: hồ sơ ngày {date:day}, quá hạn {last:day} ({article})",
            en="{award}: the file is of `{date}`, after the last day `{last}` ({article_en})",
        ),
        Text(
            vi="sửa `received`, `date` hoặc `period` cho đúng; nếu đúng như vậy thì để sang kỳ sau",
            en="mend `received`, `date` or `period`; if they are right, propose it for the next period",
        ),
    ),
    check=OfRegister(find=asked_of(DEADLINE), key=KEY, touched=TOUCHED_BY_TITLES, word=word),
    bad=(Example({_PATH: _LATE}, finds=(f"{_PATH}:6:12",)),),
    good=(Example({_PATH: _IN_TIME}), Example({_PATH: _SCHOOL})),
    law=("deadline",),
)
