"""Letters: one form for each text, and the keys by which texts are searched and compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# Patterns are compiled by `re` when first used: most commands meet no names to compare.

VOWELS: Final = (
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
)  # fmt: skip
"""Each vowel with its tones in the order of dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng."""

INVISIBLE: Final = "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
"""What nobody sees: soft hyphen, zero widths, marks of direction, byte order mark."""

ODD_SPACES: Final = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""Spaces that no keyboard writes. Separators of lines are not among them."""

NEVER_VIETNAMESE: Final = {"Đ": "\u00d0\u0189", "đ": "\u00f0\u0256", "Ư": "\u01a2", "ư": "\u01a3"}
"""Letters of other languages that stand where one of ours is meant, whatever is around them."""

_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_QUOTES: Final = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
}
_PLAIN: Final = str.maketrans(
    dict.fromkeys(_DASHES, "-") | {mark: plain for plain, marks in _QUOTES.items() for mark in marks}
)
_MEANT: Final = str.maketrans({wrong: right for right, wrongs in NEVER_VIETNAMESE.items() for wrong in wrongs})
_FOLDED: Final = (
    _PLAIN
    | str.maketrans({letter: base for base, row in zip("aaaeeiooouuy", VOWELS, strict=True) for letter in row})
    | str.maketrans(dict.fromkeys("đ\u00f0\u0256", "d") | {"\u01a3": "u"})
)

_BARE: Final = {
    toned: (cased[0], tone)
    for row in VOWELS
    for cased in (row, row.upper())
    for tone, toned in enumerate(cased)
    if tone
}
_TONED: Final = {bare: toned for toned, bare in _BARE.items()}
_WORD: Final = re.compile(r"[^\W\d_]+")
_VOWEL: Final = "[" + "".join(row[0] for row in VOWELS) + "]"
_SYLLABLE: Final = (
    rf"(?:qu(?={_VOWEL})|gi(?={_VOWEL})|[bcdđghklmnpqrstvx]*)(?P<nucleus>{_VOWEL}+)(?P<coda>[cghkmnprt]*)"
)

_COURTESY: Final = "ông|bà|đồng chí|liệt s[ĩỹ]"
_FAMILIAR: Final = "anh|chị|cô|chú|bác|thầy|cụ|em|cháu|mẹ"
_RANKS: Final = "(?:thiếu|trung|thượng|đại) (?:úy|uý|tá|tướng)|(?:hạ|trung|thượng) s[ĩỹ]"
_DEGREES: Final = "phó giáo sư|giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ]|bác s[ĩỹ]|kỹ sư|cử nhân|luật sư|dược s[ĩỹ]|nhà giáo ưu tú"
_SHORT: Final = r"đ/c|đc|pgs|gs|tskh|ts|th\.?s|bs(?:\.?\s*ck\s?(?:ii|i|2|1))?|ds|ks|cn|ls|nsnd|nsưt|ngnd|ngưt"
_PREFIX: Final = (
    rf"(?i:(?:{_COURTESY}|{_RANKS}|{_DEGREES}|{_SHORT})(?:\s*[.,:/-]\s*|\s+)(?=\w)"
    rf"|(?:{_FAMILIAR})[:.]?\s+(?=\w\S*\s+\w))+"
)
_FIRST: Final = (
    r"(?i)(?:ông|bà|đồng|liệt|anh|chị|cô|chú|bác|thầy|cụ|em|cháu|mẹ|thiếu|trung|thượng|đại|hạ|phó|giáo|tiến|thạc|kỹ|cử"
    r"|luật|dược|nhà|đ|đc|pgs|gs|tskh|ts|th|ths|bs(?:ck(?:ii|i|2|1))?|ds|ks|cn|ls|nsnd|nsưt|ngnd|ngưt)(?!\w)"
)
"""The first word of every prefix: most names are spared the long pattern."""
_FAMILY_ONG: Final = r"(?i:ông (?:văn|thị) \S+)"


