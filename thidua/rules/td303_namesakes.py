"""TD303: one name stands twice in one decision, and may be two people: under two awards, or once without a unit."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.rules.namesake_rows import FIND, KEY, TOUCHED


def word(row: dict[str, Any]) -> Found | tuple[()]:
    if row["code"] != "TD303":
        return ()
    return Found(
        (*read_route(row["route"]), "name"),
        {
            "name": row["name"],
            "award": row["award"],
            "first_award": row["first_award"],
            "variant": "no-unit" if row["is_same_award"] else "",
        },
        (Place(row["path"], (*read_route(row["first_route"]), "name")),),
        path=row["path"],
    )


_APART = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - award: bang-khen-bo-nganh-tinh
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ, different_from_namesake: Trưởng phòng}
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ, different_from_namesake: Chuyên viên}
"""
_NAMESAKES = _APART.replace(", different_from_namesake: Trưởng phòng", "").replace(
    ", different_from_namesake: Chuyên viên", ""
)
_NO_UNIT = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ}
      - {name: Nguyễn Văn A}
"""
_PATH = "records/awards/2023/5-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD303",
    name="namesakes",
    severity=Severity.WARNING,
    title=Text(
        vi="một tên đứng hai lần trong một quyết định, có thể là hai người",
        en="one name stands twice in one decision, and may be two people",
    ),
    why=Text(
        vi="Có thể là hai người trùng tên, có thể là một người được tặng hai hình thức, cũng có thể là gõ nhầm;"
        " chương trình không đoán nên chỉ nhắc. Một danh hiệu và một hình thức cho một người là bình thường,"
        " Chiến sĩ thi đua cơ sở đi cùng Lao động tiên tiến cũng vậy, nên không nhắc."
        " Cùng một hình thức hai lần là TD306; một trong hai dòng không ghi đơn vị thì chưa rõ, nên nhắc ở đây.",
        en="They may be two people of one name, one person with two awards, or a slip; the program does not guess and only"
        " asks to look. A title and a form for one person are ordinary, and so is a grassroots emulation fighter who is"
        " an advanced worker. The same award twice is TD306; where one of the rows has no unit nobody can tell, and it is"
        " asked here.",
    ),
    wording={
        "": Wording(
            Text(
                vi="`{name}` cùng đơn vị đứng ở cả {first_award} và {award} trong một quyết định",
                en="`{name}` of one unit stands under both {first_award} and {award} in one decision",
            ),
            Text(
                vi="một người thì ghi cùng mã `person` ở hai dòng; hai người thì ghi `different_from_namesake` ở cả hai",
                en="for one person give the same `person` in both rows; for two say in `different_from_namesake` how they differ",
            ),
        ),
        "no-unit": Wording(
            Text(
                vi="`{name}` đứng hai lần cho {award} trong một quyết định, một dòng không ghi đơn vị",
                en="`{name}` stands twice for {award} in one decision, one row has no unit",
            ),
            Text(
                vi="một người thì xoá một dòng; hai người thì ghi `unit`, hoặc `different_from_namesake` ở cả hai dòng",
                en="remove one row if it is one person; for two give the `unit`, or `different_from_namesake` in both rows",
            ),
        ),
    },
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _NAMESAKES}, finds=(f"{_PATH}:8:16",)),
        Example({_PATH: _NO_UNIT}, finds=(f"{_PATH}:6:16",)),
    ),
    good=(Example({_PATH: _APART}),),
)
