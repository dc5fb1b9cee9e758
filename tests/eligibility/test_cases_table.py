"""The table itself: large enough, every case with article and era, its short form written out as valid records."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tests.eligibility.case import ANSWERS, Case, all_cases, in_words, years_of
from tests.eligibility.expand import expand
from thidua.app.check import check
from thidua.diagnostics import Language, Severity
from thidua.law.award import awards
from thidua.law.era import eras
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEAST = 150
TODAY = date(2026, 11, 22)
ARTICLE = re.compile(r"^(Luật \d+/\d{4}/QH\d+|Nghị định \d+/\d{4}/NĐ-CP)")
ASKED_FOR = {"result", "initiative", "headcount", "discipline"}
"""What may lack, beside awards."""

TOPICS = sorted({one.topic for one in all_cases()})


def test_the_table_is_large_enough() -> None:
    assert len(all_cases()) >= LEAST


def test_an_id_is_given_once() -> None:
    twice = [id_ for id_, count in Counter(one.id for one in all_cases()).items() if count > 1]
    assert not twice


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_a_case_names_its_article_its_era_and_a_known_answer(case: Case) -> None:
    assert ARTICLE.match(case.article)
    assert case.what.strip()
    assert case.answer in ANSWERS
    assert case.ask.keys() <= {"award", "year", "day"}
    assert case.ask["award"] in awards()
    assert {one["what"] for one in case.lacks} <= ASKED_FOR | awards().keys()
    day = date.fromisoformat(str(case.ask.get("day", f"{case.ask['year']}-12-31")))
    era = eras()[case.era]
    assert era.holds(day)
    assert day.year >= case.ask["year"]


def test_every_era_and_every_answer_is_asked_in_every_topic_of_titles() -> None:
    eras_of = {topic: {one.era for one in all_cases() if one.topic == topic} for topic in TOPICS}
    every = {"e2014", "e2017", "e2024", "e2025"}
    for topic in ("chien-si-thi-dua-co-so", "chien-si-thi-dua-bo-nganh-tinh", "chien-si-thi-dua-toan-quoc", "tap-the"):
        assert every <= eras_of[topic], topic
    assert {one.era for one in all_cases()} == every | {"e2026"}


def test_the_last_era_says_neither_yes_nor_no() -> None:
    """Law 06/2026/QH16 was not read."""
    assert {one.answer for one in all_cases() if one.era == "e2026"} == {"can-nguoi-xem"}


UNLAWFUL = "khong-dung-tham-quyen"
"""The topic of titles that were conferred without power, which is an error."""


@pytest.mark.parametrize("topic", [one for one in TOPICS if one != UNLAWFUL])
def test_records_of_a_topic_have_no_error(topic: str, office: Callable[[str], Path]) -> None:
    assert errors_of(office(topic)) == []


def test_each_title_conferred_without_power_is_an_error_and_nothing_else_is(office: Callable[[str], Path]) -> None:
    cases = [one.id for one in all_cases() if one.topic == UNLAWFUL]
    found = errors_of(office(UNLAWFUL))
    assert [": TD401 " in one for one in found] == [True] * len(cases)
    assert all(any(id_ in one for one in found) for id_ in cases)


def errors_of(root: Path) -> list[str]:
    found = check(find_workspace(root), Language.EN, TODAY).diagnostics
    return [f"{one.primary}: {one.code} {one.message}" for one in found if one.severity is Severity.ERROR]


def test_a_title_becomes_one_decision_a_year() -> None:
    written = expand(_case({"titles": {"chien-si-thi-dua-co-so": [2023, 2024]}}))
    assert {name for name in written if name.startswith("awards/")} == {"awards/2023/thu-1", "awards/2024/thu-2"}
    assert written["awards/2024/thu-2"] == {
        "decision": {"number": "702/QĐ-VD", "date": "2024-12-20", "authority": "so-vi-du", "received": "2024-11-10"},
        "period": "2024",
        "awards": [
            {
                "award": "chien-si-thi-dua-co-so",
                "recipients": [{"name": "Nguyễn Ví Dụ Không Không Bảy", "unit": "don-vi-thu"}],
            }
        ],
    }


def test_a_year_of_its_own_wins_over_a_span() -> None:
    assert years_of({"2021-2023": "htt", 2022: "htxs"}) == {2021: "htt", 2022: "htxs", 2023: "htt"}


def test_names_of_cases_differ() -> None:
    assert len({in_words(number) for number in range(1000)}) == 1000


def _case(records: dict[str, Any]) -> Case:
    ask = {"award": "chien-si-thi-dua-co-so", "year": 2025}
    return Case("thu", "thu", 7, "Luật 06/2022/QH15 Điều 23", "e2025", "Thử.", ask, "du", records)
