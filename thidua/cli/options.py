"""Options that most commands have."""

from __future__ import annotations

import typer

from thidua.cli.language import words

ROOT = typer.Option(
    "--root",
    metavar="DIR",
    help=words("kho bản ghi; mặc định là thư mục hiện tại", "repository of records; this folder by default"),
)

AT = typer.Option(
    "--at",
    metavar="REV",
    help=words(
        "theo trạng thái ở một bản ghi git: mã, tên nhánh hoặc thẻ", "as of a commit of git: its id, a branch or a tag"
    ),
)
