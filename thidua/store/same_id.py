"""Which files have one id: capitals and the composition of letters make no other, as on Windows."""

from __future__ import annotations

from thidua.store.paths import record_path
from thidua.store.workspace import RECORDS
from thidua.vietnamese.text import nfc

OF_SAME_ID = """
    SELECT same.id FROM file AS same WHERE same.folder = {folder} AND same.record = {record} AND same.readable
        AND NOT EXISTS (SELECT 1 FROM identity WHERE identity.file = same.id)
    UNION ALL SELECT identity.file FROM identity WHERE identity.folder = {folder} AND identity.record = {record}"""
"""In SQL: the records that have an id, given by `same_id`."""


def same_id(folder: str, id_: str) -> tuple[str, str]:
    """Return the folder and the id by which the ids of two files are compared.

    The folder, too, may be another one: that of the office's rules is one among its own awards.
    """
    same = record_path(f"{RECORDS}/{folder}/{nfc(id_).casefold()}.yaml")
    return same.folder, same.id
