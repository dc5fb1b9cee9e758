"""What each cell counts in 0601.N, 0602.N and the yearly tables, by facts 6.1 (Circular 02/2023/TT-BNV) and 6.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.statutory.cells import (
    BK,
    BKTT,
    COLLECTIVE,
    GT,
    HC,
    NO_DATA,
    OUT,
    known,
    least,
    person,
    unclear,
)

if TYPE_CHECKING:
    from tests.statutory.office import Cell, Office


# 0602.N


@pytest.mark.parametrize(
    ("award", "whom", "column", "row"),
    [
        (HC, COLLECTIVE, "2 tập thể", "6"),
        (HC, person(class_="lanh-dao-vu-so"), "2 cá nhân", "11"),
        ("huy-chuong-huu-nghi", person(), "2 cá nhân", "9"),
        ("giai-thuong-ho-chi-minh", person(), "3", "14"),
        (GT, person(), "4", "14"),
        ("anh-hung-lao-dong", COLLECTIVE, "5 tập thể", "6"),
        ("nha-giao-nhan-dan", person(), "5 cá nhân", "9"),
        ("co-thi-dua-cua-chinh-phu", "{enterprise: Công ty Mẫu, unit: xa-vi-du}", "6", "7"),
        (BKTT, "{household: Trần Thị Mẫu, unit: xa-vi-du}", "7 tập thể", "8"),
        (BKTT, person(class_="doanh-nhan"), "7 cá nhân", "12"),
        ("chien-si-thi-dua-toan-quoc", person(class_="lanh-dao-khac"), "8", "13"),
        ("ky-niem-chuong-ubtvqh", person(class_="lanh-dao-bo-tinh"), "9 cá nhân", "10"),
    ],
)
def test_a_row_of_0602(office: Office, award: str, whom: str, column: str, row: str) -> None:
    office.decision(award, whom, authority="chinh-phu-vi-du", method="doi-ngoai")
    cells = office.cells("0602")
    assert cells[row, column] == cells["1", column] == cells["1", "1"] == cells["18", column] == known(1)
    assert cells["2", column] == cells["3", column] == unclear("chua-ghi-co-quan-trinh")


def test_each_order_has_its_columns_and_row_and_column_may_shut_each_other_out(office: Office) -> None:
    office.decision(HC, COLLECTIVE, authority="chinh-phu-vi-du")
    office.decision("huy-chuong-huu-nghi", person(), authority="chinh-phu-vi-du")
    table = office.table("0602")
    assert [(c["number"], c["group"], c["label"]) for c in table["columns"]][1:5] == [
        ("2", "Huân chương Lao động hạng Ba", "tập thể"),
        ("2", "Huân chương Lao động hạng Ba", "cá nhân"),
        ("2", "Huy chương Hữu nghị", "tập thể"),
        ("2", "Huy chương Hữu nghị", "cá nhân"),
    ]
    assert office.cells("0602")["6", "7 cá nhân"] == OUT


# 0601.N


def campaign(**fields: str) -> str:
    given = {"launched": "{date: 2025-03-01, by: xa-vi-du}", **fields}
    return "name: Phong trào Mẫu\n" + "".join(f"{key}: {value}\n" for key, value in given.items() if value)


@pytest.mark.parametrize(
    ("fields", "row", "column", "cell"),
    [
        ({}, "01", "1", known(1)),
        ({}, "01", "4", known(1)),
        ({}, "01", "2", known(0)),
        ({"launched": "{date: 2025-03-01, by: ubnd-tinh-vi-du}"}, "01", "3", known(1)),
        ({"launched": "{date: 2025-03-01, by: chinh-phu-vi-du}", "of": "tinh-vi-du"}, "01", "2", known(1)),
        ({"launched": "{date: 2025-03-01}", "of": "tinh-vi-du"}, "01", "3", unclear("chua-ghi-cap-phat-dong")),
        ({"scope": "toan-quoc"}, "02", "1", known(1)),
        ({"scope": "bo-nganh-dia-phuong"}, "03", "1", known(1)),
        ({"scope": "cum-khoi"}, "04", "4", known(1)),
        ({"scope": "don-vi"}, "05", "1", known(1)),
        ({"scope": "don-vi"}, "02", "1", known(0)),
        ({}, "05", "1", unclear("chua-ghi-pham-vi")),
        ({"period": "9-thang-dau-2025"}, "06", "1", known(1)),
        ({"period": "2025"}, "07", "1", known(1)),
        ({"period": "nam-hoc-2025-2026"}, "07", "1", known(1)),
        ({"period": "2025-01-01/2026-01-01"}, "08", "1", known(1)),
        ({"period": "2025-2026"}, "08", "1", known(1)),
        ({"period": "2025-2027"}, "09", "1", known(1)),
        ({"period": "2025-2029"}, "10", "1", known(1)),
        ({"period": "2025-2029"}, "09", "1", known(0)),
        ({}, "10", "1", unclear("chua-ghi-thoi-gian")),
        ({"kind": "chuyen-de"}, "11", "1", known(1)),
        ({"kind": "thuong-xuyen"}, "12", "1", known(1)),
        ({}, "12", "1", unclear("chua-ghi-loai-phong-trao")),
        ({"launched": "{date: 2024-12-31, by: xa-vi-du}"}, "01", "1", NO_DATA),
        ({"launched": "{by: xa-vi-du}", "period": "2025-2026"}, "01", "1", known(1)),
        ({"launched": "{by: xa-vi-du}"}, "01", "1", unclear("chua-ghi-ngay-phat-dong")),
        ({"launched": "{date: 2025-03-01, by: tinh-khac}"}, "01", "1", NO_DATA),
        ({"launched": "{date: 2025-03-01, by: Hội Mẫu}"}, "01", "1", unclear("chua-ro-cua-to-chuc-nao")),
    ],
)
def test_a_campaign_of_0601(office: Office, fields: dict[str, str], row: str, column: str, cell: Cell) -> None:
    office.write("campaigns/mau", campaign(**fields))
    assert office.cells("0601")[row, column] == cell


# Biểu 01, 03, 05


@pytest.mark.parametrize(
    ("whom", "method", "columns"),
    [
        (COLLECTIVE, "cong-trang", ("5", "7")),
        (person(class_="lanh-dao-khac"), "cong-trang", ("6", "8")),
        (person(class_="truc-tiep-lao-dong"), "cong-trang", ("6", "9")),
        (COLLECTIVE, "phong-trao-thi-dua", ("5", "10")),
        (person(class_="lanh-dao-vu-so"), "dot-xuat", ("6", "11")),
        (person(class_="truc-tiep-lao-dong"), "phong-trao-thi-dua", ("6", "12")),
        (person(class_="truc-tiep-lao-dong"), "nien-han", ("6", "13")),
        (COLLECTIVE, "doi-ngoai", ("5", "14")),
        (person(class_="lanh-dao-khac"), "doi-ngoai", ("6", "15")),
        (person(class_="lanh-dao-khac"), "qua-trinh-cong-hien", ("6", "16")),
        (COLLECTIVE, "khang-chien", ("5", "17")),
        ("{collective: cong-ty-vi-du}", "nien-han", ("5", "13", "18")),
        (person(class_="doanh-nhan"), "nien-han", ("6", "13", "19")),
    ],
)
def test_a_row_of_table_01(office: Office, whom: str, method: str, columns: tuple[str, ...]) -> None:
    office.decision(HC, whom, authority="chinh-phu-vi-du", method=method)
    cells = office.cells("bieu-01")
    ones = {column for row, column in cells if row == "Huân chương Lao động hạng Ba" and cells[row, column] == known(1)}
    assert ones == {*columns}
    assert {cells["Cộng", column] for column in columns} == {known(1)}
    assert cells["Cờ thi đua của Chính phủ", "5"] == NO_DATA


def test_no_text_says_whether_a_businessperson_is_a_leader(office: Office) -> None:
    office.decision(HC, person(class_="doanh-nhan"), authority="chinh-phu-vi-du")
    cells = office.cells("bieu-01")
    assert cells["Cộng", "8"] == cells["Cộng", "9"] == unclear("bieu-khong-noi-doanh-nhan")
    assert cells["Cộng", "19"] == known(1)


def nomination(rows: str, date: str = "date: 2025-11-01\n", by: str = "ubnd-tinh-vi-du") -> str:
    return f"number: 7/TTr-VD\n{date}by: {by}\nrows:\n{rows}"


@pytest.mark.parametrize(
    ("text", "collectives", "individuals"),
    [
        (nomination(f"  - {{award: {HC}, recipient: {COLLECTIVE}}}\n"), known(1), NO_DATA),
        (nomination(f"  - {{award: {HC}, recipient: {person()}, outcome: thong-qua}}\n"), NO_DATA, known(1)),
        (nomination(f"  - {{award: {HC}, counted: {{collectives: 3, individuals: 4}}}}\n"), known(3), known(4)),
        (
            nomination(f"  - {{award: {HC}, recipient: {person()}, outcome: khong-thong-qua}}\n"),
            *[unclear("chua-co-ho-so-de-nghi")] * 2,
        ),
        (
            nomination(f"  - {{award: {HC}, recipient: {COLLECTIVE}}}\n", date=""),
            unclear("chua-ghi-ngay-to-trinh"),
            NO_DATA,
        ),
        (
            nomination(f"  - {{award: {HC}, recipient: {COLLECTIVE}}}\n", date="date: 2024-11-01\n"),
            *[unclear("chua-co-ho-so-de-nghi")] * 2,
        ),
        (nomination(f"  - {{award: {HC}, counted: {{unsplit: 2}}}}\n"), *[unclear("chua-tach-doi-tuong")] * 2),
    ],
)
def test_what_was_submitted_comes_from_nominations(
    office: Office, text: str, collectives: Cell, individuals: Cell
) -> None:
    office.write("nominations/2025/7-ttr-vd", text)
    cells = office.cells("bieu-01")
    assert (cells["Cộng", "3"], cells["Cộng", "4"]) == (collectives, individuals)


def test_one_proposed_by_a_unit_and_again_by_the_body_above_is_proposed_once(office: Office) -> None:
    row = f"  - {{award: {HC}, recipient: {COLLECTIVE}}}\n"
    office.write("nominations/2025/1-ttr", nomination(row, by="xa-vi-du"))
    office.write("nominations/2025/2-ttr", nomination(row))
    assert office.cells("bieu-01")["Cộng", "3"] == known(1)


def test_a_nomination_by_nobody_known_is_ours_by_its_recipient(office: Office) -> None:
    whom = ((COLLECTIVE, "Hội Mẫu"), (person(unit="tinh-khac"), "tinh-khac"), ("{name: Vũ Mẫu}", "Hội Mẫu"))
    for number, (recipient, by) in enumerate(whom):
        text = nomination(f"  - {{award: {HC}, recipient: {recipient}}}\n", by=by)
        office.write(f"nominations/2025/{number}-ttr", text)
    cells = office.cells("bieu-01")
    assert (cells["Cộng", "3"], cells["Cộng", "4"]) == (known(1), unclear("chua-ro-cua-to-chuc-nao"))


def test_without_nominations_what_was_submitted_cannot_be_answered(office: Office) -> None:
    office.decision(HC, COLLECTIVE, authority="chinh-phu-vi-du")
    cells = office.cells("bieu-01")
    assert cells["Huân chương Lao động hạng Ba", "3"] == unclear("chua-co-ho-so-de-nghi")


def test_shares_of_table_03_are_of_column_three(office: Office) -> None:
    office.decision(BK, "counted: {individuals: 4, direct_workers: 4}", method="cong-trang")
    office.decision(BK, "counted: {collectives: 2, enterprises: 1}", method="dot-xuat")
    cells = office.cells("bieu-03")
    found = [cells["Bằng khen", str(column)][1] for column in range(3, 18)]
    assert found == [6, 1, 4, 4, "66.7", 0, 4, 2, "33.3", 0, 0, 0, "0", 0, "0"]
    assert cells["Cờ thi đua", "7"] == NO_DATA


def test_a_share_of_what_is_open_is_open(office: Office) -> None:
    office.decision(BK, COLLECTIVE)
    office.decision(BK, COLLECTIVE, method="")
    cells = office.cells("bieu-03")
    assert cells["Bằng khen", "3"] == known(2)
    assert cells["Bằng khen", "6"] == least(1, "chua-ghi-loai-hinh")
    assert cells["Bằng khen", "7"] == unclear("so-thanh-phan-chua-chac")


def test_table_05_is_what_the_year_says_of_the_fund(office: Office) -> None:
    fund = "fund: {collected: 7100000000, spent: 6900000000, budget_share: 1.0, note: Trích từ ngân sách}\n"
    office.write("years/2025/tinh-vi-du", fund)
    row = "Quỹ thi đua, khen thưởng"
    found = [office.cells("bieu-05")[row, column] for column in "3456"]
    assert found == [known(7100000000), known(6900000000), known("1.0"), known("Trích từ ngân sách")]
    assert office.cells("bieu-05", "--from", "1/1/2025", "--to", "30/6/2025")[row, "3"] == unclear("khong-phai-ca-nam")


def test_what_the_fund_does_not_say_is_no_zero(office: Office) -> None:
    office.write("years/2025/tinh-vi-du", "fund: {collected: 7100000000}\n")
    assert office.cells("bieu-05")["Quỹ thi đua, khen thưởng", "4"] == NO_DATA
