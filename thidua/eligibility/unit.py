"""Conditions on a collective: its members, its age, its place in a bloc, its targets; and shares of a group."""

from __future__ import annotations

from datetime import date
from math import ceil, floor
from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Evidence, Judged, Lack, Near
from thidua.eligibility.holders import holders_in
from thidua.eligibility.person import discipline_evidence, full_years
from thidua.eligibility.results import from_level
from thidua.law.term import QuotaBase
from thidua.model.lists import YesNo
from thidua.model.year_lists import Kept, TaskResult
from thidua.store import unit_years as ask
from thidua.value_class import replace

if TYPE_CHECKING:
    from thidua.eligibility.answer import Value
    from thidua.eligibility.asked import Case
    from thidua.eligibility.holders import Holders
    from thidua.law.condition import QuotaShare, TargetsAllExceeded
    from thidua.law.recipient_condition import (
        CollectiveAge,
        MembersCompletedShare,
        MembersWithAwardCount,
        MembersWithAwardShare,
        NoMemberDisciplined,
    )
    from thidua.store.career_rows import RosterRow


def _roster(case: Case) -> RosterRow | None:
    return next((one for one in case.career.rosters if one.year == case.asked.year), None)


def _headcount(case: Case) -> tuple[int, Evidence] | None:
    """Return how many people a collective has in the year, and what says so."""
    roster = _roster(case)
    if roster is None:
        return None
    evidence = Evidence("roster", roster.unit, roster.path, 1, roster.year)
    if roster.headcount is not None:
        return roster.headcount, evidence
    inside = case.asked.office.inside(roster.unit)
    if roster.listed and len(inside) == 1 and case.career.whole(Kept.STAFF, roster.year):
        return roster.listed, evidence
    return None


def members_with_share(condition: MembersWithAwardShare, case: Case) -> Judged:
    """Judge which share of the members holds an award of the year."""
    year = case.asked.year
    found = holders_in(case, case.career.who.id, condition.awards)
    values: dict[str, Value] = {"pct": str(condition.pct), "have": found.least, "of": 0, "year": year}
    evidence = found.evidence
    known = _headcount(case)
    if known is None or known[0] == 0:
        lacks = (Lack("headcount", (), (year,)),)
        return Judged(condition.check, Answer.UNKNOWN, "share-unknown", values, evidence, lacks)
    count, roster = known
    values["of"] = count
    evidence = (roster, *evidence)
    if found.least > count:
        lacks = (Lack("headcount", (), (year,)),)
        return Judged(condition.check, Answer.UNKNOWN, "share-above", values, evidence, lacks)
    exact = condition.pct * count / 100
    needed = floor(exact) + 1 if condition.strict is YesNo.YES else ceil(exact)
    higher = case.asked.presupposing(condition.awards)
    either = holders_in(case, case.career.who.id, (*condition.awards, *higher)) if higher else found
    if found.most < needed <= either.most:  # their own title presupposes this one, which no row says they got
        near = Near(needed - found.least, "nguoi")
        lacks = (Lack("members-award", condition.awards, (year,)),)
        shown = (*evidence, *either.evidence)
        return Judged(
            condition.check, Answer.UNKNOWN, "share-perhaps", values, tuple(dict.fromkeys(shown)), lacks, near
        )
    return _enough(condition.check, "share", case, condition.awards, values, replace(found, evidence=evidence), needed)


def members_with_count(condition: MembersWithAwardCount, case: Case) -> Judged:
    """Judge how many members hold an award of the year."""
    year = case.asked.year
    found = holders_in(case, case.career.who.id, condition.awards)
    values: dict[str, Value] = {"times": condition.count, "have": found.least, "year": year}
    return _enough(condition.check, "members", case, condition.awards, values, found, condition.count)


