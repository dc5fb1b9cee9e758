"""Which articles stand behind a rule, on which days, and how well each is known."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from thidua.law.absence import Absent
from thidua.law.authority import AuthorityKind, Power
from thidua.law.condition import AnyOf, Condition
from thidua.law.entry import Confidence, Entry, entries
from thidua.law.era import Era, eras
from thidua.law.holder import Holder
from thidua.law.prerequisite import General
from thidua.law.scope import Scoped
from thidua.value_class import dataclass

CONDITIONS: Final = ("council_vote", "public_notice", "achievement_recent", "deadline")
"""Parts of the law that are conditions beside every route."""

SECTIONS: Final[Mapping[str, type[Holder | Power | Absent]]] = {"holders": Holder, "powers": Power, "absent": Absent}
"""Parts of the law that are sections of their own."""

ENDED: Final = "ended"
"""The bodies that are no more."""


@dataclass(frozen=True, slots=True, order=True)
class Cited:
    """An article, and the days on which it is the law.

    Attributes:
        end: None where no last day is known.
        article: as it is cited in Vietnamese.
        absent: it is the ground that there was no such award in these days.
    """

    start: date
    end: date | None
    article: str
    confidence: Confidence
    absent: bool = False


def cited(parts: Iterable[str]) -> list[Cited]:
    """Return the articles behind some parts of the law, each once, the earliest first."""
    found = {one for part in parts for one in _of_part(part)}
    return sorted(found, key=lambda one: (one.start, one.end or date.max, one.article, one.confidence))


def _of_part(part: str) -> Iterator[Cited]:
    if part == ENDED:
        for kind in entries("kinds", AuthorityKind).values():
            if kind.end is not None:
                yield Cited(kind.end + date.resolution, None, kind.ended_by or kind.article, kind.confidence)
    elif part in CONDITIONS:
        for general in entries("general", General).values():
            for condition in _each(general.conditions):
                if condition.check == part:
                    grade = condition.confidence or general.confidence
                    yield from _spans(general, condition.article or general.article, grade)
    else:
        for entry in entries(part, SECTIONS[part]).values():
            yield from _spans(entry, entry.article, entry.confidence)


def _each(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        if isinstance(condition, AnyOf):
            for way in condition.options:
                yield from _each(way.conditions)
        else:
            yield condition


def _spans(entry: Scoped | Power | Entry, article: str, confidence: Confidence) -> Iterator[Cited]:
    """Return the days of an entry: eras that follow each other are one span."""
    named: tuple[str, ...] = getattr(entry, "eras", ())
    first: date | None = getattr(entry, "start", None)
    run: list[Era] = []
    for era in (*(one for one in eras().values() if one.id in named), None):
        follows = era is not None and run and run[-1].end and run[-1].end + date.resolution == era.start
        if run and not follows:
            start = run[0].start if first is None else max(first, run[0].start)
            yield Cited(start, run[-1].end, article, confidence, isinstance(entry, Absent))
            run = []
        if era is not None:
            run.append(era)
