"""TD319: a decision is corrected before it was made."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.corrected_example import AWARDS, CORRECTION, PATH, TOUCHED

FIND = """
SELECT correction.file AS key, file.path, correction.date, min(decision.date) AS decided, paper.path AS decision
FROM correction
JOIN file ON file.id = correction.file
CROSS JOIN file AS paper ON paper.folder = 'awards' AND paper.record = correction.decision
CROSS JOIN decision ON decision.file = paper.id
WHERE :within AND correction.date < decision.date
GROUP BY correction.file
"""


def word(row: dict[str, Any]) -> Found:
    values = {"date": row["date"], "decided": row["decided"], "decision": row["decision"]}
    return Found(("date",), values, (Place(row["decision"], ("decision", "date")),), path=row["path"])


_BEFORE = CORRECTION.replace("2023-04-01", "2023-01-04")

RULE = Rule(
    code="TD319",
    name="corrected-before-decision",
    severity=Severity.ERROR,
    title=Text(vi="đính chính trước khi có quyết định", en="a decision is corrected before it was made"),
    why=Text(
        vi="Chỉ đính chính được quyết định đã ban hành; ngược lại là một trong hai ngày bị gõ nhầm.",
        en="Only a decision that was made can be corrected; otherwise one of the two days is mistyped.",
    ),
    wording=plain(
        Text(
            vi="đính chính ngày {date:day}, trước ngày quyết định {decided:day} của `{decision}`",
            en="corrected on `{date}`, before the decision of `{decided}` in `{decision}`",
        ),
        Text(vi="sửa một trong hai ngày", en="mend one of the two days"),
    ),
    check=OfRegister(find=FIND, key="correction.file", touched=TOUCHED, word=word),
    bad=(Example({PATH: _BEFORE, **AWARDS}, finds=(f"{PATH}:3:7",)),),
    good=(Example({PATH: CORRECTION, **AWARDS}),),
)
