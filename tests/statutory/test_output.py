"""The tables of one invented province as they are printed: Markdown, HTML and JSON from one report."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.repository import report

if TYPE_CHECKING:
    from tests.statutory.office import Office

GOLDEN = Path(__file__).with_name("golden")
FILES = {"tinh-vi-du-2025.md": "all", "tinh-vi-du-2025-bieu-03.json": "bieu-03"}

CLASSES = ("lanh-dao-vu-so", "lanh-dao-khac", "truc-tiep-lao-dong", "truc-tiep-lao-dong", "doanh-nhan")


def fill(office: Office) -> Office:
    """A year with everything: known, partly known and not known."""
    people = [f"{{name: Lê Văn Mẫu {n}, unit: xa-vi-du, class: {one}}}" for n, one in enumerate(CLASSES)]
    state = {"authority": "chinh-phu-vi-du"}
    office.decision(
        "bang-khen-bo-nganh-tinh", ", ".join([*people, "{collective: xa-vi-du}", "{collective: cong-ty-vi-du}"])
    )
    office.decision(
        "bang-khen-bo-nganh-tinh", "counted: {collectives: 12, individuals: 30, direct_workers: 18}", method="dot-xuat"
    )
    office.decision("bang-khen-bo-nganh-tinh", "{name: Đỗ Thị Mẫu, unit: xa-vi-du}", method="")
    office.decision("chien-si-thi-dua-bo-nganh-tinh", ", ".join(people[:3]))
    office.decision("tap-the-lao-dong-xuat-sac", "{collective: xa-vi-du}")
    office.decision("huan-chuong-lao-dong-hang-ba", f"{{collective: xa-vi-du}}, {people[2]}", **state)
    office.decision("bang-khen-cua-thu-tuong-chinh-phu", f"{people[0]}, {{name: Vũ Mẫu}}", **state)
    rows = "  - {award: huan-chuong-lao-dong-hang-ba, recipient: {collective: xa-vi-du}}\n"
    office.write("nominations/2025/1-ttr", f"date: 2025-10-01\nby: tinh-vi-du\nrows:\n{rows}")
    office.write(
        "campaigns/mau-1",
        "name: Phong trào Mẫu\nkind: chuyen-de\nscope: don-vi\nperiod: 2025-2029\n"
        "launched: {date: 2025-02-03, by: tinh-vi-du}\n",
    )
    office.write(
        "campaigns/mau-2",
        "name: Phong trào Khác\nkind: thuong-xuyen\nperiod: 2025\nlaunched: {date: 2025-02-03, by: xa-vi-du}\n",
    )
    office.write(
        "years/2025/tinh-vi-du",
        "fund: {collected: 7100000000, spent: 6985000000, budget_share: 1.0}\nsource: {document: Báo cáo quỹ}\n",
    )
    return office


@pytest.mark.parametrize("file", FILES)
def test_tables_are_what_they_were(office: Office, file: str, update_golden: bool) -> None:
    made = report(fill(office).root, "2025", "--form", FILES[file], ending=Path(file).suffix)
    if update_golden:
        (GOLDEN / file).write_text(made, "utf-8", newline="\n")
    assert made.encode() == (GOLDEN / file).read_bytes(), "read the difference, then run `make golden`"


def test_two_runs_give_the_same_bytes(office: Office) -> None:
    root = fill(office).root
    first = report(root, "2025", "--form", "all", ending=".html")
    assert report(root, "2025", "--form", "all", ending=".html") == first


def test_every_row_of_a_markdown_table_has_as_many_cells_as_its_head(office: Office) -> None:
    text = report(fill(office).root, "2025", "--form", "all")
    tables = re.findall(r"(?m)(?:^\|.*\n)+", text)
    assert len(tables) == 12
    for table in tables:
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(widths) == 1, table


def test_every_note_that_a_cell_names_stands_below_its_table(office: Office) -> None:
    for table in json.loads(report(fill(office).root, "2025", "--form", "all", ending=".json"))["tables"]:
        named = {cell["note"] for row in table["rows"] for cell in row["cells"] if cell["note"]}
        assert named == {note["number"] for note in table["notes"]} == {*range(1, len(named) + 1)}


def test_html_leads_from_a_figure_to_its_records_and_from_an_open_cell_too(office: Office) -> None:
    page = report(fill(office).root, "2025", "--form", "0603", ending=".html")
    assert "size: A4 landscape" in page
    assert re.search(r'<a class="so"[^>]*>ít nhất 2</a> \(\d+\)', page)
    assert re.search(r'<a class="so"[^>]*>chưa rõ</a> \(\d+\)', page)
    assert "<code>records/awards/2025/1-qd-vd.yaml:8</code>" in page


def test_markdown_with_trace_says_where_each_figure_is_from(office: Office) -> None:
    text = report(fill(office).root, "2025", "--form", "0603", "--trace")
    assert "`records/awards/2025/2-qd-vd.yaml:" in text


def test_json_says_state_reason_and_records(office: Office) -> None:
    found: dict[str, Any] = json.loads(report(fill(office).root, "2025", "--form", "0603", ending=".json"))
    assert (found["version"], found["kind"], found["organisation"]) == (1, "statutory", "Tỉnh Ví Dụ")
    (table,) = found["tables"]
    cell = table["rows"][0]["cells"][1]
    assert (cell["state"], cell["figure"]["value"], cell["because"]) == ("biet", 50, [])
    assert {"path", "line", "label"} <= cell["figure"]["records"][0].keys()
    assert table["rows"][2]["label_en"] == "Collectives"
    assert table["confidence"] == "mot-nguon"


def test_tables_come_in_the_order_asked_and_once(office: Office) -> None:
    asked = ("--form", "bieu-05", "--form", "0601", "--form", "bieu-05")
    found = json.loads(report(office.root, "2025", *asked, ending=".json"))["tables"]
    assert [one["id"] for one in found] == ["bieu-05", "0601"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("2025", "--form", "0699"), "0601, 0602, 0603, bieu-01, bieu-03, bieu-05, all"),
        (("2025", "--bloc", "khoi", "--form", "0601"), "--bloc"),
        (("--campaign", "mau", "--form", "0601"), "--campaign"),
        (("2025", "--of", "khong-co", "--form", "0601"), "khong-co"),
        (("--form", "0601"), "thidua report 2019"),
    ],
)
def test_what_cannot_be_asked_is_told(office: Office, asked: tuple[str, ...], said: str) -> None:
    ran = office.run(*asked)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_a_file_that_cannot_be_read_is_named(office: Office) -> None:
    office.write("awards/2025/hong", "awards: [")
    ran = office.run("2025", "--form", "0603")
    assert ran.status == 1
    assert "**Báo cáo chưa đầy đủ:** không đọc được records/awards/2025/hong.yaml" in ran.out
    assert "hong.yaml" in ran.err


def test_doubts_of_what_is_counted_stand_in_the_appendix(office: Office) -> None:
    office.write(
        "awards/2025/1",
        "decision: {date: 2025-03-01, authority: ubnd-tinh-vi-du}\nawards:\n"
        "  - award: bang-khen-bo-nganh-tinh\n    counted: {individuals: 3, doubt: Nơi khác viết 4}\n",
    )
    assert "| 1 | Nơi khác viết 4 |" in office.run("2025", "--form", "0603").out


def test_a_span_before_the_form_says_so(office: Office) -> None:
    assert "Kỳ báo cáo trước ngày ban hành biểu." in office.run("2020", "--form", "0603").out
    assert "Kỳ báo cáo trước ngày ban hành biểu." not in office.run("2025", "--form", "0603").out
    assert "mới có một nguồn" in office.run("2025", "--form", "0603").out


def test_the_note_of_bieu_01_says_whose_nominations_count(office: Office) -> None:
    office.write(
        "nominations/2025/7-ttr-vd",
        "number: 7/TTr-VD\ndate: 2025-12-02\nby: xa-vi-du\n"
        "rows:\n  - {award: lao-dong-tien-tien, counted: {individuals: 3}}\n",
    )
    told = office.run("2025", "--form", "bieu-01").out
    assert "không có hồ sơ đề nghị thuộc biểu này" in told
    assert "đơn vị trực thuộc trình" in told


def test_bieu_05_says_what_the_law_lets_the_fund_be(office: Office) -> None:
    told = office.run("2025", "--form", "bieu-05").out
    assert "chi ngân sách thường xuyên của tỉnh, xã đồng bằng, thành phố (tối đa): Nghị định 152/2025/NĐ-CP" in told
    assert [one["pct"] for one in office.table("bieu-05")["funds"]] == ["1.0", "1.5", "20", "20"]
    assert "Mức quỹ theo quy định" not in office.run("2019", "--form", "bieu-05").out
