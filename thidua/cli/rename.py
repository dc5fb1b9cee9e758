"""`thidua rename`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.cli.carry_out import guarded, manner
from thidua.cli.entry import DRY_RUN
from thidua.cli.here import complain, workspace
from thidua.cli.language import words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.value_class import replace

if TYPE_CHECKING:
    from thidua.app.entry import Outcomes, Planned
    from thidua.app.rename import Renaming


def rename(
    old: Annotated[
        str,
        typer.Argument(
            metavar="RECORD",
            help=words(
                "bản ghi: loại và mã, như organisations/phong-noi-vu, hoặc tệp của nó",
                "the record: its kind and id, such as organisations/phong-noi-vu, or its file",
            ),
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(
            metavar="NEW-ID",
            help=words(
                "mã mới; bản ghi ở thư mục năm thì giữ năm nếu không ghi",
                "the new id; a record in a folder of a year keeps the year where none is given",
            ),
        ),
    ],
    dry_run: Annotated[bool, DRY_RUN] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Give a record another id."""
    from thidua.app.entry import put_all
    from thidua.app.rename import plans, renaming

    here = workspace(root)
    asked = guarded(lambda: renaming(here, old, new))
    how = replace(manner(dry_run=dry_run, force=False), renamed=asked.said_anew)
    outcome = guarded(lambda: put_all(here, lambda state: plans(state, asked), how))
    say(_told(asked, outcome, dry_run=dry_run))
    if outcome.errors and not outcome.written:
        complain(
            words(
                f"không ghi gì: đổi mã làm có {outcome.errors} lỗi mới",
                f"nothing was written: the new id brings {outcome.errors} new errors",
            )
        )
    raise typer.Exit(1 if outcome.errors else 0)


rename.more = (  # type: ignore[attr-defined]
    """
    thidua rename organisations/phong-noi-vu phong-noi-vu-mong-cai
    thidua rename awards/2023/412-qd-ubnd 412-qd-ubnd-mong-cai --dry-run

    Tệp của bản ghi đổi tên; mọi chỗ nhắc đến mã cũ trong kho, kể cả thidua.yaml, đổi theo; các chữ khác giữ nguyên.
    Năm, danh sách năm, khối theo năm của đơn vị (years/2023/…, rosters/2023/…) chuyển theo. Ghi tất cả hoặc không ghi gì.
    """,
    """
    thidua rename organisations/phong-noi-vu phong-noi-vu-mong-cai
    thidua rename awards/2023/412-qd-ubnd 412-qd-ubnd-mong-cai --dry-run

    The record's file gets the new name, and all places that name the old id follow, in thidua.yaml too; every other
    letter stays. Years, rosters and blocs called after it (years/2023/…, rosters/2023/…) move. All of it or nothing.
    """,
)


def _told(asked: Renaming, outcome: Outcomes, *, dry_run: bool) -> str:
    if outcome.errors:
        return outcome.shown
    if outcome.is_idle:
        return words(f"{asked.path}: không có gì thay đổi\n", f"{asked.path}: nothing to change\n")
    lines = []
    for one in sorted(outcome.planned, key=lambda one: (not one.was, one.was or one.path)):
        lines.append(_line(one, dry_run=dry_run))
        lines += [words(said.vi, said.en) for said in one.remarks]
    return "\n".join(lines) + "\n"


def _line(one: Planned, *, dry_run: bool) -> str:
    places = f" ({words(one.holds.vi, one.holds.en)})" if one.holds else ""
    if one.was:
        done = words("sẽ chuyển", "would move") if dry_run else words("đã chuyển", "moved")
        return f"{done} {one.was} → {one.path}{places}"
    done = words("sẽ sửa", "would change") if dry_run else words("đã sửa", "changed")
    return f"{done} {one.path}{places}"
