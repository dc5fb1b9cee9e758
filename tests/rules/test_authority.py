"""TD401 and TD402: who may confer what, written from the domain pages; every case names its article."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.rules.repository import checked, write
from thidua.app.fresh import fresh
from thidua.diagnostics import Language
from thidua.law.era import era_of
from thidua.render.json import render
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

    from thidua.diagnostics import Diagnostic

BODIES = {
    "tinh": ("ubnd-tinh", "uy-ban-nhan-dan", "bo-tinh"),
    "tinh (đơn vị hành chính)": ("tinh", "don-vi-hanh-chinh", "bo-tinh"),
    "huyen": ("ubnd-huyen", "uy-ban-nhan-dan", "huyen"),
    "huyen (đơn vị hành chính)": ("huyen", "don-vi-hanh-chinh", "huyen"),
    "xa": ("ubnd-xa", "uy-ban-nhan-dan", "xa"),
    "xa (đơn vị hành chính)": ("xa", "don-vi-hanh-chinh", "xa"),
    "so": ("so-noi-vu", "co-quan", "so-don-vi"),
    "phong": ("phong-noi-vu", "co-quan", "huyen"),
    "bo": ("bo-noi-vu", "co-quan", "nha-nuoc"),
    "doan the trung uong": ("hoi-nong-dan-viet-nam", "mat-tran-doan-the", "nha-nuoc"),
    "doan the tinh": ("hoi-nong-dan-tinh", "mat-tran-doan-the", "so-don-vi"),
    "doanh nghiep": ("cong-ty", "doanh-nghiep", "co-so"),
    "doanh nghiep, khong cap": ("cong-ty", "doanh-nghiep", None),
    "chu tich nuoc": ("chu-tich-nuoc", "chuc-danh-nha-nuoc", "nha-nuoc"),
    "thu tuong": ("thu-tuong-chinh-phu", "chuc-danh-nha-nuoc", "nha-nuoc"),
    "chinh phu": ("chinh-phu", None, None),
    "ubtvqh": ("uy-ban-thuong-vu-quoc-hoi", "chuc-danh-nha-nuoc", "nha-nuoc"),
    "to dan pho": ("to-dan-pho-1", "thon-to-dan-pho", None),
    "dang uy": ("dang-uy", "to-chuc-dang", "xa"),
    "khong loai": ("co-quan-nao-do", None, "xa"),
    "khong cap": ("ubnd-nao-do", "uy-ban-nhan-dan", None),
    "khong biet gi": ("to-chuc-nao-do", None, None),
}
"""Id, kind and level of the organisation's record."""

CS, LD, TTLD = "chien-si-thi-dua-co-so", "lao-dong-tien-tien", "tap-the-lao-dong-tien-tien"
BK, TTG, HUAN = "bang-khen-bo-nganh-tinh", "bang-khen-cua-thu-tuong-chinh-phu", "huan-chuong-lao-dong-hang-ba"
CP, CT, TQ, BT = (
    "co-thi-dua-cua-chinh-phu",
    "co-thi-dua-bo-nganh-tinh",
    "chien-si-thi-dua-toan-quoc",
    "chien-si-thi-dua-bo-nganh-tinh",
)
GK_HUYEN, GK_XA, GK_SO, GK_DN = (
    "giay-khen-cap-huyen",
    "giay-khen-cap-xa",
    "giay-khen-so-nganh-tinh",
    "giay-khen-doanh-nghiep-hop-tac-xa",
)
GDVH, THON, XTB, KNC = "gia-dinh-van-hoa", "thon-to-dan-pho-van-hoa", "xa-phuong-tieu-bieu", "ky-niem-chuong"

L22, D65, D91, D129, D152 = "06/2022/QH15", "65/2014/NĐ-CP", "91/2017/NĐ-CP", "129/2025/NĐ-CP", "152/2025/NĐ-CP"
END = "203/2025/QH15"
OK = ""

