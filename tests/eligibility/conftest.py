"""One real repository in git for every topic of the table, written once."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.eligibility.case import all_cases
from tests.eligibility.expand import repository
from tests.reports.repository import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="module", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither the user's settings of git nor a register of another test is used."""
    home = str(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA"):
            patch.setenv(name, home)
        patch.delenv("THIDUA_LANG", raising=False)
        yield


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the repository that holds the records of one topic."""
    made: dict[str, Path] = {}

    def of(topic: str) -> Path:
        if topic not in made:
            root = files(tmp_path_factory.mktemp(topic), repository(one for one in all_cases() if one.topic == topic))
            git(root, "init", "-q", "-b", "main")
            git(root, "add", "-A")
            git(root, "-c", "user.name=Ví Dụ", "-c", "user.email=vidu@example.invalid", "commit", "-q", "-m", "Records")
            made[topic] = root
        return made[topic]

    return of


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)
