"""What `thidua report` does, without its options' words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from thidua.app.at import at
from thidua.cli.deliver import deliver, explained, fail_without
from thidua.cli.here import fail, refuse_no_office, workspace
from thidua.cli.language import words
from thidua.cli.plain import Plain
from thidua.cli.spans import typed_days, typed_year
from thidua.value_class import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from thidua.app.report import Asked
    from thidua.report.span import Span
    from thidua.store.workspace import Workspace

FORMATS = (".md", ".html", ".json", ".pdf", ".docx")


def print_report(
    year: str | None = None,
    of: str | None = None,
    bloc: str | None = None,
    form: Sequence[str] | None = None,
    campaign: str | None = None,
    start: str | None = None,
    end: str | None = None,
    output: Path | None = None,
    trace: bool = False,
    partial: bool = False,
    revision: str | None = None,
    root: Path | None = None,
) -> int:
    """Print a report; return 0."""
    from thidua.app.report import Asked

    here = workspace(root)
    ending = _ending(output)
    _one_thing(year, of, bloc, campaign, start, end)
    _no_table_of(form, bloc or campaign)
    span = None if campaign else _span(year, start, end)
    asked = Asked(campaign or "", bloc or "", "", span, tuple(form or ()))
    with explained():
        missing, text = _made(
            here, asked, lambda then: _organisation(then, of, campaign or bloc), revision or "", ending, trace=trace
        )
    deliver(text, output)
    if missing and not partial:
        fail_without(
            missing,
            "báo cáo thiếu số liệu của các tệp không đọc được",
            "the report lacks files that could not be read",
        )
    return 0


PLAIN = Plain(
    print_report,
    values={
        "--of": ("of", str),
        "--bloc": ("bloc", str),
        "--campaign": ("campaign", str),
        "--from": ("start", str),
        "--to": ("end", str),
        "--output": ("output", Path),
        "-o": ("output", Path),
        "--at": ("revision", str),
        "--root": ("root", Path),
    },
    flags={"--trace": "trace", "--partial": "partial"},
    lists={"--form": ("form", str)},
    one="year",
)


def _ending(output: Path | None) -> str:
    ending = output.suffix.lower() if output else ".md"
    if ending not in FORMATS:
        fail(
            words(
                f"`{output}`: tệp kết quả phải là .md, .html, .json, .pdf hoặc .docx",
                f"`{output}`: the file must end in .md, .html, .json, .pdf or .docx",
            )
        )
    return ending


def _made(
    here: Workspace, asked: Asked, whose: Callable[[Workspace], str], revision: str, ending: str, *, trace: bool
) -> tuple[tuple[str, ...], str | bytes]:
    """Return which files a report lacks, and the report; ends the program where it has no table of such a name."""
    from thidua.app.fingerprint import fingerprinted
    from thidua.app.report import NoSuchForm
    from thidua.render.progress import working

    try:
        with working(words("đang lập báo cáo", "making the report")), at(here, revision) as then:
            found = fingerprinted(then, replace(asked, organisation=whose(then.state.workspace)))
            return found.report.missing, found.printed(ending, trace=trace)
    except NoSuchForm as error:
        known = ", ".join((*error.known, "all"))
        fail(
            words(
                f"không có biểu `{error.asked}`; có {known}",
                f"there is no table `{error.asked}`; there are {known}",
            )
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


def _no_table_of(form: Sequence[str] | None, other: str | None) -> None:
    if form and other:
        fail(
            words(
                "`--form` là biểu thống kê của một tổ chức; không dùng cùng `--bloc`, `--campaign`",
                "`--form` is a table of an organisation; it does not go with `--bloc` or `--campaign`",
            )
        )


def _span(year: str | None, start: str | None, end: str | None) -> Span:
    from thidua.report.span import Span

    if start and end and year is None:
        first, last = typed_days(start, end)
        whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year
        return Span(first, last, first.year if whole_year else None)
    if year is None or start or end:
        fail(
            words(
                "cần một năm (thidua report 2019), hoặc cả --from và --to, hoặc --campaign",
                "give a year (thidua report 2019), or both --from and --to, or --campaign",
            )
        )
    return typed_year(year)


def _organisation(here: Workspace, of: str | None, other: str | None) -> str:
    if of is None and not here.settings.organisation and other is None:
        refuse_no_office()
    return of or here.settings.organisation
