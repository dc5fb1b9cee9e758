"""The office's own rules in the register, and as what the law's functions take."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from thidua.diagnostics import route_text
from thidua.store.paths import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.law.entry import Overlay
    from thidua.model.base import Record
    from thidua.store.register import Register
    from thidua.store.rows import Row


def office_law(register: Register) -> Overlay:
    """Return the office's own rules, by file; empty where it has none. What was made of them once is kept."""
    found = register.ask(  # from the few rules to their files: SQLite would read every file, so as not to sort
        """SELECT file.path, office_rule.section, office_rule.id, office_rule.content
           FROM office_rule CROSS JOIN file ON file.id = office_rule.file ORDER BY file.path, office_rule.rowid"""
    )
    return _overlay(tuple(found)) if found else {}


@lru_cache(maxsize=4)
def _overlay(rows: tuple[tuple[str, str, str, str], ...]) -> Overlay:
    from thidua.law.entry import OfficeOverlay

    made: dict[str, dict[str, dict[str, object]]] = {}
    for path, section, id_, content in rows:
        made.setdefault(path, {}).setdefault(section, {})[id_] = json.loads(content)
    return OfficeOverlay(made)


def office_rows(id_: str, record: Record) -> Iterator[Row]:
    """Return the rows of one file: its entries, and the entries of the law that they name."""
    from thidua.law.office import OfficeRules, as_text, names_in, own_entries
    from thidua.vietnamese.text import fold

    if not isinstance(record, OfficeRules):
        raise TypeError(record)

    name = record.source.document if record.source and record.source.document else id_
    yield "name", (RULES, id_, "official", name, fold(name))
    for section, key, entry in own_entries(record):
        yield "office_rule", (section, key, json.dumps(as_text(entry), ensure_ascii=False))
    for route, section, target in names_in(record):
        yield "law_reference", (section, target, route_text(route))
