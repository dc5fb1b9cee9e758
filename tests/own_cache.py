"""A register of its own for every test, and no language but the office's."""

from __future__ import annotations

import shutil
from itertools import count
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_numbers = count()


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("THIDUA_LANG", raising=False)


@pytest.fixture(autouse=True)
def register_away_from_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Outside git the register lives in the user's cache folder; tests have one of their own.

    The program makes the folder when it has something to write: most tests here never have.
    """
    cache = tmp_path_factory.getbasetemp() / f"cache-{next(_numbers)}"
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(cache))
    monkeypatch.delenv("THIDUA_LANG", raising=False)
    yield
    shutil.rmtree(cache, ignore_errors=True)