CASES: list[tuple[str, str, str, str | None, str, str]] = [
    # chair of a district (L22 Art. 80.2; D65 Art. 26); the district level ended on 1/7/2025 (facts §0, Territory)
    ("huyen", CS, "2016-12-20", None, OK, f"{D65} Điều 26"),
    ("huyen", CS, "2019-12-20", None, OK, f"{D91} Điều 43"),
    ("huyen", CS, "2024-12-20", None, OK, f"{L22} Điều 80"),
    ("huyen", GK_HUYEN, "2025-06-30", None, OK, f"{L22} Điều 75.1d"),
    ("huyen", GK_HUYEN, "2025-07-01", None, "TD401", END),
    ("huyen", GK_HUYEN, "2025-07-01", "2025-06-01", "TD401", END),
    ("huyen", GK_HUYEN, "2025-08-01", "2025-07-10", "TD401", END),
    ("huyen", CS, "2025-07-20", None, "TD401", END),
    ("huyen", CS, "2025-07-20", "2025-05-20", "TD401", END),
    ("huyen", THON, "2025-12-20", None, "TD401", END),
    ("huyen", LD, "2026-11-02", "2026-10-10", "TD401", END),
    ("huyen (đơn vị hành chính)", CS, "2024-12-20", None, OK, f"{L22} Điều 80"),
    ("huyen (đơn vị hành chính)", CS, "2025-07-20", None, "TD401", END),
    ("huyen", BK, "2024-05-06", None, "TD401", f"{L22} Điều 79"),
    ("huyen", BK, "2019-05-06", None, "TD402", f"{D91} Điều 9.2, 39"),
    ("huyen", THON, "2024-12-20", None, OK, f"{L22} Điều 80.2"),
    ("huyen", GK_XA, "2024-05-06", None, "TD401", f"{L22} Điều 75.1đ"),
    # chair of a commune: proposes Chiến sĩ thi đua cơ sở until 1/7/2025, then one summary of D129 (facts §1; doubts)
    ("xa", CS, "2014-08-19", None, OK, f"{D65} Điều 30.1"),
    ("xa", CS, "2014-08-20", None, "TD401", f"{D65} Điều 26"),
    ("xa", CS, "2016-12-20", None, "TD401", f"{D65} Điều 26"),
    ("xa", CS, "2019-12-20", None, "TD402", f"{D91} Điều 43"),
    ("xa", CS, "2024-12-20", None, "TD401", f"{L22} Điều 79.3, 80"),
    ("xa (đơn vị hành chính)", CS, "2024-12-20", None, "TD401", f"{L22} Điều 79.3, 80"),
    ("xa", CS, "2025-06-30", "2025-06-01", "TD401", f"{L22} Điều 79.3, 80"),
    ("xa", CS, "2025-07-20", "2025-07-02", "TD402", D129),
    ("xa (đơn vị hành chính)", CS, "2025-07-20", "2025-07-02", "TD402", D129),
    ("xa", CS, "2025-07-20", None, "TD402", D129),
    ("xa", CS, "2025-07-20", "2025-06-02", "TD402", f"{L22} Điều 79.3, 80"),
    ("xa", TTLD, "2024-12-20", None, "TD401", f"{L22} Điều 79.3, 80"),
    ("xa", TTLD, "2025-12-20", "2025-12-01", "TD402", D129),
    ("xa", THON, "2024-12-20", None, "TD401", f"{L22} Điều 30, 80.2"),
    ("xa", THON, "2025-12-20", "2025-12-01", "TD402", D129),
    ("xa", LD, "2016-12-20", None, OK, f"{D65} Điều 26"),
    ("xa", LD, "2024-12-20", None, OK, f"{L22} Điều 80.3"),
    ("xa", LD, "2025-12-20", None, OK, f"{L22} Điều 80"),
    ("xa", GK_XA, "2025-12-20", None, OK, f"{L22} Điều 75.1đ"),
    ("xa", GK_HUYEN, "2025-08-20", "2025-08-01", "TD401", D129),
    ("xa", GK_HUYEN, "2025-08-20", None, "TD402", f"{L22} Điều 75.1d"),
    ("xa", GDVH, "2024-12-20", None, OK, f"{L22} Điều 31, 80.3"),
    ("huyen", GDVH, "2024-12-20", None, "TD401", f"{L22} Điều 31, 80.3"),
    # departments, offices (L22 Art. 80.1, 75.1c)
    ("so", CS, "2024-12-20", None, OK, f"{L22} Điều 80.1"),
    ("so", CS, "2025-12-20", None, OK, f"{L22} Điều 80.1"),
    ("so", GK_SO, "2025-12-20", None, OK, f"{L22} Điều 75.1c"),
    ("so", BK, "2025-12-20", None, "TD401", f"{L22} Điều 79"),
    ("so", GK_XA, "2024-12-20", None, "TD401", f"{L22} Điều 75.1đ"),
    ("phong", LD, "2024-12-20", None, "TD401", f"{L22} Điều 79.3, 80"),
    ("phong", GK_HUYEN, "2024-12-20", None, "TD401", f"{L22} Điều 75.1d"),
    ("to dan pho", GDVH, "2024-12-20", None, "TD401", f"{L22} Điều 31"),
    # enterprises (L22 Art. 80.4, 75.1b)
    ("doanh nghiep", CS, "2024-12-20", None, OK, f"{L22} Điều 80.4"),
    ("doanh nghiep, khong cap", GK_DN, "2025-12-20", None, OK, f"{L22} Điều 75.1b"),
    ("doanh nghiep", GK_SO, "2025-12-20", None, "TD401", f"{L22} Điều 75.1c"),
    ("doanh nghiep", CT, "2024-12-20", None, "TD401", f"{L22} Điều 79"),
    # provinces (L22 Art. 79.4) and ministries (79.2, 3.5); a provincial organisation's diploma is another form (76.1)
    ("tinh", BK, "2016-05-06", None, OK, f"{D65} Điều 24"),
    ("tinh", BK, "2025-12-20", None, OK, f"{L22} Điều 79.4"),
    ("tinh (đơn vị hành chính)", CT, "2024-12-20", None, OK, f"{L22} Điều 79.4"),
    ("tinh", BT, "2024-12-20", None, OK, f"{L22} Điều 79.4"),
    ("tinh", XTB, "2024-12-20", None, OK, f"{L22} Điều 29"),
    ("tinh", XTB, "2023-12-20", None, "TD401", f"{L22} Điều 29"),
    ("tinh", CS, "2024-12-20", None, OK, f"{L22} Điều 79.3"),
    ("tinh", KNC, "2024-12-20", None, OK, f"{L22} Điều 71"),
    ("tinh", TTG, "2024-12-20", None, "TD401", f"{L22} Điều 78.2"),
    ("tinh", HUAN, "2025-08-20", None, "TD401", f"{L22} Điều 77"),
    ("tinh", HUAN, "2016-05-06", None, "TD402", "15/2003/QH11"),
    ("tinh", "huy-hieu", "2024-05-06", None, "TD401", f"{L22} Điều 9"),
    ("bo", BK, "2024-12-20", None, OK, f"{L22} Điều 79.2"),
    ("bo", XTB, "2024-12-20", None, "TD401", f"{L22} Điều 29, 79.4"),
    ("doan the trung uong", BK, "2024-12-20", None, OK, f"{L22} Điều 3.5"),
    ("doan the tinh", BK, "2024-12-20", None, "TD401", f"{L22} Điều 79"),
    # central bodies (L22 Art. 77, 78, 79.1; D152 Art. 37.1; corrections 14)
    ("chu tich nuoc", HUAN, "2024-12-20", None, OK, f"{L22} Điều 77"),
    ("chu tich nuoc", TTG, "2024-12-20", None, "TD401", f"{L22} Điều 78.2"),
    ("thu tuong", TTG, "2025-12-20", None, OK, f"{L22} Điều 78.2"),
    ("thu tuong", TQ, "2016-05-06", None, OK, f"{D65} Điều 3"),
    ("thu tuong", HUAN, "2024-12-20", None, "TD401", f"{L22} Điều 77"),
    ("thu tuong", CP, "2016-05-06", None, OK, f"{D65} Điều 6; 1290/QĐ-TTg"),
    ("thu tuong", CP, "2025-12-20", "2025-08-20", OK, f"{D152} Điều 37.1"),
    ("thu tuong", CP, "2025-12-20", None, "TD402", f"{L22} Điều 78.1"),
    ("chinh phu", CP, "2024-12-20", None, OK, f"{L22} Điều 78.1"),
    ("ubtvqh", "ky-niem-chuong-ubtvqh", "2024-12-20", None, OK, f"{L22} Điều 79.1"),
    ("tinh", "ky-niem-chuong-ubtvqh", "2024-12-20", None, "TD401", f"{L22} Điều 71.1, 79.1"),
    # files in hand on 1/1/2024: no clause was found (doubts; L22 Art. 94, 95)
    ("xa", CS, "2024-02-01", "2023-12-01", "TD402", f"{D91} Điều 43"),
    ("tinh", XTB, "2024-02-01", "2023-12-01", "TD402", f"{L22} Điều 29"),
    # Law 06/2026 was not read: from 1/10/2026 no answer is certain, and what stood before is not doubted aloud
    ("xa", LD, "2026-11-02", "2026-10-10", OK, "06/2026/QH16"),
    ("so", BK, "2026-11-02", "2026-10-10", "TD402", f"{L22} Điều 79"),
    # armed forces: their two ministries say who (L22 Art. 32)
    ("xa", "bang-khen-quan-khu-dai-hoc-quoc-gia", "2024-12-20", None, "TD402", f"{L22} Điều 32"),
    # what the record does not tell
    ("khong loai", LD, "2024-12-20", None, "TD402", f"{L22} Điều 79.3, 80"),
    ("khong cap", LD, "2024-12-20", None, "TD402", f"{L22} Điều 79.3, 80"),
    ("dang uy", LD, "2024-12-20", None, "TD402", f"{L22} Điều 79.3, 80"),
    ("khong biet gi", LD, "2024-12-20", None, OK, f"{L22} Điều 79.3, 80"),
    # before the first era nothing is known
    ("xa", HUAN, "2014-05-31", None, OK, "39/2013/QH13"),
]  # fmt: skip
"""Body, award, day of the decision, day of receipt, what is found, article (in the message of what is found)."""


