"""The law's data as a whole: every award is accounted for, every entry has its article."""

import ast
import unicodedata
from pathlib import Path

import pytest

from tests.law.names import HO, MODELS, READ
from thidua.law.absence import absent
from thidua.law.authority import authority_kinds, who_may_confer
from thidua.law.award import awards
from thidua.law.bonus import multiple
from thidua.law.entry import LAW, SECTIONS, Confidence, catalogue_text, entries
from thidua.law.era import eras
from thidua.law.prerequisite import routes


@pytest.mark.parametrize("era", READ)
@pytest.mark.parametrize("award", awards())
def test_every_award_of_every_era_is_accounted_for(award: str, era: str) -> None:
    if absent(award, era):
        assert not who_may_confer(award, era).conferrers
        return
    assert who_may_confer(award, era).conferrers
    kinds = awards()[award].recipients
    assert all(routes(award, era, kind) for kind in kinds)
    old_household = {(kind, old) for kind in (HO,) for old in ("e2017", "e2024")}
    assert all(multiple(award, era, kind) or (kind, era) in old_household for kind in kinds)


def test_every_entry_has_its_article_and_names_what_exists() -> None:
    kinds, known = authority_kinds(), {*awards()}
    for section, model in MODELS.items():
        found = entries(section, model)
        assert found
        for one in found.values():
            assert one.article
            assert one.confidence in Confidence
            assert one.origin == LAW
            assert {*getattr(one, "awards", ())} <= known, one.id
            assert {*getattr(one, "eras", ())} <= {*eras()}, one.id
            assert {*getattr(one, "by", ())} <= {*kinds}, one.id
    assert MODELS.keys() == SECTIONS.keys()


def test_all_text_is_nfc() -> None:
    for file in {*SECTIONS.values()}:
        assert unicodedata.is_normalized("NFC", catalogue_text(file))


def test_no_legal_number_stands_in_python() -> None:
    for path in (Path(__file__).parents[2] / "thidua" / "law").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, int | float | complex):
                assert node.value in (0, 1, 2), f"{path.name}:{node.lineno}"
