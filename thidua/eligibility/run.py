"""A run of years of a result, counted after an earlier award, up to the time of the proposal."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Evidence, Judged, Lack, Near, all_of, any_of, joined
from thidua.eligibility.asked import LOOK_BACK, Window
from thidua.eligibility.given import surely
from thidua.eligibility.held import began_in
from thidua.eligibility.results import result_in
from thidua.law.entry import Certainty
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.eligibility.answer import Value
    from thidua.eligibility.asked import Case
    from thidua.law.condition import ConsecutiveYears

LONG_AGO = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Run:
    """The answer to a condition on a run, and the years in which the route's other conditions count."""

    judged: Judged
    window: Window


@dataclass(frozen=True, slots=True)
class _State:
    answer: Answer
    evidence: tuple[Evidence, ...] = ()
    lacks: tuple[Lack, ...] = ()


def run_of_years(condition: ConsecutiveYears, case: Case) -> Run:
    """Judge a run by every reading of where it starts; readings that differ leave it open."""
    bounded = case.frame.starts
    if condition.after_prior is Certainty.NO or not bounded:
        starts = [LONG_AGO]
    elif condition.after_prior is Certainty.UNKNOWN:
        starts = [*bounded, LONG_AGO]
    else:
        starts = [*bounded]
    good = cache(partial(_good, condition, case))  # a year is the same by every reading
    found = [_from(condition, case, day, good) for day in starts]
    run = _agreed(found) if len({one.judged.answer for one in found}) == 1 else _left_open(condition, found)
    if condition.after_prior is Certainty.YES and not bounded:
        return Run(_without_start(run.judged), run.window)
    return run


def _agreed(found: list[Run]) -> Run:
    return Run(found[0].judged, _common([one.window for one in found]))


def _common(windows: list[Window]) -> Window:
    """Return the years that count by every reading, and those that count by some."""
    return Window(max(one.first for one in windows), min(one.perhaps for one in windows), windows[0].last)


def _left_open(condition: ConsecutiveYears, found: list[Run]) -> Run:
    judged = next(one.judged for one in found if one.judged.answer is not Answer.YES)
    window = _common([one.window for one in found])
    reason = "run-start-after" if condition.after_prior is Certainty.UNKNOWN else "run-start-open"
    return Run(replace(judged, answer=Answer.UNKNOWN, reason=reason), window)


def _without_start(judged: Judged) -> Judged:
    """The earlier award, or its day, is not known: the run may or may not come after it."""
    if judged.answer is not Answer.YES:
        return judged
    return replace(judged, answer=Answer.UNKNOWN, reason="run-start-unknown", lacks=(Lack("prior-day"),))


def _from(condition: ConsecutiveYears, case: Case, start: date, good: Callable[[int], _State]) -> Run:
    start = max([start, *_disciplined_until(case)])
    last = max(case.asked.last_year, *(one.year for one in case.career.years if one.year <= case.asked.year), 0)
    whole = start.year if (start.month, start.day) == (1, 1) else start.year + 1
    cut = whole - 1 if (start.month, start.day) not in ((1, 1), (12, 31)) else whole
    since = max(cut, began_in(case) or 0, last - 2 * condition.years - LOOK_BACK + 1) if start == LONG_AGO else cut
    states = {year: _state(case, year, start, good(year)) for year in range(since, last + 1)}
    judged = _judged(condition, case, states, start, last)
    window = Window(max(whole, since), since, last)
    if start == LONG_AGO:
        least = last - condition.years + 1
        window = Window(
            _back_to(states, least, (Answer.YES,)), _back_to(states, least, (Answer.YES, Answer.UNKNOWN)), last
        )
    return Run(judged, window)


def _back_to(states: dict[int, _State], first: int, answers: tuple[Answer, ...]) -> int:
    """Return how far back a run goes beyond its least length, over years with one of these answers."""
    while first - 1 in states and states[first - 1].answer in answers:
        first -= 1
    return first


def _disciplined_until(case: Case) -> list[date]:
    rule = case.asked.counting
    if rule is None or rule.after_discipline is not Certainty.YES:
        return []
    day = case.asked.day.isoformat()
    return [date.fromisoformat(one.end) for one in case.career.disciplines if one.end and one.end <= day]


