"""TD001: a record file cannot be read as text."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording

_LATIN_1 = "name: Móng Cái\n".encode("latin-1")
_UTF_8 = "name: Móng Cái\nsource: {document: Ví dụ}\n"

RULE = Rule(
    code="TD001",
    name="unreadable-file",
    severity=Severity.ERROR,
    title=Text(vi="tệp không đọc được", en="a file cannot be read"),
    why=Text(
        vi="Tệp không đọc được thì mọi con số trong tệp bị bỏ sót mà không ai biết.",
        en="What stands in a file that cannot be read is missing from every total, and nobody is told.",
    ),
    wording={
        "": Wording(
            Text(vi="không đọc được tệp: {reason}", en="the file cannot be read: {reason}"),
            Text(
                vi="kiểm tra tệp có đang bị khoá hoặc thiếu quyền đọc",
                en="check that the file is not locked and may be read",
            ),
        ),
        "os": Wording(
            Text(vi="không đọc được tệp: {reason}", en="the file cannot be read: {reason}"),
            Text(
                vi="kiểm tra tệp có đang bị khoá hoặc thiếu quyền đọc",
                en="check that the file is not locked and may be read",
            ),
        ),
        "absent": Wording(
            Text(
                vi="git có tệp này nhưng thư mục làm việc không có (sparse-checkout, skip-worktree)",
                en="git has this file, and the work tree was told to leave it out (sparse-checkout, skip-worktree)",
            ),
            Text(
                vi="lấy tệp về bằng `git sparse-checkout disable`, hoặc `git update-index --no-skip-worktree` rồi"
                " `git checkout`",
                en="bring it back with `git sparse-checkout disable`, or with `git update-index --no-skip-worktree` and"
                " `git checkout`",
            ),
        ),
        "internal": Wording(
            Text(vi="chương trình gặp lỗi khi đọc tệp này: {reason}", en="the program failed on this file: {reason}"),
            Text(
                vi="gửi tệp này cho người phát triển chương trình; các tệp khác vẫn được kiểm tra",
                en="send this file to the developers of the program; the other files were checked all the same",
            ),
        ),
        "not-utf8": Wording(
            Text(vi="tệp không phải văn bản UTF-8 (byte `{byte}`)", en="the file is not UTF-8 text (byte `{byte}`)"),
            Text(
                vi="mở bằng Notepad, chọn Save As, mục Encoding chọn UTF-8, rồi xem lại chữ có dấu",
                en="open it in Notepad, choose Save As with encoding UTF-8, then look at the accented letters again",
            ),
        ),
        "control-character": Wording(
            Text(vi="có ký tự không in được `{character}`", en="there is a control character `{character}`"),
            Text(vi="xoá ký tự đó", en="delete it"),
        ),
        "too-large": Wording(
            Text(
                vi="tệp lớn {bytes:count} byte, quá giới hạn {limit:count}",
                en="the file has {bytes:count} bytes, over the limit of {limit:count}",
            ),
            Text(vi="tách thành nhiều tệp", en="split it into several files"),
        ),
    },
    check=WhileReading(),
    bad=(
        Example({"records/organisations/mong-cai.yaml": _LATIN_1}, finds=("records/organisations/mong-cai.yaml:1:8",)),
    ),
    good=(Example({"records/organisations/mong-cai.yaml": _UTF_8}),),
)
