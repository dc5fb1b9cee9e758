from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.begun import begun
from tests.look_up.office import FILES, Office

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Office:
    return Office(tmp_path, capsys)


@pytest.fixture
def office(empty: Office) -> Office:
    empty.write(FILES)
    empty.git("init", "--quiet")
    begun(empty.root)
    return empty
