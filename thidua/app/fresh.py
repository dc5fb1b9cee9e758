"""Making the register fresh: what changed is read and checked, nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar, copy_context
from functools import cache
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING, TypeVar

import thidua
from thidua.store.base_register import forget_base
from thidua.store.digest import sha256
from thidua.store.open_register import apart, in_memory, open_register
from thidua.store.register import Register
from thidua.store.register_error import RegisterDamaged, RegisterHeld
from thidua.store.register_file import discard
from thidua.store.scan import changes, changes_at
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from thidua.store.scan import Changes
    from thidua.store.workspace import Workspace

T = TypeVar("T")

PACKAGES = ("app", "law", "model", "rules", "source", "store", "vietnamese")
"""The packages on which what the register holds depends, whole: what one takes from another changes answers too."""

MODULES = ("diagnostics.py", "value_class.py")
"""The same of modules that stand beside them."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A register that holds what the files hold.

    Attributes:
        parsed: how many files had to be read for it.
    """

    workspace: Workspace
    register: Register
    parsed: int


Told = Callable[[int, int], None]
"""Gets how many files are read, and of how many."""

Watching = Callable[[], AbstractContextManager[Told | None]]
"""Is entered before files are read and left after; gives what is told meanwhile."""

Opening = Callable[[Path, str], Register]

_opening: ContextVar[Opening] = ContextVar("_opening", default=open_register)
_opened_here: ContextVar[list[Register] | None] = ContextVar("_opened_here", default=None)
"""The registers that the command has opened; nothing where there is no command."""
_meanwhile: ContextVar[Callable[[], None] | None] = ContextVar("_meanwhile", default=None)
_watching: ContextVar[Watching] = ContextVar("_watching", default=nullcontext)


@contextmanager
def without_file(*, anew: bool = False) -> Iterator[None]:
    """Meanwhile have every register in memory, since the file is held by another program.

    Args:
        anew: take nothing from the file, since it cannot be believed and cannot be thrown away either.
    """
    was = _opening.set(_anew if anew else apart)
    try:
        yield
    finally:
        _opening.reset(was)


def _anew(_: Path, program: str) -> Register:
    return in_memory(program)


def as_command(
    run: Callable[[], T], watching: Watching = nullcontext, meanwhile: Callable[[], None] | None = None
) -> T:
    """Run a command: it closes what it opens, and where the register is held it waits for that only once.

    Args:
        watching: who shows how far reading has come.
        meanwhile: loads what the command needs later; it is called while git looks for what changed.
    """

    def within() -> T:
        _opened_here.set([])
        _meanwhile.set(meanwhile)
        _watching.set(watching)
        try:
            return run()
        finally:
            _close_all()

    return copy_context().run(within)


def watched() -> AbstractContextManager[Told | None]:
    """Be told within how far reading has come, if somebody asked for it."""
    return _watching.get()()


def _close_all() -> None:
    opened = _opened_here.get() or []
    while opened:
        opened.pop().close()


def surely(work: Callable[[], T], throw_away: Callable[[], None]) -> T:
    """Return what `work` does, beginning anew where the register turns out damaged, or held, amid it.

    Args:
        work: leaves nothing behind where it raises.
        throw_away: throws the register away.

    Raises:
        RegisterHeld, RegisterDamaged: not even a register that nobody else sees will do.
    """
    try:
        return work()
    except RegisterHeld:
        again = without_file()
    except RegisterDamaged:
        again = _without(throw_away)
    try:
        _close_all()
        with again:
            return work()
    except (RegisterHeld, RegisterDamaged):
        _close_all()
    with without_file(anew=True):
        return work()


@contextmanager
def _without(throw_away: Callable[[], None]) -> Iterator[None]:
    throw_away()
    yield


def forget(workspace: Workspace) -> None:
    """Throw the register away; it is made again when somebody asks."""
    forget_base(workspace.index_folder)
    discard(workspace.index_folder)


def fresh(workspace: Workspace, written: Collection[str] = ()) -> Fresh:
    """Return the register, after reading what changed since it was last fresh. Writes nothing in the work tree.

    Args:
        written: the only files that can have changed: the caller had a fresh register under the lock, and wrote them.
    """
    opening = _opening.get()
    try:
        state = _freshened(workspace, opening(workspace.index_folder, fingerprint()), written)
    except RegisterHeld:
        state = fresh_apart(workspace)
    except RegisterDamaged:
        forget(workspace)
        state = _fresh_again(workspace, opening)
    opened = _opened_here.get()
    if opened is not None:
        opened.append(state.register)
        if not state.register.lasting and opening is open_register:
            _opening.set(apart)
    return state


def _fresh_again(workspace: Workspace, opening: Opening) -> Fresh:
    try:
        return _freshened(workspace, opening(workspace.index_folder, fingerprint()))
    except (RegisterDamaged, RegisterHeld):
        return _freshened(workspace, in_memory(fingerprint()))


def fresh_apart(workspace: Workspace) -> Fresh:
    """Return a fresh register that nobody else sees."""
    opening = _anew if _opening.get() is _anew else apart
    try:
        return _freshened(workspace, opening(workspace.index_folder, fingerprint()))
    except RegisterDamaged:
        return _freshened(workspace, in_memory(fingerprint()))


def _freshened(workspace: Workspace, register: Register, written: Collection[str] = ()) -> Fresh:
    try:
        # one that nobody else sees is new, or a copy of one that may have been told nothing for long
        parsed = _freshen(workspace, register, written if register.lasting else ())
        _refuse_strange(register)
        register.hold()
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


def _freshen(workspace: Workspace, register: Register, written: Collection[str] = ()) -> int:
    looked = time_ns()
    seen = changes_at(workspace, register, written) if written else None
    what = seen or _changes(workspace, register)
    if register.meta("catalogue") and not what.gone and not what.read:
        if (what.state, what.unwatched) != (register.meta("state"), register.meta("unwatched") or ""):
            with register.change():
                _remember(register, what)
        return 0
    from thidua.app.refresh import refresh

    with watched() as told, register.change():
        refresh(workspace, register, what, told=told)
        _remember(register, what)
        register.remember("looked", str(looked))
    return len(what.read)


def _changes(workspace: Workspace, register: Register) -> Changes:
    if register.meta("catalogue"):
        return changes(workspace, register, _meanwhile.get())
    from thidua.app.collector import no_collector  # only what is new has all files told one by one

    with no_collector():
        return changes(workspace, register, _meanwhile.get())


def _remember(register: Register, what: Changes) -> None:
    register.remember("state", what.state)
    register.remember("unwatched", what.unwatched)
    register.remember("baseline", what.baseline)


@cache
def fingerprint() -> str:
    """Return what the register depends on besides the records: the version and the files of the program itself.

    Sizes and times of the files, not their content: it is asked on every run, and once in it. Where the program was
    installed, its installer wrote down last what every file holds; that stands for the times of all that are no
    younger, so that a register that was kept fits the same program on another machine, or installed once more.
    """
    digest = sha256(thidua.__version__.encode())
    package = Path(thidua.__file__).parent
    files = {name: (package / name).stat() for name in MODULES}
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
            if entry.name.endswith((".py", ".yaml", ".json")):
                yield name, entry.stat()
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _files(package, name)
