"""Records as a commit has them, at the cost of what differs from those on hand."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from thidua.app.fresh import Fresh, fresh_apart, watched
from thidua.store.register_error import RegisterHeld
from thidua.store.revision import Contents, Missing, NoRevision, branching_point, commit_of, files_at
from thidua.store.scan import changes_to
from thidua.store.settings import SETTINGS_FILE, Settings, understood_settings
from thidua.store.workspace import RECORDS, Workspace
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from thidua.store.scan import Changes


def base_of(workspace: Workspace, asked: str = "") -> str:
    """Return the id of the commit that work is compared with: the one asked for, else where it left the main branch.

    Raises:
        NoRevision: see the class.
    """
    if asked:
        return commit_of(workspace.root, asked)
    return branching_point(workspace.root, workspace.settings.main_branch)


@contextmanager
def as_of(state: Fresh, commit: str, *, findings: bool = True) -> Iterator[Fresh]:
    """Meanwhile have the register, and the workspace that goes with it, hold what a commit holds.

    Files that the commit and the records on hand have in common are not read. The register on the disk is the same
    before and after, and nobody else sees the difference; within, it must not be made fresh.

    Args:
        commit: an id, from `base_of` or `commit_of`.
        findings: have the findings be those of the commit too; those that depend on the day are asked as ever.

    Raises:
        NoRevision: git cannot read the commit.
    """
    root = state.workspace.root
    files = tuple(files_at(root, commit, RECORDS, SETTINGS_FILE))
    what = changes_to(state.register, (one for one in files if one.path != SETTINGS_FILE))
    blobs = {path: stamp.blob for path, stamp in what.read.items()}
    plain = (one for one in files if one.mode.startswith("100"))
    blobs |= {one.path: one.blob for one in plain if one.path in blobs or one.path == SETTINGS_FILE}
    with Contents(root, blobs) as contents:
        then = with_settings(replace(state.workspace, instead=contents), contents)
        with _holding(replace(state, workspace=then), what, findings=findings) as older:
            yield older


def with_settings(workspace: Workspace, contents: Contents) -> Workspace:
    """Return a workspace with the settings that a commit holds; those of an office that says nothing where it has none.

    Raises:
        NoRevision: git does not have the content.
    """
    if SETTINGS_FILE not in contents:
        return replace(workspace, settings=Settings(), findings=())
    try:
        settings, findings = understood_settings(contents[SETTINGS_FILE])
    except OSError as error:
        raise NoRevision(Missing.REFUSED, SETTINGS_FILE, str(error)) from error
    return replace(workspace, settings=settings, findings=findings)


@contextmanager
def _holding(state: Fresh, what: Changes, *, findings: bool) -> Iterator[Fresh]:
    """Bring the register to another state for a while; where another program holds it, one that is made for this."""
    from thidua.app.refresh import refresh

    if not what.gone and not what.read:
        yield state
        return
    with _register_of_our_own(state) as own, own.register.trial():
        with watched() as told:
            refresh(own.workspace, own.register, what, findings=findings, told=told)
        yield replace(own, parsed=len(what.read))


@contextmanager
def _register_of_our_own(state: Fresh) -> Iterator[Fresh]:
    """The register, if it can be changed now; else one in memory that holds the same."""
    try:
        with state.register.trial():
            pass
    except RegisterHeld:
        apart = fresh_apart(replace(state.workspace, instead={}))
        try:
            yield replace(state, register=apart.register)
        finally:
            apart.register.close()
        return
    yield state
