"""Every case of the table is asked of the program, and gets the answer of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eligibility.case import Case, all_cases
from tests.eligibility.program import about, ask, asked_for

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Office = Callable[[str], Path]


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.topic}-{case.id}")
def test_case(case: Case, office: Office) -> None:
    answer = ask(office(case.topic), case)
    assert case.era in answer["eras"], case.what
    recipients = about(case, answer)
    assert recipients, f"{case.what} Nobody was found."
    for one in recipients:
        told = f"{case.what} {case.article}\n{one['routes']}"
        assert one["answer"] == case.answer, told
        if case.near == "khong":
            assert (one["near"] or {}).get("count") != 1, told
        elif case.near is not None:
            assert (one["near"] or {}).get("count") == case.near, told
        if case.route is not None:
            met = [route["path"] for route in one["routes"] if route["answer"] == "co"]
            assert any(case.route in path for path in met), told
        lacking = asked_for(one)
        for lack in case.lacks:
            years = frozenset(lack.get("years", ()))
            assert any(what == lack["what"] and years <= given for what, given in lacking), told


@pytest.mark.parametrize("case", [one for one in all_cases() if one.answer == "du"], ids=lambda case: case.id)
def test_a_yes_shows_its_evidence(case: Case, office: Office) -> None:
    """What is met by records names them: a file of the repository, and a line in it."""
    root = office(case.topic)
    for one in about(case, ask(root, case)):
        shown = [
            evidence
            for route in one["routes"]
            if route["answer"] == "co"
            for condition in route["conditions"]
            for evidence in condition["evidence"]
        ]
        assert shown
        for evidence in shown:
            lines = (root / evidence["path"]).read_text("utf-8").splitlines()
            assert 1 <= evidence["line"] <= len(lines)
            assert case.id in evidence["path"]


@pytest.mark.parametrize("answer", ["du", "chua-du", "can-nguoi-xem"])
def test_what_records_cannot_know_is_asked_apart(answer: str, office: Office) -> None:
    """Open discipline, and whether the achievement was commended before, are for a person whatever the answer."""
    case = next(one for one in all_cases() if one.topic == "huan-chuong-lao-dong-ca-nhan" and one.answer == answer)
    assert ask(office(case.topic), case)["questions"]
