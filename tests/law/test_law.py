"""The law's data against the domain pages; each case names its article."""

import ast
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from thidua.law.authority import AuthorityKind, Power, authority_kind, authority_kinds, who_may_confer
from thidua.law.award import awards
from thidua.law.bonus import (
    BaseSalary,
    Factor,
    Fund,
    Multiple,
    Rule,
    RuleKind,
    Stacking,
    base_salary,
    funds,
    multiple,
    rounded,
    rules,
)
from thidua.law.condition import AnyOf, Condition
from thidua.law.entry import (
    LAW,
    SECTIONS,
    CatalogueError,
    Certainty,
    Confidence,
    Entry,
    Overlay,
    catalogue_text,
    entries,
)
from thidua.law.era import Era, Transition, era_of, eras
from thidua.law.power import Ground, power_answers
from thidua.law.prerequisite import (
    Absent,
    Counting,
    CountStart,
    General,
    Route,
    absent,
    counting,
    general_conditions,
    routes,
)
from thidua.law.statutory import Form
from thidua.model.lists import Level, OrganisationKind, RecipientKind

CN, TT, HO = RecipientKind.INDIVIDUAL, RecipientKind.COLLECTIVE, RecipientKind.HOUSEHOLD
READ = ("e2014", "e2017", "e2024", "e2025")
MODELS: dict[str, type[Entry]] = {
    "eras": Era, "transitions": Transition, "kinds": AuthorityKind, "powers": Power, "routes": Route,
    "general": General, "counting": Counting, "absent": Absent, "base_salary": BaseSalary, "multiples": Multiple,
    "factors": Factor, "rules": Rule, "funds": Fund, "forms": Form,
}  # fmt: skip
TTG, BK, CP, CT = (
    "bang-khen-cua-thu-tuong-chinh-phu",
    "bang-khen-bo-nganh-tinh",
    "co-thi-dua-cua-chinh-phu",
    "co-thi-dua-bo-nganh-tinh",
)
TQ, BT, CS, LD = (
    "chien-si-thi-dua-toan-quoc",
    "chien-si-thi-dua-bo-nganh-tinh",
    "chien-si-thi-dua-co-so",
    "lao-dong-tien-tien",
)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def facts(conditions: tuple[Condition, ...]) -> list[str]:
    """Write every condition, also those inside `any_of`, as `check field=value …` with the fields that were given."""
    lines = []
    for one in conditions:
        if isinstance(one, AnyOf):
            lines += [line for option in one.options for line in facts(option.conditions)]
        given = one.model_dump(mode="json", exclude_defaults=True, exclude={"check", "note", "article", "confidence"})
        lines.append(" ".join([one.check, *(f"{key}={value}" for key, value in given.items())]))
    return lines


# Decree 152/2025 Articles 59, 60.1, 60.3; Law 2022 Articles 94, 95; Decree 65/2014 Article 30.1
@pytest.mark.parametrize(
    ("decided", "received", "era", "candidates"),
    [
        ("2014-05-31", None, None, ()),
        ("2014-06-01", None, "e2014", ("e2014",)),
        ("2017-09-30", None, "e2014", ("e2014",)),
        ("2017-10-01", None, "e2017", ("e2017",)),
        ("2023-12-31", None, "e2017", ("e2017",)),
        ("2024-01-01", None, "e2024", ("e2024",)),
        ("2024-02-01", "2023-12-31", None, ("e2017", "e2024")),
        ("2024-02-01", "2024-01-01", "e2024", ("e2024",)),
        ("2025-06-30", "2025-06-01", "e2024", ("e2024",)),
        ("2025-07-01", "2025-06-30", "e2024", ("e2024",)),
        ("2025-12-01", "2025-06-30", "e2024", ("e2024",)),
        ("2025-07-01", "2025-07-01", "e2025", ("e2025",)),
        ("2025-07-01", None, None, ("e2025", "e2024")),
        ("2026-10-05", "2026-09-30", "e2025", ("e2025", "e2026")),
        ("2026-10-05", "2026-10-01", "e2026", ("e2026",)),
        ("2026-10-05", "2025-06-30", "e2024", ("e2024", "e2026")),
        (None, None, None, ()),
        (None, "2026-10-02", "e2026", ("e2026",)),
        (None, "2025-03-01", None, ("e2024", "e2026")),
    ],
)
def test_era_by_days(decided: str | None, received: str | None, era: str | None, candidates: tuple[str, ...]) -> None:
    answer = era_of(day(decided), day(received))
    assert (answer.era, answer.candidates) == (era, candidates)


