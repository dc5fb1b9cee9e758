"""`thidua validate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.cli.check_records import FindingsFormat, check_records
from thidua.cli.language import words
from thidua.cli.options import ROOT


def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help=words("tệp hoặc thư mục cần xem; để trống là tất cả", "files or folders to look at; all if left out")
        ),
    ] = None,
    output: Annotated[
        FindingsFormat, typer.Option("--format", help=words("cách in kết quả", "how to print findings"))
    ] = FindingsFormat.TERMINAL,
    since: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help=words(
                "chỉ tính lỗi mà thay đổi từ bản này đến nay gây ra, như main",
                "only what changed since this revision counts, such as main",
            ),
        ),
    ] = "",
    base: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help=words(
                "điều gì đã ban hành ở BẢN này (như main) thì không được sửa thẳng",
                "what is sealed in REV, such as main, must not have been edited",
            ),
        ),
    ] = "",
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help=words(
                "in cả phát hiện được miễn và có từ trước", "print waived findings, and those from before, as well"
            ),
        ),
    ] = False,
    root: Annotated[Path | None, ROOT] = None,
) -> int:
    """Check the records against the rules."""
    return check_records(paths or (), output, since, base, everything, root)


validate.more = (  # type: ignore[attr-defined]
    """
    Với --base main, quyết định có số, ngày đã lên nhánh main phải còn nguyên như đã ký: giá trị bị sửa, dòng bị xoá là lỗi,
    dòng thêm vào là cảnh báo. Điều cần sửa ghi bằng `thidua correct`, `thidua revoke`.

    Kết thúc với 0 khi không có lỗi, 1 khi có lỗi, 2 khi dùng sai lệnh. Không ghi gì vào kho.
    Phát hiện được miễn (`records/waivers/`) và, với `--since`, phát hiện có từ trước không tính là lỗi.
    """,
    """
    With --base main, decisions with number and date that are on the branch main must be as they were signed: an edited value
    and a removed row are errors, an added row is a warning. What is to change is recorded by `thidua correct`, `thidua revoke`.

    Ends with 0 when there are no errors, 1 when there are errors, 2 when it was misused. Writes nothing.
    What is waived (`records/waivers/`), and with `--since` what was found before, is no error.
    """,
)
