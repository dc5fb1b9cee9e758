"""The seed reports, byte for byte; `make golden` writes them anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.repository import SEVEN, report

GOLDEN = Path(__file__).with_name("golden")
FILES = [*(f"{name}.md" for name in SEVEN), "mong-cai-2019.html", "hung-yen-2019.json"]


@pytest.mark.parametrize("file", FILES)
def test_report_is_what_it_was(seed_repository: Path, file: str, update_golden: bool) -> None:
    name, _, ending = file.partition(".")
    made = report(seed_repository, *SEVEN[name], ending=f".{ending}")
    if update_golden:
        (GOLDEN / file).write_text(made, "utf-8", newline="\n")
    assert made.encode() == (GOLDEN / file).read_bytes(), "read the difference, then run `make golden`"


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(FILES)


@pytest.mark.parametrize("file", FILES)
def test_golden_file_has_unix_lines_and_composed_letters(file: str) -> None:
    data = (GOLDEN / file).read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
