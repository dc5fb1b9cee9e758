"""TD403: a nomination passed though fewer voted for it than the law asks."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.formality import KEY, TOUCHED, VOTE, asked_of, told
from thidua.store.nominated import Grade


def word(row: dict[str, Any]) -> tuple[Found, ...]:
    return told(row, Grade.SURE)


_PASSED = """\
number: 7/TTr-UBND
date: 2025-12-08
council_date: 2025-12-22
period: 2025
rows:
  - award: chien-si-thi-dua-toan-quoc
    recipient: {name: Nguyễn Văn A, unit: Phòng Ví dụ}
    vote: {members: 30, present: 28, in_writing: 2, for: 27, against: 3}
    outcome: thong-qua
"""
_TOO_FEW = _PASSED.replace("for: 27, against: 3", "for: 26, against: 4")
_FLAG = _PASSED.replace("chien-si-thi-dua-toan-quoc", "co-thi-dua-cua-chinh-phu").replace("name:", "collective:")
_FLAG_PASSED = _FLAG.replace("for: 27, against: 3", "for: 24, against: 6")
_FLAG_TOO_FEW = _FLAG.replace("for: 27, against: 3", "for: 23, against: 7")
_PATH = "records/nominations/2025/7-ttr-ubnd.yaml"

RULE = Rule(
    code="TD403",
    name="vote-below-share",
    severity=Severity.ERROR,
    title=Text(
        vi="ghi thông qua nhưng số phiếu đồng ý chưa đủ tỷ lệ",
        en="a nomination passed though fewer voted for it than the law asks",
    ),
    why=Text(
        vi="Với một số danh hiệu, hội đồng chỉ được thông qua khi đủ tỷ lệ phiếu của toàn bộ thành viên, kể cả người vắng mặt;"
        " người vắng mặt cho ý kiến bằng văn bản. Tỷ lệ lấy theo luật của ngày họp và ngày nhận hồ sơ. Lỗi chỉ được báo khi"
        " quy định đã được đọc; nếu không thì xem TD408. Đúng bằng tỷ lệ là đủ.",
        en="For some awards a council passes a nomination only by a share of all its members, the absent among them; they give"
        " their opinion in writing. The share is that of the law of the day of the council and of the day of receipt. It is an"
        " error only where that text was read; see TD408 for the rest. Exactly the share is enough.",
    ),
    wording=plain(
        Text(
            vi="{award} được {for} phiếu đồng ý trên {members} thành viên, chưa đủ {percent} % ({article}), nhưng ghi thông qua",
            en="{award} has {for} votes of {members} members, below {percent} % ({article_en}), and is written as passed",
        ),
        Text(
            vi="sửa số phiếu ở `vote`, hoặc ghi `outcome: khong-thong-qua`",
            en="mend the numbers in `vote`, or write `outcome: khong-thong-qua`",
        ),
    ),
    check=OfRegister(find=asked_of(VOTE), key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _TOO_FEW}, finds=(f"{_PATH}:8:58",)),
        Example({_PATH: _FLAG_TOO_FEW}, finds=(f"{_PATH}:8:58",)),
    ),
    good=(Example({_PATH: _PASSED}), Example({_PATH: _FLAG_PASSED})),
    law=("council_vote",),
)
