"""TD009: a file below `records/` that is not read, for its place or its name."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording
from thidua.store.paths import FOLDERS

_FOLDER = Text(
    vi="`{path}` không nằm trong thư mục của loại bản ghi nào",
    en="`{path}` stands in a folder that is of no kind of record",
)
_ENDING = Text(
    vi="`{path}` không được đọc: bản ghi có đuôi `.yaml` hoặc `.md`, chữ thường",
    en="`{path}` is not read: a record ends in `.yaml` or `.md`, in small letters",
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
    title=Text(vi="tệp trong `records/` không được đọc", en="a file below `records/` that is not read"),
    why=Text(
        vi="Thư mục cho biết tệp là loại bản ghi gì, và đuôi tệp cho biết đó là bản ghi. Tệp đặt sai chỗ hay sai đuôi không"
        " được đọc, và mọi số liệu trong đó bị bỏ sót.",
        en="The folder says what kind of record a file is, and its ending that it is one. A file elsewhere or of another"
        " ending is not read, and its figures are missing.",
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
        "ending": Wording(
            _ENDING,
            Text(
                vi="chuyển tệp ra ngoài `records/`; bản ghi thì đặt tên có đuôi `.yaml` hoặc `.md`",
                en="move it out of `records/`; a record has a name that ends in `.yaml` or `.md`",
            ),
        ),
        "ending-near": Wording(_ENDING, Text(vi="đổi tên tệp thành `{nearest}`", en="rename the file to `{nearest}`")),
        "link": Wording(
            Text(
                vi="`{path}` là liên kết nên không được đọc",
                en="`{path}` is a link and is not followed",
            ),
            Text(vi="đặt chính tệp đó vào đây", en="put the file itself in its place"),
        ),
        "repository": Wording(
            Text(
                vi="`{path}` là một kho git khác nên không được đọc",
                en="`{path}` is another git repository and is not read",
            ),
            Text(
                vi="xoá thư mục `.git` trong đó, hoặc chuyển ra ngoài `records/`",
                en="remove the `.git` folder in it, or move it out of `records/`",
            ),
        ),
    },
    check=WhileReading(),
    bad=(
        Example({"records/organisation/phong-vi-du.yaml": _TEXT}, finds=("records/organisation/phong-vi-du.yaml:1:1",)),
        Example({"records/awards/5-qd-ubnd-vi-du.yaml": _AWARD}, finds=("records/awards/5-qd-ubnd-vi-du.yaml:1:1",)),
        Example(
            {"records/awards/2023/5-qd-ubnd-vi-du.yml": _AWARD}, finds=("records/awards/2023/5-qd-ubnd-vi-du.yml:1:1",)
        ),
    ),
    good=(
        Example({"records/organisations/phong-vi-du.yaml": _TEXT}),
        Example({"records/awards/2023/5-qd-ubnd-vi-du.yaml": _AWARD}),
    ),
)
