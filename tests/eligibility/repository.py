"""Small repositories of two units, for questions that no case of the table asks."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.eligibility.expand import SHARED
from tests.plain_yaml import as_yaml
from tests.reports.repository import files, thidua

if TYPE_CHECKING:
    from pathlib import Path

Files = dict[str, Any]

UNITS: Files = SHARED | {
    f"organisations/phong-{one}": {
        "name": f"Phòng Ví Dụ {name}",
        "kind": "co-quan",
        "level": "so-don-vi",
        "parent": "so-vi-du",
        "from": "2000-01-01",
    }
    for one, name in (("mot", "Một"), ("hai", "Hai"))
}
WHOLE: Files = {
    "declarations/phong-mot": {
        "of": "phong-mot",
        "period": "2010-2026",
        "complete": ["danh-hieu", "hinh-thuc", "sang-kien", "ky-luat", "nhan-su"],
        "names_distinct": "co",
    }
}
NAME = "Nguyễn Ví Dụ"
ONE = {"name": NAME, "unit": "phong-mot"}
GRASSROOTS, PROVINCE = "chien-si-thi-dua-co-so", "chien-si-thi-dua-bo-nganh-tinh"
WORKER = "lao-dong-tien-tien"


def decision(award: str, year: int, *recipients: Files, day: str = "", dated: bool = True, name: str = "") -> Files:
    """Return a decision of a year; without `dated` only the day of the decision tells the year."""
    day = day or f"{year}-12-20"
    record: Files = {"decision": {"number": f"{year}{len(award)}{name}/QĐ-VD", "date": day, "authority": "so-vi-du"}}
    if dated:
        record["period"] = str(year)
    record["awards"] = [{"award": award, "recipients": list(recipients)}]
    return {f"awards/{day[:4]}/{award}-{year}{name}": record}


def work(year: int, author: Files) -> Files:
    """Return an initiative that the province recognised."""
    return {
        f"initiatives/{year}/vi-du": {
            "decision": {"number": "9/QĐ-SK", "date": f"{year}-11-02", "authority": "tinh-vi-du"},
            "reach": "bo-nganh-tinh",
            "initiatives": [{"name": "Sổ tay ví dụ", "kind": "sang-kien", "authors": [author]}],
        }
    }


def write(folder: Path, records: Files) -> Path:
    """Write records by their id with its folder."""
    texts = {f"records/{name}.yaml": as_yaml(record) for name, record in records.items()}
    return files(folder, texts | {"thidua.yaml": "format: 1\norganisation: tinh-vi-du\n"})


def asked(root: Path, *arguments: str) -> dict[str, Any]:
    """Return the answer to `thidua eligible`."""
    ran = thidua(root, "eligible", *arguments, "--format", "json")
    assert ran.status == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)
    return found


def answers(root: Path, *arguments: str) -> dict[tuple[str, str | None], str]:
    """Return the answers by id or name, and unit."""
    found = asked(root, *arguments)["recipients"]
    return {(one["id"] or one["name"], one["unit"]): one["answer"] for one in found}
