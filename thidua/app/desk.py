"""Where a clerk's work stands with git: the branch, the main branch, the server, and what cannot be worked on now."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.app.clerk_words import busy, half_done, no_git, nothing_saved_yet, refusal
from thidua.app.entry_error import EntryError
from thidua.store import git_commits as history
from thidua.store import git_server as server
from thidua.store import git_state as state
from thidua.store.git import GitError
from thidua.store.git_state import HEADS, Standing
from thidua.store.main_branch import committed
from thidua.store.run import Refused, Trouble
from thidua.store.settings import SETTINGS_FILE, understood_settings
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from thidua.diagnostics import Text
    from thidua.store.workspace import Workspace

PATIENCE = 2.0
"""How many seconds another program may still be writing."""


@dataclass(frozen=True, slots=True)
class Main:
    """The branch of what was reviewed.

    Attributes:
        here: its commit in this repository, `there` as the server last showed it; empty where there is none.
        newest: the later of both.
        names: names that are never sent to.
    """

    name: str
    here: str
    there: str
    newest: str
    names: frozenset[str]

    @property
    def reviewed(self) -> str:
        """The commit up to which who reviews has it: as the server last showed it, or as it is here."""
        return self.there or self.here

    def __contains__(self, branch: object) -> bool:
        return isinstance(branch, str) and branch.casefold() in self.names


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that `start`, `where`, `send` and `receive` begin with.

    Attributes:
        remote: the server that work is sent to; empty where there is none.
        address: of that server, as the settings have it.
        references: commits by full name.
        offline: why the server was not asked, or did not answer.
    """

    workspace: Workspace
    standing: Standing
    main: Main
    remote: str
    address: str
    references: Mapping[str, str]
    offline: Refused | None = None

    @property
    def root(self) -> Path:
        return self.workspace.root

    def on_server(self, branch: str) -> str:
        """The commit in which a branch ended when the server was last asked."""
        return self.references.get(server.remote_name(self.remote, branch), "") if self.remote else ""

    def sent(self, branch: str) -> str:
        """The commit up to which a branch was sent, by whatever way."""
        return self.on_server(branch) or self.references.get(state.SENT + branch, "")

    def here(self, branch: str) -> str:
        return self.references.get(HEADS + branch, "")

    def knows(self, branch: str) -> bool:
        """Whether there is a piece of work of this name, here or at the server."""
        return branch not in self.main and bool(self.here(branch) or self.on_server(branch))

    def free_name(self, wanted: str) -> str:
        """A name that no branch has, here or at the server; none is a folder of it, nor it of one."""
        taken = {name.removeprefix(HEADS) for name in self.references if name.startswith(HEADS)}
        before = server.remote_name(self.remote, "")
        taken |= {name.removeprefix(before) for name in self.references if self.remote and name.startswith(before)}
        taken = {name.casefold() for name in taken}
        if any(wanted.startswith(f"{one}/") for one in taken):
            wanted = wanted.replace("/", "-")
        taken |= {"head", state.KEPT.rstrip("/"), state.TAKEN_IN.rstrip("/"), *self.main.names}
        number, name = 1, wanted
        while name in taken or any(one.startswith(f"{name}/") for one in taken):
            number += 1
            name = f"{wanted}-{number}"
        return name


def desk(workspace: Workspace, *, ask: bool) -> Desk:
    """Return where things stand.

    Args:
        ask: the server is asked what is new; where it does not answer, that is noted.

    Raises:
        EntryError: there is no git, or no repository.
    """
    try:
        standing = state.standing(workspace.root)
        servers = state.remotes(workspace.root)
        remote = _server(workspace, standing, servers)
        offline = _news(workspace, remote) if ask and remote else None
        references = state.references(workspace.root)
        main = _main(workspace, references, remote)
    except GitError as error:
        raise EntryError(no_git(error)) from error
    return Desk(workspace, standing, main, remote, servers.get(remote, ""), references, offline)


