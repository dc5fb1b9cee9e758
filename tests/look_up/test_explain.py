from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from thidua.rules import all_rules

if TYPE_CHECKING:
    from tests.look_up.office import Office


@pytest.mark.parametrize("asked", ["TD306", "td306", "same-recipient-twice"])
def test_a_rule_is_explained_by_its_code_or_its_name(empty: Office, asked: str) -> None:
    answer = empty.run("explain", asked)
    rule = next(rule for rule in all_rules() if rule.code == "TD306")
    assert answer.status == 0
    assert rule.code in answer.out
    assert rule.why.vi in answer.out


def test_all_rules_are_listed_in_the_language_chosen(empty: Office) -> None:
    listed = empty.run("explain", "--lang", "en").out
    for rule in all_rules():
        assert rule.code in listed
        assert rule.title.en in listed


def test_an_unknown_code_names_the_nearest(empty: Office) -> None:
    answer = empty.run("explain", "TDD306")
    assert (answer.status, answer.out) == (2, "")
    assert "mã gần nhất là `TD306`" in answer.err
