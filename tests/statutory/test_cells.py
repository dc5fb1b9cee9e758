"""What each cell of table 0603.N counts, by facts 6.1 (Circular 02/2023/TT-BNV).

Its rows are recipients, classes and methods; its columns are awards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.statutory.cells import (
    BK,
    BKTT,
    CO,
    COLLECTIVE,
    CSTD,
    KNC,
    NO_DATA,
    OUT,
    known,
    least,
    person,
    unclear,
)

if TYPE_CHECKING:
    from tests.statutory.office import Cell, Office


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
