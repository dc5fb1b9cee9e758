"""`thidua report`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from thidua.app.at import at
from thidua.cli.deliver import deliver, explained, fail_without
from thidua.cli.here import fail, workspace
from thidua.cli.language import words
from thidua.cli.options import AT, ROOT, Partial
from thidua.store.workspace import Workspace

if TYPE_CHECKING:
    from thidua.report.span import Span

FORMATS = (".md", ".html", ".json", ".pdf", ".docx")


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
) -> None:
    """Print the summary of a year, a bloc's year, a campaign or any span of days."""
    from thidua.app.fingerprint import fingerprinted
    from thidua.app.report import Asked, NoSuchForm
    from thidua.render.progress import working

    here = workspace(root)
    ending = output.suffix.lower() if output else ".md"
    if ending not in FORMATS:
        fail(
            words(
                f"`{output}`: tệp kết quả phải là .md, .html, .json, .pdf hoặc .docx",
                f"`{output}`: the file must end in .md, .html, .json, .pdf or .docx",
            )
        )
    _one_thing(year, of, bloc, campaign, start, end)
    _no_table_of(form, bloc or campaign)
    span = None if campaign else _span(year, start, end)
    with explained():
        try:
            with working(words("đang lập báo cáo", "making the report")), at(here, revision or "") as then:
                whose = _organisation(then.state.workspace, of, campaign or bloc)
                found = fingerprinted(then, Asked(campaign or "", bloc or "", whose, span, tuple(form or ())))
                made, text = found.report, found.printed(ending, trace=trace)
        except NoSuchForm as error:
            known = ", ".join((*error.known, "all"))
            fail(
                words(
                    f"không có biểu `{error.asked}`; có {known}",
                    f"there is no table `{error.asked}`; there are {known}",
                )
            )
    deliver(text, output)
    if made.missing and not partial:
        fail_without(
            made.missing,
            "báo cáo thiếu số liệu của các tệp không đọc được",
            "the report lacks files that could not be read",
        )


report.more = (  # type: ignore[attr-defined]
    """
    thidua report 2019 --of mong-cai            tổng kết năm của một tổ chức
    thidua report 2019 --bloc ID                tổng kết năm của một khối, cụm
    thidua report --campaign ID                 kết quả một phong trào
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


def _one_thing(
    year: str | None, of: str | None, bloc: str | None, campaign: str | None, start: str | None, end: str | None
) -> None:
    """Refuse options that a report of one kind has no use for, rather than leave them out in silence."""
    if campaign and (year or of or bloc or start or end):
        fail(
            words(
                "`--campaign` là báo cáo cả phong trào; không ghi thêm năm, `--of`, `--bloc`, `--from`, `--to`",
                "`--campaign` is the report of a whole campaign; leave out the year, `--of`, `--bloc`, `--from`, `--to`",
            )
        )
    if bloc and (of or start or end):
        fail(
            words(
                "`--bloc` là báo cáo một năm của khối; chỉ ghi thêm năm",
                "`--bloc` is the report of a bloc's year; give the year and nothing else",
            )
        )


def _no_table_of(form: list[str] | None, other: str | None) -> None:
    if form and other:
        fail(
            words(
                "`--form` là biểu thống kê của một tổ chức; không dùng cùng `--bloc`, `--campaign`",
                "`--form` is a table of an organisation; it does not go with `--bloc` or `--campaign`",
            )
        )


def _span(year: str | None, start: str | None, end: str | None) -> Span:
    from thidua.report.span import Span, year_span

    if start and end and year is None:
        first, last = _day("--from", start), _day("--to", end)
        if last < first:
            fail(words("`--to` đứng trước `--from`", "`--to` is before `--from`"))
        whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
        return Span(first, last, first.year if whole_year else None)
    if year is None or start or end:
        fail(
            words(
                "cần một năm (thidua report 2019), hoặc cả --from và --to, hoặc --campaign",
                "give a year (thidua report 2019), or both --from and --to, or --campaign",
            )
        )
    if not (year.isdigit() and 1945 <= int(year) <= 2100):
        fail(words(f"`{year}` không phải là năm", f"`{year}` is not a year"))
    return year_span(int(year))


def _day(option: str, text: str) -> date:
    from thidua.vietnamese.dates import NotADay, read_day

    try:
        return read_day(text)
    except NotADay:
        fail(
            words(
                f"`{option} {text}`: không phải ngày; viết như 06/3/2020",
                f"`{option} {text}`: not a day; write it as 2020-03-06",
            )
        )


def _organisation(here: Workspace, of: str | None, other: str | None) -> str:
    if of is None and not here.settings.organisation and other is None:
        fail(
            words(
                "cần `--of`: thidua.yaml chưa ghi `organisation`; thêm dòng `organisation: MÃ` thì khỏi ghi `--of`",
                "`--of` is needed: thidua.yaml has no `organisation`; with a line `organisation: ID` it is not",
            )
        )
    return of or here.settings.organisation
