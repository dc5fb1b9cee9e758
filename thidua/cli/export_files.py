"""Where `thidua export` writes: standard output, one file, or a folder of partitions."""

from __future__ import annotations

import sys
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, NoReturn

from thidua.cli.deliver import put_in_place, unwritten
from thidua.cli.here import fail
from thidua.cli.language import language, words
from thidua.render.office import MissingLibrary
from thidua.value_class import replace

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.app.export import Asked
    from thidua.app.fresh import Fresh
    from thidua.cli.export import Format
    from thidua.report.export import Sheet

PART = "part.parquet"

IN_MEMORY = 4 << 20
"""How many letters of what is printed wait in memory until all of it is known; more wait on the disk."""


def write_export(state: Fresh, asked: Asked, form: Format, output: Path | None) -> None:
    """Write what is asked for; ends the program where that cannot be done.

    Raises:
        EntryError: as `thidua.app.export.export`.
    """
    from thidua.app.export import export
    from thidua.render.export_xlsx import CellTooLong

    try:
        if output is not None and form == "parquet" and output.suffix.lower() != ".parquet":
            _write_partitions(state, asked, output)
            return
        made = _watched(export(state, asked))
        if output is None:
            _write(made, form, None)
        else:
            put_in_place(output, lambda target: _write_aside(made, form, target))
    except MissingLibrary as error:
        lacks(error)
    except CellTooLong as error:
        fail(
            words(
                f"dòng {error.row}, cột «{error.column}» dài quá một ô của Excel; xuất ra .csv, .jsonl, .sqlite hoặc .parquet",
                f"row {error.row}, column “{error.column}” is longer than a cell of Excel; write .csv, .jsonl, .sqlite or .parquet",
            ),
            1,
        )


def _watched(made: Sheet) -> Sheet:
    from thidua.render.progress import watched

    return replace(made, rows=watched(made.rows, words("đang xuất", "exporting"), sys.stderr))


def _write_aside(made: Sheet, form: Format, target: Path) -> None:
    from thidua.store.writer import Aside

    with Aside() as aside:
        _write(made, form, aside.at(target))


def _write(made: Sheet, form: Format, path: Path | None) -> None:
    from thidua.render.export_text import write_csv, write_json_lines

    writes = write_json_lines if form == "jsonl" else write_csv
    if path is None:
        # nothing is printed before all of it is known: where the register fails midway, the command begins anew
        with SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8", newline="") as whole:
            writes(whole, made)
            whole.seek(0)
            copyfileobj(whole, sys.stdout)
    elif form in ("csv", "jsonl"):
        with path.open("w", encoding="utf-8", newline="") as file:
            writes(file, made)
    elif form == "xlsx":
        from thidua.render.export_xlsx import write_xlsx

        write_xlsx(path, made, language())
    elif form == "parquet":
        from thidua.render.export_parquet import write_parquet

        write_parquet(path, made)
    else:
        _write_sqlite(made, path)


def _write_sqlite(made: Sheet, path: Path) -> None:
    from thidua.report.export_columns import Kind
    from thidua.store.export_sqlite import SqliteColumn, write_sqlite

    columns = tuple(
        SqliteColumn(
            one.name, one.kind in (Kind.WHOLE, Kind.YES_NO), one.title.words(language()), one.means.words(language())
        )
        for one in made.columns
    )
    write_sqlite(path, made.what, columns, made.rows)


def _write_partitions(state: Fresh, asked: Asked, folder: Path) -> None:
    """Write a file for each year of the office; those of years that are no longer there go."""
    from thidua.app.export import office, partitions
    from thidua.render.export_parquet import write_parquet
    from thidua.store.paths import is_slug
    from thidua.store.writer import Aside

    mine = office(state, asked)
    if not is_slug(mine):
        fail(words(f"`{mine}` không phải là mã tổ chức", f"`{mine}` is no id of an organisation"))
    written = []
    try:
        with Aside() as aside:
            for place, made in partitions(state, asked):
                written.append(folder / place / PART)
                write_parquet(aside.at(written[-1]), _watched(made))
            years = f"nam={asked.span.start.year}" if asked.span else "nam=*"
            for old in folder.glob(f"{years}/don-vi={mine}/{PART}"):
                if old not in written:
                    aside.without(old)
    except OSError as error:
        fail(unwritten(folder, error), 1)
    for path in written:
        print(words(f"đã ghi {path}", f"wrote {path}"), file=sys.stderr)


def lacks(error: MissingLibrary) -> NoReturn:
    """Say what to run so that the library is there, and end the program."""
    fail(
        words(
            f'dạng này cần gói `{error.library}` chưa cài; chạy: python -m pip install "thidua[{error.extra}]"'
            f' (trong kho mã nguồn: python -m pip install -c constraints.txt -e ".[{error.extra}]")',
            f'this form needs `{error.library}`, which is not installed; run: python -m pip install "thidua[{error.extra}]"'
            f' (in the source tree: python -m pip install -c constraints.txt -e ".[{error.extra}]")',
        )
    )
