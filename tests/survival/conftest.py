"""One office for all that can befall a register; each test has a copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.survival.office import build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("built"))
