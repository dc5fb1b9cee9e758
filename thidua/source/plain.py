"""Reads the plainest texts, flat lines of `key: word`, without loading the YAML parser.

Settings are such a text, and every command needs them: this saves the start of the parser, a sixth of a warm
check. What is not so plain is left to `document.parse`; where both answer, they answer the same.
"""

from __future__ import annotations

import re

_LETTERS = "A-Za-z0-9À-ÖØ-öø-ſƠơƯưẠ-ỹ"
_LINE = re.compile(r"([a-z][a-z_]*): ([LETTER]+(?:[ /-][LETTER]+)*)\n".replace("LETTER", _LETTERS))
_COMMENT = re.compile(r"#[ LETTER]*\n|\n".replace("LETTER", _LETTERS))


def read_plain(text: str) -> dict[str, str] | None:
    """Return the fields of a flat record, or `None` where the text is not plain enough."""
    fields: dict[str, str] = {}
    place = 0
    while place < len(text):
        if found := _LINE.match(text, place):
            if found[1] in fields:
                return None
            fields[found[1]] = found[2]
        elif not (found := _COMMENT.match(text, place)):
            return None
        place = found.end()
    return fields or None
