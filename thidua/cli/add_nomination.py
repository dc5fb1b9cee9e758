"""`thidua add-nomination`."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.app.add_award_typed import AwardTyped
from thidua.app.add_nomination import NominationTyped, missing, new_nomination, plan
from thidua.app.entry import Planned
from thidua.app.entry_lookup import Lookup
from thidua.app.fresh import Fresh
from thidua.cli.award_options import (
    Achievement,
    Award,
    Campaign,
    Class,
    Collective,
    CountedCollectives,
    CountedIndividuals,
    Enterprise,
    Household,
    Position,
    Sex,
    To,
    Unit,
)
from thidua.cli.carry_out import asked, carry_out, is_terminal, manner, refuse_missing, texts
from thidua.cli.entry import DryRun, Force, Once, Source, Yes
from thidua.cli.here import workspace
from thidua.cli.language import words
from thidua.cli.options import Root
from thidua.store.workspace import Workspace


def add_nomination(
    number: Annotated[
        Once,
        typer.Option(
            "--number", help=words("số tờ trình, như 7/TTr-UBND", "number of the submission, such as 7/TTr-UBND")
        ),
    ] = None,
    date: Annotated[
        Once, typer.Option("--date", metavar="DAY", help=words("ngày tờ trình", "date of the submission"))
    ] = None,
    received: Annotated[
        Once, typer.Option("--received", metavar="DAY", help=words("ngày nhận hồ sơ", "day the file was received"))
    ] = None,
    by: Annotated[Once, typer.Option("--by", metavar="ID|NAME", help=words("đơn vị đề nghị", "who proposes"))] = None,
    sent_to: Annotated[Once, typer.Option("--sent-to", metavar="ID|NAME", help=words("cấp xét", "who decides"))] = None,
    period: Annotated[
        Once, typer.Option("--period", help=words("kỳ thành tích, như 2025", "period, such as 2025"))
    ] = None,
    method: Annotated[
        Once, typer.Option("--method", help=words("loại hình, như cong-trang", "type, such as cong-trang"))
    ] = None,
    campaign: Campaign = None,
    council: Annotated[Once, typer.Option("--council", help=words("hội đồng", "council"))] = None,
    council_date: Annotated[
        Once, typer.Option("--council-date", metavar="DAY", help=words("ngày họp hội đồng", "day of the council"))
    ] = None,
    notice_from: Annotated[
        Once, typer.Option("--notice-from", metavar="DAY", help=words("công khai từ ngày", "in public from"))
    ] = None,
    notice_to: Annotated[
        Once, typer.Option("--notice-to", metavar="DAY", help=words("công khai hết ngày", "in public to"))
    ] = None,
    notice_where: Annotated[
        Once, typer.Option("--notice-where", help=words("nơi công khai", "where it was made public"))
    ] = None,
    award: Award = None,
    to: To = None,
    collective: Collective = None,
    enterprise: Enterprise = None,
    household: Household = None,
    unit: Unit = None,
    position: Position = None,
    class_: Class = None,
    sex: Sex = None,
    achievement: Achievement = None,
    counted_collectives: CountedCollectives = None,
    counted_individuals: CountedIndividuals = None,
    source: Source = None,
    dry_run: DryRun = False,
    force: Force = False,
    yes: Yes = False,
    root: Root = None,
) -> None:
    """Add rows to a nomination."""
    here = workspace(root)
    rows = AwardTyped(
        award=award, name=texts(to), collective=texts(collective), enterprise=texts(enterprise),
        household=texts(household), unit=texts(unit), position=texts(position), class_=texts(class_), sex=texts(sex),
        achievement=texts(achievement), counted_collectives=counted_collectives, counted_individuals=counted_individuals,
    )  # fmt: skip
    head = {
        "number": number, "date": date, "received": received, "by": by, "sent-to": sent_to, "period": period, "method": method,
        "campaign": campaign, "council": council, "council-date": council_date, "notice-from": notice_from,
        "notice-to": notice_to, "notice-where": notice_where, "source": source,
    }  # fmt: skip
    typed = NominationTyped(head, rows)
    gaps, how = missing(typed), manner(dry_run=dry_run, force=force)
    if not gaps:
        carry_out(here, lambda state: _planned(here, state, typed), how)
    if yes or not is_terminal():
        refuse_missing(gaps)
    from thidua.app.ask_nomination import ask_nomination

    new = asked(here, lambda state, lookup: ask_nomination(state, lookup, typed))
    carry_out(here, lambda state: plan(state, new), how)


add_nomination.more = (  # type: ignore[attr-defined]
    """
    Ở màn hình, lệnh hỏi những gì còn thiếu. Hồ sơ đã có tệp (cùng số, cùng đơn vị, cùng năm) thì ghi thêm dòng vào tệp đó:

      thidua add-nomination --number 7/TTr-VHXH --date 02/12/2025 --by phong-van-hoa --sent-to phuong-vi-du --period 2025 \\
        --award lao-dong-tien-tien --to "Nguyễn Văn A" --to "Trần Thị B" --unit phong-van-hoa

    Sau khi hội đồng họp, ghi kết quả của từng dòng: thidua set TỆP "rows[0].outcome" thong-qua
    """,
    """
    At a terminal it asks for what is missing. A dossier that has a file (same number, body and year) is added to:

      thidua add-nomination --number 7/TTr-VHXH --date 02/12/2025 --by phong-van-hoa --sent-to phuong-vi-du --period 2025 \\
        --award lao-dong-tien-tien --to "Nguyễn Văn A" --to "Trần Thị B" --unit phong-van-hoa

    After the council has met, write the outcome of each row: thidua set FILE "rows[0].outcome" thong-qua
    """,
)


def _planned(here: Workspace, state: Fresh, typed: NominationTyped) -> Planned:
    return plan(state, new_nomination(Lookup(state.register, here.settings.organisation), typed))
