"""What the law pays, case by case. Written from the facts about the law, not from the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.repository import thidua

if TYPE_CHECKING:
    from tests.bonus.office import Office

PERSON = "{name: Trần Văn Mẫu, unit: phong-noi-vu}"
COLLECTIVE = "{collective: phong-noi-vu}"
ENTERPRISE = "{enterprise: Công ty Mẫu}"
HOUSEHOLD = "{household: Trần Văn Mẫu}"
FOREIGNER = "{name: John Example, foreign: co}"

D91, D98, D152 = "Nghị định 91/2017/NĐ-CP", "Nghị định 98/2023/NĐ-CP", "Nghị định 152/2025/NĐ-CP"

FOREIGN_UNREAD = "chua-doc-duoc-ve-nguoi-nuoc-ngoai"
ENDS = f"Luật 06/2026/QH16; {D152} Điều 60.1"

# award, recipient, decided, received, what is paid (or why not), article
CASES = (
    # the base salary of the day, and the two examples worked out in the facts
    ("bang-khen-bo-nganh-tinh", PERSON, "2026-08-01", "2026-07-01", "3800000", f"{D152} Điều 54.1b"),
    ("lao-dong-tien-tien", PERSON, "2026-06-30", "2026-06-01", "710000", f"{D152} Điều 50.1d"),
    ("lao-dong-tien-tien", PERSON, "2026-07-01", "2026-06-01", "760000", f"{D152} Điều 50.1d"),
    ("chien-si-thi-dua-co-so", PERSON, "2024-06-30", "2024-06-01", "1800000", f"{D98} Điều 54"),
    ("chien-si-thi-dua-co-so", PERSON, "2024-07-01", "2024-06-01", "2340000", f"{D98} Điều 54"),
    ("chien-si-thi-dua-co-so", PERSON, "2023-06-30", "2023-06-01", "1490000", f"{D91} Điều 69"),
    ("chien-si-thi-dua-co-so", PERSON, "2023-07-01", "2023-06-01", "1800000", f"{D91} Điều 69"),
    ("chien-si-thi-dua-co-so", PERSON, "2019-06-30", "2019-06-01", "1390000", f"{D91} Điều 69"),
    ("chien-si-thi-dua-co-so", PERSON, "2019-07-01", "2019-06-01", "1490000", f"{D91} Điều 69"),
    ("chien-si-thi-dua-co-so", PERSON, "2018-06-30", "2018-06-01", "1300000", f"{D91} Điều 69"),
    # titles
    ("chien-si-thi-dua-toan-quoc", PERSON, "2026-08-01", "2026-07-01", "11390000", f"{D152} Điều 50.1a"),
    ("chien-si-thi-dua-bo-nganh-tinh", PERSON, "2026-08-01", "2026-07-01", "7590000", f"{D152} Điều 50.1b"),
    ("chien-si-thi-dua-co-so", PERSON, "2026-08-01", "2026-07-01", "2530000", f"{D152} Điều 50.1c"),
    ("tap-the-lao-dong-xuat-sac", COLLECTIVE, "2026-08-01", "2026-07-01", "3800000", f"{D152} Điều 50.2a"),
    ("tap-the-lao-dong-tien-tien", COLLECTIVE, "2026-08-01", "2026-07-01", "2030000", f"{D152} Điều 50.2b"),
    ("xa-phuong-tieu-bieu", COLLECTIVE, "2026-08-01", "2026-07-01", "5060000", f"{D152} Điều 50.2c"),
    ("thon-to-dan-pho-van-hoa", COLLECTIVE, "2026-08-01", "2026-07-01", "3800000", f"{D152} Điều 50.2d"),
    ("co-thi-dua-cua-chinh-phu", COLLECTIVE, "2026-08-01", "2026-07-01", "30360000", f"{D152} Điều 50.2đ"),
    ("co-thi-dua-bo-nganh-tinh", COLLECTIVE, "2026-08-01", "2026-07-01", "20240000", f"{D152} Điều 50.2e"),
    # forms: a collective twice as much, a household one and a half times where the decree says so
    ("bang-khen-cua-thu-tuong-chinh-phu", PERSON, "2026-08-01", "2026-07-01", "8860000", f"{D152} Điều 54.1a"),
    ("bang-khen-cua-thu-tuong-chinh-phu", COLLECTIVE, "2026-08-01", "2026-07-01", "17710000", f"{D152} Điều 54.2"),
    ("bang-khen-bo-nganh-tinh", COLLECTIVE, "2026-08-01", "2026-07-01", "7590000", f"{D152} Điều 54.2"),
    ("bang-khen-bo-nganh-tinh", ENTERPRISE, "2026-08-01", "2026-07-01", "7590000", f"{D152} Điều 54.2"),
    ("bang-khen-bo-nganh-tinh", HOUSEHOLD, "2026-08-01", "2026-07-01", "5700000", f"{D152} Điều 54.3"),
    ("giay-khen-cap-xa", PERSON, "2026-08-01", "2026-07-01", "760000", f"{D152} Điều 54.1e"),
    ("giay-khen-cap-xa", COLLECTIVE, "2026-08-01", "2026-07-01", "1520000", f"{D152} Điều 54.2"),
    ("giay-khen-cap-xa", HOUSEHOLD, "2026-08-01", "2026-07-01", "1140000", f"{D152} Điều 54.3"),
    ("giay-khen-so-nganh-tinh", PERSON, "2026-08-01", "2026-07-01", "760000", f"{D152} Điều 54.1e"),
    ("huan-chuong-lao-dong-hang-ba", PERSON, "2026-08-01", "2026-07-01", "11390000", f"{D152} Điều 51"),
    ("huan-chuong-lao-dong-hang-ba", COLLECTIVE, "2026-08-01", "2026-07-01", "22770000", f"{D152} Điều 51.2, 52.2"),
    ("anh-hung-lao-dong", COLLECTIVE, "2026-08-01", "2026-07-01", "78430000", f"{D152} Điều 51.2, 52.2"),
    ("nha-giao-uu-tu", PERSON, "2026-08-01", "2026-07-01", "22770000", f"{D152} Điều 52"),
    ("giai-thuong-nha-nuoc", PERSON, "2026-08-01", "2026-07-01", "430100000", f"{D152} Điều 53"),
    # other eras: Decree 91 rounds to the nearest, its Bằng khen tỉnh is 1.0 and its commune's Giấy khen 0.15
    ("bang-khen-bo-nganh-tinh", PERSON, "2023-12-31", "2023-12-01", "1800000", f"{D91} Điều 73"),
    ("bang-khen-bo-nganh-tinh", PERSON, "2024-01-01", "2024-01-01", "2700000", f"{D98} Điều 53-59"),
    ("giay-khen-cap-xa", PERSON, "2020-05-01", "2020-04-01", "220000", f"{D91} Điều 73"),
    ("giay-khen-cap-huyen", PERSON, "2025-06-30", "2025-06-01", "710000", f"{D98} Điều 53-59"),
    # the day of receipt decides: before 1/7/2025 Decree 98 goes on (Article 60.3)
    ("giay-khen-cap-huyen", PERSON, "2025-07-01", "2025-06-30", "710000", f"{D98} Điều 53-59"),
    ("giay-khen-cap-xa", PERSON, "2025-07-01", "2025-07-01", "710000", f"{D152} Điều 54.1e"),
    ("giay-khen-cap-xa", PERSON, "2025-07-01", "2025-06-30", "chua-doc-duoc-muc-thuong", f"{D98} Điều 53-59"),
    ("giay-khen-cap-xa", PERSON, "2025-10-20", "", "chua-ro-ngay-nhan-ho-so", f"{D152} Điều 60.3"),
    ("lao-dong-tien-tien", PERSON, "2025-10-20", "", "710000", f"{D98} Điều 54"),
    # ceilings are no amounts (correction 16)
    ("ky-niem-chuong", PERSON, "2026-08-01", "2026-07-01", "muc-tran", f"{D152} Điều 54.1d"),
    ("ky-niem-chuong-ubtvqh", PERSON, "2026-08-01", "2026-07-01", "muc-tran", f"{D152} Điều 54.1c"),
    # foreigners: a souvenir (correction 15); older texts were not read
    ("huy-chuong-huu-nghi", FOREIGNER, "2026-08-01", "2026-07-01", "tang-pham", f"{D152} Điều 48.4"),
    ("huy-chuong-huu-nghi", FOREIGNER, "2024-08-01", "2024-07-01", FOREIGN_UNREAD, f"{D98} Điều 53-59"),
    # what no text read says
    ("gia-dinh-van-hoa", HOUSEHOLD, "2026-08-01", "2026-07-01", "chua-doc-duoc-muc-thuong", f"{D152} Điều 50"),
    ("giay-khen-cap-huyen", HOUSEHOLD, "2024-08-01", "2024-07-01", "chua-co-muc-thuong", ""),
    ("giay-khen-cap-xa", PERSON, "2024-08-01", "2024-07-01", "chua-doc-duoc-muc-thuong", f"{D98} Điều 53-59"),
    ("lao-dong-tien-tien", PERSON, "2015-08-01", "2015-07-01", "chua-doc-duoc-muc-thuong", "Nghị định 42/2010/NĐ-CP"),
    ("lao-dong-tien-tien", PERSON, "2014-05-31", "2014-05-01", "chua-co-quy-dinh-cua-ngay", ""),
    ("lao-dong-tien-tien", PERSON, "", "", "chua-ro-ngay-quyet-dinh", ""),
    # Decree 152 ends on 1/3/2027 unless extended (Article 60.1); Law 06/2026 was not read
    ("lao-dong-tien-tien", PERSON, "2027-02-28", "2027-02-01", "760000", f"{D152} Điều 50.1d"),
    ("lao-dong-tien-tien", PERSON, "2027-03-01", "2027-02-01", "nghi-dinh-het-hieu-luc", ENDS),
)  # fmt: skip


@pytest.mark.parametrize(("award", "recipient", "decided", "received", "outcome", "article"), CASES)
def test_what_the_law_pays(
    award: str, recipient: str, decided: str, received: str, outcome: str, article: str, office: Office
) -> None:
    decision = office.decision(f"{award}: {recipient}", date=decided, received=received)
    assert office.outcomes(decision) == [outcome]
    assert not article or article in office.rows(decision)[0]["articles"]


def test_there_are_enough_cases_and_each_is_said_once() -> None:
    assert len(CASES) > 50
    assert len({case[:4] for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("setting", "paid"), [("", "220000"), ("len", "230000"), ("gan-nhat", "220000"), ("khong", "223500")]
)
def test_the_office_may_round_in_its_own_way(setting: str, paid: str, office: Office) -> None:
    decision = office.decision(f"giay-khen-cap-xa: {PERSON}", date="2020-05-01", received="2020-04-01")
    office.write("thidua.yaml", f"format: 1\norganisation: mong-cai\n{f'rounding: {setting}' if setting else ''}\n")
    assert office.outcomes(decision) == [paid]


def test_another_way_of_rounding_is_refused(office: Office) -> None:
    office.write("thidua.yaml", "format: 1\nrounding: xuong\n")
    ran = thidua(office.root, "validate")
    assert ran.status == 1
    assert "len, gan-nhat, khong" in ran.out


def test_an_amount_on_a_last_known_rule_is_marked(office: Office) -> None:
    decision = office.decision(f"lao-dong-tien-tien: {PERSON}", date="2026-11-01", received="2026-10-15")
    found = office.data(decision)
    assert found["rows"][0]["confidence"] == "chua-xac-nhan"
    assert found["unconfirmed"]["value"] == 1
