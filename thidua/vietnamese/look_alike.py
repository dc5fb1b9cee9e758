"""Letters that look like those of Vietnamese and are others."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from thidua.vietnamese.text import NEVER_VIETNAMESE

_LIKE_LATIN: Final = {
    "A": "\u0391\u0410", "B": "\u0392\u0412", "C": "\u0421", "E": "\u0395\u0415", "H": "\u0397\u041d",
    "I": "\u0399\u0406", "J": "\u0408", "K": "\u039a\u041a", "M": "\u039c\u041c", "N": "\u039d",
    "O": "\u039f\u041e", "P": "\u03a1\u0420", "S": "\u0405", "T": "\u03a4\u0422", "X": "\u03a7\u0425",
    "Y": "\u03a5\u0423", "Z": "\u0396", "a": "\u03b1\u0430", "c": "\u0441", "d": "\u0501", "e": "\u0435",
    "h": "\u04bb", "i": "\u0456", "j": "\u0458", "o": "\u03bf\u043e", "p": "\u0440", "s": "\u0455",
    "u": "\u03c5", "v": "\u03bd", "x": "\u0445", "y": "\u0443", "Ă": "\u01cd", "ă": "\u01ce",
}  # fmt: skip

RIGHT_LETTER: Final = MappingProxyType(
    {wrong: right for row in (NEVER_VIETNAMESE, _LIKE_LATIN) for right, wrongs in row.items() for wrong in wrongs}
)
"""Which letter was meant by one that `LOOK_ALIKE` finds."""

_LATIN: Final = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff\u0300-\u036f"
_NEVER: Final = "".join(NEVER_VIETNAMESE.values())
_FOREIGN: Final = "".join(_LIKE_LATIN.values())
# Bounded both ways: no long run of foreign letters is walked again for each of its letters.
LOOK_ALIKE: Final = re.compile(
    rf"[{_NEVER}{_FOREIGN}](?:(?<=[{_NEVER}])|(?=[{_FOREIGN}]{{0,2}}[{_LATIN}])"
    rf"|(?<=[{_LATIN}].)|(?<=[{_LATIN}][{_FOREIGN}].))"
)
"""A letter that looks right and is another: Icelandic Ð and broken ƣ anywhere; Greek, Cyrillic and pinyin
letters near Latin ones in a word. A word wholly in another script is left alone."""
