"""A small office whose names are as awkward as names get, and its exports read back."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import duckdb

from tests.reports.repository import Ran, files, thidua
from thidua.render.csv_cells import unguarded

if TYPE_CHECKING:
    from pathlib import Path

AWKWARD = (
    '=HYPERLINK("http://vi-du.invalid","bấm")',
    "=1+1",
    "+84 900 000 000",
    "-5",
    "@SUM(A1)",
    "'=đã có dấu nháy",
    "''@hai dấu",
    "'không phải công thức",
    "{=1+1}",
    "_x0041_",
    "_x000D_ xuống dòng",
    "http://vi-du.invalid/a?b=c&d=e",
    "mailto:nguoi@vi-du.invalid",
    "internal:Sheet1!A1",
    "A & B <c> \"d\" 'e' ]]>",
    "0123",
    "1E5",
    "1/5",
    "TRUE",
    "null",
    "Nguyễn Văn Ẵẫ Ữ Ỹ ợ",
)

FILES = {
    "thidua.yaml": "format: 1\norganisation: mong-cai\n",
    "records/organisations/quang-ninh.yaml": "name: Tỉnh Quảng Ninh\nlevel: bo-tinh\n",
    "records/organisations/mong-cai.yaml": "name: Thành phố Móng Cái\nparent: quang-ninh\n",
    "records/organisations/phong-noi-vu.yaml": (
        "name: Phòng Nội vụ\nshort: PNV\nparent: mong-cai\naliases: [Phòng NV]\nformer_names: [{name: Phòng Tổ chức}]\n"
        "from: 2010-01-01\n"
    ),
    "records/organisations/phong-cu.yaml": "name: Phòng Cũ\nparent: mong-cai\nsuccessors: [phong-noi-vu]\n",
    "records/people/nguoi-vi-du.yaml": (
        "name: Người Ví Dụ\naliases: [Người Mẫu]\npostings:\n"
        "  - {unit: phong-cu, from: 2009-01-01, to: 2010-01-01}\n  - {unit: phong-noi-vu, from: 2010-01-02}\n"
    ),
    "records/people/chua-duoc-khen.yaml": "name: Chưa Được Khen\n",
    "records/campaigns/thi-dua-vi-du.yaml": "name: Thi đua ví dụ\nof: mong-cai\n",
    "records/blocs/khoi-mot.yaml": "name: Khối số 1\nkind: khoi\norganiser: mong-cai\n",
    "records/bloc-years/2023/khoi-mot.yaml": (
        "members: [phong-noi-vu, phong-cu]\nleader: phong-noi-vu\n"
        "scores:\n  - {member: phong-noi-vu, total: 95.50, rank: 1}\n"
    ),
    "records/awards/2023/1-qd-ubnd.yaml": (
        "decision: {number: 1/QĐ-UBND, date: 2023-03-06, authority: mong-cai}\nperiod: 2022\ncampaign: thi-dua-vi-du\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    recipients:\n"
        "      - {name: Người Ví Dụ, unit: phong-noi-vu, person: nguoi-vi-du, class: truc-tiep-lao-dong, sex: nu}\n"
        "      - {name: Trần Văn Mẫu, unit: phong-noi-vu, posthumous: co}\n"
        "      - {collective: phong-noi-vu}\n"
        "  - award: giay-khen-cap-huyen\n    counted: {collectives: 2, individuals: 30, qualifier: hon}\n"
        "  - award: bieu-duong\n    described: nhiều tập thể\n"
    ),
    "records/awards/2023/2-qd-ubnd.yaml": (
        "decision: {number: 2/QĐ-UBND, date: 2023-12-06, authority: quang-ninh}\nperiod: 2023\n"
        "presented: {date: 2024-01-05}\n"
        "awards:\n  - award: bang-khen-bo-nganh-tinh\n    recipients:\n"
        "      - {name: Trần Văn Mẫu, unit: phong-noi-vu}\n      - {household: Lê Thị Hộ, unit: Nơi khác}\n"
    ),
    "records/awards/2023/3-qd-ubnd.yaml": (
        "decision: {number: 3/QĐ-UBND, authority: quang-ninh}\n"
        "awards:\n  - award: bang-khen-bo-nganh-tinh\n    recipients:\n      - {name: Không Rõ Năm, unit: Nơi khác}\n"
    ),
    "records/catalogue/bieu-duong.yaml": (
        "name: Biểu dương\ngroup: bieu-duong\nkind: bieu-duong\nlevel: huyen\nrecipients: [tap-the]\n"
    ),
    "records/revocations/9-qd-ubnd.yaml": (
        "decision: 2023/2-qd-ubnd\nnumber: 9/QĐ-UBND\nrows:\n  - {name: Trần Văn Mẫu, unit: phong-noi-vu}\n"
    ),
    "records/awards/2021/4-qd-ubnd.yaml": (
        "decision: {number: 4/QĐ-UBND, date: 2021-03-06, authority: mong-cai}\n"
        "awards:\n  - award: giay-khen-cap-huyen\n    name: '=Tên riêng của giấy khen'\n    recipients:\n"
        + "".join(f"      - {{name: {json.dumps(name, ensure_ascii=False)}, unit: phong-noi-vu}}\n" for name in AWKWARD)
    ),
    "records/nominations/2023/5-ttr.yaml": (
        "number: 5/TTr\ndate: 2023-02-01\nby: phong-noi-vu\nto: mong-cai\nperiod: 2022\n"
        "rows:\n  - {award: giay-khen-cap-huyen, recipient: {name: Người Được Đề Nghị, unit: phong-noi-vu}}\n"
    ),
}

FORMATS = ("xlsx", "csv", "jsonl", "sqlite", "parquet")
WHATS = ("awards", "nominations", "persons", "units", "blocs")


class Office:
    def __init__(self, root: Path) -> None:
        self.root = files(root, FILES)
        self.out = root.parent / "out"
        self.out.mkdir(exist_ok=True)

    def write(self, path: str, text: str) -> None:
        files(self.root, {path: text})

    def export(self, *arguments: str) -> Ran:
        return thidua(self.root, "export", *arguments)

    def file(self, what: str, ending: str, *arguments: str) -> Path:
        """Export to a file and return it."""
        file = self.out / f"{what}.{ending}"
        ran = self.export(what, "-o", str(file), *arguments)
        assert ran.status == 0, ran.err
        assert str(file) in ran.err
        assert ran.out == ""
        return file

    def rows(self, what: str, *arguments: str) -> list[dict[str, Any]]:
        """Return the rows of an export by the names of their columns."""
        ran = self.export(what, "--format", "jsonl", *arguments)
        assert ran.status == 0, ran.err
        return [json.loads(line) for line in ran.out.splitlines()]


def from_csv(file: Path) -> list[dict[str, str]]:
    text = file.read_bytes().decode("utf-8-sig")
    lines = csv.DictReader(io.StringIO(text, newline=""))
    return [{name: unguarded(cell) for name, cell in line.items()} for line in lines]


def from_sqlite(file: Path, table: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(file)) as db:
        db.row_factory = sqlite3.Row
        return [dict(row) for row in db.execute(f'SELECT * FROM "{table}" ORDER BY rowid')]


def from_parquet(file: str) -> list[dict[str, Any]]:
    with duckdb.connect() as db:
        answer = db.execute(f"SELECT * FROM read_parquet('{file}')")
        names = [column[0] for column in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