def organisation(body: str) -> dict[str, str]:
    id_, kind, level = BODIES[body]
    given = "".join(f"{key}: {value}\n" for key, value in (("kind", kind), ("level", level)) if value)
    return {f"records/organisations/{id_}.yaml": f"name: Cơ quan Ví dụ\n{given}source: {{document: Ví dụ}}\n"}


def decision(body: str, award: str, date: str | None, received: str | None = None, rows: str = "") -> dict[str, str]:
    days = "".join(f", {key}: {day}" for key, day in (("date", date), ("received", received)) if day)
    head = f"decision: {{number: 5/QĐ-VD, authority: {BODIES[body][0]}{days}}}\n"
    group = rows or f"  - {{award: {award}, counted: {{unsplit: 3}}}}\n"
    year = date[:4] if date else "2024"
    return {f"records/awards/{year}/5-qd-vd.yaml": f"{head}awards:\n{group}"}


def judged(root: Path, *files: dict[str, str], language: Language = Language.VI) -> list[Diagnostic]:
    for some in files:
        write(root, some)
    return [one for one in checked(root, language) if one.code in ("TD401", "TD402")]


@pytest.mark.parametrize(("body", "award", "date", "received", "code", "article"), CASES)
def test_who_may_confer(
    body: str, award: str, date: str, received: str | None, code: str, article: str, tmp_path: Path
) -> None:
    result = judged(tmp_path, organisation(body), decision(body, award, date, received))
    assert [one.code for one in result] == ([code] if code else [])
    for one in result:
        assert article in one.message
        assert one.source is not None
        assert one.source in one.message


