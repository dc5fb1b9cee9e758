"""The reader of the plainest texts never says anything else than the strict one."""

from __future__ import annotations

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from thidua.source.document import parse
from thidua.source.plain import read_plain
from thidua.source.problem import DocumentError

PIECES = st.sampled_from(
    [
        *(
            "format",
            "language",
            "a_b",
            "vi",
            "Móng Cái",
            "mong-cai",
            "1",
            "0123",
            "12:30",
            "null",
            "key: value\n",
            "a: b\n",
        ),
        *(
            ": ",
            ":",
            " ",
            "\n",
            "- ",
            "#",
            "# lời ghi\n",
            "'",
            '"',
            "~",
            "\t",
            "{",
            "×",
            "Đ",
            "ế",
            "\u0300",
            "\r\n",
            "---\n",
        ),
        *("&x", "!", "\u2028"),
    ]
)


@settings(derandomize=True, max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=9).map("".join))
@example("format: 1\nlanguage: vi\n")
@example("place: Móng Cái\n# lời ghi\n\n")
def test_what_is_read_plainly_is_what_the_strict_reader_reads(text: str) -> None:
    plain = read_plain(text)
    if plain is None:
        return
    try:
        assert parse(text).tree == plain
    except DocumentError as error:  # pragma: no cover - would be a fault of the plain reader
        raise AssertionError(f"refused by the strict reader: {error}") from error


def test_ordinary_settings_are_plain() -> None:
    text = "format: 1\norganisation: mong-cai\nlanguage: vi\nplace: Móng Cái\n"
    assert read_plain(text) == {"format": "1", "organisation": "mong-cai", "language": "vi", "place": "Móng Cái"}


def test_decomposed_letters_and_repeated_keys_are_left_to_the_strict_reader() -> None:
    assert read_plain(unicodedata.normalize("NFD", "place: Móng Cái\n")) is None
    assert read_plain("a: b\na: c\n") is None
