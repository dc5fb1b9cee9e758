"""Pages of decisions are short, say the three things, are numbered without a gap, and name files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def test_they_are_numbered_without_a_gap() -> None:
    assert [page.name[:5] for page in PAGES] == [f"{number:04}-" for number in range(1, len(PAGES) + 1)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_short_and_says_the_three_things(page: Path) -> None:
    text = page.read_text("utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert text.startswith(f"# {page.name[:4]} ")
    assert 10 <= len(text.splitlines()) <= 30


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_files_it_names_exist(page: Path) -> None:
    for name in re.findall(r"`((?:thidua|templates)/[^`]+)`", page.read_text("utf-8")):
        assert (ROOT / name).exists(), name


@pytest.mark.parametrize("fragment", sorted((ROOT / "changelog.d").glob("*.md")), ids=lambda one: one.name)
def test_a_fragment_is_one_line_in_two_languages(fragment: Path) -> None:
    assert re.fullmatch(r"[a-z-]+\.(added|changed|fixed|removed|rule)\.md", fragment.name)
    vietnamese, dash, english = fragment.read_text("utf-8").rstrip("\n").partition(" — ")
    assert dash
    assert "\n" not in vietnamese + english
    assert english.isascii()
