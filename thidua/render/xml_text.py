"""Text that any paper can hold: in one Unicode form, without control characters and signs of private use."""

from __future__ import annotations

import re
import unicodedata

_NO_TEXT = re.compile("[^\t\n\r\x20-\ud7ff\uf900-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return `text` in NFC, without what neither XML nor a page can hold."""
    return unicodedata.normalize("NFC", _NO_TEXT.sub("", text))
