"""Reading changed files into the register, and asking every rule about them."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.app.collector import no_collector
from thidua.app.correct_rows import correct, decisions_of, to_correct
from thidua.app.plain_files import take_in_plain
from thidua.diagnostics import HALF, Finding, Place, Value, printable
from thidua.law.award import awards
from thidua.rules import record_rules, register_rules, revoked_rows
from thidua.rules.base import Found, OfRecord, OfRegister, Rule
from thidua.store.content import data_of
from thidua.store.law_rows import remake_law, tell_formalities, tell_kinds
from thidua.store.office_law import office_law
from thidua.store.paths import FOLDERS, RULES, RecordPath, meant_path, record_path
from thidua.store.reading import Loaded, read_record, read_text
from thidua.store.register import RegisterDamaged, RegisterHeld
from thidua.store.rows import catalogue_row, rows_of
from thidua.store.scan import ABSENT, IGNORED, LINK, NO_RECORD, REPOSITORY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.source.document import Document
    from thidua.store.register import Register
    from thidua.store.scan import Changes, Stamp
    from thidua.store.workspace import Workspace
from thidua.store.settings import nearest
from thidua.vietnamese.text import slug

MANY = 200
"""From how many changed files on it is cheaper to ask every rule about everything than about each key."""


def refresh(workspace: Workspace, register: Register, what: Changes, *, findings: bool = True) -> None:
    """Bring the register to what the files are now. The caller holds a change open.

    Args:
        findings: ask the rules over the register too; without them, findings that it has of those rules are as before.
    """
    what = _spelt_out(what)
    is_new = not register.meta("catalogue")
    other_law = is_new or any(record_path(path).folder == RULES for path in (*what.gone, *what.read))
    everything = (other_law and not is_new) or len(what.read) + len(what.gone) > MANY
    if is_new:
        register.add_rows(None, (catalogue_row(id_, award) for id_, award in awards().items()))
        register.remember("catalogue", "packaged")
    old = _known(register, (*what.gone, *what.read))
    if findings and not everything:
        _touch(register, old)
    were_corrected = decisions_of(register, old)
    register.forget_files(old)
    with no_collector(), register.filling() if is_new and len(what.read) > MANY else nullcontext():
        new, left = take_in_plain(workspace, register, what.read)
        new += [_taken_in(workspace, register, path, stamp) for path, stamp in left.items()]
    _choose_awards(register)
    _apply_law(register, new, other_law=other_law)
    again = to_correct(register, were_corrected, new)
    if findings and not everything:
        _touch(register, [file for file, _ in again])
    correct(workspace, register, again)
    for statement in revoked_rows.MARK:
        register.do(statement)
    if not findings:
        return
    if not everything:
        _touch(register, [*new, *(file for file, _ in again)])
    _ask_register_rules(Documents(workspace), register, everything=everything)


def _known(register: Register, paths: tuple[str, ...]) -> list[int]:
    ids = (register.one("SELECT id FROM file WHERE path = ?", (path,)) for path in paths)
    return [one for one in ids if one is not None]


# one file


NOT_UTF8 = "not-utf8"
"""In place of a content's id: the name of the file is no text, so that nothing can name the file."""


def _spelt_out(what: Changes) -> Changes:
    """Return the changes with names that are not UTF-8 spelt out, as no table, and no message, can hold them."""
    odd = [path for path in what.read if not path.isascii() and HALF.search(path)]
    if not odd:
        return what
    read = {path: stamp for path, stamp in what.read.items() if path not in odd}
    for path in odd:
        name = printable(path)
        while name in read:
            name += "~"
        read[name] = replace(what.read[path], blob=NOT_UTF8)
    return replace(what, read=read)


def _taken_in(workspace: Workspace, register: Register, path: str, stamp: Stamp) -> int:
    """Take in one file, whatever is in it.

    This and the last resort of `cli.main` are the two places that catch every error: an error of the program that one
    file brings about must not keep all others from being checked. What was begun is undone, and the finding says so.
    """
    try:
        with register.attempt():
            return _take_in(workspace, register, path, stamp)
    except (RegisterHeld, RegisterDamaged):
        raise
    except Exception as error:  # noqa: BLE001 - see above
        reason = f"{type(error).__name__}: {error}"[:200]
        internal = Finding("TD001", Place(path), {"variant": "internal", "reason": reason})
        file = register.add_file(path, "", "", stamp.blob, stamp.size, stamp.mtime, readable=False)
        register.add_findings([internal], file=file)
        return file


