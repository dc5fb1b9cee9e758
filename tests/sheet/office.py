"""A small office, its forms, and a clerk who fills them with another library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import load_workbook

from tests.reports.repository import Ran, files, thidua
from thidua.report.sheet_form import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PATH = "records/awards/2023/1-qd-ubnd.yaml"

DECISION = """\
# ghi chú của người ghi
decision: {number: 1/QĐ-UBND, date: 2023-03-06, authority: mong-cai}
period: 2022
awards:
  - award: giay-khen-cap-huyen
    recipients:
      # người đứng đầu
      - {name: Trần Văn Mẫu, position: Chuyên viên, unit: phong-noi-vu, class: truc-tiep-lao-dong}
      - name: "Lê Thị Ví Dụ"   # đã đối chiếu
        unit: Nơi khác
        achievement: 'Thành tích: số 1'
      - {collective: phong-noi-vu}
    counted: {households: 2}
  - award: lao-dong-tien-tien
    recipients:
      - {name: Nguyễn Văn Thử, unit: phong-noi-vu, posthumous: co}
source: {document: Sổ khen thưởng}
"""

FILES = {
    "thidua.yaml": "format: 1\norganisation: mong-cai\n",
    "records/organisations/mong-cai.yaml": (
        "name: Thành phố Móng Cái\nkind: don-vi-hanh-chinh\nlevel: huyen\nsource: {document: Ví dụ}\n"
    ),
    "records/organisations/phong-noi-vu.yaml": "name: Phòng Nội vụ\nparent: mong-cai\nsource: {document: Ví dụ}\n",
    "records/organisations/phong-y-te.yaml": "name: Phòng Y tế\nparent: mong-cai\nsource: {document: Ví dụ}\n",
    PATH: DECISION,
}

COLUMNS = {field.name: place for place, field in enumerate(FIELDS, start=2)}
"""In which column of the sheet a field stands, counted from 1."""


class Office:
    def __init__(self, root: Path) -> None:
        self.root = files(root, FILES)
        self.form = root.parent / "phieu.xlsx"

    def thidua(self, *arguments: str) -> Ran:
        return thidua(self.root, *arguments)

    def new(self, *arguments: str) -> None:
        ran = self.thidua("sheet", "new", *(arguments or ("1/QĐ-UBND",)), "-o", str(self.form))
        assert ran.status == 0, ran.err

    def fill(self, change: Callable[[Any], object]) -> None:
        """Open the form in another program, change its first page, and save it."""
        book = load_workbook(self.form)
        change(book.worksheets[0])
        book.save(self.form)

    def read(self, *arguments: str) -> Ran:
        return self.thidua("sheet", "read", str(self.form), *arguments)

    @property
    def text(self) -> str:
        return (self.root / PATH).read_text("utf-8")

    def write(self, text: str, path: str = PATH) -> None:
        files(self.root, {path: text})


def put(sheet: Any, row: int, **values: str | None) -> None:
    """Type into cells of a row; `None` clears one."""
    for name, value in values.items():
        sheet.cell(row, COLUMNS[name.rstrip("_")]).value = value
