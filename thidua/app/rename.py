"""A record gets another id: its file moves, and every file that names it follows. Every other byte stays."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from thidua.app.change_value import record_file
from thidua.app.edit_words import cannot_change, why_not
from thidua.app.entry import Planned
from thidua.app.entry_error import EntryError
from thidua.app.rename_references import routes_to
from thidua.diagnostics import Text
from thidua.source.document import parse, read
from thidua.source.edit import CannotEdit, change
from thidua.source.problem import DocumentError
from thidua.store.paths import record_path
from thidua.store.private import FOLDER as PRIVATE
from thidua.store.reading import read_record
from thidua.store.renamed import files_below, files_not_read, files_of_id, files_that_name, is_taken, times_named
from thidua.store.rows import NAMED_BY_PATH
from thidua.store.settings import SETTINGS_FILE
from thidua.store.workspace import RECORDS
from thidua.store.writer import inside
from thidua.value_class import dataclass, replace
from thidua.vietnamese.text import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from thidua.app.fresh import Fresh
    from thidua.diagnostics import Route
    from thidua.source.document import Document
    from thidua.store.workspace import Workspace

LONGEST = 200
"""Characters of an id, as records that name one take them."""

UNREADABLE = ("TD001", "TD002", "TD003")
"""What is found in settings of which nothing can be read."""


@dataclass(frozen=True)
class Renaming:
    """A record and its new id.

    Attributes:
        path: of its file as it is.
        folder: its kind.
    """

    path: str
    folder: str
    old: str
    new: str

    @property
    def target(self) -> str:
        return self.path.removesuffix(self._end(self.old)) + self._end(self.new)

    def _end(self, id_: str) -> str:
        return f"{id_}.{self.path.rpartition('.')[2]}"

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-]){re.escape(self.old)}(?![\w-])")

    def said_anew(self, text: str) -> str:
        """Return a text, such as a path or a value, with the new id in the place of the old one."""
        return self._named.sub(self.new, text)


def renaming(workspace: Workspace, typed: str, new: str) -> Renaming:
    """Understand what is to be called how.

    Raises:
        EntryError: there is no such record, or the new id is none.
    """
    path = record_file(workspace, typed, "")
    where = record_path(path)
    if where.problem in ("folder", "year"):
        said = Text(f"`{path}` không ở đúng chỗ của bản ghi", f"`{path}` is not where a record belongs")
        raise EntryError(said)
    id_ = new.removeprefix(f"{RECORDS}/").removeprefix(f"{where.folder}/")
    for ending in (".yaml", ".md"):
        id_ = id_.removesuffix(ending)
    if "/" in where.id and "/" not in id_:
        id_ = f"{where.id.rpartition('/')[0]}/{id_}"
    _refuse_no_id(where.folder, id_, is_below="/" in where.id)
    return Renaming(path, where.folder, where.id, id_)


def plans(state: Fresh, asked: Renaming) -> tuple[Planned, ...]:
    """Return all files that move or change; none where the record has that id already.

    Raises:
        EntryError: the id is taken, or a file that may name the record cannot be read.
    """
    if asked.new == asked.old:
        return ()
    moves = _moves(state, asked)
    _refuse_taken(state, moves)
    _refuse_unread(state, asked)
    paths = dict.fromkeys((*moves, *files_that_name(state.register, asked.folder, asked.old)))
    made = [_planned(state.workspace, asked, path, moves) for path in paths]
    found = [replace(one, remarks=_waiting(state, asked)) if one.was == asked.path else one for one in made]
    return (*(one for one in found if not one.is_idle), *_beside(state.workspace, asked))


def _waiting(state: Fresh, asked: Renaming) -> tuple[Text, ...]:
    """Say that records named the new id before there was one."""
    times = times_named(state.register, asked.folder, asked.new)
    if not times:
        return ()
    return (
        Text(
            f"{times} chỗ đã ghi `{asked.new}` từ trước: nay là bản ghi này",
            f"{times} place{'s' if times > 1 else ''} named `{asked.new}` before: that is this record now",
        ),
    )


def _refuse_no_id(folder: str, id_: str, *, is_below: bool) -> None:
    problem = record_path(f"{RECORDS}/{folder}/{id_}.yaml").problem or ("slug" if "/" in id_ and not is_below else "")
    if not problem and len(id_) <= LONGEST:
        return
    meant = ("/" if is_below else "-").join(filter(None, map(slug, id_.split("/"))))[:LONGEST].rstrip("-/")
    near = Text(f"; ghi `{meant}`", f"; write `{meant}`") if meant and problem == "slug" else Text("", "")
    match problem:
        case "year":
            said = Text("mã bắt đầu bằng năm, như `2023/…`", "the id starts with a year, such as `2023/…`")
        case "reserved":
            said = Text("Windows giữ tên này cho thiết bị", "Windows keeps the name for a device")
        case "slug":
            said = Text(
                f"mã chỉ gồm chữ thường không dấu, chữ số và gạch nối{near.vi}",
                f"an id has small letters without accents, digits and hyphens{near.en}",
            )
        case _:
            said = Text(f"mã dài quá {LONGEST} ký tự", f"the id has more than {LONGEST} characters")
    raise EntryError(Text(f"`{id_}`: {said.vi}", f"`{id_}`: {said.en}"))


# files that move


def _moves(state: Fresh, asked: Renaming) -> dict[str, str]:
    """Return where files go: the record's own, and those that are called after it."""
    own = files_of_id(state.register, asked.folder, asked.old)
    if len(own) > 1:
        listed = ", ".join(f"`{path}`" for path in own)
        said = Text(f"nhiều tệp cùng mã: {listed}; bỏ bớt trước", f"several files have the id: {listed}; mend it first")
        raise EntryError(said)
    moves = {asked.path: asked.target}
    for folder in (folder for folder, named in NAMED_BY_PATH.items() if named == asked.folder):
        for path in files_below(state.register, folder, asked.old):
            head, _, name = path.rpartition("/")
            moves[path] = f"{head}/{asked.new}{name.removeprefix(asked.old)}"
    return moves


