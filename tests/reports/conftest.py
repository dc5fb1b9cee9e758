"""A register of its own for every run of the tests, and the seed records copied once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import seeds

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True, scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("THIDUA_LANG", raising=False)
        patch.delenv("THIDUA_TODAY", raising=False)
        yield os.environ["XDG_CACHE_HOME"]


@pytest.fixture(scope="session")
def seed_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The records of this project, read-only by habit."""
    return seeds(tmp_path_factory.mktemp("seeds"))
