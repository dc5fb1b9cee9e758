"""`thidua eligible` and `thidua check-nomination` as a clerk runs them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.repository import Ran, files, thidua

if TYPE_CHECKING:
    from pathlib import Path

UNIT = {
    "thidua.yaml": "format: 1\norganisation: phong-a\n",
    "records/organisations/phong-a.yaml": "name: Phòng A\nkind: co-quan\nlevel: so-don-vi\n",
    "records/declarations/phong-a.yaml": (
        "of: phong-a\nperiod: 2020-2025\ncomplete: [danh-hieu, hinh-thuc, sang-kien]\nnames_distinct: co\n"
    ),
}


def decision(year: int, award: str, *names: str, period: str = "") -> dict[str, str]:
    rows = "".join(f"      - {{name: {name}, unit: phong-a}}\n" for name in names)
    text = (
        f"decision: {{number: 1/QĐ-UBND, date: {year}-12-20, authority: phong-a}}\nperiod: {period or year}\n"
        f"method: cong-trang\nawards:\n  - award: {award}\n    recipients:\n{rows}"
    )
    return {f"records/awards/{year}/1-{award}.yaml": text}


def initiative(year: int, name: str, reach: str = "bo-nganh-tinh") -> dict[str, str]:
    text = (
        f"decision: {{number: 2/QĐ-UBND, date: {year}-11-02, authority: phong-a}}\nreach: {reach}\ninitiatives:\n"
        f"  - name: Sổ tay\n    kind: sang-kien\n    authors:\n      - {{name: {name}, unit: phong-a}}\n"
    )
    return {f"records/initiatives/{year}/2-{reach}.yaml": text}


GRASSROOTS, PROVINCE = "chien-si-thi-dua-co-so", "chien-si-thi-dua-bo-nganh-tinh"
THREE = {
    **UNIT,
    **decision(2022, GRASSROOTS, "Nguyễn Văn Mẫu"),
    **decision(2023, GRASSROOTS, "Nguyễn Văn Mẫu", "Trần Thị Thử"),
    **decision(2024, GRASSROOTS, "Nguyễn Văn Mẫu", "Trần Thị Thử"),
    **initiative(2024, "Nguyễn Văn Mẫu"),
}


def nomination(*rows: str, head: str = "date: 2025-02-10\nperiod: 2024\n") -> dict[str, str]:
    text = f"number: 7/TTr-A\nby: phong-a\nmethod: cong-trang\n{head}rows:\n" + "".join(rows)
    return {"records/nominations/2024/7-ttr.yaml": text}


def row(name: str, award: str = PROVINCE, *more: str) -> str:
    return f"  - award: {award}\n    recipient: {{name: {name}, unit: phong-a}}\n" + "".join(
        f"    {one}\n" for one in more
    )


def answers(ran: Ran) -> dict[str, str]:
    tree: dict[str, Any] = json.loads(ran.out)
    return {one["name"]: one["answer"] for one in tree["recipients"]}


# eligible


def test_everybody_with_a_part_of_it_is_looked_at_and_near_misses_are_told(tmp_path: Path) -> None:
    root = files(tmp_path, {**THREE, **initiative(2023, "Trần Thị Thử", "toan-quoc")})
    ran = thidua(root, "eligible", PROVINCE, "2024")
    assert ran.status == 0
    assert "ĐỦ (1)\n  Nguyễn Văn Mẫu · Phòng A\n" in ran.out
    assert "CHƯA ĐỦ THEO ĐƯỜNG NÀY (1)\n  Trần Thị Thử · Phòng A · thiếu 1 năm\n" in ran.out
    assert "records/awards/2022/1-chien-si-thi-dua-co-so.yaml:7" in ran.out
    assert "Luật 06/2022/QH15 Điều 22 [e2024]" in ran.out


def test_an_award_is_found_by_a_part_of_its_name_without_accents(tmp_path: Path) -> None:
    root = files(tmp_path, THREE)
    assert answers(thidua(root, "eligible", "bang khen bo", "2024", "--format", "json")) == {
        "Nguyễn Văn Mẫu": "du",
        "Trần Thị Thử": "du",
    }


def test_who_has_it_already_is_for_a_person_to_see(tmp_path: Path) -> None:
    root = files(tmp_path, {**THREE, **decision(2024, PROVINCE, "Nguyễn Văn Mẫu")})
    ran = thidua(root, "eligible", PROVINCE, "2024", "--person", "Nguyễn Văn Mẫu")
    assert "CẦN NGƯỜI XEM (1)" in ran.out
    assert "đã được tặng cho năm này" in ran.out


def test_a_revoked_award_leaves_the_chain(tmp_path: Path) -> None:
    revoked = {
        "records/revocations/thu-hoi.yaml": (
            "decision: 2023/1-chien-si-thi-dua-co-so\nnumber: 9/QĐ-UBND\ndate: 2024-01-05\n"
            "rows:\n  - {name: Nguyễn Văn Mẫu, unit: phong-a}\n"
        )
    }
    root = files(tmp_path, {**THREE, **revoked})
    assert (
        answers(thidua(root, "eligible", PROVINCE, "2024", "--all", "--format", "json"))["Nguyễn Văn Mẫu"] == "chua-du"
    )


def test_a_proposed_award_is_none(tmp_path: Path) -> None:
    """A title that is only nominated, or approved without a decision, gives no year."""
    proposed = nomination(
        row("Trần Thị Thử", GRASSROOTS, "outcome: thong-qua"), head="date: 2022-12-10\nperiod: 2022\n"
    )
    root = files(tmp_path, {**THREE, **proposed})
    assert answers(thidua(root, "eligible", PROVINCE, "2024", "--all", "--format", "json"))["Trần Thị Thử"] == "chua-du"


def test_without_the_declaration_nothing_is_a_no(tmp_path: Path) -> None:
    root = files(tmp_path, {path: text for path, text in THREE.items() if "declarations" not in path})
    found = answers(thidua(root, "eligible", PROVINCE, "2024", "--format", "json"))
    assert found == {"Nguyễn Văn Mẫu": "can-nguoi-xem", "Trần Thị Thử": "can-nguoi-xem"}


def test_the_law_of_the_office_counts_and_is_named(tmp_path: Path) -> None:
    """A province asks for two years in the place of the law's three."""
    own = {
        "records/catalogue/rules/tinh.yaml": (
            "routes:\n  csttd-bo-tinh:\n"
            f"    awards: [{PROVINCE}]\n    eras: [e2024, e2025]\n    recipients: [ca-nhan]\n    path: '22'\n"
            "    article: Quyết định 1/QĐ-UBND (ví dụ)\n    confidence: xac-nhan\n    conditions:\n"
            f"      - {{check: consecutive_awards, awards: [{GRASSROOTS}], times: 2}}\n"
        )
    }
    root = files(tmp_path, {**THREE, **own})
    ran = thidua(root, "eligible", PROVINCE, "2024", "--person", "Trần Thị Thử")
    assert "ĐỦ (1)" in ran.out
    assert "quy định của đơn vị, records/catalogue/rules/tinh.yaml" in ran.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("khong-co", "2024"), "không có danh hiệu, hình thức nào tên `khong-co`"),
        (("chiến sĩ", "2024"), "`chiến sĩ` có thể là:"),
        ((PROVINCE, "2024", "--unit", "phong-khong-co"), "sổ chưa có ai, đơn vị nào là `phong-khong-co`"),
        ((PROVINCE, "2024", "--person", "Không Có Ai"), "sổ chưa có ai, đơn vị nào là `Không Có Ai`"),
        ((PROVINCE, "2024", "--day", "hôm nay"), "`hôm nay` không phải ngày"),
        ((PROVINCE, "hai nghìn"), "hai nghìn"),
        (("gia-dinh-van-hoa", "2024"), "chỉ tặng hộ gia đình"),
        (("tap-the-lao-dong-xuat-sac", "2024", "--person", "Nguyễn Văn Mẫu"), "chỉ tặng tập thể"),
    ],
)
def test_what_is_not_understood_ends_with_2_and_says_so(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = thidua(files(tmp_path, THREE), "eligible", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert ran.out == ""


def test_english_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THIDUA_LANG", "en")
    ran = thidua(files(tmp_path, THREE), "eligible", PROVINCE, "2024", "--all")
    assert "ELIGIBLE (1)" in ran.out
    assert "3 years in a row up to 2024" in ran.out


# check-nomination


def checked(root: Path, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    ran = thidua(root, "check-nomination", "7/TTr-A", "--format", "json", *arguments)
    return ran.status, json.loads(ran.out)["rows"]


def test_each_row_is_judged_and_a_no_ends_with_1(tmp_path: Path) -> None:
    answered = "answers: [{question: ghi-so-thanh-tich, answer: co, by: Lê Văn Xem}]"
    rows = (row("Nguyễn Văn Mẫu", PROVINCE, answered), row("Trần Thị Thử", PROVINCE, answered))
    status, found = checked(files(tmp_path, {**THREE, **nomination(*rows)}))
    assert status == 1
    assert [one["recipient"]["answer"] for one in found] == ["du", "chua-du"]
    assert [one["line"] for one in found] == [7, 10]


def test_a_question_without_an_answer_leaves_it_to_a_person(tmp_path: Path) -> None:
    status, found = checked(files(tmp_path, {**THREE, **nomination(row("Nguyễn Văn Mẫu"))}))
    assert status == 0
    assert found[0]["recipient"]["answer"] == "can-nguoi-xem"
    assert [one["id"] for one in found[0]["recipient"]["beside"] if one["answer"] == "chua-ro"] == ["ghi-so-thanh-tich"]


def test_an_answer_of_no_is_a_no(tmp_path: Path) -> None:
    said = "answers: [{question: ghi-so-thanh-tich, answer: khong, by: Lê Văn Xem}]"
    status, found = checked(files(tmp_path, {**THREE, **nomination(row("Nguyễn Văn Mẫu", PROVINCE, said))}))
    assert status == 1
    assert found[0]["recipient"]["answer"] == "chua-du"


TWICE = "chien-si-thi-dua-toan-quoc"


@pytest.mark.parametrize(
    ("vote", "notice", "council", "answers_of"),
    [
        (
            "{members: 30, for: 27}",
            "{from: 2026-01-05, to: 2026-01-16}",
            "2026-01-19",
            {"council_vote": "co", "public_notice": "co"},
        ),
        ("{members: 30, for: 26}", "{from: 2026-01-05, to: 2026-01-16}", "2026-01-19", {"council_vote": "khong"}),
        ("{members: 30, for: 27}", "{from: 2026-01-08, to: 2026-01-16}", "2026-01-19", {"public_notice": "khong"}),
        (
            "{present: 30, for: 27}",
            "{from: 2026-01-05}",
            "2026-01-19",
            {"council_vote": "chua-ro", "public_notice": "co"},
        ),
    ],
)
def test_votes_and_notice_are_asked_of_a_proposal(
    tmp_path: Path, vote: str, notice: str, council: str, answers_of: dict[str, str]
) -> None:
    """Decree 152/2025/NĐ-CP, Articles 33.5 and 44.2: 90 percent of all members, ten working days before the council."""
    head = f"date: 2026-02-10\nperiod: 2025\ncouncil_date: {council}\nnotice: {notice}\n"
    root = files(tmp_path, {**THREE, **nomination(row("Nguyễn Văn Mẫu", TWICE, f"vote: {vote}"), head=head)})
    beside = {one["check"]: one["answer"] for one in checked(root)[1][0]["recipient"]["beside"]}
    assert {check: beside[check] for check in answers_of} == answers_of


def test_a_number_is_judged_of_nobody(tmp_path: Path) -> None:
    counted = f"  - award: {PROVINCE}\n    counted: {{individuals: 3}}\n"
    ran = thidua(files(tmp_path, {**THREE, **nomination(counted)}), "check-nomination", "7/TTr-A")
    assert ran.status == 0
    assert "chỉ có số lượng, không có danh sách để xét" in ran.out
    assert "1 dòng: 0 đủ, 0 cần người xem, 0 chưa đủ, 1 chỉ có số lượng" in ran.out


def test_a_unit_in_two_rows_shares_the_quota(tmp_path: Path) -> None:
    """Decree 91/2017/NĐ-CP, Article 9.3: 15 percent of those with the title of advanced worker; of 13, one."""
    numbers = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
    people = [f"Người Mẫu {number}" for number in numbers] + [
        "Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Giả",
    ]  # fmt: skip
    work = {**initiative(2022, "Nguyễn Văn Mẫu", "co-so"), **initiative(2022, "Trần Thị Thử", "toan-quoc")}
    office = {**UNIT, **decision(2022, "lao-dong-tien-tien", *people), **work}
    head = "date: 2022-12-30\nperiod: 2022\n"
    one = files(tmp_path / "one", {**office, **nomination(row("Nguyễn Văn Mẫu", GRASSROOTS), head=head)})
    two = files(
        tmp_path / "two",
        {**office, **nomination(row("Nguyễn Văn Mẫu", GRASSROOTS), row("Trần Thị Thử", GRASSROOTS), head=head)},
    )
    assert [found["recipient"]["answer"] for found in checked(one)[1]] == ["du"]
    assert [found["recipient"]["answer"] for found in checked(two)[1]] == ["chua-du", "chua-du"]


@pytest.mark.parametrize("asked", ["khong-co", "", "records/nominations/2024/khong-co.yaml"])
def test_a_nomination_that_is_not_there_ends_with_2(tmp_path: Path, asked: str) -> None:
    ran = thidua(files(tmp_path, THREE), "check-nomination", asked)
    assert ran.status == 2
    assert "không có hồ sơ đề nghị" in ran.err


# what leaves an answer open


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