def test_a_decision_without_its_day_is_not_judged(tmp_path: Path) -> None:
    assert judged(tmp_path, organisation("xa"), decision("xa", HUAN, None, "2024-05-06")) == []


def test_a_decision_without_authority_or_its_record_is_not_judged(tmp_path: Path) -> None:
    assert judged(tmp_path, decision("xa", HUAN, "2024-05-06")) == []


def test_the_end_of_the_district_level_is_said_in_both_languages(tmp_path: Path) -> None:
    files = organisation("huyen") | decision("huyen", GK_HUYEN, "2025-08-01")
    assert "từ 01/7/2025 không còn cấp huyện" in judged(tmp_path, files)[0].message
    english = judged(tmp_path, files, language=Language.EN)[0].message
    assert "from 2025-07-01 there is no district level (Resolution 203/2025/QH15)" in english


def test_programs_get_the_article_by_itself_and_in_the_language_of_the_message(tmp_path: Path) -> None:
    files = organisation("tinh") | decision("tinh", HUAN, "2024-12-20")
    found = judged(tmp_path, files), judged(tmp_path, files, language=Language.EN)
    told = [json.loads(render(one))["diagnostics"][0]["source"] for one in found]
    assert told == ["Luật 06/2022/QH15 Điều 77", "Law 06/2022/QH15 Article 77"]


