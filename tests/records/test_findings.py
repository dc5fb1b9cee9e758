"""What `validate` says of the real records: no errors, and only doubts and gaps that the articles really contain."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import yaml

from tests.plain_yaml import BaseLoader
from thidua.app.check import check
from thidua.diagnostics import Language, Severity
from thidua.store.workspace import find_workspace

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).parent / "findings.yaml"


def found(root: Path) -> list[list[str]]:
    shutil.copytree(ROOT / "records", root / "records")
    shutil.copy(ROOT / "thidua.yaml", root)
    result = check(find_workspace(root), Language.VI, date(2026, 11, 22))
    assert [d for d in result.diagnostics if d.severity is Severity.ERROR] == []
    return [[d.code, str(d.primary), d.message] for d in result.diagnostics]


def test_every_finding_on_the_real_records_is_one_that_is_listed(tmp_path: Path) -> None:
    listed = [one["finding"] for one in yaml.load(EXPECTED.read_text("utf-8"), Loader=BaseLoader)]
    assert found(tmp_path) == listed


def test_every_listed_finding_says_what_the_article_leaves_open() -> None:
    for one in yaml.load(EXPECTED.read_text("utf-8"), Loader=BaseLoader):
        assert one["because"].strip()


def test_the_two_targets_and_the_small_revenue_are_among_them() -> None:
    text = EXPECTED.read_text("utf-8")
    assert "5 + 12 + 1 = 18" in text
    assert "25,8 tỷ đồng" in text
