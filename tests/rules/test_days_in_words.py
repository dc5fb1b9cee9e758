"""Days in findings and in the law's notes are written as people read them: one form in Vietnamese, ISO in English."""

import re

import pytest

from thidua.diagnostics import Language, Text
from thidua.law.entry import entries
from thidua.law.era import Era, Transition
from thidua.rules import all_rules

DAYS = ("from", "to", "day", "launched", "presented", "decided", "council")
ANY_DAY = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{4}")


def test_a_day_reads_as_each_language_writes_it() -> None:
    text = Text("ngày {day:day}", "on {day:day}")
    assert text.words(Language.VI, {"day": "2025-07-01"}) == "ngày 01/7/2025"
    assert text.words(Language.VI, {"day": "2025-02-11"}) == "ngày 11/02/2025"
    assert text.words(Language.EN, {"day": "2025-07-01"}) == "on 2025-07-01"
    assert text.words(Language.VI, {"day": "chưa rõ"}) == "ngày chưa rõ"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_no_message_prints_a_day_as_records_hold_it(rule) -> None:  # type: ignore[no-untyped-def]
    for wording in rule.wording.values():
        for text in (wording.message, wording.help):
            assert not text or not re.search(rf"\{{({'|'.join(DAYS)})\}}", text.vi)


def test_days_in_the_eras_have_one_form() -> None:
    for section, model in (("eras", Era), ("transitions", Transition)):
        for one in entries(section, model).values():
            vi = " ".join(filter(None, (getattr(one, "decree", ""), one.note.vi if one.note else "")))
            assert not re.search(r"\d{4}-\d{2}-\d{2}", vi)
            for day, month in ANY_DAY.findall(vi):
                assert len(day) == 2
                assert (len(month) == 2) == (month[-2:] in ("01", "02", "10", "11", "12"))
            assert not ANY_DAY.search(one.note.en if one.note else "")
