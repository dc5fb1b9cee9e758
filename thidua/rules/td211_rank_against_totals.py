"""TD211: stated ranks do not go with the totals, or cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text, Value
from thidua.rules.base import Example, Found, OfRecord, Rule, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from thidua.model.bloc import BlocYear

    Ranked = tuple[int, int, Decimal | None]
    Known = tuple[int, int, Decimal]


def check(record: BlocYear, _: str) -> Iterator[Found]:
    if record.doubt is not None:
        return  # kept as printed: TD014 shows why
    ranked = sorted(_ranked(record), key=lambda one: one[:2])
    yield from _impossible(record, [(rank, place) for rank, place, _ in ranked])
    first: Known | None = None  # of those with the same rank
    lowest: Known | None = None  # of those with a better rank
    before: Known | None = None  # of all so far
    for rank, place, total in ranked:
        if total is None:
            continue
        mine = rank, place, total
        if first is None or first[0] != rank:
            first, lowest = mine, before
        if total != first[2]:
            yield _found(record, "shared", first, mine)
        elif lowest is not None and total > lowest[2]:
            yield _found(record, "", lowest, mine)
        if before is None or total < before[2]:
            before = mine


def _found(record: BlocYear, variant: str, first: Known, second: Known) -> Found:
    values: dict[str, Value] = {
        "variant": variant,
        "member": record.scores[first[1]].member, "rank": first[0], "total": f"{first[2]:f}",
        "next": record.scores[second[1]].member, "next_rank": second[0], "next_total": f"{second[2]:f}",
    }  # fmt: skip
    return Found(("scores", second[1], "rank"), values)


def _ranked(record: BlocYear) -> Iterator[Ranked]:
    """Rank, place and total of each member whose rank is stated and not doubted."""
    from thidua.model.scoring import counting, table, total_of

    known = table(record.criteria)
    for place in counting(record.scores).values():
        score = record.scores[place] if place is not None else None
        if place is not None and score is not None and score.rank is not None and score.doubt is None:
            yield score.rank, place, total_of(known, score)


def _impossible(record: BlocYear, ranked: list[tuple[int, int]]) -> Iterator[Found]:
    from thidua.model.bloc_vote import member_count

    members = member_count(record)
    for rank, place in ranked:
        if rank == 0:
            yield Found(("scores", place, "rank"), {"variant": "zero"})
        elif members is not None and rank > members:
            yield Found(("scores", place, "rank"), {"variant": "above", "rank": rank, "members": members})


_RIGHT = """\
members_counted: 4
leader: Phòng Ví dụ 1
scores:
  - {member: Phòng Ví dụ 1, total: 107, rank: 1}
  - {member: Phòng Ví dụ 2, total: 95.5, rank: 2}
  - {member: Phòng Ví dụ 3, total: 95.5, rank: 2}
  - {member: Phòng Ví dụ 4, total: 90, rank: 4}
source: {document: Biên bản Ví dụ}
"""
_AGAINST = _RIGHT.replace("total: 90", "total: 96")
_SHARED = _RIGHT.replace("Phòng Ví dụ 3, total: 95.5", "Phòng Ví dụ 3, total: 95")
_ABOVE = _RIGHT.replace("rank: 4", "rank: 5")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {"records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n"}
_HELP = Text(
    vi="sửa theo biên bản; biên bản ghi như vậy thì nói lý do ở `doubt`",
    en="mend it as the minutes have it; if they say so, say why in `doubt`",
)

RULE = Rule(
    code="TD211",
    name="rank-against-totals",
    severity=Severity.WARNING,
    title=Text(vi="thứ hạng trái với tổng điểm", en="stated ranks do not go with the totals"),
    why=Text(
        vi="Thứ hạng trái với điểm thường là gõ nhầm một trong hai. Báo cáo in thứ hạng như biên bản. Bằng điểm thì đồng hạng"
        " hay phân hạng đều được, không cần ghi chú; đơn vị chưa có điểm không bị so.",
        en="A rank against the points is often one of the two mistyped. Reports print ranks as stated. Members with equal"
        " totals may share a place or be parted, no note is needed; those without a total are not compared.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{next}` có {next_total} điểm, xếp thứ {next_rank}, sau `{member}` có {total} điểm, xếp thứ {rank}",
                en="`{next}` with {next_total} is placed {next_rank}, after `{member}` with {total}, placed {rank}",
            ),
            _HELP,
        ),
        "shared": Wording(
            Text(
                vi="`{next}` có {next_total} điểm, `{member}` có {total} điểm, cùng xếp thứ {rank}",
                en="`{next}` with {next_total} and `{member}` with {total} share place {rank}",
            ),
            _HELP,
        ),
        "above": Wording(
            Text(
                vi="xếp thứ {rank} trong khối có {members} thành viên", en="place {rank} in a bloc of {members} members"
            ),
            _HELP,
        ),
        "zero": Wording(
            Text(vi="thứ hạng bắt đầu từ 1", en="ranks begin with 1"),
            Text(vi="bỏ `rank` nếu đơn vị chưa được xếp", en="leave out `rank` where the member is not ranked"),
        ),
    },
    check=OfRecord(check, ("bloc-years",)),
    bad=(
        Example({_PATH: _AGAINST, **_OTHERS}, finds=(f"{_PATH}:7:46",)),
        Example({_PATH: _SHARED, **_OTHERS}, finds=(f"{_PATH}:6:46",)),
        Example({_PATH: _ABOVE, **_OTHERS}, finds=(f"{_PATH}:7:46",)),
    ),
    good=(Example({_PATH: _RIGHT, **_OTHERS}),),
)
