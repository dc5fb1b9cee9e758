"""Which rows are paid: several titles, numbers without names, posthumous awards, withdrawn rows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bonus.office import Office

MAU = "{name: Trần Văn Mẫu, unit: phong-noi-vu}"
LDTT, CSTDCS, CSTDT = "lao-dong-tien-tien", "chien-si-thi-dua-co-so", "chien-si-thi-dua-bo-nganh-tinh"


def test_of_several_titles_of_one_period_the_highest_is_paid(office: Office) -> None:
    """Decree 152/2025/NĐ-CP, Article 49.5."""
    decision = office.decision(f"{LDTT}: {MAU}\n{CSTDCS}: {MAU}\n{CSTDT}: {MAU}")
    assert office.outcomes(decision) == ["huong-muc-cao-hon", "huong-muc-cao-hon", "7590000"]
    lower, _, highest = office.rows(decision)
    assert lower["instead"] == {**highest["record"], "label": highest["award_name"]}


def test_a_title_and_a_form_are_both_paid(office: Office) -> None:
    """Decree 152/2025/NĐ-CP, Article 49.7."""
    decision = office.decision(f"{CSTDCS}: {MAU}\nbang-khen-bo-nganh-tinh: {MAU}")
    assert office.outcomes(decision) == ["2530000", "3800000"]


def test_titles_of_two_decisions_of_one_year_and_period_are_one_period(office: Office) -> None:
    office.decision(f"{LDTT}: {MAU}", 1)
    office.decision(f"{CSTDCS}: {MAU}", 2)
    assert office.outcomes("2025") == ["huong-muc-cao-hon", "2530000"]
    assert office.outcomes("2026/1-qd-ubnd") == ["760000"]


def test_titles_of_different_periods_are_each_paid(office: Office) -> None:
    """Decree 152/2025/NĐ-CP, Article 49.5."""
    office.decision(f"{LDTT}: {MAU}", 1, period="nam-hoc-2024-2025")
    office.decision(f"{CSTDCS}: {MAU}", 2, period="2025")
    assert office.outcomes("2025") == ["760000", "2530000"]


def test_where_a_period_is_not_recorded_the_lower_title_is_for_a_person_to_judge(office: Office) -> None:
    office.decision(f"{LDTT}: {MAU}", 1, period="")
    office.decision(f"{CSTDCS}: {MAU}", 2, period="2026")
    assert office.outcomes("2026") == ["chua-ro-ky-thanh-tich", "2530000"]


def test_a_title_whose_amount_is_not_known_leaves_the_other_open(office: Office) -> None:
    decision = office.decision(
        "gia-dinh-van-hoa: {household: Trần Văn Mẫu}\nlao-dong-tien-tien: {household: Trần Văn Mẫu}"
    )
    assert office.outcomes(decision) == ["chua-doc-duoc-muc-thuong", "danh-hieu-khac-chua-ro"]


def test_where_the_rule_of_an_era_was_not_read_the_lower_title_is_open(office: Office) -> None:
    decision = office.decision(f"{LDTT}: {MAU}\n{CSTDCS}: {MAU}", date="2024-08-01", received="2024-07-02")
    assert office.outcomes(decision) == ["chua-doc-duoc-muc-cao-nhat", "2340000"]


def test_a_name_in_another_unit_is_another_recipient(office: Office) -> None:
    decision = office.decision(f"{LDTT}: {MAU}\n{CSTDCS}: {{name: Trần Văn Mẫu, unit: mong-cai}}")
    assert office.outcomes(decision) == ["760000", "2530000"]


def test_a_name_written_two_ways_is_one_recipient(office: Office) -> None:
    decision = office.decision(f"{LDTT}: {{name: trần văn mẫu, unit: phong-noi-vu}}\n{CSTDCS}: {MAU}")
    assert office.outcomes(decision) == ["huong-muc-cao-hon", "2530000"]


def test_namesakes_who_are_told_apart_are_two(office: Office) -> None:
    one = "{name: Trần Văn Mẫu, unit: phong-noi-vu, different_from_namesake: văn thư}"
    two = "{name: Trần Văn Mẫu, unit: phong-noi-vu, different_from_namesake: lái xe}"
    decision = office.decision(f"{LDTT}: {one}\n{CSTDCS}: {two}")
    assert office.outcomes(decision) == ["760000", "2530000"]


def test_recipients_without_names_are_paid_by_number(office: Office) -> None:
    decision = office.decision("giay-khen-cap-xa: counted: {collectives: 12, households: 2, individuals: 30}")
    assert sorted(filter(None, office.outcomes(decision))) == ["18240000", "2280000", "22800000"]


def test_a_number_that_is_not_exact_or_not_split_is_not_paid(office: Office) -> None:
    decision = office.decision(
        "giay-khen-cap-xa: counted: {qualifier: hon, individuals: 30}\n"
        "bang-khen-bo-nganh-tinh: counted: {unsplit: 5}\n"
        "bang-khen-bo-nganh-tinh: described: nhiều cá nhân"
    )
    assert office.outcomes(decision) == ["so-luong-khong-chinh-xac", "chua-co-muc-thuong", "chua-ro-so-luong"]


def test_a_number_with_foreigners_or_posthumous_awards_in_it_is_to_be_parted(office: Office) -> None:
    decision = office.decision(
        "giay-khen-cap-xa: counted: {individuals: 30, foreigners: 2}\n"
        "bang-khen-bo-nganh-tinh: counted: {individuals: 4, posthumous: 1}"
    )
    assert office.outcomes(decision) == ["co-nguoi-nuoc-ngoai-truy-tang"] * 2


def test_a_posthumous_award_is_for_a_person_to_judge(office: Office) -> None:
    decision = office.decision("bang-khen-bo-nganh-tinh: {name: Trần Văn Mẫu, posthumous: co}")
    assert office.outcomes(decision) == ["truy-tang"]


def test_withdrawn_rows_are_not_paid_and_make_room_for_a_lower_title(office: Office) -> None:
    decision = office.decision(f"{LDTT}: {MAU}\n{CSTDCS}: {MAU}")
    office.write(
        "records/revocations/1.yaml",
        f"decision: {decision}\nrows: [{{award: {CSTDCS}, name: Trần Văn Mẫu, unit: phong-noi-vu}}]\n",
    )
    assert office.outcomes(decision) == ["760000"]


def test_who_decided_pays_and_for_awards_of_the_state_who_proposed(office: Office) -> None:
    """Law 06/2022/QH15, Article 11.4."""
    office.decision(f"bang-khen-bo-nganh-tinh: {MAU}", 1, authority="quang-ninh")
    office.decision(f"huan-chuong-lao-dong-hang-ba: {MAU}", 2)
    office.decision(f"{LDTT}: {MAU}", 3)
    assert [row["payer"] for row in office.rows("2025")] == ["Tỉnh Quảng Ninh", "cap-trinh", "Thành phố Móng Cái"]
    shares = {one["name"]: one["amount"]["value"] for one in office.data("2025")["payers"]}
    assert shares == {"cap-trinh": "11390000", "Thành phố Móng Cái": "760000", "Tỉnh Quảng Ninh": "3800000"}


def test_who_pays_under_a_law_that_was_not_read_is_not_known(office: Office) -> None:
    decision = office.decision(f"{LDTT}: {MAU}", date="2020-05-01", received="2020-04-01")
    assert office.rows(decision)[0]["payer"] is None


def test_the_award_of_an_office_has_no_multiple(office: Office) -> None:
    office.write(
        "records/catalogue/nguoi-tot.yaml",
        "name: Người tốt\ngroup: bieu-duong\nkind: bieu-duong\nlevel: xa\nrecipients: [ca-nhan]\n",
    )
    assert office.outcomes(office.decision(f"nguoi-tot: {MAU}")) == ["chua-co-muc-thuong"]


def test_where_nothing_is_known_the_total_is_not_zero(office: Office) -> None:
    found = office.data(office.decision(f"{LDTT}: {MAU}", date="", received=""))
    assert found["total"] is None
    assert found["left_out"]["value"] == 1


def test_where_nothing_is_to_be_paid_the_total_is_zero(office: Office) -> None:
    found = office.data(office.decision("giay-khen-cap-xa: {name: John Example, foreign: co}"))
    assert found["total"]["value"] == "0"
    assert found["left_out"] is None


RECIPIENTS = (
    MAU,
    "{name: Lê Thị Ví Dụ, unit: mong-cai}",
    "{name: Phạm Văn Thử}",
    "{collective: phong-noi-vu}",
    "{household: Lê Thị Ví Dụ}",
    "{name: John Example, foreign: co}",
    "{name: Lê Văn Mẫu, posthumous: co}",
    "counted: {individuals: 7}",
)
AWARDS = (LDTT, CSTDCS, CSTDT, "bang-khen-bo-nganh-tinh", "giay-khen-cap-xa", "ky-niem-chuong", "gia-dinh-van-hoa")
LINES = st.lists(st.tuples(st.sampled_from(AWARDS), st.sampled_from(RECIPIENTS)), min_size=1, max_size=8)
DAYS = st.sampled_from(
    [("2016-01-05", ""), ("2023-06-30", ""), ("2024-07-01", ""), ("2025-09-01", ""), ("2026-08-01", "2026-07-01")]
)


@given(LINES, DAYS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_total_is_the_sum_of_its_rows(lines: list[tuple[str, str]], days: tuple[str, str]) -> None:
    with TemporaryDirectory() as folder:
        office = Office(Path(folder) / "office")
        decision = office.decision(
            "\n".join(f"{award}: {whom}" for award, whom in lines), date=days[0], received=days[1]
        )
        found = office.data(decision)
    paid = [Decimal(row["amount"]["value"]) for row in found["rows"] if row["amount"]]
    still_open = [row for row in found["rows"] if row["status"] in ("muc-tran", "chua-ro")]
    assert len(found["rows"]) == len(lines)
    assert Decimal(found["total"]["value"] if found["total"] else 0) == sum(paid)
    assert (found["left_out"] or {"value": 0})["value"] == len(still_open)
    for shares in (found["units"], found["payers"]):
        assert sum(Decimal(one["amount"]["value"]) for one in shares if one["amount"]) == sum(paid)
        assert sum(one["left_out"]["value"] for one in shares if one["left_out"]) == len(still_open)
    for row in found["rows"]:
        assert (row["amount"] is None) == (row["status"] != "chi-tien")
        assert (row["reason"] is None) == (row["status"] != "chua-ro")
        assert row["record"]["path"].endswith("1-qd-ubnd.yaml")
