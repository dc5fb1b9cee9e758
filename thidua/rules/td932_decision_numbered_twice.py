"""TD932: a decision has two register numbers."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.number_example import BOOK, DECISIONS, NUMBERED

FIND = """
SELECT later.decision AS key, file.path, later.place, later.decision, first.number, first_file.path AS first_path,
       first.place AS first_place,
       min(first.number || printf('%c%s %09d', char(31), first_file.path, first.place)) AS first_of_all
FROM numbered AS later
JOIN file ON file.id = later.file
JOIN numbered AS first ON first.decision = later.decision AND first.number < later.number AND first.void IS NULL
JOIN file AS first_file ON first_file.id = first.file
WHERE :within AND later.void IS NULL
GROUP BY file.path, later.place
"""


def word(row: dict[str, Any]) -> Found:
    first = Place(row["first_path"], ("numbers", row["first_place"], "number"))
    values = {"decision": row["decision"], "number": row["number"]}
    return Found(("numbers", row["place"], "decision"), values, (first,), path=row["path"])


_TWICE = NUMBERED + "  - {number: KT-2023-0002, decision: 2023/5-qd-ubnd-vi-du}\n"
_VOID = NUMBERED + "  - {number: KT-2023-0002, decision: 2023/5-qd-ubnd-vi-du, void: cấp nhầm lần hai}\n"

RULE = Rule(
    code="TD932",
    name="decision-numbered-twice",
    severity=Severity.ERROR,
    title=Text(vi="một quyết định có hai số đăng ký", en="a decision has two register numbers"),
    why=Text(
        vi="Hai người tra hai số lại ra một quyết định, và tổng số quyết định trong sổ cao hơn thực tế.",
        en="Two numbers lead to one decision, and the book counts more decisions than there are.",
    ),
    wording=plain(
        Text(vi="`{decision}` đã có số `{number}`", en="`{decision}` has number `{number}` already"),
        Text(
            vi="giữ số nhỏ hơn; ở dòng này ghi `void` với lý do, để số không bị cấp lại",
            en="keep the smaller number; write `void` with the reason in this row, so that its number is not given again",
        ),
    ),
    check=OfRegister(
        find=FIND,
        key="later.decision",
        touched="SELECT decision AS key FROM numbered WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(Example({BOOK: _TWICE, **DECISIONS}, finds=(f"{BOOK}:3:38",)),),
    good=(Example({BOOK: _VOID, **DECISIONS}),),
)
