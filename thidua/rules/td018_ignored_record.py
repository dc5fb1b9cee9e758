"""TD018: a record that git was told to ignore, and that is therefore not read."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, plain

_TEXT = "name: Phòng Ví dụ\nsource: {document: Ví dụ}\n"
_PATH = "records/organisations/phong-vi-du.yaml"

RULE = Rule(
    code="TD018",
    name="ignored-record",
    severity=Severity.WARNING,
    title=Text(vi="bản ghi bị git bỏ qua", en="a record that git ignores"),
    why=Text(
        vi="Tệp bị git bỏ qua (theo `.gitignore`) chỉ có trên máy này: người duyệt không thấy, máy khác không có. Chương trình"
        " không đọc tệp đó, để mọi máy có cùng một báo cáo, nên số liệu trong tệp không được tính.",
        en="A file that git ignores (by `.gitignore`) is on this machine only: no reviewer sees it and no other machine has"
        " it. It is not read, so that every machine makes the same report, and its figures do not count.",
    ),
    wording=plain(
        Text(vi="`{path}` bị git bỏ qua nên không được đọc", en="`{path}` is ignored by git and is not read"),
        Text(
            vi="bỏ dòng che tệp này trong `.gitignore` (xem `git check-ignore -v`), hoặc chuyển tệp ra ngoài `records/`",
            en="take the line that hides it out of `.gitignore` (see `git check-ignore -v`), or move it out of `records/`",
        ),
    ),
    check=WhileReading(),
    bad=(Example({".gitignore": "phong-*.yaml\n", _PATH: _TEXT}, finds=(f"{_PATH}:1:1",)),),
    good=(Example({".gitignore": "*.tmp\n", _PATH: _TEXT}),),
)
