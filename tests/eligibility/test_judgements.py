"""What bears on an answer: moves, discipline, the power of who gave a title, the law of the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.eligibility.phong_a import (
    GRASSROOTS,
    PROVINCE,
    THREE,
    UNIT,
    answers,
    checked,
    decision,
    initiative,
    nomination,
    row,
)
from tests.reports.repository import files, thidua

if TYPE_CHECKING:
    from pathlib import Path


def answer_of(root: Path, name: str, award: str = PROVINCE, year: str = "2024", *more: str) -> str:
    return answers(thidua(root, "eligible", award, year, "--person", name, "--format", "json", *more))[name]


def member(year: int, *rows: str) -> dict[str, str]:
    return {f"records/rosters/{year}/phong-a.yaml": "members:\n" + "".join(f"  - {one}\n" for one in rows)}


def test_years_before_a_move_are_unknown(tmp_path: Path) -> None:
    here = decision(2024, GRASSROOTS, "Lê Thị Mới")
    moved = member(2023, "{name: Lê Thị Mới, moved_from: Sở Khác, months_before: 6}")
    assert answer_of(files(tmp_path / "stayed", {**UNIT, **here}), "Lê Thị Mới") == "chua-du"
    assert answer_of(files(tmp_path / "moved", {**UNIT, **here, **moved}), "Lê Thị Mới") == "can-nguoi-xem"


@pytest.mark.parametrize(
    ("discipline", "answer"),
    [
        ("{level: khien-trach, from: 2025-02-01, to: 2025-08-01}", "can-nguoi-xem"),
        ("{level: khien-trach, from: 2025-12-01, to: 2026-03-01}", "chua-du"),
        ("{level: khien-trach, from: 2018-02-01}", "can-nguoi-xem"),
        ("{level: khien-trach, from: 2018-02-01, to: 2018-08-01}", "du"),
        ("{level: khien-trach, from: 2026-03-01, to: 2026-06-01}", "du"),
    ],
)
def test_a_discipline_bears_on_the_days_it_holds(tmp_path: Path, discipline: str, answer: str) -> None:
    """Decree 152/2025/NĐ-CP, Article 4.4: nothing while it holds; achievements count from its end."""
    year = int(discipline.partition("from: ")[2][:4])
    one = member(year, f"{{name: Nguyễn Văn Mẫu, result: hoan-thanh-tot, discipline: [{discipline}]}}")
    years: dict[str, str] = {}
    for each in (2023, 2024, 2025):
        years |= decision(each, GRASSROOTS, "Nguyễn Văn Mẫu")
    path = "records/declarations/phong-a.yaml"
    unit = {**UNIT, path: UNIT[path].replace("2020-2025", "2015-2027")}
    root = files(tmp_path, {**unit, **years, **one, **initiative(2025, "Nguyễn Văn Mẫu")})
    assert answer_of(root, "Nguyễn Văn Mẫu", year="2025") == answer


def test_a_title_given_without_power_is_for_a_person_to_see(tmp_path: Path) -> None:
    """A commune's chair may not give this title before 1/7/2025 (Law 06/2022/QH15, Article 80.3)."""
    commune = {"records/organisations/ubnd-xa.yaml": "name: UBND xã Ví Dụ\nkind: uy-ban-nhan-dan\nlevel: xa\n"}
    path = f"records/awards/2024/1-{GRASSROOTS}.yaml"
    unlawful = {**THREE, **commune, path: THREE[path].replace("authority: phong-a", "authority: ubnd-xa")}
    root = files(tmp_path, unlawful)
    assert "TD401" in thidua(root, "validate").out
    assert answer_of(root, "Nguyễn Văn Mẫu") == "can-nguoi-xem"


def test_only_routes_of_the_proposed_type_are_asked(tmp_path: Path) -> None:
    """An ad hoc proposal is not judged by the routes of merit (Law 06/2022/QH15, Article 74)."""
    proposed = nomination(row("Nguyễn Văn Mẫu", "bang-khen-bo-nganh-tinh"))
    path = "records/nominations/2024/7-ttr.yaml"
    adhoc = {path: proposed[path].replace("method: cong-trang", "method: dot-xuat")}
    found = checked(files(tmp_path, {**THREE, **adhoc}))[1][0]["recipient"]
    assert found["answer"] == "can-nguoi-xem"
    assert [one["path"] for one in found["routes"] if not one["other_way"]] == []


