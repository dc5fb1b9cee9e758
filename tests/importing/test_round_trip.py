"""What was imported and is written out as a table again comes back as rows that are all the same."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Any

import xlsxwriter
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plain_yaml import BaseLoader

if TYPE_CHECKING:
    from pathlib import Path

    from tests.importing.conftest import Repository

HEADER = (
    "Họ và tên",
    "Tập thể",
    "Chức vụ",
    "Đơn vị công tác",
    "Danh hiệu",
    "Giới tính",
    "Thành tích",
    "Số quyết định",
    "Ngày quyết định",
)
SYLLABLES = ("Nguyễn", "Trần", "Thị", "Văn", "Hoà", "Thuý", "Đặng", "Ông", "Bà", "An", "Bình", "Và", "Cường")
NAMES = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4).map(" ".join)
TYPED = st.sampled_from(
    (str, str.upper, str.lower, lambda name: unicodedata.normalize("NFD", name), lambda name: f"Ông {name}")
)
UNITS = st.sampled_from(("Phòng Nội vụ", "phong-y-te-mong-cai", "Đội quản lý chợ", ""))
TEXTS = st.sampled_from(("", "Chuyên viên", "- Tốt: 'rất' \"tốt\", #1", "yes", "0123", "a: b", "{x}", "Trưởng phòng"))
PEOPLE = st.tuples(NAMES, TYPED, TEXTS, UNITS, st.sampled_from(("Nam", "nữ", "")), TEXTS).map(
    lambda p: (p[1](p[0]), "", p[2], p[3], "LĐTT", p[4], p[5])
)
COLLECTIVES = st.tuples(NAMES, TEXTS).map(lambda c: ("", f"Tổ {c[0]}", "", "", "TTLĐTT", "", c[1]))
DECISIONS = st.sampled_from((("5/QĐ-UBND", "06/3/2023"), ("6/QĐ-UBND", "7.3.2022")))
ROWS = st.lists(
    st.tuples(st.one_of(PEOPLE, COLLECTIVES), DECISIONS).map(lambda r: (*r[0], *r[1])), min_size=1, max_size=12
)
FIELDS = {"name": 0, "collective": 1, "position": 2, "unit": 3, "sex": 5, "achievement": 6}


def write(file: Path, rows: list[tuple[str, ...]]) -> str:
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        page = book.add_worksheet()
        for place, cells in enumerate((HEADER, *rows)):
            page.write_row(place, 0, cells)
    return str(file)


def exported(root: Path) -> list[tuple[str, ...]]:
    """The rows of all decisions as a table, with ids where the records have them."""
    rows = []
    for file in sorted((root / "records/awards").rglob("*.yaml")):
        tree: Any = yaml.load(file.read_text("utf-8"), BaseLoader)
        for group in tree["awards"]:
            for recipient in group["recipients"]:
                cells = [""] * len(HEADER)
                for field, place in FIELDS.items():
                    cells[place] = recipient.get(field, "")
                cells[4], cells[7], cells[8] = group["award"], tree["decision"]["number"], tree["decision"]["date"]
                rows.append(tuple(cells))
    return rows


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS)
def test_an_imported_decision_written_out_and_read_again_is_the_same(
    repository: Repository, rows: list[tuple[str, ...]]
) -> None:
    for file in (repository.root / "records").glob("awards/*/*.yaml"):
        file.unlink()
    by = ("--authority", "ubnd-mong-cai", "--format", "json")
    first = repository.thidua("import-awards", write(repository.root.parent / "a.xlsx", rows), *by)
    said = json.loads(first.out)
    if first.status:  # namesakes are asked about, and then nothing is written
        assert {row["state"] for row in said["rows"]} & {"ambiguous", "wrong"} or said["diagnostics"]
        assert not list((repository.root / "records").glob("awards/*/*.yaml"))
        return
    again = write(repository.root.parent / "b.xlsx", exported(repository.root))
    for file in (str(repository.root.parent / "a.xlsx"), again):
        found = json.loads(repository.thidua("import-awards", file, *by).out)
        assert {row["state"] for row in found["rows"]} == {"same"}
        assert found["written"] == []
