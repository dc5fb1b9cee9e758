"""A small office outside git, decisions written in one call, and their list of bonus money."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.reports.repository import Ran, files, thidua

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "thidua.yaml": "format: 1\norganisation: mong-cai\n",
    "records/organisations/quang-ninh.yaml": "name: Tỉnh Quảng Ninh\nkind: don-vi-hanh-chinh\n",
    "records/organisations/mong-cai.yaml": "name: Thành phố Móng Cái\nkind: don-vi-hanh-chinh\nparent: quang-ninh\n",
    "records/organisations/phong-noi-vu.yaml": "name: Phòng Nội vụ\nparent: mong-cai\n",
}


class Office:
    def __init__(self, root: Path) -> None:
        self.root = files(root, FILES)

    def write(self, path: str, text: str) -> None:
        files(self.root, {path: text})

    def decision(self, awards: str, number: int = 1, **fields: str) -> str:
        """Write a decision and return its id.

        Args:
            awards: lines of an award and its recipients, or its `counted: …` or `described: …`.
            fields: `date`, `received`, `authority`, `period`; an empty one is left out.
        """
        given = {"date": "2026-08-01", "received": "2026-07-01", "authority": "mong-cai", "period": "2025", **fields}
        paper = [f"  {one}: {given[one]}\n" for one in ("date", "received", "authority") if given[one]]
        text = f"decision:\n  number: {number}/QĐ-UBND\n{''.join(paper)}"
        text += f"period: {given['period']}\n" if given["period"] else ""
        text += "awards:\n"
        for line in awards.strip().splitlines():
            award, _, whom = line.strip().partition(": ")
            text += f"  - award: {award}\n"
            text += f"    {whom}\n" if whom.startswith(("counted:", "described:")) else f"    recipients: [{whom}]\n"
        self.write(f"records/awards/2026/{number}-qd-ubnd.yaml", text)
        return f"2026/{number}-qd-ubnd"

    def bonus(self, *arguments: str) -> Ran:
        return thidua(self.root, "bonus", *arguments)

    def data(self, *arguments: str) -> dict[str, Any]:
        """Return a list as JSON."""
        ran = self.bonus(*arguments, "--format", "json")
        assert ran.status == 0, ran.err
        found: dict[str, Any] = json.loads(ran.out)
        return found

    def rows(self, *arguments: str) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.data(*arguments)["rows"]
        return rows

    def outcomes(self, *arguments: str) -> list[str | None]:
        """Return for each row what is paid, else why it is not known, else what becomes of it."""
        rows = self.rows(*arguments)
        return [row["amount"]["value"] if row["amount"] else row["reason"] or row["status"] for row in rows]
