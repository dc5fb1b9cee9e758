"""Options that most commands have."""

from __future__ import annotations

import typer

from thidua.cli.language import words

ROOT = typer.Option(
    "--root",
    metavar="DIR",
    help=words("kho bản ghi; mặc định là thư mục hiện tại", "repository of records; this folder by default"),
)
