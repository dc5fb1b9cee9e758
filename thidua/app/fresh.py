"""Making the register fresh: what changed is read and checked, nothing else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

import thidua
from thidua.store.register import Register, RegisterDamaged, RegisterHeld, discard, in_memory, open_register
from thidua.store.scan import changes

if TYPE_CHECKING:
    from thidua.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Fresh:
    """A register that holds what the files hold.

    Attributes:
        parsed: how many files had to be read for it.
    """

    workspace: Workspace
    register: Register
    parsed: int


def fresh(workspace: Workspace) -> Fresh:
    """Return the register, after reading what changed since it was last fresh. Writes nothing in the work tree."""
    program = fingerprint()
    register = open_register(workspace.register_folder, program)
    try:
        return Fresh(workspace, register, _freshen(workspace, register))
    except RegisterDamaged:
        register.close()
        discard(workspace.register_folder)
        register = open_register(workspace.register_folder, program)
        return Fresh(workspace, register, _freshen(workspace, register))
    except RegisterHeld:
        register.close()
        register = in_memory(program)
        return Fresh(workspace, register, _freshen(workspace, register))


def _freshen(workspace: Workspace, register: Register) -> int:
    looked = time_ns()
    what = changes(workspace, register)
    if register.meta("catalogue") and not what.gone and not what.read:
        if what.state != register.meta("state"):
            with register.change():
                register.remember("state", what.state)
        return 0
    from thidua.app.refresh import refresh

    with register.change():
        refresh(workspace, register, what)
        register.remember("state", what.state)
        register.remember("looked", str(looked))
    return len(what.read)


def fingerprint() -> str:
    """Return what the register depends on besides the records: the version and the files of the program itself.

    Sizes and times of the files, not their content: it is asked on every run.
    """
    digest = sha256(thidua.__version__.encode())
    package = Path(thidua.__file__).parent
    for folder in ("law", "law/catalogue", "model", "rules", "source", "store", "vietnamese"):
        for entry in sorted(os.scandir(package / folder), key=lambda e: e.name):
            if entry.name.endswith((".py", ".yaml")):
                stat = entry.stat()
                digest.update(f"{entry.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()
