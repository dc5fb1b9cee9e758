"""TD404: more votes are written than there are members or voters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.nomination import Nomination, Vote


def check(record: Nomination, _: str) -> Iterator[Found]:
    for place, row in enumerate(record.rows):
        if row.vote is not None:
            yield from _of_vote(row.vote, ("rows", place, "vote"))


def _of_vote(vote: Vote, route: tuple[str | int, ...]) -> Iterator[Found]:
    """What is not known makes no vote impossible: of those who voted it is the least that is compared."""
    voted = (vote.present or 0) + (vote.in_writing or 0)
    given = (vote.for_ or 0) + (vote.against or 0)
    if vote.members is not None and voted > vote.members:
        field = "present" if vote.present is not None else "in_writing"
        yield Found((*route, field), {"voted": voted, "members": vote.members})
    is_whole = vote.present is not None and vote.in_writing is not None
    most = voted if is_whole else vote.members
    if most is not None and given > most:
        field = "for" if vote.for_ is not None else "against"
        variant = "votes" if is_whole else "members"
        yield Found((*route, field), {"variant": variant, "given": given, "most": most})


_POSSIBLE = """\
number: 7/TTr-UBND
date: 2025-12-08
rows:
  - award: lao-dong-tien-tien
    recipient: {name: Nguyễn Văn A, unit: Phòng Ví dụ}
    vote: {members: 9, present: 7, in_writing: 2, for: 8, against: 1}
"""
_TOO_MANY_THERE = _POSSIBLE.replace("in_writing: 2", "in_writing: 3")
_TOO_MANY_VOTES = _POSSIBLE.replace("for: 8", "for: 9")
_MORE_THAN_MEMBERS = _POSSIBLE.replace("present: 7, in_writing: 2, ", "").replace("for: 8", "for: 9")
_PATH = "records/nominations/2025/7-ttr-ubnd.yaml"

RULE = Rule(
    code="TD404",
    name="impossible-vote",
    severity=Severity.ERROR,
    title=Text(
        vi="số phiếu nhiều hơn số thành viên, số người biểu quyết",
        en="more votes are written than there are members or voters",
    ),
    why=Text(
        vi="Số có mặt và số cho ý kiến bằng văn bản cộng lại không thể nhiều hơn số thành viên; số phiếu không thể nhiều hơn số"
        " người biểu quyết. Một trong các số bị gõ nhầm, và tỷ lệ tính từ đó là sai.",
        en="Those present and those who wrote are together no more than the members, and there are no more votes than voters."
        " One of the numbers is mistyped, and so is the share that is counted from it.",
    ),
    wording={
        "": Wording(
            Text(
                vi="có mặt và bằng văn bản là {voted}, nhiều hơn {members} thành viên",
                en="{voted} were present or wrote, more than the {members} members",
            ),
            Text(vi="sửa `members`, `present` hoặc `in_writing`", en="mend `members`, `present` or `in_writing`"),
        ),
        "votes": Wording(
            Text(
                vi="có {given} phiếu, nhiều hơn {most} người biểu quyết",
                en="there are {given} votes, more than the {most} who voted",
            ),
            Text(vi="sửa số phiếu, `present` hoặc `in_writing`", en="mend the votes, `present` or `in_writing`"),
        ),
        "members": Wording(
            Text(
                vi="có {given} phiếu, nhiều hơn {most} thành viên",
                en="there are {given} votes, more than the {most} members",
            ),
            Text(vi="sửa số phiếu hoặc `members`", en="mend the votes or `members`"),
        ),
    },
    check=OfRecord(check, ("nominations",)),
    bad=(
        Example({_PATH: _TOO_MANY_THERE}, finds=(f"{_PATH}:6:33",)),
        Example({_PATH: _TOO_MANY_VOTES}, finds=(f"{_PATH}:6:56",)),
        Example({_PATH: _MORE_THAN_MEMBERS}, finds=(f"{_PATH}:6:29",)),
    ),
    good=(Example({_PATH: _POSSIBLE}),),
)
