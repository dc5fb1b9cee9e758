"""An office to print papers of, with a register of its own for every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.own_cache import own_cache
from tests.papers.office import Office
from tests.reports.repository import seeds

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["own_cache"]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")


@pytest.fixture(scope="session")
def seed_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return seeds(tmp_path_factory.mktemp("seeds"))
