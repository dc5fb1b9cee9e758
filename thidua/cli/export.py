"""`thidua export`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.app.at import at
from thidua.cli.deliver import fail_without
from thidua.cli.here import fail, refuse, refuse_no_office, workspace
from thidua.cli.language import words
from thidua.cli.options import AT, ROOT, Partial
from thidua.cli.revisions import no_revision
from thidua.cli.spans import typed_days, typed_year
from thidua.report.export_columns import What
from thidua.store.revision import NoRevision

if TYPE_CHECKING:
    from thidua.app.export import Asked
    from thidua.report.span import Span


class Format(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"
    JSON_LINES = "jsonl"
    SQLITE = "sqlite"
    PARQUET = "parquet"


PRINTED = (Format.CSV, Format.JSON_LINES)
"""What goes to standard output where there is no `-o`."""


def export(
    what: Annotated[
        What,
        typer.Argument(
            metavar=words("BẢNG", "WHAT"), help=words("xuất gì; mặc định là awards", "which table; awards by default")
        ),
    ] = What.AWARDS,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=words(
                "ghi ra tệp .xlsx, .csv, .jsonl, .sqlite, .parquet; hoặc thư mục, cùng --format parquet",
                "write to a .xlsx, .csv, .jsonl, .sqlite or .parquet file; or to a folder, with --format parquet",
            ),
        ),
    ] = None,
    form: Annotated[Format | None, typer.Option("--format", help=words("dạng", "form"))] = None,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="ORG",
            help=words(
                "chỉ của tổ chức này và đơn vị thuộc nó: trao, hoặc được nhận",
                "only of this organisation and those that belong to it: conferred or received",
            ),
        ),
    ] = None,
    year: Annotated[
        str | None,
        typer.Option(metavar=words("NĂM", "YEAR"), help=words("chỉ của năm tính này", "only what counts in this year")),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            "--from", metavar=words("NGÀY", "DAY"), help=words("quyết định từ ngày", "decisions from this day on")
        ),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option(
            "--to", metavar=words("NGÀY", "DAY"), help=words("quyết định đến ngày", "decisions up to this day")
        ),
    ] = None,
    campaign: Annotated[
        str | None, typer.Option(metavar="ID", help=words("chỉ của phong trào này", "only of this campaign"))
    ] = None,
    tables: Annotated[
        list[str] | None,
        typer.Option(
            "--form",
            metavar="ID",
            help=words(
                "với tables: biểu nào, như 0603; mặc định mọi biểu", "with tables: which, such as 0603; all by default"
            ),
        ),
    ] = None,
    partial: Partial = False,
    revision: Annotated[str | None, AT] = None,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Write records as a table for other programs."""
    from thidua.app.entry_error import EntryError
    from thidua.app.export import Asked, missing
    from thidua.cli.export_files import write_export

    here = workspace(root)
    chosen = _format(form, output)
    span = _span(year, start, end)
    asked = Asked(what, of or "", span, year is not None, campaign or "", tuple(tables or ()))
    _taken(asked)
    try:
        with at(here, revision or "") as then:
            _possible(asked, chosen, output, then.state.workspace.settings.organisation)
            unread = missing(then.state)
            write_export(then.state, asked, chosen, output)
    except EntryError as error:
        refuse(error)
    except NoRevision as error:
        no_revision(error)
    if unread and not partial:
        fail_without(
            unread,
            "dữ liệu xuất ra thiếu các tệp không đọc được",
            "what was exported lacks files that could not be read",
        )


