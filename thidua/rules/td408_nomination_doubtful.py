"""TD408: it is not certain that a nomination keeps to what the law asks."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.rules.formality import DEADLINE, KEY, NOTICE, RECENT, TOUCHED_BY_TITLES, VOTE, asked_of, told
from thidua.store.nominated import Grade


def word(row: dict[str, Any]) -> tuple[Found, ...]:
    return told(row, Grade.DOUBTFUL)


_NOMINATION = """\
number: 7/TTr-UBND
date: 2025-12-08
council_date: 2025-12-22
notice: {from: 2025-12-08, to: 2025-12-19}
period: 2025
rows:
  - award: chien-si-thi-dua-toan-quoc
    recipient: {name: Nguyễn Văn A, unit: Phòng Ví dụ}
    vote: {members: 30, for: 27}
    outcome: thong-qua
"""
_ONE_DAY_SHORT = _NOMINATION.replace("from: 2025-12-08", "from: 2025-12-09")
_FLAG = """\
number: 7/TTr-UBND
date: 2026-07-15
period: nam-hoc-2025-2026
rows:
  - award: co-thi-dua-cua-chinh-phu
    recipient: {collective: Trường Ví dụ}
"""
_YEAR = _FLAG.replace("nam-hoc-2025-2026", "2026-01-15/2026-05-15")
_PATH = "records/nominations/2025/7-ttr-ubnd.yaml"
_PATH_2026 = "records/nominations/2026/7-ttr-ubnd.yaml"
_COMPARE = Text(vi="đối chiếu văn bản và sửa hồ sơ nếu cần", en="compare it with the text, and mend the file if needed")

RULE = Rule(
    code="TD408",
    name="nomination-doubtful",
    severity=Severity.NOTE,
    title=Text(
        vi="chưa chắc hồ sơ đề nghị theo đúng quy định",
        en="it is not certain that a nomination keeps to what the law asks",
    ),
    why=Text(
        vi="Như TD403, TD405, TD406 và TD407, khi căn cứ chưa đủ chắc: quy định mới biết qua một nguồn, chưa rõ hồ sơ theo luật"
        " nào, một ngày thứ Bảy có thể là ngày làm bù, có nhiều hạn khác nhau, hoặc có thể có danh hiệu mà kho bản ghi chưa ghi.",
        en="As TD403, TD405, TD406 and TD407, where the ground is not certain: the rule is known from one source, it is open which"
        " law governs, a Saturday may have been a working day, there are several last days, or there may be a title that is not"
        " recorded.",
    ),
    wording={
        "": Wording(
            Text(vi="{award}: chưa chắc đúng {article}", en="{award}: it may not keep to {article_en}"), _COMPARE
        ),
        "council-vote": Wording(
            Text(
                vi="{award} được {for} phiếu đồng ý trên {members} thành viên; có thể chưa đủ {percent} % ({article})",
                en="{award} has {for} votes of {members} members; that may be below {percent} % ({article_en})",
            ),
            _COMPARE,
        ),
        "public-notice": Wording(
            Text(
                vi="{award}: công khai {days} ngày từ thứ Hai đến thứ Sáu trước ngày họp {council:day}; có thể chưa đủ, hoặc chưa"
                " kết thúc trước ngày họp ({article}: {asked} ngày làm việc)",
                en="{award}: in public for {days} days from Monday to Friday before the council of `{council}`; that may be too"
                " few, or not over by then ({article_en}: {asked} working days)",
            ),
            _COMPARE,
        ),
        "deadline": Wording(
            Text(
                vi="{award}: hồ sơ ngày {date:day}, có thể đã quá hạn {last:day} ({article})",
                en="{award}: the file is of `{date}`, which may be after the last day `{last}` ({article_en})",
            ),
            _COMPARE,
        ),
        "achievement-recent": Wording(
            Text(
                vi="{award}: thành tích đến {end:day}, có thể phải đến ít nhất {first:day} ({article})",
                en="{award}: the achievement ends on `{end}`, and may have to reach `{first}` ({article_en})",
            ),
            _COMPARE,
        ),
    },
    check=OfRegister(find=asked_of(VOTE, NOTICE, RECENT, DEADLINE), key=KEY, touched=TOUCHED_BY_TITLES, word=word),
    bad=(
        Example({_PATH: _ONE_DAY_SHORT}, finds=(f"{_PATH}:4:16",)),
        Example({_PATH_2026: _YEAR}, finds=(f"{_PATH_2026}:5:12",)),
    ),
    good=(Example({_PATH: _NOMINATION}), Example({_PATH_2026: _FLAG})),
    law=("council_vote", "public_notice", "deadline", "achievement_recent"),
)