def _refuse_taken(state: Fresh, moves: dict[str, str]) -> None:
    for target in moves.values():
        where = record_path(target)
        there = is_taken(state.register, where.folder, where.id)
        if there is None and inside(state.workspace.root, target).exists():
            there = target
        if there is not None:
            by = Text(f"`{there}`", f"`{there}`") if there else Text("danh mục của luật", "the law's catalogue")
            said = Text(f"mã `{where.id}` đã có: {by.vi}", f"the id `{where.id}` is taken: {by.en}")
            raise EntryError(said, status=1)


def _refuse_unread(state: Fresh, asked: Renaming) -> None:
    """Refuse where a file that cannot be read may name the record: nobody can say what is in it."""
    root = state.workspace.root
    hidden = [path for path in files_not_read(state.register) if _may_name(root / path, asked.old)]
    if asked.folder == "organisations" and any(one.code in UNREADABLE for one in state.workspace.findings):
        hidden.append(SETTINGS_FILE)
    if hidden:
        listed = ", ".join(f"`{path}`" for path in hidden)
        raise EntryError(
            Text(
                f"có tệp không đọc được, có thể nhắc đến `{asked.old}`: {listed}; sửa trước (xem `thidua validate`)",
                f"files that cannot be read may name `{asked.old}`: {listed}; mend them first (see `thidua validate`)",
            ),
            status=1,
        )


def _may_name(file: Path, id_: str) -> bool:
    """Tell whether a file may hold an id: as it is, or in a way that only a reader of its encoding would see."""
    try:
        content = file.read_bytes()
    except OSError:
        return True
    return id_.encode() in content or b"\\" in content or b"\0" in content or id_ in file.name


# new texts


def _planned(workspace: Workspace, asked: Renaming, path: str, moves: dict[str, str]) -> Planned:
    try:
        loaded = read_record(path, record_path(path).folder, inside(workspace.root, path).read_bytes())
    except OSError as error:
        raise cannot_change(path, Text(error.strerror or "", error.strerror or "")) from error
    if loaded.document is None or loaded.record is None:
        raise cannot_change(path, Text("tệp có chỗ sai; xem `thidua validate`", "it has errors; see `thidua validate`"))
    values = dict.fromkeys(routes_to(loaded.record, asked.folder, asked.old), asked.new)
    named = loaded.document.tree.get("path")  # a waiver names the file that it speaks of
    if isinstance(named, str) and named in moves:
        values["path",] = moves[named]
    return _with(path, loaded.document, values, moves.get(path, ""))


def _with(path: str, document: Document, values: Mapping[Route, str], target: str = "") -> Planned:
    try:
        text = change(document, values) if values else document.text
    except CannotEdit as error:
        raise cannot_change(path, why_not(error)) from error
    holds = Text(f"{len(values)} chỗ", f"{len(values)} place{'s' if len(values) > 1 else ''}") if values else None
    return Planned(target or path, document.text, text, holds=holds, was=path if target else "")


def _beside(workspace: Workspace, asked: Renaming) -> Iterator[Planned]:
    """Return files that are no records: settings and private files name an organisation, one belongs to a person."""
    if asked.folder == "organisations":
        for path in (SETTINGS_FILE, *_private_files(workspace)):
            field = "organisation" if path == SETTINGS_FILE else "unit"
            content = _content(workspace, path)
            if asked.old.encode() not in content:
                continue
            try:
                document = parse(read(content))
            except DocumentError as error:
                raise cannot_change(path, Text("không đọc được", "it cannot be read")) from error
            if document.tree.get(field) == asked.old:
                yield _with(path, document, {(field,): asked.new})
    private, target = (f"{PRIVATE}/{id_}.yaml" for id_ in (asked.old, asked.new))
    if asked.folder == "people" and private in _private_files(workspace):
        if inside(workspace.root, target).exists():
            raise EntryError(Text(f"đã có `{target}`", f"there is a `{target}` already"), status=1)
        try:
            text = _content(workspace, private).decode()
        except UnicodeDecodeError as error:
            raise cannot_change(private, Text("không đọc được", "it cannot be read")) from error
        yield Planned(target, text, text, was=private)


def _private_files(workspace: Workspace) -> list[str]:
    return sorted(f"{PRIVATE}/{file.name}" for file in (workspace.root / PRIVATE).glob("*.yaml"))


def _content(workspace: Workspace, path: str) -> bytes:
    try:
        return inside(workspace.root, path).read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise cannot_change(path, Text("không đọc được", "it cannot be read")) from error
