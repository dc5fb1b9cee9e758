import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.vietnamese.dates import (
    DayFault,
    NotADay,
    article,
    long,
    month_year,
    plain_day,
    quarter,
    read_day,
    short,
)

MARCH_6 = date(2020, 3, 6)


def refusal(text, read=read_day):
    with pytest.raises(NotADay) as refused:
        read(text)
    assert refused.value.text == text
    return refused.value.reason, refused.value.suggestion


@pytest.mark.parametrize(
    ("day", "in_tables", "in_text", "in_words"),
    [
        (MARCH_6, "06/03/2020", "06/3/2020", "ngày 06 tháng 3 năm 2020"),
        (date(2020, 1, 10), "10/01/2020", "10/01/2020", "ngày 10 tháng 01 năm 2020"),
        (date(2020, 2, 29), "29/02/2020", "29/02/2020", "ngày 29 tháng 02 năm 2020"),
        (date(2023, 10, 30), "30/10/2023", "30/10/2023", "ngày 30 tháng 10 năm 2023"),
    ],
)
def test_a_day_has_zeros_as_offices_write_them(day, in_tables, in_text, in_words):
    assert (short(day), article(day), long(day)) == (in_tables, in_text, in_words)


def test_months_and_quarters_are_written_from_a_day():
    assert month_year(MARCH_6) == "tháng 3 năm 2020"
    assert month_year(date(2020, 2, 1)) == "tháng 02 năm 2020"
    quarters = [quarter(date(2020, month, 1)) for month in (1, 3, 4, 6, 7, 9, 10, 12)]
    assert quarters == [
        "I/2020",
        "I/2020",
        "II/2020",
        "II/2020",
        "III/2020",
        "III/2020",
        "IV/2020",
        "IV/2020",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2020-03-06",
        "2020/3/6",
        "2020-03-06 00:00:00",
        "06/3/2020",
        "6/3/2020",
        "06/03/2020",
        "6-3-2020",
        "6.3.2020",
        "06 / 3 / 2020",
        "6–3–2020",
        " 06/3/2020. ",
        "ngày 06/3/2020",
        "ngày 06 tháng 3 năm 2020",
        "Ngày 6 tháng 03, năm 2020",
        "06 tháng 3 năm 2020",
        "ngày 06 tháng 3/2020",
        "NGÀY 06 THÁNG 3 NĂM 2020",
        "nga\u0300y 06 tha\u0301ng 3 na\u0306m 2020",
        "ngay 6 thang 3 nam 2020",
        "ngày\u00a006\u00a0tháng 3 năm\u200b 2020",
    ],
)
def test_a_day_is_read_however_people_type_it(text):
    assert read_day(text) == MARCH_6


def test_a_year_is_filled_in_only_when_it_is_given():
    assert read_day("10/1", 2020) == date(2020, 1, 10)
    assert read_day("ngày 10 tháng 01", default_year=2020) == date(2020, 1, 10)
    assert read_day("10/1/2019", default_year=2020) == date(2019, 1, 10)
    assert refusal("10/1") == (DayFault.NO_YEAR, None)


def test_a_leap_day_needs_a_leap_year():
    assert read_day("29/2", 2020) == date(2020, 2, 29)
    with pytest.raises(NotADay):
        read_day("29/2", 2019)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", DayFault.EMPTY, None),
        (" \u00a0", DayFault.EMPTY, None),
        ("29/5/20", DayFault.SHORT_YEAR, "2020-05-29"),
        ("29/5/86", DayFault.SHORT_YEAR, "1986-05-29"),
        ("30/02/2020", DayFault.NO_SUCH_DAY, None),
        ("31/4/2020", DayFault.NO_SUCH_DAY, None),
        ("05/29/2020", DayFault.NO_SUCH_DAY, "2020-05-29"),
        ("2020-29-05", DayFault.NO_SUCH_DAY, "2020-05-29"),
        ("1/1/0000", DayFault.NO_SUCH_DAY, None),
        ("3/2020", DayFault.NO_DAY, None),
        ("tháng 3 năm 2020", DayFault.NO_DAY, None),
        ("quý II/2020", DayFault.NO_DAY, None),
        ("2020-03", DayFault.NO_DAY, None),
        ("năm 2020", DayFault.NO_DAY, None),
        ("2020", DayFault.NO_DAY, None),
        ("6-8/3/2020", DayFault.UNCLEAR, None),
        ("6/3-2020", DayFault.UNCLEAR, None),
        ("mùng 3 Tết", DayFault.UNCLEAR, None),
        ("06032020", DayFault.UNCLEAR, None),
        ("hôm nay", DayFault.UNCLEAR, None),
    ],
)
def test_a_text_that_is_no_day_is_refused_with_its_reason(text, reason, suggestion):
    assert refusal(text) == (reason, suggestion)


def test_a_record_holds_a_day_as_year_month_day():
    assert plain_day("2020-03-06") == MARCH_6


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("30/10/2023", DayFault.NOT_PLAIN, "2023-10-30"),
        ("2023-10-30 ", DayFault.NOT_PLAIN, "2023-10-30"),
        ("2023-10-30\n", DayFault.NOT_PLAIN, "2023-10-30"),
        ("2023-1-3", DayFault.NOT_PLAIN, "2023-01-03"),
        ("2023-10-30 00:00:00", DayFault.NOT_PLAIN, "2023-10-30"),
        ("ngày 30 tháng 10 năm 2023", DayFault.NOT_PLAIN, "2023-10-30"),
        ("2023-02-30", DayFault.NO_SUCH_DAY, None),
        ("20231030", DayFault.UNCLEAR, None),
        ("2023-W44-1", DayFault.UNCLEAR, None),
        ("10/1", DayFault.NO_YEAR, None),
        ("2023", DayFault.NO_DAY, None),
        ("", DayFault.EMPTY, None),
    ],
)
def test_a_day_not_in_the_form_of_records_is_refused_with_what_to_write(text, reason, suggestion):
    assert refusal(text, plain_day) == (reason, suggestion)


def test_a_refusal_survives_pickling():
    copy = pickle.loads(pickle.dumps(NotADay("10/1", DayFault.NO_YEAR)))
    assert (copy.text, copy.reason, copy.suggestion) == ("10/1", DayFault.NO_YEAR, None)
    assert "10/1" in str(copy)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.dates())
def test_a_day_is_read_back_however_it_was_written(day):
    for write in (short, article, long, date.isoformat):
        assert read_day(write(day)) == day
    assert plain_day(day.isoformat()) == day


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text("0123456789/-. ", max_size=12) | st.text(max_size=20))
def test_every_text_is_a_day_or_refused_with_a_suggestion_that_is_one(text):
    for read in (read_day, plain_day):
        try:
            day = read(text)
        except NotADay as refused:
            day = date.min if refused.suggestion is None else plain_day(refused.suggestion)
        assert isinstance(day, date)
