"""TD214: more candidates were voted for an award than the bloc's quota allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text, Value
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear


def check(record: BlocYear, _: str) -> Iterator[Found]:
    from thidua.model.bloc_vote import base, is_below_one, limit, winners

    for place, quota in enumerate(record.quotas):
        most, used = limit(record, quota), len(winners(record, quota.award))
        if quota.doubt is not None or most is None or used <= most or is_below_one(record, quota):
            continue
        values: dict[str, Value] = {"award": quota.award, "used": used, "most": most}
        if quota.share is not None:
            values |= {"variant": "share", "share": f"{quota.share:f}", "of": base(record, quota) or 0}
        yield Found(("quotas", place, "number" if quota.share is None else "share"), values)


_WITHIN = """\
members_counted: 11
leader: Phòng Ví dụ 1
votes:
  - {member: Phòng Ví dụ 1, award: co-thi-dua-bo-nganh-tinh, members: 11, for: 10}
  - {member: Phòng Ví dụ 2, award: bang-khen-bo-nganh-tinh, members: 11, for: 10}
  - {member: Phòng Ví dụ 3, award: bang-khen-bo-nganh-tinh, members: 11, for: 9}
quotas:
  - {award: co-thi-dua-bo-nganh-tinh, number: 1, document: Quy chế Ví dụ}
  - {award: bang-khen-bo-nganh-tinh, share: 20, of: thanh-vien-con-lai, document: Quy chế Ví dụ}
source: {document: Biên bản Ví dụ}
"""
_FLAGS = _WITHIN.replace(
    "Phòng Ví dụ 2, award: bang-khen-bo-nganh-tinh", "Phòng Ví dụ 2, award: co-thi-dua-bo-nganh-tinh"
)
_SHARE = _WITHIN.replace("members_counted: 11", "members_counted: 10")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}
_HELP = Text(
    vi="xem lại kết quả suy tôn và quy chế; dòng không được thông qua ghi `outcome: khong-thong-qua`",
    en="look at the vote and the rules again; a row that was not passed says `outcome: khong-thong-qua`",
)

RULE = Rule(
    code="TD214",
    name="quota-exceeded",
    severity=Severity.WARNING,
    title=Text(vi="suy tôn nhiều hơn số lượng được đề nghị", en="more were voted for an award than the quota allows"),
    why=Text(
        vi="Số lượng, tỷ lệ do cơ quan tổ chức khối quy định, không phải điều luật, nên chỉ là cảnh báo; đề nghị vượt thường bị"
        " trả lại. Tỷ lệ được làm tròn xuống. Thành viên còn lại là thành viên chưa được suy tôn danh hiệu có số lượng cố định"
        " hoặc cờ thi đua. Chưa biết số thành viên thì không so.",
        en="Quotas are the office's own and no article of law, so this is a warning; a proposal above them is often sent back."
        " Shares are rounded down. The other members are those not voted for an award with a fixed number or for a flag."
        " Where the number of members is not known nothing is compared.",
    ),
    wording={
        "": Wording(
            Text(
                vi="suy tôn {used:count} cho `{award}`, được đề nghị {most:count}",
                en="{used:count} were voted for `{award}`, {most:count} may be proposed",
            ),
            _HELP,
        ),
        "share": Wording(
            Text(
                vi="suy tôn {used:count} cho `{award}`, được đề nghị {most:count} ({share} % của {of:count})",
                en="{used:count} were voted for `{award}`, {most:count} may be proposed ({share} % of {of:count})",
            ),
            _HELP,
        ),
    },
    check=OfRecord(check, ("bloc-years",)),
    bad=(
        Example({_PATH: _FLAGS, **_OTHERS}, finds=(f"{_PATH}:8:47",)),
        Example({_PATH: _SHARE, **_OTHERS}, finds=(f"{_PATH}:9:45",)),
    ),
    good=(Example({_PATH: _WITHIN, **_OTHERS}),),
)
