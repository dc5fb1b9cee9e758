"""TD306: one decision gives one recipient the same award twice."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.namesake_rows import FIND, KEY, TOUCHED


def word(row: dict[str, Any]) -> Found | tuple[()]:
    if row["code"] != "TD306":
        return ()
    return Found(
        read_route(row["route"]),
        {"name": row["name"], "award": row["award"]},
        (Place(row["path"], read_route(row["first_route"])),),
        path=row["path"],
    )


_ONE = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: thanh-pho-vi-du}
period: 2023
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Thị Ví Dụ, unit: Phòng Ví dụ}
      - {collective: Phòng Ví dụ}
"""
_TWICE = _ONE + "      - {name: NGUYỄN THỊ VÍ DỤ, unit: Phòng Ví dụ}\n"
_OTHERWISE = _ONE + "      - {name: Nguyễn Thị Ví Dụ, unit: phong vi du}\n"
_BY_ID = _ONE + "      - {name: Nguyễn Thị Ví Dụ, unit: phong-vi-du-1}\n"
_OFFICE = {
    "records/organisations/phong-vi-du-1.yaml": "name: Phòng thứ nhất\naliases: [Phòng Ví dụ]\nparent: thanh-pho-vi-du\n"
}
_COLLECTIVE_TWICE = _ONE + "      - {collective: phòng ví dụ}\n"
_CITY = "name: Thành phố Ví dụ\n"
_CITY_PATH = "records/organisations/thanh-pho-vi-du.yaml"
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD306",
    name="same-recipient-twice",
    severity=Severity.ERROR,
    title=Text(
        vi="một người, tập thể được ghi hai lần trong một quyết định",
        en="one decision gives one recipient the same award twice",
    ),
    why=Text(
        vi="Một người bị đếm hai lần làm mọi tổng số cao hơn thực tế.",
        en="A person counted twice makes every total too high.",
    ),
    wording=plain(
        Text(
            vi="`{name}` được ghi hai lần cho {award} trong cùng một quyết định",
            en="`{name}` stands twice for {award} in one decision",
        ),
        Text(
            vi="xoá một dòng; nếu là hai người khác nhau, ghi `different_from_namesake` ở cả hai dòng",
            en="remove one row; if they are two people, say how they differ in `different_from_namesake` of both",
        ),
    ),
    check=OfRegister(
        find=FIND,
        key=KEY,
        touched=TOUCHED,
        word=word,
    ),
    bad=(
        Example({_PATH: _TWICE, _CITY_PATH: _CITY}, finds=(f"{_PATH}:8:9",)),
        Example({_PATH: _OTHERWISE, _CITY_PATH: _CITY}, finds=(f"{_PATH}:8:9",)),
        Example({_PATH: _BY_ID, _CITY_PATH: _CITY, **_OFFICE}, finds=(f"{_PATH}:8:9",)),
        Example({_PATH: _COLLECTIVE_TWICE, _CITY_PATH: _CITY}, finds=(f"{_PATH}:8:9",)),
    ),
    good=(Example({_PATH: _ONE, _CITY_PATH: _CITY}),),
)
