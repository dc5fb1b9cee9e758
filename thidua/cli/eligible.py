"""`thidua eligible`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.cli.here import fail, workspace
from thidua.cli.language import language, words
from thidua.cli.options import Output, OutputFormat, Root
from thidua.cli.show_text import say

if TYPE_CHECKING:
    from thidua.eligibility.listing import EligibleReport
    from thidua.store.workspace import Workspace


def eligible(
    award: Annotated[
        str, typer.Argument(help=words("mã hoặc tên danh hiệu, hình thức", "id or name of a title or form"))
    ],
    year: Annotated[int, typer.Argument(help=words("năm xét", "the year of the achievement"), min=1945, max=2100)],
    unit: Annotated[
        str | None,
        typer.Option(help=words("chỉ đơn vị này và các đơn vị trực thuộc", "only this unit and those below it")),
    ] = None,
    person: Annotated[
        str | None,
        typer.Option(help=words("chỉ người này: tên hoặc mã", "only this person: a name or an id")),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            metavar="DAY",
            help=words(
                "ngày đề nghị; mặc định là 31/12 của năm xét", "day of the proposal; 31 December of the year by default"
            ),
        ),
    ] = None,
    everybody: Annotated[
        bool, typer.Option("--all", help=words("kể cả những ai thiếu nhiều", "also those who miss it by more"))
    ] = False,
    output: Output = OutputFormat.TERMINAL,
    root: Root = None,
) -> None:
    """Who may be proposed for an award for the achievements of a year, with the evidence and the article."""
    from thidua.render.eligibility import eligible_json, eligible_text

    when = _day(day)
    if when is not None and when.year < year:
        fail(
            words(
                f"ngày đề nghị {day} trước năm xét {year}", f"the day {day} of the proposal is before the year {year}"
            )
        )
    report = _judged(workspace(root), award, year, unit or "", person or "", when)
    if output is OutputFormat.JSON:
        say(eligible_json(report, language()), colour=False)
    else:
        say(eligible_text(report, language(), everybody=everybody))


def _judged(here: Workspace, award: str, year: int, unit: str, person: str, day: date | None) -> EligibleReport:
    from thidua.app.eligible import NobodyFound, NotForThem, UnknownAward
    from thidua.app.eligible import eligible as judged
    from thidua.app.fresh import fresh
    from thidua.model.labels import LABELS

    try:
        return judged(fresh(here).register, award, year, unit=unit, person=person, day=day)
    except UnknownAward as error:
        near = "".join(f"\n  {id_}  {name}" for id_, name in error.near)
        if near:
            fail(words(f"`{award}` có thể là:{near}", f"`{award}` may be:{near}"))
        fail(
            words(
                f"không có danh hiệu, hình thức nào tên `{award}`; tìm bằng `thidua find --kind catalogue`",
                f"no award is called `{award}`; look for it with `thidua find --kind catalogue`",
            )
        )
    except NotForThem as error:
        vi, en = (", ".join(LABELS[kind][place] for kind in error.recipients) for place in (0, 1))
        fail(
            words(
                f"{error.name} chỉ tặng {vi}; lệnh này xét cá nhân và tập thể",
                f"{error.name} is for {en} only; people and collectives are judged here",
            )
        )
    except NobodyFound as error:
        fail(words(f"sổ chưa có ai, đơn vị nào là `{error}`", f"the register has nobody and no unit called `{error}`"))


def _day(typed: str | None) -> date | None:
    """Return a day typed in any of the usual ways."""
    if typed is None:
        return None
    from thidua.vietnamese.dates import NotADay, read_day

    try:
        return read_day(typed)
    except NotADay:
        fail(words(f"`{typed}` không phải ngày; viết như 31/12/2024", f"`{typed}` is no day; write it as 31/12/2024"))


eligible.more = (  # type: ignore[attr-defined]
    (
        "Ba câu trả lời: đủ; chưa đủ theo đường này; cần người xem. Năm không có bản ghi là chưa biết, không phải là không có:\n"
        "chỉ khi đơn vị xác nhận sổ đã đầy đủ (`declarations/`) thì việc không có trong sổ mới là không có.\n"
        "Mỗi câu trả lời kèm bằng chứng (bản ghi, quyết định, năm), điều luật và thời kỳ luật."
    ),
    (
        "Three answers: eligible; not yet by this route; a person has to see. A year without a record is unknown, not empty:\n"
        "only where an office declared its register whole (`declarations/`) does absence count.\n"
        "Each answer comes with its evidence (record, decision, year), the article and the era of the law."
    ),
)
