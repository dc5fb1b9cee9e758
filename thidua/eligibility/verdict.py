"""The answer about one recipient: every route in every era that may govern, and what holds beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.answer import OF_ANSWER, Answer, ByRoute, Judged, Verdict, all_of, near_of
from thidua.eligibility.asked import Asked, Case
from thidua.eligibility.career import Career, Recipient
from thidua.eligibility.judge import PROCEDURE, answered, judge, judge_routes
from thidua.law.condition import AnyOf, Deadline, Human
from thidua.law.entry import Confidence
from thidua.law.term import DeadlineYear
from thidua.model.lists import RecipientKind
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.eligibility.answer import Evidence, Near
    from thidua.law.condition import Condition
    from thidua.law.entry import Words
    from thidua.law.prerequisite import Absent, General


@dataclass(frozen=True, slots=True)
class Question:
    """What no record tells and everybody is asked; `id` is the law entry's, by which a nomination answers it."""

    id: str
    question: Words
    article: str
    confidence: Confidence
    origin: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A condition that holds beside every route, and its answer."""

    id: str
    era: str
    article: str
    origin: str
    judged: Judged


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is answered about one recipient.

    Attributes:
        near: by how little the nearest route is missed.
        routes: those that records can tell of, the best first; then the other ways.
        already: what says that the award was given for this year.
        absent: why an era has no such award.
    """

    who: Recipient
    verdict: Verdict
    near: Near | None
    routes: tuple[ByRoute, ...]
    beside: tuple[Beside, ...]
    already: tuple[Evidence, ...] = ()
    absent: Absent | None = None


def judge_recipient(asked: tuple[Asked, ...], career: Career) -> Judgement:
    """Return the answer about one recipient, by each era that may govern; eras that differ leave it to a person."""
    found = [_in_era(one, career) for one in asked]
    first = found[0]
    if len(found) == 1:
        return first
    verdict = first.verdict if len({one.verdict for one in found}) == 1 else Verdict.ASK
    routes = tuple(route for one in found for route in one.routes)
    return replace(first, verdict=verdict, routes=routes, beside=tuple(b for one in found for b in one.beside))


def _in_era(asked: Asked, career: Career) -> Judgement:
    already = tuple(
        one.evidence() for one in career.of_awards((asked.award,)) if one.row.year == asked.year and not one.inherited
    )
    if asked.absent is not None:
        return Judgement(career.who, Verdict.NOT_YET, None, (), (), already, asked.absent)
    routes = sorted(judge_routes(asked, career), key=_best_first)
    beside = tuple(_beside(asked, career))
    common = all_of(one.judged.answer for one in beside)
    told = [one for one in routes if not one.human]
    answer = _together(common, told)
    if already and answer is Answer.YES:  # never twice for one achievement: whether it is another one, a person sees
        answer = Answer.UNKNOWN
    near = None
    if answer is not Answer.YES:
        nears = [near for one in told if (near := near_of(one.conditions)) is not None]
        near = min(nears, key=lambda one: one.count, default=None)
    return Judgement(career.who, OF_ANSWER[answer], near, tuple(routes), beside, already)


def _together(common: Answer, told: list[ByRoute]) -> Answer:
    if not told:
        return Answer.UNKNOWN if common is not Answer.NO else Answer.NO
    answers = {all_of((common, one.answer)) for one in told}
    if Answer.YES in answers:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.NO


def _best_first(one: ByRoute) -> tuple[bool, int, int]:
    order = (Answer.YES, Answer.UNKNOWN, Answer.NO).index(one.answer)
    return one.human, order, sum(judged.answer is not Answer.YES for judged in one.conditions)


# beside every route


def _beside(asked: Asked, career: Career) -> Iterator[Beside]:
    for entry in asked.general:
        for condition in entry.conditions:
            if isinstance(condition, Human):
                if asked.proposal is not None:
                    judged = answered(entry.id, condition.question, asked.proposal)
                    yield Beside(entry.id, asked.era, entry.article, entry.origin, judged)
            elif asked.proposal is not None or not _procedural(condition):
                judged = judge(condition, Case(asked, career))
                if judged.answer is Answer.NO and entry.confidence is not Confidence.CONFIRMED:
                    judged = replace(judged, answer=Answer.UNKNOWN)
                yield Beside(entry.id, asked.era, condition.article or entry.article, entry.origin, judged)


def questions(asked: tuple[Asked, ...]) -> tuple[Question, ...]:
    """Return what everybody is asked, each question once."""
    found = {
        entry.id: Question(entry.id, condition.question, entry.article, entry.confidence, entry.origin)
        for one in asked
        for entry in one.general
        for condition in entry.conditions
        if isinstance(condition, Human)
    }
    return tuple(found.values())


def steps(asked: tuple[Asked, ...]) -> tuple[tuple[General, Judged], ...]:
    """Return what is still to be done with a proposal: votes, notice; each as it is before there is one."""
    nobody = Career(Recipient(RecipientKind.UNSPLIT, "", ""))
    found = {
        (entry.id, place): (entry, judge(condition, Case(one, nobody)))
        for one in asked
        for entry in one.general
        for place, condition in enumerate(entry.conditions)
        if condition.check in PROCEDURE and condition.check != "deadline"
    }
    return tuple(found.values())


def _procedural(condition: Condition) -> bool:
    if isinstance(condition, AnyOf):
        return all(_procedural(one) for option in condition.options for one in option.conditions)
    if isinstance(condition, Deadline) and condition.year is DeadlineYear.AFTER_LAST_DECISION:
        return False  # it follows from what the recipient holds and the day of the proposal
    return condition.check in PROCEDURE
