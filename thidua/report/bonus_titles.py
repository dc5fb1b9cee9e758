"""Several titles of one recipient for one period: only the highest is paid."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua.report.bonus_amount import Reason
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from thidua.report.bonus_amount import Worth
    from thidua.store.granted import GrantedRow


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a title is not paid.

    Attributes:
        instead: the title that is paid in its place.
        reason: why it is not known whether it is paid.
    """

    instead: GrantedRow | None = None
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Title:
    row: GrantedRow
    worth: Worth

    @property
    def period(self) -> tuple[str, str] | None:
        return (self.row.start, self.row.end) if self.row.start and self.row.end else None

    @property
    def each(self) -> Decimal:
        return self.worth.each if self.worth.each is not None else Decimal(0)


def unpaid_titles(
    titles: Iterable[tuple[GrantedRow, Worth]], highest_only: Callable[[tuple[str, ...]], bool]
) -> dict[GrantedRow, Verdict]:
    """Return the titles of named recipients that are not paid, or of which that is not known.

    One decision has one period, whether it is recorded or not. Where the period of one of two decisions is not
    recorded, the lower title is for a person to judge.
    """
    verdicts: dict[GrantedRow, Verdict] = {}
    for mine in _by_recipient(titles):
        if len(mine) > 1:
            verdicts |= _judged(mine, highest_only)
    return verdicts


def _by_recipient(titles: Iterable[tuple[GrantedRow, Worth]]) -> list[list[_Title]]:
    """Titles by kind, name and unit; namesakes who are told apart are several recipients."""
    named: dict[tuple[str | None, str | None, str | None], list[_Title]] = defaultdict(list)
    for row, worth in titles:
        named[row.kind, row.name_key, row.unit].append(_Title(row, worth))
    found: list[list[_Title]] = []
    for mine in named.values():
        marks = {title.row.apart for title in mine if title.row.apart}
        if len(marks) < 2:
            found.append(mine)
        else:
            found += [[title for title in mine if title.row.apart == mark] for mark in (None, *sorted(marks))]
    return found


def _judged(mine: Sequence[_Title], highest_only: Callable[[tuple[str, ...]], bool]) -> dict[GrantedRow, Verdict]:
    periods: dict[object, list[_Title]] = defaultdict(list)
    for title in mine:
        periods[title.period or title.row.path].append(title)
    verdicts: dict[GrantedRow, Verdict] = {}
    first: list[_Title] = []
    for same in periods.values():
        if len(same) > 1 and any(title.worth.reason for title in same):
            verdicts |= {title.row: Verdict(reason=Reason.BESIDE_UNKNOWN) for title in same if not title.worth.reason}
            first.append(next(title for title in same if title.worth.reason))
            continue
        best, *lower = sorted(same, key=lambda title: -title.each)
        first.append(best)
        for title in lower:
            known = highest_only(title.worth.candidates)
            unread = Reason.TWICE if title.row.award == best.row.award else Reason.UNREAD_STACKING
            verdicts[title.row] = Verdict(best.row) if known else Verdict(reason=unread)
    for place, title in enumerate(first):
        rivals = (
            (one.worth.reason is not None, one.each, -at)
            for at, one in enumerate(first)
            if at != place and not (one.period and title.period)
        )
        if title.worth.reason is None and any(rival > (False, title.each, -place) for rival in rivals):
            verdicts[title.row] = Verdict(reason=Reason.PERIOD)
    return verdicts
