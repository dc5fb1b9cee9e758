"""A new piece of work: a branch from the newest main branch. What is not sent goes along or stays; nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app import desk as desks
from thidua.app.clerk_words import nothing_saved_yet, refusal
from thidua.app.entry_error import EntryError
from thidua.diagnostics import Text
from thidua.store import git_commits as history
from thidua.store import git_state as state
from thidua.store import git_write as write
from thidua.store.git import GitError
from thidua.store.run import Refused, Trouble
from thidua.value_class import dataclass
from thidua.vietnamese.text import slug, tidy

if TYPE_CHECKING:
    from thidua.app.desk import Desk
    from thidua.store.git_state import Unsaved
    from thidua.store.workspace import Workspace

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Started:
    """A piece of work that was begun.

    Attributes:
        name: as people call it.
        branch: as git calls it.
        main: the name of the main branch.
        offline: why the server was not asked; `None` if it answered, or there is none.
        carried: paths that are not sent yet and came along.
        behind: the work begins where the clerk stood: a file that is not sent is another one on the newest main branch.
        kept: commits of no branch came along, too.
        namesake: another piece of work that people call the same; empty where there is none.
        dry_run: nothing was done.
    """

    name: str
    branch: str
    main: str
    offline: Text | None
    carried: tuple[str, ...]
    behind: bool = False
    kept: int = 0
    dry_run: bool = False
    namesake: str = ""


def start(workspace: Workspace, name: str, *, carry: bool = False, dry_run: bool = False) -> Started:
    """Begin a piece of work.

    Args:
        carry: what is not sent of another piece of work comes along.

    Raises:
        EntryError: it cannot be begun; all is as it was.
        Locked, OSError: see `lock`.
    """
    name = tidy(name)
    wanted = branch_name(name)
    if not wanted:
        raise EntryError(
            Text("tên phần việc cần có chữ hoặc số", "the name of a piece of work needs letters or digits"), "NAME"
        )
    if not dry_run:
        desks.finish_writing(workspace)
    at = desks.desk(workspace, ask=not dry_run)
    desks.refuse_unready(at, unborn=True)
    if not at.main.newest:
        raise EntryError(nothing_saved_yet(at.main.name))
    try:
        work = state.unsaved(workspace.root, at.standing)
        refuse_mixing(at, work.paths, carry=carry)
        branch, base, kept = at.free_name(wanted), *_base(at)
        offline = refusal(at.offline, at.remote) if at.offline else None
        carried = (*work.paths, *work.others)
        namesake = wanted if wanted != branch and at.knows(wanted) else ""
        if dry_run:
            return Started(name, branch, at.main.name, offline, carried, kept=kept, dry_run=True, namesake=namesake)
        with desks.alone(at):
            behind = _begin(at, work, branch, base)
            write.describe(workspace.root, branch, name)
    except GitError as error:
        raise desks.told(error, at) from error
    return Started(name, branch, at.main.name, offline, carried, behind, kept, namesake=namesake)


def branch_name(name: str, longest: int = LONGEST) -> str:
    """Return a name as a branch can have it: `Khối Nội chính quý 4` gives `khoi-noi-chinh-quy-4`."""
    whole = slug(name)
    return whole if len(whole) <= longest else whole[: longest + 1].rpartition("-")[0][:longest] or whole[:longest]


def refuse_mixing(at: Desk, paths: tuple[str, ...], *, carry: bool) -> None:
    """Refuse where changes of one piece of work would silently become part of another.

    Raises:
        EntryError: they would.
    """
    branch = at.standing.branch
    if not paths or carry or not branch or branch in at.main:
        return
    listed = ", ".join(paths[:3]) + (", …" if len(paths) > 3 else "")
    raise EntryError(
        Text(
            f"phần việc `{branch}` còn {len(paths)} tệp chưa gửi: {listed}; gửi trước bằng `thidua send`, hoặc "
            "thêm --carry để mang chúng sang phần việc mới",
            f"the piece of work `{branch}` has {len(paths)} files that are not sent: {listed}; send them first by "
            "`thidua send`, or add --carry to take them into the new one",
        )
    )


def _base(at: Desk) -> tuple[str, int]:
    """Return where the work begins, and how many commits that no branch names are taken along."""
    if at.standing.branch or not at.standing.commit:
        return at.main.newest, 0
    known = [commit for name, commit in at.references.items() if not name.startswith(("@", "refs/tags/"))]
    alone = history.commits(at.root, at.standing.commit, known)
    return (at.standing.commit, len(alone)) if alone else (at.main.newest, 0)


def _begin(at: Desk, work: Unsaved, branch: str, base: str) -> bool:
    """Make the branch; return whether it had to begin where the clerk stood."""
    write.settle(at.root, work.stale)
    if base != at.standing.commit:
        try:
            write.switch_to_new(at.root, branch, base)
        except Refused as error:
            if error.trouble is not Trouble.OVERWRITTEN:
                raise
            _refuse_strange_base(at, work.paths)
        else:
            return False
    write.make_branch(at.root, branch, at.standing.commit)
    write.stand_on(at.root, branch)
    return base != at.standing.commit


def _refuse_strange_base(at: Desk, paths: tuple[str, ...]) -> None:
    """Refuse to begin here where here is another piece of work, whose commits would come along."""
    if history.is_within(at.root, at.standing.commit, at.main.newest):
        return
    listed = ", ".join(paths[:3])
    raise EntryError(
        Text(
            f"có tệp chưa gửi mà nhánh chính mới nhất cũng đã đổi ({listed}); không mang sang được. Gửi trước bằng "
            "`thidua send`, rồi bắt đầu phần việc mới",
            f"files that are not sent have changed on the newest main branch, too ({listed}), and cannot be taken "
            "there; send them first by `thidua send`, then begin",
        )
    )


@dataclass(frozen=True, slots=True)
class WentBack:
    """Something half done was given up.

    Attributes:
        doing: what it was.
        kept: the branch that holds every file as it was.
        branch: where the work tree is now; empty where it is on none.
    """

    doing: str
    kept: str
    branch: str


def back(workspace: Workspace, stamp: str) -> WentBack:
    """Give up a merge or the like that is half done, after every file was put by in a branch.

    Args:
        stamp: makes the name of the branch.

    Raises:
        EntryError: nothing is half done, or it cannot be given up; all is as it was.
        Locked, OSError: see `lock`.
    """
    desks.finish_writing(workspace)
    at = desks.desk(workspace, ask=False)
    if not at.standing.doing or not at.standing.commit:
        raise EntryError(Text("không có gì đang làm dở", "nothing is half done"))
    kept = at.free_name(f"{state.KEPT}{stamp}")
    try:
        with desks.alone(at):
            put_by(at, kept)
            write.go_back(workspace.root, at.standing.doing)
        return WentBack(at.standing.doing, kept, state.standing(workspace.root).branch)
    except GitError as error:
        raise desks.told(error, at) from error


def put_by(at: Desk, branch: str) -> None:
    """Keep every file of the work tree that no commit holds in a branch; no file and no index is touched.

    Raises:
        Refused: see `git_write`.
    """
    work = state.unsaved(at.root, at.standing)
    there = [path for path in work.conflicts if (at.root / path).exists()]
    paths = [one for one in (*work.paths, *work.others, *there) if not one.endswith("/")]
    tree = write.tree_with(at.root, at.workspace.register_folder, at.standing.commit, dict.fromkeys(paths))
    commit = write.commit_tree(at.root, tree, (at.standing.commit,), branch, anyone=True)
    write.make_branch(at.root, branch, commit)