def test_an_old_file_names_its_ground() -> None:
    old = era_of(date(2025, 8, 1), date(2025, 6, 1))
    assert (old.article, old.confidence) == ("Nghị định 152/2025/NĐ-CP Điều 60.3", Confidence.CONFIRMED)
    assert era_of(date(2026, 10, 5), date(2026, 9, 1)).confidence is Confidence.ONE_SOURCE
    assert str(eras()["e2026"].decree_ends) == "2027-03-01"  # Decree 152 Article 60.1


# Base salary decrees
@pytest.mark.parametrize(
    ("on", "vnd", "decree"),
    [
        ("2013-07-01", 1150000, "66/2013"), ("2016-04-30", 1150000, "66/2013"), ("2016-05-01", 1210000, "47/2016"),
        ("2017-07-01", 1300000, "47/2017"), ("2018-07-01", 1390000, "72/2018"), ("2019-06-30", 1390000, "72/2018"),
        ("2019-07-01", 1490000, "38/2019"), ("2023-07-01", 1800000, "24/2023"), ("2024-07-01", 2340000, "73/2024"),
        ("2026-06-30", 2340000, "73/2024"), ("2026-07-01", 2530000, "161/2026"),
    ],
)  # fmt: skip
def test_base_salary(on: str, vnd: int, decree: str) -> None:
    found = base_salary(date.fromisoformat(on))
    assert found is not None
    assert found.vnd == Decimal(vnd)
    assert decree in found.article


def test_base_salary_before_the_first_known_is_unknown() -> None:
    assert base_salary(date(2013, 6, 30)) is None


HUAN = "huan-chuong-"


# Decree 91/2017 Articles 68-74; Decree 98/2023 Articles 53-59; Decree 152/2025 Articles 49-55
@pytest.mark.parametrize(
    ("award", "era", "kind", "value"),
    [
        (TQ, "e2017", CN, "4.5"), (BT, "e2024", CN, "3.0"), (CS, "e2025", CN, "1.0"), (LD, "e2017", CN, "0.3"),
        ("chien-si-tien-tien", "e2025", CN, "0.3"), ("tap-the-lao-dong-xuat-sac", "e2025", TT, "1.5"),
        ("tap-the-lao-dong-tien-tien", "e2017", TT, "0.8"), ("xa-phuong-tieu-bieu", "e2024", TT, "2.0"),
        ("thon-to-dan-pho-van-hoa", "e2017", TT, "1.5"), (CP, "e2017", TT, "12"), (CT, "e2025", TT, "8"),
        ("co-thi-dua-quan-khu-dai-hoc-quoc-gia", "e2017", TT, "6"), (TTG, "e2017", CN, "3.5"), (TTG, "e2025", TT, "7"),
        (TTG, "e2025", HO, "5.25"), (BK, "e2017", CN, "1.0"), (BK, "e2024", CN, "1.5"), (BK, "e2025", TT, "3.0"),
        (BK, "e2025", HO, "2.25"), ("giay-khen-cap-xa", "e2017", CN, "0.15"), ("giay-khen-cap-xa", "e2024", CN, None),
        ("giay-khen-cap-xa", "e2025", CN, "0.3"), ("giay-khen-cap-xa", "e2025", HO, "0.45"),
        ("giay-khen-cap-huyen", "e2024", TT, "0.6"), ("giay-khen-so-nganh-tinh", "e2025", CN, "0.3"),
        (HUAN + "sao-vang", "e2025", TT, "92"), (HUAN + "sao-vang", "e2024", CN, "46"),
        (HUAN + "ho-chi-minh", "e2017", CN, "30.5"), (HUAN + "doc-lap-hang-nhat", "e2025", CN, "15"),
        (HUAN + "quan-cong-hang-nhi", "e2025", CN, "12.5"), (HUAN + "doc-lap-hang-ba", "e2025", TT, "21"),
        (HUAN + "lao-dong-hang-nhat", "e2025", TT, "18"), (HUAN + "chien-cong-hang-nhi", "e2024", CN, "7.5"),
        (HUAN + "bao-ve-to-quoc-hang-ba", "e2017", CN, "4.5"), (HUAN + "dai-doan-ket-dan-toc", "e2025", CN, "7.5"),
        (HUAN + "dung-cam", "e2025", CN, "4.5"), ("huy-chuong-vi-an-ninh-to-quoc", "e2017", CN, "1.5"),
        ("ba-me-viet-nam-anh-hung", "e2017", CN, "15.5"), ("anh-hung-lao-dong", "e2025", TT, "31"),
        ("nha-giao-nhan-dan", "e2017", CN, "12.5"), ("nghe-nhan-uu-tu", "e2025", CN, "9"),
        ("giai-thuong-ho-chi-minh", "e2025", CN, "270"), ("giai-thuong-nha-nuoc", "e2024", CN, "170"),
        ("ky-niem-chuong-ubtvqh", "e2025", CN, "0.8"), ("ky-niem-chuong", "e2024", CN, "0.6"),
        ("gia-dinh-van-hoa", "e2025", HO, None), (TTG, "e2014", CN, None),
        ("bang-khen-quan-khu-dai-hoc-quoc-gia", "e2025", TT, "2"),
    ],
)  # fmt: skip
def test_multiple(award: str, era: str, kind: RecipientKind, value: str | None) -> None:
    found = multiple(award, era, kind)
    assert found is not None
    assert found.value == (Decimal(value) if value else None)
    assert found.ceiling is award.startswith("ky-niem-chuong")  # Decree 152 Article 54.1c, d: "tối đa"


