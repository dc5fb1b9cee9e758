"""`thidua show`."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from thidua.app.look_up_record import NotOneRecord, OneRecord, one_record
from thidua.cli.find_names import typed
from thidua.cli.here import fail, workspace
from thidua.cli.language import language, words
from thidua.cli.options import ROOT
from thidua.cli.show_text import say
from thidua.render.record_page import render
from thidua.source.emit import emit
from thidua.source.problem import DocumentError

if TYPE_CHECKING:
    from thidua.store.workspace import Workspace


class RecordFormat(StrEnum):
    TERMINAL = "terminal"
    YAML = "yaml"
    JSON = "json"


def show(
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help=words(
                "mã bản ghi, có hoặc không có thư mục, đường dẫn, hoặc số quyết định",
                "an id, with or without its folder, a path, or the number of a decision",
            ),
        ),
    ],
    output: Annotated[
        RecordFormat, typer.Option("--format", help=words("cách in", "how to print"))
    ] = RecordFormat.TERMINAL,
    root: Annotated[Path | None, ROOT] = None,
) -> None:
    """Show a record."""
    here = workspace(root)
    record = typed([record]).replace("\\", "/")
    try:
        found = one_record(here, record, _folder_below(here))
    except NotOneRecord as error:
        fail(_which(record, error))
    except (DocumentError, OSError):
        fail(
            words(
                f"không đọc được `{record}`; xem `thidua validate`",
                f"`{record}` cannot be read; see `thidua validate`",
            ),
            1,
        )
    say(_rendered(found, output), colour=False)


show.more = (  # type: ignore[attr-defined]
    "Ví dụ: thidua show mong-cai · thidua show 412/QĐ-UBND · thidua show awards/2023/412-qd-ubnd-mong-cai",
    "For example: thidua show mong-cai · thidua show 412/QĐ-UBND · thidua show awards/2023/412-qd-ubnd-mong-cai",
)


def _folder_below(here: Workspace) -> str:
    current = Path.cwd().resolve()
    return current.relative_to(here.root).as_posix() if current.is_relative_to(here.root) else ""


def _which(asked: str, error: NotOneRecord) -> str:
    if error.several:
        listed = "\n".join(f"  {path}" for path in error.several)
        return words(
            f"nhiều bản ghi có mã hoặc số `{asked}`; ghi rõ một:\n{listed}",
            f"several records are `{asked}`; give one:\n{listed}",
        )
    if error.nearest:
        return words(
            f"không có bản ghi `{asked}`; mã gần nhất là `{error.nearest}`",
            f"there is no record `{asked}`; the nearest is `{error.nearest}`",
        )
    return words(
        f"không có bản ghi `{asked}`; tìm bằng `thidua find`",
        f"there is no record `{asked}`; search with `thidua find`",
    )


def _rendered(found: OneRecord, output: RecordFormat) -> str:
    match output:
        case RecordFormat.TERMINAL:
            return render(found.page(language()))
        case RecordFormat.YAML:
            return emit(found.tree)
        case RecordFormat.JSON:
            whole: dict[str, Any] = {
                "version": 1,
                "kind": found.folder,
                "id": found.id,
                "path": found.path or None,
                "data": found.tree,
            }
            if found.register_number():
                whole["register_number"] = found.register_number()
            withdrawn = found.withdrawn()
            if withdrawn is not None:
                whole["revoked"] = withdrawn
                whole["corrected"] = found.corrected()
            return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
