"""`thidua sheet`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from thidua.cli.carry_out import carry_out, manner
from thidua.cli.deliver import put_in_place
from thidua.cli.entry import DryRun, Force
from thidua.cli.export_files import lacks
from thidua.cli.here import complain, fail, refuse, workspace
from thidua.cli.language import language, words
from thidua.cli.options import Root
from thidua.diagnostics import Language

if TYPE_CHECKING:
    from thidua.app.entry import Manner
    from thidua.report.sheet_form import Form
    from thidua.store.workspace import Workspace


class Action(StrEnum):
    NEW = "new"
    READ = "read"


def sheet(
    action: Annotated[
        Action,
        typer.Argument(
            metavar="ACTION",
            help=words(
                "new: lập phiếu Excel; read: ghi những gì đã sửa trong phiếu",
                "new: make a form; read: record what was changed in it",
            ),
        ),
    ],
    target: Annotated[
        str | None,
        typer.Argument(
            metavar=words("QUYẾT ĐỊNH|TỆP", "DECISION|FILE"),
            help=words(
                "new: mã hoặc số quyết định; read: tệp phiếu", "new: id or number of a decision; read: the form"
            ),
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help=words("new: tệp .xlsx sẽ ghi", "new: the .xlsx file to write")
        ),
    ] = None,
    new: Annotated[
        bool,
        typer.Option(
            "--new",
            help=words("phiếu trống cho một quyết định chưa ghi", "an empty form of a decision not yet recorded"),
        ),
    ] = False,
    number: Annotated[
        str | None,
        typer.Option(
            metavar=words("SỐ", "NUMBER"), help=words("với --new: số quyết định", "with --new: number of the decision")
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(metavar=words("NGÀY", "DAY"), help=words("với --new: ngày quyết định", "with --new: its day")),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="ORG", help=words("với --new: cấp khen thưởng", "with --new: who confers"))
    ] = None,
    period: Annotated[
        str | None,
        typer.Option(
            metavar=words("KỲ", "PERIOD"),
            help=words("với --new: kỳ thành tích, như 2025", "with --new: period of the achievement, such as 2025"),
        ),
    ] = None,
    remove_all: Annotated[
        bool,
        typer.Option(
            "--remove-all",
            help=words(
                "read: phiếu không còn dòng nào thì bỏ mọi dòng của quyết định",
                "read: a form without a row takes all rows out of the decision",
            ),
        ),
    ] = False,
    dry_run: DryRun = False,
    force: Force = False,
    root: Root = None,
) -> None:
    """Make a decision a form in Excel, and record what was changed in it."""
    here = workspace(root)
    head = {"number": number, "date": date, "authority": by, "period": period}
    given = {name: value for name, value in head.items() if value}
    if action is Action.READ:
        if target is None or output or new or given:
            fail(words("cách dùng: thidua sheet read TỆP", "usage: thidua sheet read FILE"))
        _read(here, Path(target), manner(dry_run=dry_run, force=force), remove_all=remove_all)
    if output is None or output.suffix.lower() != ".xlsx":
        fail(words("cần `-o` với tên tệp .xlsx", "`-o` with the name of a .xlsx file is needed"))
    if new is (target is not None):
        fail(
            words(
                "ghi một quyết định, hoặc --new cho quyết định chưa ghi",
                "name a decision, or --new for one not yet recorded",
            )
        )
    if remove_all:
        fail(words("`--remove-all` chỉ dùng với `read`", "`--remove-all` is only for `read`"))
    if given and not new:
        fail(
            words(
                f"{', '.join(f'`--{one}`' for one in given)} chỉ dùng với `--new`", "these options are only for `--new`"
            )
        )
    _make(here, target, given, output)


sheet.more = (  # type: ignore[attr-defined]
    """
    thidua sheet new 15/QĐ-UBND -o phieu.xlsx        phiếu của một quyết định đã ghi
    thidua sheet new --new --number 16/QĐ-UBND --date 20/11/2025 --by phuong-vi-du -o phieu.xlsx
    thidua sheet read phieu.xlsx                     ghi những ô đã sửa, dòng đã thêm, dòng đã bỏ
    Ô không sửa thì bản ghi giữ nguyên, kể cả khi người khác đã sửa từ lúc lập phiếu. Hai bên sửa cùng một chỗ thì
    không ghi gì và nói rõ từng dòng. Phiếu không còn dòng nào cũng không ghi, trừ khi thêm --remove-all.
    """,
    """
    thidua sheet new 15/QĐ-UBND -o form.xlsx         the form of a decision that is recorded
    thidua sheet new --new --number 16/QĐ-UBND --date 2025-11-20 --by phuong-vi-du -o form.xlsx
    thidua sheet read form.xlsx                      records cells changed, rows added and rows taken away
    What was not changed in the form stays as the record has it, also where somebody else changed it since. Where both
    changed the same, nothing is written and every such row is named. A form without a row writes nothing either,
    unless --remove-all is added.
    """,
)


def _make(here: Workspace, target: str | None, given: dict[str, str], output: Path) -> None:
    from thidua.app.entry_error import EntryError
    from thidua.app.fresh import fresh
    from thidua.app.sheet import form_of, is_corrected, lists, new_form
    from thidua.render.office import MissingLibrary
    from thidua.render.sheet_book import write_form
    from thidua.store.writer import Aside

    state, which = fresh(here), int(language() is Language.EN)
    try:
        form = form_of(state, target, which) if target is not None else new_form(state, given)
        listed, has_corrections = lists(state, which), is_corrected(state, form)
    except EntryError as error:
        refuse(error)

    def write(path: Path) -> None:
        with Aside() as aside:
            write_form(aside.at(path), form, listed, language())

    try:
        put_in_place(output, write)
    except MissingLibrary as error:
        lacks(error)
    if has_corrections:
        complain(
            words(
                "quyết định đã có văn bản đính chính: phiếu ghi như đã ký; điều đúng xem bằng `thidua show`",
                "papers correct this decision: the form has it as it was signed; see what is right with `thidua show`",
            )
        )


def _read(here: Workspace, file: Path, how: Manner, *, remove_all: bool) -> NoReturn:
    from thidua.app.import_cells import UNREAD
    from thidua.app.sheet import plan
    from thidua.render.office import MissingLibrary
    from thidua.render.sheet_book import NotAForm, UnreadCells, beside, read_form

    form: Form
    try:
        form, cells = read_form(file)
        others = ", ".join(beside(file))
    except MissingLibrary as error:
        lacks(error)
    except NotAForm:
        fail(
            words(
                f"`{file}` không phải phiếu do `thidua sheet new` lập, hoặc đã mất cột, mất trang ẩn,"
                " đổi tên cột, tên trang, hay có dòng chèn trên tiêu đề",
                f"`{file}` is no form made by `thidua sheet new`, or has lost columns or its hidden pages,"
                " has others names of columns or pages, or rows above its header",
            )
        )
    except UnreadCells as error:
        fail("\n".join(f"{cell}: {words(UNREAD[why].vi, UNREAD[why].en)}" for cell, why in error.cells), status=1)
    except OSError as error:
        fail(words(f"không đọc được `{file}`: {error.strerror}", f"`{file}` cannot be read: {error.strerror}"))
    if others:
        complain(words(f"cột {others} không thuộc phiếu: không đọc", f"column {others} is not of the form: not read"))
    carry_out(here, lambda state: plan(state, form, cells, may_empty=remove_all), how)
