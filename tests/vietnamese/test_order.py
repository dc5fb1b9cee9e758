import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.vietnamese.order import given_name_key, sort_key

texts = st.text("aAăâbdđĐeêoôơuưàảãáạấđ čя0129 -.", max_size=12) | st.text(max_size=12)


@pytest.mark.parametrize(
    "ordered",
    [
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        ["ma", "mà", "mả", "mã", "má", "mạ", "mă", "mắ", "mâ"],
        ["An", "Ân", "Ấn", "Ba", "Dũng", "Đại", "Đức", "Em", "Ý", "Yên"],
        ["ba", "ba ba", "ba má", "bà", "bà ba", "bá"],
        ["hoa", "hòa", "hỏa", "họa", "hoan", "hoàn"],
        ["Khối 2", "Khối 2a", "Khối 02b", "Khối 10", "Khối thi đua"],
        ["9", "10", "99999999999999999999", "100000000000000000000", "a"],
        ["bình", "Bình", "Bình An"],
        ["Tân Bình", "Tân-Bình", "Tân Phú"],
        ["Hải Hà", "Hải Hoà", "Hải Yên", "Ka Long", "Móng Cái", "Ninh Dương", "Trà Cổ", "Vạn Ninh"],
        ["Blao", "Blŏ", "Bz", "яблоко"],
        ["", "-", "1", "a"],
    ],
)
def test_words_stand_as_in_a_dictionary(ordered):
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=sort_key) == ordered


def test_the_tone_of_a_syllable_comes_before_the_letters_of_the_next():
    assert sorted(["mà ba", "ma xa"], key=sort_key) == ["ma xa", "mà ba"]


@pytest.mark.parametrize(
    "ordered",
    [
        ["Nguyễn Văn An", "Trần An", "Lê Thị Ánh", "Đỗ Ân", "Vũ Bình", "Hà Dũng", "Phạm Đạt"],
        ["Lê Văn Hà", "Nguyễn Thị Hà", "Nguyễn Văn Hà", "Võ Hà"],
        ["Ông Bùi An", "Đồng chí Cao An", "An Bình", "Bà Đỗ Bình"],
        ["Nguyễn Văn An (1980)", "Trần An (Chủ tịch)", "Lê Bình"],
        ["An", "Lê An", "Ánh"],
    ],
)
def test_people_stand_by_given_name_then_from_the_left(ordered):
    shuffled = random.Random(1).sample(ordered, len(ordered))
    assert sorted(shuffled, key=given_name_key) == ordered


def test_a_name_that_is_only_a_remark_still_has_a_key():
    assert given_name_key("(vắng)") > given_name_key("")


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(texts, max_size=8))
def test_order_does_not_depend_on_the_order_of_input(some):
    once = sorted(some, key=sort_key)
    again = sorted(some[1:] + some[:1], key=sort_key)
    assert [sort_key(text) for text in again] == [sort_key(text) for text in once]
    assert sorted(once, key=sort_key) == once


@settings(derandomize=True, deadline=None, max_examples=100)
@given(texts, texts)
def test_two_texts_have_one_key_only_if_they_are_the_same(one, other):
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same


@settings(derandomize=True, deadline=None, max_examples=100)
@given(texts)
def test_composed_and_decomposed_text_sort_alike(text):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert sort_key(composed) == sort_key(decomposed)
    assert given_name_key(composed) == given_name_key(decomposed)
