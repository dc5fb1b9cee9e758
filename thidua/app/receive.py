"""Taking in a piece of work that came as a file: verified by git, put into a branch of its own, told in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.app import desk as desks
from thidua.app.entry import sole_writer
from thidua.app.entry_error import EntryError
from thidua.app.send_away import changes_between, refuse_unsaved
from thidua.app.send_words import FileChange, lines, summary
from thidua.diagnostics import Text, printable
from thidua.store import git_commits as history
from thidua.store import git_server as server
from thidua.store import git_state as state
from thidua.store import git_write as write
from thidua.store.git import GitError
from thidua.store.run import Refused, Trouble
from thidua.value_class import dataclass, replace

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.app.desk import Desk
    from thidua.diagnostics import Language
    from thidua.store.git_commits import Saved
    from thidua.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Received:
    """What came.

    Attributes:
        branch: where it is now; `source`: as its sender called it.
        known: all of it was here before.
        commits: what it brings, the newest first.
        summary: what it changes, in a line; `changes` in one line for each file.
        strange: changed files that `thidua send` never sends.
        merged: the branch into which it was brought; empty where it was not.
        trouble: why it was not.
    """

    branch: str
    source: str
    known: bool
    commits: tuple[Saved, ...]
    summary: str
    changes: tuple[str, ...]
    strange: tuple[str, ...]
    main: str = ""
    merged: str = ""
    trouble: Text | None = None


def receive(
    workspace: Workspace, file: Path, language: Language, *, merge: bool = False, dry_run: bool = False
) -> Received:
    """Take in a file that `thidua send` wrote.

    Args:
        merge: bring it into the branch that is checked out, if nothing is unsaved and both did not change one thing.

    Raises:
        EntryError: it cannot be taken in; all is as it was.
        Locked, OSError: see `lock`.
    """
    if not file.is_file():
        raise EntryError(Text(f"không có tệp `{file}`", f"there is no file `{file}`"), "FILE")
    if not dry_run:
        desks.finish_writing(workspace)
    at = desks.desk(workspace, ask=False)
    desks.refuse_unready(at)
    commit, source = _head(at, file)
    try:
        if dry_run:
            return replace(_EMPTY, branch=_candidates(at, source)[1], source=source, main=at.main.name)
        branch, known = _taken(at, file, source, commit)
        received = _told(at, replace(_EMPTY, branch=branch, source=source, known=known), commit, language)
    except GitError as error:
        raise _damaged(error, file, at) from error
    return _merged(at, received, commit, language) if merge else received


_EMPTY = Received("", "", False, (), "", (), ())


def _head(at: Desk, file: Path) -> tuple[str, str]:
    """Return the commit and the branch that a file holds: exactly one.

    Raises:
        EntryError: it holds anything else, or cannot be used here.
    """
    try:
        heads = server.bundle_heads(at.root, file)
    except GitError as error:
        raise _damaged(error, file, at) from error
    commit, name = heads[0] if len(heads) == 1 else ("", "")
    source = name.removeprefix(state.HEADS)
    is_plain = name.startswith(state.HEADS) and re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", commit)
    if not is_plain or source in at.main or source == "HEAD" or not state.is_branch_name(at.root, source):
        listed = printable(", ".join(one for _, one in heads[:5])) or "-"
        raise EntryError(
            Text(
                f"tệp không phải do `thidua send` ghi: nó mang {listed}, không phải đúng một phần việc; không nhận gì",
                f"this was not written by `thidua send`: it holds {listed}, not one piece of work; nothing was done",
            ),
            "FILE",
        )
    return commit, source


def _damaged(error: GitError, file: Path, at: Desk) -> EntryError:
    if isinstance(error, Refused) and error.trouble is Trouble.BEHIND:
        return EntryError(
            Text(
                f"`{file.name}` dựa trên những lần lưu mà kho này chưa có; lấy nhánh chính mới nhất về rồi nhận lại, "
                "hoặc nhận các tệp gửi trước nó",
                f"`{file.name}` builds on commits that are not here; bring the newest main branch here first, or the "
                "files that were sent before it",
            ),
            "FILE",
        )
    if isinstance(error, Refused) and error.trouble in (Trouble.OTHER, Trouble.NO_ANSWER):
        said = printable(next(iter(str(error).splitlines()), ""))[:200]
        return EntryError(
            Text(
                f"`{file.name}` không phải tệp gửi, hoặc đã hỏng ({said}); không nhận gì. Xin người gửi chép lại",
                f"`{file.name}` is no file that was sent, or damaged ({said}); nothing was done. Ask for another copy",
            ),
            "FILE",
        )
    return desks.told(error, at)


def _candidates(at: Desk, source: str) -> tuple[list[str], str]:
    """Return the branches into which this piece of work came before, and the name of a new one."""
    wanted = state.TAKEN_IN + source.removeprefix(state.TAKEN_IN)
    ways = "|".join(re.escape(one) for one in (wanted, wanted.replace("/", "-")))
    form = re.compile(rf"{state.HEADS}({ways})(-\d+)?")
    return [name.removeprefix(state.HEADS) for name in sorted(at.references) if form.fullmatch(name)], at.free_name(
        wanted
    )


def _taken(at: Desk, file: Path, source: str, commit: str) -> tuple[str, bool]:
    """Take it into the branch that it carries on, or a new one; return which, and whether that had all of it.

    Raises:
        Refused: see `take_bundle`.
    """
    before, new = _candidates(at, source)
    for name in before:
        if at.here(name) == commit or _is_within(at, commit, at.here(name)):
            return name, True
    with sole_writer(at.workspace):
        for name in before:
            if name != at.standing.branch:
                try:
                    server.take_bundle(at.root, file, source, name)
                except Refused as error:
                    if error.trouble is not Trouble.BEHIND:
                        raise
                else:
                    return name, False
        server.take_bundle(at.root, file, source, new)
    return new, False


def _is_within(at: Desk, commit: str, branch: str) -> bool:
    """Whether a branch went on from a commit, which need not be here."""
    try:
        return history.is_within(at.root, commit, branch)
    except GitError:
        return False


def _told(at: Desk, received: Received, commit: str, language: Language) -> Received:
    parted = history.where_parted(at.root, at.main.newest, commit)
    commits = history.commits(at.root, commit, (at.main.newest,))
    changes: tuple[FileChange, ...] = changes_between(at, parted, commit) if parted else ()
    ours = tuple(one for one in changes if one.path.split("/")[0] in state.TAKEN)
    strange = tuple(one.path for one in changes if one.path.split("/")[0] not in state.TAKEN)
    return replace(
        received,
        commits=commits,
        summary=summary(ours, language),
        changes=tuple(lines(ours, language)),
        strange=strange,
        main=at.main.name,
    )


def _merged(at: Desk, received: Received, commit: str, language: Language) -> Received:
    """Bring what came into the branch that is checked out; where that cannot be, it stays in its own."""
    branch = at.standing.branch
    said = Text(f"Nhận phần việc {received.source}", f"Take in {received.source}").words(language)
    if not branch:
        nowhere = Text(
            "chưa đứng trên nhánh nào; mở nhánh chính trước", "no branch is open; open the main branch first"
        )
        return replace(received, trouble=nowhere)
    try:
        refuse_unsaved(at)
        write.identity(at.root)
        with desks.alone(at):
            write.merge(at.root, commit, "\n\n".join(filter(None, (said, received.summary))))
    except Refused as error:
        return replace(received, trouble=desks.words_for(error, at, received.branch))
    return replace(received, merged=branch)