def test_a_decision_has_one_finding_for_each_award(tmp_path: Path) -> None:
    rows = "".join(
        f"  - award: {award}\n    recipients:\n      - {{name: Nguyễn Văn {name}}}\n      - {{name: Trần Thị {name}}}\n"
        for award, name in ((HUAN, "A"), (LD, "B"), (TTG, "C"), (HUAN, "D"))
    )
    result = judged(tmp_path, organisation("xa"), decision("xa", "", "2024-05-06", rows=rows))
    assert [str(one.primary).rpartition("vd.yaml:")[2] for one in result] == ["3:12", "11:12"]
    assert str(result[0].related[0]).endswith("vd.yaml:1:40")


def test_an_award_of_the_office_is_free(tmp_path: Path) -> None:
    own = "name: Giấy khen riêng\ngroup: hinh-thuc\nkind: giay-khen\nlevel: xa\nrecipients: [ca-nhan]\n"
    files = organisation("xa") | decision("xa", "giay-khen-rieng", "2024-05-06")
    assert judged(tmp_path / "own", files | {"records/catalogue/giay-khen-rieng.yaml": own}) == []
    taken = organisation("xa") | decision("xa", BK, "2024-05-06") | {f"records/catalogue/{BK}.yaml": own}
    assert [one.code for one in judged(tmp_path / "law", taken)] == ["TD401"]  # an id of the law stays the law's


def test_an_award_that_was_withdrawn_is_no_longer_wrong(tmp_path: Path) -> None:
    rows = f"  - award: {BK}\n    recipients:\n      - {{name: Nguyễn Văn A}}\n      - {{name: Trần Thị B}}\n"
    files = organisation("xa") | decision("xa", "", "2024-05-06", rows=rows)
    assert [one.code for one in judged(tmp_path, files)] == ["TD401"]
    paper = "decision: 2024/5-qd-vd\nnumber: 9/QĐ-VD\ndate: 2024-12-01\nrows:\n  - {name: Nguyễn Văn A}\n"
    withdrawn = "records/revocations/2024/9-qd-vd.yaml"
    assert [one.code for one in judged(tmp_path, {withdrawn: paper})] == ["TD401"]
    assert judged(tmp_path, {withdrawn: paper + "  - {name: Trần Thị B}\n"}) == []


def test_the_register_knows_the_eras_as_the_law_does(tmp_path: Path) -> None:
    state = fresh(find_workspace(write(tmp_path, {})))
    days = [date(2014, 5, 31), date(2014, 6, 1), date(2017, 10, 1), date(2023, 12, 31), date(2024, 1, 1),
            date(2025, 6, 30), date(2025, 7, 1), date(2026, 9, 30), date(2026, 10, 1), date(2027, 3, 2)]  # fmt: skip
    for decided in days:
        for received in (None, *days):
            found = state.register.ask(
                'SELECT era FROM era WHERE ? BETWEEN start AND "end"'
                " AND ? BETWEEN received_from AND received_to ORDER BY place",
                (decided.isoformat(), received.isoformat() if received else ""),
            )
            assert tuple(one for (one,) in found) == era_of(decided, received).candidates
    state.register.close()
