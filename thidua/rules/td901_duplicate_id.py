"""TD901: two files have one id."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

FIND = """
SELECT later.folded AS key, file.path, min(first_file.path) AS first_path
FROM identity AS later
JOIN identity AS first ON first.folded = later.folded
JOIN file ON file.id = later.file
JOIN file AS first_file ON first_file.id = first.file
WHERE :within AND first_file.path < file.path
GROUP BY file.path
"""


def word(row: dict[str, Any]) -> Found:
    return Found((), {"first": row["first_path"]}, (Place(row["first_path"]),), path=row["path"])


_TEXT = "name: Phong trào Ví dụ\nsource: {document: Ví dụ}\n"
_STORY = f"---\n{_TEXT}---\nDiễn biến của phong trào.\n"
_YAML = "records/campaigns/phong-trao-vi-du.yaml"
_MARKDOWN = "records/campaigns/phong-trao-vi-du.md"

RULE = Rule(
    code="TD901",
    name="duplicate-id",
    severity=Severity.ERROR,
    title=Text(vi="hai tệp cùng một mã", en="two files have one id"),
    why=Text(
        vi="Mã là tên tệp không kể đuôi, chữ hoa và cách gõ dấu. Hai tệp cùng mã thì bản ghi khác nhắc đến tệp nào không"
        " rõ, mọi số liệu bị đếm hai lần, và trên Windows chỉ còn một tệp.",
        en="An id is the file's name without its ending, whatever its capitals and composition. With two files of one id"
        " nobody knows which is meant, figures count twice, and Windows keeps only one of them.",
    ),
    wording=plain(
        Text(vi="cùng mã với `{first}`", en="this has the id of `{first}`"),
        Text(vi="gộp hai tệp làm một, hoặc đổi tên một tệp", en="make one file of the two, or rename one"),
    ),
    check=OfRegister(
        find=FIND,
        key="later.folded",
        touched="SELECT folded AS key FROM identity WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(Example({_YAML: _TEXT, _MARKDOWN: _STORY}, finds=(f"{_YAML}:1:1",)),),
    good=(Example({_YAML: _TEXT}), Example({_MARKDOWN: _STORY})),
)