def test_older_households_have_no_known_multiple() -> None:
    assert multiple(TTG, "e2017", HO) is None
    assert multiple(BK, "e2024", HO) is None


def test_an_enterprise_is_paid_as_a_collective() -> None:
    found = multiple(TTG, "e2025", RecipientKind.ENTERPRISE)
    assert found is not None
    assert found.value == Decimal(7)


def test_foreigners_get_a_souvenir_and_no_cash() -> None:  # Decree 152 Article 48.4
    found = multiple("huy-chuong-huu-nghi", "e2025", CN, foreign=True)
    assert found is not None
    assert not found.cash
    assert "Nghị định 152/2025/NĐ-CP Điều 48.4" in found.articles


# Decree 152 Article 49.2; a Decree 91 example
@pytest.mark.parametrize(
    ("era", "amount", "paid"), [("e2025", 3795000, 3800000), ("e2025", 702000, 710000), ("e2017", 223500, 220000)]
)
def test_rounding(era: str, amount: int, paid: int) -> None:
    (rule,) = rules(RuleKind.ROUNDING, era)
    assert rounded(Decimal(amount), rule) == Decimal(paid)


def test_stacking_and_funds() -> None:  # Decree 152 Articles 49.5-49.7, 46-48
    assert [rule.pays for rule in rules(RuleKind.STACKING, "e2025")] == [Stacking.HIGHEST] + [Stacking.ALL] * 3
    assert sorted(one.pct for one in funds("e2025").values()) == [Decimal("1.0"), Decimal("1.5"), 20, 20]
    assert rules(RuleKind.PAYER, "e2025")[0].article == "Luật 06/2022/QH15 Điều 11.4"


TINH, HUYEN, XA, BO = "chu-tich-ubnd-tinh", "chu-tich-ubnd-huyen", "chu-tich-ubnd-xa", "nguoi-dung-dau-bo-nganh"


