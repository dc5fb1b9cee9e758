"""What each award asks for in each era: routes, general conditions, where the count starts, and what did not exist."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import StringConstraints

from thidua.law.condition import Condition
from thidua.law.entry import Certainty, Entry, Overlay, entries
from thidua.law.era import last_known
from thidua.model.base import AwardId, Day, Line, about
from thidua.model.lists import Method, RecipientKind

_PATH = re.compile(r"(?P<article>[0-9]+)(?:\.(?P<clause>[0-9]+)(?P<point>[a-zđ]?))?")

Path = Annotated[str, StringConstraints(pattern=rf"^{_PATH.pattern}$")]
"""An article, its clause and point as `44.1e`."""


class CountStart(StrEnum):
    """From when the years after an earlier award are counted."""

    PREVIOUS_DECISION = "quyet-dinh-truoc"
    END_OF_ACHIEVEMENT = "cuoi-ky-thanh-tich"
    """The end of the achievement period that the earlier decision names, else its day."""


@dataclass(frozen=True, slots=True)
class LegalPath:
    """Where in a text a route stands; None where it is the whole article or clause."""

    article: str
    clause: str | None
    point: str | None


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


class Route(Scoped):
    """One way to an award (*tiêu chuẩn*). A failed route is "not by this route", never "not eligible".

    Attributes:
        path: where in the text of `article` it stands, where that is known.
        recipients: whom it is for; everyone where none is named.
        methods: the types of commendation it is for; any where none is named.
        complete: whether its conditions are all that the text asks for.
        start: the first day it holds, where that is later than its era.
    """

    path: Path | None = None
    conditions: tuple[Condition, ...]
    complete: Certainty = Certainty.YES

    @property
    def place(self) -> LegalPath | None:
        found = _PATH.fullmatch(self.path) if self.path else None
        return LegalPath(found["article"], found["clause"], found["point"] or None) if found else None


class General(Scoped):
    """Conditions that hold beside every route of some awards: deadlines, votes, public notice, open cases."""

    conditions: tuple[Condition, ...]


class Counting(Scoped):
    """From when the years after an earlier award are counted in some eras.

    Attributes:
        after_discipline: achievements count from the end of a discipline.
    """

    count_from: CountStart
    after_discipline: Certainty = Certainty.UNKNOWN


class Absent(Scoped):
    """Awards that some eras did not have."""


S = TypeVar("S", bound=Scoped)


def routes(
    award: str, era: str, recipient: RecipientKind, day: date | None = None, *, overlay: Overlay | None = None
) -> tuple[Route, ...]:
    """Return every way to an award in an era; those not yet in force on `day` are left out."""
    return _scoped("routes", Route, award, era, recipient, day, overlay)


def general_conditions(
    award: str, era: str, recipient: RecipientKind, day: date | None = None, *, overlay: Overlay | None = None
) -> tuple[General, ...]:
    """Return what an award asks for in an era beside any of its routes."""
    return _scoped("general", General, award, era, recipient, day, overlay)


def counting(era: str, day: date | None = None, *, overlay: Overlay | None = None) -> Counting | None:
    """Return from when years after an earlier award are counted in an era, or None where no text read says so."""
    found = _scoped("counting", Counting, "", era, RecipientKind.UNSPLIT, day, overlay)
    return found[-1] if found else None


def absent(award: str, era: str, *, overlay: Overlay | None = None) -> Absent | None:
    """Return why an era has no such award, or None where it has it."""
    found = _scoped("absent", Absent, award, era, RecipientKind.UNSPLIT, None, overlay)
    return found[-1] if found else None


def _scoped(
    section: str,
    model: type[S],
    award: str,
    era: str,
    recipient: RecipientKind,
    day: date | None,
    overlay: Overlay | None,
) -> tuple[S, ...]:
    its = entries(section, model, overlay).values()
    found = tuple(one for one in its if one.covers(award, era, recipient, day))
    older = last_known(era, overlay)
    if found or older is None:
        return found
    return tuple(one.unconfirmed(older[1]) for one in its if one.covers(award, older[0], recipient, day))


def _like(recipient: RecipientKind) -> RecipientKind:
    """Return the kind whose rules hold: an enterprise is a collective."""
    return RecipientKind.COLLECTIVE if recipient is RecipientKind.ENTERPRISE else recipient
