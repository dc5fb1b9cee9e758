"""A small office under git, and workbooks as clerks have them, made on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import xlsxwriter

from tests.adding.conftest import Repository, answered, decided, repository

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Repository", "answered", "decided", "repository"]

HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Hình thức khen thưởng", "Số quyết định", "Ngày quyết định")
BY = ("--authority", "mong-cai")
DECISION = ("412/QĐ-UBND", "06/3/2023")


def row(
    number: int, name: object, unit: object = "Phòng Nội vụ", award: object = "Giấy khen", **of: object
) -> tuple[object, ...]:
    """A row of `HEADER`; what is not said is as most rows have it."""
    return (
        number,
        name,
        of.get("position", "Chuyên viên"),
        unit,
        award,
        of.get("decision", DECISION[0]),
        of.get("date", DECISION[1]),
    )


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., str]:
    """Writes a workbook of rows, one list of cells a row; empty lists are empty rows."""

    def make(*rows: tuple[object, ...] | list[object], name: str = "danh-sach.xlsx", sheet: str = "Danh sách") -> str:
        file = tmp_path / name
        with xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
            page = book.add_worksheet(sheet)
            for place, cells in enumerate(rows):
                page.write_row(place, 0, cells)
        return str(file)

    return make
