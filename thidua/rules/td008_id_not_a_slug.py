"""TD008: the name of a record file is not a plain id."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording

_MESSAGE = Text(
    vi="tên tệp `{id}` không phải là mã: chỉ dùng chữ thường không dấu, số và gạch nối",
    en="the file name `{id}` is not an id: small letters without accents, digits and hyphens only",
)

_TEXT = "name: Phòng Ví dụ\n"

RULE = Rule(
    code="TD008",
    name="id-not-a-slug",
    severity=Severity.ERROR,
    title=Text(vi="tên tệp không dùng làm mã được", en="the name of a record file is not a plain id"),
    why=Text(
        vi="Tên tệp là mã mà bản ghi khác nhắc đến. Dấu tiếng Việt, chữ hoa và dấu cách được máy này và máy khác lưu"
        " khác nhau, nên một tệp có thể biến thành hai, hoặc không mở được trên Windows.",
        en="The file name is the id by which other records name it. Computers store accents, capitals and spaces in"
        " different ways, so that one file may become two, or cannot be opened on Windows.",
    ),
    wording={
        "": Wording(
            _MESSAGE, Text(vi="đổi tên tệp, như `phong-noi-vu.yaml`", en="rename the file, as `phong-noi-vu.yaml`")
        ),
        "near": Wording(_MESSAGE, Text(vi="đổi tên tệp thành `{nearest}`", en="rename the file to `{nearest}`")),
        "reserved": Wording(
            Text(
                vi="tên `{id}` không lưu được trên Windows: `con`, `prn`, `aux`, `nul`, `com1`, `lpt1`… là tên thiết bị",
                en="the name `{id}` cannot be kept on Windows: `con`, `prn`, `aux`, `nul`, `com1`, `lpt1`… are its devices",
            ),
            Text(vi="thêm một từ vào tên tệp, như `to-con.yaml`", en="add a word to the name, as `to-con.yaml`"),
        ),
    },
    check=WhileReading(),
    bad=(
        Example(
            {"records/organisations/Phòng Ví dụ.yaml": _TEXT},
            finds=("records/organisations/Phòng Ví dụ.yaml:1:1",),
        ),
    ),
    good=(Example({"records/organisations/phong-vi-du.yaml": _TEXT}),),
)
