"""Bringing a saved branch to who reviews it: to a server and its pull request, or into a file to carry."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from thidua.app import desk as desks
from thidua.app.pull_request import Request, open_request, web_address
from thidua.app.send_words import FileChange, lines, summary
from thidua.diagnostics import Language, Text, printable
from thidua.store import git_commits as history
from thidua.store import git_server as server
from thidua.store import git_state as state
from thidua.store import git_write as write
from thidua.store.run import Refused, Trouble
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from thidua.app.desk import Desk
    from thidua.app.send import Asked
    from thidua.store.git_state import Unsaved

OUT = "out"
ENDING = ".thidua-bundle"
LISTED = 200
"""How many lines a request names; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """Where a piece of work went.

    Attributes:
        commits: how many commits of it the main branch does not have.
        file: the bundle that was written, from the root; empty where it went to a server.
        remote: the server's name.
        already: the server has had all of it before.
        joined: how many commits of others were brought in.
        request: the pull request: opened, or its address and text.
    """

    commits: int
    file: str = ""
    remote: str = ""
    already: bool = False
    joined: int = 0
    request: Request | None = None


def deliver(at: Desk, branch: str, asked: Asked) -> Delivered:
    """Send a branch to the server, or write it into a file where there is none, or one is asked for.

    Raises:
        Refused: what stood in the way; the branch holds everything.
        OSError: the file cannot be written.
    """
    if asked.file or not at.remote:
        return _carried(at, branch)
    joined = _joined(at, branch, asked.language) if asked.join else 0
    head = state.references(at.root)[state.HEADS + branch]
    already = at.on_server(branch) == head
    if not already:
        server.push(at.root, at.remote, branch)
    with suppress(Refused):  # it is sent, and will be again
        write.remember_sent(at.root, branch, head)
    commits = history.commits(at.root, head, (at.main.newest,))
    wanted = _request(at, branch, head, asked.language)
    request = open_request(at.root, at.address, wanted)
    return Delivered(len(commits), remote=at.remote, already=already, joined=joined, request=request)


def _joined(at: Desk, branch: str, language: Language) -> int:
    """Bring in what others have sent to the branch; where that leaves a conflict, all is as before.

    Raises:
        Refused: see `merge`; `OVERWRITTEN` where something is not saved, which going back could lose.
    """
    server.fetch(at.root, at.remote)
    theirs = state.references(at.root).get(server.remote_name(at.remote, branch), "")
    ours = at.here(branch)
    if not theirs or history.is_within(at.root, theirs, ours):
        return 0
    refuse_unsaved(at)
    brought = history.commits(at.root, theirs, (ours,))
    message = Text(f"Ghép phần của người khác ở nhánh {branch}", f"Bring in what others sent to {branch}")
    with desks.alone(at):
        write.merge(at.root, theirs, message.words(language))
    return len(brought)


def refuse_unsaved(at: Desk) -> Unsaved:
    """Refuse to bring anything in while a file that git knows holds what no commit does.

    Raises:
        Refused: there is one.
    """
    work = state.unsaved(at.root, state.standing(at.root))
    if work.tracked:
        listed = ", ".join((*work.paths, *work.others)[:3])
        raise Refused(Trouble.OVERWRITTEN, f"chưa lưu, not saved: {listed}")
    write.settle(at.root, work.stale)
    return work


def _carried(at: Desk, branch: str) -> Delivered:
    """Write the branch into a file, without what the main branch has."""
    head = at.here(branch)
    known = at.main.reviewed
    path = f"{OUT}/{branch.replace('/', '-')}{ENDING}"
    commits = history.commits(at.root, head, (known,))
    if not commits:
        return Delivered(0)
    folder = at.workspace.register_folder
    folder.mkdir(parents=True, exist_ok=True)
    from thidua.store.writer import write as put

    with TemporaryDirectory(prefix="bundle-", dir=folder) as place:
        file = Path(place, "bundle")
        server.write_bundle(at.root, file, branch, (known,))
        put(at.root, path, file.read_bytes())
    with suppress(Refused):  # it is sent, and will be again
        write.remember_sent(at.root, branch, head)
    return Delivered(len(commits), file=path)


def changes_between(at: Desk, old: str, new: str) -> tuple[FileChange, ...]:
    """Return the files that differ between two commits, with what they hold.

    Raises:
        GitError: see `git`.
    """
    found = history.differences(at.root, old, new)
    held = history.blobs(at.root, [id_ for _, before, after in found for id_ in (before, after)])
    return tuple(
        FileChange(path, held.get(before, b"") if before else None, held.get(after, b"") if after else None)
        for path, before, after in found
    )


def _request(at: Desk, branch: str, head: str, language: Language) -> Request:
    parted = history.where_parted(at.root, at.main.newest, head)
    changes = changes_between(at, parted, head) if parted else ()
    told = summary(changes, language)
    title = state.setting(at.root, f"branch.{branch}.description").strip() or told or branch
    each = [f"- `{line.replace('`', chr(39))}`" for line in lines(changes[:LISTED], language)]
    if len(changes) > LISTED:
        more = Text("… và {n:count} tệp nữa", "… and {n:count} more files")
        each.append(f"- {more.words(language, {'n': len(changes) - LISTED})}")
    body = "\n".join((f"`{told.replace('`', chr(39))}`", "", *each)) + "\n"
    return Request(printable(title), body, branch, at.main.name, web_address(at.address, branch, at.main.name))
