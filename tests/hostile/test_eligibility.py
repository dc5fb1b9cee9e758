"""Questions about eligibility that make no sense, records that go round in circles, rules that refer to themselves."""

from __future__ import annotations

import json
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest

from tests.eligibility.repository import GRASSROOTS, NAME, ONE, PROVINCE, UNITS, WORKER, answers, decision, write
from tests.reports.repository import thidua

if TYPE_CHECKING:
    from pathlib import Path

COLLECTIVE = "tap-the-lao-dong-xuat-sac"


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("THIDUA_TODAY", "2026-11-22")
    monkeypatch.delenv("THIDUA_LANG", raising=False)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((WORKER, "1945"), 0),
        ((WORKER, "2013"), 0),
        ((WORKER, "2013", "--person", NAME), 0),
        ((COLLECTIVE, "2013", "--unit", "phong-mot"), 0),
        ((WORKER, "2100"), 0),
        ((WORKER, "2024", "--day", "9999-12-31"), 0),
        ((WORKER, "2024", "--day", "2023-12-31"), 2),
        ((WORKER, "2024", "--day", "0001-01-01"), 2),
        ((WORKER, "2024", "--day", "32/13/2024"), 2),
        ((WORKER, "2024", "--unit", "khong-co"), 2),
        ((WORKER, "2024", "--person", "people/khong-co"), 2),
        ((COLLECTIVE, "2024", "--person", NAME), 2),
        (("", "2024"), 2),
        (("x" * 5000, "2024"), 2),
    ],
    ids=str,
)
def test_no_question_ends_in_a_surprise(tmp_path: Path, arguments: tuple[str, ...], status: int) -> None:
    root = write(tmp_path, UNITS | decision(WORKER, 2012, ONE) | decision(WORKER, 2024, ONE))
    for language in ("vi", "en"):
        ran = thidua(root, "eligible", *arguments, "--lang", language)
        assert ran.status == status, ran.err
        assert "thidua 0." not in ran.err


def test_units_that_go_round_in_a_circle_are_still_judged(tmp_path: Path) -> None:
    round_ = {
        "organisations/phong-mot": {"name": "Phòng Một", "parent": "phong-hai", "successors": ["phong-hai"]},
        "organisations/phong-hai": {"name": "Phòng Hai", "parent": "phong-mot", "successors": ["phong-mot"]},
    }
    rest = {one: record | {"kind": "co-quan", "level": "so-don-vi"} for one, record in round_.items()}
    roster = {"rosters/2024/phong-mot": {"headcount": 0, "result": "hoan-thanh-xuat-sac"}}
    root = write(tmp_path, UNITS | rest | roster | decision(WORKER, 2024, ONE))
    assert answers(root, COLLECTIVE, "2024")[("phong-mot", "phong-hai")] == "can-nguoi-xem"


def test_posts_that_end_before_they_start_and_aliases_that_two_have(tmp_path: Path) -> None:
    posts = [{"unit": "phong-mot", "from": "2024-01-01", "to": "2010-01-01"}]
    people = {
        "people/mot": {"name": NAME, "aliases": ["Trần Giả Định"], "postings": posts},
        "people/hai": {"name": "Trần Giả Định", "aliases": [NAME], "postings": posts},
    }
    root = write(tmp_path, UNITS | people | decision(GRASSROOTS, 2024, ONE) | decision(GRASSROOTS, 2023, ONE))
    assert answers(root, PROVINCE, "2024") == {(NAME, "phong-mot"): "can-nguoi-xem"}


# the office's own rules


def rule(condition: dict[str, Any]) -> dict[str, Any]:
    entry = {
        "awards": [WORKER], "eras": ["e2024"], "recipients": ["ca-nhan"], "path": "9", "article": "Điều 1",
        "confidence": "xac-nhan", "conditions": [condition],
    }  # fmt: skip
    return {"catalogue/rules/vi-du": {"source": {"document": "Quy chế ví dụ"}, "routes": {"vi-du": entry}}}


