"""The cells of one statutory table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from thidua.law.statutory import Counted, FundField
from thidua.model.lists import Qualifier
from thidua.model.year import OrganisationYear
from thidua.report.statutory_filter import belongs
from thidua.report.statutory_values import Because, Cell, Reason, State, Whose
from thidua.report.values import Figure
from thidua.value_class import replace
from thidua.vietnamese.numbers import share_percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.law.statutory import Column, Filter, Form, Row
    from thidua.report.reader import Reader
    from thidua.report.span import Span
    from thidua.report.statutory_facts import Bag
    from thidua.report.statutory_traces import Traces

ANSWERED = (State.KNOWN, State.AT_LEAST, State.ABOUT)
_ABOUT = (Qualifier.NEARLY, Qualifier.ABOUT)

_BEYOND = (Reason.NO_NUMBER, Reason.TALLY)
"""Reasons for which there is no whole to be a part of."""

Sorted = tuple[list["Bag"], list[tuple["Bag", tuple[Reason, ...]]]]
"""What surely belongs into a cell, and what may belong, with what it lacks."""


class Cells:
    """Fills cells, each from the bags that fit its row and its column."""

    def __init__(
        self, reader: Reader, traces: Traces, form: Form, whose: Whose, bags: Iterable[Bag], of: str, span: Span
    ) -> None:
        self._reader, self._traces = reader, traces
        self._form, self._whose = form, whose
        self._of, self._span = of, span
        self._bags = tuple(bags)
        self._has_proposals = any(bag.facts.of is Counted.PROPOSALS for bag in self._bags)
        self._cells: dict[tuple[str, str], Cell] = {}

    def cell(self, row: Row, column: Column) -> Cell:
        """Return a cell; the same one however often it is asked for."""
        key = f"{row.name}\n{row.label.vi}", column.name
        if key not in self._cells:
            self._cells[key] = self._made(row, column)
        return self._cells[key]

    def surely(self, filters: Iterable[Filter], of: Counted) -> list[Bag]:
        """Return the bags that fit all filters beyond doubt."""
        return self._sort(tuple(filters), of)[0]

    def _made(self, row: Row, column: Column) -> Cell:
        if column.share:
            return self._share(*(self.cell(row, self._form.column(name)) for name in column.share))
        if column.count is None:
            return added_up([self.cell(row, self._form.column(name)) for name in column.sum])
        of = self._source(row, column)
        if of is Counted.FUND:
            return self._fund(column)
        if _exclude(row.count, column.count):
            return Cell(State.NOT_APPLICABLE)
        if of is Counted.PROPOSALS and not self._has_proposals:
            return Cell(State.UNKNOWN, because=(Because(Reason.NO_PROPOSALS, None, None, ()),))
        return self._counted(row, column)

    def _source(self, row: Row, column: Column) -> Counted:
        return (column.count and column.count.of) or row.count.of or self._form.counted

    def _sort(self, filters: tuple[Filter, ...], of: Counted) -> Sorted:
        sure: list[Bag] = []
        may_be: list[tuple[Bag, tuple[Reason, ...]]] = []
        for bag in self._bags:
            verdict = belongs(bag.facts, (self._form.scope, *filters), self._whose, of)
            if verdict is None:
                continue
            if not verdict:
                sure.append(bag)
            elif bag.number or any(piece.number is None for piece in bag.pieces):
                may_be.append((bag, verdict))
        return sure, may_be

    def _sorted(self, row: Row, column: Column) -> Sorted:
        filters = (row.count, column.count) if column.count else (row.count,)
        return self._sort(filters, self._source(row, column))

    def _counted(self, row: Row, column: Column) -> Cell:
        sure, may_be = self._sorted(row, column)
        number = sum(bag.number for bag in sure)
        because = (*self._because(row, column, may_be), *self._inexact(sure))
        if not sure or (number == 0 and may_be):
            if may_be:
                return Cell(State.UNKNOWN, because=because)
            return self._nothing(row, column)
        qualifiers = {piece.qualifier for bag in sure for piece in bag.pieces if piece.qualifier}
        figure = Figure(number, self._traces.of(sure))
        if qualifiers.intersection(_ABOUT):
            return Cell(State.ABOUT, replace(figure, qualifier=Qualifier.ABOUT), because=because)
        if qualifiers or may_be:
            return Cell(State.AT_LEAST, replace(figure, qualifier=Qualifier.AT_LEAST), because=because)
        return Cell(State.KNOWN, figure)

    def _nothing(self, row: Row, column: Column) -> Cell:
        """A zero where a whole is known, all of which belongs elsewhere; else nothing is known."""
        for whole in self._wholes(row, column):
            if whole.state in ANSWERED and whole.figure:
                return Cell(State.KNOWN, Figure(0, whole.figure.records))
        return Cell(State.NO_DATA)

    def _wholes(self, row: Row, column: Column) -> Iterable[Cell]:
        for name in row.part_of:
            yield self.cell(self._form.row(name), column)
        for name in column.part_of:
            yield self.cell(row, self._form.column(name))

    def _whole_number(self, row: Row, column: Column) -> int | None:
        """How many may belong to the whole of a cell."""
        if row.part_of:
            row = self._form.row(row.part_of[0])
        elif column.part_of:
            column = self._form.column(column.part_of[0])
        else:
            return None
        sure, may_be = self._sorted(row, column)
        return sum(bag.number for bag in (*sure, *(bag for bag, _ in may_be)))

    def _because(self, row: Row, column: Column, may_be: list[tuple[Bag, tuple[Reason, ...]]]) -> tuple[Because, ...]:
        by_reason: dict[Reason, list[Bag]] = {}
        for bag, reasons in may_be:
            for reason in reasons:
                by_reason.setdefault(reason, []).append(bag)
        if not by_reason:
            return ()
        whole = self._whole_number(row, column)
        return tuple(
            Because(
                reason,
                _how_many(reason, by_reason[reason]),
                whole if reason not in _BEYOND else None,
                self._traces.of(by_reason[reason]),
            )
            for reason in Reason
            if reason in by_reason
        )

    def _inexact(self, sure: list[Bag]) -> tuple[Because, ...]:
        rough = [replace(bag, pieces=pieces) for bag in sure if (pieces := tuple(p for p in bag.pieces if p.qualifier))]
        number = sum(bag.number for bag in rough)
        return (Because(Reason.INEXACT, number, None, self._traces.of(rough)),) if rough else ()

    def _share(self, part: Cell, whole: Cell) -> Cell:
        """A part in percent, where both are exact; a part that is surely nothing is so of any whole."""
        if part.figure is None or whole.figure is None:
            known = part.state is State.UNKNOWN or whole.state is State.UNKNOWN
            return _open() if known else Cell(State.NO_DATA)
        records = (*part.figure.records, *whole.figure.records)
        if part.state is State.KNOWN and part.figure.value == 0 and whole.figure.value:
            return Cell(State.KNOWN, Figure(Decimal(0), records, unit="%"))
        if part.state is not State.KNOWN or whole.state is not State.KNOWN:
            return _open()
        if whole.figure.value == 0:
            return Cell(State.NO_DATA)
        percent = share_percent(int(part.figure.value), int(whole.figure.value))
        return Cell(State.KNOWN, Figure(percent, tuple(dict.fromkeys(records)), unit="%"))

    def _fund(self, column: Column) -> Cell:
        """What the year's record says; a span that is no calendar year has none."""
        field = column.count.field if column.count else None
        if self._span.year is None:
            return Cell(State.UNKNOWN, because=(Because(Reason.NO_WHOLE_YEAR, None, None, ()),))
        path = self._reader.library.path("years", f"{self._span.year}/{self._of}")
        year = self._reader.library.record(path, OrganisationYear) if path else None
        value = getattr(year.fund, field) if year and year.fund and field else None
        if path is None or year is None or field is None or value is None:
            return Cell(State.NO_DATA)
        self._reader.record(path, OrganisationYear)  # the report rests on it
        if field is FundField.NOTE:
            return Cell(State.KNOWN, text=str(value))
        unit = "%" if field is FundField.BUDGET_SHARE else None
        doubt = self._reader.doubt(path, ("fund",), year.fund)
        trace = self._reader.trace(path, ("fund", field))
        return Cell(State.KNOWN, Figure(value, (trace,), unit=unit, doubt=doubt))


