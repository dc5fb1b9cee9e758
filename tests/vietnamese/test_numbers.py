import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.vietnamese.numbers import (
    NotANumber,
    NumberFault,
    amount,
    count,
    percent,
    plain_amount,
    plain_count,
    read_amount,
    read_count,
    roman,
    share_percent,
)

counts = st.integers(min_value=0, max_value=10**15 - 1)
amounts = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3) | (
    st.integers(min_value=-(10**12), max_value=10**12).map(Decimal)
)


def refusal(read, text):
    with pytest.raises(NotANumber) as refused:
        read(text)
    assert refused.value.text == text
    return refused.value.reason, refused.value.suggestion


@pytest.mark.parametrize(
    ("n", "text"),
    [(0, "0"), (497, "497"), (2405, "2.405"), (1234567, "1.234.567"), (-2405, "-2.405")],
)
def test_thousands_are_parted_by_dots(n, text):
    assert count(n) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("25.8", "25,8"),
        ("6446", "6.446"),
        ("6446.50", "6.446,50"),
        ("12", "12"),
        ("12.0", "12,0"),
        ("1E+3", "1.000"),
        ("-0.5", "-0,5"),
        ("-0.0", "0,0"),
    ],
)
def test_an_amount_keeps_the_decimals_it_has(number, text):
    assert amount(Decimal(number)) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [("93.3", "93,3 %"), ("12", "12 %"), ("12.0", "12 %"), ("1200.00", "1.200 %"), ("12.50", "12,50 %")],
)
def test_a_percentage_never_ends_in_nothing_but_zeros(number, text):
    assert percent(Decimal(number)) == text


@pytest.mark.parametrize(
    ("part", "whole", "places", "text"),
    [
        (14, 15, 1, "93.3"),
        (1, 8, 1, "12.5"),
        (3, 25, 1, "12"),
        (1, 1, 2, "100"),
        (0, 7, 1, "0"),
        (1, 16, 1, "6.3"),
        (1, 400, 1, "0.3"),
        (2, 3, 0, "67"),
        (-1, 16, 1, "-6.3"),
        (2405, 1000, 2, "240.5"),
    ],
)
def test_a_share_is_rounded_half_up_without_useless_zeros(part, whole, places, text):
    assert str(share_percent(part, whole, places)) == text


def test_nothing_has_no_shares():
    with pytest.raises(ZeroDivisionError):
        share_percent(0, 0)


def test_quarters_and_headings_have_roman_numbers():
    assert [roman(n) for n in (1, 2, 3, 4, 9, 14, 40, 1945, 2024, 3999)] == [
        *("I", "II", "III", "IV", "IX", "XIV", "XL", "MCMXLV", "MMXXIV", "MMMCMXCIX")
    ]
    for n in (0, -1, 4000):
        with pytest.raises(ValueError, match="no Roman form"):
            roman(n)


@pytest.mark.parametrize("text", ["2.405", "2405", "2 405", " 2.405 ", "2\u00a0405", "\ufeff2405", "02405"])
def test_a_count_is_read_however_people_part_thousands(text):
    assert read_count(text) == 2405


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", NumberFault.EMPTY, None),
        (" \u00a0", NumberFault.EMPTY, None),
        ("2,5", NumberFault.COMMA, None),
        ("2,405", NumberFault.COMMA, "2.405"),
        ("6,446.5", NumberFault.COMMA, None),
        ("2.40", NumberFault.BAD_GROUPS, None),
        ("0.405", NumberFault.BAD_GROUPS, None),
        ("2.405 000", NumberFault.BAD_GROUPS, None),
        ("1 2", NumberFault.BAD_GROUPS, None),
        ("-1", NumberFault.NEGATIVE, None),
        ("\u22121", NumberFault.NEGATIVE, None),
        ("abc", NumberFault.NOT_DIGITS, None),
        (".", NumberFault.NOT_DIGITS, None),
        ("-", NumberFault.NOT_DIGITS, None),
        ("12 người", NumberFault.NOT_DIGITS, "12"),
        ("2.405 cá nhân", NumberFault.NOT_DIGITS, "2.405"),
        ("12-15", NumberFault.NOT_DIGITS, None),
        ("٣", NumberFault.NOT_DIGITS, None),
        ("²", NumberFault.NOT_DIGITS, None),
        ("1" * 5000, NumberFault.TOO_LONG, None),
    ],
)
def test_a_typed_count_that_is_none_is_refused_with_its_reason(text, reason, suggestion):
    assert refusal(read_count, text) == (reason, suggestion)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("25,8", "25.8"),
        ("6.446", "6446"),
        ("6.446,5", "6446.5"),
        ("6 446,50", "6446.50"),
        ("12", "12"),
        ("2.5", "2.5"),
        ("2.4051", "2.4051"),
        ("2.405", "2405"),
        ("0.405", "0.405"),
        ("2,405", "2.405"),
        ("-3,5", "-3.5"),
        ("\u22123", "-3"),
        ("1.234.567", "1234567"),
    ],
)
def test_an_amount_is_read_as_vietnamese(text, number):
    assert str(read_amount(text)) == number


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", NumberFault.EMPTY, None),
        ("6,446.5", NumberFault.BAD_GROUPS, "6.446,5"),
        ("6,446,000", NumberFault.BAD_GROUPS, "6.446.000"),
        ("2405.123", NumberFault.BAD_GROUPS, None),
        ("2.40.5", NumberFault.BAD_GROUPS, None),
        ("25,", NumberFault.BAD_GROUPS, None),
        ("93,3 %", NumberFault.NOT_DIGITS, "93,3"),
        ("2.5 ha", NumberFault.NOT_DIGITS, "2.5"),
        ("khá", NumberFault.NOT_DIGITS, None),
        ("1e3", NumberFault.NOT_DIGITS, None),
        ("NaN", NumberFault.NOT_DIGITS, None),
        ("1" * 41, NumberFault.TOO_LONG, None),
    ],
)
def test_a_typed_amount_that_is_none_is_refused_with_its_reason(text, reason, suggestion):
    assert refusal(read_amount, text) == (reason, suggestion)


