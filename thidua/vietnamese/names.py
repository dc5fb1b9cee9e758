"""What a person's name looks like when it is typed in haste."""

from __future__ import annotations

import re
from typing import Final

_START: Final = re.compile(r"(?<![^\W\d_])[^\W\d_]")
_TWO: Final = re.compile(r"[^\W\d_]+\s+(?:và|VÀ)\s+[^\W\d_]+|[^\W\d_]\s*[,;/&+]\s*[^\W\d_]")


def is_all_small(name: str) -> bool:
    """Tell whether no letter of a name is a capital one: `nguyễn văn a`."""
    return name.islower()


def is_all_capital(name: str) -> bool:
    """Tell whether a name is in capitals: `NGUYỄN VĂN A`. Single letters say nothing: `A B` is no such name."""
    return name.isupper() and any(len(word) > 1 for word in name.split())


def with_capitals(name: str) -> str:
    """Return a name with the first letter of each syllable a capital one: `Nguyễn Văn A` for `NGUYỄN VĂN A`."""
    return _START.sub(lambda found: found[0].upper(), name.lower())


def is_several(name: str) -> bool:
    """Tell whether two people stand in one name: `Nguyễn Văn A và Trần Thị B`, `A, B`. `Và` may be part of a name."""
    return _TWO.search(name) is not None
