"""A workbook of awards → the files of their decisions: all of it or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.add_award import NewAward, NewGroup, plan
from thidua.app.add_award_file import candidates, find_file
from thidua.app.add_award_typed import AwardTyped, new_award
from thidua.app.ask import Confirm
from thidua.app.edit_words import cannot_change, why_not
from thidua.app.entry import Planned
from thidua.app.entry_document import document_of
from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import Lookup
from thidua.app.import_compare import People, compare, refuse_twice, rows_there
from thidua.app.import_names import Names
from thidua.app.import_read import Chosen, opened, read, tables_in
from thidua.app.import_result import DecisionPlan, ImportedRow, ImportPlan, Reading, RowState, Trouble
from thidua.diagnostics import Text
from thidua.source.document import parse
from thidua.source.edit import CannotEdit, change
from thidua.value_class import dataclass, replace
from thidua.vietnamese.text import number_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from thidua.app.ask import Conversation
    from thidua.app.fresh import Fresh
    from thidua.sheets.grid import Workbook
    from thidua.sheets.tables import Table
    from thidua.source.document import Document
    from thidua.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """What an import was asked for.

    Attributes:
        typed: what was said of all rows, as options of `add-award`.
        update: rows that the files have otherwise are changed to what the workbook says.
        keep: they stay as the files have them.
    """

    file: Path
    chosen: Chosen
    typed: AwardTyped
    update: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """The file of an import, read once; nothing of the records is in it."""

    book: Workbook
    tables: tuple[Table, ...]
    mapping: str

    @property
    def rows(self) -> int:
        return sum(len(table.rows) for table in self.tables)


def open_file(workspace: Workspace, asked: Asked) -> Opened:
    """Return the tables of the file.

    Raises:
        EntryError: see `opened` and `tables_in`.
    """
    book = opened(asked.file, asked.chosen.encoding)
    return Opened(book, *tables_in(workspace, book, asked.chosen))


def import_plan(state: Fresh, asked: Asked, file: Opened, seen: Callable[[int], None]) -> ImportPlan:
    """Return what an import would do to the records as they are.

    Raises:
        EntryError: what was said of all rows is not understood, or a decision's file is not clear.
    """
    lookup = Lookup(state.register, state.workspace.settings.organisation)
    names = Names(lookup)
    new = new_award(lookup, replace(asked.typed, award=None))
    reading = read(file.book, file.tables, names, new, asked.typed.award or "", asked.chosen, seen)
    reading.file, reading.mapping = asked.file.name, file.mapping
    decisions = _decisions(reading, new)
    people = People(state, names)
    taken: set[str] = set()
    for one in decisions:
        _settle(state, names, people, one, asked)
        taken.add(one.path)
    result = ImportPlan(reading, decisions)
    for row in reading.rows:
        if row.troubles and row.state is not RowState.AMBIGUOUS:
            row.state = RowState.AMBIGUOUS if all(t.is_ambiguous for t in row.troubles) else RowState.WRONG
    if not any(row.troubles for row in reading.rows) and not stopped_by_changes(result, asked):
        _plan_all(state, decisions, asked)
    return result


def stopped_by_changes(made: ImportPlan, asked: Asked) -> bool:
    """Tell whether rows that the files have otherwise stop the import, since nobody said what to do with them."""
    return bool(made.counts[RowState.CHANGED]) and not asked.update and not asked.keep


def confirm_import(made: ImportPlan) -> Conversation[bool]:
    """Ask whether to write what an import would."""
    new, files = made.counts[RowState.NEW], len(made.planned)
    said = Text(f"Ghi {new} dòng mới vào {files} tệp?", f"Write {new} new rows into {files} files?")
    return bool((yield Confirm(said)))


# decisions


def _decisions(reading: Reading, new: NewAward) -> tuple[DecisionPlan, ...]:
    """Return the rows by decision, in the order of the workbook."""
    by_key: dict[tuple[object, ...], list[ImportedRow]] = {}
    for row in reading.rows:
        if row.troubles:
            continue
        head = row.head
        basis = "" if head.number else (head.period, head.year)
        by_key.setdefault((number_key(head.number), head.date, head.authority, basis), []).append(row)
    if new.file and len(by_key) > 1:
        raise EntryError(
            Text(
                f"tệp có {len(by_key)} quyết định; --file chỉ dùng khi có một",
                f"the workbook has {len(by_key)} decisions; --file is for one",
            ),
            "--file",
        )
    return tuple(_decision(rows, new) for rows in by_key.values())


def _decision(rows: list[ImportedRow], new: NewAward) -> DecisionPlan:
    head = rows[0].head
    for row in rows[1:]:
        for field in ("period", "year", "method"):
            first, other = getattr(head, field), getattr(row.head, field)
            if first != other:
                row.troubles.append(Trouble(row.cell, Text(
                    f"cùng quyết định mà `{field}` là `{other or '(trống)'}`, ở {rows[0].cell} là"
                    f" `{first or '(trống)'}`; mỗi quyết định một giá trị",
                    f"the same decision has `{field}` `{other or '(empty)'}` here and `{first or '(empty)'}`"
                    f" at {rows[0].cell}; a decision has one",
                )))  # fmt: skip
    made = replace(
        new,
        number=head.number,
        date=head.date,
        authority=head.authority,
        period=head.period,
        year=head.year,
        method=head.method,
    )
    return DecisionPlan(made, rows)


def _settle(state: Fresh, names: Names, people: People, one: DecisionPlan, asked: Asked) -> None:
    """Find the decision's file and compare each row with it."""
    refuse_twice(names, one.rows)
    path = _file(state, names, one)
    if path is None:
        _refuse_incomplete(one, asked)
    one.path = path or ""
    there = rows_there(state, names, path) if path else {}
    for row in one.rows:
        if row.troubles:
            continue
        if there:
            compare(names, row, there, one.path)
        if row.state is RowState.NEW and not row.troubles:
            people.ask_which(row)


