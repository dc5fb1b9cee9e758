"""`thidua where`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.app.clerk_words import half_done, nothing_saved_yet
from thidua.app.entry_error import EntryError
from thidua.app.where import Piece, Where, where
from thidua.cli.clerk_text import listed, offline, others, several
from thidua.cli.here import complain, refuse, workspace
from thidua.cli.language import language, words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.diagnostics import printable


def where_it_stands(
    ask: Annotated[
        bool,
        typer.Option(
            "--ask/--offline",
            help=words("hỏi máy chủ có gì mới, hoặc không hỏi", "ask the server what is new, or do not"),
        ),
    ] = True,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Say where the work stands."""
    here = workspace(root)
    try:
        found = where(here, language(), ask=ask)
    except EntryError as error:
        refuse(error)
    if found.offline:
        complain(offline(found.offline))
    say("".join(f"{line}\n" for line in _told(found)))


where_it_stands.more = (  # type: ignore[attr-defined]
    """
    Đang làm phần việc nào, bản ghi nào chưa gửi, phần nào đã gửi và chờ duyệt, nhánh chính có gì mới. Không sửa gì.
    """,
    """
    Which piece of work this is, which records are not sent, what is sent and waits, whether the main branch moved on.
    Changes nothing.
    """,
)


def _told(found: Where) -> list[str]:
    lines = [*_head(found), *_unsaved(found)]
    if found.piece:
        lines += _piece(found.piece)
    if found.moved:
        n = len(found.moved)
        lines.append(
            words(
                f"nhánh chính `{found.main}` có {n} lần lưu mới:",
                f"the main branch `{found.main}` has moved on by {several(n, 'commit')}:",
            )
        )
        lines += listed((one.subject for one in found.moved), 5)
        lines.append(
            words(
                "  (vẫn gửi được; cần dùng các bản ghi ấy thì gửi xong hãy bắt đầu phần việc mới)",
                "  (this can still be sent; to work with those records, send it and begin a new piece of work)",
            )
        )
    if found.ahead:
        n = len(found.ahead)
        lines.append(
            words(
                f"nhánh chính `{found.main}` ở máy này có {n} lần lưu mà máy chủ chưa có; "
                f"người giữ nhánh chính đưa lên bằng `git push {found.server} {found.main}`:",
                f"the main branch `{found.main}` has {several(n, 'commit')} here that the server has not; "
                f"who keeps it sends them by `git push {found.server} {found.main}`:",
            )
        )
        lines += listed((one.subject for one in found.ahead), 5)
    if found.pieces:
        lines.append(words("phần việc khác:", "other pieces of work:"))
        lines += listed(_in_short(one) for one in found.pieces)
    return [*lines, *_next(found)]


def _head(found: Where) -> list[str]:
    if found.piece:
        name, branch = printable(found.piece.name), found.branch
        if name == branch:
            return [words(f"phần việc: {branch}", f"piece of work: {branch}")]
        return [words(f"phần việc: “{name}” (nhánh {branch})", f"piece of work: “{name}” (branch {branch})")]
    if not found.branch:
        return [words("không ở phần việc nào (HEAD tách rời)", "on no piece of work (detached HEAD)")]
    return [words(f"đang ở nhánh chính `{found.branch}`", f"on the main branch `{found.branch}`")]


def _unsaved(found: Where) -> list[str]:
    lines = []
    if found.doing:
        said = half_done(found.doing)
        lines.append(words(said.vi, said.en))
    if found.conflicts:
        lines.append(words("tệp còn hai bản chưa ghép:", "files of which there are two versions:"))
        lines += listed(found.conflicts)
    if found.busy:
        lines.append(words("chương trình khác đang ghi vào kho này", "another program is writing into the repository"))
    n = len(found.unsaved)
    lines.append(
        words(f"chưa gửi: {n} tệp", f"not sent: {several(n, 'file')}")
        if n
        else words("không có tệp nào chưa gửi", "no file is unsent")
    )
    return [*lines, *listed(found.unsaved), *others(found.others)]


def _piece(piece: Piece) -> list[str]:
    lines = []
    if piece.unsent:
        n = len(piece.unsent)
        lines.append(words(f"đã lưu ở máy này, chưa gửi: {n} lần lưu", f"saved here, not sent: {several(n, 'commit')}"))
        lines += listed((one.subject for one in piece.unsent), 5)
    if piece.waiting and not piece.done:
        n = len(piece.waiting)
        lines.append(words(f"đã gửi, chờ duyệt: {n} lần lưu", f"sent, waiting for review: {several(n, 'commit')}"))
        lines += listed((one.subject for one in piece.waiting), 5)
    if piece.theirs:
        names = ", ".join(dict.fromkeys(one.author for one in piece.theirs))
        n = len(piece.theirs)
        lines.append(
            words(
                f"{printable(names)} đã gửi thêm {n} lần lưu vào nhánh này",
                f"{printable(names)} sent {several(n, 'commit')} to this branch",
            )
        )
    if piece.done:
        lines.append(words("phần việc này đã vào nhánh chính", "this piece of work is in the main branch"))
    return lines


def _in_short(piece: Piece) -> str:
    state = [
        words(f"{len(piece.unsent)} lần lưu chưa gửi", f"{several(len(piece.unsent), 'commit')} not sent")
        if piece.unsent
        else "",
        words("đã gửi, chờ duyệt", "sent, waiting") if piece.waiting else "",
    ]
    return f"{piece.name}: {', '.join(filter(None, state)) or words('chưa có gì', 'nothing yet')}"


def _next(found: Where) -> list[str]:
    if found.doing or found.busy:
        return []
    if found.unborn:
        said = nothing_saved_yet(found.main)
        return [words(said.vi, said.en)]
    if found.unsaved or (found.piece and found.piece.unsent):
        return [words("việc tiếp theo: `thidua send`", "next: `thidua send`")]
    if found.on_main or not found.branch or (found.piece and found.piece.done):
        return [words('việc tiếp theo: `thidua start "tên phần việc"`', 'next: `thidua start "name of the work"`')]
    return []
