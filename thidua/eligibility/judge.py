"""Every route to an award, its conditions one by one, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.eligibility import bloc, held, person, proposal, results, unit
from thidua.eligibility.answer import Answer, ByRoute, Judged, Lack, all_of, any_of, near_of
from thidua.eligibility.asked import Case, Frame, Window, starts_after
from thidua.eligibility.given import in_year
from thidua.eligibility.run import run_of_years
from thidua.law.condition import AnyOf, Condition, ConsecutiveYears, Human, PriorAward, SameYearAward
from thidua.law.entry import Certainty, Confidence
from thidua.model.lists import YesNo
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua.eligibility.asked import Asked
    from thidua.eligibility.career import Career
    from thidua.eligibility.proposal import Proposal
    from thidua.law.entry import Words
    from thidua.law.prerequisite import Route

_JUDGES: dict[str, Callable[[Any, Case], Judged]] = {
    "consecutive_awards": held.consecutive,
    "prior_award": held.prior,
    "awards_within": held.within,
    "task_result": results.task_result,
    "result_years_within": results.result_years,
    "initiative": results.initiative,
    "not_disciplined": person.not_disciplined,
    "not_under_discipline": person.not_under_discipline,
    "leave_below": person.leave_below,
    "months_since_recruited": person.months_since_recruited,
    "training_result": person.training_result,
    "moved_person_comment": person.moved_person_comment,
    "service_years": person.service_years,
    "members_with_award_share": unit.members_with_share,
    "members_with_award_count": unit.members_with_count,
    "members_completed_share": unit.members_completed,
    "no_member_disciplined": unit.no_member_disciplined,
    "collective_age": unit.collective_age,
    "targets_all_exceeded": unit.targets_all_exceeded,
    "quota_share": unit.quota_share,
    "ranked_first_in_bloc": bloc.ranked_first,
    "council_vote": proposal.council_vote,
    "public_notice": proposal.public_notice,
    "deadline": proposal.deadline,
    "achievement_recent": proposal.achievement_recent,
    "commended_once": proposal.commended_once,
}

UNRECORDED = frozenset(
    ("human", "leads_campaign", "campaign_achievement", "contribution_value", "best_of_bloc_leaders")
)
"""Conditions that no record tells of."""

PROCEDURE = frozenset(("council_vote", "public_notice", "deadline", "achievement_recent"))
"""Conditions on how a proposal is dealt with: nothing to judge before there is one."""

MOST_PRIORS = 6
"""How many earlier awards of one kind are tried as the start of a count, the latest first."""


def judge(condition: Condition, case: Case) -> Judged:
    """Return the answer to one condition; one that is known badly never answers no."""
    match condition:
        case AnyOf():
            judged = _any_of(condition, case)
        case SameYearAward():
            judged = _same_year(condition, case)
        case ConsecutiveYears():
            return _said(condition, run_of_years(condition, case).judged)
        case Human():
            judged = answered(case.frame.route, condition.question, case.asked.proposal)
        case _ if condition.check == "leave_counts_as_worked":
            judged = Judged(condition.check, Answer.YES, "leave-counts")
        case _ if condition.check in UNRECORDED:
            judged = Judged(condition.check, Answer.UNKNOWN, f"unrecorded-{condition.check.replace('_', '-')}")
        case _:
            judged = _JUDGES[condition.check](condition, case)
    return _said(condition, judged)


def _said(condition: Condition, judged: Judged) -> Judged:
    """Return an answer with what the condition itself says: its awards, its article, how well it is known."""
    named = getattr(condition, "awards", ())
    values = {**judged.values, "awards": " ".join(named)} if named else judged.values
    answer = judged.answer
    if condition.confidence is Confidence.UNCONFIRMED and answer is Answer.NO:
        answer = Answer.UNKNOWN
    if not named and (condition.article, condition.confidence, condition.note) == (None, None, None):
        return judged
    return replace(
        judged,
        answer=answer,
        values=values,
        article=condition.article,
        confidence=condition.confidence,
        note=condition.note,
    )


def answered(id_: str, question: Words, proposal: Proposal | None) -> Judged:
    """Return what a person answered to a question, by the id of the law's entry that asks it."""
    given = proposal.answers.get(id_) if proposal else None
    values = {"id": id_, "by": given[1] if given else ""}
    if proposal is None or given is None:
        return Judged("human", Answer.UNKNOWN, "human", values, question=question)
    answer, reason = (Answer.YES, "human-yes") if given[0] else (Answer.NO, "human-no")
    return Judged("human", answer, reason, values, proposal.evidence("answers"), question=question)


def _any_of(condition: AnyOf, case: Case) -> Judged:
    parts: list[tuple[Judged, ...]] = []
    for option in condition.options:
        part = tuple(judge(one, case) for one in option.conditions)
        if option.only_if is not None and all_of(one.answer for one in part) is Answer.YES:
            part += (answered(case.frame.route, option.only_if, case.asked.proposal),)
        parts.append(part)
    answers = [all_of(one.answer for one in part) for part in parts]
    answer = any_of(answers)
    best = parts[min(range(len(parts)), key=lambda place: _rank(answers[place]))]
    nears = [near for part in parts if (near := near_of(part)) is not None]
    near = min(nears, key=lambda one: one.count, default=None) if answer is not Answer.YES else None
    evidence = tuple(one for judged in best for one in judged.evidence)
    lacks = () if answer is Answer.YES else tuple(one for judged in best for one in judged.lacks)
    return Judged(condition.check, answer, "any-of", {}, evidence, lacks, near, tuple(parts))


