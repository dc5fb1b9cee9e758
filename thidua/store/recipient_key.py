"""By which key a recipient is one with another. Every command loads this, so that it needs no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.paths import is_slug
from thidua.vietnamese.text import NAME_KEYS, keys_by_word, name_key

if TYPE_CHECKING:
    from collections.abc import Sequence


def recipient_key(name: str) -> str:
    """Return the key by which a recipient written two ways is one; an id is its own key."""
    return name if is_slug(name) else name_key(name)


def recipient_keys(names: Sequence[str], words: list[str]) -> list[str]:
    """Return `recipient_key` of each name; `words` are `words_of` them.

    An id that begins with no form of address is its own `name_key`, too.
    """
    return keys_by_word(names, words, NAME_KEYS, recipient_key)