export.more = (  # type: ignore[attr-defined]
    """
    thidua export awards -o khen-thuong.xlsx           mọi dòng khen thưởng, kể cả dòng thu hồi (cột Trạng thái)
    thidua export awards --year 2023 -o 2023.csv       của một năm
    thidua export nominations -o de-nghi.xlsx          đề nghị; persons: cá nhân; units: đơn vị; blocs: khối, cụm
    thidua export tables --year 2023 -o bieu.xlsx      các biểu thống kê, mỗi dòng một ô
    thidua export --format parquet -o kho              awards theo năm và đơn vị: kho/nam=2023/don-vi=mong-cai/part.parquet
    Ý nghĩa từng cột: docs/export.md. Không có -o thì in CSV, hoặc --format jsonl, ra màn hình.
    """,
    """
    thidua export awards -o awards.xlsx                every row of commendation, revoked ones too (column Status)
    thidua export awards --year 2023 -o 2023.csv       of one year
    thidua export nominations -o nominations.xlsx      proposals; and persons, units, blocs
    thidua export tables --year 2023 -o tables.xlsx    the statutory tables, a row for each cell
    thidua export --format parquet -o store            awards by year and office: store/nam=2023/don-vi=mong-cai/part.parquet
    What each column means: docs/export.md. Without -o, CSV, or --format jsonl, on standard output.
    """,
)


def _format(form: Format | None, output: Path | None) -> Format:
    if output is None:
        if form is not None and form not in PRINTED:
            fail(words(f"`--format {form}` cần `-o`", f"`--format {form}` needs `-o`"))
        return form or Format.CSV
    by_ending = {f".{one}": one for one in Format}.get(output.suffix.lower())
    if by_ending is None and form is not Format.PARQUET:
        listed = ", ".join(f".{one}" for one in Format)
        fail(words(f"`{output}`: tên tệp phải có đuôi {listed}", f"`{output}`: the file must end in one of {listed}"))
    if form is not None and by_ending not in (None, form):
        fail(words(f"`--format {form}` và `{output}` không khớp", f"`--format {form}` and `{output}` do not agree"))
    return form or by_ending or Format.CSV


def _span(year: str | None, start: str | None, end: str | None) -> Span | None:
    if year is start is end is None:
        return None
    from thidua.report.span import Span

    if year is not None:
        if start or end:
            fail(words("`--year` không dùng cùng `--from`, `--to`", "`--year` does not go with `--from` and `--to`"))
        return typed_year(year)
    if start is None or end is None:
        fail(words("cần cả `--from` và `--to`", "give both `--from` and `--to`"))
    first, last = typed_days(start, end)
    return Span(first, last, None)


def _taken(asked: Asked) -> None:
    """Refuse options that a table has no use for, rather than leave them out in silence."""
    from thidua.app.export import TAKES

    time = "--year" if asked.year else "--from"
    given = {"--of": asked.of, time: asked.span, "--campaign": asked.campaign, "--form": asked.forms}
    for option, value in given.items():
        if value and option not in TAKES[asked.what]:
            fail(words(f"`{asked.what}` không lọc được theo `{option}`", f"`{asked.what}` takes no `{option}`"))


def _possible(asked: Asked, form: Format, output: Path | None, own: str) -> None:
    if asked.what is What.TABLES and asked.span is None:
        fail(
            words(
                "biểu thống kê cần `--year`, hoặc cả `--from` và `--to`",
                "tables need `--year`, or both `--from` and `--to`",
            )
        )
    into_folder = form is Format.PARQUET and output is not None and output.suffix.lower() != ".parquet"
    if not (asked.of or own) and (asked.what is What.TABLES or into_folder):
        refuse_no_office()
    if not into_folder:
        return
    if asked.what is not What.AWARDS:
        fail(
            words(
                f"chỉ `awards` ghi được theo năm và đơn vị; ghi `{asked.what}` ra một tệp .parquet",
                f"only `awards` is written by year and office; write `{asked.what}` to a .parquet file",
            )
        )
    if asked.campaign or (asked.span and not asked.year):
        fail(
            words(
                "mỗi tệp theo năm giữ cả năm của đơn vị; chỉ lọc được theo `--year`",
                "each file holds a whole year of the office; only `--year` can be asked for",
            )
        )
