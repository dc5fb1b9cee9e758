"""Eras of the law, and which of them governs a decision."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from thidua.law.entry import Confidence, Entry, Overlay, Words, entries
from thidua.model.base import Day, Line, about
from thidua.value_class import dataclass


class MissingReceived(StrEnum):
    """What holds where the day a file was received is not known."""

    EITHER = "chua-ro"
    BY_DECISION_DAY = "theo-ngay-quyet-dinh"


class Era(Entry):
    """Days on which one law and its decrees held.

    Attributes:
        decree_ends: the day its decree ends unless extended, where that is known.
        last_known: the era whose entries are the last known ones, where this era's own texts were not read.
    """

    start: Day = about("Từ ngày", "From", alias="from")
    end: Day | None = about("Đến ngày", "To", None, alias="to")
    law: Line
    decree: Line
    circular: Line | None = None
    decree_ends: Day | None = None
    last_known: Line | None = None

    def holds(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


class Transition(Entry):
    """A clause for files in hand when the law changed; the first that fits is taken.

    Attributes:
        eras: which may govern; where there are several, which of them is not known, or is for a person to say.
        era: the one that governs unless a `kinder` one does.
        missing_received: what holds of a decision in its days where nothing is known of the day of receipt.
    """

    received_before: Day
    decided_from: Day
    decided_to: Day | None = None
    era: Line | None = None
    kinder: Line | None = None
    eras: tuple[Line, ...] = ()
    missing_received: MissingReceived

    @property
    def candidates(self) -> tuple[str, ...]:
        return self.eras or tuple(one for one in (self.era, self.kinder) if one)

    def covers(self, decided: date) -> bool:
        return self.decided_from <= decided and (self.decided_to is None or decided <= self.decided_to)


@dataclass(frozen=True, slots=True)
class EraAnswer:
    """Which era governs a decision.

    Attributes:
        era: None where it is not known.
        candidates: every era that may govern; one where `era` is certain, none where nothing is known.
        article: the ground; None where there is none.
        confidence: of the ground.
        note: what a reader should know of it.
        origin: where the ground came from.
    """

    era: str | None
    candidates: tuple[str, ...]
    article: str | None = None
    confidence: Confidence = Confidence.UNCONFIRMED
    note: Words | None = None
    origin: str | None = None


def eras(overlay: Overlay | None = None) -> dict[str, Era]:
    """Return every era by id, the earliest first."""
    found = entries("eras", Era, overlay).values()
    return {era.id: era for era in sorted(found, key=lambda era: era.start)}


def transitions(overlay: Overlay | None = None) -> tuple[Transition, ...]:
    """Return the clauses for files in hand, in the order in which they are asked."""
    return tuple(entries("transitions", Transition, overlay).values())


def era_of(decided: date | None, received: date | None = None, *, overlay: Overlay | None = None) -> EraAnswer:
    """Return the era that governs a decision, by its day and the day the file was received.

    Where the day of the decision is not known, it may be any day from the day of receipt on.
    """
    if decided is None:
        return _undecided(received, overlay) if received else EraAnswer(None, ())
    for clause in transitions(overlay):
        if clause.covers(decided) and received is not None and received < clause.received_before:
            era = clause.era
            return EraAnswer(era, clause.candidates, clause.article, clause.confidence, clause.note, clause.origin)
    by_day = next((era for era in reversed(eras(overlay).values()) if era.holds(decided)), None)
    if by_day is None:
        return EraAnswer(None, ())
    either = [] if received else [clause for clause in transitions(overlay) if _may_cover(clause, decided)]
    if either:
        first = either[0]
        others = dict.fromkeys(one for clause in either for one in clause.candidates if one != by_day.id)
        return EraAnswer(None, (by_day.id, *others), first.article, first.confidence, first.note, first.origin)
    return EraAnswer(by_day.id, (by_day.id,), by_day.article, by_day.confidence, by_day.note, by_day.origin)


@dataclass(frozen=True, slots=True)
class Governing:
    """An era that may govern the decisions of some days whose files were received on some days.

    Attributes:
        received: first and last day of receipt; None where the day is not known.
        place: 0 for the first candidate.
    """

    era: str
    place: int
    decided: tuple[date, date]
    received: tuple[date, date] | None


def governing(overlay: Overlay | None = None) -> Iterator[Governing]:
    """Return what `era_of` answers for every day of decision and of receipt."""
    clauses = transitions(overlay)
    ends = [one.end for one in eras(overlay).values()] + [one.decided_to for one in clauses]
    starts = [one.start for one in eras(overlay).values()] + [one.decided_from for one in clauses]
    receipts = [None, *spans(one.received_before for one in clauses)]
    for decided in spans([*starts, *(one + date.resolution for one in ends if one)]):
        for received in receipts:
            answer = era_of(decided[0], received[0] if received else None, overlay=overlay)
            for place, era in enumerate(answer.candidates):
                yield Governing(era, place, decided, received)


def spans(turns: Iterable[date], first: date = date.min, last: date = date.max) -> Iterator[tuple[date, date]]:
    """Return the days from `first` to `last`, cut where a span starts: the first and the last day of each."""
    days = sorted({first, *(day for day in turns if first < day <= last)})
    for start, following in zip(days, [*days[1:], None], strict=True):
        yield start, following - date.resolution if following else last


def last_known(era: str, overlay: Overlay | None = None) -> tuple[str, Words | None] | None:
    """Return the era whose entries are the last known ones for an era that was not read, and the note that says so."""
    found = eras(overlay).get(era)
    return (found.last_known, found.note) if found and found.last_known else None


def _may_cover(clause: Transition, decided: date) -> bool:
    return clause.missing_received is MissingReceived.EITHER and clause.covers(decided)


def _undecided(received: date, overlay: Overlay | None) -> EraAnswer:
    days = [received, *(era.start for era in eras(overlay).values() if era.start > received)]
    answers = [era_of(day, received, overlay=overlay) for day in days]
    candidates = tuple(dict.fromkeys(one for answer in answers for one in answer.candidates))
    if len(candidates) == 1:
        return answers[0]
    return EraAnswer(None, candidates)
