"""Conditions on what the recipient was given: in a row, in one year, before, and within a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Evidence, Judged, Lack, Near, all_of, joined
from thidua.eligibility.given import decided_later, in_year, known_absent
from thidua.eligibility.several_years import one_after_another
from thidua.law.term import Adjacency

if TYPE_CHECKING:
    from thidua.eligibility.asked import Case
    from thidua.eligibility.career import Held
    from thidua.law.condition import AwardsWithin, ConsecutiveAwards, PriorAward
    from thidua.model.lists import Method


# in a row


def consecutive(condition: ConsecutiveAwards, case: Case) -> Judged:
    """Judge titles held in a row; those that stand for several years each by `one_after_another`."""
    if condition.adjacency is Adjacency.TITLES:
        return one_after_another(condition, case)
    return _year_after_year(condition, case)


def _year_after_year(condition: ConsecutiveAwards, case: Case) -> Judged:
    last, times, awards = case.asked.year, condition.times, condition.awards
    states = {year: in_year(case, awards, year) for year in range(last - 2 * times, last + 1)}
    recent = [states[year] for year in range(last - times + 1, last + 1)]
    answer = all_of(state[0] for state in recent)
    values = {"times": times, "have": sum(state[0] is Answer.YES for state in recent), "last": last}
    evidence = tuple(one for state in recent for one in state[1])
    near = Near(times - values["have"], "nam")
    if answer is Answer.YES:
        used = [one for one in case.career.of_awards((case.asked.award,)) if last - times < (one.row.year or 0) < last]
        if used:
            evidence = (*evidence, *(one.evidence() for one in used))
            return Judged(condition.check, Answer.UNKNOWN, "streak-used", values, evidence)
        return Judged(condition.check, Answer.YES, "streak", values, evidence)
    lacks = joined(tuple(one for state in recent for one in state[2]))
    if answer is Answer.UNKNOWN:
        return Judged(condition.check, answer, "streak-unknown", values, evidence, lacks, near)
    earlier = _run_before(states, last, times)
    if earlier and condition.until_asked != "co":
        there = tuple(e for year in range(earlier - times + 1, earlier + 1) for e in states[year][1])
        return Judged(condition.check, Answer.UNKNOWN, "streak-earlier", {**values, "last": earlier}, there)
    before = [states[year] for year in range(last - times, last)]
    if condition.until_asked != "co" and all_of(state[0] for state in before) is Answer.UNKNOWN:
        lacks = joined(tuple(one for state in before for one in state[2]))
        return Judged(condition.check, Answer.UNKNOWN, "streak-unknown", values, evidence, lacks, near)
    values["have"] = min(streak(states, last), times - 1)
    return Judged(condition.check, Answer.NO, "streak-short", values, evidence, (), Near(times - values["have"], "nam"))


States = dict[int, tuple[Answer, tuple[Evidence, ...], tuple[Lack, ...]]]


def streak(states: States, last: int) -> int:
    """Return how many years in a row are held up to the last year, or up to the one before where that year is open."""

    def up_to(year: int) -> int:
        count = 0
        while states.get(year, (Answer.NO,))[0] is Answer.YES:
            count, year = count + 1, year - 1
        return count

    return max(up_to(last), up_to(last - 1) if states[last][0] is not Answer.NO else 0)


def _run_before(states: States, last: int, times: int) -> int:
    """Return the last year of a whole run that ends before the year asked about, or 0."""
    for end in range(last - 1, min(states) + times - 2, -1):
        if all(states[year][0] is Answer.YES for year in range(end - times + 1, end + 1)):
            return end
    return 0


# before


def priors(condition: PriorAward, case: Case) -> list[Held]:
    """Return the awards that may be the earlier one, the latest first; those that surely are not are left out."""
    found = [one for one in case.career.of_awards(condition.awards) if one.row.method not in condition.not_methods]
    return [one for one in reversed(found) if not _later(one, case)]


def _later(one: Held, case: Case) -> bool:
    return (one.row.decided or "") > case.asked.day.isoformat()


def prior(condition: PriorAward, case: Case) -> Judged:
    """Judge whether an earlier award is held: the frame's own."""
    one = case.frame.prior
    values = {"count": len(condition.awards)}
    if one is None:
        return _no_prior(condition, case)
    evidence = (one.evidence(),)
    if one.inherited:
        return Judged(condition.check, Answer.UNKNOWN, "prior-inherited", values, evidence, (Lack("inheritance"),))
    if one.unlawful:
        lack = Lack("authority", (one.row.path,))
        return Judged(condition.check, Answer.UNKNOWN, "prior-unlawful", values, evidence, (lack,))
    if condition.not_methods and one.row.method is None:
        lack = Lack("method", (one.row.path,))
        return Judged(condition.check, Answer.UNKNOWN, "prior-method", values, evidence, (lack,))
    used = [
        other
        for other in case.career.of_awards((case.asked.award,))
        if (other.row.decided or str(other.row.year)) >= (one.row.decided or str(one.row.year))
    ]
    if used and case.asked.award not in condition.awards:
        return Judged(condition.check, Answer.UNKNOWN, "prior-used", values, (*evidence, used[-1].evidence()))
    return Judged(condition.check, Answer.YES, "prior", values, evidence)


