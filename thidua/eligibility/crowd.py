"""The answers about many recipients: those of whom records say the same are judged once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from thidua.eligibility.verdict import Judgement, judge_recipient
from thidua.model.lists import RecipientKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.eligibility.answer import Near, Verdict
    from thidua.eligibility.asked import Asked
    from thidua.eligibility.career import Career, Held, Recipient


class Answered:
    """The answer about one recipient; its grounds are worked out when they are asked for."""

    def __init__(self, asked: tuple[Asked, ...], career: Career, verdict: Verdict, near: Near | None) -> None:
        self._asked = asked
        self._career = career
        self.verdict = verdict
        self.near = near

    @property
    def who(self) -> Recipient:
        return self._career.who

    @property
    def already(self) -> bool:
        """Whether the award was given for the year already."""
        award, year = self._asked[0].award, self._asked[0].year
        held = self._career.of_awards((award,))
        return any(one.row.year == year and not one.inherited for one in held)

    @cached_property
    def judgement(self) -> Judgement:
        return judge_recipient(self._asked, self._career)


def judge_crowd(asked: tuple[Asked, ...], careers: Iterable[Career]) -> Iterator[Answered]:
    """Return the answer about each; two of whom records say the same have one answer, whatever their names."""
    if asked[0].kind is not RecipientKind.INDIVIDUAL or _of_the_unit(asked):
        for career in careers:
            judged = judge_recipient(asked, career)
            yield Answered(asked, career, judged.verdict, judged.near)
        return
    awards = frozenset(award for one in asked for award in one.awards)
    dated, until = _dated_awards(asked), asked[0].decided_by.isoformat() if asked[0].decided_by else "9999"
    known: dict[object, Judgement] = {}
    for career in careers:
        same = _signature(asked[0], career, awards, dated, until)
        judged_once = known.get(same)
        if judged_once is None:
            judged_once = known[same] = judge_recipient(asked, career)
        yield Answered(asked, career, judged_once.verdict, judged_once.near)


def _of_the_unit(asked: tuple[Asked, ...]) -> bool:
    """Whether an answer depends on the recipient's unit, so that it is nobody else's."""
    return any(condition.check == "quota_share" for one in asked for condition in one.conditions)


def _dated_awards(asked: tuple[Asked, ...]) -> frozenset[str]:
    """Return the awards of which the very day matters: a count starts after them, or a deadline follows them."""
    conditions = [condition for one in asked for condition in one.conditions if condition.check in _DATED]
    return frozenset({asked[0].award, *(award for one in conditions for award in getattr(one, "awards", ()))})


_DATED = ("prior_award", "deadline")
_ENDS = ("01-01", "12-31")


def _signature(asked: Asked, career: Career, awards: frozenset[str], dated: frozenset[str], until: str) -> object:
    """Return all that an answer depends on, without names and places; files only as far as they are one or several.

    Args:
        awards: those that conditions name; of others it counts only whether there is a form of the year.
        dated: those of which the very day counts.
        until: the day until which awards count as given.
    """
    files: dict[str, int] = {}
    days = sorted({one.row.decided for one in career.held if one.row.decided})

    def day(decided: str) -> object:
        """The day itself where results may start within its year; else its year, which end of it, and its order."""
        if career.years:
            return decided
        return (
            decided[:4],
            decided[5:] if decided[5:] in _ENDS else "",
            decided > asked.day.isoformat(),
            days.index(decided),
        )

    def held(one: Held) -> tuple[object, ...]:
        row = one.row
        file = files.setdefault(row.path, len(files))
        decided: object = (row.decided is not None, (row.decided or "") > until)
        if row.award in dated and row.decided:
            decided = day(row.decided), row.decided > until
        unlawful = one.unlawful
        return row.award, row.method, row.year, row.basis, row.start, row.end, decided, one.inherited, unlawful, file

    return (
        tuple(held(one) for one in career.held if one.row.award in awards),
        any(_other_form(one, asked, awards) for one in career.held),
        frozenset((one.row.award, one.row.year) for one in career.elsewhere if one.row.award in awards),
        frozenset((one.year, one.reach, one.kind) for one in career.works_elsewhere),
        frozenset((one.level, one.start, one.end) for one in career.disciplines_elsewhere),
        tuple((row.year, row.result, row.start, files.setdefault(row.path, len(files))) for row in career.years),
        tuple((*_without_place(row), files.setdefault(row.path, len(files))) for row in career.members),
        tuple((row.year, row.reach, row.kind, files.setdefault(row.path, len(files))) for row in career.works),
        tuple((row.level, row.start, row.end, files.setdefault(row.path, len(files))) for row in career.disciplines),
        career.distinct,
        tuple((post.first, post.last, post.declared) for post in career.posts),
        bool(career.who.id),
    )


def _other_form(one: Held, asked: Asked, awards: frozenset[str]) -> bool:
    return one.row.award not in awards and one.row.year == asked.year and asked.is_form(one.row.award)


def _without_place(row: object) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in _OF_MEMBER)


_OF_MEMBER = (
    "year", "result", "no_title", "recruited", "away", "away_maternity", "away_wounds", "away_unsaid", "training_years",
    "training_result", "months_before", "old_unit_agrees",
)  # fmt: skip
