"""Which rows are exported, what stands beside them, and in what order."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.export.office import AWKWARD, WHATS
from tests.reports.repository import seeds, thidua
from thidua.app.export import TAKES
from thidua.app.fresh import fresh
from thidua.report.export import sheet
from thidua.report.export_columns import COLUMNS, TITLES, What
from thidua.store.exported import Chosen
from thidua.store.queries import Scope
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.export.office import Office


def named(rows: list[dict[str, Any]]) -> list[str | None]:
    return [row["name"] for row in rows]


@pytest.mark.parametrize("what", WHATS)
def test_every_row_has_a_value_for_every_column(office: Office, what: str) -> None:
    state = fresh(find_workspace(office.root))
    made = sheet(What(what), state.register, Chosen(Scope(), "mong-cai"))
    lengths = {len(row) for row in made.rows}
    assert lengths == {len(COLUMNS[What(what)])}


@pytest.mark.parametrize("what", list(What))
def test_columns_are_told_apart_and_have_words_in_both_languages(what: What) -> None:
    columns = COLUMNS[what]
    for names in ([c.name for c in columns], [c.title.vi for c in columns], [c.title.en for c in columns]):
        assert len(set(names)) == len(names)
    assert all(c.title.vi and c.title.en and c.means.vi and c.means.en for c in columns)
    assert all(c.title.en.isascii() for c in columns)
    assert TITLES[what].vi
    assert what in TAKES


def test_rows_come_in_the_order_of_files_and_lines(office: Office) -> None:
    places = [(row["path"], row["line"]) for row in office.rows("awards")]
    assert places == sorted(places)
    assert len(places) == len(AWKWARD) + 9


def test_names_stand_beside_ids(office: Office) -> None:
    row = next(row for row in office.rows("awards") if row["recipient"])
    assert (row["recipient"], row["name"]) == ("phong-noi-vu", "Phòng Nội vụ")
    assert (row["authority"], row["authority_name"]) == ("mong-cai", "Thành phố Móng Cái")
    assert (row["award"], row["award_name"]) == (
        "giay-khen-cap-huyen",
        "Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện",
    )
    assert (row["campaign"], row["campaign_name"]) == ("thi-dua-vi-du", "Thi đua ví dụ")
    elsewhere = next(row for row in office.rows("awards") if row["kind"] == "ho-gia-dinh")
    assert (elsewhere["unit"], elsewhere["unit_name"]) == (None, "Nơi khác")


def test_a_row_says_whether_it_is_granted_presented_or_revoked(office: Office) -> None:
    by_name = {row["name"]: row["status"] for row in office.rows("awards", "--year", "2023")}
    assert by_name == {"Trần Văn Mẫu": "thu-hoi", "Lê Thị Hộ": "da-trao"}
    assert {row["status"] for row in office.rows("awards", "--year", "2022")} == {"da-quyet-dinh"}


def test_what_is_not_known_is_neither_zero_nor_no(office: Office) -> None:
    rows = office.rows("awards", "--year", "2022")
    described = rows[-1]
    assert (described["recipients"], described["described"]) == (None, "nhiều tập thể")
    assert [row["posthumous"] for row in rows[:2]] == [None, True]
    counted = [(row["kind"], row["recipients"], row["qualifier"], row["name"]) for row in rows[3:5]]
    assert counted == [("tap-the", 2, "hon", None), ("ca-nhan", 30, "hon", None)]
    assert next(row for row in office.rows("awards") if row["name"] == "Không Rõ Năm")["year"] is None


def test_nominations_are_no_awards(office: Office) -> None:
    assert "Người Được Đề Nghị" not in named(office.rows("awards"))
    (row,) = office.rows("nominations")
    assert (row["name"], row["status"], row["year"], row["to_name"]) == (
        "Người Được Đề Nghị",
        "de-nghi",
        2022,
        "Thành phố Móng Cái",
    )
    assert office.rows("nominations", "--year", "2023") == []
    assert len(office.rows("nominations", "--from", "1/1/2023", "--to", "31/12/2023")) == 1
    assert office.rows("nominations", "--campaign", "thi-dua-vi-du") == []
    assert len(office.rows("nominations", "--of", "phong-noi-vu")) == 1


def test_awards_are_chosen_by_year_day_campaign_and_whose(office: Office) -> None:
    assert len(office.rows("awards", "--year", "2022")) == 6
    assert len(office.rows("awards", "--from", "1/3/2023", "--to", "31/3/2023")) == 6
    assert len(office.rows("awards", "--campaign", "thi đua ví dụ")) == 6
    mine = office.rows("awards", "--of", "phòng nội vụ")
    assert "Lê Thị Hộ" not in named(mine)
    assert "Không Rõ Năm" not in named(mine)
    assert {"Trần Văn Mẫu", "Người Ví Dụ", "Phòng Nội vụ"} <= set(named(mine))
    assert all(row["conferred_here"] is False for row in mine)
    of_city = office.rows("awards", "--of", "mong-cai")
    assert {row["conferred_here"] for row in of_city} == {True, False}


def test_who_confers_is_not_known_where_no_office_is(office: Office) -> None:
    office.write("thidua.yaml", "format: 1\n")
    assert {row["conferred_here"] for row in office.rows("awards")} == {None}


def test_persons_are_those_with_a_record_and_those_in_rows(office: Office) -> None:
    first, second, *others = office.rows("persons")
    assert (first["person"], first["awards"], first["first_year"]) == ("chua-duoc-khen", 0, None)
    assert (second["person"], second["other_names"], second["unit"], second["unit_since"]) == (
        "nguoi-vi-du",
        "Người Mẫu",
        "phong-noi-vu",
        "2010-01-02",
    )
    assert (second["awards"], second["first_year"], second["last_year"]) == (1, 2022, 2022)
    counted = {row["name"]: row["awards"] for row in others}
    assert counted["Trần Văn Mẫu"] == 1  # the revoked row is none
    assert "Lê Thị Hộ" not in counted
    of_2022 = office.rows("persons", "--year", "2022")
    assert named(of_2022) == ["Người Ví Dụ", "Trần Văn Mẫu"]


def test_units_tell_their_names_and_kin(office: Office) -> None:
    units = {row["unit"]: row for row in office.rows("units")}
    assert units["phong-noi-vu"]["short"] == "PNV"
    assert units["phong-noi-vu"]["other_names"] == "Phòng NV; Phòng Tổ chức"
    assert units["phong-cu"]["successors"] == "phong-noi-vu"
    assert units["phong-cu"]["parent_name"] == "Thành phố Móng Cái"
    assert [row["unit"] for row in office.rows("units", "--of", "mong-cai")] == ["mong-cai", "phong-cu", "phong-noi-vu"]


def test_blocs_have_a_row_for_each_member(office: Office) -> None:
    first, second = office.rows("blocs", "--year", "2023")
    assert (first["member"], first["total"], first["rank"], first["leader_name"]) == (
        "phong-noi-vu",
        "95.50",
        1,
        "Phòng Nội vụ",
    )
    assert (second["member_name"], second["total"], second["rank"]) == ("Phòng Cũ", None, None)
    assert office.rows("blocs", "--year", "2022") == []
    office.write("records/blocs/khoi-hai.yaml", "name: Khối số 2\n")
    lonely = office.rows("blocs")[0]
    assert (lonely["bloc"], lonely["year"], lonely["member"]) == ("khoi-hai", None, None)


def test_statutory_tables_have_the_figures_of_the_report(tmp_path: Path) -> None:
    root, file = seeds(tmp_path / "office"), tmp_path / "all.json"
    rows = tables_of(root)
    assert thidua(root, "report", "2019", "--form", "all", "-o", str(file)).status == 0
    tables = json.loads(file.read_text("utf-8"))["tables"]
    cells = [(table["id"], cell) for table in tables for line in table["rows"] for cell in line["cells"]]
    assert [(row["form"], row["state"], row["words"]) for row in rows] == [
        (form, cell["state"], cell["text"]) for form, cell in cells
    ]
    values = [str(cell["figure"]["value"]) if cell["figure"] else None for _, cell in cells]
    assert [row["value"] for row in rows] == values
    assert any(values)
    assert None in values
    assert tables_of(root, "--form", "0603") == [row for row in rows if row["form"] == "0603"]


def tables_of(root: Path, *arguments: str) -> list[dict[str, Any]]:
    ran = thidua(root, "export", "tables", "--year", "2019", "--format", "jsonl", *arguments)
    assert ran.status == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


MISUSED = {
    ("awards", "-o", "x.docx"): "phải có đuôi",
    ("awards", "-o", "x.csv", "--format", "xlsx"): "không khớp",
    ("awards", "--format", "xlsx"): "cần `-o`",
    ("awards", "--year", "không"): "không phải là năm",
    ("awards", "--year", "²⁰²³"): "không phải là năm",
    ("awards", "--year", "2023", "--from", "1/1/2023"): "không dùng cùng",
    ("awards", "--from", "1/1/2023"): "cần cả",
    ("awards", "--from", "1/1/2023", "--to", "1/1/2022"): "đứng trước",
    ("awards", "--from", "x", "--to", "y"): "không phải ngày",
    ("awards", "--of", "khong-co"): "khong-co",
    ("awards", "--form", "0603"): "không lọc được theo `--form`",
    ("units", "--year", "2023"): "không lọc được theo `--year`",
    ("units", "--campaign", "thi-dua-vi-du"): "không lọc được theo `--campaign`",
    ("blocs", "--from", "1/1/2023", "--to", "2/1/2023"): "không lọc được theo `--from`",
    ("tables",): "cần `--year`",
    ("tables", "--year", "2023", "--form", "0999"): "không có biểu `0999`",
    ("units", "--format", "parquet", "-o", "kho"): "chỉ `awards`",
    ("awards", "--format", "parquet", "-o", "kho", "--campaign", "thi-dua-vi-du"): "giữ cả năm",
    ("awards", "-o", "khong/co/x.csv"): "không có thư mục",
    ("gi-do",): "gi-do",
}


@pytest.mark.parametrize("arguments", MISUSED, ids=" ".join)
def test_misuse_says_what_is_wrong(office: Office, arguments: tuple[str, ...]) -> None:
    ran = office.export(*arguments)
    assert ran.status == 2
    assert MISUSED[arguments] in ran.err
    assert ran.out == ""


def test_files_that_cannot_be_read_are_told(office: Office) -> None:
    office.write("records/awards/2023/7-qd-ubnd.yaml", "awards: [\n")
    ran = office.export("awards")
    assert ran.status == 1
    assert "records/awards/2023/7-qd-ubnd.yaml" in ran.err
    assert office.export("awards", "--partial").status == 0
