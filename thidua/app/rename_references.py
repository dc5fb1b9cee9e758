"""Where a record names another: by fields that hold ids, and where a paper repeats what a decision says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.model.award import RowReference
from thidua.model.change import CorrectedRow
from thidua.store.rows import is_id
from thidua.store.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.diagnostics import Route
    from thidua.model.base import Record

CORRECTED: Final = {
    "collective": "organisations",
    "enterprise": "organisations",
    "unit": "organisations",
    "authority": "organisations",
    "person": "people",
    "award": "catalogue",
    "campaign": "campaigns",
    "bloc": "blocs",
    "nomination": "nominations",
}
"""Fields that a paper may correct and that hold ids, with the kind of record they name."""


def routes_to(record: Record, folder: str, id_: str) -> Iterator[Route]:
    """Return every place of a record that names another one."""
    for route, reference, value in walk(record):
        if reference is not None:
            if value == id_ and reference.folder == folder and (not reference.or_name or is_id(value)):
                yield route
        elif isinstance(value, RowReference):
            if folder == "organisations" and value.name == id_:  # a collective is called in a decision by its id
                yield (*route, "name")
        elif isinstance(value, CorrectedRow):
            field = str(value.field).rpartition(".")[2]
            if value.value == id_ and CORRECTED.get(field) == folder:
                yield (*route, "value")