def _same_year(condition: SameYearAward, case: Case) -> Judged:
    """The title of the year; or, where its standard is enough, what the title itself asks for."""
    answer, evidence, lacks = in_year(case, condition.awards, case.asked.year)
    values = {"year": case.asked.year}
    if answer is Answer.YES or condition.standard_suffices is YesNo.NO:
        reason = {Answer.YES: "same-year", Answer.NO: "same-year-none", Answer.UNKNOWN: "same-year-unknown"}[answer]
        return Judged(condition.check, answer, reason, values, evidence, lacks)
    standards = [
        one
        for standard in case.asked.standards_of(condition)
        for one in judge_routes(standard, case.career)
        if not one.human
    ]
    if standards and all(one.answer is Answer.NO for one in standards):
        known = tuple(e for one in standards for j in one.conditions for e in j.evidence)
        return Judged(condition.check, Answer.NO, "standard-not-met", values, known)
    known = (*evidence, *(e for one in standards for j in one.conditions for e in j.evidence))
    return Judged(condition.check, Answer.UNKNOWN, "standard-unknown", values, tuple(dict.fromkeys(known)), lacks)


# routes


@dataclass(frozen=True, slots=True)
class _Tried:
    answer: Answer
    conditions: tuple[Judged, ...]


def judge_routes(asked: Asked, career: Career) -> list[ByRoute]:
    """Return what every way to the award says of one recipient."""
    return [_by_route(route, asked, career) for route in asked.routes]


def _by_route(route: Route, asked: Asked, career: Career) -> ByRoute:
    tried = [_try(route, Case(asked, career, frame)) for frame in _frames(route, asked, career)]
    best = min(tried, key=lambda one: (_rank(one.answer), sum(j.answer is not Answer.YES for j in one.conditions)))
    answer, conditions = _only_if_one(best, career)
    whole = route.complete is Certainty.YES
    if (answer is Answer.YES and not whole) or route.confidence is Confidence.UNCONFIRMED:
        answer = Answer.UNKNOWN
    return ByRoute(
        route.id, route.path, asked.era, route.article, route.confidence, route.origin, answer, conditions,
        human=all(map(_unrecorded, route.conditions)), whole=whole, note=route.note,
    )  # fmt: skip


def _unrecorded(condition: Condition) -> bool:
    if isinstance(condition, AnyOf):
        return all(_unrecorded(one) for option in condition.options for one in option.conditions)
    return condition.check in UNRECORDED


def _frames(route: Route, asked: Asked, career: Career) -> Iterable[Frame]:
    """Return the earlier awards that the route's count may start after; one empty frame where there is none."""
    condition = next((one for one in route.conditions if isinstance(one, PriorAward)), None)
    empty = Frame(route=route.id)
    if condition is None:
        return (empty,)
    found = held.priors(condition, Case(asked, career))[:MOST_PRIORS]
    return tuple(Frame(one, starts_after(asked, one), route=route.id) for one in found) or (empty,)


def _try(route: Route, case: Case) -> _Tried:
    run = next((one for one in route.conditions if isinstance(one, ConsecutiveYears)), None)
    window: Window | None = None
    found = run_of_years(run, case) if run is not None else None
    if found is not None:
        window = found.window
    elif case.frame.starts:
        year = max(case.frame.starts).year
        window = Window(year + 1, year, case.asked.year)
    framed = replace(case, frame=replace(case.frame, window=window))
    conditions = tuple(
        _said(one, found.judged) if found is not None and one is run else judge(one, framed) for one in route.conditions
    )
    return _Tried(all_of(one.answer for one in conditions), conditions)


def _only_if_one(tried: _Tried, career: Career) -> tuple[Answer, tuple[Judged, ...]]:
    """Rows of one name that nobody said are one person's make no answer that rests on several of them."""
    if career.distinct:
        return tried.answer, tried.conditions
    if tried.answer is Answer.NO and _known_for_all_of_the_name(tried.conditions):
        return tried.answer, tried.conditions
    paths = {one.path for judged in tried.conditions for one in judged.evidence if one.kind in _OF_A_NAME}
    if tried.answer is not Answer.NO and len(paths) < 2:
        return tried.answer, tried.conditions
    doubt = Judged(
        "identity", Answer.UNKNOWN, "identity", {"name": career.who.name}, (), (Lack("identity", (career.who.name,)),)
    )
    return Answer.UNKNOWN, (*tried.conditions, doubt)


_OF_A_NAME = frozenset(("award", "result", "work", "roster", "discipline"))
"""Evidence that is a row of a name."""


def _known_for_all_of_the_name(conditions: tuple[Judged, ...]) -> bool:
    """Whether some no rests on no row of the name, so that it holds for everybody who bears it."""
    return any(
        one.answer is Answer.NO and not any(e.kind in {"result", "roster", "discipline"} for e in one.evidence)
        for one in conditions
    )


def _rank(answer: Answer) -> int:
    return (Answer.YES, Answer.UNKNOWN, Answer.NO).index(answer)
