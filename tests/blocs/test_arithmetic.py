"""Totals, ranks, votes and quotas, by tables."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.blocs.year import DIPLOMA, FLAG, model
from thidua.model.bloc_vote import base, carried, is_below_one, limit, winners
from thidua.model.scoring import computed_total, counting, parts_total, ranks, sheet_points, table, total_of

TREE = [
    {
        "number": "I",
        "name": "Kinh tế",
        "points": 60,
        "parts": [
            {"number": 1, "name": "Thu ngân sách", "points": 40},
            {"number": 2, "name": "Giảm nghèo", "points": 20},
        ],
    },
    {"number": "II", "name": "Thi đua", "parts": [{"number": 1, "name": "Phát động", "points": 40}]},
    {"number": "III", "name": "Cờ thi đua", "bonus": 15},
]
"""100 points, and a bonus on top."""

WHOLE = [{"criterion": "I.1", "agreed": 38}, {"criterion": "I.2", "agreed": 19}, {"criterion": "II.1", "agreed": 40}]


@pytest.mark.parametrize(
    ("score", "total"),
    [
        ({"lines": WHOLE}, 97),
        ({"lines": [*WHOLE, {"criterion": "III", "bonus": 10}]}, 107),  # beyond the scale by its bonus
        ({"lines": WHOLE, "bonus": 10}, 107),
        ({"lines": WHOLE, "deduction": "2.5"}, "94.5"),
        ({"lines": [*WHOLE[:2], {"criterion": "Phát động", "agreed": 40, "bonus": 1, "deduction": 3}]}, 95),
        ({"lines": [{"criterion": "I", "agreed": 57}, WHOLE[2]]}, 97),  # a group scored as a whole
        ({"lines": [{"criterion": "I", "agreed": 50}, *WHOLE]}, 90),  # what a group's own line says comes first
        ({"lines": WHOLE[:2]}, None),  # no line is no zero
        ({"lines": [{"criterion": "I", "self": 57}, WHOLE[2]]}, None),  # a self score is not an agreed one
        ({"lines": []}, None),
        ({"points": 90}, 90),
        ({"points": 90, "lines": WHOLE}, 90),  # as stated
        ({"points": "0.1", "bonus": "0.2"}, "0.3"),
        ({"bonus": 5}, None),
    ],
)
def test_total_of_a_score(score: dict[str, Any], total: Any) -> None:
    record = model(criteria=TREE, scores=[{"member": "A", **score}])
    computed = computed_total(table(record.criteria), record.scores[0])
    assert computed == (None if total is None else Decimal(str(total)))


def test_stated_total_ranks_though_the_parts_add_up_to_another() -> None:
    record = model(criteria=TREE, scores=[{"member": "A", "total": 96, "lines": WHOLE}])
    known = table(record.criteria)
    assert total_of(known, record.scores[0]) == 96
    assert computed_total(known, record.scores[0]) == 97


def test_sums_have_no_zeros_at_their_end() -> None:
    record = model(criteria=[{"name": "a", "points": 10}, {"name": "b", "points": 10}], scores=[
        {"member": "A", "lines": [{"criterion": "a", "agreed": "9.5"}, {"criterion": "b", "agreed": "0.5"}]},
    ])  # fmt: skip
    known = table(record.criteria)
    assert str(sheet_points(known, known.lines(record.scores[0]), "agreed")) == "10"


@pytest.mark.parametrize(
    ("parts", "total"),
    [
        ([{"points": 40}, {"points": 20}], 60),
        ([{"points": 400}, {"points": "199.5"}], "599.5"),
        ([{"points": 40}, {}], None),
        ([{"points": 40}, {"bonus": 5}], 40),  # a bonus is no standard points
        ([{"points": 40}, {"deduction": 5}], 40),
        ([{"points": 40}, {"parts": [{"name": "x", "points": 15}, {"name": "y", "points": 5}]}], 60),
        ([{"points": 40}, {"parts": [{"name": "x", "points": 15}, {"name": "y"}]}], None),
        ([{"bonus": 5}], None),
        ([], None),
    ],
)
def test_parts_of_a_criterion(parts: list[dict[str, Any]], total: Any) -> None:
    named = [{"name": f"phần {place}", **one} for place, one in enumerate(parts)]
    record = model(criteria=[{"name": "mục", "parts": named}])
    assert parts_total(record.criteria[0]) == (None if total is None else Decimal(str(total)))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I", [(0,)]),
        ("I.", [(0,)]),
        ("I.2", [(0, 1)]),
        ("2", [(0, 1)]),
        ("1", [(0, 0), (1, 0)]),  # repeats: both are meant
        ("II.1", [(1, 0)]),
        ("thu  NGÂN sách", [(0, 0)]),
        ("Phát động", [(1, 0)]),
        ("IV", []),
        ("", []),
    ],
)
def test_criterion_is_found_by_number_or_name(text: str, meant: list[tuple[int, ...]]) -> None:
    assert list(table(model(criteria=TREE).criteria).find(text)) == meant


def test_number_that_holds_the_number_of_its_group_is_not_doubled() -> None:
    parts = [{"number": "1.2", "name": "con"}, {"name": "không số"}]
    known = table(model(criteria=[{"number": 1, "name": "mục", "parts": parts}]).criteria)
    assert known.numbers == {(0,): "1", (0, 0): "1.2"}
    assert known.find("1") == ((0,),)


@pytest.mark.parametrize(
    ("scores", "counts"),
    [
        ([{}], 0),
        ([{"by": "tự chấm"}], 0),
        ([{"by": "tự chấm"}, {"by": "hội đồng"}], 1),
        ([{"by": "Hội đồng khối"}, {"by": "tự chấm"}], 0),
        ([{"by": "hội đồng"}, {"by": "HỘI ĐỒNG lần 2"}], 1),
        ([{"by": "tự chấm", "final": "co"}, {"by": "hội đồng"}], 0),
        ([{"by": "tự chấm"}, {"by": "chấm chéo"}], None),
        ([{"final": "co"}, {"final": "co"}], None),
        ([{"final": "khong"}, {}], 1),
        ([{"final": "khong"}], None),
    ],
)
def test_score_that_counts(scores: list[dict[str, str]], counts: int | None) -> None:
    record = model(scores=[{"member": "Sở A", **one} for one in scores])
    assert counting(record.scores) == {"sở a": counts}


def test_member_written_two_ways_is_one() -> None:
    record = model(scores=[{"member": "Sở Hoà  Bình"}, {"member": "sở hòa bình", "final": "co"}])
    assert list(counting(record.scores).values()) == [1]


@pytest.mark.parametrize(
    ("totals", "places"),
    [
        ("", ""),
        ("97", "1"),
        ("107 97 90", "1 2 3"),
        ("97 90 97", "1 3 1"),
        ("95 97 95 90", "2 1 2 4"),
        ("90 90.0 90.00", "1 1 1"),
        ("90.1 90.01", "1 2"),
        ("0 -1", "1 2"),
        ("1000 600 600 600 200", "1 2 2 2 5"),
    ],
)
def test_places_by_totals(totals: str, places: str) -> None:
    given_totals = {place: Decimal(one) for place, one in enumerate(totals.split())}
    assert [ranks(given_totals)[one] for one in given_totals] == [int(one) for one in places.split()]


TOTALS = st.dictionaries(st.text(max_size=3), st.decimals(0, 110, places=1), max_size=12)


@given(TOTALS)
def test_a_tie_never_splits_and_a_better_total_never_stands_lower(totals: dict[str, Decimal]) -> None:
    places = ranks(totals)
    for one, mine in totals.items():
        for other, its in totals.items():
            assert (mine == its) == (places[one] == places[other])
            assert (mine > its) == (places[one] < places[other])
        assert places[one] == 1 + sum(its > mine for its in totals.values())


@given(TOTALS, st.randoms(use_true_random=False))
def test_order_of_the_file_changes_no_place(totals: dict[str, Decimal], chance: Any) -> None:
    items = list(totals.items())
    chance.shuffle(items)
    assert ranks(dict(items)) == ranks(totals)


@given(TOTALS.filter(bool), st.decimals("0.1", 50, places=1))
def test_a_lower_member_changes_no_higher_place(totals: dict[str, Decimal], below: Decimal) -> None:
    more = {**totals, "thấp hơn": min(totals.values()) - below}
    places = ranks(more)
    assert {one: places[one] for one in totals} == ranks(totals)
    assert places["thấp hơn"] == len(more)


@pytest.mark.parametrize(
    ("vote", "won"),
    [
        ({}, True),
        ({"for": 9}, True),
        ({"for": 9, "members": 10, "against": 1}, True),
        ({"for": 5, "members": 10}, None),  # half is no majority
        ({"for": 6, "members": 10}, True),
        ({"for": 4, "against": 4}, None),
        ({"against": 4}, None),
        ({"for": 2, "members": 10, "outcome": "thong-qua"}, True),  # the document says so
        ({"for": 9, "members": 10, "outcome": "khong-thong-qua"}, False),
        ({"for": 9, "members": 10, "outcome": "de-nghi"}, None),
    ],
)
def test_vote_is_won(vote: dict[str, Any], won: bool | None) -> None:
    record = model(votes=[{"member": "A", "award": FLAG, **vote}])
    assert carried(record.votes[0]) is won


@pytest.mark.parametrize(
    ("year", "quota", "of", "most", "below"),
    [
        ({"members_counted": 10}, {"number": 1}, None, 1, False),
        ({"members_counted": 10}, {"share": 20, "of": "thanh-vien"}, 10, 2, False),
        ({"members_counted": 9}, {"share": 20, "of": "thanh-vien"}, 9, 1, False),  # 1.8, rounded down
        ({"members_counted": 5}, {"share": 20, "of": "thanh-vien"}, 5, 1, False),  # 1.0, just one
        ({"members_counted": 4}, {"share": 20, "of": "thanh-vien"}, 4, 0, True),  # 0.8: a person looks
        ({"members_counted": 0}, {"share": 20, "of": "thanh-vien"}, 0, 0, False),
        ({"members_counted": 11}, {"share": 20, "of": "thanh-vien-con-lai"}, 10, 2, False),  # one has the flag
        ({"members_counted": 10}, {"share": 20, "of": "thanh-vien-con-lai"}, 9, 1, False),
        ({"members_counted": 13}, {"share": 50, "of": "thanh-vien-con-lai"}, 12, 6, False),
        ({"members_counted": 8}, {"share": "33.3", "of": "thanh-vien"}, 8, 2, False),
        ({}, {"share": 20, "of": "thanh-vien"}, None, None, False),  # how many members is not known
        ({"members": ["A", "B"]}, {"share": 50, "of": "thanh-vien"}, None, None, False),
        ({"members": ["A", "B"], "members_complete": "co"}, {"share": 50, "of": "thanh-vien"}, 2, 1, False),
        ({"members_counted": 10}, {"share": 20}, None, None, False),  # of what is not said
        ({"members_counted": 10}, {"share": 20, "of": "so-khac"}, None, None, False),
        ({}, {"share": 20, "of": "so-khac", "of_counted": 45}, 45, 9, False),
        ({"members_counted": 20}, {"share": 20, "of": "thanh-vien", "number": 3}, 20, 3, False),  # the smaller
        ({"members_counted": 20}, {"share": 10, "of": "thanh-vien", "number": 3}, 20, 2, False),
        ({}, {}, None, None, False),
    ],
)
def test_quota(year: dict[str, Any], quota: dict[str, Any], of: int | None, most: int | None, below: bool) -> None:
    votes = [{"member": "A", "award": FLAG, "for": 9}, {"member": "B", "award": FLAG, "outcome": "khong-thong-qua"}]
    record = model(votes=votes, quotas=[{"award": DIPLOMA, **quota}], **year)
    one = record.quotas[0]
    assert (base(record, one), limit(record, one), is_below_one(record, one)) == (of, most, below)


def test_members_voted_for_an_award_of_fixed_number_are_not_among_the_others() -> None:
    own = "giai-nhat-khoi"
    record = model(
        members_counted=12,
        votes=[{"member": "A", "award": FLAG}, {"member": "A", "award": own}, {"member": "B", "award": own}],
        quotas=[
            {"award": own, "number": 2},
            {"award": DIPLOMA, "share": 20, "of": "thanh-vien-con-lai"},
        ],
    )
    assert base(record, record.quotas[1]) == 10


def test_candidate_voted_twice_for_one_award_counts_once() -> None:
    record = model(votes=[{"member": "Sở A", "award": FLAG}, {"member": "sở A ", "award": FLAG}])
    assert len(winners(record, FLAG)) == 1
