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
                vi="{count:count} dòng kết thúc kiểu Windows (CRLF)",
                en="lines end the Windows way (CRLF), {count:count} of them",
            ),
            _MEND,
        ),
        "not-nfc": Wording(
            Text(
                vi="dấu tiếng Việt gõ kiểu tổ hợp ở {count:count} chỗ",
                en="accents stand apart from their letters, in {count:count} places",
            ),
            _MEND,
        ),
        "odd-space": Wording(
            Text(vi="dấu cách đặc biệt ở {count:count} chỗ", en="unusual spaces, in {count:count} places"), _MEND
        ),
        "invisible": Wording(
            Text(vi="ký tự không nhìn thấy ở {count:count} chỗ", en="invisible characters, in {count:count} places"),
            _MEND,
        ),
    },
    check=WhileReading(),
    bad=(
        Example({_PATH: _SPACE}, finds=(f"{_PATH}:1:?",)),
        Example({_PATH: _APART}, finds=(f"{_PATH}:1:?",)),
    ),
    good=(Example({_PATH: _CLEAN}),),
)
