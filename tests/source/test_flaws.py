import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.source.texts import DECISION
from thidua.diagnostics import Position, Span
from thidua.source.characters import clean, cleaned, is_allowed
from thidua.source.document import flaws, parse
from thidua.source.problem import Flaw, FlawKind

UNCLEAN = {
    FlawKind.BOM: ("\ufeff" + DECISION, 1),
    FlawKind.CRLF: (DECISION.replace("\n", "\r\n"), DECISION.count("\n")),
    FlawKind.ODD_SPACE: (DECISION.replace("Văn Đức", "Văn\u00a0Đức").replace("number: ", "number:\u00a0"), 2),
    FlawKind.INVISIBLE: (DECISION.replace("Quang", "Qu\u200bang").replace("mong-cai ", "mong\u00ad-cai "), 2),
}


def test_clean_text_has_no_flaws():
    assert flaws(DECISION) == ()
    assert flaws("") == ()


@pytest.mark.parametrize("kind", UNCLEAN)
def test_each_flaw_is_found_and_counted_and_changes_nothing_in_the_tree(kind):
    text, count = UNCLEAN[kind]
    (flaw,) = flaws(text)
    assert (flaw.kind, flaw.count) == (kind, count)
    assert parse(text).tree == parse(DECISION).tree


def test_decomposed_text_is_one_flaw_and_gives_the_same_tree():
    text = unicodedata.normalize("NFD", DECISION)
    assert [flaw.kind for flaw in flaws(text)] == [FlawKind.NOT_NFC]
    assert parse(text).tree == parse(DECISION).tree


def test_a_flaw_names_the_first_place_in_the_text_as_it_is():
    assert flaws("tên: Đức\nđơn vị: Phòng\u00a0Nội\u00a0vụ\n") == (
        Flaw(FlawKind.ODD_SPACE, Span(Position(2, 14), Position(2, 15)), 2),
    )
    assert flaws("tên: a\u0301\n")[0].span == Span(Position(1, 6), Position(1, 8))


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(st.one_of(st.sampled_from("a \n\r\u00a0\u200b\u0301\u0323ê\ufeff:-"), st.characters()), max_size=20))
def test_cleaning_twice_is_cleaning_once_and_leaves_no_flaw(text):
    text = "".join(filter(is_allowed, text)).replace("\n", "\r\n")
    plain = text.replace("\r", "")
    once = clean(text)
    assert clean(once) == once
    assert flaws(once) == ()
    whole = unicodedata.normalize("NFC", "".join(map(clean, plain)))
    assert once == whole


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(("Đức", "a\u0301", " \u00a0", "\u200b", "\r\n", "x: ", "\ufeff")), max_size=12))
def test_places_lead_back_into_the_text_in_order(parts):
    text = "".join(parts)
    there = cleaned(text)
    origins = [there.origin(offset) for offset in range(len(there.text) + 1)]
    assert origins == sorted(origins)
    for offset, character in enumerate(there.text):
        if character.isascii() and character != " ":
            assert clean(text[origins[offset]])[:1] == character
            assert there.origin_end(offset + 1) >= origins[offset] + 1


def test_spans_point_into_the_text_as_it_is():
    text = unicodedata.normalize("NFD", "tên: Nguyễn Văn Đức\r\nđơn vị: [Phòng\u00a0Nội vụ, \u200bQuân sự]  # x\r\n")
    document = parse(text)
    for route, value in [(("tên",), "Nguyễn Văn Đức"), (("đơn vị", 0), "Phòng Nội vụ")]:
        start, end = document.offsets(route)
        assert clean(text[start:end]) == value
        assert text[end] in "\r,"
    start, end = document.offsets(("đơn vị", 1))
    assert clean(text[start:end]) == "Quân sự"
