"""Waivers as rows of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.model.waiver import Waiver


def waiver_rows(record: Waiver) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Return the row of a waiver."""
    by = ", ".join(filter(None, (record.by.name, record.by.position)))
    field, until = record.field or "", record.until.isoformat()
    yield "waiver", (record.code, record.path, field, record.reason, by, until)
