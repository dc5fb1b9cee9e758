from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def register_away_from_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.delenv("THIDUA_LANG", raising=False)
