"""`thidua add-award`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.app.add_award import NewAward, plan
from thidua.app.add_award_typed import AwardTyped, missing, new_award
from thidua.app.entry import Planned
from thidua.app.entry_lookup import Lookup
from thidua.app.entry_year import totals_around
from thidua.app.fresh import Fresh, fresh
from thidua.cli.add import SOURCE
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
from thidua.cli.entry import (
    DRY_RUN,
    FORCE,
    YES,
    Many,
    Once,
    carry_out,
    guarded,
    is_terminal,
    manner,
    refuse_missing,
)
from thidua.cli.here import complain, workspace
from thidua.cli.language import words
from thidua.cli.options import ROOT
from thidua.store.workspace import Workspace


def add_award(
    award: Award = None,
    to: To = None,
    collective: Collective = None,
    enterprise: Enterprise = None,
    household: Household = None,
    people: Annotated[
        Many, typer.Option("--people", metavar="TEXT", help=words("nhân dân và cán bộ của", "people and officials of"))
    ] = None,
    unit: Unit = None,
    position: Position = None,
    class_: Class = None,
    sex: Sex = None,
    achievement: Achievement = None,
    posthumous: Annotated[bool, typer.Option("--posthumous", help=words("truy tặng", "posthumous"))] = False,
    counted_collectives: CountedCollectives = None,
    counted_households: Annotated[
        Once,
        typer.Option(
            "--counted-households", metavar="N", help=words("chỉ biết số hộ", "only the number of households is known")
        ),
    ] = None,
    counted_individuals: CountedIndividuals = None,
    decision: Annotated[
        Once,
        typer.Option(
            "--decision",
            metavar="NUMBER",
            help=words("số quyết định, như 412/QĐ-UBND", "number of the decision, such as 412/QĐ-UBND"),
        ),
    ] = None,
    date: Annotated[
        Once,
        typer.Option(
            "--date",
            metavar="DAY",
            help=words("ngày quyết định, như 06/3/2023", "date of the decision, such as 06/3/2023"),
        ),
    ] = None,
    by: Annotated[
        Once,
        typer.Option(
            "--by", metavar="ID|NAME", help=words('cấp khen thưởng; "" nếu chưa rõ', 'authority; "" if not known')
        ),
    ] = None,
    signer: Annotated[Once, typer.Option("--signer", help=words("người ký", "signer"))] = None,
    signer_position: Annotated[
        Once, typer.Option("--signer-position", help=words("chức vụ người ký", "position of the signer"))
    ] = None,
    period: Annotated[
        Once, typer.Option("--period", help=words("kỳ thành tích, như 2023", "period, such as 2023"))
    ] = None,
    year: Annotated[
        Once,
        typer.Option(
            "--year", help=words("năm, khi không có ngày và kỳ", "year, where there is neither date nor period")
        ),
    ] = None,
    method: Annotated[
        Once, typer.Option("--method", help=words("loại hình, như dot-xuat", "type of commendation, such as dot-xuat"))
    ] = None,
    campaign: Campaign = None,
    bloc: Annotated[Once, typer.Option("--bloc", metavar="ID|NAME", help=words("khối, cụm thi đua", "bloc"))] = None,
    source: Annotated[Once, SOURCE] = None,
    file: Annotated[
        Once,
        typer.Option(
            "--file",
            metavar="PATH",
            help=words(
                "tệp của quyết định, khi không rõ là tệp nào", "the decision's file, where it is not clear which"
            ),
        ),
    ] = None,
    from_: Annotated[
        Once,
        typer.Option(
            "--from",
            metavar="NOMINATION",
            help=words(
                "lấy danh sách được thông qua của một hồ sơ đề nghị: mã, đường dẫn hoặc số tờ trình",
                "take the approved rows of a nomination: its id, path or number",
            ),
        ),
    ] = None,
    dry_run: Annotated[bool, DRY_RUN] = False,
    force: Annotated[bool, FORCE] = False,
    yes: Annotated[bool, YES] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Add awards to a decision."""
    here = workspace(root)
    typed = AwardTyped(
        award=award, decision=decision, date=date, by=by, signer=signer, signer_position=signer_position, method=method,
        period=period, year=year, campaign=campaign, bloc=bloc, source=source, file=_inside(here, file), name=_texts(to),
        collective=_texts(collective), enterprise=_texts(enterprise), household=_texts(household), people=_texts(people),
        unit=_texts(unit), position=_texts(position), class_=_texts(class_), sex=_texts(sex), achievement=_texts(achievement),
        posthumous=posthumous, counted_collectives=counted_collectives, counted_households=counted_households,
        counted_individuals=counted_individuals, nomination=_nomination(here, from_),
    )  # fmt: skip
    gaps, how = missing(typed), manner(dry_run=dry_run, force=force)
    if not gaps:
        carry_out(here, lambda state: _planned(here, state, typed), how, totals_around)
    if yes or not is_terminal():
        refuse_missing(gaps)
    if typed.nomination is not None:
        complete = guarded(lambda: _asked_from(here, typed))
        carry_out(here, lambda state: _planned(here, state, complete), how, totals_around)
    new = guarded(lambda: _asked(here, typed))
    carry_out(here, lambda state: plan(state, new), how, totals_around)


