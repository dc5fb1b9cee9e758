"""What the report of a bloc's year prints of scores, ranks, votes and quotas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.blocs.test_arithmetic import TREE
from tests.blocs.year import DIPLOMA, FLAG, PATH, printed, scoring, written
from tests.reports.repository import report
from thidua.app.fresh import fresh
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from pathlib import Path

DIPLOMA_NAME = "Bằng khen của Bộ, ban, ngành, tỉnh"
ALL = {"members": ["Sở A", "Sở B", "Sở C", "Sở D"], "members_complete": "co"}


def places(text: str) -> list[tuple[str, str]]:
    """First and last cell of the rows of the ranking."""
    table = text.partition("| Đơn vị |")[2].partition("\n\n")[0].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    return [(row[0], row[-1]) for row in rows]


def totals(*given: Any, rank: tuple[Any, ...] = ()) -> list[dict[str, Any]]:
    rows = []
    for place, total in enumerate(given):
        row = {"member": f"Sở {'ABCDEFGH'[place]}"} | ({"total": total} if total is not None else {})
        rows.append(row | ({"rank": rank[place]} if rank and rank[place] else {}))
    return rows


@pytest.mark.parametrize(
    ("year", "shown"),
    [
        (
            {**ALL, "scores": totals(90, 95, 97, 95)},
            [("Sở C", "1"), ("Sở B", "đồng hạng 2"), ("Sở D", "đồng hạng 2"), ("Sở A", "4")],
        ),
        (
            {**ALL, "scores": totals(90, 95, None)},
            [("Sở B", "1 (tạm)"), ("Sở A", "2 (tạm)"), ("Sở C", "chưa xếp"), ("Sở D", "chưa xếp")],
        ),
        ({"scores": totals(90, 95)}, [("Sở B", "1 (tạm)"), ("Sở A", "2 (tạm)")]),  # are these all members?
        ({"members_counted": 2, "scores": totals(90, 95)}, [("Sở B", "1"), ("Sở A", "2")]),
        ({"members_counted": 3, "scores": totals(90, 95)}, [("Sở B", "1 (tạm)"), ("Sở A", "2 (tạm)")]),
        (
            {**ALL, "scores": totals(90, 95, 80, rank=(1, 2, None))},  # as stated, though against the totals
            [("Sở A", "1"), ("Sở B", "2"), ("Sở C", "chưa xếp"), ("Sở D", "chưa xếp")],
        ),
        ({"scores": totals(90, 90, rank=(1, 1))}, [("Sở A", "đồng hạng 1"), ("Sở B", "đồng hạng 1")]),
        (
            {"scores": [{"member": "Sở B", "total": 70, "tier": "khá"}, {"member": "Sở A", "tier": "xuất sắc"}]},
            [("Sở B", "khá"), ("Sở A", "xuất sắc")],
        ),
        ({"scores": [{"member": "Sở A", "rank": 1, "tier": "xuất sắc"}]}, [("Sở A", "1, xuất sắc")]),
        (
            {"scores": [{"member": "Sở A", "by": "x", "total": 9}, {"member": "Sở A", "by": "y", "total": 8}]},
            [("Sở A", "chưa xếp")],
        ),
    ],
)
def test_ranking(tmp_path: Path, year: dict[str, Any], shown: list[tuple[str, str]]) -> None:
    assert places(printed(tmp_path, year)) == shown


def test_order_in_the_file_changes_nothing_in_the_ranking(tmp_path: Path) -> None:
    scores = totals(90, 95, 97, 95)
    one = places(printed(tmp_path / "1", {**ALL, "scores": scores}))
    assert places(printed(tmp_path / "2", {**ALL, "scores": scores[::-1]})) == one


def test_report_says_which_numbers_are_its_own(tmp_path: Path) -> None:
    text = printed(tmp_path, {**ALL, "scores": [{"member": "Sở A", "points": 90, "bonus": 5}]})
    assert "Văn bản không ghi tổng điểm của Sở A; báo cáo cộng" in text
    assert "Văn bản không ghi thứ hạng" in text
    assert "Thứ hạng là tạm tính, vì chưa có tổng điểm của Sở B; Sở C; Sở D." in text


def test_stated_ranks_are_partial_and_say_so(tmp_path: Path) -> None:
    text = printed(tmp_path, {"members_counted": 13, "scores": totals(97, 95, rank=(1, 2))})
    assert "Mới xếp hạng 2 trong 13 đơn vị." in text
    assert "tạm" not in text


FULL: dict[str, Any] = {
    **ALL,
    "criteria": TREE,
    "scores": [
        {"member": "Sở A", "by": "tự chấm", "total": 99},
        {
            "member": "Sở A",
            "by": "Hội đồng",
            "total": 107,
            "rank": 1,
            "lines": [
                {"criterion": "I.1", "self": 40, "agreed": 38, "evidence": ["Báo cáo 12/BC", "so-lieu/thu.pdf"]},
                {"criterion": "I.2", "self": 19, "agreed": 19},
                {"criterion": "II.1", "self": 40, "agreed": 40},
                {"criterion": "III", "bonus": 10},
            ],
        },
        {"member": "Sở B", "lines": [{"criterion": "I", "agreed": 50}]},
    ],
    "votes": [
        {"member": "Sở B", "award": FLAG, "members": 9, "for": 7, "against": 2, "date": "2023-12-20", "document": "BB"},
        {"member": "Sở A", "award": DIPLOMA, "members": 9, "for": 4},
    ],
    "quotas": [
        {"award": FLAG, "number": 1, "document": "Quy chế Ví dụ"},
        {"award": DIPLOMA, "share": 50, "of": "thanh-vien-con-lai"},
        {"award": "giay-khen-so-nganh-tinh", "share": 20, "of": "so-khac"},
    ],
}


@pytest.mark.parametrize(
    "line",
    [
        "| I | **Kinh tế** | 60 |  |  |  |",
        "| 1 | – Thu ngân sách | 40 |  |  |  |",
        "| III | **Cờ thi đua** |  | 15 |  |  |",
        "|  | **Cộng điểm chuẩn** | 100 |  |  |  |",
        "| Thành viên | I | II | Tổng | Tự chấm |",
        "| Sở A | 57 (59) | 40 | 107 | 99 |",
        "| Sở B | 50 |  |  |  |",
        "| Sở A | tự chấm |  |  |  | 99 |  |",
        "| Sở A | Hội đồng | 97 | 10 |  | 107 | có |",
        "| Sở A | Hội đồng | 97 | 10 |  | 107 | 1 |",
        "| Sở B | Cờ thi đua của Bộ, ban, ngành, tỉnh | 7/9 | 2 |  |  | thông qua |",
        "| Sở A | Bằng khen của Bộ, ban, ngành, tỉnh | 4/9 |  | 107 | 1 | chưa rõ |",
        "- Sở B, Cờ thi đua của Bộ, ban, ngành, tỉnh: BB, ngày 20/12/2023.",
        "Sở B được suy tôn Cờ thi đua của Bộ, ban, ngành, tỉnh nhưng chưa được xếp hạng.",
        "| Cờ thi đua của Bộ, ban, ngành, tỉnh | 1 | 1 | 1 | 0 | Quy chế Ví dụ |",
        f"| {DIPLOMA_NAME} | 50 % của số thành viên còn lại (tính trên 3) | 1 | 0 (chưa rõ: 1) | 1 |  |",
        "| 1 | – Thu ngân sách | 40 | 40 | 38 |  |  |",
        "| III | **Cờ thi đua** |  |  |  | 10 |  |",
        "| Sở A | I.1 | Báo cáo 12/BC; so-lieu/thu.pdf |",
    ],
)
def test_full_year_prints(tmp_path: Path, line: str) -> None:
    assert line in printed(tmp_path, FULL).splitlines()


def test_quota_that_cannot_be_told_says_so(tmp_path: Path) -> None:
    assert "20 % của số do văn bản nêu | chưa tính được | 0 |  |" in printed(tmp_path, FULL)


def test_every_number_leads_to_its_line(tmp_path: Path) -> None:
    found = scoring(tmp_path, FULL)
    lines = (tmp_path / PATH).read_text("utf-8").splitlines()

    def behind(figure: dict[str, Any]) -> list[str]:
        return [lines[record["line"] - 1].strip() for record in figure["records"]]

    sheet = found["sheet"]
    assert behind(sheet["criteria"][0]["points"]) == ["points: 60"]
    assert [one.removeprefix("- ") for one in behind(sheet["members"][0]["cells"][0]["agreed"])] == [
        "criterion: I.1",
        "criterion: I.2",
    ]
    assert behind(found["standings"][0]["total"]) == ["total: 107"]
    assert behind(sheet["members"][0]["itself"]) == ["total: 99"]
    assert behind(found["votes"][0]["in_favour"]) == ["for: 7"]
    assert behind(found["quotas"][0]["used"]) == ["- member: Sở B"]


def test_stated_total_is_never_mended(tmp_path: Path) -> None:
    year = {"criteria": TREE, "scores": [{"member": "Sở A", "points": 97, "bonus": 10, "total": 105}]}
    assert scoring(tmp_path, year)["standings"][0]["total"]["value"] == "105"


def test_text_of_records_cannot_break_the_tables(tmp_path: Path) -> None:
    text = printed(
        tmp_path,
        {
            "criteria": [{"number": "1|2", "name": "a|b *c* <script>", "points": 10, "due": "|", "note": "dòng\nhai"}],
            "scores": [{"member": "Sở | A", "by": "hội đồng|", "lines": [{"criterion": "1|2", "agreed": 9}]}],
        },
    )
    for block in text.split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({line.replace(r"\|", "").count("|") for line in rows}) < 2, block
    assert "<script>" not in text


def test_table_with_many_groups_is_printed_member_by_member(tmp_path: Path) -> None:
    criteria = [{"name": f"tiêu chí {number}", "points": 5} for number in range(11)]
    lines = [{"criterion": f"tiêu chí {number}", "agreed": 4} for number in range(11)]
    year = {"criteria": criteria, "scores": [{"member": "Sở A", "lines": lines}]}
    assert "| Thành viên | Tổng | Tự chấm |" in printed(tmp_path, year)
    few = {"criteria": criteria[:10], "scores": [{"member": "Sở A", "lines": lines[:10]}]}
    assert "| Thành viên | (1) | (2) |" in printed(tmp_path, few)


def test_wide_table_is_printed_smaller(tmp_path: Path) -> None:
    criteria = [{"name": f"tiêu chí {number}", "points": 5} for number in range(8)]
    year = {"criteria": criteria, "scores": [{"member": "Sở A", "lines": [{"criterion": "tiêu chí 1", "agreed": 4}]}]}
    page = report(written(tmp_path, year), "2023", "--bloc", "khoi", ending=".html")
    assert page.count('<table class="rong">') == 1


def test_register_keeps_what_is_stated_and_which_score_counts(tmp_path: Path) -> None:
    state = fresh(find_workspace(written(tmp_path, FULL)))
    rows = state.register.ask("SELECT year, member, rank, total, final FROM bloc_score ORDER BY route")
    assert [tuple(row) for row in rows] == [
        (2023, "Sở A", None, "99", 0),
        (2023, "Sở A", 1, "107", 1),
        (2023, "Sở B", None, None, 1),
    ]
