"""TD921: the last day of a waiver is over."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

FIND = """
SELECT file.path AS key, file.path, waiver.until
FROM waiver JOIN file ON file.id = waiver.file
WHERE :within AND waiver.until < :today
"""


def word(row: dict[str, Any]) -> Found:
    return Found(("until",), {"day": row["until"]}, path=row["path"])


_UNIT = "records/organisations/phong-vi-du.yaml"
_TEXT = "name: Phòng Ví dụ\nto: 2025-06-30\n"
_PATH = "records/waivers/phong-vi-du.yaml"
_RIGHT = (
    f"code: TD013\npath: {_UNIT}\nreason: Quyết định giải thể đang xin bản sao\n"
    "by: {name: Trần Văn Mẫu, position: Chánh Văn phòng}\nuntil: 2027-06-30\n"
)

RULE = Rule(
    code="TD921",
    name="waiver-expired",
    severity=Severity.WARNING,
    title=Text(vi="miễn đã hết hạn", en="a waiver that has run out"),
    why=Text(
        vi="Miễn là cho thời gian để sửa. Hết hạn thì phát hiện lại được tính; tệp miễn để lại làm người sau tưởng là còn hiệu lực.",
        en="A waiver gives time to mend something. Once it is over the finding counts again; the file that is left behind"
        " makes a successor believe it still holds.",
    ),
    wording=plain(
        Text(
            vi="miễn đến hết ngày {day:day}, nay không còn hiệu lực",
            en="the waiver ended on `{day:day}` and holds no more",
        ),
        Text(
            vi="sửa điều được miễn rồi xoá tệp này, hoặc người có trách nhiệm quyết định ngày mới",
            en="mend what was waived and delete this file, or have whoever answers for it decide on a new day",
        ),
    ),
    check=OfRegister(
        find=FIND,
        key="file.path",
        touched="SELECT path AS key FROM file WHERE id IN (SELECT id FROM touched_file)",
        word=word,
        today=True,
    ),
    bad=(Example({_PATH: _RIGHT.replace("2027", "2026"), _UNIT: _TEXT}, finds=(f"{_PATH}:5:8",)),),
    good=(Example({_PATH: _RIGHT, _UNIT: _TEXT}),),
)
