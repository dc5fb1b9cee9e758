"""Whom to look at for an award and a year: all who hold at least part of what some route asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.collectives import careers_of_collectives
from thidua.eligibility.people import careers_of_people
from thidua.eligibility.results import place
from thidua.law.condition import ConsecutiveAwards, ConsecutiveYears, PriorAward, RankedFirstInBloc, SameYearAward
from thidua.law.condition import TaskResultAtLeast as TaskResultCondition
from thidua.law.recipient_condition import MembersWithAwardShare
from thidua.law.term import Adjacency
from thidua.model.lists import RecipientKind, YesNo
from thidua.model.year_lists import Kept, TaskResult
from thidua.store import seeds
from thidua.store.careers import Only

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.eligibility.asked import Asked
    from thidua.eligibility.career import Career
    from thidua.law.condition import Condition
    from thidua.store.career_rows import HeldRow, MemberRow
    from thidua.store.seeds import Seed

NEAR_RANK = 2
"""Who stands so far from the first place of a bloc is still looked at."""

EARLIEST = 1945


def candidates(asked: tuple[Asked, ...], unit: str = "") -> list[Career]:
    """Return the careers of all who may be given the award; with `unit`, only its own and of those below it."""
    office = asked[0].office
    inside = set(office.inside(unit)) if unit else set()
    careers: list[Career] = []
    if asked[0].kind is RecipientKind.INDIVIDUAL:
        found = {seed for one in asked for seed in _people(one)}
        keys = {key for key, written in found if not unit or office.unit(written) in inside}
        awards = tuple(sorted({award for one in asked for award in one.awards}))
        year = asked[0].year if asked[0].kept(asked[0].award) is Kept.FORMS else 0
        only = Only(awards, year, min(one.since for one in asked))
        careers = careers_of_people(office, keys, only) if keys else []
        careers = [one for one in careers if any((row.key, row.unit) in found for row in _rows(one))]
        return [one for one in careers if not unit or office.unit(one.who.unit) in inside]
    ids = dict.fromkeys(office.unit(written) for one in asked for written in _collectives(one))
    if unit:
        ids[unit] = None  # it was asked about
    known = [id_ for id_ in ids if id_ in office.units and (not unit or id_ in inside)]
    return careers_of_collectives(office, sorted(known)) if known else []


def _rows(career: Career) -> Iterator[HeldRow | MemberRow]:
    yield from (one.row for one in career.held)
    yield from career.members


def _conditions(asked: Asked) -> Iterator[tuple[Condition, ...]]:
    for route in asked.routes:
        yield route.conditions


def _people(asked: Asked) -> Iterator[Seed]:
    for conditions in _conditions(asked):
        yield from next((found for one in conditions if (found := _seeds(one, asked)) is not None), ())


def _seeds(condition: Condition, asked: Asked) -> list[Seed] | None:
    """Return who meets part of a condition, or `None` where it picks nobody out."""
    register, year = asked.office.register, asked.year
    match condition:
        case ConsecutiveAwards(adjacency=Adjacency.TITLES):
            return seeds.people_with(register, condition.awards, EARLIEST, year, condition.times - 1)
        case ConsecutiveAwards():
            least = max(condition.times - 1, 1)
            return seeds.people_with(register, condition.awards, year - condition.times, year, least)
        case PriorAward():
            return seeds.people_with(register, condition.awards, EARLIEST, year, 1)
        case SameYearAward():
            held = seeds.people_with(register, condition.awards, year, year, 1)
            if condition.standard_suffices is YesNo.YES:
                held += seeds.members_with(register, (), year, year)
            return held
        case TaskResultCondition():
            return seeds.members_with(register, _at_least(condition.result), year, year)
        case ConsecutiveYears(result=TaskResult()):
            return seeds.members_with(register, _at_least(condition.result), year - 1, year)
        case _:
            return None


def _at_least(result: TaskResult | None) -> tuple[str, ...]:
    return tuple(list(TaskResult)[: place(TaskResult, result) + 1]) if result else ()


def _collectives(asked: Asked) -> Iterator[str]:
    register, year = asked.office.register, asked.year
    for conditions in _conditions(asked):
        for condition in conditions:
            match condition:
                case PriorAward():
                    yield from seeds.collectives_with(register, condition.awards, EARLIEST, year)
                    break
                case RankedFirstInBloc():
                    yield from seeds.ranked_units(register, year, NEAR_RANK)
                    break
                case MembersWithAwardShare() | TaskResultCondition():
                    yield from seeds.units_with_rosters(register, year, year)
                    break
                case ConsecutiveYears():
                    yield from seeds.units_with_rosters(register, year - 1, year)
                    if condition.or_awards:
                        yield from seeds.collectives_with(register, condition.or_awards, year - 1, year)
                    break
                case _:
                    continue