def _enough(
    check: str,
    what: str,
    case: Case,
    awards: tuple[str, ...],
    values: dict[str, Value],
    found: Holders,
    needed: int,
) -> Judged:
    year = case.asked.year
    if found.least >= needed:
        return Judged(check, Answer.YES, what, values, found.evidence)
    near = Near(needed - found.least, "nguoi")
    whole = [case.career.whole(case.asked.kept(award), year, award) for award in awards]
    if all(whole) and found.most < needed:
        said = dict.fromkeys(Evidence("declared", row.kept, row.path, 1) for row in whole if row is not None)
        return Judged(check, Answer.NO, f"{what}-short", values, (*found.evidence, *said), (), near)
    lacks = (Lack("members-award", awards, (year,)),)
    return Judged(check, Answer.UNKNOWN, f"{what}-unknown", values, found.evidence, lacks, near)


def members_completed(condition: MembersCompletedShare, case: Case) -> Judged:
    """Judge which share of the members did their task."""
    year = case.asked.year
    values: dict[str, Value] = {"pct": str(condition.pct), "have": 0, "of": 0, "year": year}
    roster, known = _roster(case), _headcount(case)
    done = _completed(case, roster)
    if roster is None or known is None or done is None or not 0 < known[0] >= done:
        lacks = (Lack("headcount" if known is None else "completed", (), (year,)),)
        return Judged(condition.check, Answer.UNKNOWN, "completed-unknown", values, (), lacks)
    values.update(have=done, of=known[0])
    needed = ceil(condition.pct * known[0] / 100)
    if done >= needed:
        return Judged(condition.check, Answer.YES, "completed", values, (known[1],))
    near = Near(needed - done, "nguoi")
    return Judged(condition.check, Answer.NO, "completed-short", values, (known[1],), (), near)


def _completed(case: Case, roster: RosterRow | None) -> int | None:
    """Return how many did their task: as stated, or counted where everybody's result is recorded."""
    if roster is None or roster.completed is not None:
        return roster.completed if roster else None
    rows = ask.results_of(case.asked.office.register, (roster.unit,), roster.year)
    known = _headcount(case)
    if known is None or len(rows) != known[0] or any(result is None for _, result in rows):
        return None
    return sum(result != TaskResult.NOT_DONE for _, result in rows)


def no_member_disciplined(condition: NoMemberDisciplined, case: Case) -> Judged:
    """Judge whether no member was disciplined from a level up in the year."""
    year, office = case.asked.year, case.asked.office
    values: dict[str, Value] = {"level": condition.level, "year": year}
    inside = set(office.inside(case.career.who.id))
    rows = tuple(one for one in office.disciplined_in(year) if office.unit(one.unit) in inside)
    found, perhaps = from_level(rows, condition.level, f"{year}-01-01", f"{year}-12-31")
    if found:
        return Judged(condition.check, Answer.NO, "member-disciplined", values, tuple(map(discipline_evidence, found)))
    if perhaps:
        lacks = (Lack("discipline-end", tuple(one.path for one in perhaps)),)
        evidence = tuple(map(discipline_evidence, perhaps))
        return Judged(condition.check, Answer.UNKNOWN, "discipline-unknown", values, evidence, lacks)
    if whole := case.career.whole(Kept.DISCIPLINE, year):
        evidence = (Evidence("declared", whole.kept, whole.path, 1),)
        return Judged(condition.check, Answer.YES, "no-member-disciplined", values, evidence)
    lacks = (Lack("discipline", (), (year,)),)
    return Judged(condition.check, Answer.UNKNOWN, "discipline-unknown", values, (), lacks)


