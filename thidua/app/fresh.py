"""Making the register fresh: what changed is read and checked, nothing else."""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

import thidua
from thidua.store.digest import sha256
from thidua.store.register import Register, RegisterDamaged, RegisterHeld, discard, in_memory, open_register
from thidua.store.scan import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.scan import Changes
    from thidua.store.workspace import Workspace


PACKAGES = ("app", "law", "model", "rules", "source", "store", "vietnamese")
"""The packages on which what the register holds depends, whole: what one takes from another changes answers too."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A register that holds what the files hold.

    Attributes:
        parsed: how many files had to be read for it.
    """

    workspace: Workspace
    register: Register
    parsed: int


_apart: ContextVar[bool] = ContextVar("_apart", default=False)


@contextmanager
def without_file() -> Iterator[None]:
    """Meanwhile have every register in memory, since the file is held by another program."""
    was = _apart.set(True)
    try:
        yield
    finally:
        _apart.reset(was)


def fresh(workspace: Workspace) -> Fresh:
    """Return the register, after reading what changed since it was last fresh. Writes nothing in the work tree."""
    if _apart.get():
        return fresh_apart(workspace)
    program = fingerprint()
    try:
        return _freshened(workspace, open_register(workspace.register_folder, program))
    except RegisterDamaged:
        discard(workspace.register_folder)
    except RegisterHeld:
        return fresh_apart(workspace)
    try:
        return _freshened(workspace, open_register(workspace.register_folder, program))
    except (RegisterDamaged, RegisterHeld):
        return fresh_apart(workspace)


def fresh_apart(workspace: Workspace) -> Fresh:
    """Return a fresh register that nobody else sees, made from all files."""
    return _freshened(workspace, in_memory(fingerprint()))


def _freshened(workspace: Workspace, register: Register) -> Fresh:
    try:
        parsed = _freshen(workspace, register)
        _refuse_strange(register)
    except BaseException:
        register.close()
        raise
    return Fresh(workspace, register, parsed)


def _refuse_strange(register: Register) -> None:
    """Refuse a register that holds findings of rules that do not exist.

    Raises:
        RegisterDamaged: it does.
    """
    from thidua.rules import MODULES

    strange = {code for (code,) in register.ask("SELECT DISTINCT code FROM finding")} - {m[:5].upper() for m in MODULES}
    if strange:
        raise RegisterDamaged(f"findings of no rule: {sorted(map(str, strange))}")


def _freshen(workspace: Workspace, register: Register) -> int:
    looked = time_ns()
    what = changes(workspace, register)
    if register.meta("catalogue") and not what.gone and not what.read:
        if (what.state, what.unwatched) != (register.meta("state"), register.meta("unwatched") or ""):
            with register.change():
                _remember(register, what)
        return 0
    from thidua.app.refresh import refresh

    with register.change():
        refresh(workspace, register, what)
        _remember(register, what)
        register.remember("looked", str(looked))
    return len(what.read)


def _remember(register: Register, what: Changes) -> None:
    register.remember("state", what.state)
    register.remember("unwatched", what.unwatched)
    register.remember("apart", what.apart)


@cache
def fingerprint() -> str:
    """Return what the register depends on besides the records: the version and the files of the program itself.

    Sizes and times of the files, not their content: it is asked on every run, and once in it. Where the program was
    installed, its installer wrote down last what every file holds; that stands for the times of all that are no
    younger, so that a register that was kept fits the same program on another machine, or installed once more.
    """
    digest = sha256(thidua.__version__.encode())
    package = Path(thidua.__file__).parent
    files = {"diagnostics.py": (package / "diagnostics.py").stat()}
    for folder in PACKAGES:
        files.update(_files(package, folder))
    written_down, when = _installed(package)
    digest.update(written_down)
    for name, stat in sorted(files.items()):
        time = stat.st_mtime_ns if stat.st_mtime_ns > when else ""
        digest.update(f"{name} {stat.st_size} {time}\n".encode())
    return digest.hexdigest()


def _installed(package: Path) -> tuple[bytes, int]:
    """Return what the installer wrote down of the files, and when; nothing where the program runs from its sources."""
    record = package.parent / f"thidua-{thidua.__version__}.dist-info" / "RECORD"
    try:
        return record.read_bytes(), record.stat().st_mtime_ns
    except OSError:
        return b"", -1


def _files(package: Path, folder: str) -> Iterator[tuple[str, os.stat_result]]:
    with os.scandir(package / folder) as entries:
        for entry in entries:
            name = f"{folder}/{entry.name}"
            if entry.name.endswith((".py", ".yaml")):
                yield name, entry.stat()
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _files(package, name)
