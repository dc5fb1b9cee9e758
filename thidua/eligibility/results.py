"""Conditions on how the task was done: in the year, and in so many years of a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Evidence, Judged, Lack, Near
from thidua.model.year_lists import Discipline, Kept, Reach, TaskResult

if TYPE_CHECKING:
    from enum import StrEnum

    from thidua.eligibility.answer import Value
    from thidua.eligibility.asked import Case
    from thidua.eligibility.career import Career, Year
    from thidua.law.condition import InitiativeOf, ResultYearsWithin, TaskResultAtLeast
    from thidua.store.career_rows import DisciplineRow, WorkRow


def place(values: type[StrEnum], value: str) -> int:
    """Return where a value stands in its list."""
    return list(values).index(values(value))


def result_in(career: Career, year: int, at_least: TaskResult) -> tuple[Answer, tuple[Year, ...]]:
    """Return whether the year's task was done so well; rows that differ about it leave it open."""
    rows = [one for one in career.years if one.year == year]
    good = {place(TaskResult, one.result) <= place(TaskResult, at_least) for one in rows}
    if not rows or len(good) == 2 or any(one.inherited for one in rows):
        return Answer.UNKNOWN, tuple(rows)
    return (Answer.YES if good == {True} else Answer.NO), tuple(rows)


def task_result(condition: TaskResultAtLeast, case: Case) -> Judged:
    """Judge the result of the year asked about."""
    year = case.asked.year
    answer, rows = result_in(case.career, year, condition.result)
    values: dict[str, Value] = {"result": condition.result, "year": year}
    evidence = tuple(one.evidence() for one in rows)
    if answer is Answer.UNKNOWN:
        lacks = (Lack("result", (), (year,)),)
        return Judged(condition.check, answer, "result-differs" if rows else "result-unknown", values, evidence, lacks)
    return Judged(condition.check, answer, "result" if answer is Answer.YES else "result-below", values, evidence)


def result_years(condition: ResultYearsWithin, case: Case) -> Judged:
    """Judge in how many of the years that count the task was done so well."""
    window = case.frame.window
    if window is None:
        return Judged(condition.check, Answer.UNKNOWN, "within-no-window", {"times": condition.years, "have": 0})
    states = {year: result_in(case.career, year, condition.result) for year in range(window.perhaps, window.last + 1)}
    sure = [year for year in window.years() if states[year][0] is Answer.YES]
    values: dict[str, Value] = {"result": condition.result, "times": condition.years, "have": len(sure)}
    values.update(first=window.first, last=window.last)
    evidence = tuple(one.evidence() for year in sure for one in states[year][1])
    if len(sure) >= condition.years:
        return Judged(condition.check, Answer.YES, "result-years", values, evidence)
    near = Near(condition.years - len(sure), "nam")
    unknown = [year for year in states if states[year][0] is Answer.UNKNOWN or year < window.first]
    if len(sure) + len(unknown) >= condition.years:
        lacks = (Lack("result", (), tuple(unknown)),)
        return Judged(condition.check, Answer.UNKNOWN, "result-years-unknown", values, evidence, lacks, near)
    known = tuple(one.evidence() for year in states for one in states[year][1])
    return Judged(condition.check, Answer.NO, "result-years-short", values, known, (), near)


# initiatives


def initiative(condition: InitiativeOf, case: Case) -> Judged:
    """Judge recognised works of a reach: in the year, in the years that count, or where the text leaves it open."""
    year, window = case.asked.year, case.frame.window
    fitting = [one for one in case.career.works if _fits(one, condition)]
    values: dict[str, Value] = {"reach": condition.scope, "times": condition.times, "have": 0, "year": year}
    values["kinds"] = " ".join(condition.kinds)
    if condition.span == "ky-lien-tuc":
        if window is None:
            return Judged(condition.check, Answer.UNKNOWN, "within-no-window", values)
        years, before = list(window.years()), list(range(window.perhaps, window.first))
    else:
        years, before = [year], [year - 2, year - 1] if condition.span == "chua-ro" else []
    unsure = [one for one in fitting if one.year is None or one.year in before]
    sure = [one for one in fitting if one.year in years]
    values["have"] = len(sure)
    evidence = tuple(map(_work, sure))
    if len(sure) >= condition.times:
        return Judged(condition.check, Answer.YES, "work", values, evidence)
    near = Near(condition.times - len(sure), "sang-kien")
    if len(sure) + len(unsure) >= condition.times:
        evidence = (*evidence, *map(_work, unsure))
        return Judged(condition.check, Answer.UNKNOWN, "work-other-year", values, evidence, (), near)
    strangers = [one for one in case.career.works_elsewhere if _fits(one, condition)]
    if any(one.year is None or one.year in (*years, *before) for one in strangers):
        lacks: tuple[Lack, ...] = (Lack("identity", (case.career.who.name,)),)
        return Judged(condition.check, Answer.UNKNOWN, "work-unknown", values, evidence, lacks, near)
    absent = [case.career.whole(Kept.INITIATIVES, one) for one in (*years, *before)]
    if absent and all(absent):
        said = dict.fromkeys(Evidence("declared", row.kept, row.path, 1) for row in absent if row is not None)
        return Judged(condition.check, Answer.NO, "work-none", values, (*evidence, *said), (), near)
    lacks = (Lack("work", (condition.scope,), tuple(years)),)
    return Judged(condition.check, Answer.UNKNOWN, "work-unknown", values, evidence, lacks, near)


def _fits(one: WorkRow, condition: InitiativeOf) -> bool:
    return one.kind in condition.kinds and place(Reach, one.reach) >= place(Reach, condition.scope)


def _work(one: WorkRow) -> Evidence:
    return Evidence("work", one.work, one.path, one.line, one.year, one.number, one.decided)


# discipline


def from_level(
    rows: tuple[DisciplineRow, ...], level: Discipline, first: str, last: str
) -> tuple[list[DisciplineRow], list[DisciplineRow]]:
    """Return the disciplines from a level up that hold in a time, and those that may: their end is not known."""
    heavy = [one for one in rows if place(Discipline, one.level) >= place(Discipline, level) and one.start <= last]
    sure = [one for one in heavy if one.start >= first or (one.end is not None and one.end >= first)]
    return sure, [one for one in heavy if one.end is None and one not in sure]
