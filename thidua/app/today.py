"""The findings that depend on the day: asked on every run, never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua.rules import OF_TODAY, rule
from thidua.rules.base import OfRegister, Rule

if TYPE_CHECKING:
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.diagnostics import Finding


def found_today(state: Fresh, today: date) -> list[Finding]:
    """Return what is wrong as of `today`."""
    offenders: list[tuple[Rule, OfRegister, dict[str, Any]]] = []
    for code in OF_TODAY:
        one = rule(code)
        if isinstance(one.check, OfRegister):
            statement = one.check.find.replace(":within", "TRUE")
            rows = state.register.ask_named(statement, {"today": today.isoformat()})
            offenders.extend((one, one.check, row) for row in rows)
    if not offenders:
        return []
    from thidua.app.places import Documents

    documents = Documents(state.workspace)
    return [documents.finding(one, found) for one, check, row in offenders for found in check.found(row)]
