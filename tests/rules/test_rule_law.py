"""Every rule says on which article it rests and when that holds, or that it is the program's own."""

import re

import pytest

from thidua.diagnostics import Language
from thidua.render.rule_page import render
from thidua.rules import all_rules
from thidua.rules.base import Rule

VI = re.compile(
    r"^- .*Điều \d.*: có hiệu lực từ \d{2}/\d{1,2}/\d{4}( đến \d{2}/\d{1,2}/\d{4})? \((đã xác nhận|một nguồn)", re.M
)
EN = re.compile(r"^- .*Article \d.*: in force from \d{4}-\d{2}-\d{2}", re.M)


@pytest.mark.parametrize("rule", [one for one in all_rules() if one.code[2] in "34"], ids=lambda rule: rule.code)
def test_a_rule_names_its_article_and_days_or_says_that_no_law_stands_behind_it(rule: Rule) -> None:
    vi, en = render(rule, Language.VI), render(rule, Language.EN)
    if rule.law:
        assert VI.search(vi)
        assert EN.search(en)
    else:
        assert "Không điều luật nào đứng sau quy tắc này" in vi
        assert "it is the program's own rule of care" in en


def test_rules_on_law_are_those_that_ask_it() -> None:
    of_law = {rule.code for rule in all_rules() if rule.law}
    assert of_law == {"TD301", "TD401", "TD402", "TD403", "TD405", "TD406", "TD407", "TD408"}