# Law 2022 Articles 77-80; Decree 152 Article 37.1; Decree 65 Article 26; Decree 91 Article 43; corrections 14
@pytest.mark.parametrize(
    ("award", "era", "kind", "may"),
    [
        (HUAN + "lao-dong-hang-nhat", "e2025", "chu-tich-nuoc", True),
        (HUAN + "lao-dong-hang-nhat", "e2014", "thu-tuong-chinh-phu", False),
        (CP, "e2014", "thu-tuong-chinh-phu", True), (CP, "e2017", "chinh-phu", True), (CP, "e2024", "chinh-phu", True),
        (CP, "e2024", "thu-tuong-chinh-phu", False), (CP, "e2025", "thu-tuong-chinh-phu", True),
        (TQ, "e2024", "thu-tuong-chinh-phu", True), (TTG, "e2017", TINH, False), (BK, "e2024", TINH, True),
        (BK, "e2024", HUYEN, False), (BK, "e2025", BO, True), ("xa-phuong-tieu-bieu", "e2025", TINH, True),
        (BK, "e2025", "nguoi-dung-dau-doan-the-tinh", False),
        (CS, "e2014", HUYEN, True), (CS, "e2014", XA, False), (CS, "e2025", XA, True), (CS, "e2025", HUYEN, False),
        (LD, "e2014", XA, True), (LD, "e2024", XA, True),
        ("tap-the-lao-dong-tien-tien", "e2017", "thu-truong-so", True),
        ("thon-to-dan-pho-van-hoa", "e2024", HUYEN, True), ("thon-to-dan-pho-van-hoa", "e2025", XA, True),
        ("gia-dinh-van-hoa", "e2024", XA, True), ("giay-khen-cap-huyen", "e2024", HUYEN, True),
        ("giay-khen-doanh-nghiep-hop-tac-xa", "e2025", "nguoi-dung-dau-doanh-nghiep", True),
        ("ky-niem-chuong-ubtvqh", "e2025", "uy-ban-thuong-vu-quoc-hoi", True), ("ky-niem-chuong", "e2025", TINH, True),
        (CT, "e2026", TINH, True),
    ],
)  # fmt: skip
def test_authority(award: str, era: str, kind: str, may: bool) -> None:
    assert (kind in who_may_confer(award, era).kinds) is may


def test_the_commune_chair_of_2025_rests_on_one_source() -> None:
    ground = who_may_confer(CS, "e2025").ground(XA)
    assert ground is not None
    assert (ground.article, ground.confidence) == ("Nghị định 129/2025/NĐ-CP", Confidence.ONE_SOURCE)


def test_nothing_is_complete_where_the_new_law_was_not_read() -> None:
    answer = who_may_confer(CT, "e2026")
    assert not answer.complete
    assert {one.confidence for one in answer.conferrers} == {Confidence.UNCONFIRMED}
    assert who_may_confer(CT, "e2025").complete


def test_decree_65_holds_from_its_day() -> None:  # Decree 65 Article 30.1
    assert who_may_confer(CS, "e2014", date(2014, 8, 19)).conferrers == ()
    assert who_may_confer(CS, "e2014", date(2014, 8, 20)).conferrers
    assert [route.id for route in routes(LD, "e2014", CN, date(2014, 8, 19))] == ["tieu-chuan-nghi-dinh-42-2010"]
    assert counting("e2014", date(2014, 8, 19)) is None


@pytest.mark.parametrize(
    ("kind", "level", "id_", "kinds"),
    [
        (OrganisationKind.STATE_LEADER, Level.STATE, "chu-tich-nuoc", ("chu-tich-nuoc",)),
        (OrganisationKind.STATE_LEADER, Level.STATE, "thu-tuong-chinh-phu", ("thu-tuong-chinh-phu",)),
        (OrganisationKind.PEOPLES_COMMITTEE, Level.MINISTRY_OR_PROVINCE, "ubnd-quang-ninh", (TINH,)),
        (OrganisationKind.PEOPLES_COMMITTEE, Level.DISTRICT, "ubnd-mong-cai", (HUYEN,)),
        (OrganisationKind.ADMINISTRATIVE_UNIT, Level.COMMUNE, None, (XA,)),
        (OrganisationKind.AGENCY, Level.DEPARTMENT, None, ("thu-truong-don-vi-thuoc-bo", "thu-truong-so")),
        (OrganisationKind.AGENCY, Level.DISTRICT, None, ("khong-co-tham-quyen",)),
        (OrganisationKind.ENTERPRISE, None, None, ("nguoi-dung-dau-doanh-nghiep",)),
        (OrganisationKind.PEOPLES_COMMITTEE, None, None, ()),
        (None, None, None, ()),
    ],
)
def test_a_record_tells_its_kind(
    kind: OrganisationKind | None, level: Level | None, id_: str | None, kinds: tuple[str, ...]
) -> None:
    assert authority_kind(kind, level, id_) == kinds


