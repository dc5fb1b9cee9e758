"""TD212: a member that was voted for a flag does not stand first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear


def check(record: BlocYear, _: str) -> Iterator[Found]:
    from thidua.model.bloc_vote import carried, is_flag
    from thidua.model.scoring import key

    if not record.votes:
        return
    ranked = _stated(record)
    if not ranked:
        return  # nobody is ranked: there is nothing to set beside the vote
    for place, vote in enumerate(record.votes):
        rank = ranked.get(key(vote.member))
        if is_flag(vote.award) and carried(vote) and rank != 1:
            known = {"rank": rank} if rank is not None else {"variant": "unranked"}
            yield Found(("votes", place, "member"), {"member": vote.member, **known})


def _stated(record: BlocYear) -> dict[str, int]:
    from thidua.model.scoring import counting

    found = {}
    for member, place in counting(record.scores).items():
        rank = record.scores[place].rank if place is not None else None
        if rank is not None:
            found[member] = rank
    return found


_FIRST = """\
leader: Phòng Ví dụ 1
scores:
  - {member: Phòng Ví dụ 1, total: 98, rank: 1}
  - {member: Phòng Ví dụ 2, total: 97, rank: 2}
votes:
  - {member: Phòng Ví dụ 1, award: co-thi-dua-bo-nganh-tinh, members: 9, for: 8, against: 1}
source: {document: Biên bản Ví dụ}
"""
_SECOND = _FIRST.replace("Phòng Ví dụ 1, award", "Phòng Ví dụ 2, award")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}
_HELP = Text(
    vi="biểu quyết quyết định; kiểm tra tên đơn vị và ghi lý do ở `note` nếu biên bản có nêu",
    en="the vote decides; check the name, and give the reason in `note` if the minutes have one",
)

RULE = Rule(
    code="TD212",
    name="flag-not-to-the-first",
    severity=Severity.NOTE,
    title=Text(
        vi="đơn vị được suy tôn cờ thi đua không xếp thứ nhất", en="a member voted for a flag does not stand first"
    ),
    why=Text(
        vi="Điểm là căn cứ, biểu quyết quyết định: đơn vị xếp sau vẫn có thể được suy tôn. Người duyệt cần biết điều đó"
        " trước khi ký tờ trình.",
        en="Points are the ground and the vote decides: a member placed lower may be chosen. A reviewer has to know it before"
        " the proposal is signed.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{member}` được suy tôn cờ thi đua nhưng xếp thứ {rank}",
                en="`{member}` was voted for the flag but is placed {rank}",
            ),
            _HELP,
        ),
        "unranked": Wording(
            Text(
                vi="`{member}` được suy tôn cờ thi đua nhưng chưa được xếp hạng",
                en="`{member}` was voted for the flag but is not ranked",
            ),
            _HELP,
        ),
    },
    check=OfRecord(check, ("bloc-years",)),
    bad=(Example({_PATH: _SECOND, **_OTHERS}, finds=(f"{_PATH}:6:14",)),),
    good=(Example({_PATH: _FIRST, **_OTHERS}),),
)
