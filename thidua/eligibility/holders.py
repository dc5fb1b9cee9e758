"""How many people of a unit hold an award of the year: surely so many, and at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.eligibility.answer import Evidence
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.eligibility.asked import Asked, Case
    from thidua.store.unit_years import HolderRow


@dataclass(frozen=True, slots=True)
class Holders:
    """People of a unit, and of those below it.

    Attributes:
        least: surely different people whose awards are surely of the year and were given by the day asked about.
        most: every row that may be somebody else's.
        keys: of all their names.
    """

    least: int
    most: int
    keys: frozenset[str]
    evidence: tuple[Evidence, ...]


def holders_in(case: Case, unit: str, awards: tuple[str, ...]) -> Holders:
    """Return who of a unit holds one of the awards for the year; counted once for all who ask."""
    asked = case.asked
    known = asked.office.held_in
    key = (unit, asked.year, awards, asked.decided_by)
    if key not in known:
        known[key] = _counted(asked, unit, awards)
    return known[key]


def _counted(asked: Asked, unit: str, awards: tuple[str, ...]) -> Holders:
    office = asked.office
    by_unit = office.holders(asked.year, awards)
    rows = sorted(
        (row for one in office.inside(unit) for row in by_unit.get(one, ())), key=lambda one: (one.path, one.line)
    )
    until = asked.decided_by.isoformat() if asked.decided_by else "9999"
    sure = [one for one in rows if one.basis in ("period", "year") and (one.decided or "") <= until]
    most = {(one.key, office.unit(one.unit), one.apart or ""): one for one in rows}
    evidence = {(one.key, one.apart or ""): one for one in sure}.values()
    return Holders(
        _surely_different(sure),
        len(most),
        frozenset(one.key for one in rows),
        _by_decision(list(evidence), asked.year),
    )


def _by_decision(found: list[HolderRow], year: int) -> tuple[Evidence, ...]:
    """Return the holders as evidence: one for each decision and award, with how many it names."""
    several: dict[tuple[str, str], list[HolderRow]] = {}
    for one in found:
        several.setdefault((one.path, one.award), []).append(one)
    return tuple(
        Evidence("holders", award, path, rows[0].line, year, rows[0].number, rows[0].decided, len(rows))
        for (path, award), rows in several.items()
    )


def _surely_different(rows: Iterable[HolderRow]) -> int:
    """Return how many people rows surely are: those of one name are one, unless told apart."""
    told: dict[str, set[str]] = {}
    for one in rows:
        told.setdefault(one.key, set()).update((one.apart,) if one.apart else ())
    return sum(max(len(marks), 1) for marks in told.values())
