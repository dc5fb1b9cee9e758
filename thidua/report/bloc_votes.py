"""The vote of a bloc after its ranking (*suy tôn*), and how many awards it may propose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.bloc_vote import base, carried, is_below_one, is_flag, limit, unclear, winners
from thidua.model.lists import CouncilOutcome
from thidua.model.scoring import key
from thidua.report.values import Figure
from thidua.store.queries import award_name
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from thidua.model.bloc import BlocVote, BlocYear, Quota
    from thidua.report.reader import Reader

    Ranked = Mapping[str, tuple[int | None, bool, Figure | None]]
    """Rank, whether it is shared, and total of a member, by the key of its name."""


@dataclass(frozen=True, slots=True)
class VoteLine:
    """What was voted for one candidate.

    Attributes:
        outcome: `None` where neither an outcome nor the votes say who won.
        in_favour: out of the voters, where their number is known.
        rank, tied, total: where the candidate stands by its score; `None` where it has none.
        not_first: it was voted for a flag and does not stand first.
    """

    member: str
    award: str
    in_favour: Figure | None
    against: Figure | None
    voters: Figure | None
    outcome: str | None
    date: date | None
    document: str | None
    note: str | None
    rank: int | None
    tied: bool
    total: Figure | None
    not_first: bool
    doubt: int


@dataclass(frozen=True, slots=True)
class QuotaLine:
    """How many of one award may be proposed, and how many were voted for.

    Attributes:
        base: what the share is of, as a number; `None` where it is not known.
        limit: how many may be proposed; `None` where it cannot be told.
        used: how many candidates were voted for; `None` where no vote is recorded.
        unclear: of how many more it is not said whether they were.
        left, over: how many may still be proposed, how many are too many.
        below_one: the share comes to less than one: a person has to say what that means.
    """

    award: str
    number: Figure | None
    share: Figure | None
    of: str | None
    base: Figure | None
    limit: Figure | None
    used: Figure | None
    unclear: int
    left: int | None
    over: int | None
    below_one: bool
    as_printed: str | None
    document: str | None
    doubt: int


def vote_lines(reader: Reader, path: str, record: BlocYear, ranked: Ranked) -> tuple[VoteLine, ...]:
    """Return the votes of a bloc's year, in its order."""
    is_ranked = any(rank is not None for rank, _, _ in ranked.values())
    return tuple(_vote(reader, path, place, one, ranked, is_ranked) for place, one in enumerate(record.votes))


def _vote(reader: Reader, path: str, place: int, one: BlocVote, ranked: Ranked, is_ranked: bool) -> VoteLine:
    name = reader.name(one.member) or one.member

    def figure(field: str, number: int | None, whole: int | None = None) -> Figure | None:
        trace = (reader.trace(path, ("votes", place, field), name),)
        return Figure(number, trace, whole=whole) if number is not None else None

    is_won = carried(one)
    rank, tied, total = ranked.get(key(name), (None, False, None))
    outcomes = {True: CouncilOutcome.APPROVED, False: CouncilOutcome.REJECTED, None: None}
    return VoteLine(
        name,
        award_name(reader.register, one.award),
        figure("for", one.for_, one.members),
        figure("against", one.against),
        figure("members", one.members),
        outcomes[is_won],
        one.date,
        one.document,
        one.note,
        rank,
        tied,
        total,
        bool(is_won) and is_ranked and is_flag(one.award) and rank != 1,
        reader.doubt(path, ("votes", place), one),
    )


def quota_lines(reader: Reader, path: str, record: BlocYear) -> tuple[QuotaLine, ...]:
    """Return the quotas of a bloc's year, in its order, with what the votes took of each."""
    return tuple(_quota(reader, path, place, one, record) for place, one in enumerate(record.quotas))


def _quota(reader: Reader, path: str, place: int, one: Quota, record: BlocYear) -> QuotaLine:
    name = award_name(reader.register, one.award)
    here = (reader.trace(path, ("quotas", place), name),)
    won, most, of = winners(record, one.award), limit(record, one), base(record, one)
    behind = tuple(
        reader.trace(path, ("votes", vote), reader.name(record.votes[vote].member) or record.votes[vote].member)
        for vote in won
    )
    is_less = is_below_one(record, one)
    spare = most - len(won) if most is not None and record.votes and not is_less else None
    return QuotaLine(
        name,
        Figure(one.number, here) if one.number is not None else None,
        Figure(one.share, here, unit="%") if one.share is not None else None,
        one.of,
        Figure(of, here) if one.share is not None and of is not None else None,
        Figure(most, here) if most is not None and not is_less else None,
        Figure(len(won), behind or here) if record.votes else None,
        unclear(record, one.award),
        max(0, spare) if spare is not None else None,
        max(0, -spare) if spare is not None else None,
        is_less,
        one.as_printed,
        one.document,
        reader.doubt(path, ("quotas", place), one),
    )
