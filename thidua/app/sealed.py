"""What a commit has sealed and the records on hand do not state any more.

A decision with number and date, and every paper that corrects or withdraws, is sealed once it stands on the base: what
it states may be corrected by another paper, and stays. Only files that differ between the base and now are read.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from thidua.app.sealed_ids import Renamed
from thidua.app.sealed_names import WORDS, named_otherwise
from thidua.app.sealed_values import HEAD, Lost, Part, compared, parts_of
from thidua.diagnostics import Finding, Place, Value
from thidua.model.award import AwardRecord
from thidua.model.change import Correction, Revocation
from thidua.model.number_book import NumberBook
from thidua.store.paths import is_record, record_path
from thidua.store.reading import Loaded, read_record
from thidua.store.revision import Contents, files_at
from thidua.store.scan import changes_to
from thidua.store.workspace import RECORDS
from thidua.vietnamese.text import number_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.app.fresh import Fresh
    from thidua.model.base import Record

SEALED = ("awards", "corrections", "numbers", "revocations")


def broken_seals(state: Fresh, commit: str) -> list[Finding]:
    """Return what was sealed in a commit and is another now, and what was added to it.

    Raises:
        NoRevision: git cannot read the commit.
    """
    root = state.workspace.root
    files = tuple(files_at(root, commit, RECORDS))
    what = changes_to(state.register, files)
    before = {one.path: one.blob for one in files if one.path in what.read}
    with Contents(root, before) as contents:
        return list(_Comparison(state, before, contents, what.gone).findings())


class _Comparison:
    """The files that differ between a commit and now."""

    def __init__(self, state: Fresh, before: dict[str, str], contents: Contents, new: tuple[str, ...]) -> None:
        self._state = state
        self._before = before
        self._contents = contents
        known = dict(state.register.ask("SELECT path, blob FROM file WHERE folder <> ''"))
        self._here = frozenset(path for path in before if path in known)
        self._new = {path: known[path] for path in new if path in known}
        self._was: dict[str, Loaded | None] = {}
        self._is: dict[str, Loaded | None] = {}
        self._taken: set[str] = set()

    def findings(self) -> Iterator[Finding]:
        sealed: list[tuple[str, Record]] = []
        for path in self._before:
            if not _may_be_sealed(path):
                continue
            loaded = self._loaded(path, then=True)
            if loaded is None or loaded.record is None:
                yield Finding("TD606", Place(path), {"path": path})
            elif _is_sealed(loaded.record):
                sealed.append((path, loaded.record))
        for path, record in sealed:  # decisions before the papers that name them
            yield from self._compared(path, record)
        for path in sorted(self._here):
            if record_path(path).folder in WORDS:
                was, now = self._loaded(path, then=True), self._loaded(path, then=False)
                if was is not None and now is not None:
                    yield from named_otherwise(self._state.register, path, was, now)

    def _compared(self, path: str, record: Record) -> Iterator[Finding]:
        now = self._now(path, record)
        paper = _called(record) or path
        if now is None:
            variant = record_path(path).folder
            yield Finding("TD604", Place(path), {"variant": variant, "paper": paper, "name": "", "award": ""})
            return
        self._taken.add(now)
        if now != path:
            self._renamed.note(path, now)
        loaded = self._loaded(now, then=False)
        if loaded is None or loaded.record is None:
            return  # it cannot be read, which is an error of its own
        lost, added = compared(parts_of(record, self._renamed), parts_of(loaded.record))
        for one in lost:
            yield self._lost(now, loaded, paper, one)
        for part in added if not isinstance(record, NumberBook) else ():  # a book is there to be added to
            values: dict[str, Value] = {"name": part.name, "paper": paper, "variant": _variant(part)}
            yield self._finding("TD605", now, loaded, part, values)

    def _lost(self, now: str, loaded: Loaded, paper: str, one: Lost) -> Finding:
        values: dict[str, Value] = {"paper": paper, "name": one.was.name, "award": one.was.value("award") or ""}
        if not one.field:
            return self._finding("TD604", now, loaded, one.was, {**values, "variant": _variant(one.was)}, is_gone=True)
        part = one.now or one.was
        is_there = one.field in part.stated
        old, new = one.was.value(one.field) or "", part.value(one.field) or ""
        what = {HEAD: "head", "given": "given"}.get(one.was.kind) or _variant(one.was)
        variant = f"{'changed' if is_there else 'gone'}-{what}"
        values = {**values, "field": one.field, "old": old, "new": new, "variant": variant}
        at = Part(part.kind, part.stated[one.field][1]) if is_there else part
        return self._finding("TD603", now, loaded, at, values)

    def _finding(
        self, code: str, path: str, loaded: Loaded, part: Part, values: dict[str, Value], *, is_gone: bool = False
    ) -> Finding:
        document = loaded.document
        route = part.route[:1] if is_gone else part.route
        if document is None:
            return Finding(code, Place(path), values)
        is_key = is_gone or not route
        span = document.key_span(route) if is_gone else document.span(route)
        return Finding(code, Place(path, route, key=is_key, span=span), values)

    def _now(self, path: str, record: Record) -> str | None:
        """Return where a paper stands now: at its path, or where a paper of the same number and day is new.

        No file stands for two papers.
        """
        called = self._key(record, before=True)
        exact = self._renamed.moved.get(path)
        if exact is not None and exact not in self._taken:
            return exact
        if path in self._here:
            loaded = self._loaded(path, then=False)
            if loaded is None or loaded.record is None or self._key(loaded.record) == called:
                return path
        moved = [one for one in self._keys.get(called, ()) if one != path and self._is_free(one)] if called else []
        if len(moved) == 1:
            return moved[0]
        return path if path in self._here else None

    def _is_free(self, path: str) -> bool:
        """Whether no other paper stands in a file: not one that was found there, nor the one that has always been."""
        if path in self._taken or path in self._renamed.moved.values():
            return False
        was = self._loaded(path, then=True) if path in self._before else None
        now = self._loaded(path, then=False)
        if was is None or was.record is None or now is None or now.record is None:
            return True
        return self._key(was.record, before=True) != self._key(now.record)

    @cached_property
    def _keys(self) -> dict[tuple[str, ...], list[str]]:
        """The papers in files that are new or differ, by what tells them from others."""
        found: dict[tuple[str, ...], list[str]] = {}
        for path in (*self._new, *self._here):
            if _may_be_sealed(path):
                loaded = self._loaded(path, then=False)
                if loaded is not None and loaded.record is not None:
                    found.setdefault(self._key(loaded.record), []).append(path)
        return found

    def _key(self, record: Record, *, before: bool = False) -> tuple[str, ...]:
        """Return what tells a paper from others: its kind, number, day, and whose it is or what it is about."""
        match record:
            case AwardRecord(decision=paper) if paper is not None:
                of, folder = paper.authority or "", "organisations"
                number, day = paper.number, paper.date
            case Correction() | Revocation():
                of, folder = record.decision, "awards"
                number, day = record.number, record.date
            case _:
                return ()
        of = self._renamed(folder, of) if before else of
        return type(record).__name__, number_key(number or ""), str(day or ""), of

    @cached_property
    def _renamed(self) -> Renamed:
        gone = {path: blob for path, blob in self._before.items() if path not in self._here}

        def record(path: str, then: bool) -> Record | None:
            loaded = self._loaded(path, then=then)
            return loaded.record if loaded else None

        return Renamed(gone, self._new, record)

    def _loaded(self, path: str, *, then: bool) -> Loaded | None:
        """Return a file as it was or as it is, understood; `None` where it cannot be read."""
        known = self._was if then else self._is
        if path not in known:
            folder = record_path(path).folder
            try:
                data = self._contents[path] if then else self._state.workspace.read(path)
                known[path] = read_record(path, folder, data) if folder else None
            except OSError:
                known[path] = None
        return known[path]


def _may_be_sealed(path: str) -> bool:
    where = record_path(path)
    return where.folder in SEALED and is_record(path) and where.problem not in ("folder", "year")


def _is_sealed(record: Record) -> bool:
    if isinstance(record, AwardRecord):
        return record.decision is not None and record.decision.number is not None and record.decision.date is not None
    return isinstance(record, Correction | Revocation | NumberBook)


def _called(record: Record) -> str:
    """Return the number of a paper."""
    if isinstance(record, AwardRecord):
        return (record.decision.number if record.decision else None) or ""
    return getattr(record, "number", None) or ""


def _variant(part: Part) -> str:
    """Return what a part is, for the words of a finding."""
    return {"recipients": "row", "row": "row", "counted": "number", "described": "number"}.get(part.kind, "item")
