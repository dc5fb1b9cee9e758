"""Names typed in capitals, and words that are Vietnamese syllables."""

from __future__ import annotations

import unicodedata

import pytest

from thidua.vietnamese.names import with_capitals
from thidua.vietnamese.text import is_syllable


@pytest.mark.parametrize(
    ("typed", "name"),
    [("NGUYỄN VĂN AN", "Nguyễn Văn An"), ("đỗ thị ánh", "Đỗ Thị Ánh"), ("H'HEN NIÊ", "H'Hen Niê"), ("LÊ-NA", "Lê-Na")],
)
def test_each_syllable_begins_with_a_capital(typed: str, name: str) -> None:
    assert with_capitals(typed) == name


def test_syllables_are_told_from_other_words() -> None:
    for word in ("Thuỷ", "thủy", "NGUYỄN", "nghiêng", unicodedata.normalize("NFD", "quyết")):
        assert is_syllable(word)
    for word in ("tiªn", "ngµy", "ßng", "àáạ"):
        assert not is_syllable(word)
