"""TD920: a waiver names a rule or a file that there is not, or what may never be waived."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules import MODULES, NEVER_WAIVED
from thidua.rules.base import Example, Found, OfRegister, Rule, Wording

FIND = """
SELECT file.path AS key, file.path, waiver.code, waiver.target,
       EXISTS (SELECT 1 FROM file AS there WHERE there.path = waiver.target) AS there
FROM waiver JOIN file ON file.id = waiver.file
WHERE :within
"""

TOUCHED = """
SELECT path AS key FROM file WHERE id IN (SELECT id FROM touched_file)
UNION SELECT file.path FROM waiver JOIN file ON file.id = waiver.file
WHERE waiver.target IN (SELECT path FROM file WHERE id IN (SELECT id FROM touched_file))
"""

_WAIVERS = "records/waivers/"
_CODES = frozenset(module[:5].upper() for module in MODULES)


def word(row: dict[str, Any]) -> tuple[Found, ...]:
    """A rule and a file are looked for apart: both may be mistyped."""
    found = []
    if row["code"] not in _CODES:
        found.append(Found(("code",), {"code": row["code"], "variant": ""}, path=row["path"]))
    elif row["code"] in NEVER_WAIVED:
        found.append(Found(("code",), {"code": row["code"], "variant": "never"}, path=row["path"]))
    if row["target"].startswith(_WAIVERS):
        found.append(Found(("path",), {"variant": "waiver"}, path=row["path"]))
    elif not row["there"]:
        found.append(Found(("path",), {"target": row["target"], "variant": "path"}, path=row["path"]))
    return tuple(found)


_UNIT = "records/organisations/phong-vi-du.yaml"
_TEXT = "name: Phòng Ví dụ\nto: 2025-06-30\n"
_PATH = "records/waivers/phong-vi-du.yaml"
_RIGHT = (
    f"code: TD013\npath: {_UNIT}\nreason: Quyết định giải thể đang xin bản sao\n"
    "by: {name: Trần Văn Mẫu, position: Chánh Văn phòng}\nuntil: 2027-06-30\n"
)

RULE = Rule(
    code="TD920",
    name="waiver-not-understood",
    severity=Severity.ERROR,
    title=Text(vi="miễn điều không thể miễn", en="a waiver of what cannot be waived"),
    why=Text(
        vi="Mã quy tắc, tên tệp gõ nhầm thì không miễn được gì, mà người duyệt tưởng là đã miễn. Tệp không đọc được thì"
        " số liệu trong tệp không được tính, nên không ai miễn được; điều tìm thấy ở chính các tệp miễn cũng vậy.",
        en="A waiver with a mistyped rule or file waives nothing, while a reviewer believes it does. A file that cannot be"
        " read enters no total, so nobody can waive that; nor what is found in waivers themselves.",
    ),
    wording={
        "": Wording(
            Text(vi="không có quy tắc `{code}`", en="there is no rule `{code}`"),
            Text(
                vi="ghi mã in trong ngoặc vuông của phát hiện, như `TD303`",
                en="write the code that stands in the brackets of the finding, such as `TD303`",
            ),
        ),
        "never": Wording(
            Text(vi="phát hiện `{code}` không miễn được", en="findings of `{code}` cannot be waived"),
            Text(
                vi="sửa tệp có phát hiện đó, rồi xoá tệp miễn này",
                en="mend the file it is found in, and delete this waiver",
            ),
        ),
        "path": Wording(
            Text(vi="không có tệp `{target}` trong các bản ghi", en="there is no file `{target}` among the records"),
            Text(
                vi="ghi đường dẫn như `thidua validate` in, bắt đầu bằng `records/`, với dấu `/`",
                en="write the path as `thidua validate` prints it, from `records/` on, with `/`",
            ),
        ),
        "waiver": Wording(
            Text(vi="điều tìm thấy ở một tệp miễn không miễn được", en="what is found in a waiver cannot be waived"),
            Text(vi="sửa tệp miễn đó", en="mend that waiver"),
        ),
    },
    check=OfRegister(find=FIND, key="file.path", touched=TOUCHED, word=word),
    bad=(
        Example({_PATH: _RIGHT.replace("TD013", "TD0013"), _UNIT: _TEXT}, finds=(f"{_PATH}:1:7",)),
        Example({_PATH: _RIGHT.replace("TD013", "TD002"), _UNIT: _TEXT}, finds=(f"{_PATH}:1:7",)),
        Example({_PATH: _RIGHT}, finds=(f"{_PATH}:2:7",)),
        Example({_PATH: _RIGHT.replace(_UNIT, _PATH)}, finds=(f"{_PATH}:2:7",)),
    ),
    good=(Example({_PATH: _RIGHT, _UNIT: _TEXT}),),
)
