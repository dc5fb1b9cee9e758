"""Every command answers the same, and leaves the same behind, whatever has befallen the register."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.survival.damage import DAMAGES
from tests.survival.office import CALLS, Call, Ran, copied, thidua
from thidua.cli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.survival.damage import Damage

SHORT = CALLS[::3]
"""The calls that meet one damage each, by chance, in the short run; the long one has every call meet them all."""

TICK = 0.01
"""More than the clock of any file system takes for one step: who damages a file is never as fast as this."""


@pytest.fixture(scope="module")
def answers(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Call], Ran]:
    """What each command answers where the register is whole."""
    known: dict[Call, Ran] = {}

    def answer(call: Call) -> Ran:
        if call not in known:
            folder = copied(built, tmp_path_factory.mktemp("whole") / "x", call)
            known[call] = thidua(folder, *call.arguments)
        return known[call]

    return answer


def test_every_command_is_tried() -> None:
    assert {call.arguments[0] for call in CALLS} == set(COMMANDS)


def hurt(built: Path, folder: Path, call: Call, damage: Damage, seed: int) -> Ran:
    copied(built, folder, call)
    time.sleep(TICK)
    damage(folder / "kho/.git/thidua", Random(f"{seed} {call} {damage.__name__}"))
    return thidua(folder, *call.arguments)


@pytest.mark.parametrize("call", SHORT, ids=str)
def test_a_command_answers_the_same(call: Call, built: Path, tmp_path: Path, answers: Callable[[Call], Ran]) -> None:
    damage = Random(str(call)).choice(DAMAGES)
    after = hurt(built, tmp_path / "hurt", call, damage, 0)
    after.files.pop("other.sqlite", None)
    assert after == answers(call), damage.__name__


@pytest.mark.long
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_all_commands_answer_the_same(
    damage: Damage, built: Path, tmp_path: Path, answers: Callable[[Call], Ran]
) -> None:
    for number, call in enumerate(CALLS):
        after = hurt(built, tmp_path / str(number), call, damage, 1)
        after.files.pop("other.sqlite", None)
        assert after == answers(call), call
