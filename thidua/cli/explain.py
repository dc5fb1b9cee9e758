"""`thidua explain`."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Annotated

import typer

from thidua.cli.here import fail
from thidua.cli.language import language, words
from thidua.cli.show_text import say


def explain(
    code: Annotated[
        str,
        typer.Argument(
            help=words(
                "mã quy tắc, như TD306; để trống thì liệt kê tất cả",
                "code of a rule, such as TD306; lists all if left out",
            )
        ),
    ] = "",
) -> None:
    """Explain a rule."""
    from thidua.render.rule_page import render, render_list
    from thidua.rules import all_rules

    rules = {rule.code: rule for rule in all_rules()}
    if not code:
        listed = re.sub(r"\[(TD\d+)\]\([^)]*\)", r"\1", render_list(rules.values(), language()))
        say(listed, colour=False)
        return
    named = {rule.name: rule for rule in rules.values()}
    found = rules.get(code.upper()) or named.get(code.lower())
    if found is None:
        near = next(iter(get_close_matches(code.upper(), rules, 1, 0)), "")
        fail(
            words(
                f"không có quy tắc `{code}`; mã gần nhất là `{near}`. `thidua explain` liệt kê tất cả",
                f"there is no rule `{code}`; the nearest is `{near}`. `thidua explain` lists them all",
            )
        )
    say(render(found, language()), colour=False)


explain.more = (  # type: ignore[attr-defined]
    "Mã in trong ngoặc vuông ở đầu mỗi kết quả của `thidua validate`: lỗi[TD306].",
    "The code stands in brackets at the start of each finding of `thidua validate`: error[TD306].",
)
