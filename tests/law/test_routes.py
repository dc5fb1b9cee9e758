"""Routes to awards against the domain pages; each case names its article."""

import pytest

from tests.law.names import BK, BT, CN, CP, CS, CT, HO, HUAN, LD, TQ, TT, TTG, facts
from thidua.law.prerequisite import CountStart, counting, general_conditions, routes
from thidua.model.lists import RecipientKind


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
        (CP, "e2025", TT, "council_vote pct=80"),
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
