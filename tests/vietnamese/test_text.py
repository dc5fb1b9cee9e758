import re
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.vietnamese import text as module
from thidua.vietnamese.look_alike import LOOK_ALIKE, RIGHT_LETTER
from thidua.vietnamese.text import (
    INVISIBLE,
    ODD_SPACES,
    clean_letters,
    fold,
    folds,
    name_key,
    nfc,
    same_tone_style,
    slug,
    tidy,
    without_prefix,
    words_of,
)

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊỨàảãáạềểễếệữựỷỹ"
vietnamese = st.text(LETTERS + " -'/.0123456789", max_size=30)
anything = st.text(max_size=30)


def nfd(text):
    return unicodedata.normalize("NFD", text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Thị Hường", "nguyen thi huong"),
        ("ĐẶNG  ĐÌNH\u00a0ĐỨC ", "dang dinh duc"),
        ("Ðoàn Văn Ðạt", "doan van dat"),
        ("Thành phố Móng Cái", "thanh pho mong cai"),
        ("“Đền ơn – đáp nghĩa”", '"den on - dap nghia"'),
        ("H\u2019Hen Niê", "h'hen nie"),
        ("Y Blŏ Ê\u2011ban", "y blo e-ban"),
        ("Quảng\u200b Ninh\ufeff", "quang ninh"),
        ("\t", ""),
    ],
)
def test_folding_leaves_plain_small_letters(text, key):
    assert fold(text) == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("412/QĐ-UBND", "412-qd-ubnd"),
        ("Bằng khen của Thủ tướng Chính phủ", "bang-khen-cua-thu-tuong-chinh-phu"),
        ("  Khối thi đua số 2 (phường, xã) ", "khoi-thi-dua-so-2-phuong-xa"),
        ("H'Hen Niê", "h-hen-nie"),
        ("Chiến sĩ thi đua cơ sở", "chien-si-thi-dua-co-so"),
        ("—", ""),
    ],
)
def test_slugs_are_small_ascii_with_hyphens(text, expected):
    assert slug(text) == expected


def test_tidying_mends_what_was_pasted():
    assert tidy(" \ufeffÐặng\u00a0 Thị\u200b \r\n Ánh\u00ad ") == "Đặng Thị Ánh"
    assert tidy("đƣợc tặng") == "được tặng"
    assert tidy(nfd("Vườn Ươm")) == "Vườn Ươm"


def test_cleaning_letters_keeps_line_breaks_and_ordinary_spaces():
    text = "\ufefftên:\u00a0 A\u030a\r\n\tÐ  \u2028x\n"
    assert clean_letters(text) == "tên:  \u00c5\r\n\tÐ  \u2028x\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoà", "hòa"),
        ("Hoà", "Hòa"),
        ("HOÀ BÌNH", "HÒA BÌNH"),
        ("khoẻ", "khỏe"),
        ("thuý", "thúy"),
        ("thuỷ lợi", "thủy lợi"),
        ("uỷ ban", "ủy ban"),
        ("thuở", "thuở"),
        ("thủơ", "thuở"),
        ("quý", "quý"),
        ("qúy", "quý"),
        ("quỳnh", "quỳnh"),
        ("quả", "quả"),
        ("giùm", "giùm"),
        ("gìn giữ gì", "gìn giữ gì"),
        ("gìa", "già"),
        ("giếng giết", "giếng giết"),
        ("tòan", "toàn"),
        ("hoàn toàn", "hoàn toàn"),
        ("ngoại khoái xoáy", "ngoại khoái xoáy"),
        ("nghĩa mùa lửa", "nghĩa mùa lửa"),
        ("khuỷu huỳnh huýt", "khuỷu huỳnh huýt"),
        ("chuyến thuyền Nguyễn", "chuyến thuyền Nguyễn"),
        ("Ngưỡng nước rượu người", "Ngưỡng nước rượu người"),
        ("yếu ấy cứu", "yếu ấy cứu"),
        ("xoèn boòng", "xoèn boòng"),
        ("José Krông Ðà", "José Krông Ðà"),
    ],
)
def test_each_syllable_has_one_place_for_its_tone(text, expected):
    assert same_tone_style(text) == expected
    assert same_tone_style(nfd(text)) == expected


RIGHTLY_SPELT = """
Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Quách Thạch Giáp Tuấn Tuyết Khuê Thuận
Quyên Quyền Quyết Nguyệt Luyến Duyên Điềm Xuyến Thủy Thúy Hòa Hóa Khóa Tỏa Lũy Tụy Bảy Giỏi Giàu Quế Quốc Uyển
cống hiến truyền thống chiến sĩ biểu dương kỷ niệm chương huân chương hữu nghị khuyến khích ngoài ngoẻo quẹo
"""


