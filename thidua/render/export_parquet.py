"""An exported table as Parquet, for engines that join many offices' files."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from thidua.render.office import needed
from thidua.report.export_columns import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.report.export import Sheet
    from thidua.report.export_columns import Column

AT_ONCE: Final = 5_000
"""How many rows are in memory at once, and make one row group."""


def write_parquet(path: Path, sheet: Sheet) -> None:
    """Write a file, some rows at a time; days are days, truths are truths, all else but whole numbers is text.

    Raises:
        MissingLibrary: pyarrow is not installed.
    """
    pa, parquet = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
    types = {Kind.WHOLE: pa.int64(), Kind.DAY: pa.date32(), Kind.YES_NO: pa.bool_()}
    schema = pa.schema([(one.name, types.get(one.kind, pa.string())) for one in sheet.columns])
    with parquet.ParquetWriter(path, schema, compression="zstd", store_schema=False) as file:
        while rows := list(islice(sheet.rows, AT_ONCE)):
            columns = [_column(one, values) for one, values in zip(sheet.columns, zip(*rows, strict=True), strict=True)]
            file.write_table(
                pa.Table.from_arrays(
                    [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)],
                    schema=schema,
                )
            )


def _column(column: Column, values: tuple[Any, ...]) -> list[Any] | tuple[Any, ...]:
    if column.kind is Kind.DAY:
        return [None if value is None else date.fromisoformat(value) for value in values]
    return values
