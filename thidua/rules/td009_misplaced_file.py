"""TD009: a file stands in a folder that holds no records."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording
from thidua.store.paths import FOLDERS

_FOLDER = Text(
    vi="`{path}` không nằm trong thư mục của loại bản ghi nào",
    en="`{path}` stands in a folder that is of no kind of record",
)
_KINDS = ", ".join(FOLDERS)

_TEXT = "name: Phòng Ví dụ\n"
_AWARD = """\
decision: {number: 5/QĐ-UBND, date: 2023-03-06}
awards:
  - {award: giay-khen-cap-huyen, counted: {individuals: 3}}
"""

RULE = Rule(
    code="TD009",
    name="misplaced-file",
    severity=Severity.ERROR,
    title=Text(vi="tệp đặt sai thư mục", en="a file stands in a folder that holds no records"),
    why=Text(
        vi="Thư mục cho biết tệp là loại bản ghi gì. Tệp đặt sai chỗ không được đọc, và mọi số liệu trong đó bị bỏ sót.",
        en="The folder says what kind of record a file is. A file elsewhere is not read, and its figures are missing.",
    ),
    wording={
        "": Wording(_FOLDER, Text(vi=f"chuyển tệp vào một trong: {_KINDS}", en=f"move it into one of: {_KINDS}")),
        "folder": Wording(_FOLDER, Text(vi=f"chuyển tệp vào một trong: {_KINDS}", en=f"move it into one of: {_KINDS}")),
        "folder-near": Wording(
            _FOLDER, Text(vi="chuyển tệp vào `records/{nearest}`", en="move it into `records/{nearest}`")
        ),
        "year": Wording(
            Text(
                vi="`{path}` không nằm trong thư mục của một năm", en="`{path}` does not stand in the folder of a year"
            ),
            Text(
                vi="thêm thư mục năm trước tên tệp, như `records/awards/2023/`",
                en="put a folder of the year before the file's name, as `records/awards/2023/`",
            ),
        ),
    },
    check=WhileReading(),
    bad=(
        Example({"records/organisation/phong-vi-du.yaml": _TEXT}, finds=("records/organisation/phong-vi-du.yaml:1:1",)),
        Example({"records/awards/5-qd-ubnd-vi-du.yaml": _AWARD}, finds=("records/awards/5-qd-ubnd-vi-du.yaml:1:1",)),
    ),
    good=(
        Example({"records/organisations/phong-vi-du.yaml": _TEXT}),
        Example({"records/awards/2023/5-qd-ubnd-vi-du.yaml": _AWARD}),
    ),
)
