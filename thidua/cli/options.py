"""Options that most commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from thidua.cli.formats import OutputFormat as OutputFormat
from thidua.cli.language import words

ROOT = typer.Option(
    "--root",
    metavar="DIR",
    help=words("kho bản ghi; mặc định là thư mục hiện tại", "repository of records; this folder by default"),
)
Root = Annotated[Path | None, ROOT]


Output = Annotated[OutputFormat, typer.Option("--format", help=words("cách in", "how to print"))]

AT = typer.Option(
    "--at",
    metavar="REV",
    help=words(
        "theo trạng thái ở một bản ghi git: mã, tên nhánh hoặc thẻ", "as of a commit of git: its id, a branch or a tag"
    ),
)
Partial = Annotated[
    bool,
    typer.Option(
        "--partial",
        help=words(
            "vẫn kết thúc bình thường khi có tệp không đọc được", "end normally though a file could not be read"
        ),
    ),
]
