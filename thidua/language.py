"""The languages that the program speaks, and the signs it prints.

`--help` and `--version` need no more, so that little else is loaded here.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Language(StrEnum):
    """A language that the program speaks; Vietnamese is the first."""

    VI = "vi"
    EN = "en"


CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Signs that command a terminal, and halves of letters; new lines and tabs are no such signs."""

HALF = re.compile(r"[\ud800-\udfff]")
"""Halves of letters, as they stand for bytes that are not UTF-8."""


def printable(text: str) -> str:
    """Return a text that fills one line and commands no terminal: other signs are spelt out, as `x1b`."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _spelt(letter) for letter in text)


def _spelt(letter: str) -> str:
    if "\udc80" <= letter <= "\udcff":  # a byte of a file name that is not UTF-8
        return f"\\x{ord(letter) - 0xDC00:02x}"
    return letter.encode("unicode_escape").decode("ascii")
