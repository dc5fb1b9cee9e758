"""TD903: an organisation belongs to itself."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

# From each record upwards, only through ids after its own: a circle is found once, from its first id. UNION drops what
# was seen, so that the walk ends.
FIND = """
WITH RECURSIVE above (start, id) AS (
    SELECT organisation.id, organisation.parent FROM organisation WHERE :within AND organisation.parent >= organisation.id
    UNION
    SELECT above.start, organisation.parent FROM above JOIN organisation ON organisation.id = above.id
    WHERE above.id <> above.start AND organisation.parent >= above.start)
SELECT above.start AS key, above.start AS id, file.path, (
    SELECT group_concat(others.id) FROM above AS others WHERE others.start = above.start) AS members
FROM above
JOIN file ON file.folder = 'organisations' AND file.record = above.start AND file.readable
WHERE above.id = above.start
"""

# A circle through a touched record is met on the way up from it.
TOUCHED = """
WITH RECURSIVE above (id) AS (
    SELECT id FROM organisation WHERE file IN (SELECT id FROM touched_file)
    UNION SELECT organisation.parent FROM above JOIN organisation ON organisation.id = above.id WHERE organisation.parent IS NOT NULL)
SELECT id AS key FROM above
"""


def word(row: dict[str, Any]) -> Found:
    members = ", ".join(f"`{id_}`" for id_ in sorted(set(row["members"].split(","))))
    return Found(("parent",), {"id": row["id"], "members": members}, path=row["path"])


_CITY = "name: Thành phố Ví dụ\n"
_OFFICE = "name: Phòng Ví dụ\nparent: thanh-pho-vi-du\n"
_CIRCLE = _CITY + "parent: phong-vi-du\n"
_CITY_PATH = "records/organisations/thanh-pho-vi-du.yaml"
_OFFICE_PATH = "records/organisations/phong-vi-du.yaml"


RULE = Rule(
    code="TD903",
    name="organisation-cycle",
    severity=Severity.ERROR,
    title=Text(vi="đơn vị trực thuộc chính nó", en="an organisation belongs to itself"),
    why=Text(
        vi="Đơn vị trực thuộc lẫn nhau thành vòng thì không biết ai là cấp trên, và tổng hợp của mỗi đơn vị gồm cả của đơn vị kia.",
        en="Where units belong to each other in a circle none is above, and each one's summary takes in the other's.",
    ),
    wording=plain(
        Text(
            vi="`{id}` trực thuộc chính nó, qua các đơn vị: {members}",
            en="`{id}` belongs to itself, by way of {members}",
        ),
        Text(
            vi="sửa `parent` theo quyết định tổ chức; đơn vị trên cùng không có `parent`",
            en="mend `parent` as the units are really ordered; the topmost has none",
        ),
    ),
    check=OfRegister(find=FIND, key="organisation.id", touched=TOUCHED, word=word),
    bad=(Example({_CITY_PATH: _CIRCLE, _OFFICE_PATH: _OFFICE}, finds=(f"{_OFFICE_PATH}:2:9",)),),
    good=(Example({_CITY_PATH: _CITY, _OFFICE_PATH: _OFFICE}),),
)
