"""What rules of single records look at: nothing is left out for being looked for more cheaply."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.model.described import described
from thidua.model.kinds import KINDS
from thidua.model.plain_record import read_plain_record
from thidua.model.scoring import counting
from thidua.rules import NEVER_ASKED, all_rules, record_rules, register_rules
from thidua.rules.base import OfRecord, OfRegister
from thidua.rules.parts import described_record, is_a, parts
from thidua.rules.td015_ambiguous_number import check as ambiguous
from thidua.rules.td019_entry_twice import check as twice
from thidua.source.document import parse
from thidua.source.problem import DocumentError
from thidua.store.paths import record_path

MODELS = (
    "base.Fact",
    "base.Counts",
    "fact.Tally",
    "fact.Figure",
    "fact.TargetSummary",
    "bloc.Score",
    "bloc.BlocYear",
    "no.Such",
)


@cache
def records() -> list[Any]:
    """The records of all examples of rules that can be read without their models."""
    found = []
    files = [one.files.items() for rule in all_rules() for one in (*rule.bad, *rule.good)]
    texts = {(path, text) for some in files for path, text in some if isinstance(text, str)}
    for path, text in sorted(texts):
        folder = record_path(path).folder if path.endswith(".yaml") else ""
        name = ".".join(KINDS.get(folder, ()))
        if name and described(name).plain:
            try:
                found.append(read_plain_record(name, parse(text).tree))
            except (ValueError, DocumentError):
                continue
    return found


def test_the_rules_that_are_never_asked_are_those_that_have_no_question() -> None:
    asked = {rule.code for rule in all_rules() if isinstance(rule.check, OfRecord | OfRegister)}
    assert {rule.code for rule in all_rules()} - asked == set(NEVER_ASKED)
    assert {rule.code for rule in (*record_rules(), *register_rules())} == asked


@pytest.mark.parametrize("model", MODELS)
def test_parts_are_all_records_of_a_model_in_order(model: str) -> None:
    assert len(records()) > 100
    for record in records():
        every = parts(record, lambda _: True)
        wanted = [(route, one) for route, one in every if described_record(one).is_a(model)]
        assert parts(record, lambda told: told.is_a(model)) == wanted
        assert [one for _, one in wanted if not is_a(one, model)] == []


amounts = st.one_of(
    st.decimals(-2000, 2000, places=3),
    st.decimals(-2000, 2000, places=2),
    st.decimals(-2000, 2000, places=4),
    st.sampled_from(["1", "1.000", "999.999", "1000.000", "0.500"]),
)


@given(amounts)
def test_three_decimals_are_told_from_their_exponent(value: Decimal | str) -> None:
    text = f"{Decimal(value):f}"
    given_ = {"figures": [{"name": "thu", "value": text}], "source": {"document": "Ví dụ"}}
    record = read_plain_record("year.OrganisationYear", given_)
    amount = Decimal(text)
    wanted = amount.as_tuple().exponent == -3 and 1 <= abs(amount) < 1000
    assert [one.route for one in ambiguous(record, "")] == [("figures", 0, "value")] * wanted


members = st.lists(st.sampled_from(["mot", "hai", "ba", "Bốn"]), max_size=5)
scores = st.lists(
    st.fixed_dictionaries({"member": st.sampled_from(["mot", "hai"]), "total": st.sampled_from(["1", "1.0", "2"])}),
    max_size=4,
)


@given(members, scores)
def test_an_entry_is_found_twice_where_an_earlier_one_equals_it(names: list[str], lines: list[dict[str, str]]) -> None:
    record = read_plain_record("bloc.BlocYear", {"members": names, "scores": lines, "source": {"document": "Ví dụ"}})
    wanted = [
        ((key, place), (key, items.index(item)))
        for key, items in (("members", list(record.members)), ("scores", list(record.scores)))
        for place, item in enumerate(items)
        if items.index(item) < place
    ]
    assert [(one.route, one.related[0].route) for one in twice(record, "")] == wanted


@given(scores, scores)
def test_which_scores_count_is_told_of_the_scores_that_are_asked_about(
    one: list[dict[str, str]], other: list[dict[str, str]]
) -> None:
    for lines in (one, other, one):
        record = read_plain_record("bloc.BlocYear", {"scores": lines, "source": {"document": "Ví dụ"}})
        names = [line["member"] for line in lines]
        wanted = {name: names.index(name) if names.count(name) == 1 else None for name in names}
        assert counting(record.scores) == wanted
        assert counting(record.scores) == wanted
