"""A CSV file → one sheet: which encoding and which separator it has is found out carefully, and told."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from typing import Final

from thidua.sheets.grid import CannotRead, Row, Sheet, Workbook, is_blank
from thidua.vietnamese.text import is_syllable, nfc

DELIMITERS: Final = ("\t", ";", ",")
LOOKED_AT: Final = 50
"""Rows by which the separator is chosen."""
LEAST_VIETNAMESE: Final = 0.8
"""The share of words with marks that must be Vietnamese syllables, or the encoding was not windows-1258."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORD: Final = re.compile(r"[^\W\d_]+")


def read_csv(data: bytes, name: str, encoding: str = "") -> Workbook:
    """Return the rows of a CSV file.

    Args:
        encoding: where it was said; otherwise it is found out.

    Raises:
        CannotRead: nobody can tell the encoding, or a cell is longer than any is.
    """
    text, encoding = decoded(data, encoding)
    given = re.match(r"sep=(.)\r?\n", text)
    body = text[given.end() :] if given else text
    delimiter = given[1] if given else _delimiter(body)
    try:
        lines = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
        rows = [
            Row(number, tuple(cells))
            for number, cells in enumerate(lines, 2 if given else 1)
            if any(not is_blank(cell) for cell in cells)
        ]
    except csv.Error as error:
        raise CannotRead("csv", str(error)) from error
    return Workbook((Sheet(name, tuple(rows)),), encoding, delimiter)


def decoded(data: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text and the name of its encoding.

    Raises:
        CannotRead: it is not the one that was said, or none can be told.
    """
    if encoding:
        try:
            return nfc(data.decode(encoding)), encoding
        except (LookupError, UnicodeDecodeError) as error:
            raise CannotRead("encoding", encoding) from error
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _or_refused(data, name), name
    if b"\0" in data[:4096]:
        name = "utf-16-le" if data[1::2][:2048].count(0) > data[::2][:2048].count(0) else "utf-16-be"
        return _or_refused(data, name), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _windows(data), "windows-1258"


def _or_refused(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise CannotRead("encoding", name) from error


def _windows(data: bytes) -> str:
    """Return the text of windows-1258 where that makes Vietnamese words: fonts of old make others of the same bytes."""
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError as error:
        raise CannotRead("encoding") from error
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    good = sum(map(is_syllable, words))
    if not words or good < LEAST_VIETNAMESE * len(words):
        raise CannotRead("encoding")
    return text


def _delimiter(text: str) -> str:
    """Return the separator that makes most rows equally wide."""
    best, chosen = 0, ","
    for one in DELIMITERS:
        widths: Counter[int] = Counter()
        try:
            for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=one)):
                if number >= LOOKED_AT:
                    break
                widths[len(cells)] += len(cells) > 1
        except csv.Error:
            continue
        score = max((rows * (width - 1) for width, rows in widths.items()), default=0)
        if score > best:
            best, chosen = score, one
    return chosen
