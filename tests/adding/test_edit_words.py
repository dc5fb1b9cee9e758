"""Why a file cannot be changed in place is said in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.app.edit_words import OBSTACLES
from thidua.source.edit import Obstacle

if TYPE_CHECKING:
    from tests.adding.conftest import Repository


def test_every_obstacle_has_words_of_its_own_in_both_languages() -> None:
    assert set(OBSTACLES) == set(Obstacle)
    for words in ([one.vi for one in OBSTACLES.values()], [one.en for one in OBSTACLES.values()]):
        assert len(set(words)) == len(Obstacle)
    assert not any(one.vi.isascii() or not one.en.isascii() for one in OBSTACLES.values())


def test_a_value_that_cannot_be_changed_is_refused_in_one_language(repository: Repository) -> None:
    path = "records/organisations/mong-cai.yaml"
    vietnamese = repository.thidua("set", path, "name", "a\x01b")
    english = repository.thidua("set", path, "name", "a\x01b", "--lang", "en")
    assert (vietnamese.status, english.status) == (2, 2)
    assert OBSTACLES[Obstacle.NOT_CLEAN].vi in vietnamese.err
    assert OBSTACLES[Obstacle.NOT_CLEAN].en in english.err


def test_an_award_that_cannot_be_added_is_refused_in_one_language(repository: Repository) -> None:
    path = "records/awards/2023/412-qd-ubnd-ubnd-mong-cai.yaml"
    repository.write(path, "decision: {number: 412/QĐ-UBND, date: 2023-03-06, authority: ubnd-mong-cai}\nawards: []\n")
    typed = ("add-award", "--award", "giay-khen-cap-huyen", "--decision", "412/QĐ-UBND", "--file", path)
    answer = repository.thidua(*typed, "--to", "a\x01b")
    assert answer.status in (1, 2)
    assert not any(reason.value in answer.err for reason in Obstacle)