def _open() -> Cell:
    return Cell(State.UNKNOWN, because=(Because(Reason.PARTS_OPEN, None, None, ()),))


def _how_many(reason: Reason, bags: list[Bag]) -> int:
    """Recipients; of what is said only in words, how often."""
    if reason is Reason.NO_NUMBER:
        return sum(len(bag.pieces) for bag in bags)
    return sum(bag.number for bag in bags)


def _exclude(row: Filter, column: Filter) -> bool:
    """Whether no record can fit both."""
    return bool(row.recipients and column.recipients) and not set(row.recipients) & set(column.recipients)


def added_up(parts: list[Cell]) -> Cell:
    """What parts add up to: as exact as the least exact of them; a part without data adds nothing."""
    figures = [part.figure for part in parts if part.figure]
    because = tuple(dict.fromkeys(one for part in parts for one in part.because))
    if not figures:
        return Cell(State.UNKNOWN if because else State.NO_DATA, because=because)
    total = Figure(
        sum(int(figure.value) for figure in figures), tuple(dict.fromkeys(t for f in figures for t in f.records))
    )
    states = {part.state for part in parts}
    if State.ABOUT in states:
        return Cell(State.ABOUT, replace(total, qualifier=Qualifier.ABOUT), because=because)
    if states & {State.AT_LEAST, State.UNKNOWN}:
        return Cell(State.AT_LEAST, replace(total, qualifier=Qualifier.AT_LEAST), because=because)
    return Cell(State.KNOWN, total)
