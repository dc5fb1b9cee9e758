"""Findings that a waiver lets pass, and waivers that let nothing pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.diagnostics import Finding, Place, Waiver, route_text
from thidua.rules import NEVER_WAIVED
from thidua.store.workspace import RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.store.register import Register

FOLDER = "waivers"

_ASKED = """
SELECT file.path, waiver.code, waiver.target, waiver.field, waiver.reason, waiver.by, waiver.until
FROM waiver CROSS JOIN file ON file.id = waiver.file
WHERE waiver.until >= ?
ORDER BY file.path, waiver.rowid
"""
"""From the few waivers to their files: SQLite would read every file, so as not to sort."""


def waivers(register: Register, today: date) -> tuple[Waiver, ...]:
    """Return the waivers that hold on a day, without those that may never be."""
    every = (Waiver(*row) for row in register.ask(_ASKED, (today.isoformat(),)))
    return tuple(one for one in every if may_be_waived(one.code, one.target))


def may_be_waived(code: str, target: str) -> bool:
    """Whether a finding may be let pass at all: not where a file is not read for it, and never one of waivers."""
    return code not in NEVER_WAIVED and not target.startswith(f"{RECORDS}/{FOLDER}/")


def waiver_of(known: Iterable[Waiver]) -> Callable[[Finding], Waiver | None]:
    """Return what tells the waiver of a finding, the first by path where several let it pass."""
    by_code: dict[str, list[Waiver]] = {}
    for one in known:
        by_code.setdefault(one.code, []).append(one)
    return lambda finding: next((one for one in by_code.get(finding.code, ()) if covers(one, finding)), None)


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver lets a finding pass: its code, and one of the places it shows."""
    return waiver.code == finding.code and any(_within(waiver, place) for place in (finding.at, *finding.related))


def _within(waiver: Waiver, place: Place) -> bool:
    if place.path != waiver.target:
        return False
    field = route_text(place.route)
    return not waiver.field or field == waiver.field or field.startswith((f"{waiver.field}.", f"{waiver.field}["))


def useless(state: Fresh, found: Iterable[Finding], today: date) -> list[Finding]:
    """Return a finding for each waiver that lets nothing pass.

    Nothing is said of a waiver for a file that cannot be read: nobody knows what would be found in it. Nor of one for
    what is only found against a base: most runs have none, and in the next one it is in the base.
    """
    left = [
        one
        for one in waivers(state.register, today)
        if _is_read(state.register, one.target) and not _is_against_base(one.code)
    ]
    if not left:
        return []
    codes = {one.code for one in left}
    looked_at = [finding for finding in found if finding.code in codes]
    return [_useless(state, one) for one in left if not any(covers(one, finding) for finding in looked_at)]


def _is_against_base(code: str) -> bool:
    from thidua.rules import rule
    from thidua.rules.base import AgainstBase

    try:
        return isinstance(rule(code).check, AgainstBase)
    except KeyError:  # no rule has that code, which TD920 says
        return False


def _is_read(register: Register, path: str) -> bool:
    return bool(register.one("SELECT readable FROM file WHERE path = ?", (path,)))


def _useless(state: Fresh, waiver: Waiver) -> Finding:
    from thidua.app.places import Documents
    from thidua.rules import rule
    from thidua.rules.base import Found

    values = {"code": waiver.code, "target": waiver.target, "variant": "field" if waiver.field else ""}
    found = Found(("code",), {**values, "field": waiver.field}, path=waiver.path)
    return Documents(state.workspace).finding(rule("TD922"), found)
