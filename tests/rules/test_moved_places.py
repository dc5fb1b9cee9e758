"""Where places move, tallies are compared with the decisions that they are now beside."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.rules.repository import write
from tests.rules.test_incremental import FEW, MANY, change, full_run, kept_findings
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path


def place(dice: random.Random, others: list[str]) -> str:
    """A place that stands below another, below none that is there, or below itself in a circle."""
    parent = dice.choice([*others, "khong-co", ""])
    return f"name: Ví dụ {dice.randint(1, 3)}\n" + (f"parent: {parent}\n" if parent else "")


def paper(dice: random.Random, places: list[str]) -> str:
    rows = "".join(
        f"      - {{name: Nguyễn Văn {dice.choice('ABC')}, unit: {dice.choice([*places, 'Phòng A'])}}}\n"
        for _ in range(3)
    )
    head = f"decision: {{number: {dice.randint(1, 99)}/QĐ, date: 2023-03-06, authority: {dice.choice(places)}}}\n"
    return f"{head}awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n{rows}"


def tally(dice: random.Random, places: list[str]) -> str:
    scope = [f"{field}: {dice.choice(places)}, " for field in ("authority", "of") if dice.random() < 0.7]
    return f"  - {{period: 2023, {''.join(scope)}counted: {{individuals: {dice.randint(0, 9)}}}}}\n"


@pytest.mark.parametrize(
    ("seed", "steps"), [(0, 2 * FEW), *(pytest.param(seed, 4 * MANY, marks=pytest.mark.long) for seed in range(1, 9))]
)
def test_tallies_are_compared_anew_when_places_move(seed: int, steps: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    places = [f"noi-{number}" for number in range(6)]
    files = {f"records/organisations/{one}.yaml": place(dice, places) for one in places}
    files |= {f"records/awards/2023/{number}.yaml": paper(dice, places) for number in range(6)}
    for one in places:
        tallies = "".join(tally(dice, places) for _ in range(3))
        files[f"records/years/2023/{one}.yaml"] = f"tallies:\n{tallies}source: {{document: Ví dụ}}\n"
    workspace = find_workspace(write(tmp_path, files))
    for _ in range(steps):
        path = f"records/organisations/{dice.choice(places)}.yaml"
        told = change(tmp_path, {path: [place(dice, places)]}, dice)
        assert kept_findings(workspace) == full_run(workspace), told
