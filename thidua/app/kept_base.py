"""The records of a commit beside those on hand: read once and kept, so that a second look costs what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from thidua.app.as_of import with_settings
from thidua.app.fresh import Fresh, fingerprint, watched
from thidua.store.base_register import forget_base, open_base
from thidua.store.register_error import RegisterDamaged
from thidua.store.revision import Contents, files_at
from thidua.store.scan import blob_id, changes_to, is_blob
from thidua.store.settings import SETTINGS_FILE
from thidua.store.workspace import RECORDS
from thidua.value_class import replace

if TYPE_CHECKING:
    from thidua.store.register import Register
    from thidua.store.workspace import Workspace


@contextmanager
def kept_base(state: Fresh, commit: str) -> Iterator[Fresh]:
    """Yield the register of a commit, and a workspace that reads every file as the commit has it.

    Unlike `as_of`, both registers can be asked at once, and what was read of the commit is there the next time.

    Args:
        commit: an id, from `base_of` or `commit_of`.

    Raises:
        NoRevision: git cannot read the commit.
        RegisterHeld, RegisterDamaged: see the classes.
    """
    register, parsed = _opened(state, commit)
    try:
        with Contents(state.workspace.root, _Blobs(register)) as contents:
            yield Fresh(_with_settings(state.workspace, register.meta("settings"), contents), register, parsed)
    finally:
        register.close()


class _Blobs(Mapping[str, str]):
    """The ids of the contents that a register of a commit knows, by path; the settings are among them."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def __getitem__(self, path: str) -> str:
        if path == SETTINGS_FILE:
            blob = self._register.meta("settings")
        else:
            blob = str(self._register.one("SELECT blob FROM file WHERE path = ?", (path,)) or "")
        if not is_blob(blob):
            raise KeyError(path)
        return blob

    def __iter__(self) -> Iterator[str]:
        return (path for (path,) in self._register.ask("SELECT path FROM file") if path in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _opened(state: Fresh, commit: str) -> tuple[Register, int]:
    """The second register, holding the commit, and how many files were read for it; a damaged one is made again."""
    folder, program = state.workspace.index_folder, fingerprint()
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
    files = tuple(files_at(workspace.root, commit, RECORDS, SETTINGS_FILE))
    what = changes_to(register, (one for one in files if one.path != SETTINGS_FILE))
    settings = next((one.blob for one in files if one.path == SETTINGS_FILE and one.mode.startswith("100")), "")
    blobs = {one.path: one.blob for one in files if one.mode.startswith("100")}  # the disk may hold others
    with Contents(workspace.root, blobs) as contents, register.change():
        if what.gone or what.read or not register.meta("catalogue"):
            from thidua.app.refresh import refresh

            with watched() as told:
                refresh(replace(workspace, instead=contents), register, what, told=told)
        register.remember("commit", commit)
        register.remember("settings", settings)
    return len(what.read)


def _with_settings(workspace: Workspace, blob: str, contents: Contents) -> Workspace:
    """The workspace with the commit's settings and contents."""
    then = replace(workspace, instead=contents)
    return then if blob and blob == _settings_here(workspace) else with_settings(then, contents)


def _settings_here(workspace: Workspace) -> str:
    try:
        return blob_id((workspace.root / SETTINGS_FILE).read_bytes())
    except OSError:
        return ""
