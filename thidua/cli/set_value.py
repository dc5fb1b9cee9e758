"""`thidua set`."""

from __future__ import annotations

from typing import Annotated

import typer

from thidua.app.change_value import plan, record_file
from thidua.cli.carry_out import carry_out, guarded, manner
from thidua.cli.entry import DryRun, Force
from thidua.cli.here import fail, workspace
from thidua.cli.language import words
from thidua.cli.options import Root


def set_value(
    path: Annotated[
        str,
        typer.Argument(
            help=words(
                "tệp bản ghi, như records/awards/2023/412-qd-ubnd-mong-cai.yaml",
                "record file, such as records/awards/2023/412-qd-ubnd-mong-cai.yaml",
            )
        ),
    ],
    field: Annotated[
        str,
        typer.Argument(
            help=words(
                "trường, như decision.date, awards[0].recipients[2].name",
                "field, such as decision.date, awards[0].recipients[2].name",
            )
        ),
    ],
    value: Annotated[
        str | None,
        typer.Argument(
            help=words(
                "giá trị mới; ngày và số gõ theo lối Việt Nam cũng được",
                "new value; days and numbers may be typed the Vietnamese way",
            )
        ),
    ] = None,
    unset: Annotated[
        bool, typer.Option("--unset", help=words("bỏ trường này khỏi tệp", "remove the field from the file"))
    ] = False,
    dry_run: DryRun = False,
    force: Force = False,
    root: Root = None,
) -> None:
    """Change one value and keep every other byte of the file."""
    here = workspace(root)
    if (value is None) is not unset:
        fail(words("ghi giá trị mới, hoặc --unset để bỏ trường", "give the new value, or --unset to remove the field"))
    file = guarded(lambda: record_file(here, path))
    carry_out(here, lambda state: plan(state, file, field, value), manner(dry_run=dry_run, force=force))


set_value.more = (  # type: ignore[attr-defined]
    """
      thidua set records/awards/2023/412-qd-ubnd-mong-cai.yaml decision.date 06/3/2023
      thidua set organisations/mong-cai aliases[1] "TP. Móng Cái"

    Giá trị mà `thidua validate` báo lỗi thì không được ghi, lệnh kết thúc với 1.
    """,
    """
      thidua set records/awards/2023/412-qd-ubnd-mong-cai.yaml decision.date 06/3/2023
      thidua set organisations/mong-cai aliases[1] "TP. Móng Cái"

    A value that `thidua validate` would call an error is not written, and it ends with 1.
    """,
)
