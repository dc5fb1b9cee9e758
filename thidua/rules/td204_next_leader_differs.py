"""TD204: the leader of a bloc's year is not the one chosen the year before."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

# An id and a name are not compared: they may well be the same unit.
FIND = """
SELECT this.bloc AS key, file.path, after_file.path AS after_path, this.next_leader, after.leader, after.year
FROM bloc_year AS this
JOIN bloc_year AS after ON after.bloc = this.bloc AND after.year = this.year + 1
JOIN file ON file.id = this.file
JOIN file AS after_file ON after_file.id = after.file
WHERE :within AND this.next_leader <> after.leader
  AND (this.next_leader GLOB '*[^a-z0-9-]*') = (after.leader GLOB '*[^a-z0-9-]*')
"""


def word(row: dict[str, Any]) -> Found:
    return Found(
        ("next_leader",),
        {"next": row["next_leader"], "leader": row["leader"], "year": str(row["year"])},
        (Place(row["after_path"], ("leader",)),),
        path=row["path"],
    )


_THIS = """\
members: [phong-vi-du-1, phong-vi-du-2]
leader: phong-vi-du-1
next_leader: phong-vi-du-2
source: {document: Ví dụ}
"""
_AS_CHOSEN = "members: [phong-vi-du-1, phong-vi-du-2]\nleader: phong-vi-du-2\nsource: {document: Ví dụ}\n"
_OTHERWISE = _AS_CHOSEN.replace("leader: phong-vi-du-2", "leader: phong-vi-du-1")
_OTHERS = {
    "records/blocs/khoi-vi-du.yaml": "name: Khối Ví dụ\n",
    "records/organisations/phong-vi-du-1.yaml": "name: Phòng Ví dụ 1\n",
    "records/organisations/phong-vi-du-2.yaml": "name: Phòng Ví dụ 2\n",
}
_THIS_PATH = "records/bloc-years/2022/khoi-vi-du.yaml"
_NEXT_PATH = "records/bloc-years/2023/khoi-vi-du.yaml"

RULE = Rule(
    code="TD204",
    name="next-leader-differs",
    severity=Severity.WARNING,
    title=Text(
        vi="khối trưởng khác với đơn vị được chọn từ năm trước",
        en="the leader of a bloc's year is not the one chosen the year before",
    ),
    why=Text(
        vi="Khối trưởng năm sau được bầu ở hội nghị tổng kết. Hai bản ghi khác nhau thì một bản gõ nhầm,"
        " hoặc khối đã đổi và cần ghi lý do ở `note`.",
        en="The next leader is chosen at the year-end meeting. Where two records differ one is mistyped, or the bloc"
        " changed its mind and a `note` should say so.",
    ),
    wording=plain(
        Text(
            vi="chọn `{next}` làm khối trưởng năm {year}, nhưng năm {year} ghi `{leader}`",
            en="`{next}` was chosen to lead in {year}, but {year} has `{leader}`",
        ),
        Text(vi="sửa bản ghi sai theo biên bản hội nghị", en="mend the wrong one as the minutes have it"),
    ),
    check=OfRegister(
        find=FIND,
        key="this.bloc",
        touched="SELECT bloc AS key FROM bloc_year WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(Example({_THIS_PATH: _THIS, _NEXT_PATH: _OTHERWISE, **_OTHERS}, finds=(f"{_THIS_PATH}:3:14",)),),
    good=(Example({_THIS_PATH: _THIS, _NEXT_PATH: _AS_CHOSEN, **_OTHERS}),),
)
