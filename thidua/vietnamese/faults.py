"""Why a text is no number, and no day: apart from what reads them, which takes long to load."""

from __future__ import annotations

from enum import StrEnum


class NumberFault(StrEnum):
    """Why a text is not the number that was asked for."""

    EMPTY = "empty"
    NOT_DIGITS = "not-digits"
    """Words, units or signs: `abc`, `12 người`, `93,3 %`."""
    NEGATIVE = "negative"
    COMMA = "comma"
    """A comma where people type a count, or any comma in a record."""
    DECIMAL_DOT = "decimal-dot"
    """`25.8` where a record holds a count."""
    THOUSANDS_DOT = "thousands-dot"
    """`2.405` where a record holds `2405`."""
    BAD_GROUPS = "bad-groups"
    """Dots, spaces or commas that do not part groups of three digits: `2.40`, `1 2`, `6,446.5`."""
    SPACES = "spaces"
    """Spaces in a number of a record, or around it."""
    LEADING_ZERO = "leading-zero"
    TOO_LONG = "too-long"
    """More than `LONGEST` characters, or a count of more than `COUNT_DIGITS` digits."""


class DayFault(StrEnum):
    """Why a text is not the day that was asked for."""

    EMPTY = "empty"
    NO_YEAR = "no-year"
    """`10/1`, and nobody said which year."""
    SHORT_YEAR = "short-year"
    """`29/5/20`: the century is not written."""
    NO_DAY = "no-day"
    """Only a month, a quarter or a year: `3/2020`."""
    NO_SUCH_DAY = "no-such-day"
    """`30/02/2020`."""
    NOT_PLAIN = "not-plain"
    """A day that a person understands, where a record holds YYYY-MM-DD."""
    UNCLEAR = "unclear"
