"""Conditions on a person's year: discipline, time away, recruitment, training, a move, service."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Evidence, Judged, Lack, Near
from thidua.eligibility.results import from_level
from thidua.law.recipient_condition import LeaveCountsAsWorked
from thidua.model.lists import YesNo
from thidua.model.year_lists import Discipline, Kept, LeaveKind
from thidua.vietnamese.text import fold

if TYPE_CHECKING:
    from thidua.eligibility.answer import Value
    from thidua.eligibility.asked import Case
    from thidua.law.recipient_condition import (
        LeaveBelow,
        MonthsSinceRecruited,
        MovedPersonComment,
        NotDisciplined,
        NotUnderDiscipline,
        ServiceYears,
        TrainingResult,
    )
    from thidua.store.career_rows import DisciplineRow, MemberRow


def not_disciplined(condition: NotDisciplined, case: Case) -> Judged:
    """Judge whether no discipline of a level holds in the year."""
    year = case.asked.year
    values: dict[str, Value] = {"level": condition.level, "year": year}
    found, perhaps = from_level(case.career.disciplines, condition.level, f"{year}-01-01", f"{year}-12-31")
    if found:
        evidence = tuple(map(discipline_evidence, found))
        return Judged(condition.check, Answer.NO, "disciplined", values, evidence)
    if perhaps:
        return _without_end(condition.check, values, perhaps)
    if any(from_level(case.career.disciplines_elsewhere, condition.level, f"{year}-01-01", f"{year}-12-31")):
        lacks = (Lack("identity", (case.career.who.name,)),)
        return Judged(condition.check, Answer.UNKNOWN, "discipline-unknown", values, (), lacks)
    if whole := case.career.whole(Kept.DISCIPLINE, year):
        evidence = (Evidence("declared", whole.kept, whole.path, 1),)
        return Judged(condition.check, Answer.YES, "not-disciplined", values, evidence)
    return Judged(condition.check, Answer.UNKNOWN, "discipline-unknown", values, (), (Lack("discipline", (), (year,)),))


def not_under_discipline(condition: NotUnderDiscipline, case: Case) -> Judged:
    """Judge whether a recorded discipline holds on the day; of what is not recorded a person is asked."""
    day, year = case.asked.day.isoformat(), case.asked.year
    found, perhaps = from_level(case.career.disciplines, Discipline.REPRIMAND, day, day)
    if found:
        evidence = tuple(map(discipline_evidence, found))
        return Judged(condition.check, Answer.NO, "under-discipline", {"day": day}, evidence)
    if perhaps:
        return _without_end(condition.check, {"day": day, "level": Discipline.REPRIMAND, "year": year}, perhaps)
    within, _ = from_level(case.career.disciplines, Discipline.REPRIMAND, f"{year}-01-01", day)
    if within:
        evidence = tuple(map(discipline_evidence, within))
        return Judged(condition.check, Answer.UNKNOWN, "disciplined-in-year", {"year": year}, evidence)
    if any(from_level(case.career.disciplines_elsewhere, Discipline.REPRIMAND, day, day)):
        lacks = (Lack("identity", (case.career.who.name,)),)
        values: dict[str, Value] = {"level": Discipline.REPRIMAND, "year": case.asked.day.year}
        return Judged(condition.check, Answer.UNKNOWN, "discipline-unknown", values, (), lacks)
    return Judged(condition.check, Answer.YES, "under-no-discipline", {"day": day})


def _without_end(check: str, values: dict[str, Value], found: list[DisciplineRow]) -> Judged:
    evidence = tuple(map(discipline_evidence, found))
    lacks = (Lack("discipline-end", tuple(one.path for one in found)),)
    return Judged(check, Answer.UNKNOWN, "discipline-unknown", values, evidence, lacks)


def discipline_evidence(one: DisciplineRow) -> Evidence:
    """Return a discipline as evidence: its level and days."""
    return Evidence("discipline", one.level, one.path, one.line, None, None, one.start)


def leave_below(condition: LeaveBelow, case: Case) -> Judged:
    """Judge the working days away; those that the law counts as worked are none."""
    year = case.asked.year
    rows = [row for row in case.career.of_year(year) if row.away is not None]
    values: dict[str, Value] = {"days": condition.days, "year": year, "away": 0}
    if not rows:
        return _unless_staff_is_whole(condition.check, case, "leave", values)
    worked = _worked(case)
    away = sum(_away(row, worked) for row in rows)
    evidence = tuple(_row(row) for row in rows)
    values["away"] = away
    if away < condition.days:
        return Judged(condition.check, Answer.YES, "leave-below", values, evidence)
    if worked and away - sum(row.away_unsaid for row in rows) < condition.days:
        lacks = (Lack("leave-kind", (), (year,)),)
        return Judged(condition.check, Answer.UNKNOWN, "leave-unsaid", values, evidence, lacks)
    return Judged(condition.check, Answer.NO, "leave-long", values, evidence)


def _away(row: MemberRow, worked: set[LeaveKind]) -> int:
    away = row.away or 0
    if LeaveKind.MATERNITY in worked:
        away -= row.away_maternity
    if LeaveKind.WOUNDS in worked:
        away -= row.away_wounds
    return away


def _worked(case: Case) -> set[LeaveKind]:
    """Return the kinds of leave that count as worked in the era."""
    ways = [*(one.conditions for one in case.asked.routes), *(one.conditions for one in case.asked.general)]
    return {kind for way in ways for one in way if isinstance(one, LeaveCountsAsWorked) for kind in one.kinds}


def months_since_recruited(condition: MonthsSinceRecruited, case: Case) -> Judged:
    """Judge how long before the end of the year the person was recruited."""
    year = case.asked.year
    values: dict[str, Value] = {"months": condition.months, "have": 0, "year": year}
    known = [row for row in case.career.members if row.recruited]
    if known:
        first = min(known, key=lambda row: row.recruited or "")
        day = date.fromisoformat(first.recruited or "")
        values["have"] = (year - day.year) * 12 + 12 - day.month + (1 if day.day == 1 else 0)
        enough = int(values["have"]) >= condition.months
        reason = "recruited" if enough else "recruited-late"
        return Judged(condition.check, Answer.YES if enough else Answer.NO, reason, values, (_row(first),))
    earlier = [row for row in case.career.members if row.year < year]
    if earlier:
        return Judged(condition.check, Answer.YES, "recruited-before", values, (_row(earlier[0]),))
    return Judged(condition.check, Answer.UNKNOWN, "recruited-unknown", values, (), (Lack("recruited"),))


def training_result(condition: TrainingResult, case: Case) -> Judged:
    """Judge the mark of a long training; who was at none needs none."""
    year = case.asked.year
    values: dict[str, Value] = {"years": condition.years, "year": year, "result": ", ".join(condition.results)}
    rows = [row for row in case.career.of_year(year) if (row.training_years or 0) >= condition.years]
    if not rows:
        return _unless_staff_is_whole(condition.check, case, "training", values)
    evidence = tuple(_row(row) for row in rows)
    if any(row.training_result is None for row in rows):
        lacks = (Lack("training", (), (year,)),)
        return Judged(condition.check, Answer.UNKNOWN, "training-unknown", values, evidence, lacks)
    enough = all(fold(row.training_result or "") in {fold(one) for one in condition.results} for row in rows)
    return Judged(
        condition.check, Answer.YES if enough else Answer.NO, "training" if enough else "training-low", values, evidence
    )


def moved_person_comment(condition: MovedPersonComment, case: Case) -> Judged:
    """Judge the old unit's comment on somebody who moved in the year."""
    year = case.asked.year
    values: dict[str, Value] = {"months": condition.months, "year": year}
    rows = [row for row in case.career.of_year(year) if (row.months_before or 0) >= condition.months]
    if not rows:
        return _unless_staff_is_whole(condition.check, case, "moved", values)
    evidence = tuple(_row(row) for row in rows)
    said = {row.old_unit_agrees for row in rows}
    if said == {YesNo.YES}:
        return Judged(condition.check, Answer.YES, "moved-comment", values, evidence)
    if YesNo.NO in said:
        return Judged(condition.check, Answer.NO, "moved-against", values, evidence)
    return Judged(condition.check, Answer.UNKNOWN, "moved-unknown", values, evidence, (Lack("comment", (), (year,)),))


