"""`thidua correct` and `thidua revoke`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from thidua.app.change_paper import (
    ChangeTyped,
    missing_of_correction,
    missing_of_revocation,
    plan_correction,
    plan_revocation,
)
from thidua.app.entry_lookup import Lookup
from thidua.app.fresh import Fresh, fresh
from thidua.cli.carry_out import carry_out, guarded, is_terminal, manner, refuse_missing
from thidua.cli.entry import DRY_RUN, FORCE, YES, Many, Once
from thidua.cli.here import workspace
from thidua.cli.language import words
from thidua.cli.options import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua.app.ask import Conversation
    from thidua.app.entry import Manner, Planned
    from thidua.store.workspace import Workspace

    Planning = Callable[[Fresh, Lookup, ChangeTyped], Planned]
    Asking = Callable[[Fresh, Lookup, ChangeTyped], Conversation[ChangeTyped | None]]

DECISION = typer.Argument(
    metavar="DECISION", help=words("quyết định: mã, đường dẫn hoặc số", "the decision: its id, path or number")
)
AWARD = typer.Option("--award", metavar="ID|NAME", help=words("danh hiệu, hình thức của dòng", "award of the row"))
UNIT = typer.Option("--unit", metavar="ID|NAME", help=words("đơn vị của dòng", "unit of the row"))
NUMBER = typer.Option("--number", help=words("số văn bản", "number of the paper"))
DATE = typer.Option("--date", metavar="DAY", help=words("ngày văn bản", "date of the paper"))
BY = typer.Option("--by", metavar="ID|NAME", help=words("cơ quan ban hành", "who issued it"))
SOURCE = typer.Option(
    "--source", help=words("đọc ở đâu, khi không rõ số, ngày", "where it was read, where number or date is not known")
)


def correct(
    decision: Annotated[str, DECISION],
    row: Annotated[
        Once,
        typer.Option(
            "--row",
            metavar="NAME",
            help=words(
                "dòng của ai; bỏ khi đính chính chính quyết định", "whose row; left out for the decision itself"
            ),
        ),
    ] = None,
    award: Annotated[Once, AWARD] = None,
    unit: Annotated[Once, UNIT] = None,
    field: Annotated[
        Once,
        typer.Option(
            "--field",
            help=words(
                "nội dung, như name, unit, award, decision.date", "field, such as name, unit, award, decision.date"
            ),
        ),
    ] = None,
    value: Annotated[Once, typer.Option("--value", help=words("giá trị đúng", "right value"))] = None,
    number: Annotated[Once, NUMBER] = None,
    date: Annotated[Once, DATE] = None,
    by: Annotated[Once, BY] = None,
    source: Annotated[Once, SOURCE] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    force: Annotated[bool, FORCE] = False,
    yes: Annotated[bool, YES] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Record a paper that corrects a decision."""
    typed = ChangeTyped(
        decision, (row,) if row else (), award=award, unit=unit, field=field, value=value, number=number, date=date, by=by,
        source=source,
    )  # fmt: skip
    how = manner(dry_run=dry_run, force=force)
    gaps = missing_of_correction(typed)
    if gaps:
        from thidua.app.ask_change import ask_correction

        typed = _asked(workspace(root), ask_correction, typed, gaps, yes=yes)
    _carried_out(workspace(root), plan_correction, typed, how)


correct.more = (  # type: ignore[attr-defined]
    """
    Tệp quyết định giữ nguyên như đã ký; bản ghi đính chính nói điều đúng và theo văn bản nào, báo cáo in giá trị đúng. Ở màn
    hình, lệnh hỏi những gì còn thiếu. Văn bản đã có tệp thì ghi thêm vào tệp đó.

      thidua correct 412/QĐ-UBND --row "Nguyễn Thị Ví Dụ" --field name --value "Nguyễn Thị Vi Dụ" \\
        --number 450/ĐC-UBND --date 20/3/2023
      thidua correct 412/QĐ-UBND --field decision.date --value 07/3/2023 --source "Sổ văn bản đi"
    """,
    """
    The decision's file stays as it was signed; the correction says what is right and by which paper, and reports print the right
    value. At a terminal it asks for what is missing. A paper that has a file is added to.

      thidua correct 412/QĐ-UBND --row "Nguyễn Thị Ví Dụ" --field name --value "Nguyễn Thị Vi Dụ" \\
        --number 450/ĐC-UBND --date 20/3/2023
      thidua correct 412/QĐ-UBND --field decision.date --value 07/3/2023 --source "Register of papers sent"
    """,
)


def revoke(
    decision: Annotated[str, DECISION],
    row: Annotated[
        Many,
        typer.Option(
            "--row", metavar="NAME", help=words("dòng của ai; ghi được nhiều lần", "whose row; several times")
        ),
    ] = None,
    award: Annotated[Once, AWARD] = None,
    unit: Annotated[Once, UNIT] = None,
    ground: Annotated[Once, typer.Option("--ground", help=words("lý do", "ground"))] = None,
    number: Annotated[Once, NUMBER] = None,
    date: Annotated[Once, DATE] = None,
    by: Annotated[Once, BY] = None,
    source: Annotated[Once, SOURCE] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    force: Annotated[bool, FORCE] = False,
    yes: Annotated[bool, YES] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Record a decision that withdraws awards."""
    typed = ChangeTyped(
        decision,
        tuple(row or ()),
        award=award,
        unit=unit,
        ground=ground,
        number=number,
        date=date,
        by=by,
        source=source,
    )
    how = manner(dry_run=dry_run, force=force)
    gaps = missing_of_revocation(typed)
    if gaps:
        from thidua.app.ask_change import ask_revocation

        typed = _asked(workspace(root), ask_revocation, typed, gaps, yes=yes)
    _carried_out(workspace(root), plan_revocation, typed, how)


revoke.more = (  # type: ignore[attr-defined]
    """
    Dòng bị thu hồi không còn được đếm; tệp quyết định giữ nguyên. Ở màn hình, lệnh hỏi những gì còn thiếu.

      thidua revoke 412/QĐ-UBND --row "Nguyễn Thị Ví Dụ" --number 600/QĐ-UBND --date 01/8/2023 \\
        --ground "Kê khai thành tích không đúng"
    """,
    """
    Withdrawn rows count no more; the decision's file stays as it is. At a terminal it asks for what is missing.

      thidua revoke 412/QĐ-UBND --row "Nguyễn Thị Ví Dụ" --number 600/QĐ-UBND --date 01/8/2023 \\
        --ground "Untrue statement of achievements"
    """,
)


def _carried_out(here: Workspace, planned: Planning, typed: ChangeTyped, how: Manner) -> NoReturn:
    carry_out(here, lambda state: planned(state, Lookup(state.register, here.settings.organisation), typed), how)


def _asked(here: Workspace, asking: Asking, typed: ChangeTyped, gaps: list[str], *, yes: bool) -> ChangeTyped:
    if yes or not is_terminal():
        refuse_missing(gaps)
    from thidua.cli.ask import converse

    def asked() -> ChangeTyped | None:
        state = fresh(here)
        try:
            return converse(asking(state, Lookup(state.register, here.settings.organisation), typed))
        finally:
            state.register.close()

    complete = guarded(asked)
    if complete is None:
        raise typer.Abort
    return complete
