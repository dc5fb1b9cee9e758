"""TD304: a decision was made by an organisation on a day on which it did not exist."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

# Few organisations tell of a first or a last day: the decisions of the others are not looked at.
FIND = """
SELECT organisation.id AS key, file.path, life.path AS life_path, decision.date, organisation.name, organisation.start,
       organisation."end", decision.date < organisation.start AS early,
       (SELECT group_concat(successor, ' ') FROM succession WHERE succession.file = organisation.file) AS successors
FROM organisation
CROSS JOIN decision ON decision.authority = organisation.id
JOIN file ON file.id = decision.file
JOIN file AS life ON life.id = organisation.file
WHERE :within AND (organisation.start IS NOT NULL OR organisation."end" IS NOT NULL)
  AND (decision.date < organisation.start OR decision.date > organisation."end")
"""

TOUCHED = """
SELECT id AS key FROM organisation WHERE file IN (SELECT id FROM touched_file)
UNION SELECT authority FROM decision WHERE file IN (SELECT id FROM touched_file)
"""


def word(row: dict[str, Any]) -> Found:
    values = {"date": row["date"], "name": row["name"]}
    if row["early"]:
        values |= {"variant": "early", "from": row["start"]}
    elif row["successors"]:
        successors = ", ".join(f"`{id_}`" for id_ in sorted(row["successors"].split()))
        values |= {"variant": "successors", "to": row["end"], "successors": successors}
    else:
        values["to"] = row["end"]
    related = Place(row["life_path"], ("from" if row["early"] else "to",))
    return Found(("decision", "authority"), values, (related,), path=row["path"])


_LATE = Text(
    vi="{name} đã kết thúc hoạt động ngày {to:day}, trước ngày quyết định {date:day}",
    en="{name} ended on `{to}`, before the decision of `{date}`",
)

_IN_TIME = """\
decision: {number: 5/QĐ-UBND, date: 2025-06-20, authority: thanh-pho-vi-du}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""
_TOO_LATE = _IN_TIME.replace("2025-06-20", "2025-07-20")
_CITY = "name: Thành phố Ví dụ\nto: 2025-06-30\nsuccessors: [phuong-vi-du]\nsource: {document: Ví dụ}\n"
_WARD = "name: Phường Ví dụ\nfrom: 2025-07-01\nsource: {document: Ví dụ}\n"
_OTHERS = {
    "records/organisations/thanh-pho-vi-du.yaml": _CITY,
    "records/organisations/phuong-vi-du.yaml": _WARD,
}
_BY_WARD = _IN_TIME.replace("thanh-pho-vi-du", "phuong-vi-du")
_PATH = "records/awards/2025/5-qd-ubnd-vi-du.yaml"

RULE = Rule(
    code="TD304",
    name="authority-not-existing",
    severity=Severity.ERROR,
    title=Text(
        vi="cấp khen thưởng không tồn tại vào ngày quyết định",
        en="a decision was made by an organisation that did not exist that day",
    ),
    why=Text(
        vi="Đơn vị đã giải thể, sáp nhập không ký quyết định được nữa: ngày bị gõ nhầm, hoặc quyết định là của đơn vị"
        " kế tục và phải vào tổng hợp của đơn vị đó.",
        en="An organisation that ended signs no more decisions: the day is mistyped, or the decision is its successor's"
        " and belongs to that one's summary.",
    ),
    wording={
        "": Wording(_LATE, Text(vi="sửa ngày, hoặc sửa `authority`", en="mend the day, or mend `authority`")),
        "successors": Wording(
            _LATE,
            Text(
                vi="sửa ngày, hoặc ghi đơn vị kế tục ở `authority`: {successors}",
                en="mend the day, or give the successor in `authority`: {successors}",
            ),
        ),
        "early": Wording(
            Text(
                vi="{name} hoạt động từ ngày {from:day}, sau ngày quyết định {date:day}",
                en="{name} exists from `{from}`, after the decision of `{date}`",
            ),
            Text(
                vi="sửa ngày, hoặc ghi ở `authority` đơn vị của thời gian đó",
                en="mend the day, or give in `authority` the organisation of that time",
            ),
        ),
    },
    check=OfRegister(find=FIND, key="organisation.id", touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _TOO_LATE, **_OTHERS}, finds=(f"{_PATH}:1:60",)),
        Example({_PATH: _BY_WARD, **_OTHERS}, finds=(f"{_PATH}:1:60",)),
    ),
    good=(Example({_PATH: _IN_TIME, **_OTHERS}),),
)
