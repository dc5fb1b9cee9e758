"""Where a clerk's work stands: which piece it is, what is not sent, what waits, whether the main branch moved on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app import desk as desks
from thidua.app.clerk_words import refusal
from thidua.app.send_words import FileChange, lines
from thidua.store import git_commits as history
from thidua.store import git_state as state
from thidua.store.git import GitError
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.app.desk import Desk
    from thidua.diagnostics import Language, Text
    from thidua.store.git_commits import Saved
    from thidua.store.git_state import Unsaved
    from thidua.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work that is saved.

    Attributes:
        name: as people call it; that of the branch where nobody gave one.
        unsent: commits that were not sent; `waiting`: that were sent, and that the main branch does not have.
        done: the main branch holds what it changed.
        theirs: commits that others sent to it.
    """

    name: str
    branch: str
    unsent: tuple[Saved, ...] = ()
    waiting: tuple[Saved, ...] = ()
    done: bool = False
    theirs: tuple[Saved, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """Everything that `thidua where` says.

    Attributes:
        branch: what is checked out; empty where it is none.
        piece: the work on it; `None` on the main branch, on none, and before the first commit.
        unsaved: one line for each record that is not sent yet.
        others: changed files that are never sent.
        conflicts: files of which git has two versions.
        moved: commits that came to the main branch since the work began.
        ahead: commits of the main branch that are here and not at the server, whose name is `server`.
        pieces: other pieces of work, those that are done left out.
        offline: why the server did not answer; `None` if it did, or was not asked.
    """

    branch: str
    main: str
    on_main: bool
    unborn: bool
    doing: str
    piece: Piece | None
    unsaved: tuple[str, ...]
    others: tuple[str, ...]
    conflicts: tuple[str, ...]
    moved: tuple[Saved, ...]
    ahead: tuple[Saved, ...]
    server: str
    pieces: tuple[Piece, ...]
    offline: Text | None
    busy: bool


def where(workspace: Workspace, language: Language, *, ask: bool) -> Where:
    """Return where the work stands.

    Raises:
        EntryError: there is no git, or no repository.
    """
    at = desks.desk(workspace, ask=ask)
    try:
        return _where(at, language)
    except GitError as error:
        raise desks.told(error, at) from error


def _where(at: Desk, language: Language) -> Where:
    root, standing = at.root, at.standing
    work = state.unsaved(root, standing)
    branch = standing.branch
    on_main = branch in at.main
    begun = history.where_parted(root, standing.commit, at.main.newest)
    moved = history.commits(root, at.main.newest, (standing.commit,)) if begun and begun != at.main.newest else ()
    piece = _piece(at, branch, standing.commit) if branch and not on_main and standing.commit else None
    names = state.unmerged(root, at.main.newest) if at.main.newest else ()
    others = [
        _piece(at, name, at.here(name))
        for name in names
        if name not in at.main and name != branch and not name.startswith(state.KEPT)
    ]
    return Where(
        branch,
        at.main.name,
        on_main,
        not standing.commit,
        standing.doing,
        piece,
        tuple(lines(changes_of(at, work), language)),
        work.others,
        work.conflicts,
        moved,
        history.commits(root, at.main.here, (at.main.there,)) if on_main and at.main.here and at.main.there else (),
        at.remote,
        tuple(one for one in others if not one.done),
        refusal(at.offline, at.remote) if at.offline else None,
        standing.lock.exists(),
    )


def changes_of(at: Desk, work: Unsaved) -> tuple[FileChange, ...]:
    """Return each file that is not saved, with what it was and what it is.

    Raises:
        GitError: see `git`.
    """
    old = history.blobs(at.root, [one.old for one in work.taken])
    found = []
    for one in work.taken:
        file = at.root / one.path
        new = (file.read_bytes() if file.is_file() and not file.is_symlink() else b"") if one.is_there else None
        found.append(FileChange(one.path, old.get(one.old, b"") if one.old else None, new))
    return tuple(found)


def _piece(at: Desk, branch: str, commit: str) -> Piece:
    root, sent = at.root, at.sent(branch)
    name = state.setting(root, f"branch.{branch}.description").strip() or branch
    known = (at.main.newest,) if at.main.newest else ()
    mine = history.commits(root, commit, known)
    unsent_ids = {one.id for one in history.commits(root, commit, (*known, sent))}
    unsent = tuple(one for one in mine if one.id in unsent_ids)
    waiting = tuple(one for one in mine if one.id not in unsent_ids)
    theirs = history.commits(root, sent, (commit, *known)) if sent else ()
    done = not theirs and (not mine or _is_taken_over(at, commit))
    return Piece(name, branch, unsent, waiting, bool(done and (mine or sent)), theirs)


def _is_taken_over(at: Desk, commit: str) -> bool:
    """Whether the main branch has all that the work changed, though not its commits: a server may join them to one."""
    begun = history.where_parted(at.root, commit, at.main.newest)
    if not begun or begun == at.main.newest:
        return False
    changed = {path for path, _, _ in history.differences(at.root, begun, commit)}
    return not changed & {path for path, _, _ in history.differences(at.root, at.main.newest, commit)}
