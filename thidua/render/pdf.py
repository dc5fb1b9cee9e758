"""A paper as PDF, set by Typst with the fonts beside this file and nothing of the machine's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua.render.office import needed
from thidua.render.typst_markup import markup, quoted
from thidua.render.xml_text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua.render.blocks import Block

FONTS = Path(__file__).parent / "fonts"


def render(
    blocks: Sequence[Block], title: str, *, on_its_side: bool = False, foot: str = "", carried: str = ""
) -> bytes:
    """Return a PDF. The same blocks give the same bytes on any day.

    Args:
        foot: a line under each page.
        carried: a word among the properties of the file.

    Raises:
        MissingLibrary: typst is not installed.
    """
    more = f"#set document(keywords: ({quoted(carried)},))\n" if carried else ""
    more += f'#set page(footer: align(right, text(8pt, style: "italic", {quoted(foot)})))\n' if foot else ""
    return compiled(more + markup(blocks, clean(title), on_its_side=on_its_side))


def compiled(source: str) -> bytes:
    """Return the PDF of a Typst document that reads no file.

    Raises:
        MissingLibrary: typst is not installed.
    """
    typst = needed("typst")
    made = typst.compile(
        source.encode("utf-8"),
        root=str(FONTS),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        timestamp=0,
    )
    return bytes(made)
