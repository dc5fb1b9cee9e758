"""`thidua bonus`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from thidua.app.fresh import fresh
from thidua.cli.deliver import deliver, explained, fail_without
from thidua.cli.here import fail, refuse_no_office, workspace
from thidua.cli.language import words
from thidua.cli.options import Root
from thidua.store.workspace import Workspace

if TYPE_CHECKING:
    from thidua.app.bonus import NotOneDecision
    from thidua.report.bonus import BonusReport


class BonusFormat(StrEnum):
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


ENDINGS = {BonusFormat.MARKDOWN: ".md", BonusFormat.CSV: ".csv", BonusFormat.JSON: ".json"}


def bonus(
    asked: Annotated[
        str,
        typer.Argument(
            metavar=words("QUYẾT ĐỊNH|NĂM", "DECISION|YEAR"),
            help=words(
                "mã hoặc số của quyết định, như 412/QĐ-UBND; hoặc một năm, như 2025",
                "id or number of a decision, such as 412/QĐ-UBND; or a year, such as 2025",
            ),
        ),
    ],
    of: Annotated[
        str | None,
        typer.Option(
            metavar="ORG",
            help=words(
                "mã hoặc tên tổ chức, khi hỏi một năm; mặc định theo thidua.yaml",
                "id or name of the organisation, for a year; by default the one of thidua.yaml",
            ),
        ),
    ] = None,
    form: Annotated[BonusFormat | None, typer.Option("--format", help=words("cách in", "how to print"))] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=words(
                "ghi ra tệp .md, .csv, .json, .pdf hoặc .docx", "write to a .md, .csv, .json, .pdf or .docx file"
            ),
        ),
    ] = None,
    root: Root = None,
) -> None:
    """Print the list of bonus money of a decision or a year."""
    from thidua.render.print_report import printed

    here = workspace(root)
    ending = _ending(form, output)
    with explained():
        made = _made(here, asked, of)
        text = printed(made, ending, here)
    deliver(text, output)
    if made.missing:
        fail_without(
            made.missing,
            "danh sách thiếu số liệu của các tệp không đọc được",
            "the list lacks files that could not be read",
        )


bonus.more = (  # type: ignore[attr-defined]
    """
    thidua bonus 412/QĐ-UBND                     tiền thưởng của một quyết định
    thidua bonus 2025 --of mong-cai              của một năm: do tổ chức quyết định, hoặc tổ chức nhận từ cấp trên
    thidua bonus 2025 -o tien-thuong.csv         bảng tính, mở được bằng Excel
    Lương cơ sở của ngày quyết định nhân với mức của danh hiệu, hình thức. Dòng chưa đủ căn cứ thì nói vì sao và
    không được cộng. Làm tròn: `rounding` trong thidua.yaml (len, gan-nhat, khong); không ghi thì theo quy định của luật.
    """,
    """
    thidua bonus 412/QĐ-UBND                     bonus money of a decision
    thidua bonus 2025 --of mong-cai              of a year: conferred by the organisation, or received from above
    thidua bonus 2025 -o tien-thuong.csv         a sheet that Excel opens
    The base salary of the decision's day times the multiple of the award. A row without enough ground says why and
    is not added. Rounding: `rounding` in thidua.yaml (len: up, gan-nhat: nearest, khong: none); else as the law says.
    """,
)


def _ending(form: BonusFormat | None, output: Path | None) -> str:
    if output is None:
        return ENDINGS[form or BonusFormat.MARKDOWN]
    ending = output.suffix.lower()
    if ending not in (*ENDINGS.values(), ".pdf", ".docx"):
        fail(
            words(
                f"`{output}`: tệp kết quả phải là .md, .csv, .json, .pdf hoặc .docx",
                f"`{output}`: the file must end in .md, .csv, .json, .pdf or .docx",
            )
        )
    if form is not None and ENDINGS[form] != ending:
        fail(words(f"`--format {form}` và `{output}` không khớp", f"`--format {form}` and `{output}` do not agree"))
    return ending


def _made(here: Workspace, asked: str, of: str | None) -> BonusReport:
    from thidua.app.bonus import NotOneDecision, bonus_of_decision, bonus_of_year
    from thidua.model.period import FIRST_YEAR, LAST_YEAR

    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        if of is not None:
            fail(words("`--of` chỉ dùng khi hỏi một năm", "`--of` is only for a year"))
        try:
            return bonus_of_decision(fresh(here), asked)
        except NotOneDecision as error:
            _not_one(error)
    organisation = of or here.settings.organisation
    if not organisation:
        refuse_no_office()
    return bonus_of_year(fresh(here), organisation, year)


def _not_one(error: NotOneDecision) -> NoReturn:
    if error.unreadable:
        fail(
            words(
                f"không đọc được `{error.unreadable}` (xem `thidua validate`)",
                f"`{error.unreadable}` cannot be read (see `thidua validate`)",
            ),
            1,
        )
    if error.several:
        listed = "\n".join(f"  {path}" for path in error.several)
        fail(
            words(
                f"nhiều quyết định có số `{error.asked}`; ghi mã:\n{listed}",
                f"several decisions are called `{error.asked}`; give the id:\n{listed}",
            )
        )
    fail(
        words(
            f"không có quyết định nào có mã hoặc số `{error.asked}`; tìm bằng `thidua find --kind awards`",
            f"no decision has the id or number `{error.asked}`; look for it with `thidua find --kind awards`",
        )
    )
