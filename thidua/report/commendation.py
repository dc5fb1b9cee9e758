"""Commendation (*công tác khen thưởng*): totals as documents state them, rows as they add up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from thidua.model.lists import Level, Method, PersonClass, RecipientKind
from thidua.report.numbers import LISTED_ONE_BY_ONE, Numbers, numbers_of, paper, row_trace
from thidua.report.values import Figure, Trace
from thidua.store.award_cells import AwardCell, AwardRow, award_cells
from thidua.store.queries import PRAISE, Scope, doubted_awards
from thidua.value_class import dataclass, replace
from thidua.vietnamese.numbers import share_percent
from thidua.vietnamese.order import given_name_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.model.award import AwardRecord
    from thidua.report.reader import Reader
    from thidua.report.tallies import TallyLine

MOST_SOURCES = 50
"""Of how many awards without their decision the source is named."""

NAMED_IN_A_SENTENCE = 10
"""Up to how many recipients of one award are named in the text."""


@dataclass(frozen=True, slots=True)
class AwardLine:
    """One award and how many got it.

    Attributes:
        recipients: by name, where they are few enough to be read in a sentence.
        unlisted: how many more, of whom only the number is known.
        described: what decisions say only in words.
        doubts: numbers of the notes on it.
    """

    name: str
    group: str
    level: str
    numbers: Numbers
    recipients: tuple[str, ...]
    unlisted: Numbers
    described: tuple[str, ...]
    doubts: tuple[int, ...]


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
    doubts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Classes:
    """The share of direct workers among individuals whose class is recorded; percent to one place, half up."""

    direct: Figure
    known: Figure
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Columns:
    """Which kinds of recipient a table has anything for."""

    collectives: bool
    households: bool
    individuals: bool
    unsplit: bool


@dataclass(frozen=True, slots=True)
class Commendation:
    """All that is known of awards in a scope. Tallies and rows are never added to each other.

    Attributes:
        praise: public praise and money, which the law does not call commendation; in no total.
    """

    tallies: tuple[TallyLine, ...]
    total: Numbers
    awards: tuple[AwardLine, ...]
    levels: tuple[Line, ...]
    methods: tuple[Line, ...]
    received: tuple[StateAward, ...]
    described: tuple[AwardLine, ...]
    classes: Classes | None
    praise: tuple[AwardLine, ...]

    @property
    def columns(self) -> Columns:
        total = self.total
        return Columns(
            *(f is not None for f in (total.collectives, total.households, total.individuals, total.unsplit))
        )

    @property
    def has_levels(self) -> bool:
        """Whether a table by level says more than the total."""
        return len(self.levels) > 1

    @property
    def has_methods(self) -> bool:
        return len(self.methods) > 1

    @property
    def has_chart(self) -> bool:
        """Whether there is more than one bar to draw."""
        kinds = ("collectives", "households", "individuals", "unsplit")
        return sum(getattr(line.numbers, kind) is not None for line in self.awards for kind in kinds) > 1

    def __bool__(self) -> bool:
        return any((self.tallies, self.awards, self.received, self.described, self.praise))


def commendation(reader: Reader, scope: Scope, tallies: tuple[TallyLine, ...]) -> Commendation:
    """Return the awards of a scope. With `scope.of`, tables count what it conferred; what it received is apart."""
    cells = award_cells(reader.register, scope)
    given = [cell for cell in cells if cell.given or not scope.of]
    received = [cell for cell in cells if scope.of and not cell.given]
    counted = [cell for cell in given if cell.number is not None]
    lines = _award_lines(reader, given)
    _remember_unpapered(reader, cells)
    return Commendation(
        tallies,
        numbers_of(reader, counted),
        tuple(line for line in lines if line.numbers),
        _lines(reader, counted, lambda cell: cell.level, tuple(Level)),
        _lines(reader, counted, lambda cell: cell.method or "", tuple(Method)),
        _state_awards(reader, received),
        tuple(line for line in lines if not line.numbers),
        _classes(reader, counted),
        _award_lines(reader, award_cells(reader.register, replace(scope, groups=PRAISE))),
    )


def _remember_unpapered(reader: Reader, cells: list[AwardCell]) -> None:
    """Awards known without number and date of their decision rest on a source, which the report names."""
    paths = dict.fromkeys(cell.path for cell in cells if not (cell.decision_number and cell.decision_date))
    for path in list(paths)[:MOST_SOURCES]:
        _decision(reader, path)


def _decision(reader: Reader, path: str) -> AwardRecord | None:
    """Return the whole of a decision; few reports need one, and its model takes time to load."""
    from thidua.model.award import AwardRecord

    return reader.record(path, AwardRecord)


def _award_lines(reader: Reader, cells: list[AwardCell]) -> tuple[AwardLine, ...]:
    by_award: dict[tuple[str, str], list[AwardCell]] = {}
    for cell in cells:
        by_award.setdefault((cell.award, cell.name), []).append(cell)
    doubted = doubted_awards(reader.register)
    return tuple(_award_line(reader, mine, doubted) for mine in by_award.values())


def _award_line(reader: Reader, cells: list[AwardCell], doubted: set[str]) -> AwardLine:
    recipients = _recipients(reader, [cell for cell in cells if cell.listed])
    return AwardLine(
        cells[0].name,
        cells[0].group,
        cells[0].level,
        numbers_of(reader, [cell for cell in cells if cell.number is not None]),
        recipients,
        numbers_of(reader, [cell for cell in cells if cell.number is not None and not cell.listed]),
        tuple(dict.fromkeys(cell.described for cell in cells if cell.described)),
        _doubts(reader, cells, doubted),
    )


def _doubts(reader: Reader, cells: list[AwardCell], doubted: set[str]) -> tuple[int, ...]:
    """The notes on the decisions behind an award, and on its own groups in them."""
    numbers: dict[int, None] = {}
    for path in dict.fromkeys(cell.path for cell in cells if cell.path in doubted):
        record = _decision(reader, path)
        if record is None:
            continue
        numbers[reader.doubt(path, (), record)] = None
        for place, group in enumerate(record.awards):
            if group.award == cells[0].award:
                numbers[reader.doubt(path, ("awards", place), group)] = None
                if group.counted is not None:
                    numbers[reader.doubt(path, ("awards", place, "counted"), group.counted)] = None
    return tuple(number for number in numbers if number)


def _recipients(reader: Reader, cells: list[AwardCell]) -> tuple[str, ...]:
    """Names in the order of lists: collectives, households, individuals by given name, then posthumous awards.

    Where two have one name, each is told by its unit.
    """
    if sum(cell.number or 0 for cell in cells) > NAMED_IN_A_SENTENCE:
        return ()
    rows = [row for cell in cells for row in reader.rows_of(cell)]
    order = list(RecipientKind)
    rows.sort(key=lambda row: (row.posthumous == "co", order.index(RecipientKind(row.kind)), given_name_key(row.name)))
    names = [reader.name(row.name) or row.name for row in rows]
    return tuple(_told_apart(reader, row, name, names.count(name) > 1) for row, name in zip(rows, names, strict=True))


def _told_apart(reader: Reader, row: AwardRow, name: str, shared: bool) -> str:
    unit = reader.name(row.unit) if shared else None
    told = f"{name} ({unit})" if unit else name
    return f"{told} (truy tặng)" if row.posthumous == "co" else told


def _lines(
    reader: Reader, cells: list[AwardCell], slug: Callable[[AwardCell], str], order: tuple[str, ...]
) -> tuple[Line, ...]:
    by_slug: dict[str, list[AwardCell]] = {}
    for cell in cells:
        by_slug.setdefault(slug(cell), []).append(cell)
    ranks = {one: rank for rank, one in enumerate(order)}
    return tuple(
        Line(one, numbers_of(reader, by_slug[one])) for one in sorted(by_slug, key=lambda s: ranks.get(s, len(ranks)))
    )


def _state_awards(reader: Reader, cells: list[AwardCell]) -> tuple[StateAward, ...]:
    doubted = doubted_awards(reader.register)
    return tuple(
        StateAward(
            _recipients(reader, [cell]),
            numbers_of(reader, [cell]),
            cell.name,
            cell.level,
            reader.name(cell.authority),
            cell.decision_number,
            date.fromisoformat(cell.decision_date) if cell.decision_date else None,
            _doubts(reader, [cell], doubted),
        )
        for cell in cells
        if cell.listed
    )


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
    rows = (row for cell in mine for row in reader.rows_of(cell) if row.person_class in classes)
    return Figure(number, tuple(row_trace(reader, row) for row in rows)) if number else None
