"""What is asked of a whole record, beyond each of its fields; models and `plain_record` ask the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.model.faults import NothingAwarded, NotOneNominee, NotOneRecipient
from thidua.model.lists import RECIPIENT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable


def one_recipient(row: Any) -> None:
    """Raise `NotOneRecipient` where a row names no recipient, or two."""
    given = tuple(field for field in RECIPIENT_FIELDS if getattr(row, field) is not None)
    if len(given) != 1:
        raise NotOneRecipient(given)


def somebody(group: Any) -> None:
    """Raise `NothingAwarded` where a group gives an award to nobody."""
    if not group.recipients and group.counted is None and group.described is None:
        raise NothingAwarded


def one_nominee(row: Any) -> None:
    """Raise `NotOneNominee` where a row names a recipient and a number, or neither."""
    given = tuple(field for field in ("recipient", "counted") if getattr(row, field) is not None)
    if len(given) != 1:
        raise NotOneNominee(given)


WHOLES: dict[str, Callable[[Any], None]] = {
    "one_recipient": one_recipient,
    "somebody": somebody,
    "one_nominee": one_nominee,
}
"""By the name of the validator of a model, without its underscore."""
