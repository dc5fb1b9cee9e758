"""No answer rests on what records do not say: whose a row is, which year it is of, when it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.eligibility.repository import (
    GRASSROOTS,
    NAME,
    ONE,
    PROVINCE,
    UNITS,
    WHOLE,
    WORKER,
    answers,
    decision,
    work,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

YEARS = (2022, 2023, 2024)
OTHER = {"name": NAME, "unit": "phong-hai"}
PERSON = {"people/vi-du": {"name": NAME, "postings": [{"unit": "phong-mot", "from": "2010-01-01"}]}}


def three(*recipients: dict[str, Any]) -> dict[str, Any]:
    """Return the title of three years, each with its own way to write the recipient."""
    given = recipients if len(recipients) == 3 else recipients * 3
    return {k: v for year, one in zip(YEARS, given, strict=True) for k, v in decision(GRASSROOTS, year, one).items()}


def of_unit(tmp_path: Path, records: dict[str, Any], *more: str) -> str:
    found = answers(write(tmp_path, UNITS | records), PROVINCE, "2024", *more)
    (answer,) = {one for (_, unit), one in found.items() if unit == "phong-mot"}
    return answer


def test_three_years_and_a_work_are_enough(tmp_path: Path) -> None:
    assert of_unit(tmp_path, WHOLE | three(ONE) | work(2024, ONE)) == "du"


def test_what_was_decided_after_the_day_asked_about_is_not_counted(tmp_path: Path) -> None:
    root = write(tmp_path, UNITS | WHOLE | three(ONE) | work(2024, ONE))
    for day, answer in (("2024-06-01", "can-nguoi-xem"), ("2024-12-20", "du"), ("2025-03-01", "du")):
        assert list(answers(root, PROVINCE, "2024", "--day", day).values()) == [answer], day


def test_two_of_one_name_on_a_roster_are_not_one_person(tmp_path: Path) -> None:
    rows = [{"name": NAME, "person": "vi-du"}, {"name": NAME}]
    records = PERSON | {"rosters/2024/phong-mot": {"members": rows}} | three(ONE) | work(2024, ONE)
    assert of_unit(tmp_path, records) == "can-nguoi-xem"


def test_a_row_with_the_id_of_a_person_is_that_person_s_under_any_name(tmp_path: Path) -> None:
    renamed = {"name": "Trần Giả Định", "unit": "phong-mot", "person": "vi-du"}
    assert of_unit(tmp_path, WHOLE | PERSON | three(renamed, ONE, ONE) | work(2024, ONE)) == "du"


def test_a_person_is_whole_however_many_names_others_share(tmp_path: Path) -> None:
    """The title of 2022 stands under a name that only the third record in a chain of names tells of."""
    people = {
        "people/mot": {"name": "Lê Giả Định", "aliases": [NAME], "postings": [{"unit": "phong-hai"}]},
        "people/hai": {"name": NAME, "aliases": ["Trần Giả Định"], "postings": [{"unit": "phong-mot"}]},
    }
    old = {"name": "Trần Giả Định", "unit": "phong-mot"}
    root = write(tmp_path, UNITS | WHOLE | people | three(old, ONE, ONE) | work(2024, ONE))
    assert answers(root, PROVINCE, "2024") == {("hai", "phong-mot"): "du"}
    assert answers(root, PROVINCE, "2024", "--person", "Trần Giả Định") == {("hai", "phong-mot"): "du"}


@pytest.mark.parametrize(
    "records",
    [
        three(ONE | {"different_from_namesake": "tổ một"}, ONE, ONE) | work(2024, ONE),
        three(OTHER, ONE, ONE) | work(2024, ONE),
        three(OTHER | {"person": "vi-du"}, ONE, ONE)
        | work(2024, ONE)
        | {"people/vi-du": {"name": NAME, "postings": [{"unit": "phong-hai", "to": "2022-12-31"}]}},
        three(ONE) | work(2024, OTHER),
        three(ONE) | work(2024, {"name": NAME}),
    ],
    ids=["told-apart", "moved", "moved-with-a-record", "work-elsewhere", "work-of-no-unit"],
)
def test_a_row_that_may_be_the_same_person_s_is_no_absence(tmp_path: Path, records: dict[str, Any]) -> None:
    assert of_unit(tmp_path, WHOLE | records) == "can-nguoi-xem"


# collectives

COLLECTIVE = "tap-the-lao-dong-xuat-sac"


def unit(tmp_path: Path, roster: dict[str, Any], *decisions: dict[str, Any]) -> str:
    """Return the answer about a unit of ten people."""
    record = {"result": "hoan-thanh-xuat-sac", "headcount": 10, "completed": 10} | roster
    records = UNITS | {"rosters/2024/phong-mot": record} | decision(GRASSROOTS, 2024, staff(0))
    for one in decisions:
        records |= one
    (answer,) = answers(write(tmp_path, records), COLLECTIVE, "2024", "--unit", "phong-mot").values()
    return answer


def staff(number: int, **more: str) -> dict[str, str]:
    return {"name": f"Trần Giả Định {'ABCDEFGHIJ'[number]}", "unit": "phong-mot", **more}


SEVEN = [staff(number) for number in range(7)]


def test_a_unit_of_ten_with_seven_holders_meets_the_share(tmp_path: Path) -> None:
    assert unit(tmp_path, {}, decision(WORKER, 2024, *SEVEN)) == "du"


def test_more_who_did_their_task_than_there_are_is_no_share(tmp_path: Path) -> None:
    assert unit(tmp_path, {"completed": 12}, decision(WORKER, 2024, *SEVEN)) == "can-nguoi-xem"


def test_titles_whose_year_only_the_day_of_the_decision_tells_are_not_surely_of_it(tmp_path: Path) -> None:
    given = decision(WORKER, 2024, *SEVEN, day="2024-01-10", dated=False)
    assert unit(tmp_path, {}, given) == "can-nguoi-xem"


@pytest.mark.parametrize("again", [{"person": "vi-du"}, {"unit": "to-mot"}])
def test_one_person_in_two_decisions_is_one_of_the_holders(tmp_path: Path, again: dict[str, str]) -> None:
    more = {
        "people/vi-du": {"name": staff(0)["name"]},
        "organisations/to-mot": {"name": "Tổ Một", "kind": "co-quan", "level": "so-don-vi", "parent": "phong-mot"},
    }
    twice = decision(WORKER, 2024, staff(0) | again, name="-lai")
    assert unit(tmp_path, {}, decision(WORKER, 2024, *SEVEN[:6]), twice, more) == "can-nguoi-xem"


FLAG = "co-thi-dua-bo-nganh-tinh"


@pytest.mark.parametrize(
    ("targets", "scores", "answer"),
    [
        ((3, 3), [{"rank": 1}], "du"),
        ((0, 0), [{"rank": 1}], "can-nguoi-xem"),
        ((3, 3), [{"rank": 1, "final": "khong"}, {"final": "co", "total": 8}], "can-nguoi-xem"),
    ],
    ids=["first", "no-targets", "rank-of-a-half-year"],
)
def test_a_flag_asks_for_the_rank_that_counts_and_for_targets(
    tmp_path: Path, targets: tuple[int, int], scores: list[dict[str, Any]], answer: str
) -> None:
    records = {
        "blocs/khoi": {"name": "Khối Ví Dụ", "kind": "khoi", "organiser": "tinh-vi-du", "level": "bo-tinh"},
        "bloc-years/2024/khoi": {
            "members": ["phong-mot", "phong-hai"],
            "scores": [{"member": "phong-mot", "total": 9} | one for one in scores],
        },
        "years/2024/phong-mot": {"targets": [{"total": targets[0], "exceeded": targets[1]}]},
    }
    assert of_collective(write(tmp_path, UNITS | records), FLAG) == answer


def of_collective(root: Path, award: str) -> str:
    (answer,) = answers(root, award, "2024", "--unit", "phong-mot").values()
    return answer
