"""The same records give the same bytes: on another day, machine, language, disk, and with a register old or new."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reports.repository import SEVEN, report, seeds

pytestmark = pytest.mark.long


ENDINGS = (".md", ".html", ".json")
SHORT = ("mong-cai-2019", "hung-yen-2019")


def everything(root: Path) -> dict[tuple[str, str], str]:
    return {(name, ending): report(root, *SEVEN[name], ending=ending) for name in SHORT for ending in ENDINGS}


@pytest.fixture(scope="module")
def expected(seed_repository: Path) -> dict[tuple[str, str], str]:
    return everything(seed_repository)


def test_second_run_gives_the_same_bytes(seed_repository: Path, expected: dict[tuple[str, str], str]) -> None:
    assert everything(seed_repository) == expected


def test_another_folder_and_another_order_on_disk_give_the_same_bytes(
    tmp_path: Path, expected: dict[tuple[str, str], str]
) -> None:
    first = seeds(tmp_path / "first")
    root = tmp_path / "Thư mục khác, đảo ngược"
    for path in sorted((p for p in first.rglob("*") if p.is_file()), reverse=True):
        copy = root / path.relative_to(first)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    assert everything(root) == expected


def test_register_made_anew_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed_repository: Path, expected: dict[tuple[str, str], str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert everything(seed_repository) == expected
    assert everything(seed_repository) == expected


def test_register_that_grew_file_by_file_gives_the_same_bytes(
    tmp_path: Path, expected: dict[tuple[str, str], str]
) -> None:
    root = seeds(tmp_path)
    moved = [*sorted(root.glob("records/years/2019/*.yaml")), *sorted(root.glob("records/awards/*/*.yaml"))]
    texts = {path: path.read_bytes() for path in moved}
    for path in moved:
        path.unlink()
    report(root, "2019", "--of", "mong-cai")
    for path in reversed(moved):
        path.write_bytes(texts[path])
        report(root, "2019", "--of", "mong-cai")
    assert everything(root) == expected


def test_register_under_git_gives_the_same_bytes(tmp_path: Path, expected: dict[tuple[str, str], str]) -> None:
    root = seeds(tmp_path)
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    subprocess.run(["git", "add", "--all"], cwd=root, check=True)
    assert everything(root) == expected


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "around",
    [
        {"THIDUA_TODAY": "1999-12-31", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"},
        {"THIDUA_TODAY": "2031-02-28", "TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"},
    ],
    ids=["past", "future"],
)
def test_another_day_and_place_give_the_same_bytes(
    tmp_path: Path, seed_repository: Path, expected: dict[tuple[str, str], str], around: dict[str, str], ending: str
) -> None:
    file = tmp_path / f"report{ending}"
    subprocess.run(
        [sys.executable, "-m", "thidua", "report", *SEVEN["mong-cai-2019"], "-o", str(file)],
        cwd=seed_repository, env={**os.environ, **around, "PYTHONPATH": str(Path(__file__).parents[2])}, check=True,
    )  # fmt: skip
    assert file.read_bytes() == expected["mong-cai-2019", ending].encode()


def test_report_on_a_terminal_is_the_report_in_a_file(seed_repository: Path, tmp_path: Path) -> None:
    printed = report(seed_repository, *SEVEN["mong-cai-2023"])
    assert report(seed_repository, *SEVEN["mong-cai-2023"], "-o", str(tmp_path / "r.md")) == ""
    assert (tmp_path / "r.md").read_bytes() == printed.encode()


def test_report_writes_nothing_beside_the_records(tmp_path: Path) -> None:
    root = seeds(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    report(root, *SEVEN["mong-cai-2019"])
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