def test_right_spelling_does_not_change():
    assert same_tone_style(RIGHTLY_SPELT) == RIGHTLY_SPELT


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ông Nguyễn Văn An", "Nguyễn Văn An"),
        ("bà Lê Thị Bình", "Lê Thị Bình"),
        ("Đồng chí  Trần Quốc Đạt", "Trần Quốc Đạt"),
        ("đ/c: Trần Quốc Đạt", "Trần Quốc Đạt"),
        ("Đ/c Ths. Phạm Thu Hà", "Phạm Thu Hà"),
        ("PGS.TS. Vũ Minh", "Vũ Minh"),
        ("GS.TSKH Hồ Sĩ", "Hồ Sĩ"),
        ("TS Đỗ Lan", "Đỗ Lan"),
        ("BSCKII. Ngô Đông", "Ngô Đông"),
        ("BS CK1 Ngô Đông", "Ngô Đông"),
        ("Trung tá Lý Sơn", "Lý Sơn"),
        ("Thiếu uý Lý Sơn", "Lý Sơn"),
        ("Thượng sỹ Lý Sơn", "Lý Sơn"),
        ("Bác sĩ Mai Hoa", "Mai Hoa"),
        ("em Nguyễn Thị Na", "Nguyễn Thị Na"),
        ("Bà H'Hen Niê", "H'Hen Niê"),
        ("Ông Văn Tùng", "Ông Văn Tùng"),
        ("Ông Tùng", "Tùng"),
        ("Anh Thư", "Anh Thư"),
        ("Cụ", "Cụ"),
        ("Bá Đạo", "Bá Đạo"),
        ("Tsần Văn A", "Tsần Văn A"),
        ("Cô Tô", "Cô Tô"),
        ("Ông", "Ông"),
        ("", ""),
    ],
)
def test_prefixes_are_dropped_and_names_kept(typed, name):
    assert without_prefix(typed) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Hoà", "NGUYỄN THỊ HÒA"),
        ("đ/c Nguyễn Thị Thuý", "Bà Nguyễn Thị Thúy"),
        ("Ðỗ Quý", "Đỗ Qúy"),
        ("H\u2019Hen  Niê", "H'Hen Niê"),
        ("Ê\u2013ban", "ê-ban"),
    ],
)
def test_one_name_typed_two_ways_has_one_key(one, other):
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ánh", "Anh"), ("Nguyễn Thị Hòa", "Nguyễn Thị Hoa"), ("Lý Thủy", "Lý Thùy"), ("Đức", "Dức")],
)
def test_accents_tell_names_apart(one, other):
    assert name_key(one) != name_key(other)


def test_scanning_finds_what_nobody_sees():
    text = "a\u00adb\u200bc\ufeff d\u00a0e\u202ff\tg\n"
    assert [found.start() for found in re.finditer(INVISIBLE, text)] == [1, 3, 5]
    assert [found.start() for found in re.finditer(ODD_SPACES, text)] == [8, 10]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Ðảng và ðoàn", "Đảng và đoàn"),
        ("đƣợc, NƢỚC", "được, NƯỚC"),
        ("\u0421ẩm Phả", "Cẩm Phả"),
        ("Hải H\u043e\u0430", "Hải Hoa"),
        ("\u0412\u0410N", "BAN"),
        ("N\u0391\u041cE", "NAME"),
        ("th\u01cem", "thăm"),
        ("\u041c\u043e\u0441\u043a\u0432\u0430 và \u0391\u03b8\u03ae\u03bd\u03b1", None),
        ("Đơn ưu tiên, nữ, ơn", None),
    ],
)
def test_look_alike_letters_are_found_in_latin_words(text, mended):
    assert LOOK_ALIKE.sub(lambda found: RIGHT_LETTER[found[0]], text) == (mended or text)


def test_a_long_run_of_foreign_letters_is_scanned_at_once():
    assert LOOK_ALIKE.search("\u0410" * 200_000) is None


def test_no_ordinary_vietnamese_letter_is_suspicious():
    rows = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵbcdđghklmnpqrstvxfjwz"
    text = rows + rows.upper() + " \t\r\n–…“”’№%°²"
    assert not [pattern for pattern in (INVISIBLE, ODD_SPACES, LOOK_ALIKE) if re.search(pattern, text)]
    assert clean_letters(text) == text


@pytest.mark.long
def test_folding_any_character_twice_changes_nothing_more():
    unstable = [
        f"U+{code:04X}"
        for code in range(sys.maxunicode + 1)
        if not 0xD800 <= code <= 0xDFFF and fold(once := fold(chr(code))) != once
    ]
    assert unstable == []


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.one_of(vietnamese, anything))
def test_making_one_form_twice_changes_nothing_more(text):
    for form in (nfc, fold, slug, tidy, clean_letters, same_tone_style, without_prefix, name_key):
        once = form(text)
        assert form(once) == once, form.__name__


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.one_of(vietnamese, anything))
def test_composed_and_decomposed_text_have_equal_keys(text):
    for key in (fold, slug, tidy, same_tone_style, name_key):
        assert key(nfc(text)) == key(nfd(text)), key.__name__


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.one_of(vietnamese, anything))
def test_a_slug_is_empty_or_made_of_words_and_single_hyphens(text):
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug(text))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(vietnamese)
def test_folding_vietnamese_leaves_ascii(text):
    assert fold(text).isascii()
    assert slug(text) or not any(letter.isalnum() for letter in text)


SPACED = st.text("aÁđÐ \t\n\u00a0\u200b\u0301\u0300\u1ea1ôngÔNG.-–’ſß\u0345\u2028", max_size=12)


@given(st.one_of(vietnamese, anything, SPACED, vietnamese.map(nfd)))
def test_a_text_is_keyed_word_by_word_as_it_is_whole(text):
    assert name_key(text) == module._key_all(text)
    if not text.isascii():
        assert fold(text) == module._fold_all(text)


many = st.lists(
    st.one_of(vietnamese, anything, SPACED, vietnamese.map(nfd), st.sampled_from(["", "\0", "a \0", "a  b"]))
)


@settings(max_examples=300)
@given(many)
def test_many_texts_are_folded_together_as_each_by_itself(texts):
    assert folds(texts, words_of(texts)) == list(map(fold, texts))


def test_keys_of_words_are_forgotten_before_they_fill_the_memory():
    keys = module.KeysOfWords(str.casefold)
    for number in range(3):
        texts = [f"{number} {one} Vi Du" for one in range(module.MANY)]
        assert module.keys_by_word(texts, words_of(texts), keys, str.casefold) == list(map(str.casefold, texts))
        assert len(keys) <= module.MANY * 2 + 3
