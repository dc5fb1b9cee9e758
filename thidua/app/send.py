"""Sending a piece of work: checked, in canonical form, saved on a branch of its own, brought to who reviews it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from thidua.app import desk as desks
from thidua.app.clerk_words import nobody
from thidua.app.entry_error import EntryError
from thidua.app.send_away import Delivered, deliver
from thidua.app.send_words import lines, summary
from thidua.app.start import branch_name
from thidua.app.where import changes_of
from thidua.diagnostics import Diagnostic, Severity, Text
from thidua.store import git_commits as history
from thidua.store import git_state as state
from thidua.store import git_write as write
from thidua.store.git import GitError
from thidua.store.revision import NoRevision
from thidua.store.run import Refused, Trouble
from thidua.value_class import dataclass, replace
from thidua.vietnamese.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from thidua.app.desk import Desk
    from thidua.diagnostics import Language
    from thidua.store.git_state import Unsaved
    from thidua.store.workspace import Workspace

Stamp = tuple[int, int] | None
"""Size and time of a file; `None` where it is not there."""

LATE = 120
"""How many seconds a clock may be behind the last commit before it is said."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a clerk asked for.

    Attributes:
        message: what the change is; made from the records where it is empty.
        name: who sends, `email` how they are reached; kept in the repository's settings.
        file: into a file to carry, though there is a server.
        join: what the server's branch has besides is brought in first.
        apart: the work becomes a branch of its own, and that one is sent.
        dry_run: nothing is written or sent.
    """

    language: Language
    today: date
    message: str = ""
    name: str = ""
    email: str = ""
    file: bool = False
    join: bool = False
    apart: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of it.

    Attributes:
        branch: where the work is; `made` if it is new.
        changes: one line for each file that was saved.
        message: of the commit; empty where nothing had to be saved.
        formatted: files brought to the canonical form.
        others: changed files that are not sent.
        errors: what has to be mended first; nothing was saved or sent.
        elsewhere: how many of them stand in files that are not being sent.
        remarks: what the clerk should know besides.
        delivered: where it went; `None` where there was nothing to send, or it stopped before.
        trouble: what stood in the way after it was saved.
    """

    branch: str
    made: bool = False
    changes: tuple[str, ...] = ()
    message: str = ""
    formatted: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    remarks: tuple[Text, ...] = ()
    delivered: Delivered | None = None
    trouble: Text | None = None
    elsewhere: int = 0
    dry_run: bool = False


_NONE = Sent("")


def send(workspace: Workspace, asked: Asked) -> Sent:
    """Check, save and send what changed.

    Raises:
        EntryError: it cannot be done; nothing was saved.
        Locked, OSError, OutsideRepository: see `lock` and `write`.
    """
    if not asked.dry_run:
        desks.finish_writing(workspace)
    at = desks.desk(workspace, ask=False)
    desks.refuse_unready(at)
    try:
        work = state.unsaved(workspace.root, at.standing)
        if not work.paths:
            return _saved_before(at, work, asked)
        seen = {path: _stamp(workspace.root / path) for path in work.paths}
        if errors := _errors(at, asked):
            elsewhere = sum(one.primary.path not in work.paths for one in errors)
            return Sent(at.standing.branch, errors=errors, elsewhere=elsewhere)
        remarks = () if asked.dry_run else _signed_by(at, asked)
        formatted, left = _formatted(workspace, work.paths, asked)
        if formatted and not asked.dry_run:
            seen |= {path: _stamp(workspace.root / path) for path in formatted}
            work = state.unsaved(workspace.root, at.standing)
            if not work.paths:  # only the form was another one
                return replace(_saved_before(at, work, asked), formatted=formatted)
        sent = replace(_NONE, formatted=formatted, others=work.others, remarks=(*left, *remarks), dry_run=asked.dry_run)
        sent = _saved(at, work, asked, sent, seen)
        return _delivered(desks.again(at), asked, sent) if sent.message else _saved_before(at, work, asked)
    except GitError as error:
        raise desks.told(error, at) from error


def _saved_before(at: Desk, work: Unsaved, asked: Asked) -> Sent:
    """Send what was saved earlier and did not get away, or was saved with git itself."""
    known = at.main.reviewed
    head = at.standing.commit
    if not known or history.is_within(at.root, head, known):
        return Sent(at.standing.branch, others=work.others, dry_run=asked.dry_run)
    branch = _branch(at, asked, history.commits(at.root, head, (known,), 1)[0].subject)
    return _delivered(at, asked, Sent(branch, others=work.others, dry_run=asked.dry_run))


def _signed_by(at: Desk, asked: Asked) -> tuple[Text, ...]:
    """Make sure that it is known who saves; return what is to be said of their clock.

    Raises:
        EntryError: it is not known.
    """
    root = at.root
    given = (("--name", "user.name", tidy(asked.name)), ("--email", "user.email", tidy(asked.email)))
    for option, key, value in given:
        if value:
            if set(value) & set("<>"):
                raise EntryError(Text(f"`{value}` không dùng được", f"`{value}` cannot be used"), option)
            write.set_here(root, key, value)
    try:
        _, now = write.identity(root)
    except Refused as error:
        if error.trouble is not Trouble.NOBODY:
            raise
        raise EntryError(nobody(), "--name") from error
    last = history.commits(root, at.standing.commit, (), 1)[0]
    if now + LATE >= last.at:
        return ()
    minutes = (last.at - now) // 60
    return (
        Text(
            f"đồng hồ của máy chậm hơn lần lưu trước {minutes} phút; vẫn lưu, nhưng nên chỉnh lại ngày giờ",
            f"this computer's clock is {minutes} minutes before the last commit; it was saved all the same, but the "
            "clock should be set",
        ),
    )


