"""TD205: a bloc lists a member twice in one year."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRecord, Rule, plain
from thidua.vietnamese.text import same_tone_style, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.bloc import BlocYear


def check(record: BlocYear, _: str) -> Iterator[Found]:
    seen: set[str] = set()
    for place, member in enumerate(record.members):
        key = _key(member)
        if key in seen:
            yield Found(("members", place), {"member": member})
        seen.add(key)


@lru_cache(maxsize=4096)
def _key(member: str) -> str:
    return same_tone_style(tidy(member)).casefold()


_ONCE = """\
members:
  - phong-vi-du-1
  - phong-vi-du-2
leader: phong-vi-du-1
source: {document: Báo cáo Ví dụ}
"""
_TWICE = _ONCE.replace("leader:", "  - phong-vi-du-1\nleader:")
_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"
_OTHERS = {
    "records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n",
    "records/organisations/phong-vi-du-1.yaml": "name: Phòng Ví dụ 1\n",
    "records/organisations/phong-vi-du-2.yaml": "name: Phòng Ví dụ 2\n",
}

RULE = Rule(
    code="TD205",
    name="member-listed-twice",
    severity=Severity.ERROR,
    title=Text(vi="một thành viên được ghi hai lần trong khối", en="a bloc lists a member twice"),
    why=Text(
        vi="Số thành viên của khối quyết định số cờ, bằng khen được xét; ghi hai lần làm con số đó sai.",
        en="How many flags and diplomas a bloc may propose goes by its members; one listed twice makes that wrong.",
    ),
    wording=plain(
        Text(
            vi="`{member}` được ghi hai lần trong danh sách thành viên", en="`{member}` stands twice among the members"
        ),
        Text(vi="xoá một dòng", en="delete one line"),
    ),
    check=OfRecord(check, ("bloc-years",)),
    bad=(Example({_PATH: _TWICE, **_OTHERS}, finds=(f"{_PATH}:4:5",)),),
    good=(Example({_PATH: _ONCE, **_OTHERS}),),
)
