"""TD933: a register number belongs to a decision that is not there."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.number_example import BOOK, DECISIONS, NUMBERED

FIND = """
SELECT numbered.decision AS key, file.path, numbered.place, numbered.number, numbered.decision
FROM numbered JOIN file ON file.id = numbered.file
WHERE :within AND numbered.void IS NULL
  AND NOT EXISTS (SELECT 1 FROM file AS there WHERE there.folder = 'awards' AND there.record = numbered.decision)
"""

TOUCHED = """
SELECT decision AS key FROM numbered WHERE file IN (SELECT id FROM touched_file)
UNION SELECT record FROM file WHERE id IN (SELECT id FROM touched_file)
"""


def word(row: dict[str, Any]) -> Found:
    values = {"number": row["number"], "decision": row["decision"]}
    return Found(("numbers", row["place"], "decision"), values, path=row["path"])


_GONE = NUMBERED.replace("5-qd", "9-qd")
_VOID = _GONE.replace("vi-du}", "vi-du, void: nhập trùng với 5/QĐ-UBND}")

RULE = Rule(
    code="TD933",
    name="number-of-nothing",
    severity=Severity.ERROR,
    title=Text(vi="số đăng ký của một quyết định không có", en="a register number of a decision that is not there"),
    why=Text(
        vi="Số đã cấp không bao giờ cấp lại. Quyết định mất đi mà không ai nói vì sao thì sổ không giải thích được.",
        en="A number is never given again. Where a decision goes and nobody says why, the book cannot be explained.",
    ),
    wording=plain(
        Text(
            vi="số `{number}` cấp cho `{decision}`, nhưng không có quyết định đó",
            en="number `{number}` was given to `{decision}`, which is not there",
        ),
        Text(
            vi="quyết định đổi tên thì sửa mã; bỏ hẳn thì giữ dòng này và ghi `void: lý do`",
            en="mend the id if the decision was renamed; if it is gone, keep this row and write `void: reason`",
        ),
    ),
    check=OfRegister(find=FIND, key="numbered.decision", touched=TOUCHED, word=word),
    bad=(Example({BOOK: _GONE, **DECISIONS}, finds=(f"{BOOK}:2:38",)),),
    good=(Example({BOOK: NUMBERED, **DECISIONS}), Example({BOOK: _VOID, **DECISIONS})),
)