def _no_prior(condition: PriorAward, case: Case) -> Judged:
    values = {"count": len(condition.awards)}
    barred = [one for one in case.career.of_awards(condition.awards) if one.row.method in condition.not_methods]
    evidence = tuple(one.evidence() for one in barred)
    if any(one.row.award in condition.awards for one in case.career.elsewhere):
        lack = Lack("identity", (case.career.who.name,))
        return Judged(condition.check, Answer.UNKNOWN, "prior-unknown", values, evidence, (lack,))
    began = began_in(case)
    absent = known_absent(case, condition.awards, range(began, case.asked.year + 1)) if began else ()
    if absent:
        reason = "prior-barred" if barred else "prior-none"
        return Judged(condition.check, Answer.NO, reason, values, (*evidence, *absent))
    lacks = (Lack("award", condition.awards), *(() if began else (Lack("began"),)))
    reason = "prior-barred" if barred else "prior-unknown"
    return Judged(condition.check, Answer.UNKNOWN, reason, values, evidence, lacks)


def began_in(case: Case) -> int | None:
    """Return the year in which a recipient's working life, or a collective's life, began; `None` where nobody says.

    Of several days of recruitment it is the first: somebody who was recruited anew may hold awards from before, so
    that a no has to rest on those years too.
    """
    career = case.career
    if career.record is not None:
        return int(career.record.start[:4]) if career.record.start and not career.followed else None
    recruited = [row.recruited for row in career.members if row.recruited]
    return int(min(recruited)[:4]) if recruited else None


# within a time


def within(condition: AwardsWithin, case: Case) -> Judged:
    """Judge how often an award was given within the years that count."""
    window = case.frame.window
    values = {"times": condition.times, "have": 0}
    if window is None:
        return Judged(condition.check, Answer.UNKNOWN, "within-no-window", values)
    sure: list[Held] = []
    perhaps: list[Held] = []
    for one in case.career.of_awards(condition.awards):
        year = one.row.year
        if year is None or not window.perhaps <= year <= window.last or one is case.frame.prior:
            continue
        if _method_out(condition.not_methods, one):
            continue
        earliest = year if one.dated else year - 1  # a decision of January may be for the year before
        unsure = one.inherited or one.unlawful or earliest < window.first or decided_later(one, case)
        unsure = unsure or bool(condition.not_methods and one.row.method is None)
        (perhaps if unsure else sure).append(one)
    values = {"times": condition.times, "have": len(sure), "first": window.first, "last": window.last}
    evidence = tuple(one.evidence() for one in sure)
    if len(sure) >= condition.times:
        return Judged(condition.check, Answer.YES, "within", values, evidence)
    near = Near(condition.times - len(sure), "lan")
    strangers = [one for one in case.career.elsewhere if one.row.award in condition.awards]
    if perhaps or strangers:
        lacks: tuple[Lack, ...] = (Lack("period", tuple(one.row.path for one in perhaps)),) if perhaps else ()
        lacks += (Lack("identity", (case.career.who.name,)),) if strangers else ()
        all_evidence = (*evidence, *(one.evidence() for one in perhaps))
        if len(sure) + len(perhaps) >= condition.times or strangers:
            return Judged(condition.check, Answer.UNKNOWN, "within-unsure", values, all_evidence, lacks, near)
    absent = known_absent(case, condition.awards, window.years())
    if absent:
        return Judged(condition.check, Answer.NO, "within-short", values, (*evidence, *absent), (), near)
    lacks = (Lack("award", condition.awards, tuple(window.years())),)
    return Judged(condition.check, Answer.UNKNOWN, "within-unknown", values, evidence, lacks, near)


def _method_out(not_methods: tuple[Method, ...], one: Held) -> bool:
    return one.row.method is not None and one.row.method in not_methods