STAFF = {"rosters/2024/phong-mot": {"members": [{"name": NAME, "result": "hoan-thanh-tot"}]}}


@pytest.mark.parametrize("award", [WORKER, GRASSROOTS])
def test_a_standard_that_rests_on_itself_is_not_known(tmp_path: Path, award: str) -> None:
    condition = {"check": "same_year_award", "awards": [award], "standard_suffices": "co"}
    root = write(tmp_path, UNITS | STAFF | rule(condition))
    assert answers(root, WORKER, "2024") == {(NAME, "phong-mot"): "can-nguoi-xem"}


@pytest.mark.parametrize(
    "condition",
    [
        {"check": "deadline", "day": "13-45", "year": "hang-nam"},
        {"check": "deadline", "day": "02-29", "year": "nam-ke-tiep-quyet-dinh", "awards": [WORKER]},
        {"check": "consecutive_awards", "awards": [WORKER], "times": 0},
        {"check": "awards_within", "awards": [WORKER], "times": 0},
        {"check": "members_with_award_count", "awards": [WORKER], "count": 0},
    ],
    ids=lambda one: f"{one['check']}-{one.get('day', 0)}",
)
def test_a_day_no_year_has_and_nothing_asked_for_are_findings(tmp_path: Path, condition: dict[str, Any]) -> None:
    root = write(tmp_path, UNITS | STAFF | decision(WORKER, 2023, ONE) | rule(condition))
    ran = thidua(root, "validate")
    assert (ran.status, "TD007" in ran.out) == (1, True), ran.out
    assert answers(root, WORKER, "2024") == {(NAME, "phong-mot"): "can-nguoi-xem"}


# nominations


def test_votes_that_cannot_be_and_days_at_the_end_of_time_are_no_answer(tmp_path: Path) -> None:
    rows = [
        {
            "award": "co-thi-dua-cua-chinh-phu",
            "recipient": {"collective": "phong-mot"},
            "vote": {"members": 10, "for": 12},
        },
        {"award": "thay-thuoc-uu-tu", "recipient": ONE},
        {"award": "chien-si-thi-dua-toan-quoc", "recipient": ONE},
    ]
    nomination = {
        "date": "9999-12-31",
        "received": "2025-12-01",
        "council_date": "0001-01-01",
        "notice": {"from": "0001-01-01"},
    }
    given = decision(PROVINCE, 2025, ONE, day="9999-12-31")
    root = write(tmp_path, UNITS | given | {"nominations/2025/vi-du": nomination | {"rows": rows}})
    ran = thidua(root, "check-nomination", "2025/vi-du", "--format", "json")
    assert ran.out, ran.err
    beside = [one for row in json.loads(ran.out)["rows"] for one in row["recipient"]["beside"]]
    asked = {one["check"]: one["answer"] for one in beside if one["check"] in ("council_vote", "public_notice")}
    assert asked == {"council_vote": "chua-ro", "public_notice": "khong"}


# many


def test_a_quota_of_many_people_is_counted_once(tmp_path: Path) -> None:
    words = "ABCDEFGHIJ"
    names = [f"Trần {words[a]} {words[b]} {words[c]}" for a in range(4) for b in range(10) for c in range(10)] * 5
    everybody = [{"name": f"{name} {words[n // 400]}", "unit": "phong-mot"} for n, name in enumerate(names)]
    records = UNITS | decision(WORKER, 2018, *everybody)
    start = process_time()
    assert len(answers(write(tmp_path, records), GRASSROOTS, "2018", "--person", everybody[0]["name"])) == 1
    alone = process_time() - start
    start = process_time()
    ran = thidua(tmp_path, "eligible", GRASSROOTS, "2018")
    assert ran.status == 0
    assert process_time() - start < max(5 * alone, 4)
