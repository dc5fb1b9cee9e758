"""`thidua import-awards`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from thidua.cli.award_options import Bloc, Campaign, Day, DecisionFile, Method, Period, Signer, SignerPosition
from thidua.cli.carry_out import guarded, is_terminal, manner
from thidua.cli.entry import DRY_RUN, FORCE, SOURCE, Many, Once
from thidua.cli.here import complain, fail, workspace
from thidua.cli.language import words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.store.workspace import Workspace

if TYPE_CHECKING:
    from thidua.app.entry import Planned
    from thidua.app.fresh import Fresh
    from thidua.app.import_awards import Asked, Opened
    from thidua.app.import_result import ImportPlan


class ImportFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def import_awards(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help=words("tệp .xlsx, .xls, .ods hoặc .csv", "an .xlsx, .xls, .ods or .csv file")
        ),
    ],
    decision: Annotated[
        Once,
        typer.Option(
            "--decision",
            metavar="NUMBER",
            help=words("số quyết định, cho dòng không ghi", "number of the decision, for rows without one"),
        ),
    ] = None,
    date: Day = None,
    authority: Annotated[
        Once,
        typer.Option(
            "--authority",
            "--by",
            metavar="ID|NAME",
            help=words('cấp khen thưởng; "" nếu chưa rõ', 'authority; "" if not known'),
        ),
    ] = None,
    award: Annotated[
        Once,
        typer.Option("--award", help=words("danh hiệu, hình thức, cho dòng không ghi", "award, for rows without one")),
    ] = None,
    method: Method = None,
    period: Period = None,
    year: Annotated[
        Once,
        typer.Option(
            "--year",
            help=words(
                "năm, cho ngày không ghi năm và khi không có ngày, kỳ",
                "year, for days without one, and where there is neither date nor period",
            ),
        ),
    ] = None,
    signer: Signer = None,
    signer_position: SignerPosition = None,
    campaign: Campaign = None,
    bloc: Bloc = None,
    source: Annotated[Once, SOURCE] = None,
    into: DecisionFile = None,
    sheet: Annotated[
        Once,
        typer.Option(
            "--sheet", metavar="NAME", help=words("trang tính: tên hoặc số thứ tự", "sheet: its name or number")
        ),
    ] = None,
    header_row: Annotated[
        list[int] | None,
        typer.Option(
            "--header-row",
            metavar="N",
            help=words("dòng tiêu đề của bảng; ghi được nhiều lần", "row of the table's header; may be repeated"),
        ),
    ] = None,
    all_tables: Annotated[
        bool, typer.Option("--all-tables", help=words("đọc mọi bảng của tệp", "read every table of the file"))
    ] = False,
    map_: Annotated[
        Many,
        typer.Option(
            "--map",
            metavar=words("CỘT=TRƯỜNG", "COLUMN=FIELD"),
            help=words(
                'cột là trường nào, như "Tên=name" hoặc "D=skip"',
                'which field a column is, such as "Tên=name" or "D=skip"',
            ),
        ),
    ] = None,
    save_mapping: Annotated[
        bool,
        typer.Option(
            "--save-mapping",
            help=words(
                "giữ cách hiểu các cột trong thư mục import", "keep what the columns are in the folder `import`"
            ),
        ),
    ] = False,
    fill_down: Annotated[
        bool,
        typer.Option(
            "--fill-down",
            help=words(
                "ô trống của số, ngày, danh hiệu lấy theo dòng trên",
                "an empty number, date or award is as in the row above",
            ),
        ),
    ] = False,
    encoding: Annotated[
        Once,
        typer.Option(
            "--encoding",
            help=words("mã chữ của tệp .csv, như windows-1258", "encoding of a .csv file, such as windows-1258"),
        ),
    ] = None,
    update: Annotated[
        bool,
        typer.Option(
            "--update",
            help=words("dòng khác với bản ghi: sửa bản ghi theo tệp", "rows that differ: change the records"),
        ),
    ] = False,
    keep: Annotated[
        bool,
        typer.Option("--keep", help=words("dòng khác với bản ghi: giữ bản ghi", "rows that differ: leave the records")),
    ] = False,
    every: Annotated[
        bool, typer.Option("--all", help=words("in mọi dòng, không rút gọn", "print every line, nothing shortened"))
    ] = False,
    form: Annotated[ImportFormat, typer.Option("--format", help=words("cách in", "how to print"))] = ImportFormat.TEXT,
    dry_run: Annotated[bool, DRY_RUN] = False,
    force: Annotated[bool, FORCE] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=words("không hỏi gì", "ask nothing"))] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Import a list of awards from Excel."""
    from thidua.app.add_award_typed import AwardTyped
    from thidua.app.collector import no_collector
    from thidua.app.import_awards import Asked, open_file
    from thidua.app.import_read import Chosen

    here = workspace(root)
    if update and keep:
        fail(words("chọn một: `--update` hoặc `--keep`", "choose one: `--update` or `--keep`"))
    chosen = Chosen(sheet or "", tuple(header_row or ()), all_tables, encoding or "", tuple(map_ or ()), fill_down)
    typed = AwardTyped(
        award=award, decision=decision, date=date, by=authority, signer=signer, signer_position=signer_position,
        method=method, period=period, year=year, campaign=campaign, bloc=bloc, source=source, file=into,
    )  # fmt: skip
    asked = Asked(file, chosen, typed, update, keep)
    with no_collector():
        opened = guarded(lambda: open_file(here, asked))
        _import(here, asked, opened, _Manner(form, every, save_mapping, dry_run, force, yes))


