"""Statutory tables (*biểu thống kê*) of an organisation, filled from the register by the day of the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.law.bonus import funds
from thidua.law.era import eras
from thidua.law.statutory import Counted, Form
from thidua.model.award import AwardRecord
from thidua.model.lists import RecipientKind, YesNo
from thidua.report.header import organisation_header
from thidua.report.organisation_year import NoSuchRecord
from thidua.report.statutory_bags import bags
from thidua.report.statutory_cells import Cells
from thidua.report.statutory_facts import ANY_CLASS, ANY_COLLECTIVE, NONE, Bag, Facts, Piece
from thidua.report.statutory_filter import belongs, selects
from thidua.report.statutory_traces import Traces
from thidua.report.statutory_values import (
    Cell,
    FundShare,
    Heading,
    LeftOut,
    Line,
    Note,
    Reason,
    StatutoryReport,
    Table,
    Whose,
)
from thidua.report.values import Figure
from thidua.store.office_law import office_law
from thidua.store.queries import doubted_awards, organisation
from thidua.store.statutory import Kept, Stated, catalogue_of, stated_totals
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua.law.entry import Words
    from thidua.law.statutory import Column, Filter, Row
    from thidua.report.reader import Reader
    from thidua.report.span import Span


def statutory_report(
    reader: Reader, of: str, span: Span, asked: Iterable[Form], missing: tuple[str, ...] = ()
) -> StatutoryReport:
    """Fill statutory tables.

    A cell has an exact figure only where every record that may belong there is known to. It is a zero only where a
    whole of which it is a part is known and all of that belongs elsewhere; no register is taken to be complete.

    Raises:
        NoSuchRecord: the organisation has no record.
    """
    found = organisation(reader.register, of)
    if found is None:
        raise NoSuchRecord("organisations", of)
    everything = bags(reader, of, span)
    traces = Traces(reader)
    tables = tuple(_table(reader, traces, form, everything, of, found.get("level"), span) for form in asked)
    _remember_doubts(reader, tables)
    return StatutoryReport(
        header=organisation_header(reader, of),
        organisation=found["name"] or of,
        span=span,
        tables=tables,
        doubts=reader.doubts,
        sources=reader.sources,
        missing=missing,
    )


def whose(form: Form, level: str | None) -> Whose:
    """Return which awards a table has: those conferred by bodies that report them, those received by all others."""
    if not form.conferred_by:
        return Whose.RECEIVED
    if level is None:
        return Whose.EITHER
    return Whose.CONFERRED if level in form.conferred_by else Whose.RECEIVED


def _table(
    reader: Reader, traces: Traces, form: Form, everything: tuple[Bag, ...], of: str, level: str | None, span: Span
) -> Table:
    which = whose(form, level)
    catalogue = catalogue_of(reader.register)
    totals = stated_totals(reader.register, of, str(span.start), str(span.end))
    mine = (*everything, *_short_of(totals, form, which, everything, catalogue))
    mine = tuple(bag for bag in mine if any(_may_belong(form, which, bag, source) for source in Counted))
    shown = form.model_copy(update={"columns": _columns(form, mine, catalogue), "rows": _rows(form, mine, catalogue)})
    cells = Cells(reader, traces, shown, which, mine, of, span)
    rows, notes = _numbered(shown, cells)
    return Table(
        id=form.id,
        number=form.number,
        name=form.name.vi,
        name_en=form.name.en,
        article=form.article,
        confidence=form.confidence,
        issued=form.issued,
        due=_vi(form.due),
        in_force=_vi(form.in_force),
        basis=form.basis.vi,
        remark=_vi(form.note),
        origin=form.origin,
        whose=which if form.counted is Counted.AWARDS else None,
        before=form.issued is not None and span.end < form.issued,
        codes=form.codes is YesNo.YES,
        units=form.units is YesNo.YES,
        columns=tuple(map(_heading, shown.columns)),
        rows=rows,
        notes=notes,
        left_out=_left_out(shown, cells, traces, catalogue),
        funds=_funds(reader, span) if form.counted is Counted.FUND else (),
    )


def _funds(reader: Reader, span: Span) -> tuple[FundShare, ...]:
    overlay = office_law(reader.register)
    found = (funds(era.id, overlay=overlay) for era in eras(overlay).values() if era.holds(span.end))
    return tuple(
        FundShare(one.pct, one.base.vi, one.article, one.confidence, one.origin)
        for its in found
        for one in its.values()
    )


def _vi(text: Words | None) -> str | None:
    return text.vi if text else None


def _heading(column: Column) -> Heading:
    group = column.group
    return Heading(
        column.number,
        column.formula,
        group.vi if group else None,
        column.label.vi,
        group.en if group else None,
        column.label.en,
    )


def _may_belong(form: Form, which: Whose, bag: Bag, of: Counted) -> bool:
    return belongs(bag.facts, (form.scope,), which, of) is not None


def _columns(form: Form, mine: Iterable[Bag], catalogue: Mapping[str, Kept]) -> tuple[Column, ...]:
    """Columns; those that stand for each award are put award by award, the columns of one number together."""
    found: list[Column] = []
    for column in form.columns:
        if column.each is YesNo.NO:
            found.append(column)
        elif column.count and (not found or found[-1].number != column.number):
            together = [one for one in form.columns if one.number == column.number]
            awards = _awards(mine, [one.count for one in together if one.count], catalogue)
            found += [_column_of(one, id_, name) for id_, name in awards for one in together] or together
    return tuple(found)


def _column_of(column: Column, award: str, name: str) -> Column:
    group = column.label.model_copy(update={"vi": name, "en": name})
    count = column.count.model_copy(update={"awards": (award,), "kinds": ()}) if column.count else None
    return column.model_copy(update={"key": f"{column.name}@{award}", "group": group, "count": count})


def _rows(form: Form, mine: Iterable[Bag], catalogue: Mapping[str, Kept]) -> tuple[Row, ...]:
    found: list[Row] = []
    for row in form.rows:
        awards = _awards(mine, [row.count], catalogue) if row.each is YesNo.YES else []
        found += [_row_of(row, id_, name) for id_, name in awards] or [row]
    return tuple(found)


def _row_of(row: Row, award: str, name: str) -> Row:
    label = row.label.model_copy(update={"vi": name, "en": name})
    return row.model_copy(
        update={"label": label, "count": row.count.model_copy(update={"awards": (award,), "kinds": ()})}
    )


def _awards(mine: Iterable[Bag], counts: Iterable[Filter], catalogue: Mapping[str, Kept]) -> list[tuple[str, str]]:
    """The awards of which there are records and that a filter takes: id and name, in the order of the catalogue."""
    facts = {(bag.facts.award, bag.facts.award_kind, bag.facts.level) for bag in mine}
    taken = {
        award for award, kind, level in facts if level and any(selects(one, award, kind, level) == () for one in counts)
    }
    return [(id_, kept.name) for id_, kept in catalogue.items() if id_ in taken]


def _numbered(form: Form, cells: Cells) -> tuple[tuple[Line, ...], tuple[Note, ...]]:
    """The rows, with what is said of several cells said once."""
    notes: dict[tuple[tuple[Reason, int | None, int | None], ...], Note] = {}

    def marked(cell: Cell) -> Cell:
        if not cell.because:
            return cell
        key = tuple((one.reason, one.number, one.whole) for one in cell.because)
        return replace(cell, note=notes.setdefault(key, Note(len(notes) + 1, cell.because)).number)

    rows, place = [], 0
    for row in form.rows:
        is_heading = row.heading is YesNo.YES
        place += not (is_heading or row.name)
        rows.append(
            Line(
                row.code,
                0 if is_heading or row.name else place,
                row.label.vi,
                row.label.en,
                row.unit.vi if row.unit else None,
                () if is_heading else tuple(marked(cells.cell(row, column)) for column in form.columns),
            )
        )
    return tuple(rows), tuple(notes.values())


def _left_out(form: Form, cells: Cells, traces: Traces, catalogue: Mapping[str, Kept]) -> tuple[LeftOut, ...]:
    """Awards of the form's scope that no cell can take, so that nobody believes they are counted."""
    if form.counted is not Counted.AWARDS:
        return ()
    by_award: dict[str, list[Bag]] = {}
    for bag in cells.surely((), Counted.AWARDS):
        by_award.setdefault(bag.facts.award, []).append(bag)
    found = []
    for award, its in by_award.items():
        facts = its[0].facts
        if not any(_takes(one.count, facts) for one in form.columns if one.count) or not any(
            _takes(one.count, facts) for one in form.rows
        ):
            figure = Figure(sum(bag.number for bag in its), traces.of(its))
            found.append(LeftOut(catalogue[award].name if award in catalogue else award, figure))
    return tuple(sorted(found, key=lambda one: one.award))


