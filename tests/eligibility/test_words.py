"""Whatever is answered has words, and both languages say the same values."""

from __future__ import annotations

import ast
import string
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import thidua.eligibility
from thidua.render.eligibility_lacks import LACKS
from thidua.render.eligibility_words import NEAR, REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = sorted(Path(thidua.eligibility.__file__).parent.glob("*.py"))


def calls(name: str) -> Iterator[ast.Call]:
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
                yield node


def texts(node: ast.AST) -> Iterator[str]:
    """Every text that an expression may be; of one made of parts, its fixed end."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from texts(node.body)
            yield from texts(node.orelse)
        case ast.JoinedStr():
            yield from (str(part.value) for part in node.values if isinstance(part, ast.Constant))


def test_every_reason_has_words() -> None:
    found = {text for call in calls("Judged") if len(call.args) > 2 for text in texts(call.args[2])}
    whole = {text for text in found if not text.startswith("-") and not text.endswith("-")}
    ends = {text for text in found if text.startswith("-")}
    assert whole <= REASONS.keys()
    assert len(whole) > 60
    for end in ends:
        assert [reason for reason in REASONS if reason.endswith(end)], end


def test_everything_that_may_be_lacking_has_words() -> None:
    found = {text for call in calls("Lack") for text in texts(call.args[0])}
    assert found <= LACKS.keys()
    assert len(found) > 15


def test_every_near_miss_has_words() -> None:
    assert {text for call in calls("Near") for text in texts(call.args[1])} <= NEAR.keys()


@pytest.mark.parametrize(
    ("table", "key"), [(t, k) for t in (REASONS, LACKS, NEAR) for k in t], ids=lambda v: v if isinstance(v, str) else ""
)
def test_both_languages_say_the_same_values(table: dict[str, object], key: str) -> None:
    text = table[key]
    vi, en = ({name for _, name, _, _ in string.Formatter().parse(words) if name} for words in (text.vi, text.en))  # type: ignore[attr-defined]
    assert vi == en
