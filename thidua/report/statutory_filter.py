"""Whether a record belongs into a cell: yes, no, or the record does not tell, with what it lacks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from thidua.law.statutory import Counted, Filter, Length, Submitter
from thidua.report.statutory_facts import ANY_COLLECTIVE, Facts, Possible
from thidua.report.statutory_values import Reason, Whose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

YES: tuple[Reason, ...] = ()
"""It belongs: nothing stands in the way."""

Verdict = tuple[Reason, ...] | None
"""Why the record does not tell, empty where it belongs; `None` where it does not belong."""


def belongs(facts: Facts, filters: Iterable[Filter], whose: Whose, of: Counted) -> Verdict:
    """Return whether a record of some facts fits all filters."""
    if facts.of is not of:
        return None
    found = list(facts.doubts)
    verdicts = [_whose(facts, whose)]
    for one in filters:
        verdicts += _conditions(facts, one)
    for verdict in verdicts:
        if verdict is None:
            return None
        found += verdict
    if Reason.NO_NUMBER in found:
        return (Reason.NO_NUMBER,)  # of so many that nobody knows, nothing else can be told
    return tuple(dict.fromkeys(found))


def selects(one: Filter, award: str, kind: str, level: str) -> Verdict:
    """Return whether a filter takes an award, whatever else it asks; one that is not in the catalogue may be any."""
    if level == "":
        return (Reason.AWARD,)
    chosen = not (one.awards or one.kinds) or award in one.awards or kind in one.kinds
    left_out = award in one.except_awards or kind in one.except_kinds
    return YES if chosen and not left_out and (not one.levels or level in one.levels) else None


def _whose(facts: Facts, whose: Whose) -> Verdict:
    if whose is Whose.CONFERRED and facts.of is Counted.AWARDS:
        return _told(facts.given, Reason.NO_AUTHORITY)
    if whose is Whose.RECEIVED and facts.of is Counted.AWARDS:
        return _told(facts.ours, Reason.WHOSE)
    if facts.given or facts.ours:
        return YES
    return None if facts.given is False and facts.ours is False else (Reason.WHOSE,)


def _told(value: bool | None, reason: Reason) -> Verdict:
    if value is None:
        return (reason,)
    return YES if value else None


def _conditions(facts: Facts, one: Filter) -> Iterator[Verdict]:
    if facts.of in (Counted.AWARDS, Counted.PROPOSALS):
        if one.levels or one.awards or one.kinds or one.except_awards or one.except_kinds:
            yield selects(one, facts.award, facts.award_kind, facts.level)
        unsplit = Reason.ENTERPRISE if facts.recipients == ANY_COLLECTIVE else Reason.RECIPIENT
        yield _within(facts.recipients, one.recipients, unsplit)
        yield _class(facts.classes, one)
        yield _within(facts.methods, one.methods, Reason.METHOD)
        yield _within(frozenset(Submitter), one.submitters, Reason.SUBMITTER)  # no record tells it
        return
    yield _within(facts.scopes, one.scopes, Reason.SCOPE)
    yield _within(facts.campaign_kinds, one.campaign_kinds, Reason.CAMPAIGN_KIND)
    yield _within(facts.launchers, one.launchers, Reason.LAUNCHER)
    if one.length is not None:
        yield _told(is_as_long(facts.days, one.length) if facts.days else None, Reason.LENGTH)


def _within(possible: Possible, allowed: Iterable[str], reason: Reason) -> Verdict:
    asked = frozenset(allowed)
    if not asked or possible <= asked:
        return YES
    return (reason,) if possible & asked else None


def _class(possible: Possible, one: Filter) -> Verdict:
    """A class that no text places is not told apart by any record."""
    if not one.classes:
        return YES
    asked, unclear = frozenset(one.classes), frozenset(one.unclear_classes)
    if possible <= asked:
        return YES
    if possible <= unclear:
        return (Reason.CLASS_UNCLEAR,)
    return (Reason.CLASS,) if possible & (asked | unclear) else None


def is_as_long(days: tuple[date, date], length: Length) -> bool:
    """Return whether a time, both days included, is as long as asked; a year runs to the day before its anniversary."""
    start, after = days[0], days[1] + timedelta(days=1)
    return (
        (length.exactly is None or after == _later(start, length.exactly))
        and (length.over is None or after > _later(start, length.over))
        and (length.at_least is None or after >= _later(start, length.at_least))
        and (length.under is None or after < _later(start, length.under))
    )


def _later(day: date, years: int) -> date:
    """Return the anniversary of a day; of 29 February the first of March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