# Law 2022 (L), Law 2003 (C), Decree 65/2014 (D65), 91/2017 (D91), 152/2025 (D152)
@pytest.mark.parametrize(
    ("award", "era", "kind", "path", "fact"),
    [
        (TQ, "e2025", CN, "21", f"consecutive_awards awards=['{BT}'] times=2 adjacency=danh-hieu-ke-tiep years_each=3"),
        (TQ, "e2014", CN, "3", "years_each=3"),
        (TQ, "e2017", CN, "9.1", "deadline day=12-31 year=nam-ke-tiep-quyet-dinh"),
        (TQ, "e2024", CN, "21", "initiative scope=toan-quoc"),
        (BT, "e2024", CN, "22", f"consecutive_awards awards=['{CS}'] times=3"),
        (BT, "e2017", CN, "9.2", "initiative scope=bo-nganh-tinh"),
        (CS, "e2017", CN, "9.3b", "quota_share pct=15"),
        (CS, "e2017", CN, "9.3b", "initiative scope=co-so kinds=['de-tai']"),
        (CS, "e2014", CN, "4.1b", "initiative scope=co-so kinds=['muu-tri']"),
        (CS, "e2024", CN, "23", "task_result result=hoan-thanh-xuat-sac"),
        (CS, "e2025", CN, "23", "same_year_award awards=['lao-dong-tien-tien', 'chien-si-tien-tien'] standard_suff"),
        (LD, "e2014", CN, "5", "months_since_recruited months=10"), (LD, "e2014", CN, "5", "leave_below days=40"),
        (LD, "e2014", CN, "5", "training_result years=1"), (LD, "e2014", CN, "5", "moved_person_comment months=6"),
        (LD, "e2014", CN, "5", "leave_counts_as_worked kinds=['thai-san']"),
        (LD, "e2014", CN, "5", "not_disciplined level=khien-trach"),
        (LD, "e2017", CN, "10", "task_result result=hoan-thanh-tot"),
        (LD, "e2017", CN, "10", "months_since_recruited months=10"),
        (LD, "e2025", CN, "24.1", "task_result result=hoan-thanh-tot"),
        ("tap-the-lao-dong-tien-tien", "e2014", TT, "28", "pct=50 strict=co"),
        ("tap-the-lao-dong-tien-tien", "e2014", TT, "28", "no_member_disciplined level=canh-cao"),
        ("tap-the-lao-dong-tien-tien", "e2025", TT, "28", "share awards=['lao-dong-tien-tien'] pct=70"),
        ("tap-the-lao-dong-xuat-sac", "e2024", TT, "27.1", "members_completed_share pct=100"),
        ("tap-the-lao-dong-xuat-sac", "e2014", TT, "27", "members_with_award_count awards=['" + CS + "'] count=1"),
        ("don-vi-quyet-thang", "e2025", TT, "27.1", "members_with_award_share awards=['chien-si-tien-tien'] pct=70"),
        (CT, "e2024", TT, "26.1", "targets_all_exceeded"),
        (CT, "e2025", TT, "26.2", "leads_campaign launched=bo-nganh-tinh years=3 at=['tong-ket']"),
        (CP, "e2025", TT, "25.1", "quota_share pct=20 base=tap-the-dan-dau-du-tieu-chuan"),
        (CP, "e2017", TT, "11", "quota_share pct=20"),
        (CP, "e2024", TT, "25.2", "ranked_first_in_bloc organiser=trung-uong"),
        (CP, "e2024", TT, "25.3", "leads_campaign launched=thu-tuong-chinh-phu years=5"),
        ("xa-phuong-tieu-bieu", "e2024", TT, "29", "leads_campaign launched=cap-huyen"),
        ("xa-phuong-tieu-bieu", "e2025", TT, "29", "leads_campaign launched=cap-tinh"),
        (BK, "e2025", CN, "74.1d", f"consecutive_awards awards=['{CS}'] times=2"),
        (BK, "e2024", CN, "74.1d", "consecutive_years years=2 result=hoan-thanh-xuat-sac"),
        (BK, "e2025", TT, "74.3d", "or_awards=['tap-the-lao-dong-xuat-sac', 'don-vi-quyet-thang']"),
        (BK, "e2014", CN, "24", "initiative scope=co-so kinds=['sang-kien'] times=2 span=ky-lien-tuc"),
        (TTG, "e2025", CN, "73.1b", f"prior_award awards=['{BK}'] not_methods=['dot-xuat', 'phong-trao-thi-dua']"),
        (TTG, "e2024", CN, "73.1b", "consecutive_years years=5 result=hoan-thanh-tot"),
        (TTG, "e2024", CN, "73.1b", f"awards_within awards=['{CS}'] times=3"),
        (TTG, "e2025", TT, "73.4e", f"awards_within awards=['{BK}'] times=2"),
        (TTG, "e2025", TT, "73.4d", "campaign_achievement launched=['bo-nganh-tinh'] years=3"),
        (TTG, "e2014", CN, "23.1c", "initiative scope=co-so kinds=['sang-kien'] times=5"),
        (TTG, "e2014", TT, "23.3c", "consecutive_years years=5 result=hoan-thanh-xuat-sac"),
        (TTG, "e2014", HO, "23", "contribution_value vnd=500000000"),
        (TTG, "e2025", CN, "73.2c", "human"), (TTG, "e2024", CN, "73.2d", "human"),
        (HUAN + "lao-dong-hang-ba", "e2025", CN, "44.1e", "result_years_within result=hoan-thanh-xuat-sac years=1"),
        (HUAN + "lao-dong-hang-ba", "e2025", CN, "44.1e", "until_proposal=co other_result=hoan-thanh-tot"),
        (HUAN + "lao-dong-hang-ba", "e2025", TT, "44.4đ", "collective_age years=10"),
        (HUAN + "lao-dong-hang-nhi", "e2024", CN, "43.1đ", f"awards_within awards=['{BT}'] times=1"),
        (HUAN + "lao-dong-hang-nhi", "e2025", TT, "43.4d", f"awards_within awards=['{CT}'] times=3"),
        (HUAN + "lao-dong-hang-nhat", "e2025", CN, "42.1đ", "result_years_within result=hoan-thanh-xuat-sac years=3"),
        (HUAN + "lao-dong-hang-nhat", "e2025", TT, "42.4d", f"awards_within awards=['{CP}'] times=2"),
        (HUAN + "lao-dong-hang-nhat", "e2025", TT, "42.4d", f"awards_within awards=['{BK}'] times=4"),
        (HUAN + "lao-dong-hang-nhat", "e2014", CN, "15", "scope=bo-nganh-tinh kinds=['sang-kien'] times=4"),
        (HUAN + "lao-dong-hang-nhat", "e2014", TT, "15.4b", "consecutive_years years=5 result=hoan-thanh-xuat-sac"),
        (HUAN + "lao-dong-hang-nhi", "e2014", CN, "16", "scope=bo-nganh-tinh kinds=['sang-kien'] times=3"),
        (HUAN + "lao-dong-hang-ba", "e2014", TT, "17", f"awards_within awards=['{BK}'] times=2"),
        (HUAN + "doc-lap-hang-nhat", "e2025", TT, "36.3a", f"awards_within awards=['{CP}'] times=3"),
        (HUAN + "doc-lap-hang-nhat", "e2014", TT, "9", f"awards_within awards=['{CP}'] times=4"),
        (HUAN + "doc-lap-hang-nhi", "e2025", TT, "37.3a", "consecutive_years years=10 result=hoan-thanh-xuat-sac"),
        (HUAN + "doc-lap-hang-ba", "e2014", TT, "11.3", "collective_age years=30"),
        (HUAN + "ho-chi-minh", "e2025", TT, "35.4", "consecutive_years years=15"),
        ("huy-chuong-chien-si-ve-vang-hang-nhat", "e2025", CN, "57", "service_years years=20"),
        ("huy-chuong-chien-si-ve-vang-hang-nhi", "e2024", CN, "57", "service_years years=15"),
        ("huy-chuong-chien-si-ve-vang-hang-ba", "e2025", CN, "57", "service_years years=10"),
        ("huy-chuong-thanh-nien-xung-phong-ve-vang", "e2025", CN, "96", "service_years years=2"),
    ],
)  # fmt: skip
def test_route(award: str, era: str, kind: RecipientKind, path: str, fact: str) -> None:
    found = [route for route in routes(award, era, kind) if route.path == path]
    assert any(fact in line for route in found for line in facts(route.conditions)), found


