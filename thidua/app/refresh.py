"""Reading changed files into the register, and asking every rule about them."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.diagnostics import Finding, Place, Value
from thidua.law.award import awards
from thidua.rules import record_rules, register_rules
from thidua.rules.base import Found, OfRecord, OfRegister, Rule
from thidua.store.law_rows import law_rows
from thidua.store.paths import FOLDERS, record_path
from thidua.store.reading import Loaded, read_record
from thidua.store.rows import catalogue_row, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from thidua.source.document import Document
    from thidua.store.register import Register
    from thidua.store.scan import Changes, Stamp
    from thidua.store.workspace import Workspace
from thidua.store.settings import nearest
from thidua.vietnamese.text import slug

MANY = 200
"""From how many changed files on it is cheaper to ask every rule about everything than about each key."""


def refresh(workspace: Workspace, register: Register, what: Changes) -> None:
    """Bring the register to what the files are now. The caller holds a change open."""
    everything = not register.meta("catalogue") or len(what.read) + len(what.gone) > MANY
    if not register.meta("catalogue"):
        register.add_rows(None, (catalogue_row(id_, award) for id_, award in awards().items()))
        register.add_law(law_rows())
        register.remember("catalogue", "packaged")
    old = _known(register, (*what.gone, *what.read))
    if not everything:
        _touch(register, old)
    register.forget_files(old)
    with _no_collector():
        new = [_take_in(workspace, register, path, stamp) for path, stamp in what.read.items()]
    _mark_revoked(register)
    if not everything:
        _touch(register, new)
    _ask_register_rules(workspace, register, everything=everything)


def _known(register: Register, paths: tuple[str, ...]) -> list[int]:
    ids = (register.one("SELECT id FROM file WHERE path = ?", (path,)) for path in paths)
    return [one for one in ids if one is not None]


@contextmanager
def _no_collector() -> Iterator[None]:
    """Many small objects in no circle: looking for circles among them costs a tenth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


# one file


def _take_in(workspace: Workspace, register: Register, path: str, stamp: Stamp) -> int:
    where = record_path(path)
    try:
        data = (workspace.root / path).read_bytes()
    except OSError as error:
        unread = Finding("TD001", Place(path), {"variant": "os", "reason": error.strerror or str(error)})
        return _keep(register, path, stamp, Loaded(path, None, None, (unread,)))
    if where.problem in ("folder", "year"):
        misplaced = Finding("TD009", Place(path), _misplaced(path, where.problem))
        return _keep(register, path, stamp, Loaded(path, None, None, (misplaced,)))
    return _keep(register, path, stamp, read_record(path, where.folder, data))


def _keep(register: Register, path: str, stamp: Stamp, loaded: Loaded) -> int:
    where, record, document = record_path(path), loaded.record, loaded.document
    file = register.add_file(
        path, where.folder, where.id, stamp.blob, stamp.size, stamp.mtime, readable=record is not None
    )
    findings = list(loaded.findings)
    if where.problem == "slug":
        meant = "/".join(filter(None, map(slug, where.id.split("/"))))
        findings.append(
            Finding("TD008", Place(path), {"id": where.id, "variant": "near" if meant else "", "nearest": meant})
        )
    if record is not None and document is not None:
        register.add_rows(file, rows_of(where.folder, where.id, record, document.line))
        for rule in record_rules():
            check = rule.check
            if isinstance(check, OfRecord) and (not check.folders or where.folder in check.folders):
                found = check.find(record, where.id)
                findings.extend(_finding(rule, _at(one, path), {path: document}) for one in found)
    if findings:
        register.add_findings(findings, file=file)
    return file


def _misplaced(path: str, problem: str) -> dict[str, Value]:
    folder = path.split("/")[1]
    meant = nearest(folder, FOLDERS) if problem == "folder" and path.count("/") > 1 else ""
    return {"variant": "folder-near" if meant else problem, "path": path, "nearest": meant}


def _at(found: Found, path: str) -> Found:
    """What a check of one record found, with the record's path wherever the check left it out."""
    related = tuple(replace(place, path=place.path or path) for place in found.related)
    return replace(found, path=path, related=related)


# rules over the register


def _touch(register: Register, files: Iterable[int]) -> None:
    """Note which keys of which rules these files have a part in, as the register is now."""
    register.do("DELETE FROM touched_file")
    register.do_many("INSERT INTO touched_file VALUES (?)", ((one,) for one in files))
    for rule in register_rules():
        if isinstance(rule.check, OfRegister) and not rule.check.today:
            keys = f"SELECT '{rule.code}', key FROM ({rule.check.touched}) WHERE key IS NOT NULL"  # noqa: S608 - our own
            register.do(f"INSERT OR IGNORE INTO touched_key {keys}")


def _ask_register_rules(workspace: Workspace, register: Register, *, everything: bool) -> None:
    documents = Documents(workspace)
    for rule in register_rules():
        check = rule.check
        if not isinstance(check, OfRegister) or check.today:
            continue
        if everything:
            register.do("DELETE FROM finding WHERE code = ? AND file IS NULL", (rule.code,))
        else:
            register.do(
                "DELETE FROM finding WHERE code = ? AND file IS NULL"
                " AND key IN (SELECT key FROM touched_key WHERE code = ?)",
                (rule.code, rule.code),
            )
        chosen = f"{check.key} IN (SELECT key FROM touched_key WHERE code = '{rule.code}')"  # noqa: S608 - our own
        within = "TRUE" if everything else chosen
        for row in register.ask_named(check.find.replace(":within", within)):
            found = [documents.finding(rule, one) for one in check.found(row)]
            register.add_findings(found, key=str(row["key"]))
    register.do("DELETE FROM touched_key")


class Documents:
    """Documents read again to find places in them; the last few are at hand."""

    def __init__(self, workspace: Workspace) -> None:
        self._read = lru_cache(maxsize=32)(lambda path: _document(workspace, path))

    def finding(self, rule: Rule, found: Found) -> Finding:
        """Return what was found with every field turned into a place of its file."""
        paths = {found.path, *(place.path for place in found.related)}
        return _finding(rule, found, {path: self._read(path) for path in paths})

    def __getitem__(self, path: str) -> Document | None:
        return self._read(path)


def _document(workspace: Workspace, path: str) -> Document | None:
    try:
        return read_record(path, record_path(path).folder, (workspace.root / path).read_bytes()).document
    except OSError:
        return None


def _finding(rule: Rule, found: Found, documents: dict[str, Document | None]) -> Finding:
    at = Place(found.path, found.route, found.key)
    return Finding(
        rule.code,
        _placed(at, documents),
        found.values,
        tuple(_placed(place, documents) for place in found.related),
    )


def _placed(place: Place, documents: dict[str, Document | None]) -> Place:
    document = documents.get(place.path)
    if document is None or place.span is not None:
        return place
    return replace(place, span=document.key_span(place.route) if place.key else document.span(place.route))


def _mark_revoked(register: Register) -> None:
    """Mark the rows that a revocation names, and unmark those no revocation names any more."""
    if not register.one("SELECT 1 FROM revoked UNION ALL SELECT 1 FROM award_row WHERE revoked LIMIT 1"):
        return
    named = """
        EXISTS (SELECT 1 FROM revoked JOIN decision ON decision.id = revoked.decision
                WHERE decision.file = award_row.file AND revoked.name_key = award_row.name_key
                AND (revoked.award IS NULL OR revoked.award = award_row.award)
                AND (revoked.unit IS NULL OR revoked.unit = award_row.unit))"""
    register.do(f"UPDATE award_row SET revoked = {named} WHERE revoked <> {named}")  # noqa: S608
