"""Findings that a change brings, and those it takes away. Rows that moved up or down bring none."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from thidua.store.packed import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from thidua.app.fresh import Fresh
    from thidua.diagnostics import Finding


def different_findings(
    then: Fresh, now: Fresh, today: date, renamed: Mapping[str, str]
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that only the newer side has, and those that only the older one has.

    Args:
        renamed: new paths by old ones.
    """
    kept = "SELECT code, content FROM finding"
    old, new = set(then.register.ask(kept)), set(now.register.ask(kept))
    before = [unpacked(*one) for one in old - new] + _of_the_day(then, today)
    after = [unpacked(*one) for one in new - old] + _of_the_day(now, today)
    return _beyond(after, before, {}, renamed), _beyond(before, after, renamed, {})


def _of_the_day(side: Fresh, today: date) -> list[Finding]:
    from thidua.app.today import found_today

    return [*side.workspace.findings, *found_today(side, today)]


def _beyond(
    mine: list[Finding], others: Iterable[Finding], renamed: Mapping[str, str], others_renamed: Mapping[str, str]
) -> list[Finding]:
    """The findings of one side that the other does not have as often."""
    left = Counter(_what(one, others_renamed) for one in others)
    found = []
    for one in sorted(mine, key=lambda finding: (finding.at.path, finding.code, str(finding.at.span))):
        what = _what(one, renamed)
        if left[what]:
            left[what] -= 1
        else:
            found.append(one)
    return found


def _what(one: Finding, renamed: Mapping[str, str]) -> tuple[str, ...]:
    """What a finding says, without the line on which it says so."""
    paths = (renamed.get(place.path, place.path) for place in (one.at, *one.related))
    values = {key: value for key, value in one.values.items() if key != "first_line"}
    return (one.code, json.dumps(values, sort_keys=True, ensure_ascii=False), *paths)
