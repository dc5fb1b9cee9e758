"""TD306: one decision gives one recipient the same award twice."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.same_unit import NAMED_AGAIN, SAME_UNIT

# Rows under one award of one decision. Groups of another type of commendation are another achievement. People compare by
# `name_key`, which leaves out forms of address; an id of a unit must not lose its first letters that way. Where one row
# has no unit, TD303 asks to look.
FIND = f"""
SELECT later.file AS key, file.path, later.route, min(first.place) AS first_place, first.route AS first_route, later.name,
       coalesce((SELECT min(name) FROM catalogue WHERE id = later.award), later.award) AS award
FROM award_row AS later
JOIN award_row AS first
  ON first.name_key = later.name_key AND first.file = later.file AND first.place < later.place
 AND first.award = later.award AND first.kind = later.kind
 AND first.own_name IS later.own_name AND first.method IS later.method
 AND (later.kind = 'ca-nhan' OR first.folded = later.folded)
 AND (later.apart IS NULL OR first.apart IS NULL)
 AND (later.person IS NULL OR first.person IS NULL OR later.person = first.person)
 AND (first.person = later.person OR {SAME_UNIT})
JOIN file ON file.id = later.file
WHERE :within
GROUP BY later.file, later.place
"""  # noqa: S608

TOUCHED = f"""
SELECT id AS key FROM touched_file
UNION SELECT reference.file FROM catalogue
CROSS JOIN reference ON reference.folder = 'catalogue' AND reference.target = catalogue.id
WHERE catalogue.file IN (SELECT id FROM touched_file)
UNION {NAMED_AGAIN}
"""  # noqa: S608 - our own words


def word(row: dict[str, Any]) -> Found:
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
        key="later.file",
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
