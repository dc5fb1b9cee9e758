"""TD912: two files of an office give the same entry of its rules."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

# The file that comes last by its path is the one in force.
FIND = """
SELECT mine.section || '.' || mine.id AS key, mine.section, mine.id, file.path, min(other_file.path) AS other
FROM office_rule AS mine
JOIN file ON file.id = mine.file
CROSS JOIN office_rule AS other ON other.section = mine.section AND other.id = mine.id
JOIN file AS other_file ON other_file.id = other.file
WHERE :within AND other_file.path < file.path
GROUP BY mine.file, mine.section, mine.id
"""


def word(row: dict[str, Any]) -> Found:
    route = (row["section"], row["id"])
    values = {"entry": f"{row['section']}.{row['id']}", "path": row["path"]}
    return Found(route, values, (Place(row["other"], route, key=True),), key=True, path=row["path"])


_RULE = """\
multiples:
  ban-khen-vi-du: {awards: [bang-khen-bo-nganh-tinh], eras: [e2025], multiple: 1.5, article: Ví dụ, confidence: xac-nhan}
"""
_FIRST, _SECOND = "records/catalogue/rules/vi-du-1.yaml", "records/catalogue/rules/vi-du-2.yaml"

RULE = Rule(
    code="TD912",
    name="office-rule-twice",
    severity=Severity.ERROR,
    title=Text(vi="một mục quy định riêng ở hai tệp", en="two files give the same entry of the office's rules"),
    why=Text(
        vi="Một mã chỉ là một mục. Nếu hai tệp cùng có, mục ở tệp đứng sau theo tên được dùng, mục kia mất tác dụng mà không"
        " ai hay.",
        en="One id is one entry. Where two files have it, that of the file whose name comes last is used, and the other does"
        " nothing without anybody knowing.",
    ),
    wording=plain(
        Text(
            vi="`{entry}` có ở hai tệp; tệp `{path}` được dùng",
            en="`{entry}` stands in two files; that of `{path}` is used",
        ),
        Text(vi="giữ một mục, hoặc đặt mã khác", en="keep one entry, or give the other another id"),
    ),
    check=OfRegister(
        find=FIND,
        key="mine.section || '.' || mine.id",
        touched="SELECT section || '.' || id AS key FROM office_rule WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(Example({_FIRST: _RULE, _SECOND: _RULE}, finds=(f"{_SECOND}:2:3",)),),
    good=(Example({_FIRST: _RULE, _SECOND: _RULE.replace("ban-khen", "giay-khen")}),),
)
