"""An invented province outside git: decisions, campaigns and nominations in one call, and its statutory tables."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.reports.repository import Ran, files, report, thidua

if TYPE_CHECKING:
    from pathlib import Path

ORGANISATIONS = {
    "tinh-vi-du": "name: Tỉnh Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: bo-tinh\nparent: chinh-phu-vi-du\n",
    "chinh-phu-vi-du": "name: Chính phủ Ví Dụ\nkind: chuc-danh-nha-nuoc\nlevel: nha-nuoc\n",
    "ubnd-tinh-vi-du": "name: Uỷ ban nhân dân tỉnh Ví Dụ\nkind: uy-ban-nhan-dan\nlevel: bo-tinh\nparent: tinh-vi-du\n",
    "xa-vi-du": "name: Xã Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: xa\nparent: tinh-vi-du\n",
    "cong-ty-vi-du": "name: Công ty Ví Dụ\nkind: doanh-nghiep\nparent: tinh-vi-du\n",
    "tinh-khac": "name: Tỉnh Khác\nkind: don-vi-hanh-chinh\nlevel: bo-tinh\n",
    "bo-vi-du": "name: Bộ Ví Dụ\nkind: co-quan\nlevel: bo-tinh\n",
}

Cell = tuple[str, int | str | None, tuple[str, ...]]
"""State, value, reasons."""


class Office:
    def __init__(self, root: Path) -> None:
        records = {f"records/organisations/{id_}.yaml": text for id_, text in ORGANISATIONS.items()}
        self.root = files(root, {"thidua.yaml": "format: 1\norganisation: tinh-vi-du\n", **records})
        self._number = 0

    def write(self, path: str, text: str) -> None:
        files(self.root, {f"records/{path}.yaml": text})

    def decision(self, award: str, whom: str, **fields: str) -> str:
        """Write a decision of one award and return its id.

        Args:
            whom: recipients in flow style, or its `counted: …` or `described: …`.
            fields: `date`, `authority`, `method`, `period`, `year`; an empty one is left out.
        """
        self._number += 1
        given = {"date": "2025-05-01", "authority": "ubnd-tinh-vi-du", "method": "cong-trang", **fields}
        text = f"decision:\n  number: {self._number}/QĐ-VD\n"
        text += "".join(f"  {one}: {given[one]}\n" for one in ("date", "authority") if given[one])
        text += "".join(f"{one}: {given[one]}\n" for one in ("method", "period", "year") if given.get(one))
        body = whom if whom.startswith(("counted:", "described:")) else f"recipients: [{whom}]"
        text += f"awards:\n  - award: {award}\n    {body}\n"
        self.write(f"awards/2025/{self._number}-qd-vd", text)
        return f"2025/{self._number}-qd-vd"

    def run(self, *arguments: str) -> Ran:
        return thidua(self.root, "report", *arguments)

    def table(self, form: str, *arguments: str, of: str = "tinh-vi-du") -> dict[str, Any]:
        """Return a table as JSON."""
        asked = arguments or ("2025",)
        (found,) = json.loads(report(self.root, *asked, "--of", of, "--form", form, ending=".json"))["tables"]
        table: dict[str, Any] = found
        return table

    def cells(self, form: str, *arguments: str, of: str = "tinh-vi-du") -> dict[tuple[str, str], Cell]:
        """Return cells by row and column: the code of the row, else its label; the number, and what stands above."""
        table = self.table(form, *arguments, of=of)
        found: dict[tuple[str, str], Cell] = {}
        for row in table["rows"]:
            for column, cell in zip(table["columns"], row["cells"], strict=False):
                twice = [one["number"] for one in table["columns"]].count(column["number"]) > 1
                name = f"{column['number']} {column['label']}" if twice else column["number"]
                value = cell["figure"]["value"] if cell["figure"] else cell["text"]
                reasons = tuple(one["reason"] for one in cell["because"])
                key = row["code"] or row["label"], name
                found[key] = (cell["state"], value, reasons)
        return found
