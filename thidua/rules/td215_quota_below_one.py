"""TD215: the share of a quota comes to less than one, and somebody was voted for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text, Value
from thidua.rules.base import Example, Found, OfRecord, Rule, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear


def check(record: BlocYear, _: str) -> Iterator[Found]:
    from thidua.model.bloc_vote import base, is_below_one, winners

    for place, quota in enumerate(record.quotas):
        used = len(winners(record, quota.award))
        if used and is_below_one(record, quota):
            values: dict[str, Value] = {
                "share": f"{quota.share:f}",
                "of": base(record, quota) or 0,
                "used": used,
                "award": quota.award,
            }
            yield Found(("quotas", place, "share"), values)


_ONE = """\
members_counted: 6
leader: Phòng Ví dụ 1
votes:
  - {member: Phòng Ví dụ 1, award: co-thi-dua-bo-nganh-tinh, members: 6, for: 6}
  - {member: Phòng Ví dụ 2, award: bang-khen-bo-nganh-tinh, members: 6, for: 6}
quotas:
  - {award: bang-khen-bo-nganh-tinh, share: 20, of: thanh-vien-con-lai, document: Quy chế Ví dụ}
source: {document: Biên bản Ví dụ}
"""
_LESS = _ONE.replace("members_counted: 6", "members_counted: 5")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}

RULE = Rule(
    code="TD215",
    name="quota-below-one",
    severity=Severity.NOTE,
    title=Text(vi="tỷ lệ được đề nghị chưa đủ một", en="the share of a quota comes to less than one"),
    why=Text(
        vi="Khối ít thành viên thì tỷ lệ có thể chưa đủ một. Có nơi vẫn cho đề nghị một, có nơi không: chương trình không"
        " quyết định thay.",
        en="In a small bloc a share may come to less than one. Some offices then allow one, some none: the program does not"
        " decide it.",
    ),
    wording=plain(
        Text(
            vi="{share} % của {of:count} chưa đủ một, mà đã suy tôn {used:count} cho `{award}`: cần người xem",
            en="{share} % of {of:count} is less than one, and {used:count} were voted for `{award}`: a person has to look",
        ),
        Text(
            vi="hỏi cơ quan tổ chức khối; được phép thì ghi `number` thay cho `share`",
            en="ask who organises the bloc; if it is allowed, give `number` in place of `share`",
        ),
    ),
    check=OfRecord(check, ("bloc-years",)),
    bad=(Example({_PATH: _LESS, **_OTHERS}, finds=(f"{_PATH}:7:45",)),),
    good=(Example({_PATH: _ONE, **_OTHERS}),),
)
