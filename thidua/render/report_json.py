"""A report as JSON, as it is: every figure with the records behind it."""

from __future__ import annotations

import dataclasses
import json
from datetime import date
from decimal import Decimal
from typing import Any

from thidua.model.period import Period

VERSION = 1


def render(report: Any) -> str:
    """Return a report as one JSON document. A key may be added at any time; removing or renaming one raises `version`.

    Decimals are text, so that no reader rounds them; days are `2020-03-06`; periods are as the records write them.
    """
    return json.dumps(plain(report), ensure_ascii=False, indent=2) + "\n"


def plain(report: Any) -> dict[str, Any]:
    """Return a report as plain data."""
    return {"version": VERSION, **_plain(report)}


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return value.text
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        told = {one: getattr(value, one.name) for one in dataclasses.fields(value)}
        return {one.name: _plain(its) for one, its in told.items() if its or "left-out-if-empty" not in one.metadata}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
