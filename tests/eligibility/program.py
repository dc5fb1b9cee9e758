"""The one place where the tests call the program about eligibility."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.reports.repository import thidua

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.eligibility.case import Case


WORDS = {"work": "initiative"}
"""What the program calls otherwise than the table."""

_answers: dict[tuple[Path, str], dict[str, Any]] = {}


def ask(root: Path, case: Case) -> dict[str, Any]:
    """Return what the program answers to the question of a case; nothing changes there, so it is asked once."""
    if (root, case.id) not in _answers:
        _answers[root, case.id] = _asked(root, case)
    return _answers[root, case.id]


def _asked(root: Path, case: Case) -> dict[str, Any]:
    whom = ("--unit", case.unit) if case.is_collective else ("--person", case.person)
    arguments = [case.ask["award"], str(case.ask["year"]), *whom]
    if "day" in case.ask:
        arguments += ["--day", str(case.ask["day"])]
    ran = thidua(root, "eligible", *arguments, "--format", "json")
    assert ran.out, f"status {ran.status}: {ran.err}"
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


def about(case: Case, answer: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the recipients of the answer that the case is about: those of its own unit, or every one."""
    found: list[dict[str, Any]] = answer["recipients"]
    if case.every:
        return found
    own = {case.unit, case.unit_name}
    return [one for one in found if own & {one.get("unit"), one.get("id"), one.get("name")}] or found


def asked_for(recipient: dict[str, Any]) -> list[tuple[str, frozenset[int]]]:
    """Return what the program says is not recorded, with its years: an award by its id, all else by kind."""
    return [
        (WORDS.get(what, what), frozenset(lack.get("years") or ()))
        for route in recipient["routes"]
        for condition in _conditions(route["conditions"])
        for lack in condition.get("lacks") or ()
        for what in (lack["of"] if "award" in lack["what"] and lack.get("of") else [lack["what"]])
    ]


def _conditions(given: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Return conditions, and those that are parts of one."""
    for condition in given:
        yield condition
        for way in condition.get("parts") or ():
            yield from _conditions(way)
