"""Commendation (*công tác khen thưởng*): totals as documents state them, rows as they add up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua.model.lists import Level, Method, PersonClass, Qualifier, RecipientKind
from thidua.report.values import Figure, Trace
from thidua.store.queries import AwardCell, AwardRow, Scope, award_cells, rows_of_cell
from thidua.vietnamese.dates import article
from thidua.vietnamese.numbers import share_percent
from thidua.vietnamese.order import given_name_key, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from thidua.diagnostics import Route
    from thidua.model import fact as model
    from thidua.model.base import Counts
    from thidua.model.period import Period
    from thidua.report.reader import Reader

LISTED_ONE_BY_ONE = 60
"""Up to how many rows a figure lists each; above it lists decisions with their number of rows."""

NAMED_IN_A_SENTENCE = 10
"""Up to how many recipients of one award are named in the text."""

COLLECTIVE = (RecipientKind.COLLECTIVE, RecipientKind.ENTERPRISE)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many of each kind. `None` where nothing is known; it is never zero."""

    collectives: Figure | None = None
    households: Figure | None = None
    individuals: Figure | None = None
    unsplit: Figure | None = None

    def __bool__(self) -> bool:
        return any((self.collectives, self.households, self.individuals, self.unsplit))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a tally (*trong đó*)."""

    name: str | None
    method: str | None
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class TallyLine:
    """A total that a document states, with its scope in words.

    Attributes:
        listed: what the rows of the same scope add up to; empty where no list is at hand.
    """

    period: Period | None
    authority: str | None
    of: str | None
    method: str | None
    covers: str | None
    occasion: str | None
    may_overlap: str | None
    numbers: Numbers
    parts: tuple[Part, ...]
    listed: Numbers
    doubt: int


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One award and how many got it.

    Attributes:
        recipients: by name, where they are few enough to be read in a sentence.
        described: what decisions say only in words.
    """

    name: str
    group: str
    level: str
    numbers: Numbers
    recipients: tuple[str, ...]
    described: tuple[str, ...]
    doubt: int


@dataclass(frozen=True, slots=True)
class Line:
    """One level or method, and how many."""

    slug: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class StateAward:
    """An award of the State, or of another body above, to somebody of the organisation.

    Attributes:
        recipients: by name, where they are few enough to be read in a sentence.
    """

    recipients: tuple[str, ...]
    numbers: Numbers
    award: str
    level: str
    authority: str | None
    number: str | None
    date: date | None
    doubt: int


@dataclass(frozen=True, slots=True)
class Classes:
    """The share of direct workers among individuals whose class is recorded; percent to one place, half up."""

    direct: Figure
    known: Figure
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Commendation:
    """All that is known of awards in a scope. Tallies and rows are never added to each other."""

    tallies: tuple[TallyLine, ...]
    total: Numbers
    awards: tuple[AwardLine, ...]
    levels: tuple[Line, ...]
    methods: tuple[Line, ...]
    received: tuple[StateAward, ...]
    described: tuple[AwardLine, ...]
    classes: Classes | None

    @property
    def has_unsplit(self) -> bool:
        """Whether some numbers are not split by kind of recipient; the tables then have a column for them."""
        return self.total.unsplit is not None

    @property
    def has_levels(self) -> bool:
        """Whether a table by level says more than the total."""
        return len(self.levels) > 1

    @property
    def has_methods(self) -> bool:
        return len(self.methods) > 1

    def __bool__(self) -> bool:
        return any((self.tallies, self.awards, self.received, self.described))


def commendation(reader: Reader, scope: Scope, tallies: tuple[TallyLine, ...]) -> Commendation:
    """Return the awards of a scope. With `scope.of`, tables count what it conferred; what it received is apart."""
    cells = award_cells(reader.register, scope)
    given = [cell for cell in cells if cell.given or not scope.of]
    received = [cell for cell in cells if scope.of and not cell.given]
    counted = [cell for cell in given if cell.number is not None]
    lines = _award_lines(reader, given)
    return Commendation(
        tallies,
        _numbers(reader, counted),
        tuple(line for line in lines if line.numbers),
        _lines(reader, counted, lambda cell: cell.level, tuple(Level)),
        _lines(reader, counted, lambda cell: cell.method or "", tuple(Method)),
        _state_awards(reader, received),
        tuple(line for line in lines if not line.numbers),
        _classes(reader, counted),
    )


