"""TD213: there are more votes than voters, or a vote is recorded twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear


def check(record: BlocYear, _: str) -> Iterator[Found]:
    from thidua.model.scoring import key

    seen: set[tuple[str, str]] = set()
    for place, vote in enumerate(record.votes):
        one = key(vote.member), vote.award
        if one in seen:
            yield Found(("votes", place, "member"), {"variant": "twice", "member": vote.member})
        seen.add(one)
        given = [(field, n) for field, n in (("for", vote.for_), ("against", vote.against)) if n is not None]
        votes = sum(n for _, n in given)
        if vote.doubt is None and vote.members is not None and votes > vote.members:
            yield Found(("votes", place, given[0][0]), {"votes": votes, "members": vote.members})


_RIGHT = """\
leader: Phòng Ví dụ 1
votes:
  - {member: Phòng Ví dụ 1, award: co-thi-dua-bo-nganh-tinh, members: 9, for: 8, against: 1}
  - {member: Phòng Ví dụ 2, award: bang-khen-bo-nganh-tinh, members: 9, for: 9}
source: {document: Biên bản Ví dụ}
"""
_MORE = _RIGHT.replace("against: 1", "against: 2")
_TWICE = _RIGHT.replace(
    "Phòng Ví dụ 2, award: bang-khen-bo-nganh-tinh", "Phòng Ví dụ 1, award: co-thi-dua-bo-nganh-tinh"
)
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}

RULE = Rule(
    code="TD213",
    name="votes-beyond-voters",
    severity=Severity.WARNING,
    title=Text(vi="số phiếu nhiều hơn số người bỏ phiếu", en="there are more votes than voters"),
    why=Text(
        vi="Biên bản kiểm phiếu là căn cứ của tờ trình. Phiếu thừa, hoặc một đơn vị ghi hai lần, làm kết quả suy tôn không dùng"
        " được.",
        en="The proposal rests on the count of votes. Votes too many, or a candidate recorded twice, make it useless.",
    ),
    wording={
        "": Wording(
            Text(
                vi="có {votes:count} phiếu, trong khi chỉ có {members:count} người bỏ phiếu",
                en="there are {votes:count} votes of {members:count} voters",
            ),
            Text(
                vi="sửa số phiếu theo biên bản kiểm phiếu; biên bản ghi như vậy thì nói lý do ở `doubt`",
                en="mend the votes as the minutes have them; if they say so, say why in `doubt`",
            ),
        ),
        "twice": Wording(
            Text(
                vi="`{member}` được ghi hai lần cho cùng một danh hiệu, hình thức",
                en="`{member}` is recorded twice for one award",
            ),
            Text(vi="giữ một dòng", en="keep one line"),
        ),
    },
    check=OfRecord(check, ("bloc-years",)),
    bad=(
        Example({_PATH: _MORE, **_OTHERS}, finds=(f"{_PATH}:3:79",)),
        Example({_PATH: _TWICE, **_OTHERS}, finds=(f"{_PATH}:4:14",)),
    ),
    good=(Example({_PATH: _RIGHT, **_OTHERS}),),
)
