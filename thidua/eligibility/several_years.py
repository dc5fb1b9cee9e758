"""Titles that stand for several years each: one after another, not year after year."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Judged, Lack, Near
from thidua.eligibility.given import known_absent, open_of, surely

if TYPE_CHECKING:
    from thidua.eligibility.asked import Case
    from thidua.law.condition import ConsecutiveAwards


def one_after_another(condition: ConsecutiveAwards, case: Case) -> Judged:
    """Judge titles that follow one another, each for `years_each` years.

    How far apart they are is practice, not text: other distances are for a person to see, never a no.
    """
    last, each = case.asked.year, condition.years_each or 1
    found = case.career.of_awards(condition.awards)
    sure = [one for one in found if surely(one, case)]
    dated = sorted({one.row.year: one for one in sure if one.row.year}.items())
    titles = [one for year, one in dated if year is not None and year <= last]
    values = {"times": condition.times, "have": len(titles), "each": each, "last": last}
    evidence = tuple(one.evidence() for one in titles[-condition.times :])
    if len(titles) >= condition.times:
        years = [one.row.year or 0 for one in titles[-condition.times :]]
        used = [one for one in case.career.of_awards((case.asked.award,)) if (one.row.year or 0) >= years[0]]
        if used:
            evidence = (*evidence, used[-1].evidence())
            return Judged(condition.check, Answer.UNKNOWN, "titles-used", values, evidence)
        regular = all(after - before == each for before, after in pairwise(years))
        if regular and years[-1] >= last - 1:
            return Judged(condition.check, Answer.YES, "titles", values, evidence)
        return Judged(condition.check, Answer.UNKNOWN, "titles-apart", values, evidence)
    near = Near(condition.times - len(titles), "danh-hieu")
    if len(found) > len(titles):
        lacks = tuple(Lack(open_of([one], case), (one.row.path,)) for one in found if one not in titles)
        return Judged(condition.check, Answer.UNKNOWN, "titles-unknown", values, evidence, lacks, near)
    first = last - condition.times * each + 1
    strangers = any(one.row.award in condition.awards for one in case.career.elsewhere)
    absent = () if strangers else known_absent(case, condition.awards, _without(range(first, last + 1), evidence))
    if absent:
        return Judged(condition.check, Answer.NO, "titles-short", values, (*evidence, *absent), (), near)
    lacks = (Lack("award", condition.awards, tuple(_without(range(first, last + 1), evidence))),)
    return Judged(condition.check, Answer.UNKNOWN, "titles-unknown", values, evidence, lacks, near)


def _without(years: range, evidence: tuple[object, ...]) -> list[int]:
    held = {getattr(one, "year", None) for one in evidence}
    return [year for year in years if year not in held]
