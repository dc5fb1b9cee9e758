"""What each award asks for in each era: routes, general conditions, and where the count starts."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from thidua.law.absence import Absent, absent
from thidua.law.condition import AnyOf, Condition, Human
from thidua.law.entry import Certainty, Overlay, entries
from thidua.law.scope import Scoped, scoped
from thidua.model.lists import RecipientKind
from thidua.value_class import dataclass

__all__ = (
    "Absent", "CountStart", "Counting", "General", "LegalPath", "Path", "Route", "absent", "counting",
    "general_conditions", "question_ids", "routes",
)  # fmt: skip

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


def routes(
    award: str, era: str, recipient: RecipientKind, day: date | None = None, *, overlay: Overlay | None = None
) -> tuple[Route, ...]:
    """Return every way to an award in an era; those not yet in force on `day` are left out."""
    return scoped("routes", Route, award, era, recipient, day, overlay)


def general_conditions(
    award: str, era: str, recipient: RecipientKind, day: date | None = None, *, overlay: Overlay | None = None
) -> tuple[General, ...]:
    """Return what an award asks for in an era beside any of its routes."""
    return scoped("general", General, award, era, recipient, day, overlay)


def question_ids(overlay: Overlay | None = None) -> tuple[str, ...]:
    """Return the ids of the entries that ask what no record tells, in any era; a nomination answers by them."""
    beside = [one.id for one in entries("general", General, overlay).values() if any(map(_asks, one.conditions))]
    ways = [one.id for one in entries("routes", Route, overlay).values() if any(map(_asks, one.conditions))]
    return tuple(dict.fromkeys((*beside, *ways)))


def _asks(condition: Condition) -> bool:
    """Whether a condition, or one of its ways, asks a person."""
    if isinstance(condition, AnyOf):
        return any(way.only_if or any(map(_asks, way.conditions)) for way in condition.options)
    return isinstance(condition, Human)


def counting(era: str, day: date | None = None, *, overlay: Overlay | None = None) -> Counting | None:
    """Return from when years after an earlier award are counted in an era, or None where no text read says so."""
    found = scoped("counting", Counting, "", era, RecipientKind.UNSPLIT, day, overlay)
    return found[-1] if found else None
