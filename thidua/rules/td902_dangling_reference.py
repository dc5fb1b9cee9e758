"""TD902: a record names another that is not there."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text, read_route
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording
from thidua.store.references import first_mentions, named, named_in

FIND = f"""
WITH missing AS MATERIALIZED (  -- a name is looked up once, however many files have it
    SELECT named.target, named.folder FROM ({named(":within")}) AS named
    WHERE NOT EXISTS (SELECT 1 FROM file AS there WHERE there.folder = named.folder AND there.record = named.target)
      AND NOT (named.folder = 'catalogue' AND EXISTS (SELECT 1 FROM catalogue WHERE catalogue.id = named.target)))
SELECT its.target AS key, file.path, its.route, its.folder, its.target, its.times
FROM ({first_mentions("missing")}) AS its
JOIN file ON file.id = its.file
WHERE file.folder <> 'numbers'  -- a number outlives its decision: TD933
"""  # noqa: S608 - our own

TOUCHED = f"""
SELECT target AS key FROM ({named_in("touched_file")})
UNION SELECT record FROM file WHERE id IN (SELECT id FROM touched_file)
"""  # noqa: S608 - our own


def word(row: dict[str, Any]) -> Found:
    """The nearest id is looked for when the finding is printed: records that come later may be nearer."""
    return Found(
        read_route(row["route"]),
        {"target": row["target"], "folder": row["folder"], "times": row["times"]},
        path=row["path"],
    )


MESSAGE = Text(vi="không có `{target}` trong `records/{folder}`", en="there is no `{target}` in `records/{folder}`")

_YEAR = "theme: Đoàn kết\ntargets:\n  - {of: mong-cai, total: 20}\nsource: {document: Ví dụ}\n"
_CITY = "name: Thành phố Móng Cái\nsource: {document: Ví dụ}\n"

RULE = Rule(
    code="TD902",
    name="dangling-reference",
    severity=Severity.ERROR,
    title=Text(vi="mã được nhắc đến nhưng không có bản ghi", en="a record names another that is not there"),
    why=Text(
        vi="Một mã gõ nhầm làm người, đơn vị hay quyết định rơi khỏi mọi bảng tổng hợp của đơn vị đó.",
        en="With a mistyped id a person, a unit or a decision drops out of the summaries it belongs to.",
    ),
    wording={
        "": Wording(MESSAGE, Text(vi="sửa mã, hoặc tạo bản ghi đó trước", en="mend the id, or add that record first")),
        "near": Wording(
            MESSAGE,
            Text(vi="viết `{nearest}`, hoặc tạo bản ghi đó trước", en="write `{nearest}`, or add that record first"),
        ),
    },
    check=OfRegister(
        find=FIND,
        key="target",
        touched=TOUCHED,
        word=word,
    ),
    bad=(
        Example(
            {
                "records/years/2023/mong-cai.yaml": _YEAR.replace("mong-cai", "mong-cay"),
                "records/organisations/mong-cai.yaml": _CITY,
            },
            finds=("records/years/2023/mong-cai.yaml:3:10",),
        ),
    ),
    good=(Example({"records/years/2023/mong-cai.yaml": _YEAR, "records/organisations/mong-cai.yaml": _CITY}),),
)
