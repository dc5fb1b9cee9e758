from __future__ import annotations

from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from tests.program import ready
from tests.reviewing.office import Office, begin

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-22")
    return Office(tmp_path / "office", capsys)


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office as all begin, to be copied."""
    root = tmp_path_factory.mktemp("begun") / "office"
    begin(root)
    ready(root)
    return root


@pytest.fixture
def office(empty: Office, begun: Path) -> Office:
    copytree(begun, empty.root)
    return empty
