"""The same records give the same bytes: on another day, in another zone, language and order of hashes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.papers.office import Office

PROJECT = Path(__file__).parents[2]
ELSEWHERE = {
    "THIDUA_TODAY": "2031-02-28", "TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7",
    "SOURCE_DATE_EPOCH": "1900000000",
}  # fmt: skip


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
@pytest.mark.parametrize(("kind", "what"), [("submission", "7"), ("certificate", "412")])
def test_another_day_and_place_give_the_same_bytes(
    office: Office, tmp_path: Path, kind: str, what: str, ending: str
) -> None:
    made = office.made(ending, kind, what)
    file = tmp_path / f"elsewhere{ending}"
    subprocess.run(
        [sys.executable, "-m", "thidua", "paper", kind, what, "-o", str(file)],
        cwd=office.root, env={**os.environ, **ELSEWHERE, "PYTHONPATH": str(PROJECT)}, check=True,
    )  # fmt: skip
    assert file.read_bytes() == made


def test_another_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = Office(tmp_path / "a" / "office"), Office(tmp_path / "b" / "Thư mục khác")
    for ending in (".pdf", ".docx"):
        assert first.made(ending, "decision", "412") == second.made(ending, "decision", "412")
