"""The arithmetic of a bloc's scoring table: which score counts, what its lines add up to, how totals rank.

Rules and reports share it. Nothing here fills in a number: a criterion without a line makes the sum unknown.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeVar

from thidua.value_class import dataclass
from thidua.vietnamese.text import same_tone_style, slug, tidy

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from thidua.model.bloc import Criterion, CriterionScore, Score

    Lines = Mapping["At", tuple[object, CriterionScore]]
    """Lines by the criterion they mean, each with where it stands."""

At = tuple[int, ...]
"""The places of a criterion in its tree: `(0, 2)` is the third part of the first criterion."""

Column = Literal["self_", "agreed"]
Extra = Literal["bonus", "deduction"]

K = TypeVar("K", bound="Hashable")

COUNCIL, ITSELF = "hoi-dong", "tu-cham"
"""What `by` says of the council and of a member that scored itself, as slugs."""


@dataclass(frozen=True, slots=True)
class Table:
    """A scoring table.

    Attributes:
        criteria: in the order of reading.
        numbers: of each criterion that has one, after those of its groups: `II.1`.
        called: which criteria a number or a name may mean.
    """

    criteria: Mapping[At, Criterion]
    numbers: Mapping[At, str]
    called: Mapping[str, tuple[At, ...]]

    def find(self, text: str) -> tuple[At, ...]:
        """Return the criteria that a number or a name may mean."""
        return self.called.get(key(text), ())

    def lines(self, score: Score) -> dict[At, tuple[int, CriterionScore]]:
        """Return the lines of a score by the one criterion each means, the first where there are two."""
        found: dict[At, tuple[int, CriterionScore]] = {}
        for place, line in enumerate(score.lines):
            meant = self.find(line.criterion)
            if len(meant) == 1:
                found.setdefault(meant[0], (place, line))
        return found


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Return the key by which a member or a criterion written two ways is one."""
    return same_tone_style(tidy(text)).casefold().rstrip(".")


def table(criteria: Sequence[Criterion]) -> Table:
    """Return a scoring table for looking up."""
    rows = tuple(_rows(criteria, (), ""))
    called: dict[str, dict[At, None]] = {}
    for at, criterion, number in rows:
        names = {criterion.name, criterion.number, number} if criterion.number else {criterion.name}
        for name in names:
            called.setdefault(key(name or criterion.name), {})[at] = None
    return Table(
        {at: criterion for at, criterion, _ in rows},
        {at: number for at, criterion, number in rows if criterion.number},
        {name: tuple(ats) for name, ats in called.items()},
    )


def _rows(criteria: Iterable[Criterion], above: At, number: str) -> Iterator[tuple[At, Criterion, str]]:
    for place, one in enumerate(criteria):
        mine = _number(number, one.number.strip().rstrip(".")) if one.number else number
        yield (*above, place), one, mine
        yield from _rows(one.parts, (*above, place), mine)


def _number(above: str, own: str) -> str:
    """The number of a criterion after that of its group: `1` in `II` is `II.1`, `1.2` in `1` is `1.2`."""
    return f"{above}.{own}" if above and not own.startswith(f"{above}.") else own


def parts_total(criterion: Criterion) -> Decimal | None:
    """Return the standard points that the parts of a criterion add up to; `None` where one is not known."""
    return base_points(criterion.parts) if criterion.parts else None


def base_points(criteria: Sequence[Criterion]) -> Decimal | None:
    """Return the standard points of criteria together; one that only gives a bonus or a deduction has none."""
    points = [_standard(one) for one in criteria if not _is_extra(one)]
    return _sum(points) if points else None


def _standard(criterion: Criterion) -> Decimal | None:
    return criterion.points if criterion.points is not None else parts_total(criterion)


def _is_extra(criterion: Criterion) -> bool:
    """Whether a criterion has no standard points of its own: a bonus for a flag, a deduction for a late report."""
    if criterion.points is not None:
        return False
    if criterion.parts:
        return all(_is_extra(one) for one in criterion.parts)
    return criterion.bonus is not None or criterion.deduction is not None


def criterion_value(table_: Table, at: At, lines: Lines, column: Column) -> Decimal | None:
    """Return what a member has for a criterion: what its line says, else what the lines of its parts add up to."""
    return _value(table_.criteria[at], at, lines, column)


