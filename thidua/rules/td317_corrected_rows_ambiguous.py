"""TD317: a correction may mean rows of several recipients, or several awards of one."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.rules.corrected_example import (
    AWARDS,
    CITY,
    CORRECTION,
    DECISION,
    DECISION_PATH,
    KEY,
    NAMESAKES,
    PATH,
    PROBLEMS,
    TOUCHED,
)

SHOWN = 5
"""How many of the rows a finding points at."""

FIND = PROBLEMS.format(problems="'several', 'several-alike', 'several-awards'")


def word(row: dict[str, Any]) -> Found:
    rows = row["related"].split("\n")
    values = {"name": row["name"], "times": len(rows), "decision": row["decision"], "variant": row["problem"]}
    return Found(
        (*read_route(row["route"]), "row", "name"),
        values,
        tuple(Place(row["decision"], read_route(route)) for route in rows[:SHOWN]),
        path=row["path"],
    )


_ALIKE = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: thanh-pho-vi-du}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ, different_from_namesake: tổ 1}
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ, different_from_namesake: tổ 2}
"""
_TWO_AWARDS = (
    DECISION + "  - award: lao-dong-tien-tien\n    recipients:\n      - {name: Nguyễn Văn A, unit: Phòng Ví dụ}\n"
)
_MOVED = CORRECTION.replace("field: name", "field: award").replace("Nguyễn Văn Á", "bang-khen-bo-nganh-tinh")
_UNIT = CORRECTION.replace("{name: Nguyễn Văn A}", "{name: Nguyễn Văn A, unit: Phòng Ví dụ}")
_MESSAGE = Text(
    vi="`{name}` có {times:count} dòng trong `{decision}`, không rõ đính chính dòng nào; chưa dòng nào được đính chính",
    en="`{name}` has {times:count} rows in `{decision}`, and which is corrected is not clear; none of them is",
)

RULE = Rule(
    code="TD317",
    name="corrected-rows-ambiguous",
    severity=Severity.ERROR,
    title=Text(vi="không rõ đính chính dòng nào", en="a correction names rows of several recipients"),
    why=Text(
        vi="Hai người trùng tên trong một quyết định: đính chính nhầm người là làm sai một dòng đang đúng. Chưa rõ thì"
        " không dòng nào được đính chính.",
        en="With two people of one name in a decision a right row may be made wrong. While it is not clear whose, no row is"
        " corrected.",
    ),
    wording={
        "": Wording(_MESSAGE),
        "several": Wording(
            _MESSAGE, Text("thêm `unit` đúng như trong quyết định", "add `unit` as the decision has it")
        ),
        "several-alike": Wording(
            _MESSAGE,
            Text(
                vi="tên và đơn vị không phân biệt được họ; bỏ dòng này, ghi điều được đính chính vào `note`",
                en="name and unit do not tell them apart; remove this row, and say in `note` what is corrected",
            ),
        ),
        "several-awards": Wording(
            Text(
                vi="`{name}` có {times:count} danh hiệu, hình thức trong `{decision}`, không rõ chuyển cái nào",
                en="`{name}` has {times:count} awards in `{decision}`, and which is moved is not clear",
            ),
            Text(
                vi="thêm `award` là danh hiệu, hình thức đang ghi trong quyết định",
                en="add `award`: the one that the decision has",
            ),
        ),
    },
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({PATH: CORRECTION, DECISION_PATH: NAMESAKES, **CITY}, finds=(f"{PATH}:5:17",)),
        Example({PATH: CORRECTION, DECISION_PATH: _ALIKE, **CITY}, finds=(f"{PATH}:5:17",)),
        Example({PATH: _MOVED, DECISION_PATH: _TWO_AWARDS, **CITY}, finds=(f"{PATH}:5:17",)),
    ),
    good=(Example({PATH: _UNIT, DECISION_PATH: NAMESAKES, **CITY}), Example({PATH: CORRECTION, **AWARDS})),
)
