"""TD901: two files have one id."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Place, Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain
from thidua.store.same_id import OF_SAME_ID

_LIKE = OF_SAME_ID.format(folder="twice.folder", record="twice.record")

# All files of one id are touched together: within any keys, too, each is counted with its like. Nearly every id is as it is compared:
# they are counted in the order of their index, and `identity` has the few others.
FIND = f"""
WITH twice AS MATERIALIZED (
    SELECT file.folder, file.record FROM file WHERE :within AND file.folder <> ''
    GROUP BY file.folder, file.record HAVING count(*) > 1
    UNION SELECT identity.folder, identity.record FROM identity JOIN file ON file.id = identity.file WHERE :within)
SELECT file.id AS key, file.path, min(first_file.path) AS first_path
FROM twice CROSS JOIN file ON file.id IN ({_LIKE}) CROSS JOIN file AS first_file ON first_file.id IN ({_LIKE})
WHERE first_file.path < file.path
GROUP BY file.path
"""  # noqa: S608 - our own

_TOUCHED = f"""
WITH twice AS MATERIALIZED (
    SELECT DISTINCT coalesce(identity.folder, file.folder) AS folder, coalesce(identity.record, file.record) AS record
    FROM touched_file CROSS JOIN file ON file.id = touched_file.id LEFT JOIN identity ON identity.file = file.id
    WHERE file.folder <> '')
SELECT file.id AS key FROM twice CROSS JOIN file ON file.id IN ({_LIKE})
"""  # noqa: S608 - our own


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
        key="file.id",
        touched=_TOUCHED,
        word=word,
    ),
    bad=(Example({_YAML: _TEXT, _MARKDOWN: _STORY}, finds=(f"{_YAML}:1:1",)),),
    good=(Example({_YAML: _TEXT}), Example({_MARKDOWN: _STORY})),
)
