"""One changed file → what the register keeps of it, whatever is in the file."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from thidua.app.places import finding_at
from thidua.diagnostics import Finding, Place, Value
from thidua.rules import record_rules
from thidua.rules.base import OfRecord
from thidua.store.content import data_of
from thidua.store.paths import FOLDERS, RecordPath, meant_path, record_path
from thidua.store.plain_data import read_document
from thidua.store.plain_decision import plain_of
from thidua.store.plain_rows import PlainFile, is_in_order
from thidua.store.scan import ABSENT, IGNORED, LINK, NO_RECORD, NOT_UTF8, REPOSITORY, Stamp
from thidua.store.settings import nearest
from thidua.value_class import dataclass, replace
from thidua.vietnamese.text import slug

if TYPE_CHECKING:
    from thidua.rules.base import Found, Rule
    from thidua.store.reading import Loaded
    from thidua.store.rows import Row
    from thidua.store.workspace import Workspace


@dataclass(slots=True)
class Known:
    """What the register keeps of one file."""

    file: tuple[object, ...]
    rows: list[Row]
    findings: list[Finding]


def known(
    workspace: Workspace, path: str, stamp: Stamp, data: bytes | None = None, *, may_be_plain: bool = True
) -> Known | PlainFile:
    """Return what is known of a file; of a decision that is plain once its tree is known, only that.

    Every error is caught here, as in `app.take_in`: an error of the program that one file brings about must not keep
    all others from being checked. The finding says so.

    Args:
        data: what is in it, where that was read already.
    """
    try:
        return _understood(workspace, path, stamp, data, may_be_plain=may_be_plain)
    except Exception as error:  # noqa: BLE001 - see above
        return broken(path, stamp, error)


def broken(path: str, stamp: Stamp, error: Exception) -> Known:
    """Return what is known of a file that the program fails to understand."""
    reason = f"{type(error).__name__}: {error}"[:200]
    internal = Finding("TD001", Place(path), {"variant": "internal", "reason": reason})
    return Known(_file(path, "", "", stamp, is_readable=False), [], [internal])


def _file(path: str, folder: str, id_: str, stamp: Stamp, *, is_readable: bool, data: str = "") -> tuple[object, ...]:
    """Return the columns of `file` after its number."""
    return path, folder, id_, stamp.blob, stamp.size, stamp.mtime, is_readable, data


def _understood(
    workspace: Workspace, path: str, stamp: Stamp, data: bytes | None, *, may_be_plain: bool
) -> Known | PlainFile:
    if stamp.blob in (NO_RECORD, LINK, REPOSITORY, IGNORED):
        return _no_record(path, stamp)
    where = record_path(path)
    if stamp.blob == NOT_UTF8:
        misnamed = Finding("TD008", Place(path), {"id": where.id or path, "variant": "", "nearest": ""})
        return Known(_file(path, where.folder, where.id, Stamp(NOT_UTF8), is_readable=False), [], [misnamed])
    try:
        data = workspace.read(path) if data is None else data
    except OSError as error:
        variant = ABSENT if stamp.blob == ABSENT else "os"
        unread = Finding("TD001", Place(path), {"variant": variant, "reason": error.strerror or str(error)})
        return _without_record(path, stamp, unread)
    if where.problem in ("folder", "year"):
        misplaced = Finding("TD009", Place(path), _misplaced(path, where.problem))
        return _without_record(path, stamp, misplaced)
    if path in workspace.instead:
        from thidua.store.reading import read_text

        return _loaded(path, stamp, read_text(path, where.folder, data), where)
    document, found = read_document(path, data)
    is_bare = document is not None and document.body is None and not found  # a text below front matter is data too
    if may_be_plain and where.folder == "awards" and document is not None and is_bare:
        plain = plain_of(document.tree, document.item_lines)
        if plain is not None and not where.problem and is_in_order(where.id, plain):
            return PlainFile(path, where.id, stamp, plain)
    from thidua.store.reading import as_plain_record  # knows all that may be wrong with a record

    return _loaded(path, stamp, as_plain_record(path, where.folder, document, found), where)


def _without_record(path: str, stamp: Stamp, finding: Finding) -> Known:
    from thidua.store.reading import Loaded

    return _loaded(path, stamp, Loaded(path, None, None, (finding,)), record_path(path))


def _no_record(path: str, stamp: Stamp) -> Known:
    file = _file(path, "", "", stamp, is_readable=True)
    if stamp.blob == IGNORED:
        return Known(file, [], [Finding("TD018", Place(path), {"path": path})])
    meant = meant_path(path) if stamp.blob == NO_RECORD else ""
    variant = {LINK: "link", REPOSITORY: "repository"}.get(stamp.blob, "ending-near" if meant else "ending")
    name = meant.rpartition("/")[2]
    return Known(file, [], [Finding("TD009", Place(path), {"variant": variant, "path": path, "nearest": name})])


def _loaded(path: str, stamp: Stamp, loaded: Loaded, where: RecordPath) -> Known:
    record, document = loaded.record, loaded.document
    data = data_of(document) if document is not None else ""
    file = _file(path, where.folder, where.id, stamp, is_readable=record is not None, data=data)
    known = Known(file, [], list(loaded.findings))
    if where.problem in ("slug", "reserved"):
        known.findings.append(Finding("TD008", Place(path), _misnamed(where)))
    if record is not None and document is not None:
        from thidua.store.rows import rows_of

        known.rows.extend(rows_of(where.folder, where.id, record, document.line))
        for rule, check in _checks(where.folder):
            for found in check.find(record, where.id):
                known.findings.append(finding_at(rule, _at(found, path), {path: document}))
    return known


@cache
def _checks(folder: str) -> tuple[tuple[Rule, OfRecord], ...]:
    """Return the rules for single records that look at those of one kind."""
    checks = ((rule, rule.check) for rule in record_rules() if isinstance(rule.check, OfRecord))
    return tuple((rule, check) for rule, check in checks if not check.folders or folder in check.folders)


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
