"""TD104: a campaign is part of itself."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

# From each record upwards, only through ids after its own: a circle is found once, from its first id. UNION drops what
# was seen, so that the walk ends.
FIND = """
WITH RECURSIVE above (start, id) AS (
    SELECT campaign.id, campaign.parent FROM campaign WHERE :within AND campaign.parent >= campaign.id
    UNION
    SELECT above.start, campaign.parent FROM above JOIN campaign ON campaign.id = above.id
    WHERE above.id <> above.start AND campaign.parent >= above.start)
SELECT above.start AS key, above.start AS id, file.path, (
    SELECT group_concat(others.id) FROM above AS others WHERE others.start = above.start) AS members
FROM above
JOIN file ON file.folder = 'campaigns' AND file.record = above.start AND file.readable
WHERE above.id = above.start
"""

# A circle through a touched record is met on the way up from it.
TOUCHED = """
WITH RECURSIVE above (id) AS (
    SELECT id FROM campaign WHERE file IN (SELECT id FROM touched_file)
    UNION SELECT campaign.parent FROM above JOIN campaign ON campaign.id = above.id WHERE campaign.parent IS NOT NULL)
SELECT id AS key FROM above
"""


def word(row: dict[str, Any]) -> Found:
    members = ", ".join(f"`{id_}`" for id_ in sorted(set(row["members"].split(","))))
    return Found(("parent",), {"id": row["id"], "members": members}, path=row["path"])


_WHOLE = "name: Phong trào Ví dụ\nsource: {document: Ví dụ}\n"
_PART = "name: Chuyên đề Ví dụ\nparent: phong-trao-vi-du\nsource: {document: Ví dụ}\n"
_CIRCLE = _WHOLE.replace("source", "parent: chuyen-de-vi-du\nsource")
_WHOLE_PATH = "records/campaigns/phong-trao-vi-du.yaml"
_PART_PATH = "records/campaigns/chuyen-de-vi-du.yaml"


RULE = Rule(
    code="TD104",
    name="campaign-parent-cycle",
    severity=Severity.ERROR,
    title=Text(vi="phong trào là một phần của chính nó", en="a campaign is part of itself"),
    why=Text(
        vi="Phong trào cha con xếp thành vòng thì không có phong trào nào ở trên cùng, và báo cáo đếm một khen thưởng nhiều lần.",
        en="Where campaigns are part of each other in a circle none is the whole, and a report would count an award many times.",
    ),
    wording=plain(
        Text(
            vi="phong trào `{id}` thuộc chính nó, qua các phong trào: {members}",
            en="campaign `{id}` is part of itself, by way of {members}",
        ),
        Text(vi="bỏ `parent` ở phong trào trên cùng", en="take `parent` out of the campaign that is the whole"),
    ),
    check=OfRegister(find=FIND, key="campaign.id", touched=TOUCHED, word=word),
    bad=(Example({_WHOLE_PATH: _CIRCLE, _PART_PATH: _PART}, finds=(f"{_PART_PATH}:2:9",)),),
    good=(Example({_WHOLE_PATH: _WHOLE, _PART_PATH: _PART}),),
)
