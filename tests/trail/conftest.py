from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.trail.office import FILES, Repository
from tests.trail.papers import MORE

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine: no language, no cache, no settings of git."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("THIDUA_LANG", raising=False)
    (tmp_path / "cache").mkdir()


@pytest.fixture
def office(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Repository:
    return Repository.copied(tmp_path / "kho", {**FILES, **MORE}, tmp_path_factory)


@pytest.fixture(scope="session")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The same, for tests that change nothing in it."""
    return Repository.copied(tmp_path_factory.mktemp("unchanged") / "kho", {**FILES, **MORE}, tmp_path_factory)