def test_the_gold_star_order_takes_25_years() -> None:  # Law 2022 Article 34.3a, 34.4a
    found = [facts(one.conditions) for one in routes(HUAN + "sao-vang", "e2025", TT)]
    assert any(line.startswith("consecutive_years years=25") for lines in found for line in lines)


def test_a_campaign_flag_asks_no_exceeded_targets() -> None:  # Law 2022 Article 26.2, correction 5
    (campaign,) = [one for one in routes(CT, "e2025", TT) if one.path == "26.2"]
    assert "targets_all_exceeded" not in facts(campaign.conditions)


def test_an_advanced_unit_of_the_old_law_asks_no_discipline() -> None:  # Law 2003 Article 28.2, correction 13
    (one,) = routes("don-vi-tien-tien", "e2017", TT)
    assert not any("disciplined" in line for line in facts(one.conditions))


def test_what_only_decree_152_says_does_not_bind_2024() -> None:  # Decree 152 Articles 4.3, 33.7
    for award in (TTG, HUAN + "lao-dong-hang-ba"):
        for kind in (CN, TT):
            lines = [line for one in routes(award, "e2024", kind) for line in facts(one.conditions)]
            assert not any("not_methods" in line or "other_result" in line for line in lines)


# Decree 152 Articles 33.5, 33.9, 35.1, 44.2, 4.5; Circular 03/2018/TT-BNG
@pytest.mark.parametrize(
    ("award", "era", "kind", "fact"),
    [
        (TQ, "e2025", CN, "council_vote pct=90"), ("anh-hung-lao-dong", "e2025", CN, "council_vote pct=90"),
        (CP, "e2025", TT, "council_vote pct=80"), (BT, "e2017", CN, "council_vote pct=90 secret=co"),
        (TQ, "e2025", CN, "public_notice working_days=10"), (TTG, "e2025", TT, "achievement_recent months=6"),
        (TQ, "e2025", CN, "deadline day=12-31 year=nam-ke-tiep-quyet-dinh"),
        (CP, "e2025", TT, "deadline day=06-30 year=hang-nam"),
        (CP, "e2025", TT, "day=12-31 year=hang-nam school_year=co"),
        (LD, "e2025", CN, "leave_counts_as_worked kinds=['thai-san']"), (LD, "e2025", CN, "human"),
    ],
)  # fmt: skip
def test_general_condition(award: str, era: str, kind: RecipientKind, fact: str) -> None:
    lines = [line for one in general_conditions(award, era, kind) for line in facts(one.conditions)]
    assert any(fact in line for line in lines)


