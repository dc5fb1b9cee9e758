"""Where a record names another: by fields that hold ids, and where a paper repeats what a decision says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.model.award import RowReference
from thidua.model.change import CorrectedRow
from thidua.store.paths import is_slug
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
    return (route for route, *named in named_by(record) if named == [folder, id_])


def named_by(record: Record) -> Iterator[tuple[Route, str, str]]:
    """Return every place of a record that names another one, with the kind and the id of that."""
    for route, reference, value in walk(record):
        if reference is not None:
            if not reference.or_name or is_slug(value):
                yield route, reference.folder, value
        elif isinstance(value, RowReference):
            if is_slug(value.name):  # a collective is called in a decision by its id
                yield (*route, "name"), "organisations", value.name
        elif isinstance(value, CorrectedRow):
            folder = CORRECTED.get(str(value.field).rpartition(".")[2])
            if folder is not None:
                yield (*route, "value"), folder, value.value