def test_a_record_holds_counts_as_bare_digits():
    assert [plain_count(text) for text in ("0", "7", "2405")] == [0, 7, 2405]


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", NumberFault.EMPTY, None),
        ("2.405", NumberFault.THOUSANDS_DOT, "2405"),
        ("1.234.567", NumberFault.THOUSANDS_DOT, "1234567"),
        ("2,405", NumberFault.COMMA, None),
        ("2,5", NumberFault.COMMA, None),
        ("25.8", NumberFault.DECIMAL_DOT, None),
        ("0.405", NumberFault.DECIMAL_DOT, None),
        ("2.40.5", NumberFault.BAD_GROUPS, None),
        ("0123", NumberFault.LEADING_ZERO, "123"),
        ("00", NumberFault.LEADING_ZERO, "0"),
        ("2 405", NumberFault.SPACES, "2405"),
        (" 12", NumberFault.SPACES, "12"),
        ("12\n", NumberFault.SPACES, "12"),
        ("2\u00a0405", NumberFault.SPACES, "2405"),
        ("-1", NumberFault.NEGATIVE, None),
        ("497 tập thể", NumberFault.NOT_DIGITS, "497"),
        ("2.405 cá nhân", NumberFault.NOT_DIGITS, "2405"),
        ("abc", NumberFault.NOT_DIGITS, None),
        ("1e3", NumberFault.NOT_DIGITS, None),
        ("1_000", NumberFault.NOT_DIGITS, None),
        ("٣", NumberFault.NOT_DIGITS, None),
        ("9" * 5000, NumberFault.TOO_LONG, None),
    ],
)
def test_a_count_not_in_the_form_of_records_is_refused_with_what_to_write(text, reason, suggestion):
    assert refusal(plain_count, text) == (reason, suggestion)


@pytest.mark.parametrize("text", ["0", "25.8", "6446", "-3", "-0.5", "2.405", "12.50"])
def test_a_record_holds_amounts_with_a_decimal_dot(text):
    assert str(plain_amount(text)) == text


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", NumberFault.EMPTY, None),
        ("25,8", NumberFault.COMMA, "25.8"),
        ("6.446,5", NumberFault.COMMA, "6446.5"),
        ("6,446.5", NumberFault.COMMA, "6446.5"),
        ("1.234.567", NumberFault.THOUSANDS_DOT, "1234567"),
        ("025.8", NumberFault.LEADING_ZERO, "25.8"),
        ("-07", NumberFault.LEADING_ZERO, "-7"),
        ("025.123", NumberFault.LEADING_ZERO, "25.123"),
        ("6 446,5", NumberFault.SPACES, "6446.5"),
        ("1.2.3", NumberFault.BAD_GROUPS, None),
        (".5", NumberFault.BAD_GROUPS, None),
        ("93,3 %", NumberFault.NOT_DIGITS, "93.3"),
        ("+5", NumberFault.NOT_DIGITS, None),
        ("1E5", NumberFault.NOT_DIGITS, None),
        ("Infinity", NumberFault.NOT_DIGITS, None),
    ],
)
def test_an_amount_not_in_the_form_of_records_is_refused_with_what_to_write(text, reason, suggestion):
    assert refusal(plain_amount, text) == (reason, suggestion)


def test_a_refusal_survives_pickling():
    refused = NotANumber("2.405", NumberFault.THOUSANDS_DOT, "2405")
    copy = pickle.loads(pickle.dumps(refused))
    assert (copy.text, copy.reason, copy.suggestion) == ("2.405", NumberFault.THOUSANDS_DOT, "2405")
    assert "2.405" in str(copy)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(counts)
def test_a_count_is_read_back_as_it_was_written(n):
    assert read_count(count(n)) == n
    assert plain_count(str(n)) == n


@settings(derandomize=True, deadline=None, max_examples=100)
@given(amounts)
def test_an_amount_is_read_back_as_it_was_written(d):
    assert read_amount(amount(d)) == d
    assert plain_amount(f"{d:f}") == d


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.integers(0, 10**9), st.integers(1, 10**9), st.integers(0, 4))
def test_a_share_is_within_half_a_place_of_the_truth(part, whole, places):
    error = Fraction(share_percent(part, whole, places)) - Fraction(100 * part, whole)
    assert -Fraction(1, 2 * 10**places) < error <= Fraction(1, 2 * 10**places)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text("0123456789., -%a\u00a0", max_size=12) | st.text(max_size=12))
def test_every_text_is_a_number_or_refused_with_a_suggestion_that_is_one(text):
    for read in (read_count, read_amount, plain_count, plain_amount):
        try:
            number = read(text)
        except NotANumber as refused:
            number = 0 if refused.suggestion is None else read(refused.suggestion)
        assert isinstance(number, int | Decimal)
