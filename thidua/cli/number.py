"""`thidua number`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.app.number_decisions import Given, give_numbers
from thidua.cli.carry_out import guarded, manner
from thidua.cli.entry import DRY_RUN
from thidua.cli.here import workspace
from thidua.cli.language import words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.diagnostics import vietnamese_day

if TYPE_CHECKING:
    from thidua.store.numbers import Unnumbered

LISTED = 20
"""How many numbers, or decisions, are told one by one."""


def number(
    year: Annotated[
        int | None,
        typer.Option(
            metavar="YEAR",
            help=words(
                "chỉ quyết định của năm này; mặc định mọi năm", "only decisions of this year; every year by default"
            ),
        ),
    ] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Give register numbers to decisions that have none."""
    here = workspace(root)
    given = guarded(lambda: give_numbers(here, manner(dry_run=dry_run, force=False), year))
    say(_told(given, dry_run=dry_run, in_git=(here.root / ".git").exists()))
    if given.outcome.errors:
        print(given.outcome.shown, file=sys.stderr)
        raise typer.Exit(1)


number.more = (  # type: ignore[attr-defined]
    """
    Số như KT-2026-0153: năm của ngày quyết định, rồi thứ tự theo ngày, số quyết định, mã bản ghi.
    Chỉ chạy trên nhánh chính, sau khi đã gộp và commit; máy nào chạy cũng ra cùng một số. Số ghi trong
    records/numbers/<năm>.yaml, chỉ thêm, không cấp lại. Quyết định chưa rõ số hoặc ngày thì chưa được cấp.
    """,
    """
    A number such as KT-2026-0153: the year of the decision's date, then its place by date, number of the paper and id.
    It runs on the main branch, after merging and committing; every machine gives the same numbers. They stand in
    records/numbers/<year>.yaml, which is only added to; none is given again. A decision without number or date gets none.
    """,
)


def _told(given: Given, *, dry_run: bool, in_git: bool) -> str:
    n = len(given.numbers)
    lines = [f"{one}  {_decision(decision)}" for one, decision in given.numbers[:LISTED]]
    if n > LISTED:
        lines += ["…", f"{given.numbers[-1][0]}  {_decision(given.numbers[-1][1])}"]
    if not n:
        lines.append(words("không có quyết định nào cần cấp số", "no decision needs a number"))
    elif given.outcome.errors:
        lines.append(words("không ghi gì vì có lỗi", "nothing was written because of errors"))
    elif dry_run:
        lines.append(words(f"sẽ cấp {n} số", f"would give {n} number{'s' * (n > 1)}"))
    else:
        paths = ", ".join(one.path for one in given.outcome.planned)
        lines.append(words(f"đã cấp {n} số, ghi vào {paths}", f"gave {n} number{'s' * (n > 1)}, written to {paths}"))
        lines += _to_commit() if in_git else []
    if given.left:
        m = len(given.left)
        lines.append(
            words(
                f"{m} quyết định chưa rõ số hoặc ngày nên chưa cấp:",
                f"{m} decision{'s' * (m > 1)} without number or date, not numbered:",
            )
        )
        lines += [f"  awards/{one.id}" for one in given.left[:LISTED]]
        lines += ["  …"] if m > LISTED else []
    return "".join(f"{line}\n" for line in lines)


def _decision(one: Unnumbered) -> str:
    return f"{one.number} · {words(vietnamese_day(one.date), one.date)} · awards/{one.id}"


def _to_commit() -> list[str]:
    commands = '`git add records/numbers`, `git commit -m "{}"`'
    return [
        words(
            f"lưu ngay vào nhánh chính: {commands.format('Cấp số đăng ký')}",
            f"save it on the main branch at once: {commands.format('Give register numbers')}",
        )
    ]
