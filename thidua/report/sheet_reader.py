"""Reads the scoring table and the scores by criterion of one bloc's year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.scoring import (
    ITSELF,
    At,
    Column,
    Table,
    base_points,
    counting,
    criterion_value,
    is_by,
    key,
    sheet_points,
    table,
    top_criteria,
    total_of,
    with_extras,
)
from thidua.report.score_sheet import Cell, CriterionLine, Detail, DetailLine, Evidence, Sheet, SheetLine
from thidua.report.values import Figure

if TYPE_CHECKING:
    from decimal import Decimal

    from thidua.diagnostics import Route
    from thidua.model.bloc import BlocYear, Criterion, CriterionScore, Score
    from thidua.report.reader import Reader

MOST_COLUMNS = 10
"""Up to how many criteria of the first level stand as columns; a longer table is only printed member by member."""

Marks = dict[At, tuple["Route", "CriterionScore"]]
"""The line of each criterion, and where it stands in the record."""


class SheetReader:
    """Reads the sheet of one bloc's year."""

    def __init__(self, reader: Reader, path: str, record: BlocYear) -> None:
        self.reader, self.path, self.record = reader, path, record
        self.table: Table = table(record.criteria)
        self.counts = counting(record.scores)
        self._places: dict[str, list[int]] = {}
        for place, score in enumerate(record.scores):
            self._places.setdefault(key(score.member), []).append(place)

    def sheet(self, order: list[str]) -> Sheet:
        """Return the sheet; members in the given order of keys."""
        scored = [member for member in order if any(self.record.scores[p].lines for p in self._places.get(member, ()))]
        has_table = bool(self.table.criteria)
        columns = top_criteria(self.table)
        columns = columns if len(columns) <= MOST_COLUMNS else ()
        return Sheet(
            tuple(self._criterion(at, one) for at, one in self.table.criteria.items()),
            self._scale(),
            tuple(self.table.criteria[at].number or f"({place})" for place, at in enumerate(columns, 1)),
            tuple(self._member(one, columns) for one in scored) if has_table else (),
            tuple(self._detail(one) for one in scored) if has_table else (),
            tuple(line for one in scored for line in self._evidence(one)),
        )

    def figure(self, value: Decimal | None, *routes: Route, label: str = "") -> Figure | None:
        """Return a number with the places of the record it comes from, or `None`."""
        if value is None:
            return None
        return Figure(value, tuple(self.reader.trace(self.path, route, label) for route in routes))

    def name(self, member: str) -> str:
        """Return how a member is called, by its key."""
        written = self.record.scores[self._places[member][0]].member
        return self.reader.name(written) or written

    def counted(self, member: str) -> tuple[Route, Score] | None:
        """Return the score of a member that ranks it, and its place."""
        place = self.counts[member]
        return (("scores", place), self.record.scores[place]) if place is not None else None

    def _criterion(self, at: At, one: Criterion) -> CriterionLine:
        route = _route(at)
        return CriterionLine(
            len(at) - 1,
            one.number,
            one.name,
            self.figure(one.points, (*route, "points"), label=one.name),
            self.figure(one.bonus, (*route, "bonus"), label=one.name),
            self.figure(one.deduction, (*route, "deduction"), label=one.name),
            one.due,
            one.note,
            self.reader.doubt(self.path, route, one),
        )

    def _scale(self) -> Figure | None:
        top = top_criteria(self.table)
        return self.figure(base_points(self.record.criteria), *(_route(at) for at in top)) if top else None

    def _marks(self, member: str) -> tuple[Marks, Marks]:
        """The lines of the score that ranks, and those of what the member gave itself, from any of its scores."""
        counted = self.counts[member]
        agreed: Marks = {}
        itself: Marks = {}
        for place in sorted(self._places[member], key=lambda one: one != counted):
            for at, (line_place, line) in self.table.lines(self.record.scores[place]).items():
                here = ("scores", place, "lines", line_place), line
                if place == counted:
                    agreed[at] = here
                if line.self_ is not None:
                    itself.setdefault(at, here)
        return agreed, itself

    def _value(self, at: At, marks: Marks, column: Column) -> Figure | None:
        value = criterion_value(self.table, at, marks, column)
        if value is None:
            return None
        if at in marks and getattr(marks[at][1], column) is not None:
            return self.figure(value, marks[at][0], label=self.table.criteria[at].name)
        behind = [(one, marks[one][0]) for one in marks if one[: len(at)] == at and one != at]
        traces = tuple(self.reader.trace(self.path, route, self.table.criteria[one].name) for one, route in behind)
        return Figure(value, traces)

    def _member(self, member: str, columns: tuple[At, ...]) -> SheetLine:
        agreed, itself = self._marks(member)
        cells = []
        for at in columns:
            value, own = self._value(at, agreed, "agreed"), self._value(at, itself, "self_")
            is_same = value is not None and own is not None and value.value == own.value
            cells.append(Cell(value, None if is_same else own))
        counted, name = self.counted(member), self.name(member)
        route, score = counted if counted else ((), None)
        return SheetLine(
            name,
            tuple(cells),
            self._own_total(member, itself),
            self.figure(total_of(self.table, score), _total_route(route, score), label=name) if score else None,
        )

    def _own_total(self, member: str, itself: Marks) -> Figure | None:
        """What a member gave itself: the total of its own score, else the sum of its lines."""
        for place in self._places[member]:
            score = self.record.scores[place]
            if is_by(score, ITSELF):
                points = sheet_points(self.table, self.table.lines(score), "self_")
                total = total_of(self.table, score)
                if total is None and points is not None:
                    total = with_extras(points, score)
                if total is not None:
                    return self.figure(total, _total_route(("scores", place), score), label=self.name(member))
        routes = (route for route, _ in itself.values())
        return self.figure(sheet_points(self.table, itself, "self_"), *routes, label=self.name(member))

    def _detail(self, member: str) -> Detail:
        agreed, itself = self._marks(member)
        lines = []
        for at, one in self.table.criteria.items():
            route, line = agreed.get(at, ((), None))
            lines.append(
                DetailLine(
                    len(at) - 1,
                    one.number,
                    one.name,
                    one.points,
                    self._value(at, itself, "self_"),
                    self._value(at, agreed, "agreed"),
                    self.figure(line.bonus, route, label=one.name) if line else None,
                    self.figure(line.deduction, route, label=one.name) if line else None,
                    self.reader.doubt(self.path, route, line) if line else 0,
                )
            )
        return Detail(self.name(member), tuple(lines))

    def _evidence(self, member: str) -> list[Evidence]:
        found = []
        for place in self._places[member]:
            for line_place, line in enumerate(self.record.scores[place].lines):
                if line.evidence:
                    meant = self.table.find(line.criterion)
                    is_one = len(meant) == 1
                    name = self.table.criteria[meant[0]].name if is_one else line.criterion
                    shown = self.table.numbers.get(meant[0], name) if is_one else name
                    trace = self.reader.trace(self.path, ("scores", place, "lines", line_place, "evidence"), name)
                    number = Figure(len(line.evidence), (trace,), wording=shown)
                    found.append(Evidence(self.name(member), number, line.evidence))
        return found


def _total_route(route: Route, score: Score) -> Route:
    """Where a total stands: in its own line where it is stated."""
    return (*route, "total") if score.total is not None else route


def _route(at: At) -> Route:
    route: Route = ("criteria", at[0])
    for place in at[1:]:
        route = (*route, "parts", place)
    return route