def test_where_the_count_starts() -> None:
    old, new = counting("e2014"), counting("e2025")
    assert old is not None
    assert new is not None
    assert (old.count_from, old.article[-3:]) == (CountStart.PREVIOUS_DECISION, "2.4")
    assert (new.count_from, new.article[-4:]) == (CountStart.END_OF_ACHIEVEMENT, "33.7")
    assert counting("e2017") is None


@pytest.mark.parametrize("era", READ)
@pytest.mark.parametrize("award", awards())
def test_every_award_of_every_era_is_accounted_for(award: str, era: str) -> None:
    if absent(award, era):
        assert not who_may_confer(award, era).conferrers
        return
    assert who_may_confer(award, era).conferrers
    kinds = awards()[award].recipients
    assert all(routes(award, era, kind) for kind in kinds)
    old_household = {(kind, old) for kind in (HO,) for old in ("e2017", "e2024")}
    assert all(multiple(award, era, kind) or (kind, era) in old_household for kind in kinds)


def test_every_entry_has_its_article_and_names_what_exists() -> None:
    kinds, known = authority_kinds(), {*awards()}
    for section, model in MODELS.items():
        found = entries(section, model)
        assert found
        for one in found.values():
            assert one.article
            assert one.confidence in Confidence
            assert one.origin == LAW
            assert {*getattr(one, "awards", ())} <= known, one.id
            assert {*getattr(one, "eras", ())} <= {*eras()}, one.id
            assert {*getattr(one, "by", ())} <= {*kinds}, one.id
    assert MODELS.keys() == SECTIONS.keys()


def test_all_text_is_nfc() -> None:
    for file in {*SECTIONS.values()}:
        assert unicodedata.is_normalized("NFC", catalogue_text(file))


