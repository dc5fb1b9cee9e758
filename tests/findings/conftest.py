from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.begun import begun
from tests.look_up.office import Office
from tests.own_cache import register_away_from_home

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["register_away_from_home"]


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-22")


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    """An empty repository of git, and the program run on it."""
    one = Office(tmp_path / "kho", capsys)
    one.root.mkdir()
    one.git("init", "--quiet", "--initial-branch=main")
    begun(one.root)
    return one