def _state(case: Case, year: int, start: date, state: _State) -> _State:
    """Whether one year may stand in a run from some day; a year that is cut by that day is open."""
    begins = min([one.start for one in case.career.years if one.year == year], default=f"{year}-01-01")
    if begins <= start.isoformat() and start.isoformat() != f"{year}-01-01":
        return _State(Answer.UNKNOWN, state.evidence, (Lack("cut-year", (), (year,)),))
    return state


def _good(condition: ConsecutiveYears, case: Case, year: int) -> _State:
    if condition.result is None:
        return _State(Answer.YES)
    titles = [one for one in case.career.of_awards(condition.or_awards) if one.row.year == year]
    if sure := [one for one in titles if surely(one, case)]:
        return _State(Answer.YES, (sure[0].evidence(),))
    answer, rows = result_in(case.career, year, condition.result)
    evidence = (*(one.evidence() for one in rows), *(one.evidence() for one in titles))
    if answer is Answer.UNKNOWN or (titles and answer is Answer.NO):
        inherited = any(one.inherited for one in rows) or any(one.inherited for one in titles)
        return _State(Answer.UNKNOWN, evidence, (Lack("inheritance" if inherited else "result", (), (year,)),))
    return _State(answer, evidence)


def _judged(condition: ConsecutiveYears, case: Case, states: dict[int, _State], start: date, last: int) -> Judged:
    ends = [one for one in dict.fromkeys((last, case.asked.last_year)) if one in states]
    runs = {end: _run(states, end, condition.years) for end in states}
    reaching = any_of(runs[end] for end in ends) if ends else Answer.NO
    best = max(ends, key=lambda end: (runs[end] is Answer.YES, runs[end] is Answer.UNKNOWN, end), default=last)
    years = [year for year in range(best - condition.years + 1, best + 1) if year in states]
    good = [year for year in years if states[year].answer is Answer.YES]
    values: dict[str, Value] = {"years": condition.years, "have": len(good), "last": best, "since": start.isoformat()}
    evidence = tuple(one for year in years for one in states[year].evidence)
    lacks = tuple(one for year in years for one in states[year].lacks)
    near = Near(condition.years - len(good), "nam")
    if reaching is Answer.YES:
        judged = Judged(condition.check, Answer.YES, "run", values, evidence)
        return _with_others(condition, case, judged, states, years)
    if reaching is Answer.UNKNOWN:
        return Judged(condition.check, reaching, "run-unknown", values, evidence, joined(lacks), near)
    if condition.until_proposal is not Certainty.YES and Answer.YES in runs.values():
        end = max(end for end, answer in runs.items() if answer is Answer.YES)
        return Judged(condition.check, Answer.UNKNOWN, "run-earlier", {**values, "last": end}, evidence)
    if condition.until_proposal is not Certainty.YES and Answer.UNKNOWN in runs.values():
        return Judged(condition.check, Answer.UNKNOWN, "run-unknown", values, evidence, joined(lacks), near)
    short = len(years) < condition.years
    return Judged(condition.check, Answer.NO, "run-too-soon" if short else "run-broken", values, evidence, (), near)


def _run(states: dict[int, _State], end: int, years: int) -> Answer:
    run = range(end - years + 1, end + 1)
    if run[0] not in states:
        return Answer.NO
    return all_of(states[year].answer for year in run)


def _with_others(
    condition: ConsecutiveYears, case: Case, judged: Judged, states: dict[int, _State], run: list[int]
) -> Judged:
    """Judge the years outside the run, where the law asks something of them too."""
    if condition.other_result is None or case.frame.prior is None or judged.values["since"] == LONG_AGO.isoformat():
        return judged
    others = [year for year in states if year not in run and year <= case.asked.last_year]
    found = {year: result_in(case.career, year, condition.other_result) for year in others}
    cut = {year for year in others if any(lack.what == "cut-year" for lack in states[year].lacks)}
    bad = [year for year in others if found[year][0] is Answer.NO and year not in cut]
    if bad:
        evidence = tuple(one.evidence() for year in bad for one in found[year][1])
        return Judged(judged.check, Answer.NO, "run-other-bad", judged.values, evidence)
    open_ = tuple(year for year in others if found[year][0] is Answer.UNKNOWN and year not in cut)
    if open_:
        lacks = (Lack("result", (), open_),)
        return replace(judged, answer=Answer.UNKNOWN, reason="run-other-unknown", lacks=lacks)
    return judged
