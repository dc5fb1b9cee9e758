"""The Markdown that papers are made of."""

from __future__ import annotations

from markdown_it import MarkdownIt

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
"""The table that begins with it is the head of the paper."""


def parser() -> MarkdownIt:
    """Markdown with tables and nothing else: no HTML, no links, no pictures, so that no record can make any."""
    return (
        MarkdownIt("commonmark", {"html": False})
        .enable("table")
        .disable(["link", "image", "autolink", "entity", "html_inline", "html_block", "reference"])
    )
