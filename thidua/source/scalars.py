"""One scalar → YAML: plain, in quotes, or as the lines of a literal block."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from thidua.source.characters import clean, is_allowed

_MAX_KEY = 1000
"""A parser looks no further than 1024 characters for the colon of a key."""

_PLAIN = re.compile(
    r"""(?x)
    (?! (?: null | true | false | yes | no | on | off | y | n ) \Z )      # words of YAML 1.1 and 1.2
    (?! [-+]? [0-9][0-9_]* (?: [eE.] | : ) [-+0-9eE_:.]* \Z )             # numbers, times of day: see _NUMBER
    (?! [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?: \Z | (?:t|\ +)[0-9] ) )         # moments: see _NUMBER
    (?! [0-9_]+ \Z ) (?! 0[xob] ) (?! [0-9.]+ [eE] )
    [^\W_] (?: [\w./%()+°*'"@;!$^~…–—“”‘’•-] | \ (?![#\ ]) | , (?!\Z) | & | :(?=[\w/]) )* (?<![\ ])
    """,
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_FLOW_SIGNS = re.compile(r"[,\[\]{}?]|:$|:(?=[,\[\]{}])")


@lru_cache(maxsize=1024)
def key(name: str) -> str:
    """Return a key as it is written.

    Raises:
        ValueError: it is empty, too long, or not clean text.
    """
    written = scalar(name, in_flow=True)
    if not name or len(written) > _MAX_KEY:
        raise ValueError(f"not a key: {name[:40]!r}")
    return written


@lru_cache(maxsize=16384)
def scalar(value: str, *, in_flow: bool = False) -> str:
    """Return a value on one line: plain where that is safe, else in quotes.

    Raises:
        ValueError: it is not clean text (see `characters.clean`).
    """
    if not is_allowed(value) or clean(value) != value:
        raise ValueError(f"not clean text: {value[:40]!r}")
    if is_plain(value, in_flow=in_flow):
        return value
    return double_quoted(value) if "\n" in value or "'" in value else single_quoted(value)


def is_plain(value: str, *, in_flow: bool = False) -> bool:
    """Tell whether a value needs no quotes."""
    if _NUMBER.fullmatch(value):
        return True
    return _PLAIN.fullmatch(value) is not None and not (in_flow and _FLOW_SIGNS.search(value))


def single_quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def double_quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def block_or_line(value: str) -> list[str]:
    """Return the lines of a value after its label: one, or the header and text of a literal block."""
    if not _fits_literal(value):
        return [scalar(value)]
    scalar(value)
    text = value.rstrip("\n")
    ends = len(value) - len(text)
    indicator = "2" if text.lstrip("\n").startswith(" ") else ""
    chomping = ("-", "")[ends] if ends < 2 else "+"
    lines = [f"  {line}" if line else "" for line in text.split("\n")]
    return [f"|{indicator}{chomping}", *lines, *[""] * (ends - 1)]


def _fits_literal(value: str) -> bool:
    """Tell whether a literal block holds a text: of several lines, none of them of nothing but spaces."""
    lines = value.split("\n")
    return len(lines) > 1 and any(lines) and not any(line.isspace() for line in lines)
