"""TD305: a decision names a unit that did not exist on its day."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.store.references import files_naming, named_in

# One finding for each unit of a decision, at its first row. Rows are looked at only where the days do not fit.
FIND = f"""
WITH lived AS MATERIALIZED (
    SELECT organisation.* FROM organisation WHERE :within AND (start IS NOT NULL OR "end" IS NOT NULL)),
naming AS MATERIALIZED (SELECT DISTINCT target, file FROM ({files_naming("organisations", "lived")}))
SELECT organisation.id AS key, file.path, life.path AS life_path, min(award_row.place) AS place, award_row.route,
       count(*) AS times, decision.date, organisation.name, organisation.start, organisation."end",
       decision.date < organisation.start AS early
FROM naming CROSS JOIN decision ON decision.file = naming.file
CROSS JOIN lived AS organisation ON organisation.id = naming.target
 AND (decision.date < organisation.start OR decision.date > organisation."end")
CROSS JOIN award_row ON award_row.file = decision.file AND (
    award_row.unit = organisation.id OR (award_row.name = organisation.id AND award_row.kind IN ('tap-the', 'doanh-nghiep')))
JOIN file ON file.id = decision.file
JOIN file AS life ON life.id = organisation.file
GROUP BY organisation.file, decision.file
"""  # noqa: S608 - our own

TOUCHED = f"""
SELECT id AS key FROM organisation WHERE file IN (SELECT id FROM touched_file)
UNION SELECT target FROM ({named_in("(SELECT decision.file AS id FROM touched_file CROSS JOIN decision ON decision.file = touched_file.id)", "organisations")})
"""  # noqa: S608 - our own


def word(row: dict[str, Any]) -> Found:
    values = {"date": row["date"], "name": row["name"], "times": row["times"]}
    if row["early"]:
        values |= {"variant": "early", "from": row["start"]}
    else:
        values["to"] = row["end"]
    related = Place(row["life_path"], ("from" if row["early"] else "to",))
    return Found(read_route(row["route"]), values, (related,), path=row["path"])


_IN_TIME = """\
decision: {number: 5/QĐ-UBND, date: 2025-06-20}
awards:
  - award: giay-khen-cap-huyen
    recipients:
      - {name: Nguyễn Văn A, unit: phong-vi-du}
"""
_TOO_LATE = _IN_TIME.replace("2025-06-20", "2025-07-20")
_UNIT = "name: Phòng Ví dụ\nto: 2025-06-30\nsource: {document: Ví dụ}\n"
_UNIT_PATH = "records/organisations/phong-vi-du.yaml"
_PATH = "records/awards/2025/5-qd-ubnd-vi-du.yaml"

_HELP = Text(
    vi="ghi đơn vị của ngày quyết định; khen thành tích của thời gian trước thì giữ nguyên và ghi rõ ở `note`",
    en="give the unit of that day; if it is commended for an earlier time keep it and say so in `note`",
)

RULE = Rule(
    code="TD305",
    name="unit-not-existing",
    severity=Severity.WARNING,
    title=Text(
        vi="đơn vị được khen không tồn tại vào ngày quyết định",
        en="a decision names a unit that did not exist on its day",
    ),
    why=Text(
        vi="Người và tập thể của đơn vị đã sáp nhập phải vào tổng hợp của đơn vị kế tục. Có khi quyết định ký sau cho"
        " thành tích trước sáp nhập, nên đây là cảnh báo.",
        en="People and collectives of a merged unit belong to its successor's summary. A decision may be signed later for"
        " what was done before the merger, so this is a warning.",
    ),
    wording={
        "": Wording(
            Text(
                vi="{name} đã kết thúc hoạt động ngày {to:day}, trước ngày quyết định {date:day} (số dòng: {times:count})",
                en="{name} ended on `{to}`, before the decision of `{date}` (rows: {times:count})",
            ),
            _HELP,
        ),
        "early": Wording(
            Text(
                vi="{name} hoạt động từ ngày {from:day}, sau ngày quyết định {date:day} (số dòng: {times:count})",
                en="{name} exists from `{from}`, after the decision of `{date}` (rows: {times:count})",
            ),
            _HELP,
        ),
    },
    check=OfRegister(find=FIND, key="organisation.id", touched=TOUCHED, word=word),
    bad=(Example({_PATH: _TOO_LATE, _UNIT_PATH: _UNIT}, finds=(f"{_PATH}:5:9",)),),
    good=(Example({_PATH: _IN_TIME, _UNIT_PATH: _UNIT}),),
)
