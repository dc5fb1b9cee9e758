"""The records of a commit beside those on hand: read once and kept, so that a second look costs what differs."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from thidua.app.fresh import Fresh, fingerprint
from thidua.store.base_register import forget_base, open_base
from thidua.store.register import RegisterDamaged
from thidua.store.revision import Contents, Missing, NoRevision, files_at
from thidua.store.scan import blob_id, changes_to
from thidua.store.settings import SETTINGS_FILE, Settings, understood_settings
from thidua.store.workspace import RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.register import Register
    from thidua.store.workspace import Workspace

_HEX = frozenset("0123456789abcdef")


@contextmanager
def kept_base(state: Fresh, commit: str) -> Iterator[Fresh]:
    """Yield the register of a commit, and the workspace that reads the files in which the commit differs.

    Unlike `as_of`, both registers can be asked at once, and what was read of the commit is there the next time.

    Args:
        commit: an id, from `base_of` or `commit_of`.

    Raises:
        NoRevision: git cannot read the commit.
        RegisterHeld, RegisterDamaged: see the classes.
    """
    register, parsed = _opened(state, commit)
    try:
        blobs, settings = _differing(state.register, register), register.meta("settings")
        if settings:
            blobs[SETTINGS_FILE] = settings
        with Contents(state.workspace.root, blobs) as contents:
            yield Fresh(_with_settings(state.workspace, settings, contents), register, parsed)
    finally:
        register.close()


def _opened(state: Fresh, commit: str) -> tuple[Register, int]:
    """The second register, holding the commit, and how many files were read for it; a damaged one is made again."""
    folder, program = state.workspace.register_folder, fingerprint()
    try:
        return _brought(open_base(folder, program, state.register), state.workspace, commit)
    except RegisterDamaged:
        forget_base(folder)
    return _brought(open_base(folder, program, state.register), state.workspace, commit)


def _brought(register: Register, workspace: Workspace, commit: str) -> tuple[Register, int]:
    try:
        return register, 0 if register.meta("commit") == commit else _bring_to(workspace, register, commit)
    except BaseException:
        register.close()
        raise


def _bring_to(workspace: Workspace, register: Register, commit: str) -> int:
    """Have a register hold what a commit holds; return how many files were read for it."""
    from thidua.app.refresh import refresh

    files = tuple(files_at(workspace.root, commit, RECORDS, SETTINGS_FILE))
    what = changes_to(register, (one for one in files if one.path != SETTINGS_FILE))
    settings = next((one.blob for one in files if one.path == SETTINGS_FILE and one.mode.startswith("100")), "")
    blobs = {path: stamp.blob for path, stamp in what.read.items()}
    with Contents(workspace.root, blobs) as contents, register.change():
        if what.gone or what.read or not register.meta("catalogue"):
            refresh(replace(workspace, instead=contents), register, what)
        register.remember("commit", commit)
        register.remember("settings", settings)
    return len(what.read)


def _differing(now: Register, then: Register) -> dict[str, str]:
    """The contents that the commit has and the records on hand have not, by path."""
    files = "SELECT path, blob FROM file"
    mine = set(then.ask(files)) - set(now.ask(files))
    return {path: blob for path, blob in mine if len(blob) >= 40 and _HEX.issuperset(blob)}


def _with_settings(workspace: Workspace, blob: str, contents: Contents) -> Workspace:
    """The workspace with the commit's settings and contents."""
    if blob and blob == _settings_here(workspace):
        return replace(workspace, instead=contents)
    if not blob:
        return replace(workspace, settings=Settings(), findings=(), instead=contents)
    try:
        settings, findings = understood_settings(contents[SETTINGS_FILE])
    except OSError as error:
        raise NoRevision(Missing.REFUSED, SETTINGS_FILE, str(error)) from error
    return replace(workspace, settings=settings, findings=findings, instead=contents)


def _settings_here(workspace: Workspace) -> str:
    try:
        return blob_id((workspace.root / SETTINGS_FILE).read_bytes())
    except OSError:
        return ""