def _formatted(workspace: Workspace, paths: Iterable[str], asked: Asked) -> tuple[tuple[str, ...], tuple[Text, ...]]:
    """Bring the changed records to the canonical form; return which were not, and why some cannot be."""
    from thidua.app.format_files import format_files

    records = [path for path in paths if path.startswith("records/") and (workspace.root / path).is_file()]
    if not records:
        return (), ()
    found = format_files(workspace, records, only_check=asked.dry_run)
    return tuple(found.changed), tuple(Text(f"{path}: {why.vi}", f"{path}: {why.en}") for path, why in found.left)


def _errors(at: Desk, asked: Asked) -> tuple[Diagnostic, ...]:
    """Return the errors that the work brings, and what it did to decisions that are sealed on the main branch.

    Where the records are not at the top of the repository, nothing is known of before: all errors are returned.
    """
    from thidua.app.check import check

    begun = history.where_parted(at.root, at.standing.commit, at.main.newest) or at.standing.commit
    try:
        found = check(at.workspace, asked.language, asked.today, since=begun, base=begun)
    except NoRevision:
        found = check(at.workspace, asked.language, asked.today)
    return tuple(one for one in found.diagnostics if one.severity is Severity.ERROR and one.counts)


def _saved(at: Desk, work: Unsaved, asked: Asked, sent: Sent, seen: Mapping[str, Stamp]) -> Sent:
    """Save what changed in one commit, on a branch that is never the main one.

    Args:
        seen: size and time of each file as it was checked.
    """
    changes = changes_of(at, work)
    told = summary(changes, asked.language)
    title = tidy(asked.message) or told
    branch = _branch(at, asked, title)
    each = tuple(lines(changes, asked.language))
    message = "\n".join((title, "", *([told, ""] if title != told else []), *(f"- {line}" for line in each))) + "\n"
    made = branch != at.standing.branch
    sent = replace(sent, branch=branch, made=made, changes=each, message=message)
    if asked.dry_run:
        return sent
    with desks.alone(at):
        if not _commit(at, work, branch, message, seen):
            return replace(_NONE, branch=at.standing.branch, others=work.others, remarks=sent.remarks)
        if made and asked.message:
            write.describe(at.root, branch, title)
    return sent


def _commit(at: Desk, work: Unsaved, branch: str, message: str, seen: Mapping[str, Stamp]) -> bool:
    """Save on a branch. Stopped at any moment, it leaves the files as they are, and the branch before or after.

    Returns:
        Whether there was anything to save: a filter of git's may make of a file what was saved before.
    """
    tree = write.tree_with(at.root, at.workspace.register_folder, at.standing.commit, work.paths)
    if any(_stamp(at.root / path) != seen.get(path) for path in work.paths):
        raise EntryError(
            Text("có tệp vừa được sửa trong lúc gửi; chạy lại", "a file was changed while it was sent; run this again")
        )
    if tree == write.tree_of(at.root, at.standing.commit):
        return False
    if branch != at.standing.branch:
        write.make_branch(at.root, branch, at.standing.commit)
        write.stand_on(at.root, branch)
        _named_alike(at, branch)
    commit = write.commit_tree(at.root, tree, (at.standing.commit,), message)
    write.move_branch(at.root, branch, commit, at.standing.commit)
    with suppress(Refused):  # it is saved; an index that could not be written is put right by the next run
        write.settle(at.root, (*work.paths, *work.stale))
    return True


def _stamp(file: Path) -> Stamp:
    try:
        stat = file.lstat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _branch(at: Desk, asked: Asked, title: str) -> str:
    """Return the branch to save on: the one checked out, or a new one where that is the main branch or none."""
    branch = at.standing.branch
    if branch and branch not in at.main:
        return at.free_name(branch) if asked.apart else branch
    return at.free_name(branch_name(title) or f"gui-{asked.today.isoformat()}")


def _named_alike(at: Desk, branch: str) -> None:
    """Have a branch that the work goes on in called as the one that it was in."""
    before = at.standing.branch
    if before and before not in at.main and (name := state.setting(at.root, f"branch.{before}.description").strip()):
        write.describe(at.root, branch, name)


def _delivered(at: Desk, asked: Asked, sent: Sent) -> Sent:
    """Send what is saved, where there is anything to send."""
    if asked.dry_run:
        return sent
    try:
        if sent.branch != at.standing.branch and sent.branch not in at.main:
            with desks.alone(at):
                write.make_branch(at.root, sent.branch, at.standing.commit)
                write.stand_on(at.root, sent.branch)
                _named_alike(at, sent.branch)
            sent = replace(sent, made=True)
            at = desks.again(at)
        delivered = deliver(at, sent.branch, asked)
    except Refused as error:
        return replace(sent, trouble=desks.words_for(error, at, sent.branch))
    return replace(sent, delivered=delivered)
