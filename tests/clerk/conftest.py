from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.clerk.desk import Desk, build, copied

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("clerk"))


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-22")


@pytest.fixture
def desk(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A clerk with a server, on the main branch, with nothing to send."""
    return Desk(copied(built, tmp_path), capsys)


@pytest.fixture
def alone(desk: Desk) -> Desk:
    """A clerk without a server."""
    desk.git("remote", "remove", "origin")
    return desk
