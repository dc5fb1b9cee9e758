"""`thidua add-award`."""

from __future__ import annotations

from typing import NoReturn

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
from thidua.cli.entry import DryRun, Force, Source, Yes
from thidua.cli.options import Root
from thidua.cli.write_award import write_award


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
) -> NoReturn:
    """Add awards to a decision."""
    write_award(
        award, to, collective, enterprise, household, people, unit, position, class_, sex, achievement, posthumous,
        counted_collectives, counted_households, counted_individuals, decision, date, by, signer, signer_position, period,
        year, method, campaign, bloc, source, file, from_, dry_run, force, yes, root,
    )  # fmt: skip


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
