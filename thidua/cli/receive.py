"""`thidua receive`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from thidua.app.receive import Received, receive
from thidua.cli.clerk_run import carried_through
from thidua.cli.clerk_text import listed, several
from thidua.cli.entry import DRY_RUN
from thidua.cli.here import complain, workspace
from thidua.cli.language import language, words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.diagnostics import day_words, printable


def receive_work(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help=words("tệp mà `thidua send` đã ghi", "a file that `thidua send` wrote")),
    ],
    merge: Annotated[
        bool,
        typer.Option(
            "--merge",
            help=words(
                "nhận luôn vào nhánh đang mở, kể cả nhánh chính",
                "take it into the branch that is open, the main one too",
            ),
        ),
    ] = False,
    dry_run: Annotated[bool, DRY_RUN] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Take in a piece of work that came as a file."""
    here = workspace(root)
    found = carried_through(lambda: receive(here, file, language(), merge=merge, dry_run=dry_run))
    say("".join(f"{line}\n" for line in _told(found, dry_run=dry_run)))
    if found.trouble:
        complain(
            words(
                f"đã nhận vào nhánh {found.branch}, nhưng chưa ghép: {found.trouble.vi}",
                f"taken into the branch {found.branch}, but not merged: {found.trouble.en}",
            )
        )
        raise typer.Exit(2)


receive_work.more = (  # type: ignore[attr-defined]
    """
      thidua receive E:\\khoi-noi-chinh-quy-4.thidua-bundle

    Kiểm tra tệp, đưa vào nhánh nhan/…, nói có gì trong đó. Không đổi tệp nào và không ghép gì, trừ khi có --merge:
    ghép vào nhánh đang mở, là việc của người giữ nhánh chính. Hai bên sửa cùng một chỗ thì không ghép, mọi thứ như cũ.
    """,
    """
      thidua receive E:\\khoi-noi-chinh-quy-4.thidua-bundle

    Verifies the file, takes it into a branch nhan/…, says what it holds. No file changes and nothing is merged, but with
    --merge: into the branch that is open, which is for who keeps the main branch. Where both changed one thing, nothing
    is merged and all is as before.
    """,
)


def _told(found: Received, *, dry_run: bool) -> list[str]:
    if dry_run:
        return [
            words(
                f"sẽ nhận “{found.source}” vào nhánh {found.branch}",
                f"would take “{found.source}” into the branch {found.branch}",
            )
        ]
    lines = [
        words(
            f"nhánh {found.branch} đã có đủ phần này từ trước", f"the branch {found.branch} has had all of this before"
        )
        if found.known
        else words(
            f"đã nhận “{found.source}” vào nhánh {found.branch}",
            f"took “{found.source}” into the branch {found.branch}",
        )
    ]
    n = len(found.commits)
    authors = ", ".join(dict.fromkeys(printable(one.author) for one in found.commits))
    if found.commits:
        lines.append(words(f"{n} lần lưu của {authors}:", f"{several(n, 'commit')} by {authors}:"))
        lines += listed((f"{_day(one.at)} {one.subject}" for one in found.commits), 10)
    if found.summary:
        lines.append(words(f"thay đổi: {found.summary}", f"what it changes: {found.summary}"))
        lines += listed(found.changes)
    if found.strange:
        lines.append(
            words(
                "CHÚ Ý: có tệp không phải bản ghi, xem kỹ trước khi nhận:",
                "LOOK: files that are no records, see them before merging:",
            )
        )
        lines += listed(found.strange)
    return [*lines, *_next(found)]


def _next(found: Received) -> list[str]:
    if found.merged:
        return [
            words(
                f"đã ghép vào nhánh {found.merged}; kiểm tra bằng `thidua validate`",
                f"merged into the branch {found.merged}; check it by `thidua validate`",
            )
        ]
    if not found.trouble:
        return [
            words(
                f"chưa ghép gì; xem bằng lời: `thidua review {found.main}..{found.branch}`; đồng ý thì `thidua start --again {found.main}` rồi chạy lại với --merge",
                f"nothing is merged; to see it in words: `thidua review {found.main}..{found.branch}`; to accept, `thidua start --again {found.main}` and run this with --merge",
            )
        ]
    return []


def _day(at: int) -> str:
    return day_words(datetime.fromtimestamp(at).date(), language())
