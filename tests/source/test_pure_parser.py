import random

import pytest

from tests.source.fuzz_long import SEEDS, mutated, outcome
from thidua.source import builder
from thidua.source.document import parse


@pytest.mark.parametrize("text", SEEDS)
def test_both_parsers_read_the_same_from_whole_records(text):
    assert outcome(text, pure=False) == outcome(text, pure=True)


def test_both_parsers_say_the_same_of_texts_with_mistakes():
    chance = random.Random(2023)
    for _ in range(1500):
        text = mutated(chance)
        assert outcome(text, pure=False) == outcome(text, pure=True), text


@pytest.mark.parametrize(
    "text",
    [
        "a: {x? y: z}",
        "a: [b?]",
        "a: {b:[]}",
        "a: {b:{}}",
        "a: {b:, c: d}",
        "a: |#c\n  x\n",
        "a: >-#c\n  x\n",
        "a: '\\ud800'",
        'a: "\\ud800"',
    ],
)
def test_both_parsers_say_the_same_where_they_differ_by_themselves(text):
    assert outcome(text, pure=False) == outcome(text, pure=True)


def test_records_are_read_without_libyaml(monkeypatch):
    monkeypatch.setattr(builder, "CParser", None)
    assert parse("tên: Đỗ\n").tree == {"tên": "Đỗ"}
