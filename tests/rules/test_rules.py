from __future__ import annotations

import pkgutil
import subprocess
import sys
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from tests.rules.repository import checked, found_in, made
from thidua import rules
from thidua.diagnostics import Language, Text
from thidua.rules.base import Example, OfRecord, OfRegister, Rule, WhileReading
from thidua.store.open_register import in_memory
from thidua.store.paths import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from thidua.store.register import Register

ALL = rules.all_rules()
BAD = [(rule, example) for rule in ALL for example in rule.bad]
GOOD = [(rule, example) for rule in ALL for example in rule.good]


def code(value: object) -> str:
    return value.code if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "example"), BAD, ids=code)
def test_bad_example_is_found_where_it_says_in_whole_sentences(rule: Rule, example: Example, tmp_path: Path) -> None:
    assert example.finds, "a bad example says what is found in it"
    base = made(tmp_path, example)
    for language in Language:
        told = [one for one in checked(tmp_path, language, base) if one.code == rule.code]
        assert [str(one.primary) for one in told] == list(example.finds)
        for one in told:  # every value that a message needs is given
            assert "?" not in one.message + (one.help or "")
            assert "{" not in one.message


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=code)
def test_good_example_has_nothing_to_find(rule: Rule, example: Example, tmp_path: Path) -> None:
    assert found_in(tmp_path, example, rule.code) == []


@pytest.mark.parametrize("rule", ALL, ids=code)
def test_rule_has_a_bad_and_a_good_example(rule: Rule) -> None:
    assert rule.bad
    assert rule.good


def test_every_rule_module_is_registered_in_order() -> None:
    modules = [one.name for one in pkgutil.iter_modules(rules.__path__) if one.name.startswith("td")]
    assert list(rules.MODULES) == sorted(modules)


def test_module_is_named_for_code_and_name() -> None:
    named = [f"{rule.code.lower()}_{rule.name.replace('-', '_')}" for rule in ALL]
    assert named == list(rules.MODULES)


def test_code_and_name_are_given_once() -> None:
    assert len({rule.code for rule in ALL}) == len({rule.name for rule in ALL}) == len(ALL)


def test_rules_of_today_are_exactly_those_that_ask_for_the_day() -> None:
    asking = [rule.code for rule in ALL if isinstance(rule.check, OfRegister) and rule.check.today]
    assert list(rules.OF_TODAY) == asking
    statements = [rule for rule in ALL if isinstance(rule.check, OfRegister) and ":today" in rule.check.find]
    assert [rule.code for rule in statements] == asking


def texts(rule: Rule) -> Iterator[Text]:
    yield from (rule.title, rule.why)
    for wording in rule.wording.values():
        yield wording.message
        if wording.help is not None:
            yield wording.help


@pytest.mark.parametrize("rule", ALL, ids=code)
def test_rule_speaks_every_language(rule: Rule) -> None:
    assert "" in rule.wording
    for text in texts(rule):
        for language in fields(text):
            words = getattr(text, language.name)
            assert words.strip() == words != ""
        assert text.vi != text.en or text.vi.startswith("`")


@pytest.mark.parametrize("rule", ALL, ids=code)
def test_messages_start_low_and_have_no_full_stop(rule: Rule) -> None:
    for wording in rule.wording.values():
        for text in filter(None, (wording.message, wording.help)):
            for words in (text.vi, text.en):
                assert not words.endswith((".", "!", "?"))
                assert not words[0].isupper()
                assert words.count("`") % 2 == 0


@pytest.mark.parametrize("rule", ALL, ids=code)
def test_rule_asks_for_records_that_there_are(rule: Rule) -> None:
    if isinstance(rule.check, OfRecord):
        assert set(rule.check.folders) <= set(FOLDERS)


REGISTER_RULES = [rule for rule in ALL if isinstance(rule.check, OfRegister)]


@pytest.fixture(scope="module")
def empty() -> Iterator[Register]:
    register = in_memory("test")
    yield register
    register.close()


@pytest.mark.parametrize("rule", REGISTER_RULES, ids=code)
def test_statements_are_understood_by_the_register(rule: Rule, empty: Register) -> None:
    check = rule.check
    assert isinstance(check, OfRegister)
    assert ":within" in check.find
    within = f"{check.key} IN (SELECT key FROM touched_key WHERE code = '{rule.code}')"
    for chosen in ("TRUE", within):
        statement = check.find.replace(":within", chosen)
        empty.ask_named(statement, {"today": "2026-11-22"} if check.today else ())
    empty.ask(f"SELECT '{rule.code}', key FROM ({check.touched}) WHERE key IS NOT NULL")


@pytest.mark.parametrize("rule", REGISTER_RULES, ids=code)
def test_rows_of_a_statement_have_a_key(rule: Rule, empty: Register) -> None:
    check = rule.check
    assert isinstance(check, OfRegister)
    described = empty.ask_named(
        f"SELECT count(key) AS keys FROM ({check.find.replace(':within', 'TRUE')})",
        {"today": "2026-11-22"} if check.today else (),
    )
    assert described == [{"keys": 0}]


def test_rules_found_while_reading_are_those_of_the_file_itself() -> None:
    reading = [rule.code for rule in ALL if isinstance(rule.check, WhileReading)]
    assert all(one < "TD013" or one == "TD018" for one in reading)


def test_rules_are_printed_without_loading_the_models() -> None:
    tell = "import sys; from thidua.rules import all_rules; all_rules(); sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", tell], check=False).returncode == 0