def tally_lines(
    reader: Reader, path: str, stated: Iterable[model.Tally], campaign: str | None = None
) -> tuple[TallyLine, ...]:
    """Return the tallies of a record; with `campaign`, only those told of that campaign."""
    return tuple(
        _tally_line(reader, path, ("tallies", place), one)
        for place, one in enumerate(stated)
        if campaign is None or one.campaign == campaign
    )


def _tally_line(reader: Reader, path: str, route: Route, one: model.Tally) -> TallyLine:
    parts = tuple(
        Part(part.name, part.method, _stated(reader, path, (*route, "of_which", place, "counted"), part.counted))
        for place, part in enumerate(one.of_which)
    )
    return TallyLine(
        one.period,
        reader.name(one.authority),
        reader.name(one.of),
        one.method,
        one.covers,
        one.occasion,
        one.may_overlap,
        _stated(reader, path, (*route, "counted"), one.counted),
        parts,
        _listed(reader, one),
        reader.doubt(path, route, one),
    )


def _stated(reader: Reader, path: str, route: Route, counts: Counts) -> Numbers:
    def figure(field: str) -> Figure | None:
        value = getattr(counts, field)
        if value is None:
            return None
        return Figure(value, (reader.trace(path, (*route, field)),), qualifier=counts.qualifier)

    return Numbers(*(figure(field) for field in ("collectives", "households", "individuals", "unsplit")))


def _listed(reader: Reader, tally: model.Tally) -> Numbers:
    """What the rows of a tally's scope add up to, where its scope is one the rows can be chosen by."""
    of = tally.authority or tally.of
    if of is None or tally.period is None:
        return Numbers()
    whole_year = tally.period.text.isdigit()
    scope = Scope(
        of,
        year=tally.period.year if whole_year else None,
        start=tally.period.start.isoformat(),
        end=tally.period.end.isoformat(),
        campaign=tally.campaign or "",
    )
    cells = [
        cell
        for cell in award_cells(reader.register, scope)
        if cell.number is not None
        and (cell.given or tally.authority is None)
        and tally.method in (None, cell.method)
        and tally.award in (None, cell.award)
    ]
    return _numbers(reader, cells)


def _numbers(reader: Reader, cells: list[AwardCell]) -> Numbers:
    def figure(*kinds: RecipientKind) -> Figure | None:
        mine = [cell for cell in cells if cell.kind in kinds]
        if not mine:
            return None
        number = sum(cell.number or 0 for cell in mine)
        return Figure(number, _traces(reader, mine), qualifier=_qualifier(mine))

    return Numbers(
        figure(*COLLECTIVE),
        figure(RecipientKind.HOUSEHOLD),
        figure(RecipientKind.INDIVIDUAL),
        figure(RecipientKind.UNSPLIT),
    )


def _qualifier(cells: list[AwardCell]) -> str | None:
    """The word that stays with a sum: that of its parts, `khoảng` where they do not agree; never none."""
    words = {cell.qualifier for cell in cells if cell.qualifier}
    return words.pop() if len(words) == 1 else Qualifier.ABOUT if words else None


def _traces(reader: Reader, cells: list[AwardCell]) -> tuple[Trace, ...]:
    if sum(cell.number or 0 for cell in cells if cell.listed) > LISTED_ONE_BY_ONE:
        return tuple(Trace(cell.path, cell.line, paper(cell), cell.number or 0) for cell in cells)
    found: list[Trace] = []
    for cell in cells:
        if not cell.listed:
            found.append(Trace(cell.path, cell.line, paper(cell), cell.number or 0))
            continue
        rows = sorted(rows_of_cell(reader.register, cell), key=lambda r: given_name_key(r.name))
        found += [_row_trace(reader, row) for row in rows]
    return tuple(found)


def _row_trace(reader: Reader, row: AwardRow) -> Trace:
    unit = reader.name(row.unit)
    name = reader.name(row.name) or row.name
    return Trace(row.path, row.line, f"{name}, {unit}" if unit else name)


