"""What names a recipient, and what kind that makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.lists import RECIPIENT_FIELDS, RecipientKind
from thidua.store.recipient_key import recipient_key as recipient_key

if TYPE_CHECKING:
    from thidua.model.award import Recipient

COUNTED = {
    "collectives": RecipientKind.COLLECTIVE,
    "households": RecipientKind.HOUSEHOLD,
    "individuals": RecipientKind.INDIVIDUAL,
    "unsplit": RecipientKind.UNSPLIT,
}
"""Fields of a number of recipients, and the kind each counts; the others are part of these."""


def recipient_name(one: Recipient) -> tuple[str, RecipientKind]:
    """Return what names a recipient, and what kind that makes it."""
    for field, kind in RECIPIENT_FIELDS.items():
        value = getattr(one, field)
        if value is not None:
            return value, kind
    raise AssertionError("a recipient has one name")
