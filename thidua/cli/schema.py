"""`thidua schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from thidua.app.schema import schema as schema_of
from thidua.app.schema import write_schemas
from thidua.cli.here import fail
from thidua.cli.language import language, words
from thidua.cli.show_text import say
from thidua.store.paths import FOLDERS
from thidua.store.writer import OutsideRepository


def schema(
    kind: Annotated[
        str,
        typer.Option(
            metavar="FOLDER",
            help=words(
                "chỉ một loại bản ghi, như awards; để trống là tất cả",
                "one kind of record, such as awards; all if left out",
            ),
        ),
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            file_okay=False,
            help=words(
                "ghi các tệp `LOẠI.schema.json` vào thư mục này; để trống thì in ra màn hình",
                "write files `FOLDER.schema.json` into this folder; print them if left out",
            ),
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=words("chỉ nói sẽ ghi gì", "only say what would be written"))
    ] = False,
) -> None:
    """JSON Schema of the records, for editors."""
    if kind and kind not in FOLDERS:
        listed = ", ".join(FOLDERS)
        fail(words(f"`--kind` nhận một trong: {listed}", f"`--kind` takes one of: {listed}"))
    if output is None:
        printed = schema_of(kind, language()) if kind else {folder: schema_of(folder, language()) for folder in FOLDERS}
        say(json.dumps(printed, ensure_ascii=False, indent=2) + "\n", colour=False)
        return
    try:
        names = write_schemas(output, language(), kind, dry_run=dry_run)
    except (OSError, OutsideRepository) as error:
        fail(words(f"không ghi được vào `{output}`: {error}", f"`{output}` cannot be written: {error}"))
    verb = words("sẽ ghi", "would write") if dry_run else words("đã ghi", "wrote")
    say("".join(f"{verb} {output / name}\n" for name in names), colour=False)


schema.more = (  # type: ignore[attr-defined]
    "Trình soạn thảo dùng lược đồ này để gợi ý tên trường và báo sai ngay khi gõ; `thidua init` đã nối sẵn cho VS Code.",
    "Editors use it to complete names of fields and to mark mistakes while typing; `thidua init` connects it to VS Code.",
)
