"""By which key a recipient is one with another. Every command loads this, so that it needs no model."""

from __future__ import annotations

from thidua.store.paths import is_slug
from thidua.vietnamese.text import name_key


def recipient_key(name: str) -> str:
    """Return the key by which a recipient written two ways is one; an id is its own key."""
    return name if is_slug(name) else name_key(name)
