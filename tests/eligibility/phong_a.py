"""A unit of whom everything is recorded, and its decisions, initiatives and nominations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.reports.repository import thidua

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reports.repository import Ran


UNIT = {
    "thidua.yaml": "format: 1\norganisation: phong-a\n",
    "records/organisations/phong-a.yaml": "name: Phòng A\nkind: co-quan\nlevel: so-don-vi\n",
    "records/declarations/phong-a.yaml": (
        "of: phong-a\nperiod: 2020-2025\ncomplete: [danh-hieu, hinh-thuc, sang-kien]\nnames_distinct: co\n"
    ),
}


def decision(year: int, award: str, *names: str, period: str = "") -> dict[str, str]:
    rows = "".join(f"      - {{name: {name}, unit: phong-a}}\n" for name in names)
    text = (
        f"decision: {{number: 1/QĐ-UBND, date: {year}-12-20, authority: phong-a}}\nperiod: {period or year}\n"
        f"method: cong-trang\nawards:\n  - award: {award}\n    recipients:\n{rows}"
    )
    return {f"records/awards/{year}/1-{award}.yaml": text}


def initiative(year: int, name: str, reach: str = "bo-nganh-tinh") -> dict[str, str]:
    text = (
        f"decision: {{number: 2/QĐ-UBND, date: {year}-11-02, authority: phong-a}}\nreach: {reach}\ninitiatives:\n"
        f"  - name: Sổ tay\n    kind: sang-kien\n    authors:\n      - {{name: {name}, unit: phong-a}}\n"
    )
    return {f"records/initiatives/{year}/2-{reach}.yaml": text}


GRASSROOTS, PROVINCE = "chien-si-thi-dua-co-so", "chien-si-thi-dua-bo-nganh-tinh"
THREE = {
    **UNIT,
    **decision(2022, GRASSROOTS, "Nguyễn Văn Mẫu"),
    **decision(2023, GRASSROOTS, "Nguyễn Văn Mẫu", "Trần Thị Thử"),
    **decision(2024, GRASSROOTS, "Nguyễn Văn Mẫu", "Trần Thị Thử"),
    **initiative(2024, "Nguyễn Văn Mẫu"),
}


def nomination(*rows: str, head: str = "date: 2025-02-10\nperiod: 2024\n") -> dict[str, str]:
    text = f"number: 7/TTr-A\nby: phong-a\nmethod: cong-trang\n{head}rows:\n" + "".join(rows)
    return {"records/nominations/2024/7-ttr.yaml": text}


def row(name: str, award: str = PROVINCE, *more: str) -> str:
    return f"  - award: {award}\n    recipient: {{name: {name}, unit: phong-a}}\n" + "".join(
        f"    {one}\n" for one in more
    )


def answers(ran: Ran) -> dict[str, str]:
    tree: dict[str, Any] = json.loads(ran.out)
    return {one["name"]: one["answer"] for one in tree["recipients"]}


def checked(root: Path, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    ran = thidua(root, "check-nomination", "7/TTr-A", "--format", "json", *arguments)
    return ran.status, json.loads(ran.out)["rows"]