def _take_in(workspace: Workspace, register: Register, path: str, stamp: Stamp) -> int:
    if stamp.blob in (NO_RECORD, LINK, REPOSITORY, IGNORED):
        return _keep_no_record(register, path, stamp)
    where = record_path(path)
    if stamp.blob == NOT_UTF8:
        file = register.add_file(path, where.folder, where.id, NOT_UTF8, 0, 0, readable=False)
        misnamed = Finding("TD008", Place(path), {"id": where.id or path, "variant": "", "nearest": ""})
        register.add_findings([misnamed], file=file)
        return file
    try:
        data = workspace.read(path)
    except OSError as error:
        variant = ABSENT if stamp.blob == ABSENT else "os"
        unread = Finding("TD001", Place(path), {"variant": variant, "reason": error.strerror or str(error)})
        return _keep(register, path, stamp, Loaded(path, None, None, (unread,)))
    if where.problem in ("folder", "year"):
        misplaced = Finding("TD009", Place(path), _misplaced(path, where.problem))
        return _keep(register, path, stamp, Loaded(path, None, None, (misplaced,)))
    understood = read_text if path in workspace.instead else read_record
    return _keep(register, path, stamp, understood(path, where.folder, data))


def _keep_no_record(register: Register, path: str, stamp: Stamp) -> int:
    file = register.add_file(path, "", "", stamp.blob, stamp.size, stamp.mtime, readable=True)
    if stamp.blob == IGNORED:
        register.add_findings([Finding("TD018", Place(path), {"path": path})], file=file)
        return file
    meant = meant_path(path) if stamp.blob == NO_RECORD else ""
    variant = {LINK: "link", REPOSITORY: "repository"}.get(stamp.blob, "ending-near" if meant else "ending")
    name = meant.rpartition("/")[2]
    register.add_findings(
        [Finding("TD009", Place(path), {"variant": variant, "path": path, "nearest": name})], file=file
    )
    return file


def _keep(register: Register, path: str, stamp: Stamp, loaded: Loaded) -> int:
    where, record, document = record_path(path), loaded.record, loaded.document
    about = stamp.blob, stamp.size, stamp.mtime
    data = data_of(document) if document is not None else ""
    file = register.add_file(path, where.folder, where.id, *about, readable=record is not None, data=data)
    findings = list(loaded.findings)
    if where.problem in ("slug", "reserved"):
        findings.append(Finding("TD008", Place(path), _misnamed(where)))
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


def _misnamed(where: RecordPath) -> dict[str, Value]:
    if where.problem == "reserved":
        return {"variant": "reserved", "id": where.id}
    meant = "/".join(filter(None, map(slug, where.id.split("/"))))
    return {"id": where.id, "variant": "near" if meant else "", "nearest": meant}


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
    files = tuple(files)
    if not files:
        return
    register.do("DELETE FROM touched_file")
    register.do_many("INSERT OR IGNORE INTO touched_file VALUES (?)", ((one,) for one in files))
    for rule in register_rules():
        if isinstance(rule.check, OfRegister) and not rule.check.today:
            keys = f"SELECT '{rule.code}', key FROM ({rule.check.touched}) WHERE key IS NOT NULL"  # noqa: S608 - our own
            register.do(f"INSERT OR IGNORE INTO touched_key {keys}")


def _ask_register_rules(documents: Documents, register: Register, *, everything: bool) -> None:
    """Ask the rules that have a key to be asked about; a statement is not even prepared for the others."""
    touched = {code for (code,) in register.ask("SELECT DISTINCT code FROM touched_key")}
    for rule in register_rules():
        check = rule.check
        if not isinstance(check, OfRegister) or check.today or not (everything or rule.code in touched):
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
        return read_record(path, record_path(path).folder, workspace.read(path)).document
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


def _apply_law(register: Register, new: list[int], *, other_law: bool) -> None:
    """Keep what the law and the office's rules say; of organisations that were read, what they are in law."""
    overlay = office_law(register)
    if other_law:
        remake_law(register, overlay)
    else:
        for file in new:
            tell_kinds(register, overlay, f"WHERE file = {file:d}")
    tell_formalities(register, overlay)


def _choose_awards(register: Register) -> None:
    """Give each id of the catalogue to one award: to the law's, else to the first file of the office that has it."""
    register.do("DELETE FROM catalogue WHERE file IS NOT NULL")
    register.do("""
        INSERT INTO catalogue SELECT own_award.* FROM own_award JOIN file ON file.id = own_award.file
        WHERE own_award.id NOT IN (SELECT id FROM catalogue WHERE file IS NULL)
          AND NOT EXISTS (
            SELECT 1 FROM own_award AS first JOIN file AS first_file ON first_file.id = first.file
            WHERE first.id = own_award.id AND first_file.path < file.path)""")
