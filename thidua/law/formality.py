"""What the law asks of a nomination beside the achievement: votes, public notice, deadlines, how recent it must be."""

from __future__ import annotations

from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING

from thidua.law.award import awards
from thidua.law.condition import AchievementRecent, AnyOf, Condition, CouncilVote, Deadline, PublicNotice
from thidua.law.entry import Confidence, Overlay
from thidua.law.era import eras
from thidua.law.prerequisite import General, general_conditions
from thidua.model.lists import RecipientKind
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator


class Formality(StrEnum):
    """What is asked, as the law's data calls it."""

    VOTE = "council_vote"
    NOTICE = "public_notice"
    RECENT = "achievement_recent"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked for an award in an era.

    Attributes:
        entry: the id of the law's entry.
        choice: numbers the ways of which one is enough; those that are asked beside each other have the same.
        amount: hundredths of a percent, working days, or months; 0 for a deadline.
        day, year, after: of a deadline: `12-31`, which year, and the award whose last decision it follows.
        sure: it is confirmed.
    """

    check: Formality
    award: str
    era: str
    kind: str
    start: str
    entry: str
    choice: int
    amount: int
    day: str
    year: str
    after: str
    sure: bool
    article: str


KINDS = (RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE, RecipientKind.ENTERPRISE, RecipientKind.HOUSEHOLD)


def formalities(overlay: Overlay | None = None) -> Iterator[Asked]:
    """Return what every award asks in every era, by kind of recipient."""
    for era in eras(overlay):
        for award in awards():
            for kind in KINDS:
                for one in general_conditions(award, era, kind, overlay=overlay):
                    yield from _of_entry(one, award, era, kind)


def _of_entry(one: General, award: str, era: str, kind: RecipientKind) -> Iterator[Asked]:
    for condition in one.conditions:
        if isinstance(condition, AnyOf):
            ways = [way.conditions for way in condition.options]
            # what a way asks besides is not looked at, so that the way counts as open
            if any(not isinstance(part, Deadline) for way in ways for part in way):
                continue
            for choice, way in zip(count(1), ways, strict=False):
                for part in way:
                    yield from _asked(one, part, choice, award, era, kind)
        else:
            yield from _asked(one, condition, 0, award, era, kind)


def _asked(
    one: General, condition: Condition, choice: int, award: str, era: str, kind: RecipientKind
) -> Iterator[Asked]:
    day, year = "", ""
    afters: tuple[str, ...] = ("",)
    match condition:
        case CouncilVote():
            amount = int(condition.pct.scaleb(2))
        case PublicNotice():
            amount = condition.working_days
        case AchievementRecent():
            amount = condition.months
        case Deadline():
            amount, day, year = 0, condition.day, condition.year.value
            afters = condition.awards or ("",)
        case _:
            return
    # what an unconfirmed era tells is unconfirmed, whatever a condition says of itself
    grades = {one.confidence, condition.confidence or one.confidence}
    sure = grades == {Confidence.CONFIRMED}
    start = one.start.isoformat() if one.start else ""
    for after in afters:
        yield Asked(
            Formality(condition.check), award, era, kind.value, start, one.id, choice,
            amount, day, year, after, sure, condition.article or one.article,
        )  # fmt: skip
