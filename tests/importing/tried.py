"""A dry run of an import, and what it found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.importing.conftest import BY

if TYPE_CHECKING:
    from tests.importing.conftest import Repository


Made = "Callable[..., str]"


def tried(here: Repository, file: str, *options: str, by: tuple[str, ...] = BY) -> dict[str, Any]:
    """What a dry run says, as JSON."""
    answer = here.thidua("import-awards", file, *by, *options, "--dry-run", "--format", "json")
    assert answer.out, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def people(found: dict[str, Any]) -> list[str]:
    return [next(iter(one["recipient"].values()), "") for one in found["rows"]]


def problems(found: dict[str, Any]) -> list[str]:
    return [problem["cell"] for one in found["rows"] for problem in one.get("problems", ())]
