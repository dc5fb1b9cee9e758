"""A register that fails amid a command: the command begins anew, says everything once, and writes once."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.survival.office import CALLS, Call, Ran, copied, thidua
from thidua.store.register import Register
from thidua.store.register_error import RegisterDamaged, RegisterHeld

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASKING = ("ask", "ask_named", "one", "do", "do_many", "add_rows", "add_findings", "findings", "change", "trial")
FEW = 2
MANY = 8
"""At how many places of a command, by chance, the register fails; most commands ask some two hundred times."""


class Fault:
    """Has the register fail the so many-th time that anything is asked of it, and counts how often that is."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.asked = 0
        self.fails_at = 0
        self.kind: type[Exception] = RegisterDamaged
        for name in ASKING:
            patch.setattr(Register, name, self._counted(getattr(Register, name)))
        stream = Register.stream

        def streamed(register: Register, *how: object) -> Iterator[tuple[object, ...]]:
            for row in stream(register, *how):  # type: ignore[arg-type]
                self._ask()
                yield row

        patch.setattr(Register, "stream", streamed)

    def _counted(self, was: object) -> object:
        def counted(register: Register, *arguments: object, **named: object) -> object:
            self._ask()
            return was(register, *arguments, **named)  # type: ignore[operator]

        return counted

    def _ask(self) -> None:
        self.asked += 1
        if self.asked == self.fails_at:
            raise self.kind("by design")

    def run(self, folder: Path, call: Call, fails_at: int = 0) -> Ran:
        self.asked, self.fails_at = 0, fails_at
        return thidua(folder, *call.arguments)


def otherwise(call: Call, built: Path, folder: Path, patch: pytest.MonkeyPatch, places: int) -> dict[str, Ran]:
    """Return what a command answered, and left behind, where that was not what it does with a register that is whole.

    Args:
        places: at how many questions, by chance, the register fails, one a run; and at the last one.
    """
    copied(built, folder / "whole", call)
    fault = Fault(patch)
    expected = fault.run(folder / "whole", call)
    chance, asked = Random(str(call)), fault.asked
    found = {}
    for fails_at in chance.sample(range(1, asked + 1), min(places, asked)):
        fault.kind = chance.choice((RegisterDamaged, RegisterHeld))
        copied(built, folder / str(fails_at), call)
        found[f"{fault.kind.__name__} at {fails_at}"] = fault.run(folder / str(fails_at), call, fails_at)
    if asked:  # what is said after the last question may have been said before it
        copied(built, folder / "last", call)
        found["at the last"] = fault.run(folder / "last", call, asked)
    return {where: ran for where, ran in found.items() if ran != expected}


@pytest.mark.parametrize("call", CALLS[1::9], ids=str)
def test_a_command_begins_anew(call: Call, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert otherwise(call, built, tmp_path, monkeypatch, FEW) == {}


@pytest.mark.long
@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_command_begins_anew_wherever_it_was(
    call: Call, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert otherwise(call, built, tmp_path, monkeypatch, MANY) == {}
