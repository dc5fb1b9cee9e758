from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.look_up.office import Office

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def register_away_from_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside git the register lives in the user's cache folder; tests have one of their own."""
    cache: Path = tmp_path_factory.mktemp("cache")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(cache))
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-22")
    monkeypatch.delenv("THIDUA_LANG", raising=False)


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    """An empty repository of git, and the program run on it."""
    one = Office(tmp_path / "kho", capsys)
    one.root.mkdir()
    one.git("init", "--quiet")
    one.git("symbolic-ref", "HEAD", "refs/heads/main")
    return one
