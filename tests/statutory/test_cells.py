"""What each cell counts, by the forms of facts 6.1 (Circular 02/2023/TT-BNV) and 6.2 (yearly tables)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.statutory.office import Cell, Office

BK, CSTD, CO, KNC = (
    "bang-khen-bo-nganh-tinh",
    "chien-si-thi-dua-bo-nganh-tinh",
    "co-thi-dua-bo-nganh-tinh",
    "ky-niem-chuong",
)
BKTT, HC, GT = "bang-khen-cua-thu-tuong-chinh-phu", "huan-chuong-lao-dong-hang-ba", "giai-thuong-nha-nuoc"

NO_DATA: Cell = ("chua-co-so-lieu", None, ())
OUT: Cell = ("khong-ap-dung", None, ())


def known(value: int | str) -> Cell:
    return "biet", value, ()


def least(value: int, *reasons: str) -> Cell:
    return "it-nhat", value, reasons


def unclear(*reasons: str) -> Cell:
    return "chua-ro", None, reasons


def person(name: str = "Lê Văn Mẫu", unit: str = "xa-vi-du", class_: str = "truc-tiep-lao-dong", more: str = "") -> str:
    classed = f", class: {class_}" if class_ else ""
    return f"{{name: {name}, unit: {unit}{classed}{more}}}"


COLLECTIVE = "{collective: xa-vi-du}"


# 0603.N: rows by recipient, class and method, columns by award


@pytest.mark.parametrize(
    ("award", "whom", "method", "row", "column"),
    [
        (BK, COLLECTIVE, "cong-trang", "02", "2"),
        (BK, "{enterprise: Công ty Mẫu}", "cong-trang", "02", "2"),
        (BK, "{enterprise: Công ty Mẫu}", "cong-trang", "03", "2"),
        (BK, "{collective: cong-ty-vi-du}", "cong-trang", "03", "2"),
        (BK, "{people: Nhân dân xã Ví Dụ}", "cong-trang", "02", "2"),
        (BK, "{household: Trần Thị Mẫu}", "cong-trang", "04", "2"),
        (BK, person(), "cong-trang", "05", "2"),
        (BK, person(class_="lanh-dao-bo-tinh"), "cong-trang", "06", "2"),
        (BK, person(class_="lanh-dao-vu-so"), "cong-trang", "07", "2"),
        (BK, person(class_="doanh-nhan"), "cong-trang", "08", "2"),
        (BK, person(class_="lanh-dao-khac"), "cong-trang", "09", "2"),
        (BK, person(class_="truc-tiep-lao-dong"), "cong-trang", "10", "2"),
        (BK, person(more=", posthumous: co"), "cong-trang", "10", "2"),
        (BK, person(), "cong-trang", "11", "2"),
        (BK, person(), "phong-trao-thi-dua", "12", "2"),
        (BK, person(), "dot-xuat", "13", "2"),
        (BK, person(), "doi-ngoai", "14", "2"),
        (BK, person(), "qua-trinh-cong-hien", "15", "2"),
        (BK, person(), "nien-han", "16", "2"),
        (BK, person(), "khang-chien", "17", "2"),
        ("bang-khen-quan-khu-dai-hoc-quoc-gia", person(), "cong-trang", "05", "2"),
        (CSTD, person(), "cong-trang", "05", "3"),
        (CO, COLLECTIVE, "cong-trang", "02", "4"),
        (KNC, person(), "cong-trang", "05", "5"),
        ("huy-hieu", person(), "cong-trang", "05", "5"),
    ],
)
def test_a_row_of_0603(office: Office, award: str, whom: str, method: str, row: str, column: str) -> None:
    office.decision(award, whom, method=method)
    cells = office.cells("0603")
    assert cells[row, column] == cells["01", column] == cells["01", "1"] == cells[row, "1"] == known(1)
    others = {key: cell for key, cell in cells.items() if key[1] not in ("1", column)}
    assert set(others.values()) == {NO_DATA}


def test_what_no_record_falls_into_is_a_zero_of_a_known_whole(office: Office) -> None:
    office.decision(BK, COLLECTIVE)
    cells = office.cells("0603")
    assert {row: cells[row, "2"] for row in ("03", "04", "05", "06", "12", "17")} == dict.fromkeys(
        ("03", "04", "05", "06", "12", "17"), known(0)
    )
    assert cells["01", "3"] == cells["02", "3"] == NO_DATA, "no record of this award says that there was none"


def test_without_records_nothing_is_a_zero(office: Office) -> None:
    for form in ("0601", "0602", "0603", "bieu-03", "bieu-05"):
        assert set(office.cells(form).values()) <= {NO_DATA, OUT}


@pytest.mark.parametrize(
    ("whom", "cells"),
    [
        (
            ", ".join(person(f"Mẫu {n}", class_="" if n < 3 else "lanh-dao-khac") for n in range(10)),
            {
                "05": known(10),
                "09": least(7, "chua-ghi-doi-tuong-ca-nhan"),
                "06": unclear("chua-ghi-doi-tuong-ca-nhan"),
            },
        ),
        ("counted: {individuals: 4}", {"01": known(4), "05": known(4), "10": unclear("chua-ghi-doi-tuong-ca-nhan")}),
        (
            "counted: {individuals: 4, direct_workers: 3}",
            {"05": known(4), "10": known(3), "06": unclear("chua-ghi-doi-tuong-ca-nhan")},
        ),
        ("counted: {individuals: 3, direct_workers: 3}", {"10": known(3), "06": known(0)}),
        (
            "counted: {collectives: 5}",
            {"02": known(5), "03": unclear("chua-ghi-so-doanh-nghiep"), "05": known(0), "10": known(0)},
        ),
        ("counted: {collectives: 5, enterprises: 2}", {"02": known(5), "03": known(2), "05": known(0)}),
        ("counted: {collectives: 5, enterprises: 0}", {"02": known(5), "03": known(0)}),
        ("counted: {households: 6}", {"04": known(6), "02": known(0)}),
        ("counted: {individuals: 0}", {"01": known(0), "05": known(0)}),
        (
            "counted: {unsplit: 8}",
            {"01": known(8), "02": unclear("chua-tach-doi-tuong"), "04": unclear("chua-tach-doi-tuong")},
        ),
        ("described: nhiều cá nhân", {"01": unclear("chi-co-bang-loi"), "10": unclear("chi-co-bang-loi")}),
        ("counted: {collectives: 20, qualifier: hon}", {"02": least(20, "so-khong-chinh-xac")}),
        ("counted: {collectives: 20, qualifier: gan}", {"02": ("khoang", 20, ("so-khong-chinh-xac",))}),
    ],
)
def test_what_records_do_not_say_is_no_zero(office: Office, whom: str, cells: dict[str, Cell]) -> None:
    office.decision(BK, whom)
    found = office.cells("0603")
    assert {row: found[row, "2"] for row in cells} == cells


def test_a_method_that_is_not_recorded_leaves_every_method_open(office: Office) -> None:
    office.decision(BK, COLLECTIVE, method="")
    office.decision(BK, COLLECTIVE, method="dot-xuat")
    cells = office.cells("0603")
    assert cells["01", "2"] == known(2)
    assert cells["13", "2"] == least(1, "chua-ghi-loai-hinh")
    assert cells["11", "2"] == unclear("chua-ghi-loai-hinh")


def test_a_revoked_row_counts_nowhere(office: Office) -> None:
    decision = office.decision(BK, f"{person('Lê Văn Mẫu')}, {person('Trần Văn Mẫu')}")
    rows = f"rows:\n  - {{name: Trần Văn Mẫu, award: {BK}}}\n"
    office.write("revocations/9-qd-vd", f"decision: {decision}\ndate: 2025-08-01\n{rows}")
    assert office.cells("0603")["01", "2"] == known(1)


# Which decisions: the day of the decision, and whose


@pytest.mark.parametrize(
    ("fields", "cell"),
    [
        ({"date": "2025-01-01"}, known(1)),
        ({"date": "2025-12-31", "period": "2024"}, known(1)),
        ({"date": "2024-12-31", "period": "2025"}, NO_DATA),
        ({"date": "2026-01-01", "period": "2025"}, NO_DATA),
        ({"date": "", "period": "2025"}, unclear("chua-ghi-ngay-quyet-dinh")),
        ({"date": "", "period": "2024"}, unclear("chua-ghi-ngay-quyet-dinh")),
        ({"date": "", "period": "2023"}, NO_DATA),
        ({"date": "", "year": "2025"}, unclear("chua-ghi-ngay-quyet-dinh")),
        ({"date": "", "year": "2024"}, NO_DATA),
        ({"date": ""}, unclear("chua-ghi-ngay-quyet-dinh")),
        ({"authority": ""}, unclear("chua-ghi-cap-khen-thuong")),
        ({"authority": "tinh-khac"}, NO_DATA),
    ],
)
def test_a_decision_counts_by_its_day(office: Office, fields: dict[str, str], cell: Cell) -> None:
    office.decision(BK, COLLECTIVE, **fields)
    assert office.cells("0603")["01", "2"] == cell


def test_a_span_of_days_is_as_asked(office: Office) -> None:
    office.decision(BK, COLLECTIVE, date="2025-12-20")
    assert office.cells("0603", "--from", "16/12/2024", "--to", "15/12/2025")["01", "2"] == NO_DATA
    assert office.cells("0603", "--from", "16/12/2025", "--to", "15/12/2026")["01", "2"] == known(1)


def test_a_province_reports_what_it_conferred_and_a_commune_what_its_own_received(office: Office) -> None:
    office.decision(BK, COLLECTIVE, authority="bo-vi-du")
    office.decision(BK, person("Lê Văn Mẫu", "xa-vi-du"))
    office.decision(BK, person("Lê Văn Mẫu", "tinh-khac"))
    assert office.cells("0603")["01", "2"] == known(2)
    assert office.cells("0603", of="xa-vi-du")["01", "2"] == known(2)
    assert office.table("0603")["whose"] == "quyet-dinh"
    assert office.table("0603", of="xa-vi-du")["whose"] == "nhan"


def test_a_recipient_of_whom_nobody_knows_where_belongs_may_be_ours(office: Office) -> None:
    for whom in (
        "{name: Lê Văn Mẫu}",
        "{collective: Đội Mẫu}",
        "{name: Vũ Mẫu, unit: Trường Mẫu}",
        "counted: {individuals: 2}",
    ):
        office.decision(BKTT, whom, authority="chinh-phu-vi-du")
    office.decision(BKTT, person(unit="tinh-khac"), authority="chinh-phu-vi-du")
    office.decision(BKTT, person(), authority="chinh-phu-vi-du")
    table = office.table("0602")
    assert office.cells("0602")["1", "1"] == least(1, "chua-ro-cua-to-chuc-nao")
    assert [one["number"] for one in table["rows"][0]["cells"][0]["because"]] == [5]


def test_an_organisation_without_its_level_has_both(office: Office) -> None:
    office.write("organisations/tinh-vi-du", "name: Tỉnh Ví Dụ\n")
    office.decision(BK, COLLECTIVE, authority="bo-vi-du")
    office.decision(BK, "{collective: tinh-khac}")
    assert office.cells("0603")["01", "2"] == known(2)
    assert office.table("0603")["whose"] == "quyet-dinh-hoac-nhan"


def test_an_award_for_which_the_form_has_no_column_is_named(office: Office) -> None:
    office.decision("tap-the-lao-dong-xuat-sac", COLLECTIVE)
    table = office.table("0603")
    assert [(one["award"], one["figure"]["value"]) for one in table["left_out"]] == [("Tập thể lao động xuất sắc", 1)]
    assert office.cells("0603")["01", "1"] == NO_DATA
    assert office.table("bieu-03")["left_out"] == []


def test_an_award_that_is_not_in_the_catalogue_may_be_any(office: Office) -> None:
    office.decision("khen-thuong-la", COLLECTIVE)
    assert office.cells("0603")["02", "3"] == unclear("khong-co-trong-danh-muc")


def test_a_total_of_a_document_above_the_rows_leaves_the_cell_open(office: Office) -> None:
    office.decision(BK, f"{COLLECTIVE}, {person()}")
    total = f"{{period: 2025, award: {BK}, authority: ubnd-tinh-vi-du, counted: {{collectives: 5, individuals: 1}}}}"
    office.write("years/2025/tinh-vi-du", f"tallies:\n  - {total}\n")
    cells = office.cells("0603")
    assert cells["02", "2"] == least(1, "van-ban-neu-nhieu-hon")
    assert cells["05", "2"] == cells["10", "2"] == known(1)
    assert cells["03", "2"] == unclear("van-ban-neu-nhieu-hon", "chua-ghi-so-doanh-nghiep")
    assert cells["02", "3"] == NO_DATA


def test_of_two_totals_the_one_that_says_more_is_what_may_be_missing(office: Office) -> None:
    office.decision(BK, COLLECTIVE)
    totals = [
        f"{{period: 2025, award: {BK}, authority: ubnd-tinh-vi-du, counted: {{collectives: {n}}}}}" for n in (5, 3)
    ]
    office.write("years/2025/tinh-vi-du", "tallies:\n" + "".join(f"  - {one}\n" for one in totals))
    (because,) = office.table("0603")["rows"][2]["cells"][1]["because"]
    assert (because["reason"], because["number"]) == ("van-ban-neu-nhieu-hon", 4)


def test_a_stated_nothing_beside_what_is_open_is_no_zero(office: Office) -> None:
    office.decision(BK, "counted: {individuals: 0}")
    office.decision(BK, "counted: {unsplit: 3}")
    assert office.cells("0603")["05", "2"] == unclear("chua-tach-doi-tuong")


def test_what_was_presented_before_the_span_was_decided_before_it(office: Office) -> None:
    for number, day in enumerate(("2024-12-30", "2025-02-01")):
        text = f"period: 2024\npresented: {{date: {day}}}\ndecision: {{authority: ubnd-tinh-vi-du}}\n"
        office.write(f"awards/2025/{number}", f"{text}awards:\n  - award: {BK}\n    recipients: [{COLLECTIVE}]\n")
    (because,) = office.table("0603")["rows"][0]["cells"][1]["because"]
    assert (because["reason"], because["number"]) == ("chua-ghi-ngay-quyet-dinh", 1)


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
