from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reviewing.office import Office

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def empty(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-22")
    return Office(tmp_path / "office", capsys)


@pytest.fixture
def office(empty: Office) -> Office:
    return empty.begin()
