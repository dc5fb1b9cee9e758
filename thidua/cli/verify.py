"""`thidua verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.cli.deliver import unusable, without_library
from thidua.cli.here import fail, workspace
from thidua.cli.language import language, words
from thidua.cli.options import AT, ROOT, Output, OutputFormat
from thidua.cli.revisions import no_revision
from thidua.cli.show_text import say

ENDINGS = (".md", ".html", ".docx", ".pdf", ".json")


def verify(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help=words(
                "báo cáo đã in: .md, .html, .docx, .pdf, .json", "a printed report: .md, .html, .docx, .pdf, .json"
            ),
        ),
    ],
    output: Output = OutputFormat.TERMINAL,
    revision: Annotated[str | None, AT] = None,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Tell whether a printed report equals the records."""
    from thidua.app.verify import Outcome
    from thidua.app.verify import verify as compared
    from thidua.render.office import MissingLibrary
    from thidua.render.templates import BadTemplate
    from thidua.render.verdict import verdict_json, verdict_text
    from thidua.render.visible import NotThatFile
    from thidua.store.revision import NoRevision

    here = workspace(root)
    ending = file.suffix.lower()
    if ending not in ENDINGS:
        listed = ", ".join(ENDINGS)
        fail(words(f"`{file}`: chỉ đối chiếu được tệp {listed}", f"`{file}`: only {listed} can be checked"))
    try:
        found = compared(here, _read(file), ending, revision or "")
    except NotThatFile as error:
        fail(
            words(
                f"`{file}`: không phải tệp {ending} đọc được, hoặc quá lớn ({error})",
                f"`{file}`: no {ending} file that can be read, or too large ({error})",
            ),
            1,
        )
    except NoRevision as error:
        no_revision(error)
    except BadTemplate as error:
        fail(unusable(error), 1)
    except MissingLibrary as error:
        without_library(error)
    say(verdict_json(found) if output is OutputFormat.JSON else verdict_text(found, language()), colour=False)
    raise typer.Exit(0 if found.outcome is Outcome.EQUAL else 1)


verify.more = (  # type: ignore[attr-defined]
    """
    Báo cáo do thidua report in ra có mã kiểm tra ở chân trang. Lệnh này cho biết:
    ĐÚNG                 giấy khớp với bản ghi (kết thúc 0; các kết quả khác: 1)
    BẢN GHI ĐÃ ĐỔI       bản ghi nào đã sửa, thêm, bớt từ khi in; nếu tìm được, giấy đúng với bản ghi git nào
    TỆP BỊ SỬA TAY       chỗ nào trong tệp không như chương trình in ra
    BẢN GHI VẪN NHƯ KHI IN  nhưng mẫu, thiết đặt hoặc chương trình đã đổi
    KHÔNG CÓ MÃ KIỂM TRA, MÃ BỊ HỎNG
    Mã kiểm tra không phải chữ ký: nó chỉ giúp đối chiếu với bản ghi.
    """,
    """
    Reports that thidua report prints have a code at their foot. This command tells:
    EQUAL                the paper equals the records (exit status 0; all others: 1)
    RECORDS CHANGED      which were changed, added or removed since; where it is found, which commit the paper equals
    EDITED BY HAND       what in the file is not as the program printed it
    THE RECORDS ARE THE SAME  but templates, settings or the program changed
    NO CODE, THE CODE IS DAMAGED
    The code is no signature: it only helps to compare with the records.
    """,
)


def _read(file: Path) -> bytes:
    """What is in a file, up to a little more than the largest that is looked at; a pipe or a device is no file."""
    from thidua.render.visible import MOST_BYTES

    try:
        if not file.is_file():
            fail(words(f"không có tệp `{file}`", f"there is no file `{file}`"))
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        fail(words(f"không đọc được `{file}`: {error}", f"cannot read `{file}`: {error}"), 1)