import_awards.more = (  # type: ignore[attr-defined]
    """
    thidua import-awards danh-sach.xlsx --dry-run          xem chương trình hiểu tệp thế nào, không ghi gì
    thidua import-awards danh-sach.xlsx --decision 15/QĐ-UBND --date 20/10/2025 --authority ubnd-mong-cai

    Tiêu đề ở dòng nào cũng được. Mỗi dòng là: mới, đã có, khác với bản ghi, chưa rõ là ai, hoặc sai (kèm địa chỉ ô).
    Còn một dòng sai hay chưa rõ thì không ghi gì, kết thúc với 1. Chạy lại thì không có gì thay đổi.
    """,
    """
    thidua import-awards danh-sach.xlsx --dry-run          see how the file is understood, write nothing
    thidua import-awards danh-sach.xlsx --decision 15/QĐ-UBND --date 20/10/2025 --authority ubnd-mong-cai

    The header may stand in any row. Each row is: new, there already, different, ambiguous, or wrong (with its cell).
    While one row is wrong or ambiguous nothing is written and it ends with 1. A second run changes nothing.
    """,
)


class _Manner:
    """How to show and write."""

    def __init__(
        self, form: ImportFormat, every: bool, save_mapping: bool, dry_run: bool, force: bool, yes: bool
    ) -> None:
        self.is_json = form is ImportFormat.JSON
        self.every = every
        self.save_mapping = save_mapping
        self.dry_run = dry_run
        self.force = force
        self.is_asking = not (yes or dry_run or self.is_json) and is_terminal()


def _import(here: Workspace, asked: Asked, opened: Opened, how: _Manner) -> NoReturn:
    from thidua.app.entry import put_all
    from thidua.app.entry_year import totals_around
    from thidua.app.import_awards import import_plan
    from thidua.cli import import_awards_text as text
    from thidua.render.progress import progress

    made: list[ImportPlan] = []

    def plans(state: Fresh) -> tuple[Planned, ...]:
        with progress(words("đọc các dòng", "reading rows"), opened.rows) as seen:
            made[:] = [import_plan(state, asked, opened, seen)]
        return made[0].planned

    if how.is_asking:
        _confirm(here, asked, opened, how)
    outcome = guarded(lambda: put_all(here, plans, manner(dry_run=how.dry_run, force=how.force), totals_around))
    if how.save_mapping and not how.dry_run:
        _keep_mapping(here, opened)
    stopped = text.stopped(made[0], asked)
    if how.is_json:
        from thidua.cli.import_awards_json import as_json

        say(as_json(made[0], outcome, stopped), colour=False)
    else:
        say(text.understood(made[0], opened, every=how.every) if not how.is_asking else "")
        say(text.told(made[0], outcome, stopped, dry_run=how.dry_run))
    if outcome.errors and not outcome.written:
        complain(text.refused(outcome.errors, how.dry_run))
    raise typer.Exit(1 if stopped or outcome.errors else 0)


def _confirm(here: Workspace, asked: Asked, opened: Opened, how: _Manner) -> None:
    """Show what was understood and ask before anything is written."""
    from thidua.app.fresh import fresh
    from thidua.app.import_awards import confirm_import, import_plan
    from thidua.cli import import_awards_text as text

    state = guarded(lambda: fresh(here))
    try:
        made = guarded(lambda: import_plan(state, asked, opened, lambda _: None))
    finally:
        state.register.close()
    say(text.understood(made, opened, every=how.every))
    stopped = text.stopped(made, asked)
    if stopped or not made.planned:
        return
    from thidua.cli.ask import converse

    if not converse(confirm_import(made)):
        raise typer.Abort


def _keep_mapping(here: Workspace, opened: Opened) -> None:
    from thidua.app.import_mapping import file_of, kept
    from thidua.store.writer import write

    for table in opened.tables:
        path, content = guarded(lambda table=table: file_of(table, kept(here)))  # type: ignore[misc]
        guarded(lambda path=path, content=content: write(here.root, path, content))  # type: ignore[misc]
        complain(words(f"đã giữ cách hiểu các cột: {path}", f"kept what the columns are: {path}"))
