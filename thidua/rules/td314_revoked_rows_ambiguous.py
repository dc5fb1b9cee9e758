"""TD314: a revocation names rows of several recipients."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.rules.revoked_example import CITY, DECISION, DECISION_PATH, PATH, REVOCATION
from thidua.rules.revoked_rows import FITS, KEY, SEVERAL, TOUCHED

SHOWN = 5
"""How many of the rows a finding points at."""

FIND = f"""{FITS}
SELECT fit.file AS key, file.path, fit.route, fit.name, count(*) AS times, min(fit.row_path) AS decision,
       count(DISTINCT coalesce(unit, '')) > 1 AS has_units,
       group_concat(printf('%08d %s', fit.place, fit.row_route), char(10)) AS rows_by_place
FROM fit JOIN file ON file.id = fit.file
GROUP BY fit.file, fit.route HAVING {SEVERAL}
"""  # noqa: S608 - our own


def word(row: dict[str, Any]) -> Found:
    rows = [one.partition(" ")[2] for one in sorted(row["rows_by_place"].split("\n"))]
    values = {"name": row["name"], "times": row["times"], "decision": row["decision"]}
    return Found(
        (*read_route(row["route"]), "name"),
        {"variant": "" if row["has_units"] else "unit", **values},
        tuple(Place(row["decision"], read_route(route)) for route in rows[:SHOWN]),
        path=row["path"],
    )


_NAMESAKES = DECISION + "      - {name: Nguyễn Văn A, unit: Phòng khác}\n"
_TOLD_APART = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06, authority: thanh-pho-vi-du}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ, different_from_namesake: tổ 1}
      - {name: Nguyễn Văn A, unit: Phòng Ví dụ, different_from_namesake: tổ 2}
"""
_UNIT = REVOCATION.replace("Văn A", "Văn A, unit: Phòng Ví dụ")

_MESSAGE = Text(
    vi="`{name}` có {times:count} dòng trong `{decision}`, không rõ thu hồi dòng nào; chưa dòng nào bị thu hồi",
    en="`{name}` has {times:count} rows in `{decision}`, and which are withdrawn is not clear; none of them is",
)

RULE = Rule(
    code="TD314",
    name="revoked-rows-ambiguous",
    severity=Severity.ERROR,
    title=Text(vi="không rõ thu hồi dòng nào", en="a revocation names rows of several recipients"),
    why=Text(
        vi="Hai người trùng tên trong một quyết định: thu hồi nhầm người là tước khen thưởng của người khác. Chưa rõ thì"
        " không dòng nào bị thu hồi.",
        en="With two people of one name in a decision the wrong one may lose the award. While it is not clear whose, no row"
        " is withdrawn.",
    ),
    wording={
        "": Wording(
            _MESSAGE,
            Text(vi="thêm `unit` đúng như trong quyết định", en="add `unit` as the decision has it"),
        ),
        "unit": Wording(
            _MESSAGE,
            Text(
                vi="ghi `unit` cụ thể hơn, như phòng, tổ, ở các dòng của quyết định và ở đây",
                en="write a narrower `unit`, as an office or a team, in the rows of the decision and here",
            ),
        ),
    },
    check=OfRegister(find=FIND, key=KEY, touched=TOUCHED, word=word),
    bad=(
        Example({PATH: REVOCATION, DECISION_PATH: _NAMESAKES, **CITY}, finds=(f"{PATH}:5:12",)),
        Example({PATH: _UNIT, DECISION_PATH: _TOLD_APART, **CITY}, finds=(f"{PATH}:5:12",)),
    ),
    good=(Example({PATH: _UNIT, DECISION_PATH: _NAMESAKES, **CITY}),),
)
