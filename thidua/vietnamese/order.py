"""Order: words as Vietnamese dictionaries have them, people by given name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from thidua.vietnamese.text import VOWELS, fold, nfc, without_prefix

Token = tuple[int, str, str]
"""A number (0, how many digits, digits) or a syllable (1, letters, tones)."""

SortKey = tuple[tuple[Token, ...], str]
NameKey = tuple[tuple[Token, ...], tuple[Token, ...], str]

_ALPHABET: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Ranks start at "0", so that letters of other alphabets, which stay as they are, come after z.
_RANKS: Final = {letter: chr(ord("0") + rank) for rank, letter in enumerate(_ALPHABET)}
_LETTERS: Final = {toned: _RANKS[row[0]] for row in VOWELS for toned in row} | _RANKS
_TONES: Final = {toned: str(tone) for row in VOWELS for tone, toned in enumerate(row) if tone}
_TOKEN: Final = re.compile(r"[0-9]+|(?:[^\W0-9_][\u0300-\u036f]*)+")
_REMARK: Final = re.compile(r"\s*\([^()]*\)$")


def sort_key(text: str) -> SortKey:
    """Return the key that puts texts in the order of Vietnamese dictionaries.

    Syllable by syllable: letters (a ă â b c d đ e ê …), then the tone (ngang, huyền, hỏi, ngã,
    sắc, nặng). Digits compare as numbers and come before letters. Small before capital letters,
    and punctuation, decide only between texts that are otherwise the same. Two texts have one
    key only if they are the same in NFC.
    """
    text = nfc(text)
    return _tokens(text), _tie(text)


def given_name_key(name: str) -> NameKey:
    """Return the key that orders people: given name (last syllable), then the rest from the left.

    Forms of address, degrees and ranks do not count, nor a remark in brackets at the end.
    """
    given, rest = _parts(without_prefix(name))
    return _tokens(given), _tokens(rest), _tie(nfc(name))


def _parts(name: str) -> tuple[str, str]:
    words = (_REMARK.sub("", name) or name).split()
    return (words[-1], " ".join(words[:-1])) if words else ("", "")


def _tokens(text: str) -> tuple[Token, ...]:
    return tuple([_token(word) for word in _TOKEN.findall(text.lower())])


@lru_cache(maxsize=16384)
def _token(word: str) -> Token:
    if word[0] in "0123456789":
        digits = word.lstrip("0")
        return 0, f"{len(digits):09}", digits
    letters = "".join([_LETTERS.get(letter) or _foreign(letter) for letter in word])
    return 1, letters, "".join([_TONES[letter] for letter in word if letter in _TONES])


def _foreign(letter: str) -> str:
    """Return the rank of the letter below the marks of a foreign one (č as c), or the letter itself."""
    return "".join(_RANKS.get(bare, bare) for bare in fold(letter))


def _tie(text: str) -> str:
    return text.swapcase() + "\0" + text
