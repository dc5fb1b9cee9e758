"""A decision as a workbook to fill, and what the clerk changed in it, merged with what others changed meanwhile."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from thidua.app.decision_rows import decision_asked
from thidua.app.entry import Planned
from thidua.app.entry_document import document_of
from thidua.app.entry_error import EntryError
from thidua.app.entry_lookup import Lookup
from thidua.app.sheet_merge import Wish, merged
from thidua.app.sheet_write import written
from thidua.diagnostics import Text
from thidua.model.period import read_period
from thidua.report.sheet_form import (
    FIELDS,
    KINDS,
    ORGANISED,
    Form,
    FormRow,
    Offer,
    offered,
    plain_choice,
    recipient,
    rows_of,
    shown,
)
from thidua.store.catalogue import catalogue
from thidua.store.corrected_values import values_of_decision
from thidua.store.exported import Names
from thidua.vietnamese.dates import read_day
from thidua.vietnamese.text import nfc

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.app.fresh import Fresh
    from thidua.report.sheet_form import Field, Values

Cells = tuple[int, int | None, dict[str, str]]
"""A row of the workbook: its number there, its number when the form was made, its cells by field."""


def form_of(state: Fresh, asked: str, language_of: int) -> Form:
    """Return the form of a decision, by id, path or number.

    Raises:
        EntryError: none or several can be meant, or the file cannot be read.
    """
    path, _ = decision_asked(state, asked)
    document = document_of(state.workspace, path)
    names = Names(state.register)
    rows = tuple(
        FormRow(group, place, values, shown(values, names, language_of))
        for group, place, values in rows_of(document.tree)
    )
    return Form(path, fingerprint(document.text), {}, rows)


def is_corrected(state: Fresh, form: Form) -> bool:
    """Tell whether papers correct the decision of a form, which shows it as it was signed."""
    return bool(values_of_decision(state.register, form.path))


def new_form(state: Fresh, given: Mapping[str, str]) -> Form:
    """Return the empty form of a decision that is not yet recorded.

    Args:
        given: what is known of it, as typed: `number`, `date`, `authority`, `period`.

    Raises:
        EntryError: something was not understood, or nothing tells its year.
    """
    head = {name: nfc(" ".join(value.split())) for name, value in given.items()}
    try:
        if "date" in head:
            head["date"] = read_day(head["date"]).isoformat()
        if "period" in head:
            head["period"] = read_period(head["period"]).text
    except ValueError as error:
        raise EntryError(
            Text("không hiểu ngày hoặc kỳ thành tích", "the day or the period is not understood")
        ) from error
    if "authority" in head:
        head["authority"] = Lookup(state.register).id("organisations", head["authority"], "--by")
    if not ("date" in head or "period" in head):
        raise EntryError(Text("cần ngày quyết định hoặc kỳ thành tích", "a day or a period is needed"), "--date")
    return Form("", "", head, ())


def fingerprint(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def lists(state: Fresh, language_of: int) -> dict[Offer, list[str]]:
    """Return what the drop-downs offer: awards by rank, units by name."""
    units = state.register.ask("SELECT name, id FROM organisation ORDER BY name, id")
    return {
        Offer.AWARDS: [f"{one.name} [{one.id}]" for one in catalogue(state.register).values()],
        Offer.UNITS: [f"{name} [{id_}]" for name, id_ in units],
        **{one: offered(one, language_of) for one in (Offer.KINDS, Offer.CLASSES, Offer.SEXES, Offer.YES_NO)},
    }


def plan(state: Fresh, form: Form, cells: list[Cells], *, may_empty: bool = False) -> Planned:
    """Return the record with what the clerk changed, and nothing else changed.

    Args:
        may_empty: a form without a row is meant so, and takes away all rows it had.

    Raises:
        EntryError: a row is not understood, or somebody changed the same since; every such row is named. Or no row is
            left: what is not meant looks the same, such as a list cut out to be pasted elsewhere.
    """
    wishes, wrong = _wishes(state, form, cells)
    if form.path:
        document = document_of(state.workspace, form.path)
        is_same = fingerprint(document.text) == form.fingerprint
        steps, clashes = merged(form, wishes, rows_of(document.tree), is_same=is_same)
        wrong += clashes
    if wrong:
        raise EntryError(Text("\n".join(one.vi for one in wrong), "\n".join(one.en for one in wrong)), status=1)
    if not form.path:
        return _new(state, form, wishes)
    gone = sum(step.changes is None for step in steps)
    if gone and not may_empty and all(wish.changes is None for wish in wishes):
        rows = "its only row" if gone == 1 else f"all {gone} rows"
        raise EntryError(
            Text(
                f"phiếu không còn dòng nào: ghi thế thì bỏ cả {gone} dòng của `{form.path}`, nên không ghi gì;"
                " đúng là bỏ hết thì thêm --remove-all",
                f"the form has no row left: that takes {rows} out of `{form.path}`, so nothing was written;"
                " where that is meant, add --remove-all",
            ),
            status=1,
        )
    return written(form.path, document, steps)


def _wishes(state: Fresh, form: Form, cells: list[Cells]) -> tuple[list[Wish], list[Text]]:
    """Return what the clerk wants of each row; of rows copied together with their hidden number the later are new."""
    lookup, seen = Lookup(state.register), set[int]()
    wishes: list[Wish] = []
    wrong: list[Text] = []
    for number, key, typed in cells:
        base = form.rows[key - 1] if key is not None and 0 < key <= len(form.rows) and key not in seen else None
        if not typed:
            continue
        if base is not None and key is not None:
            seen.add(key)
        try:
            wishes.append(Wish(number, base, _changes(lookup, base, typed)))
        except EntryError as error:
            wrong.append(Text(f"dòng {number}: {error.said.vi}", f"row {number}: {error.said.en}"))
    gone = [Wish(0, row, None) for place, row in enumerate(form.rows, start=1) if place not in seen]
    return [*wishes, *gone], wrong


def _changes(lookup: Lookup, base: FormRow | None, typed: Values) -> Values:
    """Return the fields that the clerk changed, as records write them; an emptied one is empty."""
    was = base.shown if base else {}
    changed = {
        field.name: typed.get(field.name, "")
        for field in FIELDS
        if typed.get(field.name, "") != was.get(field.name, "")
    }
    kind = changed.get("kind") or (base.values["kind"] if base else KINDS["name"].vi)
    kind = plain_choice(FIELDS[1], kind) or kind
    found = {field.name: _plain(lookup, field, kind, changed[field.name]) for field in FIELDS if field.name in changed}
    if base is None:
        found = {"kind": kind, **found}
    for needed in ("award", "name"):
        if not {**(base.values if base else {}), **found}.get(needed):
            title = next(field.title for field in FIELDS if field.name == needed)
            raise EntryError(Text(f"thiếu «{title.vi}»", f"“{title.en}” is missing"))
    return found


def _plain(lookup: Lookup, field: Field, kind: str, typed: str) -> str:
    text = nfc(" ".join(typed.split()))
    if not text:
        return ""
    if field.offer is Offer.AWARDS:
        return lookup.id("catalogue", text)
    if field.name == "unit" or (field.name == "name" and kind in ORGANISED):
        return lookup.id_or_name("organisations", text)
    value = plain_choice(field, text)
    if value is None:
        raise EntryError(
            Text(f"«{field.title.vi}» không có lựa chọn `{text}`", f"“{field.title.en}” has no choice `{text}`")
        )
    return value


def _new(state: Fresh, form: Form, wishes: list[Wish]) -> Planned:
    """Return the file of a new decision, or of one recorded meanwhile; rows that stand there already are not added."""
    from datetime import date

    from thidua.app import add_award
    from thidua.app.add_award_file import find_file

    head: Mapping[str, str] = form.new
    day = date.fromisoformat(head["date"]) if head.get("date") else None
    told = {name: value for name, value in head.items() if name != "date"}
    groups: dict[str, list[Values]] = {}
    empty = add_award.NewAward((), date=day, **told)
    path = find_file(state, empty.decision)
    document = document_of(state.workspace, path) if path else None
    there = [values for _, _, values in rows_of(document.tree)] if document else []
    for wish in wishes:
        values = {name: value for name, value in (wish.changes or {}).items() if value}
        if values in there:
            there.remove(values)
        else:
            groups.setdefault(values["award"], []).append(recipient(values))
    if not groups:
        if document is not None and path is not None:
            return Planned(path, document.text, document.text)
        raise EntryError(Text("phiếu chưa có dòng nào", "the form has no row yet"), status=1)
    listed = tuple(add_award.NewGroup(award, tuple(rows)) for award, rows in groups.items())
    return add_award.plan(state, add_award.NewAward(listed, date=day, **told))
