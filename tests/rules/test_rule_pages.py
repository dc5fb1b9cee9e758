from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from thidua.diagnostics import Language
from thidua.render.rule_page import render, render_both, render_list
from thidua.rules import all_rules

if TYPE_CHECKING:
    from thidua.rules.base import Rule

PAGES = Path(__file__).parents[2] / "docs" / "rules"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_rule_has_its_page(rule: Rule) -> None:
    assert (PAGES / f"{rule.code}.md").read_text("utf-8") == render_both(rule), "run `make docs`"


def test_list_of_rules_is_up_to_date() -> None:
    vi, en = (render_list(all_rules(), language) for language in (Language.VI, Language.EN))
    assert (PAGES / "README.md").read_text("utf-8") == f"{vi}\n---\n\n{en}", "run `make docs`"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_page_shows_nothing_that_cannot_be_seen(rule: Rule) -> None:
    for language in Language:
        page = render(rule, language)
        assert "\t" not in page
        assert "\u00a0" not in page
        assert "{" not in page.partition("```")[0].replace("{{", "").replace("{document", "").replace("{name", "")
