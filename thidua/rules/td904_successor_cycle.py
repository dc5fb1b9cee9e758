"""TD904: an organisation succeeds itself."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

# From each record forwards, only through ids after its own: a circle is found once, from its first id. UNION drops what
# was seen, so that the walk ends.
FIND = """
WITH RECURSIVE later (start, id) AS (
    SELECT succession.id, succession.successor FROM succession WHERE :within AND succession.successor >= succession.id
    UNION
    SELECT later.start, succession.successor FROM later JOIN succession ON succession.id = later.id
    WHERE later.id <> later.start AND succession.successor >= later.start)
SELECT later.start AS key, later.start AS id, file.path, (
    SELECT min(succession.successor) FROM succession
    WHERE succession.id = later.start AND succession.successor IN (
        SELECT others.id FROM later AS others WHERE others.start = later.start)) AS successor
FROM later
JOIN file ON file.folder = 'organisations' AND file.record = later.start AND file.readable
WHERE later.id = later.start
"""

# A circle through a touched record is met on the way forward from it.
TOUCHED = """
WITH RECURSIVE later (id) AS (
    SELECT id FROM organisation WHERE file IN (SELECT id FROM touched_file)
    UNION SELECT succession.successor FROM later JOIN succession ON succession.id = later.id)
SELECT id AS key FROM later
"""


def word(row: dict[str, Any]) -> Found:
    return Found(("successors",), {"id": row["id"], "successor": row["successor"]}, path=row["path"])


_OLD = "name: Thành phố Ví dụ\nsuccessors: [phuong-vi-du]\nsource: {document: Ví dụ}\n"
_NEW = "name: Phường Ví dụ\nsource: {document: Ví dụ}\n"
_CIRCLE = _NEW.replace("source", "successors: [thanh-pho-vi-du]\nsource")
_OLD_PATH = "records/organisations/thanh-pho-vi-du.yaml"
_NEW_PATH = "records/organisations/phuong-vi-du.yaml"

RULE = Rule(
    code="TD904",
    name="successor-cycle",
    severity=Severity.ERROR,
    title=Text(vi="đơn vị kế tục chính nó", en="an organisation succeeds itself"),
    why=Text(
        vi="Thành tích của đơn vị cũ được nối sang đơn vị kế tục; kế tục thành vòng thì không biết đơn vị nào còn.",
        en="What a unit achieved is carried on to its successor; in a circle nobody knows which unit is left.",
    ),
    wording=plain(
        Text(
            vi="đi theo đơn vị kế tục `{successor}` thì quay về chính `{id}`",
            en="following the successors of `{id}`, as `{successor}`, leads back to `{id}`",
        ),
        Text(
            vi="chỉ ghi `successors` ở đơn vị đã giải thể, sáp nhập, chia tách",
            en="give `successors` only to the unit that ended, was merged or split",
        ),
    ),
    check=OfRegister(find=FIND, key="succession.id", touched=TOUCHED, word=word),
    bad=(Example({_OLD_PATH: _OLD, _NEW_PATH: _CIRCLE}, finds=(f"{_NEW_PATH}:2:13",)),),
    good=(Example({_OLD_PATH: _OLD, _NEW_PATH: _NEW}),),
)
