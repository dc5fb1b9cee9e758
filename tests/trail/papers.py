"""Reports printed to files, and what `thidua verify` tells of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.reports.repository import thidua
from tests.trail.office import DECISION, SOURCE, Repository, decision

if TYPE_CHECKING:
    from pathlib import Path

AN, BINH = "name: Lê Thị An, unit: phong-mau", "name: Trần Văn Bình, unit: phong-mau"
OTHER = "records/awards/2023/6-qd-ubnd.yaml"
MORE = {
    DECISION: decision(AN, BINH),
    "records/campaigns/mau-xanh.yaml": "name: Huyện Lạ màu xanh\nof: huyen-la\n" + SOURCE,
    "records/blocs/khoi-mau.yaml": "name: Khối Mẫu\nkind: khoi\norganiser: huyen-la\n",
    "records/bloc-years/2023/khoi-mau.yaml": "members: [phong-mau]\nleader: phong-mau\n",
}


def paper(office: Repository, ending: str = ".md", *asked: str) -> Path:
    file = office.root.parent / f"giay{ending}"
    ran = thidua(office.root, "report", *(asked or ("2023",)), "-o", str(file))
    assert ran.status == 0, ran.err
    return file


def verdict(office: Repository, file: Path, *arguments: str) -> dict[str, Any]:
    ran = thidua(office.root, "verify", str(file), "--format", "json", *arguments)
    found: dict[str, Any] = json.loads(ran.out)
    assert ran.status == (0 if found["outcome"] == "equal" else 1)
    return found


def outcome(office: Repository, file: Path, *arguments: str) -> str:
    told: str = verdict(office, file, *arguments)["outcome"]
    return told
