"""What names a recipient, what kind that makes it, and by which key it is one with another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.lists import RECIPIENT_FIELDS, RecipientKind
from thidua.store.paths import is_slug
from thidua.vietnamese.text import name_key

if TYPE_CHECKING:
    from thidua.model.award import Recipient

COUNTED = {
    "collectives": RecipientKind.COLLECTIVE,
    "households": RecipientKind.HOUSEHOLD,
    "individuals": RecipientKind.INDIVIDUAL,
    "unsplit": RecipientKind.UNSPLIT,
}
"""Fields of a number of recipients, and the kind each counts; the others are part of these."""


def is_id(text: str) -> bool:
    """Whether a text that may be a name is written as an id."""
    return is_slug(text)


def recipient_key(name: str) -> str:
    """Return the key by which a recipient written two ways is one; an id is its own key."""
    return name if is_id(name) else name_key(name)


def recipient_name(one: Recipient) -> tuple[str, RecipientKind]:
    """Return what names a recipient, and what kind that makes it."""
    for field, kind in RECIPIENT_FIELDS.items():
        value = getattr(one, field)
        if value is not None:
            return value, kind
    raise AssertionError("a recipient has one name")
