"""Conditions on a collective's place in its bloc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Evidence, Judged, Lack, Near
from thidua.law.term import Scope
from thidua.model.lists import Level
from thidua.store import unit_years as ask

if TYPE_CHECKING:
    from thidua.eligibility.answer import Value
    from thidua.eligibility.asked import Case
    from thidua.law.condition import RankedFirstInBloc

_LEVELS = {Scope.CENTRAL: (Level.STATE,), Scope.MINISTRY_OR_PROVINCE: (Level.MINISTRY_OR_PROVINCE,)}
"""Of which level the organiser of a bloc is."""


def ranked_first(condition: RankedFirstInBloc, case: Case) -> Judged:
    """Judge whether the collective is first in a bloc of the year that such a body runs."""
    year = case.asked.year
    values: dict[str, Value] = {"organiser": condition.organiser, "year": year, "rank": 0}
    rows = ask.ranks_of(case.asked.office.register, case.career.who.id, year)
    fitting = [one for one in rows if one.level in _LEVELS.get(condition.organiser, ())]
    evidence = tuple(Evidence("bloc", one.bloc, one.path, one.line, year) for one in fitting)
    ranks = {one.rank for one in fitting if one.rank is not None}
    if 1 in ranks:
        values["rank"] = 1
        return Judged(condition.check, Answer.YES, "bloc-first", values, evidence)
    if ranks and all(one.rank is not None for one in fitting):
        values["rank"] = min(ranks)
        near = Near(min(ranks) - 1, "bac")
        return Judged(condition.check, Answer.NO, "bloc-not-first", values, evidence, (), near)
    if rows and not fitting and all(one.level is not None for one in rows):
        evidence = tuple(Evidence("bloc", one.bloc, one.path, one.line, year) for one in rows)
        lacks = (Lack("rank", (), (year,)),)
        return Judged(condition.check, Answer.UNKNOWN, "bloc-of-others", values, evidence, lacks)
    return Judged(condition.check, Answer.UNKNOWN, "bloc-unknown", values, evidence, (Lack("rank", (), (year,)),))
