"""Options that writing commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.cli.language import words

Many = list[str] | None
Once = str | None
DRY_RUN = typer.Option("--dry-run", help=words("chỉ cho xem, không ghi", "show it, write nothing"))
FORCE = typer.Option("--force", help=words("ghi cả khi có lỗi", "write it even with errors"))
YES = typer.Option("--yes", "-y", help=words("không hỏi gì", "ask nothing"))
SOURCE = typer.Option("--source", help=words("văn bản, bài viết đã đọc", "the document it was read in"))
DryRun = Annotated[bool, DRY_RUN]
Force = Annotated[bool, FORCE]
Yes = Annotated[bool, YES]
Source = Annotated[Once, SOURCE]