def _takes(count: Filter, facts: Facts) -> bool:
    return selects(count, facts.award, facts.award_kind, facts.level) is not None


def _short_of(
    totals: Iterable[Stated], form: Form, which: Whose, everything: Iterable[Bag], catalogue: Mapping[str, Kept]
) -> list[Bag]:
    """What documents state beyond the rows: so many more there may be. Of several totals the one that says most."""
    most: dict[Facts, Piece] = {}
    for total in totals:
        award = catalogue.get(total.award)
        for number, recipients in (
            (total.collectives, ANY_COLLECTIVE),
            (total.households, frozenset((RecipientKind.HOUSEHOLD,))),
            (total.individuals, frozenset((RecipientKind.INDIVIDUAL,))),
        ):
            facts = Facts(
                of=Counted.AWARDS,
                given=total.given,
                ours=total.ours,
                award=total.award,
                level=award.level if award else NONE,
                award_kind=award.kind if award else NONE,
                recipients=recipients,
                classes=ANY_CLASS if RecipientKind.INDIVIDUAL in recipients else frozenset((NONE,)),
                doubts=(Reason.TALLY,),
            )
            if total.method:
                facts = replace(facts, methods=frozenset((total.method,)))
            rows = sum(bag.number for bag in everything if _is_part(bag.facts, facts, form, which))
            short = (number or 0) - rows
            if short > 0 and short > (most[facts].number or 0 if facts in most else 0):
                most[facts] = Piece(total.path, total.line, counted=True, number=short)
    return [Bag(facts, (piece,)) for facts, piece in most.items()]


def _is_part(facts: Facts, total: Facts, form: Form, which: Whose) -> bool:
    """Whether a record surely is one of those that a total counts."""
    return (
        facts.award == total.award
        and facts.recipients <= total.recipients
        and facts.methods <= total.methods
        and belongs(facts, (form.scope,), which, Counted.AWARDS) == ()
    )


def _remember_doubts(reader: Reader, tables: Iterable[Table]) -> None:
    """The doubts of the decisions that were counted go into the appendix."""
    figures = [cell.figure for table in tables for row in table.rows for cell in row.cells if cell.figure]
    counted = dict.fromkeys(trace.path for figure in figures for trace in figure.records)
    for path in sorted(counted.keys() & doubted_awards(reader.register)):
        record = reader.record(path, AwardRecord)
        if record is None:
            continue
        reader.doubt(path, (), record)
        for place, group in enumerate(record.awards):
            reader.doubt(path, ("awards", place), group)
            if group.counted is not None:
                reader.doubt(path, ("awards", place, "counted"), group.counted)