add_award.more = (  # type: ignore[attr-defined]
    """
    Ở màn hình, lệnh hỏi những gì còn thiếu. Trong tập lệnh, ghi đủ --award, --to (hoặc --collective, --household,
    --counted-individuals...), --by và --date (hoặc --period, --year):

      thidua add-award --award giay-khen-cap-huyen --to "Nguyễn Văn A" --unit phong-noi-vu-mong-cai \\
        --decision 412/QĐ-UBND --date 06/3/2023 --by ubnd-mong-cai

    Quyết định đã có tệp thì ghi thêm vào tệp đó, phần còn lại của tệp giữ nguyên. Có lỗi thì không ghi gì, kết thúc với 1.

    Từ một hồ sơ đề nghị đã được thông qua, cả danh sách được chép sang, dòng chưa xét và dòng không thông qua thì không:

      thidua add-award --from 7/TTr-UBND --decision 15/QĐ-UBND --date 26/12/2025
    """,
    """
    At a terminal it asks for what is missing. In scripts give --award, --to (or --collective, --household,
    --counted-individuals...), --by and --date (or --period, --year):

      thidua add-award --award giay-khen-cap-huyen --to "Nguyễn Văn A" --unit phong-noi-vu-mong-cai \\
        --decision 412/QĐ-UBND --date 06/3/2023 --by ubnd-mong-cai

    A decision that has a file is added to, the rest of the file stays. With errors nothing is written and it ends with 1.

    From an approved nomination the whole list is copied, but for rows that are not decided or were rejected:

      thidua add-award --from 7/TTr-UBND --decision 15/QĐ-UBND --date 26/12/2025
    """,
)


def _planned(here: Workspace, state: Fresh, typed: AwardTyped) -> Planned:
    lookup = Lookup(state.register, here.settings.organisation)
    if typed.nomination is None:
        return plan(state, new_award(lookup, typed))
    from thidua.app.add_award_from import from_nomination

    made = from_nomination(state, lookup, typed)
    for line in made.left:
        complain(words(line.vi, line.en))
    return plan(state, made.new)


def _asked_from(here: Workspace, typed: AwardTyped) -> AwardTyped:
    from thidua.app.ask_award_from import ask_award_from
    from thidua.cli.ask import converse

    state = fresh(here)
    try:
        complete = converse(ask_award_from(state, Lookup(state.register, here.settings.organisation), typed))
    finally:
        state.register.close()
    if complete is None:
        raise typer.Abort
    return complete


def _asked(here: Workspace, typed: AwardTyped) -> NewAward:
    from thidua.app.ask_award import ask_award
    from thidua.cli.ask import converse

    state = fresh(here)
    try:
        new = converse(ask_award(state, Lookup(state.register, here.settings.organisation), typed))
    finally:
        state.register.close()
    if new is None:
        raise typer.Abort
    return new


def _texts(many: Many) -> tuple[str, ...]:
    return tuple(many or ())


def _nomination(here: Workspace, asked: str | None) -> str | None:
    """A path from the root where there is such a file, else what was typed: an id or a number."""
    try:
        is_file = asked is not None and Path(asked).is_file()
    except (OSError, ValueError):  # too long for a name, or no name at all
        is_file = False
    return _inside(here, asked) if is_file else asked


def _inside(here: Workspace, file: str | None) -> str | None:
    """A path from the root, or from here where there is such a file."""
    if file is None:
        return None
    below = Path(file).resolve()
    is_here = below.is_file() and below.is_relative_to(here.root)
    return below.relative_to(here.root).as_posix() if is_here else Path(file).as_posix()