def service_years(condition: ServiceYears, case: Case) -> Judged:
    """Judge years of service since the recorded day of recruitment."""
    values: dict[str, Value] = {"years": condition.years, "have": 0}
    known = [row for row in case.career.members if row.recruited]
    if not known:
        return Judged(condition.check, Answer.UNKNOWN, "service-unknown", values, (), (Lack("recruited"),))
    first = min(known, key=lambda row: row.recruited or "")
    have = full_years(date.fromisoformat(first.recruited or ""), case.asked.day)
    values["have"] = have
    if have >= condition.years:
        return Judged(condition.check, Answer.YES, "service", values, (_row(first),))
    near = Near(condition.years - have, "nam")
    return Judged(condition.check, Answer.NO, "service-short", values, (_row(first),), (), near)


def full_years(start: date, day: date) -> int:
    """Return the whole years from one day to another."""
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


def _unless_staff_is_whole(check: str, case: Case, what: str, values: dict[str, Value]) -> Judged:
    """What a roster does not mention did not happen only where the roster is declared to be whole."""
    year = case.asked.year
    whole = case.career.whole(Kept.STAFF, year)
    rows = case.career.of_year(year)
    if whole and rows:
        evidence = (_row(rows[0]), Evidence("declared", whole.kept, whole.path, 1))
        return Judged(check, Answer.YES, f"{what}-none", values, evidence)
    return Judged(check, Answer.UNKNOWN, f"{what}-unknown", values, (), (Lack(what, (), (year,)),))


def _row(row: MemberRow) -> Evidence:
    return Evidence("roster", row.unit, row.path, row.line, row.year)
