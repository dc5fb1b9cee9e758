"""A paper that corrects or withdraws rows of a decision: what a person typed → its file, and the new text of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from thidua.app.add_award_file import shortened, unique
from thidua.app.decision_rows import Asked, DecisionRow, decision_asked, reference, rows_meant, rows_of_decision, told
from thidua.app.edit_words import cannot_add
from thidua.app.entry import Planned
from thidua.app.entry_document import document_of
from thidua.app.entry_error import EntryError
from thidua.app.entry_fields import plain
from thidua.app.entry_values import choice, day
from thidua.diagnostics import Language, Text, read_route
from thidua.model.award import AwardRecord
from thidua.model.change import OF_DECISION, field_hint
from thidua.model.lists import RECIPIENT_FIELDS, CorrectedField
from thidua.render.corrected_words import field_label, value_words
from thidua.source.document import parse
from thidua.source.edit import CannotEdit, append
from thidua.source.emit import emit
from thidua.store.library import Library
from thidua.store.shape import parts
from thidua.value_class import dataclass
from thidua.vietnamese.text import number_key, slug, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua.app.entry_lookup import Lookup
    from thidua.app.fresh import Fresh
    from thidua.diagnostics import Route

CORRECTIONS: Final = "corrections"
REVOCATIONS: Final = "revocations"
_UNNUMBERED: Final = {CORRECTIONS: "dinh-chinh", REVOCATIONS: "thu-hoi"}


@dataclass(frozen=True, slots=True)
class ChangeTyped:
    """Options as they were typed.

    Attributes:
        decision: its id, path or number.
        rows: whom the paper names; one for a correction, none where it corrects the decision itself.
        field, value: of a correction.
        ground: of a revocation.
    """

    decision: str
    rows: tuple[str, ...] = ()
    award: str | None = None
    unit: str | None = None
    field: str | None = None
    value: str | None = None
    number: str | None = None
    date: str | None = None
    by: str | None = None
    source: str | None = None
    ground: str | None = None


def missing_of_correction(typed: ChangeTyped) -> list[str]:
    """Return the options that are needed and not there, each with its alternatives after `|`."""
    found = [option for option, given in (("--field", typed.field), ("--value", typed.value)) if not given]
    if typed.field and not typed.rows and _is_of_a_row(typed.field):
        found.insert(0, "--row")
    return found + _without_paper(typed)


def corrected_field(typed: str) -> CorrectedField:
    """Return the field that was typed: as records have it, or in words.

    Raises:
        EntryError: it is none.
    """
    return CorrectedField(choice(CorrectedField, tidy(typed), "--field"))


def _is_of_a_row(typed: str) -> bool:
    """Whether a row is needed; what is no field at all is refused later, whatever else is there."""
    try:
        return corrected_field(typed) not in OF_DECISION
    except EntryError:
        return False


def missing_of_revocation(typed: ChangeTyped) -> list[str]:
    """Return the same for a revocation."""
    return ([] if typed.rows else ["--row"]) + _without_paper(typed)


def _without_paper(typed: ChangeTyped) -> list[str]:
    return [] if (typed.number and typed.date) or typed.source else ["--number --date|--source"]


def plan_correction(state: Fresh, lookup: Lookup, typed: ChangeTyped) -> Planned:
    """Return the file of the correction with one more value in it.

    Raises:
        EntryError: something cannot be understood, or is right already.
    """
    path, decision = decision_asked(state, typed.decision)
    field = corrected_field(typed.field or "")
    value = plain(tuple(parts(field_hint(field))), typed.value or "", lookup, "--value")
    rows = rows_of_decision(state.register, path)
    tree: dict[str, Any] = {"field": field.value, "value": value}
    meant: list[DecisionRow] = []
    if field in OF_DECISION:
        if typed.rows:
            of = field.value
            said = Text(f"`{of}` là của cả quyết định; bỏ --row", f"`{of}` is of the decision; leave out --row")
            raise EntryError(said, "--row")
    else:
        asked = Asked(typed.rows[0], typed.award, typed.unit)
        meant = rows_meant(lookup, rows, asked, one_award=field is CorrectedField.AWARD)
        tree = {"row": reference(rows, meant, asked), **tree}
    before = values_now(state, path, field, meant)
    if all(one == value for one in before):
        raise EntryError(Text(f"đã là `{value}`, không có gì để đính chính", f"it is `{value}` already"), "--value", 1)
    whose: list[DecisionRow | None] = [*meant] or [None]
    remarks = tuple(_change(lookup, field, row, was, value) for row, was in zip(whose, before, strict=True))
    return _planned(state, CORRECTIONS, decision, _head(lookup, typed), [tree], remarks)


def plan_revocation(state: Fresh, lookup: Lookup, typed: ChangeTyped) -> Planned:
    """Return the file of the revocation with more rows in it.

    Raises:
        EntryError: something cannot be understood, or a row is withdrawn already.
    """
    path, decision = decision_asked(state, typed.decision)
    rows = rows_of_decision(state.register, path)
    trees, remarks = [], []
    for name in typed.rows:
        asked = Asked(name, typed.award, typed.unit)
        meant = rows_meant(lookup, rows, asked)
        if all(row.revoked for row in meant):
            raise EntryError(Text(f"`{name}` đã bị thu hồi", f"`{name}` is withdrawn already"), "--row", 1)
        trees.append(reference(rows, meant, asked))
        lines = [told(lookup, row) for row in meant]
        remarks += [Text(f"  {line}: không còn được đếm", f"  {line}: counts no more") for line in lines]
    return _planned(state, REVOCATIONS, decision, _head(lookup, typed), trees, tuple(remarks))


def values_now(state: Fresh, path: str, field: CorrectedField, rows: list[DecisionRow]) -> list[str | None]:
    """Return what stands in a field now, as records write it: of each row, or of the decision."""
    library = Library(state.workspace, state.register)
    now, record = library.corrected(path), library.record(path, AwardRecord)
    if record is None:
        raise EntryError(Text(f"không đọc được `{path}`", f"`{path}` cannot be read"))
    plain_tree = record.model_dump(mode="json", by_alias=True)
    if not rows:
        return [_at(plain_tree, tuple(field.value.split(".")))]
    if field is CorrectedField.AWARD:
        return [row.award for row in rows]
    if field.value in RECIPIENT_FIELDS:
        return [row.name for row in rows]
    places = {place: route for route, (place, _) in now.stated.items()} if now else {}
    routes = dict(
        state.register.ask(
            "SELECT place, route FROM award_row JOIN file ON file.id = award_row.file WHERE file.path = ?", (path,)
        )
    )
    return [_at(plain_tree, (*places.get(row.place, read_route(routes[row.place])), field.value)) for row in rows]


def _at(tree: Any, route: Route) -> str | None:
    for key in route:
        tree = tree.get(key) if isinstance(tree, dict) else tree[int(key)] if isinstance(tree, list) else None
    return (tree.get("text") if isinstance(tree, dict) else str(tree)) if tree is not None else None


def _change(lookup: Lookup, field: CorrectedField, row: DecisionRow | None, was: str | None, value: str) -> Text:
    said = []
    for language in Language:
        names = {(folder, v): lookup.name(folder, v) for folder in _FOLDERS for v in (was or "", value) if v}
        old, new = (value_words(field.value, one, language, names) for one in (was, value))
        whose = f"{told(lookup, row)}: " if row else ""
        said.append(f"  {whose}{field_label(field.value, language)}: {old} → {new}")
    return Text(*said)


_FOLDERS: Final = ("organisations", "catalogue", "campaigns", "blocs", "people")


def _head(lookup: Lookup, typed: ChangeTyped) -> dict[str, Any]:
    """Return what is known of the paper, in the form of records."""
    head: dict[str, Any] = {}
    if typed.number and typed.number.strip():
        head["number"] = tidy(typed.number)
    if typed.date and typed.date.strip():
        head["date"] = day(typed.date, "--date").isoformat()
    if typed.by and typed.by.strip():
        head["authority"] = lookup.id("organisations", tidy(typed.by), "--by")
    if typed.ground and typed.ground.strip():
        head["ground"] = tidy(typed.ground)
    if typed.source and typed.source.strip():
        head["source"] = {"document": tidy(typed.source)}
    return head


def _planned(
    state: Fresh,
    folder: str,
    decision: str,
    head: dict[str, Any],
    rows: list[dict[str, Any]],
    remarks: tuple[Text, ...],
) -> Planned:
    path = _same_paper(state, folder, decision, head)
    if path is None:
        source = {"source": head.pop("source")} if "source" in head else {}
        tree: dict[str, Any] = {"decision": decision, **head, "rows": rows, **source}
        text = emit(tree)
        return Planned(_place(state, folder, decision, head), None, text, remarks)
    document = document_of(state.workspace, path)
    old = text = document.text
    for key, value in head.items():
        _refuse_contradiction(path, document.tree, key, value)
    try:
        for row in rows:
            text = append(document, ("rows",), row)
            document = parse(text)
    except CannotEdit as error:
        raise cannot_add(error) from error
    return Planned(path, old, text, remarks)


def _same_paper(state: Fresh, folder: str, decision: str, head: Mapping[str, Any]) -> str | None:
    """Return the file of the paper with this number and day about this decision."""
    number, date = head.get("number"), head.get("date")
    if not number:
        return None
    found = state.register.ask("SELECT path FROM file WHERE folder = ? AND readable ORDER BY path", (folder,))
    for (path,) in found:
        tree = document_of(state.workspace, path).tree
        same = number_key(str(tree.get("number", ""))) == number_key(number)
        if same and tree.get("decision") == decision and (date is None or tree.get("date") in (None, date)):
            return str(path)
    return None


def _refuse_contradiction(path: str, tree: Mapping[str, Any], key: str, value: Any) -> None:
    """Refuse what the paper's file does not say: it is set there first."""
    there = tree.get(key)
    if key == "number" or there == value or (key == "source" and there is not None):
        return
    mend = f"`thidua set {path} {key} '{value}'`"
    has = Text(f"ghi `{there}`", f"says `{there}`") if there else Text("chưa ghi", "does not say")
    raise EntryError(
        Text(
            f"`{path}` {has.vi} ở `{key}`; bỏ tuỳ chọn này, hoặc ghi trước bằng {mend}",
            f"`{path}` {has.en} in `{key}`; leave it out, or write it first with {mend}",
        )
    )


def _place(state: Fresh, folder: str, decision: str, head: Mapping[str, Any]) -> str:
    """Return the path of a new file: `records/corrections/2023/450-qd-ubnd-mong-cai.yaml`."""
    year = str(head.get("date") or decision)[:4]
    about = slug(str(head.get("number", ""))) or _UNNUMBERED[folder]
    authority = head.get("authority") or state.register.one(
        "SELECT min(authority) FROM decision WHERE id = ?", (decision,)
    )
    name = f"{shortened(about)}-{authority}" if authority else shortened(about)
    return unique(state, f"{folder}/{year}", name)