def nfc(text: str) -> str:
    """Return `text` composed, the form of all records (Unicode TCVN 6909:2001)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def clean_letters(text: str) -> str:
    """Return `text` in NFC, without invisible characters, each odd space a plain one.

    Every other character and every line break stays. Look-alike letters stay too: a person decides on them.
    """
    if text.isascii():
        return text
    if not text.isprintable() or "\u034f" in text:  # U+034F is the one invisible that counts as printable
        text = re.sub(ODD_SPACES, " ", re.sub(INVISIBLE, "", text))
    return nfc(text)


def tidy(text: str) -> str:
    """Return what a clerk typed or pasted as one clean line: `clean_letters`, the right Đ, single spaces."""
    return " ".join(clean_letters(text).translate(_MEANT).split())


def fold(text: str) -> str:
    """Return the key for search without accents: small letters, no marks, đ as d, plain dashes and quotes."""
    if text.isascii():
        return " ".join(text.lower().split())
    words = list(map(_plain_fold, text.split(" ")))
    return " ".join(words) if all(words) else _fold_all(text)


def words_of(texts: Sequence[str]) -> list[str]:
    """Return the words of all texts, each text behind a line break; none where a text has one itself."""
    joined = " ".join([f"\n{text}" for text in texts])
    return joined.split(" ") if texts and joined.count("\n") == len(texts) else []


def folds(texts: Sequence[str], words: list[str]) -> list[str]:
    """Return `fold` of each text; `words` are `words_of` them."""
    return keys_by_word(texts, words, _FOLDS, fold)


def keys_by_word(texts: Sequence[str], words: list[str], keys: KeysOfWords, whole: Callable[[str], str]) -> list[str]:
    """Return `whole` of each text, put together from the keys of its words wherever these are known to make it.

    To look up the words of many texts at once costs a third of what it costs text by text.
    """
    keys.make_room()
    found = " ".join(map(keys.__getitem__, words))
    each = found[1:].split(" \n") if words else [_UNSURE] * len(texts)
    if words and _UNSURE not in found:
        return each
    return [whole(text) if _UNSURE in key else key for text, key in zip(texts, each, strict=True)]


class KeysOfWords(dict[str, str]):
    """The keys of words, made when they are first asked for.

    A word that is the first of its text has a line break before it, and so has its key.

    Args:
        key: returns the key of a word that can be looked at without those beside it, of others the empty text.
        may_be_first: whether that holds of a word where it is the first.
    """

    def __init__(self, key: Callable[[str], str], may_be_first: Callable[[str], bool] | None = None) -> None:
        super().__init__()
        self._key, self._may_be_first = key, may_be_first

    def __missing__(self, word: str) -> str:
        first, bare = word[:1] == "\n", word.lstrip("\n")
        key = self._key(bare)
        if not key or "\n" in key or (first and self._may_be_first is not None and not self._may_be_first(bare)):
            key = _UNSURE
        self[word] = key = f"\n{key}" if first else key
        return key

    def make_room(self) -> None:
        """Forget all words where they are very many."""
        if len(self) > MANY:
            self.clear()


_UNSURE: Final = "\0"
MANY: Final = 32768
"""From how many words on they are hardly words."""


def _fold_all(text: str) -> str:
    return " ".join(" ".join(map(_folded_word, clean_letters(text).split())).split())


@lru_cache(maxsize=16384)
def _plain_fold(word: str) -> str:
    """Return the key of a word that can be looked at without the words beside it; of others the empty text.

    Names are made of few words, nearly all of them plain.
    """
    folded = _folded_word(word) if word.split() == [word] and clean_letters(word) == word else ""
    return folded if folded.split() == [folded] else ""


def _folded_word(word: str) -> str:
    folded = word.casefold().translate(_FOLDED)
    return folded if folded.isascii() else _without_marks(folded)


_FOLDS: Final = KeysOfWords(_plain_fold)


def _without_marks(text: str) -> str:
    letters = (letter for letter in unicodedata.normalize("NFD", text) if unicodedata.category(letter) != "Mn")
    return nfc("".join(letters).translate(_FOLDED))


def slug(text: str) -> str:
    """Return small ASCII letters and digits joined by hyphens: `412/QĐ-UBND` gives `412-qd-ubnd`.

    A text without Latin letters and digits gives an empty slug.
    """
    return re.sub("[^a-z0-9]+", "-", fold(text)).strip("-")


def is_syllable(word: str) -> bool:
    """Tell whether a word is a Vietnamese syllable with at most one tone, wherever the tone stands."""
    letters = nfc(word)
    bare = "".join(_BARE[letter][0] if letter in _BARE else letter for letter in letters).lower()
    return sum(letter in _BARE for letter in letters) <= 1 and re.fullmatch(_SYLLABLE, bare) is not None


def same_tone_style(text: str) -> str:
    """Return `text` in NFC, the tone of each syllable in its older place: `hoà` as `hòa`, `thuý` as `thúy`.

    Slips such as `qúy` and `tòan` come out as `quý` and `toàn`. Words that are not Vietnamese
    syllables stay. For comparing only: a record keeps the spelling of its source.
    """
    return text if text.isascii() else _WORD.sub(lambda word: _restyled(word[0]), nfc(text))


@lru_cache(maxsize=8192)
def _restyled(word: str) -> str:
    tones = [_BARE[letter][1] for letter in word if letter in _BARE]
    letters = [_BARE[letter][0] if letter in _BARE else letter for letter in word]
    syllable = re.fullmatch(_SYLLABLE, "".join(letters).lower())
    if len(tones) != 1 or syllable is None:
        return word
    place = syllable.start("nucleus") + _tone_place(syllable["nucleus"], closed=bool(syllable["coda"]))
    letters[place] = _TONED[letters[place], tones[0]]
    return "".join(letters)


def _tone_place(nucleus: str, *, closed: bool) -> int:
    """Return which vowel of a nucleus bears the tone: a letter with a mark first (of ươ the second)."""
    for marked in "êơâăôư":
        if marked in nucleus:
            return nucleus.index(marked)
    return 1 if len(nucleus) > 2 or (closed and len(nucleus) == 2) else 0


@lru_cache(maxsize=16384)
def without_prefix(name: str) -> str:
    """Return a person's name, tidied, without forms of address, degrees and ranks before it.

    `Ông` stays where it must be the family name (`Ông Văn Tùng`); `anh`, `chị`, `em` and the
    like go only before a name of two syllables or more.
    """
    name = tidy(name)
    if not _may_be_prefix(name.partition(" ")[0]) or re.fullmatch(_FAMILY_ONG, name):
        return name
    prefix = re.match(_PREFIX, name)
    return name[prefix.end() :] if prefix else name


@lru_cache(maxsize=8192)
def _may_be_prefix(word: str) -> bool:
    return re.match(_FIRST, word) is not None


def name_key(name: str) -> str:
    """Return the key by which a person's name typed two ways compares equal.

    Case, composition, place of tones, spaces, dashes, quotes and prefixes do not matter; accents
    do: `Ánh` and `Anh` are two names.
    """
    words = name.split(" ")
    keys = list(map(_plain_key, words))
    if all(keys) and not _may_be_prefix(words[0]):
        return " ".join(keys)
    return _key_all(name)


@lru_cache(maxsize=4096)
def number_key(number: str) -> str:
    """Return the key by which a paper's number typed two ways compares equal, whatever accents, case and spaces."""
    return fold(number).replace(" ", "")


def _key_all(name: str) -> str:
    return " ".join(map(_word_key, without_prefix(name).split(" ")))


@lru_cache(maxsize=16384)
def _plain_key(word: str) -> str:
    """Return the key of a word that `tidy` leaves as it is, of others the empty text."""
    return _word_key(word) if tidy(word) == word else ""


def _word_key(word: str) -> str:
    return nfc(same_tone_style(word).casefold().translate(_PLAIN))


NAME_KEYS: Final = KeysOfWords(_plain_key, lambda word: not _may_be_prefix(word))
"""The keys of words that `name_key` puts together."""
