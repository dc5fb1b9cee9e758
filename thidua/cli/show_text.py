"""Answers on standard output, in colour only at a terminal that wants it."""

from __future__ import annotations

import os
import sys

from thidua.diagnostics import CONTROL, printable

HIGHLIGHTS = {
    r"(?m)^(?P<error>(lỗi|error)\[\w+\])": "bold red",
    r"(?m)^(?P<warning>(cảnh báo|warning)\[\w+\])": "bold yellow",
    r"(?m)^(?P<note>(lưu ý|note)\[\w+\])": "bold cyan",
    r"(?m)^ *(?P<place>(-->|:::) \S+)": "blue",
    r"(?m)^ *\| +(?P<mark>\^+.*)$": "bold",
}


def say(text: str, *, colour: bool = True) -> None:
    """Print text that ends its own lines; nothing in it commands the terminal."""
    text = CONTROL.sub(lambda sign: printable(sign[0]), text)
    if not colour or not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        sys.stdout.write(text)
        return
    from thidua.render.colour import print_coloured

    print_coloured(text, HIGHLIGHTS)
