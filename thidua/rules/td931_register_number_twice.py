"""TD931: a register number was given twice."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.rules.number_example import BOOK, DECISIONS, NUMBERED

FIND = """
SELECT later.number AS key, file.path, later.place, later.number, first_file.path AS first_path, first.place AS first_place,
       min(first_file.path || printf(' %09d', first.place)) AS first_of_all
FROM numbered AS later
JOIN file ON file.id = later.file
JOIN numbered AS first ON first.number = later.number
JOIN file AS first_file ON first_file.id = first.file
 AND (first_file.path < file.path OR (first_file.path = file.path AND first.place < later.place))
WHERE :within
GROUP BY file.path, later.place
"""


def word(row: dict[str, Any]) -> Found:
    first = Place(row["first_path"], ("numbers", row["first_place"], "number"))
    values = {"number": row["number"], "first": row["first_path"]}
    return Found(("numbers", row["place"], "number"), values, (first,), path=row["path"])


_TWICE = NUMBERED + "  - {number: KT-2023-0001, decision: 2023/6-qd-ubnd-vi-du}\n"
_ONCE = _TWICE.replace("0001, decision: 2023/6", "0002, decision: 2023/6")

RULE = Rule(
    code="TD931",
    name="register-number-twice",
    severity=Severity.ERROR,
    title=Text(vi="một số đăng ký cấp hai lần", en="a register number was given twice"),
    why=Text(
        vi="Số đăng ký để gọi đúng một quyết định. Hai nơi cùng chạy `thidua number` trước khi gộp thì số có thể trùng.",
        en="A register number calls one decision. Where two offices ran `thidua number` before merging, numbers may meet.",
    ),
    wording=plain(
        Text(vi="số `{number}` đã cấp ở trên, trong `{first}`", en="number `{number}` was given before, in `{first}`"),
        Text(
            vi="giữ dòng đã có trên nhánh chính từ trước, xoá dòng kia, rồi chạy lại `thidua number`",
            en="keep the row that was on the main branch first, delete the other, and run `thidua number` again",
        ),
    ),
    check=OfRegister(
        find=FIND,
        key="later.number",
        touched="SELECT number AS key FROM numbered WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(Example({BOOK: _TWICE, **DECISIONS}, finds=(f"{BOOK}:3:14",)),),
    good=(Example({BOOK: _ONCE, **DECISIONS}),),
)
