"""TD315: awards are withdrawn before they were decided."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.revoked_example import AWARDS, PATH, REVOCATION

# Of two files of one decision and one day the first by path is told, whichever was read first.
FIND = """
SELECT file.id AS key, file.path, day.day AS date, min(decision.date) AS decided,
       substr(min(decision.date || ' ' || paper.path), 12) AS decision
FROM file
CROSS JOIN reference ON reference.file = file.id AND reference.folder = 'awards' AND reference.route = 'decision'
CROSS JOIN day ON day.file = file.id AND day.route = 'date'
CROSS JOIN file AS paper ON paper.folder = 'awards' AND paper.record = reference.target
CROSS JOIN decision ON decision.file = paper.id
WHERE :within AND file.folder = 'revocations' AND day.day < decision.date
GROUP BY file.id
"""

TOUCHED = """
SELECT file.id AS key FROM touched_file CROSS JOIN file ON file.id = touched_file.id AND file.folder = 'revocations'
UNION SELECT reference.file FROM touched_file
CROSS JOIN file ON file.id = touched_file.id AND file.folder = 'awards'
CROSS JOIN reference ON reference.target = file.record AND reference.folder = 'awards'
"""


def word(row: dict[str, Any]) -> Found:
    values = {"date": row["date"], "decided": row["decided"], "decision": row["decision"]}
    return Found(("date",), values, (Place(row["decision"], ("decision", "date")),), path=row["path"])


_BEFORE = REVOCATION.replace("2023-12-01", "2023-01-12")

RULE = Rule(
    code="TD315",
    name="revoked-before-decision",
    severity=Severity.ERROR,
    title=Text(vi="thu hồi trước khi có quyết định", en="awards are withdrawn before they were decided"),
    why=Text(
        vi="Chỉ thu hồi được khen thưởng đã có quyết định; ngược lại là một trong hai ngày bị gõ nhầm.",
        en="Only what was decided can be withdrawn; otherwise one of the two days is mistyped.",
    ),
    wording=plain(
        Text(
            vi="thu hồi ngày {date:day}, trước ngày quyết định {decided:day} trong `{decision}`",
            en="withdrawn on `{date}`, before the decision of `{decided}` in `{decision}`",
        ),
        Text(vi="sửa một trong hai ngày", en="mend one of the two days"),
    ),
    check=OfRegister(find=FIND, key="file.id", touched=TOUCHED, word=word),
    bad=(Example({PATH: _BEFORE, **AWARDS}, finds=(f"{PATH}:3:7",)),),
    good=(Example({PATH: REVOCATION, **AWARDS}),),
)