def test_no_legal_number_stands_in_python() -> None:
    for path in (Path(__file__).parents[2] / "thidua" / "law").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, int | float | complex):
                assert node.value in (0, 1, 2), f"{path.name}:{node.lineno}"


def own(**fields: object) -> dict[str, object]:
    return {"article": "Điều 1", "confidence": "mot-nguon", **fields}


FLAG = {"awards": ["co-vung"], "eras": ["e2099"]}
VOTE = {"check": "council_vote", "pct": "77"}
NEXT: Overlay = {
    "records/catalogue/2099.yaml": {
        "eras": {"e2099": own(law="Luật 1/2099", decree="Nghị định 1/2099", **{"from": "2099-01-01"})},
        "kinds": {"giam-doc-vung": own(name="Giám đốc vùng", english="Director of a region", ids=["vung-dong"])},
        "powers": {"vung": own(by=["giam-doc-vung"], **FLAG)},
        "routes": {"co-vung": own(path="4.1a", conditions=[VOTE], **FLAG)},
        "multiples": {"co-vung": own(multiple="3.25", **FLAG)},
        "base_salary": {"tu-2099": own(vnd="9000000", **{"from": "2099-01-01"})},
    }
}


def test_the_next_decree_is_an_edit_of_data() -> None:
    answer = era_of(date(2099, 5, 1), date(2099, 2, 1), overlay=NEXT)
    assert (answer.era, answer.origin) == ("e2099", "records/catalogue/2099.yaml")
    assert authority_kind(None, None, "vung-dong", overlay=NEXT) == ("giam-doc-vung",)
    assert who_may_confer("co-vung", "e2099", overlay=NEXT).kinds == ("giam-doc-vung",)
    (route,) = routes("co-vung", "e2099", TT, overlay=NEXT)
    assert route.place is not None
    assert (route.place.article, route.place.clause, route.place.point) == ("4", "1", "a")
    assert facts(route.conditions) == ["council_vote pct=77"]
    found, salary = multiple("co-vung", "e2099", TT, overlay=NEXT), base_salary(date(2099, 1, 1), overlay=NEXT)
    assert found is not None
    assert salary is not None
    assert found.value == Decimal("3.25")
    assert salary.vnd == 9000000
    assert "e2099" not in eras()


def test_who_may_confer_in_an_invented_era_is_an_edit_of_data() -> None:
    sections = {
        **NEXT["records/catalogue/2099.yaml"],
        "powers": {"vung": own(awards=[BK], eras=["e2099"], by=["giam-doc-vung"])},
    }
    answers = [one for one in power_answers({"records/catalogue/2099.yaml": sections}) if one.era == "e2099"]
    assert [(one.award, one.body, one.may, one.ground) for one in answers] == [
        (BK, "", Certainty.UNKNOWN, Ground.NOT_NAMED),  # one source only
        (BK, "giam-doc-vung", Certainty.YES, Ground.NAMED),
        (BK, HUYEN, Certainty.NO, Ground.BODY_ENDED),  # Resolution 203/2025/QH15
    ]
    assert {str(one.start) for one in answers} == {"2099-01-01"}


def test_an_own_entry_replaces_that_of_the_law() -> None:
    mine = own(awards=[BK], eras=["e2025"], recipients=["ca-nhan"], multiple="1.6")
    overlay: Overlay = {"records/catalogue/x.yaml": {"multiples": {"bang-khen-bo-nganh-tinh-e2025": mine}}}
    found = multiple(BK, "e2025", CN, overlay=overlay)
    assert found is not None
    assert (found.value, found.origin) == (Decimal("1.6"), "records/catalogue/x.yaml")


@pytest.mark.parametrize(
    ("sections", "entry"),
    [
        ({"multiples": {"sai": {"awards": [BK]}}}, "multiples.sai"),
        ({"multiples": {"sai": {"awards": [BK], "origin": "law"}}}, "multiples.sai"),
        ({"khac": {}}, "khac"),
    ],
)
def test_an_error_names_file_and_entry(sections: dict[str, dict[str, dict[str, object]]], entry: str) -> None:
    with pytest.raises(CatalogueError) as error:
        multiple(BK, "e2025", CN, overlay={"records/catalogue/x.yaml": sections})
    assert (error.value.file, error.value.entry) == ("records/catalogue/x.yaml", entry)
