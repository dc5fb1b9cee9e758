"""`thidua report`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.cli.language import words
from thidua.cli.options import AT, ROOT, Partial
from thidua.cli.print_report import print_report


def report(
    year: Annotated[str | None, typer.Argument(help=words("năm, như 2019", "year, such as 2019"))] = None,
    of: Annotated[
        str | None,
        typer.Option(
            metavar="ORG",
            help=words(
                "mã hoặc tên tổ chức, có dấu hay không dấu; mặc định theo thidua.yaml",
                "id or name of the organisation, accents or not; by default the one of thidua.yaml",
            ),
        ),
    ] = None,
    bloc: Annotated[
        str | None,
        typer.Option(
            metavar="BLOC",
            help=words(
                "mã hoặc tên khối, cụm: báo cáo của khối trong năm", "id or name of a bloc: its report of the year"
            ),
        ),
    ] = None,
    form: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help=words(
                "biểu thống kê: 0601, 0602, 0603, bieu-01, bieu-03, bieu-05, hoặc all; ghi được nhiều lần",
                "statutory table: 0601, 0602, 0603, bieu-01, bieu-03, bieu-05, or all; may be repeated",
            ),
        ),
    ] = None,
    campaign: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help=words("mã hoặc tên phong trào: báo cáo của phong trào", "id or name of a campaign: its report"),
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar=words("NGÀY", "DAY"),
            help=words("từ ngày, như 01/01/2023", "first day, such as 2023-01-01"),
        ),
    ] = None,
    end: Annotated[
        str | None,
        typer.Option(
            "--to", metavar=words("NGÀY", "DAY"), help=words("đến ngày, như 30/9/2023", "last day, such as 2023-09-30")
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=words(
                "ghi ra tệp .md, .html, .json, .pdf hoặc .docx", "write to a .md, .html, .json, .pdf or .docx file"
            ),
        ),
    ] = None,
    trace: Annotated[
        bool,
        typer.Option(
            "--trace", help=words("chú thích bản ghi của từng con số", "footnotes with the records behind each figure")
        ),
    ] = False,
    partial: Partial = False,
    revision: Annotated[str | None, AT] = None,
    root: Annotated[Path | None, ROOT] = None,
) -> int:
    """Print the summary of a year, a bloc's year, a campaign or any span of days."""
    return print_report(year, of, bloc, form, campaign, start, end, output, trace, partial, revision, root)


report.more = (  # type: ignore[attr-defined]
    """
    thidua report 2019 --of mong-cai            tổng kết năm của một tổ chức
    thidua report 2019 --bloc MÃ                tổng kết năm của một khối, cụm
    thidua report --campaign MÃ                 kết quả một phong trào
    thidua report --from 1/1/2023 --to 30/9/2023   chín tháng
    thidua report 2023 --form 0603 -o bieu.html biểu thống kê, tính theo ngày quyết định
    thidua report 2019 --at a1b2c3d -o cu.docx  theo bản ghi, thiết đặt và mẫu ở một bản ghi git cũ
    Không có -o thì in Markdown ra màn hình.
    """,
    """
    thidua report 2019 --of mong-cai            an organisation's year
    thidua report 2019 --bloc ID                a bloc's year
    thidua report --campaign ID                 a campaign
    thidua report --from 2023-01-01 --to 2023-09-30   nine months
    thidua report 2023 --form 0603 -o form.html a statutory table, by the day of the decision
    thidua report 2019 --at a1b2c3d -o old.docx from the records, settings and templates of a commit
    Without -o, Markdown on standard output.
    """,
)
