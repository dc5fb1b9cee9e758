"""An office with a decision, with a register of its own for every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sheet.office import Office

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-22")
    monkeypatch.delenv("THIDUA_LANG", raising=False)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")
