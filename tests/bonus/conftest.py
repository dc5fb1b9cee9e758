"""An office to make lists of bonus money in, with a register of its own for every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bonus.office import Office
from tests.own_cache import own_cache

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["own_cache"]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")