def finish_writing(workspace: Workspace) -> None:
    """Finish what a killed writer had begun, before anybody asks what is not saved.

    Raises:
        Locked, OSError: see `lock`.
    """
    from thidua.app.entry import NOTE, sole_writer

    if (workspace.register_folder / NOTE).exists():
        with sole_writer(workspace):
            pass


@contextmanager
def alone(at: Desk) -> Iterator[None]:
    """Hold the lock, and the work tree still stands where it was found.

    Raises:
        Refused: `MOVED` where it does not; what was decided rests on it.
        Locked, OSError: see `lock`.
    """
    from thidua.app.entry import sole_writer

    with sole_writer(at.workspace):
        now = state.standing(at.root)
        if (now.branch, now.commit, now.doing) != (at.standing.branch, at.standing.commit, at.standing.doing):
            raise Refused(Trouble.MOVED, f"on {now.branch or now.commit}")
        yield


def again(at: Desk) -> Desk:
    """Return where things stand after something was saved: what names stand for, and what is checked out."""
    references = state.references(at.root)
    standing = replace(at.standing, branch=state.branch_of(at.root))
    commit = references.get(HEADS + standing.branch, "") if standing.branch else at.standing.commit
    return replace(at, references=references, standing=replace(standing, commit=commit))


def _server(workspace: Workspace, standing: Standing, servers: Mapping[str, str]) -> str:
    if not servers:
        return ""
    key = f"branch.{standing.branch}.remote"
    named = state.setting(workspace.root, key) if standing.branch else ""
    return named if named in servers else "origin" if "origin" in servers else next(iter(servers))


def _news(workspace: Workspace, remote: str) -> Refused | None:
    try:
        server.fetch(workspace.root, remote)
    except Refused as error:
        return error
    return None


def _main(workspace: Workspace, references: Mapping[str, str], remote: str) -> Main:
    before = server.remote_name(remote, "")
    shown = references.get(f"@{before}HEAD", "").removeprefix(before) if remote else ""
    saved = understood_settings(committed(workspace.root, SETTINGS_FILE))[0].main_branch  # that of now may be edited
    wanted = (workspace.settings.main_branch, saved, shown, "main", "master")
    there = [
        name for name in wanted if name and (HEADS + name in references or (remote and before + name in references))
    ]
    name = next(iter(there), workspace.settings.main_branch)
    ours, theirs = references.get(HEADS + name, ""), references.get(before + name, "") if remote else ""
    newest = ours if not theirs or history.is_within(workspace.root, theirs, ours) else theirs
    return Main(name, ours, theirs, newest, frozenset(one.casefold() for one in wanted if one))


def refuse_unready(at: Desk, *, unborn: bool = False) -> None:
    """Refuse to go on where something is half done or another program writes.

    Args:
        unborn: it is no matter that nothing was ever saved here.

    Raises:
        EntryError: why, and the way back.
    """
    if at.standing.doing:
        raise EntryError(half_done(at.standing.doing))
    if not at.standing.commit and not unborn:
        raise EntryError(nothing_saved_yet(at.main.name))
    end = time.monotonic() + PATIENCE
    while at.standing.lock.exists():
        if time.monotonic() > end:
            raise EntryError(busy(at.standing.lock))
        time.sleep(0.1)


def told(error: GitError, at: Desk) -> EntryError:
    """Return a refusal of git in plain words."""
    return EntryError(words_for(error, at) if isinstance(error, Refused) else no_git(error))


def words_for(error: Refused, at: Desk, branch: str = "") -> Text:
    """Return what a refusal means and what to do about it."""
    if error.trouble is Trouble.LOCKED:
        named = re.search(r"'([^'\n]+\.lock)'", str(error))
        return busy(Path(named[1]) if named and Path(named[1]).is_absolute() else at.standing.lock)
    return refusal(error, at.remote, branch)
