"""Colour at a terminal; the text stays the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


def print_coloured(text: str, styles: Mapping[str, str]) -> None:
    """Print `text` with the named group of each pattern in its style. rich also handles old Windows consoles."""
    coloured = Text(text, no_wrap=True, end="")
    for pattern, style in styles.items():
        for found in re.finditer(pattern, text):
            coloured.stylize(style, *found.span(found.lastgroup or 0))
    Console(soft_wrap=True, highlight=False).print(coloured, end="")
