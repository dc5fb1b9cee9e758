"""What the law says of every kind of body on every day: it may confer an award, may not, or that is not certain."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from thidua.law.absence import absent
from thidua.law.authority import AuthorityKind, Conferrer, Power, authority_kinds, power_starts, who_may_confer
from thidua.law.award import awards
from thidua.law.entry import Certainty, Confidence, Overlay, entries, own_origins
from thidua.law.era import governing, spans
from thidua.value_class import dataclass

OTHERS = ""
"""Stands for every kind of body that has no answer of its own."""


class Ground(StrEnum):
    """Why an answer is what it is."""

    NAMED = "duoc-neu"
    """The article names the body."""
    NOT_NAMED = "khong-duoc-neu"
    """The article names others."""
    PASSED_ON = "da-chuyen"
    """The article names one that is no more: who has its power now, it does not say."""
    BODY_ENDED = "da-ket-thuc"
    AWARD_ABSENT = "khong-co"
    """The era has no such award."""


@dataclass(frozen=True, slots=True)
class PowerAnswer:
    """Whether a kind of body may confer an award, from a day to a day.

    Attributes:
        body: its kind; `OTHERS` for all that have no answer of their own.
        may: `co`, `khong`, or `chua-ro` where that is not certain enough to call a decision wrong.
        by: the names of the kinds that the article names and that there still are.
        reason: a few words that can follow a colon.
        origins: the office's files that the answer rests on; empty where it is the law's.
    """

    award: str
    era: str
    start: date
    end: date
    body: str
    may: Certainty
    ground: Ground
    article: str
    by: tuple[tuple[str, str], ...] = ()
    reason: tuple[str, str] = ("", "")
    origins: tuple[str, ...] = ()


def power_answers(overlay: Overlay | None = None) -> Iterator[PowerAnswer]:
    """Return what is known of every award and era, for the days that the era may govern."""
    kinds = authority_kinds(overlay)
    for era, days in _days_of_eras(overlay).items():
        for award in _awards(overlay):
            known = list(_answers(award, era, days, kinds, overlay))
            yield from known
            if known:
                yield from _ended(award, era, days, kinds)


def _awards(overlay: Overlay | None) -> Iterable[str]:
    """Return the awards of the law, and those of the office's own whose powers its rules tell."""
    named = (award for one in entries("powers", Power, overlay).values() for award in one.awards)
    return dict.fromkeys((*awards(), *named))


def _days_of_eras(overlay: Overlay | None) -> dict[str, tuple[date, date]]:
    found: dict[str, tuple[date, date]] = {}
    for one in governing(overlay):
        first, last = found.get(one.era, one.decided)
        found[one.era] = min(first, one.decided[0]), max(last, one.decided[1])
    return found


def _answers(
    award: str, era: str, days: tuple[date, date], kinds: dict[str, AuthorityKind], overlay: Overlay | None
) -> Iterator[PowerAnswer]:
    missing = absent(award, era, overlay=overlay)
    if missing is not None:
        may = Certainty.NO if missing.confidence is Confidence.CONFIRMED else Certainty.UNKNOWN
        origins = own_origins(missing.origin)
        yield PowerAnswer(award, era, *days, OTHERS, may, Ground.AWARD_ABSENT, missing.article, origins=origins)
        return
    named = [kinds[kind] for kind in who_may_confer(award, era, overlay=overlay).kinds if kind in kinds]
    turns = {*power_starts(award, era, overlay), *(kind.end + date.resolution for kind in named if kind.end)}
    for start, end in spans(turns, *days):
        yield from _on(award, era, start, end, kinds, overlay)


def _on(
    award: str, era: str, start: date, end: date, kinds: dict[str, AuthorityKind], overlay: Overlay | None
) -> Iterator[PowerAnswer]:
    """Return the answers of days on which nothing changes."""
    answer = who_may_confer(award, era, start, overlay=overlay)
    if not answer.conferrers:
        return
    here = [one for one in answer.conferrers if one.kind in kinds and not kinds[one.kind].is_gone(start)]
    by = tuple((kinds[one.kind].name, kinds[one.kind].english) for one in here)
    is_whole = len(here) == len(answer.conferrers)
    sure = is_whole and answer.complete and all(one.confidence is Confidence.CONFIRMED for one in here)
    may = Certainty.NO if sure else Certainty.UNKNOWN
    ground = Ground.NOT_NAMED if is_whole else Ground.PASSED_ON
    origins = own_origins(*(one.origin for one in answer.conferrers))
    yield PowerAnswer(award, era, start, end, OTHERS, may, ground, _articles(answer.conferrers), by, origins=origins)
    for one in here:
        certain = Certainty.UNKNOWN if one.doubtful else Certainty.YES
        mine = own_origins(one.origin)
        yield PowerAnswer(award, era, start, end, one.kind, certain, Ground.NAMED, one.article, origins=mine)


def _ended(award: str, era: str, days: tuple[date, date], kinds: dict[str, AuthorityKind]) -> Iterator[PowerAnswer]:
    """Return the answers of bodies that are no more: whatever the law of an old file says, they confer nothing."""
    for kind in kinds.values():
        if kind.end is None or kind.end >= days[1]:
            continue
        start = max(days[0], kind.end + date.resolution)
        may = Certainty.NO if kind.confidence is Confidence.CONFIRMED else Certainty.UNKNOWN
        article, reason = kind.ended_by or kind.article, (kind.ended.vi, kind.ended.en) if kind.ended else ("", "")
        origins = own_origins(kind.origin)
        yield PowerAnswer(
            award, era, start, days[1], kind.id, may, Ground.BODY_ENDED, article, reason=reason, origins=origins
        )


def _articles(conferrers: Iterable[Conferrer]) -> str:
    return "; ".join(dict.fromkeys(one.article for one in conferrers))
