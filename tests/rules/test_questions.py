"""What rules ask of the register: those that look at the same rows ask once; no change reads a large table through."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from thidua.rules import register_rules
from thidua.rules.base import OfRegister, Question, questions
from thidua.store.open_register import in_memory

if TYPE_CHECKING:
    from thidua.store.register import Register

QUESTIONS = questions(register_rules())

TOGETHER = [("TD303", "TD306"), ("TD307", "TD308"), ("TD401", "TD402")]

SMALL = {"catalogue", "era", "power", "tally", "revoked", "law_reference", "office_rule", "waiver"}
"""What does not grow with the awards; of tallies there is one or two for a unit and a year."""


def test_every_rule_whose_findings_are_kept_is_asked_once() -> None:
    asked = [rule.code for one in QUESTIONS for rule in one.rules]
    kept = [r.code for r in register_rules() if isinstance(r.check, OfRegister) and not r.check.today]
    assert sorted(asked) == sorted(kept)


def test_rules_that_look_at_the_same_rows_ask_together() -> None:
    assert [tuple(rule.code for rule in one.rules) for one in QUESTIONS if len(one.rules) > 1] == TOGETHER


def read_through(register: Register, statement: str) -> set[str]:
    """The tables that a statement goes through from one end to the other, by themselves or by an index."""
    names = dict(register.ask("SELECT rootpage, tbl_name FROM sqlite_master WHERE rootpage"))
    steps = register.ask(f"EXPLAIN {statement}")
    cursors = {p1: names[p2] for _, code, p1, p2, p3, *_ in steps if code == "OpenRead" and p3 == 0 and p2 in names}
    return {cursors[p1] for _, code, p1, *_ in steps if code in ("Rewind", "Last") and p1 in cursors}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda one: one.code)
def test_nothing_large_is_read_through_for_one_change(asked: Question) -> None:
    register = in_memory("test")
    chosen = f"{asked.check.key} IN (SELECT key FROM touched_key WHERE code = '{asked.code}')"
    for statement in (asked.check.find.replace(":within", chosen), asked.check.touched):
        assert read_through(register, statement) <= SMALL


def test_a_table_that_is_read_through_is_seen() -> None:
    assert read_through(in_memory("test"), "SELECT count(class) FROM recipient") == {"recipient"}
