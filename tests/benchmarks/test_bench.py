"""The benchmark itself runs: all cases on small repositories, and it refuses figures where answers are wrong."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from benchmarks.bench import TABLES, measure
from benchmarks.repository import Repository, WrongAnswerError
from benchmarks.table import HEAD
from tests.benchmarks.test_page import cells

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long


@pytest.mark.parametrize("table", list(TABLES))
def test_every_row_of_a_table_is_measured(table: str) -> None:
    lines = measure(table, 300, 1, 1).splitlines()
    start = lines.index(HEAD[0]) + 2
    bars, _ = TABLES[table]
    assert [cells(line)[0] for line in lines[start : start + len(bars)]] == [bar.what for bar in bars]


def test_an_error_that_was_not_planted_ends_it(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "records", 300, 1)
    repository.check_answers()
    repository.validated()
    file = next((repository.folder / "records" / "organisations").glob("*.yaml"))
    file.write_text(file.read_text("utf-8") + "unknown: 1\n", encoding="utf-8")
    with pytest.raises(WrongAnswerError, match="not planted: TD005"):
        repository.check_answers()
    with pytest.raises(WrongAnswerError, match="not planted: TD005"):
        repository.validated()


def test_an_edit_is_one_file_and_never_the_same(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "records", 300, 1)
    texts = set()
    for _ in range(3):
        repository.change_one_file()
        status = subprocess.run(
            ["git", "status", "--short"], cwd=repository.folder, capture_output=True, text=True, check=True
        ).stdout
        assert len(status.splitlines()) == 1
        texts.add((repository.folder / status.split()[1]).read_text("utf-8"))
        repository.restore()
    assert len(texts) == 3


def test_forgetting_leaves_no_register(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "records", 300, 1)
    repository.validated()
    assert (repository.folder / ".git" / "thidua").exists()
    repository.forget()
    assert not (repository.folder / ".git" / "thidua").exists()
