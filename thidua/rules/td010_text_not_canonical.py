"""TD010: a text has characters that `fmt` mends."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, Wording

_MEND = Text(vi="chạy `thidua fmt`", en="run `thidua fmt`")

_CLEAN = "name: Phòng Ví dụ\n"
_SPACE = _CLEAN.replace("Ví dụ", "Ví\u00a0dụ")
_APART = _CLEAN.replace("ò", "o\u0300")
_PATH = "records/organisations/phong-vi-du.yaml"

RULE = Rule(
    code="TD010",
    name="text-not-canonical",
    severity=Severity.WARNING,
    title=Text(vi="ký tự chưa ở dạng chuẩn", en="a text has characters that are not in their plain form"),
    why=Text(
        vi="Hai chữ nhìn giống nhau mà máy lưu khác nhau thì tìm không thấy, và so sánh hai bản bị lệch."
        " Chương trình vẫn hiểu đúng các chữ này.",
        en="Two words that look the same and are stored differently are not found by searching, and make two versions"
        " differ. The program understands them all the same.",
    ),
    wording={
        "": Wording(Text(vi="có ký tự chưa ở dạng chuẩn", en="there are characters not in their plain form"), _MEND),
        "bom": Wording(
            Text(vi="có dấu thứ tự byte (BOM) ở đầu tệp", en="the file starts with a byte order mark"), _MEND
        ),
        "crlf": Wording(
            Text(
                vi="dòng kết thúc kiểu Windows, CRLF ({count:count} dòng)",
                en="lines end the Windows way, with CRLF ({count:count})",
            ),
            _MEND,
        ),
        "not-nfc": Wording(
            Text(
                vi="dấu tiếng Việt gõ kiểu tổ hợp ({count:count} chỗ)",
                en="accents stand apart from their letters ({count:count})",
            ),
            _MEND,
        ),
        "odd-space": Wording(
            Text(vi="có dấu cách đặc biệt ({count:count} chỗ)", en="there are unusual spaces ({count:count})"), _MEND
        ),
        "invisible": Wording(
            Text(
                vi="có ký tự không nhìn thấy ({count:count} chỗ)", en="there are invisible characters ({count:count})"
            ),
            _MEND,
        ),
    },
    check=WhileReading(),
    bad=(
        Example({_PATH: _SPACE}, finds=(f"{_PATH}:1:15",)),
        Example({_PATH: _APART}, finds=(f"{_PATH}:1:9",)),
    ),
    good=(Example({_PATH: _CLEAN}),),
)
