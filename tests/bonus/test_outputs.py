"""The list as Markdown, CSV and JSON; what the command takes and how it ends."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import thidua
from thidua.law.entry import Confidence
from thidua.render.bonus_csv import HEADINGS
from thidua.render.bonus_words import label
from thidua.render.csv_cells import guarded
from thidua.report.bonus_amount import Reason
from thidua.report.bonus_rows import Payer, Status

if TYPE_CHECKING:
    from tests.bonus.office import Office

MAU = "{name: Trần Văn Mẫu, unit: phong-noi-vu}"


def test_money_is_printed_as_offices_write_it(office: Office) -> None:
    text = office.bonus(office.decision(f"bang-khen-bo-nganh-tinh: {MAU}, {{name: Lê Văn Mẫu, posthumous: co}}")).out
    assert "| 1,5 | 2.530.000 | 3.800.000 đồng | Thành phố Móng Cái |" in text
    assert "**Tổng cộng: 3.800.000 đồng.**" in text
    assert "Chưa tính vào tổng: 1 dòng" in text
    assert "| Phòng Nội vụ | 3.800.000 đồng |" in text
    assert "Nghị định 152/2025/NĐ-CP Điều 54.1b (đã xác nhận) | records/awards/2026/1-qd-ubnd.yaml:9 |" in text
    assert "Nghị định 161/2026/NĐ-CP" in text


def test_a_list_without_rows_says_so(office: Office) -> None:
    ran = office.bonus("2025")
    assert (ran.status, "Không có khen thưởng nào" in ran.out) == (0, True)


@pytest.mark.parametrize("cell", ["=1+1", "+84", "-1", "@SUM(A1)", "\tx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert guarded(f"x{cell}") == f"x{cell}"


def test_the_csv_has_a_byte_order_mark_and_one_line_for_each_row(office: Office) -> None:
    decision = office.decision(f"bang-khen-bo-nganh-tinh: {MAU}, {{name: '=HYPERLINK(1)'}}")
    file = office.root.parent / "list.csv"
    ran = office.bonus(decision, "-o", str(file))
    assert (ran.status, ran.out) == (0, "")
    assert file.read_bytes().startswith(b"\xef\xbb\xbfTT,")
    lines = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    assert tuple(lines[0]) == HEADINGS
    assert [line[1] for line in lines[1:]] == ["Trần Văn Mẫu", "'=HYPERLINK(1)"]
    assert lines[1][8:12] == ["1.5", "2530000", "3800000", "3800000"]
    assert office.bonus(decision, "--format", "csv").out.encode() == file.read_bytes()


def test_json_has_the_ground_of_every_row(office: Office) -> None:
    found = office.data(office.decision(f"bang-khen-bo-nganh-tinh: {MAU}"))
    row = found["rows"][0]
    assert (found["version"], found["kind"]) == (1, "bonus")
    assert (row["multiple"], row["salary"], row["each"]) == ("1.5", "2530000", "3800000")
    assert row["amount"]["records"] == [row["record"]] == found["total"]["records"]
    assert row["record"] == {
        "path": "records/awards/2026/1-qd-ubnd.yaml",
        "line": 9,
        "label": "Trần Văn Mẫu",
        "rows": 1,
        "counted": None,
        "last": 0,
    }
    assert found["salaries"][0]["article"] == "Nghị định 161/2026/NĐ-CP"
    assert {one["article"] for one in found["grounds"]} >= {"Nghị định 152/2025/NĐ-CP Điều 49.2"}


def test_a_long_sum_names_decisions(office: Office) -> None:
    many = ", ".join(f"{{name: Trần Văn Mẫu {number}}}" for number in range(61))
    found = office.data(office.decision(f"giay-khen-cap-xa: {many}"))
    assert [one["rows"] for one in found["total"]["records"]] == [61]


@pytest.mark.parametrize(
    "asked",
    ["2026/1-qd-ubnd", "awards/2026/1-qd-ubnd", "records/awards/2026/1-qd-ubnd.yaml", "1/QĐ-UBND", "1/qd-ubnd", "1"],
)
def test_a_decision_is_named_by_id_path_or_number(asked: str, office: Office) -> None:
    office.decision(f"lao-dong-tien-tien: {MAU}")
    assert office.outcomes(asked) == ["760000"]


def test_two_decisions_of_one_number_are_listed(office: Office) -> None:
    office.decision(f"lao-dong-tien-tien: {MAU}")
    text = (office.root / "records/awards/2026/1-qd-ubnd.yaml").read_text("utf-8")
    office.write("records/awards/2026/1-qd-ubnd-2.yaml", text)
    ran = office.bonus("1/QĐ-UBND")
    assert (ran.status, ran.out) == (2, "")
    assert "records/awards/2026/1-qd-ubnd-2.yaml" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("999/QĐ-UBND",),
        ("2025", "--of", "khong-co"),
        ("1", "--of", "mong-cai"),
        ("2025", "-o", "x.odt"),
        ("2025", "-o", "x.csv", "--format", "json"),
        ("2025", "--format", "xml"),
    ],
)
def test_misuse_ends_with_2_and_prints_nothing(arguments: tuple[str, ...], office: Office) -> None:
    office.decision(f"lao-dong-tien-tien: {MAU}")
    ran = office.bonus(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_a_file_that_cannot_be_read_is_named_and_ends_with_1(office: Office) -> None:
    office.decision(f"lao-dong-tien-tien: {MAU}")
    office.write("records/awards/2026/2-qd-ubnd.yaml", "awards: [\n")
    year, other, broken = office.bonus("2025"), office.bonus("1"), office.bonus("2026/2-qd-ubnd")
    assert (year.status, other.status, broken.status) == (1, 0, 1)
    assert "**Danh sách chưa đầy đủ:** không đọc được records/awards/2026/2-qd-ubnd.yaml." in year.out
    assert "760.000 đồng" in year.out
    assert "2-qd-ubnd.yaml" in broken.err


def test_a_revocation_that_cannot_be_read_ends_with_1(office: Office) -> None:
    decision = office.decision(f"lao-dong-tien-tien: {MAU}")
    office.write("records/revocations/1.yaml", "rows: [\n")
    assert office.bonus(decision).status == 1


def test_the_office_may_have_its_own_template(office: Office) -> None:
    decision = office.decision(f"lao-dong-tien-tien: {MAU}")
    office.write("templates/bonus.md.j2", "{{ report.total|figure }}\n")
    assert office.bonus(decision).out == "760.000 đồng\n"
    office.write("templates/bonus.md.j2", "\n{{ report.sum }}\n")
    ran = office.bonus(decision)
    assert ran.status == 1
    assert "bonus.md.j2` dòng 2" in ran.err


def test_nothing_is_written_and_two_runs_print_the_same(office: Office) -> None:
    decision = office.decision(f"lao-dong-tien-tien: {MAU}")
    before = sorted(office.root.rglob("*"))
    first, second = office.bonus(decision), office.bonus(decision)
    assert first == second
    assert sorted(office.root.rglob("*")) == before


def test_text_of_records_is_no_markdown(office: Office) -> None:
    text = office.bonus(office.decision("lao-dong-tien-tien: {name: 'A | **B** <b>'}")).out
    assert r"A \| \*\*B\*\* \<b\>" in text


def test_the_seed_records_say_what_they_lack(tmp_path_factory: pytest.TempPathFactory) -> None:
    from tests.reports.repository import seeds

    ran = thidua(seeds(tmp_path_factory.mktemp("seeds")), "bonus", "2019", "--of", "mong-cai")
    assert ran.status == 0
    assert "chưa tính được" in ran.out
    assert "bản ghi chưa có ngày quyết định" in ran.out


def test_every_status_reason_and_payer_has_words() -> None:
    assert not [slug for slug in (*Status, *Reason, *Payer, *Confidence) if label(slug) == slug]


def test_a_list_says_how_many_rows_were_withdrawn_and_by_which_paper(office: Office) -> None:
    decision = office.decision(f"bang-khen-bo-nganh-tinh: {MAU}, {{name: Lê Văn Mẫu, unit: phong-noi-vu}}")
    office.write(
        "records/revocations/1.yaml",
        f"number: 30/QĐ-UBND\ndate: 2026-09-03\ndecision: {decision}\nrows:\n"
        "  - {name: Trần Văn Mẫu, unit: phong-noi-vu}\n  - {name: Lê Văn Mẫu, unit: phong-noi-vu}\n",
    )
    whole = office.bonus(decision).out
    assert "Đã thu hồi, không tính tiền thưởng: 2 dòng, theo 30/QĐ-UBND ngày 03/9/2026." in whole
    assert "Không có khen thưởng nào" not in whole
    assert [one["number"] for one in office.data(decision)["withdrawn_by"]] == ["30/QĐ-UBND"]


def test_what_is_printed_names_no_fields_and_a_title_twice_is_called_so(office: Office) -> None:
    """A paper is for people: what a record lacks is told in words."""
    assert not any("`" in label(one) for one in (*Reason, *Status, *Payer))
    twice = office.bonus(office.decision(f"lao-dong-tien-tien: {MAU}, {MAU}")).out
    assert "đã hưởng mức của chính danh hiệu này ở dòng khác" in twice
    assert "danh hiệu cao hơn" not in twice.partition("CĂN CỨ")[0]


def test_of_two_titles_of_equal_worth_neither_is_called_the_higher(office: Office) -> None:
    equal = office.decision(f"lao-dong-tien-tien: {MAU}\nchien-si-tien-tien: {MAU}")
    text = office.bonus(equal).out.partition("CĂN CỨ")[0]
    assert "đã hưởng mức của danh hiệu khác, không thấp hơn" in text
    assert "cao hơn" not in text


def test_days_of_decisions_are_written_as_offices_cite_them(office: Office) -> None:
    office.decision(f"lao-dong-tien-tien: {MAU}", date="2026-08-01")
    assert "| 1/QĐ-UBND 01/8/2026 |" in office.bonus("2025").out
