"""The reports of the five source articles show what the articles state."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.plain_yaml import SafeLoader
from tests.reports.repository import SEVEN, report

SHOWS = yaml.load(Path(__file__).with_name("shows.yaml").read_text("utf-8"), SafeLoader)
CASES = [(name, wanted) for name, all_wanted in SHOWS.items() for wanted in all_wanted]


@cache
def text(root: Path, name: str) -> str:
    return plain(report(root, *SEVEN[name]))


def plain(marked: str) -> str:
    """NFC, lower case, straight quotes and dashes, no Markdown marks, single spaces."""
    folded = re.sub(r"(?<=\d)\s+%", "%", unicodedata.normalize("NFC", marked).casefold())
    bare = re.sub(r"[\\*_`|]", " ", folded).translate(str.maketrans("“”‘’–", "\"\"''-")).replace('"', "")
    return " ".join(bare.split())


def places(wanted: str, within: str) -> list[tuple[int, int]]:
    """Where a text stands; a number at either end must stand alone (497 is not in 2.497)."""
    bare = plain(wanted)
    before = r"(?<![\w.,/])" if bare[0].isdigit() else r"(?<!\w)"
    after = r"(?!\d|[.,/]\d)" if bare[-1].isdigit() else r"(?!\w)" if bare[-1].isalnum() else ""
    return [found.span() for found in re.finditer(before + re.escape(bare) + after, within)]


def near(first: list[tuple[int, int]], second: list[tuple[int, int]], distance: int) -> bool:
    return any(max(b[0] - a[1], a[0] - b[1]) <= distance for a in first for b in second)


def shows(wanted: Any, within: str) -> bool:
    match wanted:
        case str():
            return bool(places(wanted, within))
        case {"date": day}:
            numbers = rf"0?{day.day}[/.-]0?{day.month}[/.-]{day.year}"
            words = rf"0?{day.day} tháng 0?{day.month} năm {day.year}"
            return bool(re.search(rf"(?<!\d)({numbers}|{words})(?!\d)", within))
        case {"share": share, "of": word}:
            parts = share.split("/")
            shares = re.finditer(rf"(?<![\d/.,])0?{parts[0]}/{parts[1]}(?![\d/])", within)
            return near([found.span() for found in shares], places(word, within), 60)
        case {"near": [one, other]}:
            return near(places(one, within), places(other, within), 160)
    raise ValueError(f"cannot read {wanted!r}")


@pytest.mark.parametrize(("name", "wanted"), CASES, ids=[f"{name}: {wanted}" for name, wanted in CASES])
def test_report_shows_what_its_article_states(seed_repository: Path, name: str, wanted: Any) -> None:
    assert shows(wanted, text(seed_repository, name))


def test_every_seed_report_has_something_to_show() -> None:
    assert set(SHOWS) == set(SEVEN)
    assert len(CASES) == 51


@pytest.mark.parametrize(
    ("wanted", "within", "expected"),
    [
        ("497 tập thể", "2.497 tập thể", False),
        ("497 tập thể", "có **497** tập thể,", True),
        ({"share": "1/20", "of": "tiến độ"}, "11/20 bảo đảm tiến độ", False),
        ({"share": "1/20", "of": "tiến độ"}, "01/20 chỉ tiêu bảo đảm tiến độ", True),
        ({"near": ["gần", "2,5 tỷ USD"]}, "gần 12,5 tỷ usd", False),
    ],
)
def test_matcher_does_not_take_one_number_for_another(wanted: Any, within: str, expected: bool) -> None:
    assert shows(wanted, plain(within)) is expected