def test_a_day_without_law_is_told(tmp_path: Path) -> None:
    root = files(tmp_path, {**THREE, **nomination(row("Nguyễn Văn Mẫu"), head="date: 2013-02-10\nperiod: 2012\n")})
    for ran in (thidua(root, "eligible", GRASSROOTS, "2012"), thidua(root, "check-nomination", "7/TTr-A")):
        assert ran.status == 0
        assert "Chưa có dữ liệu luật cho ngày này." in ran.out
        assert "chỉ có số lượng, không" not in ran.out


def test_a_share_is_of_the_body_that_gave_the_title(tmp_path: Path) -> None:
    """Decree 91/2017/NĐ-CP, Article 9.3: 15 percent of the whole department's holders, not of one room's."""
    office = {
        **UNIT,
        "records/organisations/so-vi-du.yaml": "name: Sở Ví Dụ\nkind: co-quan\nlevel: so-don-vi\n",
        "records/organisations/phong-a.yaml": "name: Phòng A\nkind: co-quan\nlevel: so-don-vi\nparent: so-vi-du\n",
        "records/organisations/phong-b.yaml": "name: Phòng B\nkind: co-quan\nlevel: so-don-vi\nparent: so-vi-du\n",
        "records/declarations/so.yaml": "of: so-vi-du\nperiod: 2020-2025\ncomplete: [danh-hieu]\n",
        **initiative(2022, "Nguyễn Văn Mẫu", "co-so"),
    }
    here = "".join(f"      - {{name: {name}, unit: phong-a}}\n" for name in ("Nguyễn Văn Mẫu", "Trần Thị Thử"))
    there = "".join(f"      - {{name: Người Mẫu {place}, unit: phong-b}}\n" for place in range(8))
    text = (
        "decision: {number: 1/QĐ-S, date: 2022-12-20, authority: so-vi-du}\nperiod: 2022\nmethod: cong-trang\nawards:\n"
        f"  - award: lao-dong-tien-tien\n    recipients:\n{here}"
    )
    path = "records/awards/2022/1-qd-s.yaml"
    room = files(tmp_path / "room", {**office, path: text})
    whole = files(tmp_path / "whole", {**office, path: text + there})
    assert answer_of(room, "Nguyễn Văn Mẫu", GRASSROOTS, "2022") == "can-nguoi-xem"
    assert answer_of(whole, "Nguyễn Văn Mẫu", GRASSROOTS, "2022") == "du"


def test_a_question_of_a_route_is_answered_by_its_id(tmp_path: Path) -> None:
    """Nghị định 65/2014/NĐ-CP, Article 4.1b: the wide reading is for a person to take."""
    base = {**UNIT, **decision(2015, "lao-dong-tien-tien", "Nguyễn Văn Mẫu")}
    declared = {"records/declarations/phong-a.yaml": UNIT["records/declarations/phong-a.yaml"].replace("2020", "2010")}
    result = member(2015, "{name: Nguyễn Văn Mẫu, result: hoan-thanh-xuat-sac}")
    said = "answers: [{question: csttd-co-so-e2014, answer: %s, by: Lê Văn Xem}]"
    for answer, verdict in (("co", "du"), ("khong", "chua-du")):
        one = row("Nguyễn Văn Mẫu", GRASSROOTS, said % answer)
        proposed = nomination(one, head="date: 2015-12-30\nperiod: 2015\n")
        root = files(tmp_path / answer, {**base, **declared, **result, **proposed})
        assert checked(root)[1][0]["recipient"]["answer"] == verdict


def test_a_person_is_found_without_accents_and_with_a_record_alone(tmp_path: Path) -> None:
    known = {"records/people/le-thi-moi.yaml": "name: Lê Thị Mới\npostings:\n  - {unit: phong-a, from: 2024-01-01}\n"}
    root = files(tmp_path, {**THREE, **known})
    assert answers(thidua(root, "eligible", PROVINCE, "2024", "--person", "nguyen van mau", "--format", "json")) == {
        "Nguyễn Văn Mẫu": "du"
    }
    assert answer_of(root, "Lê Thị Mới") == "can-nguoi-xem"
    assert (
        "can-nguoi-xem" in thidua(root, "eligible", PROVINCE, "2024", "--person", "le-thi-moi", "--format", "json").out
    )
