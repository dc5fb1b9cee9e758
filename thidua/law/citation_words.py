"""How articles are cited in English."""

from __future__ import annotations

_ENGLISH = {
    "Luật": "Law", "Nghị định": "Decree", "Nghị quyết": "Resolution", "Thông tư": "Circular", "Điều": "Article",
}  # fmt: skip


def english(article: str) -> str:
    """Return a citation with the English names of the parts of the law."""
    for vi, en in _ENGLISH.items():
        article = article.replace(vi, en)
    return article
