"""What `validate` says of a bloc's scores, ranks, votes and quotas: the cases that no example of a rule shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.blocs.year import DIPLOMA, FLAG, PATH, codes, ran, written

if TYPE_CHECKING:
    from pathlib import Path

TABLE = [{"number": 1, "name": "Kinh tế", "points": 60, "bonus": 5}, {"number": 2, "name": "Thi đua", "points": 40}]
LINES = [{"criterion": 1, "agreed": 58}, {"criterion": 2, "agreed": 39}]


def scored(**score: Any) -> dict[str, Any]:
    return {"criteria": TABLE, "scores": [{"member": "Sở A", **score}]}


def ranked(*rows: tuple[Any, Any], **year: Any) -> dict[str, Any]:
    """Totals and ranks; `None` for what is not stated."""
    names = (f"Sở {letter}" for letter in "ABCDEFGH")
    rows_of = [
        {"member": name, **{field: value for field, value in zip(("total", "rank"), row, strict=True) if value}}
        for name, row in zip(names, rows, strict=False)
    ]
    return {"scores": rows_of, **year}


CASES: list[tuple[str, dict[str, Any], list[str]]] = [
    ("lines and total agree", scored(total=97, lines=LINES), []),
    ("total passes the scale by a bonus", scored(points=97, bonus=10, total=107), []),
    ("decimals in another form are equal", scored(total="97.0", lines=LINES), []),
    ("total is wrong", scored(total=98, lines=LINES), ["TD209"]),
    ("total is wrong and doubted", scored(total=98, lines=LINES, doubt="in như vậy"), []),
    ("a criterion without a line is unknown, not zero", scored(total=98, lines=LINES[:1]), []),
    ("bonus is forgotten in the total", scored(points=97, bonus=10, total=97), ["TD209"]),
    ("deduction is forgotten in the total", scored(points=97, deduction=1, total=97), ["TD209"]),
    ("self scores add up to the total of a self score",
     scored(by="tự chấm", total=99, lines=[{"criterion": 1, "self": 59}, {"criterion": 2, "self": 40}]), []),
    ("self scores do not", scored(by="tự chấm", total=98,
     lines=[{"criterion": 1, "self": 59}, {"criterion": 2, "self": 40}]), ["TD209"]),
    ("no table is at hand, so no line is looked up", {"scores": [{"member": "Sở A", "total": 5, "lines": LINES}]}, []),
    ("agreed at the limit", scored(lines=[{"criterion": 1, "agreed": 60, "bonus": 5}]), []),
    ("agreed above it", scored(lines=[{"criterion": 1, "agreed": "60.01"}]), ["TD208"]),
    ("self above it", scored(lines=[{"criterion": 1, "self": 61}]), ["TD208"]),
    ("bonus without a stated limit", scored(lines=[{"criterion": 2, "agreed": 40, "bonus": 50}]), []),
    ("one score stands for itself", scored(by="tự chấm", points=90), []),
    ("tie shares a place", ranked((97, 1), (95, 2), (95, 2), (90, 4)), []),
    ("tie shares a place and the next is not skipped", ranked((97, 1), (95, 2), (95, 2), (90, 3)), []),
    ("tie is parted", ranked((97, 1), (95, 2), (95, 3)), []),
    ("ranks are partial", ranked((97, 1), (None, None), (95, 2)), []),
    ("ranked without totals", ranked((None, 1), (None, 2)), []),
    ("shared without totals", ranked((None, 1), (None, 2), (None, 2)), []),
    ("tiers in words", {"scores": [{"member": "Sở A", "tier": "xuất sắc"}, {"member": "Sở B", "tier": "khá"}]}, []),
    ("higher total stands lower", ranked((90, 1), (95, 2)), ["TD211"]),
    ("a member without a total between hides nothing", ranked((90, 1), (None, 2), (95, 3)), ["TD211"]),
    ("the third is above the second, not the first", ranked((90, 1), (80, 2), (85, 3)), ["TD211"]),
    ("the second and the third are above the first", ranked((80, 1), (90, 2), (85, 3)), ["TD211", "TD211"]),
    ("place shared by unequal totals", ranked((97, 1), (95, 1)), ["TD211"]),
    ("place shared by unequal totals and doubted", ranked((97, 1), (95, 1), doubt="in như vậy"), []),
    ("place above the number of members", ranked((97, 1), (95, 4), members_counted=3), ["TD211"]),
    ("place at the number of members", ranked((97, 1), (95, 3), members_counted=3), []),
    ("number of members is not known", ranked((97, 1), (95, 40)), []),
    ("list of members is not complete", ranked((97, 1), (95, 3), members=["Sở A", "Sở B"]), []),
    ("place zero", {"scores": [{"member": "Sở A", "rank": 0}]}, ["TD211"]),
    ("flag for one of two first", {**ranked((97, 1), (97, 1)), "votes": [{"member": "Sở B", "award": FLAG}]}, []),
    ("flag for the second", {**ranked((97, 1), (95, 2)), "votes": [{"member": "Sở B", "award": FLAG}]}, ["TD212"]),
    ("flag for one without a rank", {**ranked((97, 1)), "votes": [{"member": "Sở X", "award": FLAG}]}, ["TD212"]),
    ("flag where nobody is ranked", {"votes": [{"member": "Sở B", "award": FLAG}]}, []),
    ("flag not won", {**ranked((97, 1)), "votes": [
        {"member": "Sở B", "award": FLAG, "outcome": "khong-thong-qua"}]}, []),
    ("another award for the second", {**ranked((97, 1), (95, 2)), "votes": [{"member": "Sở B", "award": DIPLOMA}]}, []),
    ("all voters against", {"votes": [{"member": "Sở B", "award": DIPLOMA, "members": 3, "against": 4}]}, ["TD213"]),
]  # fmt: skip


@pytest.mark.parametrize(("year", "found"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_found(tmp_path: Path, year: dict[str, Any], found: list[str]) -> None:
    assert codes(tmp_path, year) == found


def voted(members: int, diplomas: int, share: Any = 20) -> dict[str, Any]:
    """A bloc that voted one flag and some diplomas, with a share of the others for these."""
    rows = [{"member": "Sở A", "award": FLAG}]
    rows += [{"member": f"Sở {number}", "award": DIPLOMA} for number in range(diplomas)]
    quotas = [{"award": FLAG, "number": 1}, {"award": DIPLOMA, "share": share, "of": "thanh-vien-con-lai"}]
    return {"members_counted": members, "votes": rows, "quotas": quotas}


@pytest.mark.parametrize(
    ("members", "diplomas", "found"),
    [
        (11, 2, []),
        (11, 3, ["TD214"]),
        (10, 1, []),
        (10, 2, ["TD214"]),  # 1.8 is 1
        (6, 1, []),  # just one
        (5, 1, ["TD215"]),  # 0.8: a person looks
        (5, 3, ["TD215"]),
        (5, 0, []),
        (16, 3, []),
        (16, 4, ["TD214"]),
    ],
)
def test_twenty_percent_of_the_others_at_its_boundary(
    tmp_path: Path, members: int, diplomas: int, found: list[str]
) -> None:
    assert codes(tmp_path, voted(members, diplomas)) == found


def test_two_flags_pass_a_quota_of_one(tmp_path: Path) -> None:
    year = voted(11, 0)
    year["votes"].append({"member": "Sở B", "award": FLAG})
    assert codes(tmp_path, year) == ["TD214"]
    year["votes"][1]["outcome"] = "khong-thong-qua"
    assert codes(tmp_path, year) == []


def test_wrong_tree_is_found_at_every_depth(tmp_path: Path) -> None:
    inner = {"name": "trong", "points": 10, "parts": [{"name": "a", "points": 4}, {"name": "b", "points": 5}]}
    outer = {"name": "ngoài", "points": 11, "parts": [inner]}
    assert codes(tmp_path, {"criteria": [outer]}) == ["TD206", "TD206"]
    assert codes(tmp_path, {"criteria": [{**outer, "doubt": "in như vậy"}]}) == []


def test_tree_deeper_than_the_reader_allows_is_told_with_its_line(tmp_path: Path) -> None:
    tree: dict[str, Any] = {"name": "lá"}
    for number in range(12):
        tree = {"name": f"tầng {number}", "parts": [tree]}
    told = ran(written(tmp_path, {"criteria": [tree]}), "validate")
    assert told.status == 1
    assert f"{PATH}:" in told.out
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("field", "typed", "line"),
    [
        ("scores[0].lines[0].agreed", "57,5", "agreed: 57.5"),
        ("scores[0].lines[0].self", "59", "self: 59"),
        ("scores[0].lines[2].criterion", "2", "criterion: 2"),
        ("scores[0].final", "có", "final: co"),
        ("criteria[0].parts[0].points", "30", "points: 30"),
        ("votes[0].award", FLAG, f"award: {FLAG}"),
        ("votes[0].for", "9", "for: 9"),
        ("quotas[0].share", "20", "share: 20"),
    ],
)
def test_set_changes_scores_votes_and_quotas(tmp_path: Path, field: str, typed: str, line: str) -> None:
    part = {"name": "Thu", "points": 40}
    first = {"number": 1, "name": "Kinh tế", "parts": [part]}
    one = {"criterion": "1", "agreed": 20}
    root = written(
        tmp_path,
        {
            "criteria": [first, {"number": 2, "name": "Thi đua"}],
            "scores": [{"member": "Sở A", "lines": [one, {"criterion": "Thu", "agreed": 30}]}],
            "votes": [{"member": "Sở A", "award": DIPLOMA}],
            "quotas": [{"award": DIPLOMA, "share": 10}],
        },
    )
    told = ran(root, "set", PATH, field, typed)
    assert told.status == 0, told.out + told.err
    assert line in (root / PATH).read_text("utf-8")
