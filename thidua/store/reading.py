"""A file's bytes → a typed record with its places, or findings that say why not."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from thidua.model.described import described
from thidua.model.kinds import BODY_FIELDS, KINDS
from thidua.model.plain_record import WrongRecord, read_plain_record
from thidua.store.plain_data import read_document
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thidua.diagnostics import Finding
    from thidua.model.base import Record
    from thidua.source.document import Document


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file, understood as far as it can be.

    Attributes:
        record: as its model reads it, or a `PlainRecord` with the same values under the same names; `None` where the file is not
            a record of its kind: `findings` then says why.
        document: the places of its fields; `None` where it is not even plain data.
    """

    path: str
    record: Record | None
    document: Document | None
    findings: tuple[Finding, ...]


def read_record(path: str, folder: str, data: bytes) -> Loaded:
    """Understand one record file.

    Args:
        path: from the root of the repository, with `/`; its ending tells YAML from Markdown.
        folder: the kind of record, one of `FOLDERS`.
    """
    return as_record(path, folder, *read_document(path, data))


def as_record(path: str, folder: str, document: Document | None, found: list[Finding]) -> Loaded:
    """Understand a document as a record of its kind.

    Args:
        found: what is wrong with its text.
    """
    if document is None:
        return Loaded(path, None, None, tuple(found))
    from pydantic import ValidationError

    from thidua.store.kinds import model_of

    try:
        record = model_of(folder).model_validate(_tree(folder, document))
    except ValidationError as error:
        return _refused(path, folder, document, found, error.errors(include_url=False))
    return Loaded(path, record, document, tuple(found))


def as_plain_record(path: str, folder: str, document: Document | None, found: list[Finding]) -> Loaded:
    """Understand a document as `as_record` does, for who asks no more of the record than its values.

    The models are loaded only for kinds that cannot be read without them.
    """
    name = ".".join(KINDS.get(folder, ()))
    if document is None or not name or not described(name).plain:
        return as_record(path, folder, document, found)
    try:
        record = read_plain_record(name, _tree(folder, document))
    except WrongRecord as error:
        return _refused(path, folder, document, found, error.problems)
    return Loaded(path, record, document, tuple(found))


def _refused(path: str, folder: str, document: Document, found: list[Finding], problems: Iterable[Any]) -> Loaded:
    from thidua.store.wrong_fields import wrong_fields  # most records need no words

    return Loaded(path, None, document, (*found, *wrong_fields(path, document, folder, problems)))


def _tree(folder: str, document: Document) -> dict[str, Any]:
    tree: dict[str, Any] = dict(document.tree)
    if document.body is not None and document.body.strip() and folder in BODY_FIELDS:
        tree.setdefault(BODY_FIELDS[folder], document.body.strip())
    return tree


read_text = lru_cache(maxsize=256)(read_record)
"""`read_record` for texts that are not written yet: each is looked at twice, by itself and among all records."""
