"""What holds for some awards in some eras, and finding it."""

from datetime import date
from typing import TypeVar

from thidua.law.entry import Entry, Overlay, entries
from thidua.law.era import last_known
from thidua.model.base import AwardId, Day, Line, about
from thidua.model.lists import Method, RecipientKind


class Scoped(Entry):
    """What holds for some awards, or for all where none is named, in some eras."""

    awards: tuple[AwardId, ...] = ()
    eras: tuple[Line, ...]
    recipients: tuple[RecipientKind, ...] = ()
    methods: tuple[Method, ...] = ()
    start: Day | None = about("Từ ngày", "From", None, alias="from")

    def covers(self, award: str, era: str, recipient: RecipientKind, day: date | None) -> bool:
        return (
            (not self.awards or award in self.awards)
            and era in self.eras
            and (not self.recipients or _like(recipient) in self.recipients)
            and (day is None or self.start is None or self.start <= day)
        )


S = TypeVar("S", bound=Scoped)


def scoped(
    section: str,
    model: type[S],
    award: str,
    era: str,
    recipient: RecipientKind,
    day: date | None,
    overlay: Overlay | None,
) -> tuple[S, ...]:
    """Return the entries of a section that hold; those of the last known era, unconfirmed, where an era has none."""
    its = entries(section, model, overlay).values()
    found = tuple(one for one in its if one.covers(award, era, recipient, day))
    older = last_known(era, overlay)
    if found or older is None:
        return found
    return tuple(one.unconfirmed(older[1]) for one in its if one.covers(award, older[0], recipient, day))


def _like(recipient: RecipientKind) -> RecipientKind:
    """Return the kind whose rules hold: an enterprise is a collective."""
    return RecipientKind.COLLECTIVE if recipient is RecipientKind.ENTERPRISE else recipient
