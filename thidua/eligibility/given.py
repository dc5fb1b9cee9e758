"""What the recipient was given in a year: surely, perhaps, or surely not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.answer import Answer, Evidence, Lack
from thidua.model.lists import YesNo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.eligibility.asked import Case
    from thidua.eligibility.career import Held


def in_year(case: Case, awards: tuple[str, ...], year: int) -> tuple[Answer, tuple[Evidence, ...], tuple[Lack, ...]]:
    """Return whether one of the awards is held for a year: no only where records say that there is none."""
    found = [one for one in case.career.of_awards(awards) if one.row.year == year]
    if sure := [one for one in found if surely(one, case)]:
        return Answer.YES, (sure[0].evidence(),), ()
    if found:
        what = open_of(found, case)
        return Answer.UNKNOWN, (found[0].evidence(),), (Lack(what, (found[0].row.path,), (year,)),)
    if any(one.row.award in awards and one.row.year == year for one in case.career.elsewhere):
        return Answer.UNKNOWN, (), (Lack("identity", (case.career.who.name,), (year,)),)
    absent = known_absent(case, awards, (year,))
    return (Answer.NO, absent, ()) if absent else (Answer.UNKNOWN, (), (Lack("award", awards, (year,)),))


def surely(one: Held, case: Case) -> bool:
    """Whether an award counts for its year whatever anybody may say of it."""
    return one.dated and not one.inherited and not one.unlawful and not decided_later(one, case)


def open_of(found: list[Held], case: Case) -> str:
    """Return what leaves it open whether one of these counts."""
    if all(decided_later(one, case) for one in found):
        return "decided-later"
    if found[0].inherited:
        return "inheritance"
    return "authority" if found[0].unlawful else "period"


def known_absent(case: Case, awards: tuple[str, ...], years: Iterable[int]) -> tuple[Evidence, ...]:
    """Return what says that none of the awards was given in any of the years; nothing where records leave it open."""
    found: list[Evidence] = []
    for year in years:
        if not case.career.was_there(year):
            return ()
        said = _without_title(case, awards, year) or _declared(case, awards, year)
        if not said:
            return ()
        found.extend(said)
    return tuple(dict.fromkeys(found))


def _without_title(case: Case, awards: tuple[str, ...], year: int) -> list[Evidence]:
    if any(case.asked.kept(award) != "danh-hieu" for award in awards):
        return []
    rows = [row for row in case.career.of_year(year) if row.no_title == YesNo.YES]
    return [Evidence("roster", "no_title", row.path, row.line, year) for row in rows[:1]]


def _declared(case: Case, awards: tuple[str, ...], year: int) -> list[Evidence]:
    rows = [case.career.whole(case.asked.kept(award), year, award) for award in awards]
    if not rows or any(row is None for row in rows):
        return []
    return [Evidence("declared", row.kept, row.path, 1) for row in rows if row is not None]


def decided_later(one: Held, case: Case) -> bool:
    """Whether an award was not given yet on the day that the proposal is said to be of."""
    until = case.asked.decided_by
    return until is not None and (one.row.decided or "") > until.isoformat()
