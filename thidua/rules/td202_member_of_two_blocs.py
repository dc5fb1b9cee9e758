"""TD202: one unit is a member of two blocs of one level in one year."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

FIND = """
SELECT later.member AS key, file.path, later.route, first_file.path AS first_path, first.route AS first_route,
       later.member, later.year, later.bloc, first.bloc AS first_bloc
FROM bloc_member AS later
JOIN bloc_member AS first ON first.member = later.member AND first.year = later.year AND first.bloc < later.bloc
JOIN file ON file.id = later.file
JOIN file AS first_file ON first_file.id = first.file
WHERE :within AND EXISTS (
    SELECT 1 FROM bloc JOIN bloc AS first_bloc ON first_bloc.level = bloc.level
    WHERE bloc.id = later.bloc AND first_bloc.id = first.bloc)
"""

TOUCHED = """
SELECT member AS key FROM bloc_member WHERE file IN (SELECT id FROM touched_file)
UNION SELECT bloc_member.member FROM bloc JOIN bloc_member ON bloc_member.bloc = bloc.id
WHERE bloc.file IN (SELECT id FROM touched_file)
"""


def word(row: dict[str, Any]) -> Found:
    return Found(
        read_route(row["route"]),
        {"member": row["member"], "year": str(row["year"]), "bloc": row["bloc"], "first": row["first_bloc"]},
        (Place(row["first_path"], read_route(row["first_route"])),),
        path=row["path"],
    )


_ONE = "members: [phong-vi-du-1]\nleader: phong-vi-du-1\nsource: {document: Ví dụ}\n"
_OTHER = "members: [phong-vi-du-2]\nleader: phong-vi-du-2\nsource: {document: Ví dụ}\n"
_BOTH = _OTHER.replace("[phong-vi-du-2]", "[phong-vi-du-2, phong-vi-du-1]")
_BLOCS = {
    "records/blocs/khoi-vi-du-1.yaml": "name: Khối Ví dụ 1\nlevel: huyen\n",
    "records/blocs/khoi-vi-du-2.yaml": "name: Khối Ví dụ 2\nlevel: huyen\n",
    "records/organisations/phong-vi-du-1.yaml": "name: Phòng Ví dụ 1\n",
    "records/organisations/phong-vi-du-2.yaml": "name: Phòng Ví dụ 2\n",
}
_ONE_PATH = "records/bloc-years/2023/khoi-vi-du-1.yaml"
_OTHER_PATH = "records/bloc-years/2023/khoi-vi-du-2.yaml"

RULE = Rule(
    code="TD202",
    name="member-of-two-blocs",
    severity=Severity.WARNING,
    title=Text(
        vi="một đơn vị ở hai khối cùng cấp trong một năm", en="one unit is in two blocs of one level in one year"
    ),
    why=Text(
        vi="Mỗi đơn vị thi đua ở một khối của mỗi cấp; ở hai khối thì được chấm và được xét cờ, bằng khen hai lần."
        " Khối chưa ghi `level` không được so.",
        en="A unit belongs to one bloc of each level; in two it would be scored and proposed twice."
        " Blocs without a `level` are not compared.",
    ),
    wording=plain(
        Text(
            vi="năm {year} `{member}` là thành viên của cả `{first}` và `{bloc}`, hai khối cùng cấp",
            en="in {year} `{member}` is a member of both `{first}` and `{bloc}`, two blocs of one level",
        ),
        Text(vi="xoá ở khối mà đơn vị không còn tham gia", en="take it out of the bloc it does not belong to"),
    ),
    check=OfRegister(find=FIND, key="later.member", touched=TOUCHED, word=word),
    bad=(Example({_ONE_PATH: _ONE, _OTHER_PATH: _BOTH, **_BLOCS}, finds=(f"{_OTHER_PATH}:1:26",)),),
    good=(Example({_ONE_PATH: _ONE, _OTHER_PATH: _OTHER, **_BLOCS}),),
)
