"""An office to fill statutory tables of, with a register of its own for every run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.own_cache import own_cache
from tests.statutory.office import Office

if TYPE_CHECKING:
    from pathlib import Path


__all__ = ["own_cache"]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "office")
