"""Changes of a form → the new text of the record; every byte that is not meant stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.app.edit_words import cannot_change, why_not
from thidua.app.entry import Planned
from thidua.diagnostics import Text
from thidua.model.award import Recipient
from thidua.report.sheet_form import recipient
from thidua.source.document import parse
from thidua.source.edit import CannotEdit, append, insert, remove, replace

if TYPE_CHECKING:
    from thidua.app.sheet_merge import Now, Step
    from thidua.diagnostics import Route
    from thidua.report.sheet_form import Values
    from thidua.source.document import Document

_ORDER = tuple(field.alias or name for name, field in Recipient.model_fields.items())


def written(path: str, document: Document, steps: list[Step]) -> Planned:
    """Return the file with the changes: values first, then rows that go, the last first, then new rows.

    Raises:
        EntryError: the file is written so that a change has no place in it.
    """
    old = document.text
    changed = [(step.at, step.changes) for step in steps if step.at and step.changes and "award" not in step.changes]
    moved = [(step.at, step.changes) for step in steps if step.at and step.changes and "award" in step.changes]
    gone = [step.at for step in steps if step.at and step.changes is None]
    added = [{**at[2], **changes} for at, changes in moved] + [
        step.changes for step in steps if not step.at and step.changes
    ]
    try:
        for at, changes in changed:
            document = _changed(document, at, changes)
        for values in added:
            document = _added(document, values)
        for group, place, _ in sorted([*gone, *(at for at, _ in moved)], key=lambda at: at[:2], reverse=True):
            document = _without(document, group, place)
    except CannotEdit as error:
        raise cannot_change(path, why_not(error)) from error
    holds = Text(
        f"sửa {len(changed) + len(moved)} dòng, thêm {len(added) - len(moved)}, bỏ {len(gone)}",
        f"{len(changed) + len(moved)} rows changed, {len(added) - len(moved)} added, {len(gone)} taken away",
    )
    return Planned(path, old, document.text, holds=holds)


def _changed(document: Document, at: Now, changes: Values) -> Document:
    group, place, was = at
    route: Route = ("awards", group, "recipients", place)
    before = recipient(was)
    after = recipient({**was, **changes})
    for name in _ORDER:
        value = after.get(name, "")
        if value == before.get(name, ""):
            continue
        if value and name in before:
            document = parse(replace(document, (*route, name), value))
        elif value:
            document = parse(insert(document, (*route, name), value, _follower(document, route, name)))
    for name in before:
        if not after.get(name):
            document = parse(remove(document, (*route, name)))
    return document


def _follower(document: Document, route: Route, name: str) -> str | None:
    """Return the field that comes after a new one in the canonical order, so that `fmt` has nothing to move."""
    node = document.node(route)
    later = _ORDER[_ORDER.index(name) + 1 :]
    return next((key for key in (node.children if node else ()) if isinstance(key, str) and key in later), None)


def _added(document: Document, values: Values) -> Document:
    row: dict[str, Any] = {name: value for name, value in recipient(values).items() if value}
    row = {name: row[name] for name in _ORDER if name in row}
    for number, group in enumerate(_groups(document)):
        if group.get("award") == values["award"] and "name" not in group and isinstance(group.get("recipients"), list):
            return parse(append(document, ("awards", number, "recipients"), row))
    return parse(append(document, ("awards",), {"award": values["award"], "recipients": [row]}))


def _groups(document: Document) -> list[Any]:
    tree: Any = document.tree
    groups: list[Any] = tree["awards"]
    return groups


def _without(document: Document, group: int, place: int) -> Document:
    """Return the document without a row; a group that says nothing more goes with its last row."""
    one = _groups(document)[group]
    if len(one["recipients"]) > 1:
        return parse(remove(document, ("awards", group, "recipients", place)))
    if "counted" in one or "described" in one:
        return parse(remove(document, ("awards", group, "recipients")))
    return parse(remove(document, ("awards", group)))
