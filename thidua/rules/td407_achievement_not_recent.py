"""TD407: the achievement of a nomination ended too long before it was submitted."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.formality import KEY, RECENT, TOUCHED, asked_of, told
from thidua.store.nominated import Grade


def word(row: dict[str, Any]) -> tuple[Found, ...]:
    return told(row, Grade.SURE)


_RECENT = """\
number: 7/TTr-UBND
date: 2026-06-30
period: 2021-2025
rows:
  - award: huan-chuong-lao-dong-hang-ba
    recipient: {name: Nguyễn Văn A, unit: Phòng Ví dụ}
"""
_OLD = _RECENT.replace("2026-06-30", "2026-07-01")
_PATH = "records/nominations/2026/7-ttr-ubnd.yaml"

RULE = Rule(
    code="TD407",
    name="achievement-not-recent",
    severity=Severity.ERROR,
    title=Text(
        vi="thành tích kết thúc quá lâu trước ngày trình",
        en="the achievement ended too long before it was submitted",
    ),
    why=Text(
        vi="Hồ sơ khen thưởng cấp Nhà nước phải báo cáo thành tích đến gần ngày trình; cũ hơn thì bị trả lại. Ngày trình lên cấp"
        " trên chỉ có thể muộn hơn ngày của tờ trình đang ghi.",
        en="A file for an award of the State tells of the achievement up to shortly before it is submitted; an older one is sent"
        " back. It reaches the level above no earlier than the day of the submission that is recorded.",
    ),
    wording=plain(
        Text(
            vi="{award}: thành tích đến {end:day}, cách ngày trình {date:day} quá {months} tháng ({article})",
            en="{award}: the achievement ends on `{end}`, more than {months} months before `{date}` ({article_en})",
        ),
        Text(
            vi="bổ sung thành tích đến ít nhất {first:day} và sửa `period`, hoặc sửa `date`",
            en="bring the achievement up to `{first}` or later and mend `period`, or mend `date`",
        ),
    ),
    check=OfRegister(find=asked_of(RECENT), key=KEY, touched=TOUCHED, word=word),
    bad=(Example({_PATH: _OLD}, finds=(f"{_PATH}:5:12",)),),
    good=(Example({_PATH: _RECENT}),),
    law=("achievement_recent",),
)
