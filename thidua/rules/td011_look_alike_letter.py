"""TD011: a letter of another script stands where a Vietnamese one is meant."""

from __future__ import annotations

from thidua.diagnostics import Severity, Text
from thidua.rules.base import Example, Rule, WhileReading, plain

_RIGHT = "name: Đội Ví dụ\n"
_WRONG = _RIGHT.replace("Đ", "\u00d0")
_PATH = "records/organisations/doi-vi-du.yaml"

RULE = Rule(
    code="TD011",
    name="look-alike-letter",
    severity=Severity.WARNING,
    title=Text(vi="chữ cái lạ trông giống chữ Việt", en="a letter of another script looks like a Vietnamese one"),
    why=Text(
        vi="Chữ `Ð` của tiếng Iceland, chữ `а` của tiếng Nga nhìn như chữ Việt nhưng là chữ khác: tìm tên không thấy,"
        " và một người thành hai người. Chương trình không tự sửa, vì chỉ người biết chữ nào đúng.",
        en="The Icelandic `Ð` and the Russian `а` look like Vietnamese letters and are others: a name is not found, and"
        " one person becomes two. The program does not mend it: only a person knows which letter is right.",
    ),
    wording=plain(
        Text(
            vi="chữ `{letter}` trông giống `{right}` nhưng không phải chữ Việt",
            en="the letter `{letter}` looks like `{right}` and is not a Vietnamese one",
        ),
        Text(
            vi="xoá rồi gõ lại `{right}` bằng bộ gõ tiếng Việt; các chỗ khác trong tệp cũng vậy",
            en="delete it and type `{right}`, here and in the rest of the file",
        ),
    ),
    check=WhileReading(),
    bad=(Example({_PATH: _WRONG}, finds=(f"{_PATH}:1:7",)),),
    good=(Example({_PATH: _RIGHT}),),
)
