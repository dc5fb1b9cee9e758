"""Going back to a piece of work that was begun before, or to the main branch; what others sent to it comes along."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from thidua.app import desk as desks
from thidua.app.clerk_words import refusal
from thidua.app.entry_error import EntryError
from thidua.app.start import branch_name, refuse_mixing
from thidua.diagnostics import Text
from thidua.store import git_commits as history
from thidua.store import git_server as server
from thidua.store import git_state as state
from thidua.store import git_write as write
from thidua.store.git import GitError
from thidua.store.run import Refused, Trouble
from thidua.value_class import dataclass
from thidua.vietnamese.text import fold, tidy

if TYPE_CHECKING:
    from thidua.app.desk import Desk
    from thidua.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Opened:
    """A piece of work that was opened again.

    Attributes:
        on_main: it is the main branch.
        carried: paths that are not sent yet and came along.
        brought: how many commits of others came.
        offline: why the server was not asked; `None` if it answered, or there is none.
    """

    branch: str
    on_main: bool
    carried: tuple[str, ...]
    brought: int
    offline: Text | None
    dry_run: bool = False


def open_again(workspace: Workspace, name: str, *, carry: bool = False, dry_run: bool = False) -> Opened:
    """Bring the work tree to a piece of work, by its name or that of its branch.

    Raises:
        EntryError: there is none of that name, or what is not sent stands in the way; all is as it was.
        Locked, OSError: see `lock`.
    """
    if not dry_run:
        desks.finish_writing(workspace)
    at = desks.desk(workspace, ask=not dry_run)
    desks.refuse_unready(at)
    branch = _found(at, tidy(name))
    try:
        work = state.unsaved(workspace.root, at.standing)
        if branch != at.standing.branch:
            refuse_mixing(at, work.paths, carry=carry)
        carried = (*work.paths, *work.others)
        offline = refusal(at.offline, at.remote) if at.offline else None
        if dry_run:
            return Opened(branch, branch in at.main, carried, 0, offline, dry_run=True)
        with desks.alone(at):
            write.settle(workspace.root, work.stale)
            _switch(at, branch, work.paths)
            brought = _brought(at, branch)
    except GitError as error:
        raise desks.told(error, at) from error
    return Opened(branch, branch in at.main, carried, brought, offline)


def _found(at: Desk, name: str) -> str:
    """Return the branch that is meant.

    Raises:
        EntryError: there is none.
    """
    before = server.remote_name(at.remote, "") if at.remote else state.HEADS
    names = dict.fromkeys(
        one.removeprefix(start) for start in (state.HEADS, before) for one in at.references if one.startswith(start)
    )
    called = {one: state.setting(at.root, f"branch.{one}.description").strip() for one in names}
    for is_meant in (
        lambda one: one == name,
        lambda one: called[one] and fold(called[one]) == fold(name),
        lambda one: one == branch_name(name),
    ):
        for one in names:
            if is_meant(one):
                return one
    others = {one: called[one] or one for one in names if one not in at.main}
    often = Counter(others.values())
    listed = ", ".join(f"“{said}” ({one})" if often[said] > 1 else f"“{said}”" for one, said in others.items()) or "-"
    raise EntryError(
        Text(f"không có phần việc “{name}”; đang có: {listed}", f"there is no “{name}”; there are: {listed}"), "NAME"
    )


def _switch(at: Desk, branch: str, paths: tuple[str, ...]) -> None:
    if branch == at.standing.branch:
        return
    try:
        if at.here(branch):
            write.switch(at.root, branch)
        else:
            write.switch_to_new(at.root, branch, at.on_server(branch))
    except Refused as error:
        if error.trouble is not Trouble.OVERWRITTEN:
            raise
        if not paths:
            raise
        listed = ", ".join(paths[:3])
        raise EntryError(
            Text(
                f"có tệp chưa gửi mà phần việc ấy cũng đã đổi ({listed}); gửi trước bằng `thidua send` rồi mở lại",
                f"files that are not sent are others in that work ({listed}); send them first by `thidua send`",
            )
        ) from error


def _brought(at: Desk, branch: str) -> int:
    """Bring in what the server's branch has besides, where ours has nothing of its own; return how many commits."""
    ours, theirs = at.here(branch), at.on_server(branch)
    if not ours or not theirs or ours == theirs or not history.is_within(at.root, ours, theirs):
        return 0
    with suppress(Refused):  # a file that is not saved is another one there: `send` will tell
        write.forward(at.root, theirs)
        return len(history.commits(at.root, theirs, (ours,)))
    return 0
