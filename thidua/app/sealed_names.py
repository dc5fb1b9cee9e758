"""What sealed papers name by id: which values of these records are words, or the weight, of the papers themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.diagnostics import Finding, Place
from thidua.store.paths import record_path
from thidua.store.references import mentions
from thidua.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.reading import Loaded
    from thidua.store.register import Register

WORDS: Final = {"organisations": ("name",), "catalogue": ("name", "group", "kind", "level")}
"""Fields by kind of record."""

_NAMED = f"""
WITH one (folder, target) AS (SELECT ?, ?)
SELECT COALESCE(min(decision.number), min(paper.path)) FROM ({mentions("one")}) AS its
CROSS JOIN file AS paper ON paper.id = its.file
LEFT JOIN decision ON decision.file = paper.id
WHERE (decision.number IS NOT NULL AND decision.date IS NOT NULL OR paper.folder IN ('corrections', 'revocations'))
"""  # noqa: S608 - our own


def named_otherwise(register: Register, path: str, was: Loaded, now: Loaded) -> Iterator[Finding]:
    """Yield what a record that sealed papers name says otherwise than it did."""
    where = record_path(path)
    changed = [
        (field, old, new)
        for field in WORDS.get(where.folder, ())
        if (old := _text(was, field)) is not None and (new := _text(now, field)) is not None and old != new
    ]
    paper = register.one(_NAMED, (where.folder, where.id)) if changed else None
    if paper is None:
        return
    for field, old, new in changed:
        span = now.document.span((field,)) if now.document is not None else None
        values = {"field": field, "old": old, "new": new, "paper": str(paper)}
        yield Finding("TD607", Place(path, (field,), span=span), values)


def _text(loaded: Loaded, field: str) -> str | None:
    value = getattr(loaded.record, field, None)
    return None if value is None else tidy(str(value))