def collective_age(condition: CollectiveAge, case: Case) -> Judged:
    """Judge how old a collective is; one that followed another may be as old as that one."""
    record = case.career.record
    values: dict[str, Value] = {"years": condition.years, "have": 0}
    if record is None or record.start is None:
        return Judged(condition.check, Answer.UNKNOWN, "age-unknown", values, (), (Lack("founded"),))
    have = full_years(date.fromisoformat(record.start), case.asked.day)
    values["have"] = have
    evidence = (Evidence("unit", record.id, record.path, 1, None, None, record.start),)
    if have >= condition.years:
        return Judged(condition.check, Answer.YES, "age", values, evidence)
    if case.career.followed:
        return Judged(condition.check, Answer.UNKNOWN, "age-inherited", values, evidence, (Lack("inheritance"),))
    near = Near(condition.years - have, "nam")
    return Judged(condition.check, Answer.NO, "age-short", values, evidence, (), near)


def targets_all_exceeded(condition: TargetsAllExceeded, case: Case) -> Judged:
    """Judge whether every target of the year was exceeded."""
    year = case.asked.year
    values: dict[str, Value] = {"year": year}
    rows = ask.targets_of(case.asked.office.register, case.career.who.id, year)
    evidence = tuple(Evidence("targets", f"{one.exceeded}/{one.total}", one.path, one.line, year) for one in rows)
    if any(one.short or (one.exceeded is not None and (one.total or 0) > one.exceeded) for one in rows):
        return Judged(condition.check, Answer.NO, "targets-short", values, evidence)
    if rows and all(one.total and one.exceeded == one.total for one in rows):
        return Judged(condition.check, Answer.YES, "targets", values, evidence)
    lacks = (Lack("targets", (), (year,)),)
    return Judged(condition.check, Answer.UNKNOWN, "targets-unknown", values, evidence, lacks)


def quota_share(condition: QuotaShare, case: Case) -> Judged:
    """Judge whether those who hold the award in a group, with this recipient, stay within a share of it.

    The group is the body that gave this recipient the title that is counted, where the recipient's unit belongs to
    it; a unit that belongs to none is a group of its own.
    """
    asked, year = case.asked, case.asked.year
    values: dict[str, Value] = {"pct": str(condition.pct), "have": 0, "of": 0, "year": year}
    group = _group(condition, case)
    if not group:
        return Judged(condition.check, Answer.UNKNOWN, "quota-group", values, (), (Lack("quota-base", (), (year,)),))
    base = holders_in(case, group, condition.awards)
    holding = holders_in(case, group, (asked.award,))
    inside = set(asked.office.inside(group))
    proposed = asked.proposal.beside if asked.proposal else ()
    beside = {one for one in proposed if one[1] in inside}
    beside.add((case.career.who.key, asked.office.unit(case.career.who.unit), ""))
    added = sum(one[0] not in holding.keys for one in beside)
    values.update(have=holding.least + added, of=base.least)
    evidence = base.evidence
    both = (*condition.awards, asked.award)
    if not all(asked.office.whole(group, asked.kept(award), year, award) for award in both):
        lacks = (Lack("members-award", both, (year,)),)
        return Judged(condition.check, Answer.UNKNOWN, "quota-unknown", values, evidence, lacks)
    least, most = (floor(condition.pct * count / 100) for count in (base.least, base.most))
    if least == 0:
        return Judged(condition.check, Answer.UNKNOWN, "quota-below-one", values, evidence)
    if holding.most + added <= least:
        return Judged(condition.check, Answer.YES, "quota", values, evidence)
    if holding.least + added > most:
        return Judged(condition.check, Answer.NO, "quota-over", values, evidence)
    return Judged(condition.check, Answer.UNKNOWN, "quota-unknown", values, evidence)


def _group(condition: QuotaShare, case: Case) -> str:
    """Return the organisation of which a share is taken; empty where nobody says which."""
    office, unit = case.asked.office, case.asked.office.unit(case.career.who.unit)
    if condition.base is not QuotaBase.HOLDERS or unit not in office.units:
        return ""
    above = office.above(unit)
    if len(above) == 1:
        return unit
    mine = office.holders(case.asked.year, condition.awards).get(unit, [])
    bodies = {one.authority for one in mine if one.key == case.career.who.key} & {*above}
    return bodies.pop() or "" if len(bodies) == 1 else ""
