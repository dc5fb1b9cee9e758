"""One value of one file, changed, added or removed; every other byte stays."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua.app.edit_words import why_not
from thidua.app.entry import Planned
from thidua.app.entry_document import document_of
from thidua.app.entry_error import EntryError
from thidua.app.entry_fields import field_type, fields_at, plain
from thidua.app.entry_lookup import Lookup
from thidua.diagnostics import Key, Route, Text, read_route, route_text
from thidua.model.kinds import BODY_FIELDS
from thidua.source.edit import CannotEdit, append, insert, remove, replace
from thidua.store.kinds import model_of
from thidua.store.paths import record_path
from thidua.store.workspace import RECORDS, Workspace
from thidua.store.writer import OutsideRepository, inside

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh
    from thidua.source.document import Document


def record_file(workspace: Workspace, typed: str, option: str = "PATH") -> str:
    """Return the path of the record that is meant: a path from here or from the root, or its kind and id.

    Raises:
        EntryError: there is no such record file.
    """
    below = Path(typed).resolve()
    names = [below.relative_to(workspace.root).as_posix()] if below.is_relative_to(workspace.root) else []
    for name in (*names, typed, *(f"{RECORDS}/{typed}{ending}" for ending in (".yaml", ".md"))):
        try:
            is_there = inside(workspace.root, name).is_file()
        except (OutsideRepository, OSError, ValueError):
            continue
        if is_there and record_path(name).folder and name.endswith((".yaml", ".md")):
            return name
    raise EntryError(
        Text(
            f"không có tệp bản ghi `{typed}`; ghi thư mục và mã, như `organisations/phong-noi-vu`; tìm: `thidua find`",
            f"there is no record file `{typed}`; give folder and id, as `organisations/phong-noi-vu`; "
            "`thidua find` finds ids",
        ),
        option,
    )


def plan(state: Fresh, path: str, field: str, typed: str | None) -> Planned:
    """Return the file with one value changed; with the value removed where nothing is typed.

    Raises:
        EntryError: the field is not there, or is no single value.
    """
    route = read_route(field)
    if not route or route_text(route) != field or not isinstance(route[0], str):
        raise EntryError(
            Text(
                f"`{field}` không phải tên trường; ghi như decision.date, awards[0].recipients[2].name",
                f"`{field}` names no field; write it as decision.date, awards[0].recipients[2].name",
            ),
            "FIELD",
        )
    document = document_of(state.workspace, path)
    _refuse_body(path, document, route)
    try:
        new = _removed(document, route) if typed is None else _changed(state, path, document, route, typed)
    except CannotEdit as error:
        why = why_not(error)
        said = Text(f"không sửa được `{field}` ở đây: {why.vi}", f"`{field}` cannot be changed here: {why.en}")
        raise EntryError(said, "FIELD") from error
    return Planned(path, document.text, new)


def _refuse_body(path: str, document: Document, route: Route) -> None:
    body = BODY_FIELDS.get(record_path(path).folder)
    if document.body is not None and route == (body,):
        raise EntryError(
            Text(
                f"`{body}` là phần chữ dưới dòng `---` thứ hai của `{path}`; sửa trong tệp",
                f"`{body}` is the text below the second line `---` of `{path}`; change it in the file",
            ),
            "FIELD",
        )


def _removed(document: Document, route: Route) -> str:
    if document.node(route) is None:
        field = route_text(route)
        raise EntryError(Text(f"không có `{field}` trong tệp", f"there is no `{field}` in the file"), "FIELD")
    return remove(document, route)


def _changed(state: Fresh, path: str, document: Document, route: Route, typed: str) -> str:
    parts = field_type(model_of(record_path(path).folder), route)
    value = _plain(state, parts, typed)
    node = document.node(route)
    if node is None:
        return _added(path, document, route, value)
    if not node.style.is_scalar:
        field = route_text(route)
        item = f"{field}[{len(node.children)}]" if node.style.is_list else f"{field}.…"
        raise EntryError(
            Text(
                f"`{field}` gồm nhiều giá trị; ghi rõ giá trị nào, như `{item}`",
                f"`{field}` holds several values; say which, as `{item}`",
            ),
            "FIELD",
        )
    return document.text if node.value == value else replace(document, route, value)


def _plain(state: Fresh, parts: tuple[Any, ...], typed: str) -> str:
    """What was typed, in the plain form; what is not understood is left for the model to refuse, as in `validate`."""
    try:
        return plain(parts, typed, Lookup(state.register)) or typed
    except EntryError:
        return typed


def _added(path: str, document: Document, route: Route, value: str) -> str:
    """Add a field that is missing, with all that has to be around it."""
    there = next(n for n in range(len(route) - 1, -1, -1) if document.node(route[:n]) is not None)
    tree: Any = value
    for key in reversed(route[there + 1 :]):
        tree = _around(key, tree, route)
    step = route[there]
    if isinstance(step, str):
        return insert(document, route[: there + 1], tree, _follower(path, document, route[:there], step))
    node = document.node(route[:there])
    if node is None or not node.style.is_list or step != len(node.children):
        raise _no_item(route)
    return append(document, route[:there], tree)


def _follower(path: str, document: Document, parent: Route, name: str) -> str | None:
    """The key that comes after a new one in the canonical order, so that `fmt` has nothing to move."""
    node = document.node(parent)
    if node is None:
        return None
    order = fields_at(model_of(record_path(path).folder), parent)
    later = order[order.index(name) + 1 :] if name in order else ()
    return next((key for key in node.children if isinstance(key, str) and key in later), None)


def _around(key: Key, tree: Any, route: Route) -> Any:
    if isinstance(key, str):
        return {key: tree}
    if key != 0:
        raise _no_item(route)
    return [tree]


def _no_item(route: Route) -> EntryError:
    field = route_text(route)
    return EntryError(
        Text(
            f"không có `{field}`: các dòng đếm từ 0, dòng mới là dòng kế tiếp dòng cuối",
            f"there is no `{field}`: items count from 0, a new one comes right after the last",
        ),
        "FIELD",
    )
