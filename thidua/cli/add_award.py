"""`thidua add-award`."""

from __future__ import annotations

from pathlib import Path

from thidua.app.add_award import plan
from thidua.app.add_award_typed import AwardTyped, missing, new_award
from thidua.app.entry import Planned
from thidua.app.entry_lookup import Lookup
from thidua.app.entry_year import totals_around
from thidua.app.fresh import Fresh
from thidua.cli.award_options import (
    Achievement,
    Award,
    Bloc,
    By,
    Campaign,
    Class,
    Collective,
    CountedCollectives,
    CountedHouseholds,
    CountedIndividuals,
    Day,
    Decision,
    DecisionFile,
    Enterprise,
    FromNomination,
    Household,
    Method,
    People,
    Period,
    Position,
    Posthumous,
    Sex,
    Signer,
    SignerPosition,
    To,
    Unit,
    Year,
)
from thidua.cli.entry import (
    DryRun,
    Force,
    Source,
    Yes,
    asked,
    carry_out,
    is_terminal,
    manner,
    refuse_missing,
    texts,
)
from thidua.cli.here import complain, workspace
from thidua.cli.language import words
from thidua.cli.options import Root
from thidua.store.workspace import Workspace


def add_award(
    award: Award = None,
    to: To = None,
    collective: Collective = None,
    enterprise: Enterprise = None,
    household: Household = None,
    people: People = None,
    unit: Unit = None,
    position: Position = None,
    class_: Class = None,
    sex: Sex = None,
    achievement: Achievement = None,
    posthumous: Posthumous = False,
    counted_collectives: CountedCollectives = None,
    counted_households: CountedHouseholds = None,
    counted_individuals: CountedIndividuals = None,
    decision: Decision = None,
    date: Day = None,
    by: By = None,
    signer: Signer = None,
    signer_position: SignerPosition = None,
    period: Period = None,
    year: Year = None,
    method: Method = None,
    campaign: Campaign = None,
    bloc: Bloc = None,
    source: Source = None,
    file: DecisionFile = None,
    from_: FromNomination = None,
    dry_run: DryRun = False,
    force: Force = False,
    yes: Yes = False,
    root: Root = None,
) -> None:
    """Add awards to a decision."""
    here = workspace(root)
    typed = AwardTyped(
        award=award, decision=decision, date=date, by=by, signer=signer, signer_position=signer_position, method=method,
        period=period, year=year, campaign=campaign, bloc=bloc, source=source, file=_inside(here, file), name=texts(to),
        collective=texts(collective), enterprise=texts(enterprise), household=texts(household), people=texts(people),
        unit=texts(unit), position=texts(position), class_=texts(class_), sex=texts(sex), achievement=texts(achievement),
        posthumous=posthumous, counted_collectives=counted_collectives, counted_households=counted_households,
        counted_individuals=counted_individuals, nomination=_nomination(here, from_),
    )  # fmt: skip
    gaps, how = missing(typed), manner(dry_run=dry_run, force=force)
    if not gaps:
        carry_out(here, lambda state: _planned(here, state, typed), how, totals_around)
    if yes or not is_terminal():
        refuse_missing(gaps)
    if typed.nomination is not None:
        from thidua.app.ask_award_from import ask_award_from

        complete = asked(here, lambda state, lookup: ask_award_from(state, lookup, typed))
        carry_out(here, lambda state: _planned(here, state, complete), how, totals_around)
    from thidua.app.ask_award import ask_award

    new = asked(here, lambda state, lookup: ask_award(state, lookup, typed))
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
