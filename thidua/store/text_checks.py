"""What the bare text of a record shows: letters that only look right, numbers that belong to a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.diagnostics import Finding, Place, Position, Span
from thidua.vietnamese.look_alike import LOOK_ALIKE, RIGHT_LETTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.source.document import Document

_PERSONAL = re.compile(
    r"(?<![\w./%=&?-])(?:"
    r"(?P<citizen>0\d{11})"  # citizen number: 12 digits, the first a 0
    r"|(?P<phone>(?:\+84|0)(?:[ .]?\d){9})"
    r"|(?P<old>\d{9})"  # identity card before 2016
    r")(?![\w/%-])"
)
_DIGITS = re.compile(r"[0-9](?:[ .]?[0-9]){8}")
"""Nine digits in a row, as every such number has: found ten times faster than the numbers themselves."""
_EMAIL = re.compile(r"(?P<email>[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64})")
_BIRTH = re.compile(r"(?i:sinh ngày|ngày sinh|sinh năm|năm sinh)\b[^\n]{0,3}\d")
_BORN = re.compile("[sS\u017f][iI\u0131\u0130][nN][hH]")
"""The word that all births have, in letters that `re` takes for one: found twelve times faster than in four ways at every letter."""
_BEFORE = (len("ngày "), len("năm "), 0)
"""How many letters before that word a birth begins."""

_AMOUNT_KEY = re.compile(r"(?:^|[\s{,-])(?:value|total|plan|actual|lower|upper|points|stated_percent)\s*:\s*[\"']?$")
_MONEY = re.compile(r"\s*(?:đồng|đ\b|VNĐ|VND)")


def check_text(path: str, document: Document) -> Iterator[Finding]:
    """Return what the text of a record must not hold. Addresses of web pages are left alone."""
    text = document.text
    if not text.isascii():
        first = LOOK_ALIKE.search(text)
        if first is not None:
            yield _at(path, text, first, "TD011", {"letter": first[0], "right": RIGHT_LETTER[first[0]]})
    for found in _personal(text):
        if not _in_address(text, found.start()) and not _is_amount(text, found):
            yield _at(path, text, found, "TD012", {"variant": found.lastgroup or "birth"})


def is_innocent(text: str) -> bool:
    """Tell whether `check_text` surely finds nothing in a text."""
    return (text.isascii() or LOOK_ALIKE.search(text) is None) and next(_personal(text), None) is None


def _personal(text: str) -> Iterator[re.Match[str]]:
    """Numbers, mail addresses and births; each kind is looked for only where its cheap sign is in the text."""
    if _DIGITS.search(text):
        yield from _PERSONAL.finditer(text)
    if "@" in text:
        yield from _EMAIL.finditer(text)
    yield from _births(text)


def _births(text: str) -> Iterator[re.Match[str]]:
    end = 0
    for word in _BORN.finditer(text):
        for before in _BEFORE:
            start = word.start() - before
            found = _BIRTH.match(text, start) if start >= end else None
            if found is not None:
                yield found
                end = found.end()
                break


def _in_address(text: str, index: int) -> bool:
    line = text[text.rfind("\n", 0, index) + 1 : index]
    return "://" in line


def _is_amount(text: str, found: re.Match[str]) -> bool:
    """Whether nine digits are a sum of money or the value of a figure, not an identity card."""
    if found.lastgroup != "old":
        return False
    start = text.rfind("\n", 0, found.start()) + 1
    return bool(_AMOUNT_KEY.search(text[start : found.start()]) or _MONEY.match(text, found.end()))


def _at(path: str, text: str, found: re.Match[str], code: str, values: dict[str, str | int]) -> Finding:
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    span = Span(Position(line, column), Position(line, column + len(found[0])))
    return Finding(code, Place(path, span=span), values)
