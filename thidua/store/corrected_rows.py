"""The rows of a decision while papers that correct them are applied, one value after the other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from thidua.model.award import AwardGroup, AwardRecord, Decision, Presentation, Recipient, Signer
from thidua.model.change import typed_value
from thidua.model.lists import RECIPIENT_FIELDS, CorrectedField
from thidua.model.period import Period
from thidua.store.recipients import recipient_key, recipient_name
from thidua.store.rulings import Outcome, Problem, Ruling, Step
from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.diagnostics import Route

Called = tuple[str, str, str | None]
"""How a row is called: award, name, unit."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A decision as it is now.

    Attributes:
        stated: of each route of `record` that is another than in the file, the place of the row and its route there.
        taken: routes of `record` whose values are those of a paper.
        former: how rows were called before, by place.
    """

    record: AwardRecord
    steps: tuple[Step, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    stated: dict[Route, tuple[int, Route]] = field(default_factory=dict)
    taken: frozenset[Route] = frozenset()
    former: tuple[tuple[int, Called], ...] = ()

    def stated_route(self, route: Route) -> Route:
        """Return where the file has what stands at a route of `record`."""
        row, rest = route[:4], route[4:]
        return (*self.stated[row][1], *rest) if row in self.stated else route


def slot(of: CorrectedField) -> str:
    """One name for all the fields that say whom a row names."""
    return "name" if of.value in RECIPIENT_FIELDS else of.value


@dataclass(slots=True)
class _Row:
    """A row while papers are applied to it."""

    place: int
    route: Route
    group: int
    award: str
    one: Recipient
    calls: list[Called]
    taken: set[str] = field(default_factory=set)

    @property
    def called(self) -> Called:
        return self.award, recipient_name(self.one)[0], self.one.unit

    def value(self, of: CorrectedField) -> Any:
        """Return what stands where a correction of this field puts its value."""
        if of is CorrectedField.AWARD:
            return self.award
        return recipient_name(self.one)[0] if of.value in RECIPIENT_FIELDS else getattr(self.one, _attribute(of))

    @property
    def whose(self) -> tuple[str, str | None]:
        return recipient_name(self.one)[1], self.one.unit


class Rows:
    """A decision while papers are applied to it."""

    def __init__(self, record: AwardRecord) -> None:
        self._record = record
        self._taken: set[Route] = set()
        self._rows: list[_Row] = []
        for number, group in enumerate(record.awards):
            for place, one in enumerate(group.recipients):
                route = ("awards", number, "recipients", place)
                self._rows.append(_Row(len(self._rows), route, number, group.award, one, []))

    def places(self, ruling: Ruling) -> list[int | None] | Outcome:
        """Return the rows that a ruling means, or why none is."""
        if ruling.name is None:
            return [None]
        key = recipient_key(ruling.name)
        named = [place for place, row in enumerate(self._rows) if any(recipient_key(c[1]) == key for c in _calls(row))]
        awarded = [
            place for place in named if any(_fits(ruling, key, c, unit=False) for c in _calls(self._rows[place]))
        ]
        fitting = [place for place in awarded if any(_fits(ruling, key, c) for c in _calls(self._rows[place]))]
        if not fitting:
            why = Problem.NOT_OF_UNIT if awarded else Problem.NOT_OF_AWARD if named else Problem.NOT_NAMED
            return Outcome(ruling, why)
        if problem := self._several(ruling, [self._rows[place] for place in fitting]):
            return Outcome(ruling, problem, tuple(self._rows[place].route for place in fitting))
        return list(fitting)

    def _several(self, ruling: Ruling, rows: list[_Row]) -> Problem | None:
        if len({row.whose for row in rows}) > 1:
            return Problem.SEVERAL
        people = {row.one.person for row in rows} - {None}
        apart = {row.one.different_from_namesake for row in rows} - {None}
        if len(people) > 1 or len(apart) > 1:
            return Problem.SEVERAL_ALIKE
        return Problem.SEVERAL_AWARDS if ruling.field is CorrectedField.AWARD and len(rows) > 1 else None

    def route(self, place: int | None, of: CorrectedField) -> Route:
        """Return where the file has the value that a ruling is about, or would have it."""
        if place is None:
            return tuple(of.value.split("."))
        row = self._rows[place]
        if of is CorrectedField.AWARD:
            return "awards", row.group, "award"
        return (*row.route, _naming(row.one) if of.value in RECIPIENT_FIELDS else of.value)

    def put(self, place: int | None, ruling: Ruling) -> Step | None:
        """Put a value in the place of another; `None` where it stands there already."""
        try:
            value = typed_value(ruling.field, ruling.value)
        except ValidationError:  # a file that was read has none of these; a table that was damaged may
            return None
        here = self.route(place, ruling.field)
        if place is None:
            return self._put_of_decision(ruling, here, value)
        row = self._rows[place]
        called, was, name = row.called, row.value(ruling.field), ruling.field.value
        if was == value and (name not in RECIPIENT_FIELDS or _naming(row.one) == name):
            return None
        if ruling.field is CorrectedField.AWARD:
            row.award = value
        else:
            empty = dict.fromkeys(RECIPIENT_FIELDS) if name in RECIPIENT_FIELDS else {}
            row.one = row.one.model_copy(update={**empty, _attribute(ruling.field): value})
        row.taken.add(name)
        if row.called != called:
            row.calls.append(called)
        return Step(place, row.route, text_of(was), ruling)

    def _put_of_decision(self, ruling: Ruling, here: Route, value: Any) -> Step | None:
        was, self._record = _replaced(self._record, here, value)
        if was == value:
            return None
        self._taken.add(here)
        return Step(None, here, text_of(was), ruling)

    def closed(self, steps: tuple[Step, ...], outcomes: tuple[Outcome, ...]) -> Corrected:
        """Return the decision, with every row in the group of its award."""
        made, groups = self._sorted_out()
        stated: dict[Route, tuple[int, Route]] = {}
        taken = set(self._taken)
        for place, rows in enumerate(groups):
            made[place] = made[place].model_copy(update={"recipients": tuple(row.one for row in rows)})
            if place >= len(self._record.awards):
                taken.add(("awards", place, "award"))
            for number, row in enumerate(rows):
                route: Route = ("awards", place, "recipients", number)
                stated[route] = row.place, row.route
                taken |= {(*route, name) for name in row.taken}
        former = tuple((row.place, call) for row in self._rows for call in dict.fromkeys(row.calls))
        record = self._record.model_copy(update={"awards": tuple(made)})
        return Corrected(record, steps, outcomes, stated, frozenset(taken), former)

    def _sorted_out(self) -> tuple[list[AwardGroup], list[list[_Row]]]:
        """Return the groups, new ones last, and the rows of each: those that were moved after those that stood there."""
        made = list(self._record.awards)
        groups = [[row for row in self._rows if (row.group, row.award) == (n, g.award)] for n, g in enumerate(made)]
        for row in self._rows:
            like = self._record.awards[row.group]
            if row.award == like.award:
                continue
            place = _group_of(made, row.award, like)
            if place is None:
                place = len(made)
                made.append(AwardGroup.model_construct(award=row.award, method=like.method))
                groups.append([])
            groups[place].append(row)
        return made, groups


def _calls(row: _Row) -> Iterator[Called]:
    yield row.called
    yield from row.calls


def _fits(ruling: Ruling, key: str, call: Called, *, unit: bool = True) -> bool:
    award, name, of = call
    return (
        recipient_key(name) == key
        and ruling.award in (None, award)
        and (not unit or ruling.unit is None or ruling.unit == of)
    )


def _attribute(of: CorrectedField) -> str:
    return "class_" if of is CorrectedField.CLASS else of.value


def _naming(one: Recipient) -> str:
    return next(name for name in RECIPIENT_FIELDS if getattr(one, name) is not None)


def _group_of(groups: list[AwardGroup], award: str, like: AwardGroup) -> int | None:
    """Return the group that a row of another one moves to."""
    for place, group in enumerate(groups):
        if group.award == award and group.name is None and group.method == like.method:
            return place
    return None


_EMPTY = {"decision": Decision, "signer": Signer, "presented": Presentation}


def _replaced(record: Any, route: Route, value: Any) -> tuple[Any, Any]:
    """Return what stood at a route, and the record with `value` there."""
    name, *rest = (str(key) for key in route)
    if not rest:
        return getattr(record, name), record.model_copy(update={name: value})
    part = getattr(record, name)
    was, part = _replaced(part if part is not None else _EMPTY[name](), tuple(rest), value)
    return was, record.model_copy(update={name: part})


def text_of(value: Any) -> str | None:
    """Return a value as a record writes it."""
    match value:
        case None:
            return None
        case date():
            return value.isoformat()
        case Period():
            return value.text
        case _:
            return str(value)
