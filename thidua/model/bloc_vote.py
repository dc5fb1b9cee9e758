"""What the votes of a bloc say, and how many awards its quotas allow. Rules and reports share it."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from thidua.model.lists import CouncilOutcome, QuotaBase
from thidua.model.scoring import key

if TYPE_CHECKING:
    from thidua.model.bloc import BlocVote, BlocYear, Quota

FLAG = "co-thi-dua"
"""How the ids of flags begin."""


def is_flag(award: str) -> bool:
    """Whether an award is an emulation flag, which is for the first of a bloc."""
    return award == FLAG or award.startswith(f"{FLAG}-")


def carried(vote: BlocVote) -> bool | None:
    """Whether a vote was won: by its outcome, else by its numbers; `None` where neither says so.

    A row without an outcome stands in the list of those voted for, so it is won unless its own numbers speak against it.
    """
    match vote.outcome:
        case CouncilOutcome.APPROVED:
            return True
        case CouncilOutcome.REJECTED:
            return False
        case CouncilOutcome.PROPOSED:
            return None
    if vote.for_ is None:
        return True if vote.against is None else None
    if vote.against is not None and vote.for_ <= vote.against:
        return None
    if vote.members is not None and 2 * vote.for_ <= vote.members:
        return None
    return True


def winners(record: BlocYear, award: str) -> tuple[int, ...]:
    """Return the places of the votes that were won for an award, one for each candidate."""
    found: dict[str, int] = {}
    for place, vote in enumerate(record.votes):
        if vote.award == award and carried(vote):
            found.setdefault(key(vote.member), place)
    return tuple(found.values())


def unclear(record: BlocYear, award: str) -> int:
    """Return of how many candidates for an award it is not said whether they won."""
    return len({key(vote.member) for vote in record.votes if vote.award == award and carried(vote) is None})


def member_count(record: BlocYear) -> int | None:
    """Return how many members a bloc has: as stated, else as listed where the list is complete."""
    if record.members_counted is not None:
        return record.members_counted
    return len({key(one) for one in record.members}) if record.members and record.members_complete == "co" else None


def base(record: BlocYear, quota: Quota) -> int | None:
    """Return the number that a share is of; `None` where it is not known.

    The other members are those not voted for an award that has a fixed number, or for a flag.
    """
    if quota.of_counted is not None:
        return quota.of_counted
    members = member_count(record)
    if members is None or quota.of not in (QuotaBase.MEMBERS, QuotaBase.OTHER_MEMBERS):
        return None
    if quota.of == QuotaBase.MEMBERS:
        return members
    fixed = {one.award for one in record.quotas if one.number is not None and one.share is None}
    fixed |= {vote.award for vote in record.votes if is_flag(vote.award)}
    first = {key(record.votes[place].member) for award in fixed - {quota.award} for place in winners(record, award)}
    return max(0, members - len(first))


def share_limit(record: BlocYear, quota: Quota) -> Decimal | None:
    """Return what a share comes to, not rounded; `None` where there is no share or what it is of is not known."""
    of = base(record, quota)
    return quota.share * of / 100 if quota.share is not None and of is not None else None


def limit(record: BlocYear, quota: Quota) -> int | None:
    """Return how many may be proposed: a share is rounded down; where a number is given too, the smaller of both."""
    share = share_limit(record, quota)
    if quota.share is not None and share is None:
        return None
    limits = [] if quota.number is None else [quota.number]
    if share is not None:
        limits.append(int(share.to_integral_value(ROUND_FLOOR)))
    return max(0, min(limits)) if limits else None


def is_below_one(record: BlocYear, quota: Quota) -> bool:
    """Whether a share comes to less than one, so that a person has to say what that means."""
    share = share_limit(record, quota)
    return share is not None and 0 < share < 1
