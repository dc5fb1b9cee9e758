"""TD907: an office's award has the id of an award of the law."""

from __future__ import annotations

from typing import Any

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Found, OfRegister, Rule, plain

# Two files of the office with one id are TD901.
FIND = """
SELECT own_award.id AS key, file.path, own_award.id, law.name
FROM own_award
JOIN catalogue AS law ON law.id = own_award.id AND law.file IS NULL
JOIN file ON file.id = own_award.file
WHERE :within
"""


def word(row: dict[str, Any]) -> Found:
    return Found((), {"id": row["id"], "name": row["name"]}, path=row["path"])


_OWN = """\
name: Giấy khen của Chủ tịch UBND thành phố Ví dụ
group: hinh-thuc
kind: giay-khen
level: huyen
recipients: [ca-nhan]
"""

RULE = Rule(
    code="TD907",
    name="catalogue-id-taken",
    severity=Severity.ERROR,
    title=Text(vi="mã danh hiệu, hình thức trùng với mã của luật", en="an office's award has an id of the law"),
    why=Text(
        vi="Danh mục của luật có sẵn trong chương trình. Một mã chỉ là một danh hiệu, hình thức: của luật được dùng, của"
        " đơn vị bị bỏ qua.",
        en="The catalogue of the law is part of the program. One id is one award: that of the law is used, and that of the"
        " office is passed over.",
    ),
    wording=plain(
        Text(
            vi="mã `{id}` đã là {name} trong danh mục của luật; bản ghi này không được dùng",
            en="the id `{id}` is {name} in the catalogue of the law already; this record is not used",
        ),
        Text(
            vi="xoá tệp nếu là cùng một danh hiệu, hình thức; nếu không thì đổi tên tệp",
            en="delete the file if it is the same award; otherwise rename it",
        ),
    ),
    check=OfRegister(
        find=FIND,
        key="own_award.id",
        touched="SELECT id AS key FROM own_award WHERE file IN (SELECT id FROM touched_file)",
        word=word,
    ),
    bad=(
        Example(
            {"records/catalogue/giay-khen-cap-huyen.yaml": _OWN},
            finds=("records/catalogue/giay-khen-cap-huyen.yaml:1:1",),
        ),
    ),
    good=(Example({"records/catalogue/giay-khen-vi-du.yaml": _OWN}),),
)