def paper(cell: AwardCell) -> str:
    """Return how a decision is called in a list: number and date, as far as they are known."""
    if cell.decision_number is None and cell.decision_date is None:
        return ""
    day = f"ngày {article(date.fromisoformat(cell.decision_date))}" if cell.decision_date else ""
    number = f"Quyết định số {cell.decision_number}" if cell.decision_number else "Quyết định"
    return f"{number} {day}".strip()


def _award_lines(reader: Reader, cells: list[AwardCell]) -> tuple[AwardLine, ...]:
    by_award: dict[tuple[str, str], list[AwardCell]] = {}
    for cell in cells:
        by_award.setdefault((cell.award, cell.name), []).append(cell)
    return tuple(
        AwardLine(
            mine[0].name,
            mine[0].group,
            mine[0].level,
            _numbers(reader, [cell for cell in mine if cell.number is not None]),
            _recipients(reader, [cell for cell in mine if cell.listed]),
            tuple(dict.fromkeys(cell.described for cell in mine if cell.described)),
            0,
        )
        for mine in by_award.values()
    )


def _recipients(reader: Reader, cells: list[AwardCell]) -> tuple[str, ...]:
    """Names in the order of lists: collectives before households before individuals, each in Vietnamese order."""
    if sum(cell.number or 0 for cell in cells) > NAMED_IN_A_SENTENCE:
        return ()
    rows = [row for cell in cells for row in rows_of_cell(reader.register, cell)]
    order = list(RecipientKind)
    rows.sort(key=lambda row: (order.index(RecipientKind(row.kind)), given_name_key(row.name)))
    return tuple(dict.fromkeys(reader.name(row.name) or row.name for row in rows))


def _lines(
    reader: Reader, cells: list[AwardCell], slug: Callable[[AwardCell], str], order: tuple[str, ...]
) -> tuple[Line, ...]:
    by_slug: dict[str, list[AwardCell]] = {}
    for cell in cells:
        by_slug.setdefault(slug(cell), []).append(cell)
    ranks = {one: rank for rank, one in enumerate(order)}
    return tuple(
        Line(one, _numbers(reader, by_slug[one])) for one in sorted(by_slug, key=lambda s: ranks.get(s, len(ranks)))
    )


def _state_awards(reader: Reader, cells: list[AwardCell]) -> tuple[StateAward, ...]:
    found = []
    for cell in cells:
        if not cell.listed:
            continue
        names = {reader.name(row.name) or row.name for row in rows_of_cell(reader.register, cell)}
        found.append(
            StateAward(
                tuple(sorted(names, key=sort_key)) if len(names) <= NAMED_IN_A_SENTENCE else (),
                _numbers(reader, [cell]),
                cell.name,
                cell.level,
                reader.name(cell.authority),
                cell.decision_number,
                date.fromisoformat(cell.decision_date) if cell.decision_date else None,
                _decision_doubt(reader, cell),
            )
        )
    return tuple(found)


def _decision_doubt(reader: Reader, cell: AwardCell) -> int:
    from thidua.model.award import AwardRecord

    if cell.decision_doubt is None:
        return 0
    return reader.doubt(cell.path, (), reader.record(cell.path, AwardRecord))


def _classes(reader: Reader, cells: list[AwardCell]) -> Classes | None:
    known = _of_class(reader, cells, lambda cell: cell.classed, tuple(PersonClass))
    if known is None:
        return None
    direct = _of_class(reader, cells, lambda cell: cell.direct, (PersonClass.DIRECT_WORKER,))
    if direct is None:
        return Classes(Figure(0, known.records), known, Decimal(0))
    return Classes(direct, known, share_percent(int(direct.value), int(known.value)))


def _of_class(
    reader: Reader, cells: list[AwardCell], count: Callable[[AwardCell], int], classes: tuple[PersonClass, ...]
) -> Figure | None:
    """How many individuals are of these classes; `None` for nobody."""
    mine = [cell for cell in cells if cell.kind == RecipientKind.INDIVIDUAL and count(cell)]
    number = sum(map(count, mine))
    if number > LISTED_ONE_BY_ONE:
        return Figure(number, tuple(Trace(cell.path, cell.line, paper(cell), count(cell)) for cell in mine))
    rows = (row for cell in mine for row in rows_of_cell(reader.register, cell) if row.person_class in classes)
    return Figure(number, tuple(_row_trace(reader, row) for row in rows)) if number else None
