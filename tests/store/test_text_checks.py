"""What the bare text of a record shows: found cheaply, and all of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.source.document import parse
from thidua.store import text_checks
from thidua.store.text_checks import check_text, is_innocent

PARTS = (
    "sinh ", "ngày ", "năm ", " sinh", "sinh", "ngày", "năm", "Sinh", "SINH NGÀY", "NĂM SINH", " 1990", "1", ": ", "\n",
    "\u017finh ", "s\u0131nh ", "S\u0130NH", "họ", "Minh ", " 12/3",
)  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=9).map("".join))
def test_births_are_those_that_the_whole_pattern_finds(text: str) -> None:
    whole = text_checks._BIRTH.finditer(text)
    assert [one.span() for one in text_checks._births(text)] == [one.span() for one in whole]


@pytest.mark.parametrize("note", ["năm sinh: 1990", "Sinh Năm 1990", "ngày sinh 1/2/1990"])
def test_a_birth_is_found_whatever_else_the_text_holds(note: str) -> None:
    document = parse(f"name: Nguyễn Văn A\nnote: {note!r}\n")
    assert [one.code for one in check_text("records/people/a.yaml", document)] == ["TD012"]
    assert not is_innocent(document.text)
