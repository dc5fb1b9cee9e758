"""Base salaries, multiples and rules of bonuses against the domain pages; each case names its article."""

from datetime import date
from decimal import Decimal

import pytest

from tests.law.names import BK, BT, CN, CP, CS, CT, HO, HUAN, LD, TQ, TT, TTG
from thidua.law.bonus import RuleKind, Stacking, base_salary, funds, multiple, rounded, rules
from thidua.model.lists import RecipientKind


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
