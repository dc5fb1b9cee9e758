"""A second register, which holds what a commit holds: kept beside the first, so that a commit is read once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.store.open_register import in_memory, open_register
from thidua.store.register_file import discard

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.store.register import Register

BASE = "base"
"""The folder of the second register, in that of the first."""


def open_base(folder: Path, program: str, now: Register) -> Register:
    """Return the second register: as it was left, else a copy of the first one, which differs little from it.

    Where the first is only in memory, so is the second, and it is empty.

    Args:
        folder: where the first register lives.
        program: see `open_register`.
        now: the first register, in no change.
    """
    if not now.lasting:
        return in_memory(program)
    kept = open_register(folder / BASE, program)
    if kept.meta("catalogue") or not kept.lasting:
        return kept
    kept.close()
    discard(folder / BASE)
    now.copy_to(folder / BASE)  # no room, or somebody else makes the same copy: it is read from the files then
    return open_register(folder / BASE, program)


def forget_base(folder: Path) -> None:
    """Delete the second register; what cannot be deleted stays."""
    discard(folder / BASE)