def _value(criterion: Criterion, at: At, lines: Lines, column: Column) -> Decimal | None:
    if at in lines:
        said: Decimal | None = getattr(lines[at][1], column)
        if said is not None:
            return said
    parts = [(place, one) for place, one in enumerate(criterion.parts) if not _is_extra(one)]
    return _sum([_value(one, (*at, place), lines, column) for place, one in parts]) if parts else None


def sheet_points(table_: Table, lines: Lines, column: Column) -> Decimal | None:
    """Return what lines add up to over the whole table; `None` where a criterion has none."""
    top = top_criteria(table_)
    return _sum([_value(table_.criteria[at], at, lines, column) for at in top]) if top else None


def top_criteria(table_: Table) -> tuple[At, ...]:
    """Return the criteria of the first level that have standard points."""
    return tuple(at for at, one in table_.criteria.items() if len(at) == 1 and not _is_extra(one))


def extra(score: Score, field: Extra) -> Decimal | None:
    """Return the bonus or the deduction of a score: as stated, else the sum of its lines, `None` where there is none."""
    said: Decimal | None = getattr(score, field)
    if said is not None:
        return said
    given = [value for line in score.lines if (value := getattr(line, field)) is not None]
    return _plain(sum(given, Decimal(0))) if given else None


def points_of(table_: Table, score: Score) -> Decimal | None:
    """Return the points of a score without bonus and deduction: as stated, else the sum of what was agreed."""
    return score.points if score.points is not None else sheet_points(table_, table_.lines(score), "agreed")


def computed_total(table_: Table, score: Score) -> Decimal | None:
    """Return points with bonus and without deduction; `None` where the points are not known. It may pass the scale."""
    points = points_of(table_, score)
    return with_extras(points, score) if points is not None else None


def with_extras(points: Decimal, score: Score) -> Decimal:
    """Return points with the bonus and without the deduction of a score; one that is not given is none."""
    return _plain(points + (extra(score, "bonus") or 0) - (extra(score, "deduction") or 0))


def total_of(table_: Table, score: Score) -> Decimal | None:
    """Return the total that ranks: as the document says, else as it can be computed."""
    return score.total if score.total is not None else computed_total(table_, score)


_last: tuple[tuple[Score, ...], Mapping[str, int | None]] = (), MappingProxyType({})
"""The scores that were last asked for, and which of them count: many rules look at one bloc's year, one after the other."""


def counting(scores: tuple[Score, ...]) -> Mapping[str, int | None]:
    """Return, for each member, the place of the score that ranks it; `None` where nothing says which.

    The one with `final: co`; without one, the only score, else the last by the council. `final: khong` never counts.
    """
    global _last
    if _last[0] is not scores:
        mine: dict[str, list[int]] = {}
        for place, one in enumerate(scores):
            mine.setdefault(key(one.member), []).append(place)
        _last = scores, MappingProxyType({member: _counts(scores, places) for member, places in mine.items()})
    return _last[1]


def _counts(scores: Sequence[Score], places: list[int]) -> int | None:
    if len(places) == 1:  # so it is of nearly all members
        return None if scores[places[0]].final == "khong" else places[0]
    final = [place for place in places if scores[place].final == "co"]
    if final:
        return final[0] if len(final) == 1 else None
    left = [place for place in places if scores[place].final != "khong"]
    if len(left) == 1:
        return left[0]
    by_council = [place for place in left if is_by(scores[place], COUNCIL)]
    return by_council[-1] if by_council else None


def is_by(score: Score, whom: str) -> bool:
    """Whether a score says that it was given by the council, or by the member itself."""
    return score.by is not None and f"-{whom}-" in f"-{slug(score.by)}-"


def ranks(totals: Mapping[K, Decimal]) -> dict[K, int]:
    """Return the place of each by its total: equal totals share a place, and the next place counts them all (1, 2, 2, 4)."""
    above: dict[Decimal, int] = {}
    for place, total in enumerate(sorted(totals.values(), reverse=True), 1):
        above.setdefault(total, place)
    return {one: above[total] for one, total in totals.items()}


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [one for one in values if one is not None]
    return _plain(sum(known, Decimal(0))) if len(known) == len(values) else None


def _plain(value: Decimal) -> Decimal:
    """Return a sum without zeros at its end: 57.5 and 6.5 make 64, not 64.0."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
