"""`thidua paper`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thidua.app.fresh import fresh
from thidua.cli.deliver import deliver, explained, fail_without
from thidua.cli.here import fail, workspace
from thidua.cli.language import words
from thidua.cli.options import ROOT

if TYPE_CHECKING:
    from thidua.app.fresh import Fresh


class Kind(StrEnum):
    DECISION = "decision"
    SUBMISSION = "submission"
    LIST = "list"
    MINUTES = "minutes"
    BONUS_LIST = "bonus-list"
    CERTIFICATE = "certificate"
    ACHIEVEMENTS = "achievements"
    TEMPLATE = "template"


ENDINGS = (".md", ".html", ".json", ".pdf", ".docx")
ON_PAPER = (".pdf", ".docx")


def paper(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar=words("LOẠI", "KIND"),
            help=words(
                "decision (quyết định), submission (tờ trình), list (danh sách trích ngang), minutes (biên bản), bonus-list (tiền thưởng), certificate (bằng khen, giấy khen), achievements (thành tích), template (mẫu Word để sửa)",
                "decision, submission, list, minutes, bonus-list, certificate, achievements, or template (a Word template to edit)",
            ),
        ),
    ],
    what: Annotated[
        list[str],
        typer.Argument(
            metavar=words("CỦA GÌ", "WHAT"),
            help=words(
                "mã hoặc số của quyết định, hồ sơ đề nghị; tên người, đơn vị; tên mẫu",
                "id or number of a decision or nomination; name of a person or unit; name of a template",
            ),
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=words(
                "ghi ra tệp .docx, .pdf, .html, .md hoặc .json", "write to a .docx, .pdf, .html, .md or .json file"
            ),
        ),
    ] = None,
    award: Annotated[
        str,
        typer.Option(
            "--award",
            metavar="ID",
            help=words("certificate: chỉ in danh hiệu, hình thức này", "certificate: only this award"),
        ),
    ] = "",
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Print one of the office's papers."""
    from thidua.render.print_report import printed
    from thidua.render.progress import working

    here = workspace(root)
    if kind is Kind.TEMPLATE:
        _template(here.root, " ".join(what))
        return
    ending = _ending(kind, output)
    if award and kind is not Kind.CERTIFICATE:
        fail(words("`--award` chỉ dùng với certificate", "`--award` goes with certificate only"))
    with explained(), working(words("đang lập giấy tờ", "making the paper")):
        made = _made(fresh(here), kind, " ".join(what), award)
        text = printed(made, ending, here, kind=kind.value)
    deliver(text, output)
    if made.missing:
        fail_without(
            made.missing,
            "giấy tờ thiếu số liệu của các tệp không đọc được",
            "the paper lacks files that could not be read",
        )


paper.more = (  # type: ignore[attr-defined]
    """
    thidua paper decision 412/QĐ-UBND -o quyet-dinh.docx   quyết định kèm danh sách
    thidua paper submission 7/TTr-VH -o to-trinh.docx      tờ trình kèm danh sách trích ngang
    thidua paper list 7/TTr-VH -o danh-sach.pdf            riêng danh sách trích ngang
    thidua paper minutes 7/TTr-VH -o bien-ban.docx         biên bản có số phiếu
    thidua paper bonus-list 412/QĐ-UBND -o tien.docx       danh sách nhận tiền thưởng, có cột ký nhận
    thidua paper certificate 412/QĐ-UBND -o giay-khen.pdf  mỗi người một trang, in lên phôi của cơ quan
    thidua paper achievements nguyen van a -o tt.docx      bảng danh hiệu, hình thức đã được tặng
    thidua paper template paper                            chép mẫu Word vào templates/ để sửa
    Số và ngày để trống khi bản ghi chưa có. Ngày sinh, giới tính, quê quán lấy ở private/people/<mã>.yaml nếu có.
    Không có -o thì in Markdown ra màn hình.
    """,
    """
    thidua paper decision 412/QĐ-UBND -o decision.docx     the decision with its list
    thidua paper submission 7/TTr-VH -o submission.docx    the submission with the short list
    thidua paper list 7/TTr-VH -o list.pdf                 the short list alone
    thidua paper minutes 7/TTr-VH -o minutes.docx          the council's minutes, with votes
    thidua paper bonus-list 412/QĐ-UBND -o bonus.docx      bonus money, with a column to sign
    thidua paper certificate 412/QĐ-UBND -o c.pdf          one page each, to print on the office's blank
    thidua paper achievements nguyen van a -o a.docx       tables of titles and forms received
    thidua paper template paper                            copy the Word template to templates/ to edit it
    Number and date stay blank until a record has them. Birth, sex and home town come from private/people/<id>.yaml.
    Without -o, Markdown on standard output.
    """,
)


def _ending(kind: Kind, output: Path | None) -> str:
    ending = output.suffix.lower() if output else ".md"
    if kind is Kind.CERTIFICATE and ending not in ON_PAPER:
        fail(
            words(
                "bằng khen, giấy khen chỉ in ra Word hoặc PDF; ghi thêm -o TỆP.docx hoặc -o TỆP.pdf",
                "certificates are Word or PDF; add -o FILE.docx or -o FILE.pdf",
            )
        )
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        fail(words(f"`{output}`: tệp kết quả phải là {known}", f"`{output}`: the file must end in {known}"))
    return ending


def _made(state: Fresh, kind: Kind, what: str, award: str) -> Any:
    from thidua.app import paper as papers

    match kind:
        case Kind.DECISION:
            return papers.decision(state, what)
        case Kind.CERTIFICATE:
            return papers.certificates(state, what, award)
        case Kind.ACHIEVEMENTS:
            return papers.achievements(state, what)
        case Kind.BONUS_LIST:
            return papers.bonus_list(state, what)
        case _:
            return papers.nomination(state, what, kind.value)


def _template(root: Path, name: str) -> None:
    """Copy a Word template that the program brings into the office's own folder, unless it has one."""
    from thidua.render.folders import template_folders
    from thidua.render.word_names import SHIPPED

    if name.removesuffix(".docx") not in SHIPPED:
        known = ", ".join(SHIPPED)
        fail(words(f"không có mẫu `{name}`; có {known}", f"there is no template `{name}`; there are {known}"))
    own, shipped = template_folders(root)
    file = f"{name.removesuffix('.docx')}.docx"
    if (own / file).exists():
        fail(words(f"đã có `templates/{file}`; sửa tệp ấy", f"there is `templates/{file}` already; edit that"))
    own.mkdir(exist_ok=True)
    deliver((shipped / file).read_bytes(), own / file)
