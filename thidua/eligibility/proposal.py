"""Conditions on how a proposal was dealt with: the council's vote, public notice, deadlines, how recent it is."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Evidence, Judged, Lack
from thidua.law.term import DeadlineYear
from thidua.model.days import months_before, working_days
from thidua.model.lists import YesNo
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.eligibility.answer import Value
    from thidua.eligibility.asked import Case
    from thidua.law.condition import AchievementRecent, CommendedOnce, CouncilVote, Deadline, PublicNotice


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row of a nomination, as far as the law asks of it.

    Attributes:
        path, line: where it stands.
        submitted, received: the day of the submission, and when it was received at the level that decides.
        achieved: the last day of the achievement.
        members, in_favour: of the council.
        answers: what a person answered to the law's questions, by the question's id: yes or no, and who.
        beside: whom the nomination proposes for the same award: key of the name, unit, what tells them apart.
    """

    path: str
    line: int
    submitted: date | None = None
    received: date | None = None
    achieved: date | None = None
    members: int | None = None
    in_favour: int | None = None
    notice: tuple[date | None, date | None] = (None, None)
    council: date | None = None
    answers: Mapping[str, tuple[bool, str]] = field(default_factory=dict)
    beside: tuple[tuple[str, str, str], ...] = ()

    def evidence(self, what: str) -> tuple[Evidence, ...]:
        return (Evidence("nomination", what, self.path, self.line),)


def council_vote(condition: CouncilVote, case: Case) -> Judged:
    """Judge the share of all members of the council who are in favour."""
    asked = case.asked.proposal
    values: dict[str, Value] = {"pct": str(condition.pct), "have": 0, "of": 0}
    if asked is None or asked.in_favour is None or not asked.members or asked.in_favour > asked.members:
        return Judged(condition.check, Answer.UNKNOWN, "vote-unknown", values, (), (Lack("vote"),))
    values.update(have=asked.in_favour, of=asked.members)
    enough = asked.in_favour * 100 >= condition.pct * asked.members
    values["needed"] = ceil(condition.pct * asked.members / 100)
    answer = Answer.YES if enough else Answer.NO
    return Judged(condition.check, answer, "vote" if enough else "vote-short", values, asked.evidence("vote"))


def public_notice(condition: PublicNotice, case: Case) -> Judged:
    """Judge the days of public notice before the council, Monday to Friday; holidays are not known."""
    asked = case.asked.proposal
    values: dict[str, Value] = {"days": condition.working_days, "have": 0}
    first, last = asked.notice if asked else (None, None)
    if asked is None or first is None:
        return Judged(condition.check, Answer.UNKNOWN, "notice-unknown", values, (), (Lack("notice"),))
    eve = max(asked.council, _SECOND_DAY) - timedelta(1) if asked.council else None
    end = last or eve
    if end is None:
        return Judged(condition.check, Answer.UNKNOWN, "notice-unknown", values, (), (Lack("notice"),))
    end = min(end, eve or end)
    fewest, most = working_days(first, end)
    values["have"] = fewest
    if most < condition.working_days:
        return Judged(condition.check, Answer.NO, "notice-short", values, asked.evidence("notice"))
    late = last is not None and asked.council is not None and last >= asked.council
    if fewest < condition.working_days or late:
        return Judged(condition.check, Answer.UNKNOWN, "notice-perhaps", values, asked.evidence("notice"))
    return Judged(condition.check, Answer.YES, "notice", values, asked.evidence("notice"))


_SECOND_DAY = date.min + timedelta(1)
"""The first day that has one before it."""


def deadline(condition: Deadline, case: Case) -> Judged:
    """Judge whether the submission came in time: by a day after the last decision, or after the achievement's end."""
    asked = case.asked
    sent = asked.proposal.received or asked.proposal.submitted if asked.proposal else None
    day = sent or asked.day
    evidence = asked.proposal.evidence("date") if asked.proposal and sent else ()
    if condition.year is DeadlineYear.AFTER_LAST_DECISION:
        before = asked.day.isoformat()
        given = (one for one in case.career.of_awards(condition.awards) if one.row.decided)
        decided = sorted(
            (one for one in given if (one.row.decided or "") <= before), key=lambda one: one.row.decided or ""
        )
        if not decided:
            values: dict[str, Value] = {"until": condition.day}
            return Judged(condition.check, Answer.UNKNOWN, "deadline-unknown", values, (), (Lack("prior-day"),))
        until = f"{int((decided[-1].row.decided or '')[:4]) + 1:04}-{condition.day}"
        evidence = (decided[-1].evidence(), *evidence)
    else:
        ended = (asked.proposal.achieved if asked.proposal else None) or date(asked.year, 12, 31)
        until = f"{ended.year + (condition.day <= ended.isoformat()[5:]):04}-{condition.day}"
    values = {"until": until, "day": day.isoformat()}
    if day.isoformat() > until:
        return Judged(condition.check, Answer.NO, "deadline-past", values, evidence)
    if condition.school_year is YesNo.YES:  # no record tells which bodies are assessed by school year
        return Judged(condition.check, Answer.UNKNOWN, "deadline-school-year", values, evidence)
    return Judged(condition.check, Answer.YES, "deadline", values, evidence)


def achievement_recent(condition: AchievementRecent, case: Case) -> Judged:
    """Judge whether the achievement reaches to within so many months of the submission."""
    asked = case.asked.proposal
    values: dict[str, Value] = {"months": condition.months}
    submitted = (asked.submitted or asked.received) if asked else None
    if asked is None or submitted is None or asked.achieved is None:
        return Judged(condition.check, Answer.UNKNOWN, "recent-unknown", values, (), (Lack("achievement-period"),))
    values.update(day=submitted.isoformat(), last=asked.achieved.isoformat())
    recent = asked.achieved >= months_before(submitted, condition.months)
    answer = Answer.YES if recent else Answer.NO
    return Judged(condition.check, answer, "recent" if recent else "recent-not", values, asked.evidence("period"))


def commended_once(condition: CommendedOnce, case: Case) -> Judged:
    """Judge whether another form was given for the same year; whether for one achievement, a person sees."""
    asked = case.asked
    if asked.kept(asked.award) == "danh-hieu":
        return Judged(condition.check, Answer.YES, "once-title")
    others = [
        one
        for one in case.career.held
        if one.row.year == asked.year and one.row.award != asked.award and asked.kept(one.row.award) == "hinh-thuc"
    ]
    if others:
        evidence = tuple(one.evidence() for one in others)
        return Judged(condition.check, Answer.UNKNOWN, "once-perhaps", {"year": asked.year}, evidence)
    return Judged(condition.check, Answer.YES, "once", {"year": asked.year})
