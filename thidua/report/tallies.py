"""Totals that documents state (*số tổng hợp*): an assertion over the rows, never added to them or to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.period import Period, read_period
from thidua.report.numbers import Numbers, numbers_of, stated
from thidua.store.award_cells import award_cells
from thidua.store.paths import is_slug
from thidua.store.queries import Scope
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.diagnostics import Route
    from thidua.model import fact as model
    from thidua.report.reader import Reader


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a tally (*trong đó*)."""

    name: str | None
    method: str | None
    award: str | None
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class TallyLine:
    """A total that a document states, with its whole scope in words.

    Attributes:
        comparable: rows can be told to be of this scope: one authority, a time, nothing more said of whose or of which
            occasion. Where it is not, nothing is said of lists.
        listed: the rows of that scope; empty where no list is at hand.
    """

    name: str | None
    period: Period | None
    authority: str | None
    of: str | None
    method: str | None
    award: str | None
    campaign: str | None
    covers: str | None
    occasion: str | None
    may_overlap: str | None
    numbers: Numbers
    parts: tuple[Part, ...]
    comparable: bool
    listed: Numbers
    doubt: int


def tally_lines(
    reader: Reader, path: str, tallies: Iterable[model.Tally], campaign: str | None = None
) -> tuple[TallyLine, ...]:
    """Return the tallies of a record; with `campaign`, only those told of that campaign."""
    return tuple(
        _tally_line(reader, path, ("tallies", place), one)
        for place, one in enumerate(tallies)
        if campaign is None or one.campaign == campaign
    )


def _tally_line(reader: Reader, path: str, route: Route, one: model.Tally) -> TallyLine:
    folder, year, owner = path.split("/", 2)[1], path.split("/")[2], path.rpartition("/")[2].rpartition(".")[0]
    period = one.period
    if period is None and one.occasion is None and folder == "years":
        period = read_period(year)
    comparable = _comparable(one, period, owner)
    return TallyLine(
        name=one.name,
        period=period,
        authority=reader.name(one.authority),
        of=reader.name(one.of),
        method=one.method,
        award=reader.name(one.award, "catalogue") if one.award else None,
        campaign=reader.name(one.campaign, "campaigns"),
        covers=one.covers,
        occasion=one.occasion,
        may_overlap=one.may_overlap,
        numbers=stated(reader, path, (*route, "counted"), one.counted),
        parts=tuple(
            _part(reader, path, (*route, "of_which", place, "counted"), p) for place, p in enumerate(one.of_which)
        ),
        comparable=comparable,
        listed=_listed(reader, one, period) if comparable and period is not None else Numbers(),
        doubt=reader.doubt(path, route, one),
    )


def _part(reader: Reader, path: str, route: Route, part: model.Breakdown) -> Part:
    award = reader.name(part.award, "catalogue") if part.award else None
    return Part(part.name, part.method, award, stated(reader, path, route, part.counted))


def _comparable(tally: model.Tally, period: Period | None, owner: str) -> bool:
    return (
        tally.authority is not None
        and is_slug(tally.authority)
        and period is not None
        and tally.occasion is None
        and tally.of in (None, owner)
    )


def _listed(reader: Reader, tally: model.Tally, period: Period) -> Numbers:
    """The rows that this authority itself gave in the time, by the method and of the award where these are said."""
    whole_years = (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)
    years = (period.start.year, period.end.year) if whole_years else ()
    scope = Scope(
        tally.authority or "", years, period.start.isoformat(), period.end.isoformat(), campaign=tally.campaign or ""
    )
    cells = [
        cell
        for cell in award_cells(reader.register, scope)
        if cell.listed
        and cell.authority == tally.authority
        and tally.method in (None, cell.method)
        and tally.award in (None, cell.award)
    ]
    return numbers_of(reader, cells)