def _file(state: Fresh, names: Names, one: DecisionPlan) -> str | None:
    """Return the decision's file. Awards without a number are in the file that has all of them, when there is one."""
    decision = one.new.decision
    if decision.number or one.new.file:
        return find_file(state, decision, one.new.file)
    for path in candidates(state.register, decision):
        there = rows_there(state, names, path)
        copies = [replace(row, troubles=[], differences=(), state=RowState.NEW) for row in one.rows]
        for row in copies:
            compare(names, row, there, path)
        if all(row.state is RowState.SAME for row in copies):
            return path
    return find_file(state, decision)


def _refuse_incomplete(one: DecisionPlan, asked: Asked) -> None:
    new = one.new
    if not new.authority and asked.typed.by is None:
        raise EntryError(
            Text(
                'chưa rõ cấp khen thưởng; thêm --authority (ghi --authority "" nếu không biết),'
                " hoặc một cột “Cấp khen thưởng”",
                'it is not known who decided; add --authority (--authority "" where nobody knows),'
                " or a column `authority`",
            ),
            "--authority",
        )
    if not (new.date or new.period or new.year):
        raise EntryError(
            Text(
                "chưa rõ ngày quyết định; thêm --date, --period hoặc --year, hoặc một cột “Ngày quyết định”",
                "the day of the decision is not known; add --date, --period or --year, or a column `date`",
            ),
            "--date",
        )


# new texts


def _plan_all(state: Fresh, decisions: Iterable[DecisionPlan], asked: Asked) -> None:
    taken: set[str] = set()
    for one in decisions:
        rows = [row for row in one.rows if row.state is RowState.NEW]
        changed = _changed(state, one) if asked.update else None
        groups: dict[str, list[dict[str, str]]] = {}
        for row in rows:
            groups.setdefault(row.award, []).append(row.recipient)
        if groups:
            new = replace(
                one.new,
                groups=tuple(NewGroup(award, tuple(those)) for award, those in groups.items()),
                file=one.path or one.new.file,
            )
            one.planned = plan(state, new, changed)
            if one.planned.path in taken:
                one.planned = plan(state, replace(new, file=_free(state, one.planned.path, taken)))
        elif changed is not None:
            one.planned = Planned(one.path, document_of(state.workspace, one.path).text, changed.text)
        if one.planned is not None:
            one.path = one.planned.path
            taken.add(one.path)


def _free(state: Fresh, path: str, taken: set[str]) -> str:
    """Return another name for a file whose name is taken by an earlier decision of the same workbook."""
    stem, number = path.removesuffix(".yaml"), 2
    while f"{stem}-{number}.yaml" in taken or (state.workspace.root / f"{stem}-{number}.yaml").exists():
        number += 1
    return f"{stem}-{number}.yaml"


def _changed(state: Fresh, one: DecisionPlan) -> Document | None:
    """Return the decision's file with the fields that the workbook has otherwise; every other byte stays."""
    rows = [row for row in one.rows if row.state is RowState.CHANGED]
    if not rows:
        return None
    document = document_of(state.workspace, one.path)
    here = {(*row.route, each.field): each.here for row in rows for each in row.differences}
    try:
        return parse(change(document, here))
    except CannotEdit as error:
        raise cannot_change(one.path, why_not(error)) from error
