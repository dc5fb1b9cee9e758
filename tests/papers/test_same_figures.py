"""The reports of the source articles carry the same figures in every form."""

from __future__ import annotations

import html
import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.papers.reading import pdf_text, word_parts, word_text
from tests.reports.repository import SEVEN, thidua
from thidua.vietnamese.numbers import amount, count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.long

ENDINGS = (".md", ".html", ".docx", ".pdf")
ASKED = {**SEVEN, "statutory": ("2019", "--of", "mong-cai", "--form", "all")}


def figures(tree: Any) -> Iterator[str]:
    """The numbers of a report as JSON has them, as an office writes them."""
    if isinstance(tree, dict):
        if "value" in tree and "records" in tree:
            yield tree["wording"] or written(tree["value"])
        for one in tree.values():
            yield from figures(one)
    elif isinstance(tree, list):
        for one in tree:
            yield from figures(one)


def written(value: Any) -> str:
    return count(value) if isinstance(value, int) else amount(Decimal(value))


def text(root: Path, folder: Path, ending: str, arguments: tuple[str, ...]) -> str:
    file = folder / f"report{ending}"
    assert thidua(root, "report", *arguments, "-o", str(file)).status == 0
    data = file.read_bytes()
    match ending:
        case ".pdf":
            return pdf_text(data)
        case ".docx":
            feet = (part.decode() for name, part in word_parts(data).items() if name.startswith("word/footer"))
            return " ".join((word_text(data), *(re.sub(r"<[^>]+>", "", foot) for foot in feet)))
        case ".html":
            return html.unescape(re.sub(r"<[^>]+>", "", data.decode()))
        case _:
            return re.sub(r"<!--.*?-->", "", data.decode())


def plain(shown: str) -> str:
    """Without blanks, and without the signs by which forms differ."""
    return re.sub(r"[\s\\\u200b\u2060]", "", shown).casefold()


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_figure_of_the_report_is_in_every_form(
    seed_repository: Path, tmp_path: Path, name: str, ending: str
) -> None:
    file = tmp_path / "report.json"
    assert thidua(seed_repository, "report", *ASKED[name], "-o", str(file)).status == 0
    wanted = set(figures(json.loads(file.read_bytes())))
    shown = text(seed_repository, tmp_path, ending, ASKED[name])
    numbers, words = set(re.findall(r"\d[\d.,]*(?<=\d)", shown)), plain(shown)
    assert wanted
    assert not {one for one in wanted if one not in numbers and (one[0].isdigit() or plain(one) not in words)}


@pytest.mark.parametrize("name", SEVEN)
def test_pdf_and_word_have_the_words_of_the_markdown(seed_repository: Path, tmp_path: Path, name: str) -> None:
    def words(ending: str) -> list[str]:
        found = text(seed_repository, tmp_path, ending, SEVEN[name])
        found = re.sub(r"\*\(điểm cần kiểm tra số (\d+)\)\*", r"[\1]", found)
        return re.findall(r"[^\W\d_]{2,}", re.sub(r"\W*\[\d+\]", "", found))

    markdown = [word for word in words(".md") if word.casefold() not in {"số"}]
    for ending in (".docx", ".pdf"):
        have = "".join(words(ending))
        assert not [word for word in markdown if word not in have]
