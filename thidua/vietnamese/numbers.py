"""Numbers: as offices write them (2.405 · 25,8 · 93,3 %), as people type them, and as records keep them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from thidua.vietnamese.faults import NumberFault as NumberFault
from thidua.vietnamese.text import clean_letters


class NotANumber(ValueError):
    """A text that is not the number that was asked for.

    Attributes:
        text: what was read.
        reason: why it was refused.
        suggestion: what to write instead, in the form that was asked for, where one number can be meant.
    """

    def __init__(self, text: str, reason: NumberFault, suggestion: str | None = None) -> None:
        super().__init__(text, reason, suggestion)
        self.text = text
        self.reason = reason
        self.suggestion = suggestion

    def __str__(self) -> str:
        return f"`{self.text}` is not a number of the form asked for: {self.reason}"


LONGEST: Final = 40
"""Characters in the longest text that is read, so that no text costs `int` or `Decimal` long work."""

COUNT_DIGITS: Final = 15
"""Digits of the longest count: nine thousand such counts still add up within the whole numbers of a database."""

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_SWAPPED: Final = str.maketrans(".,", ",.")

_WHOLE: Final = r"(?:[0-9]+|[1-9][0-9]{0,2}(?P<mark>[. ])[0-9]{3}(?:(?P=mark)[0-9]{3})*)"
_TYPED_COUNT: Final = re.compile(_WHOLE)
_TYPED_AMOUNT: Final = re.compile(rf"-?{_WHOLE}(?:,[0-9]+)?")
# One dot before three digits parts thousands, unless nothing but a zero stands before it.
_DOTTED_AMOUNT: Final = r"-?(?:0\.[0-9]+|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,}))"
_ENGLISH: Final = r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_WITH_UNIT: Final = r"(-?[0-9](?:[0-9., ]*[0-9])?) ?[^0-9., ][^0-9]*"

_PLAIN_COUNT: Final = re.compile(r"0|[1-9][0-9]*")
_PLAIN_AMOUNT: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_USELESS_ZEROS: Final = r"^(-?)0+(?=[0-9])"

# In each table the first pattern that fits says what is wrong; a text that fits none is no number at all.
_Faults = tuple[tuple[NumberFault, str], ...]
_TYPED_COUNT_FAULTS: Final[_Faults] = (
    (NumberFault.NEGATIVE, r"-[0-9., ]*[0-9][0-9., ]*"),
    (NumberFault.COMMA, r"(?=.*[0-9])[0-9. ]*,[0-9., ]*"),
    (NumberFault.BAD_GROUPS, r"[. ]*[0-9][0-9. ]*"),
)
_TYPED_AMOUNT_FAULTS: Final[_Faults] = ((NumberFault.BAD_GROUPS, r"-?[., ]*[0-9][0-9., ]*"),)
_PLAIN_COUNT_FAULTS: Final[_Faults] = (
    (NumberFault.SPACES, r"(?=.*[0-9])[-0-9.,]*\s[-0-9.,\s]*"),
    (NumberFault.NEGATIVE, r"-[0-9.,]*[0-9][0-9.,]*"),
    (NumberFault.LEADING_ZERO, r"0[0-9]+"),
    (NumberFault.THOUSANDS_DOT, r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"),
    (NumberFault.COMMA, r"(?=.*[0-9])[0-9.]*,[0-9.,]*"),
    (NumberFault.DECIMAL_DOT, r"[0-9]+\.[0-9]+"),
    (NumberFault.BAD_GROUPS, r"\.*[0-9][0-9.]*"),
)
_PLAIN_AMOUNT_FAULTS: Final[_Faults] = (
    (NumberFault.SPACES, r"(?=.*[0-9])[-0-9.,]*\s[-0-9.,\s]*"),
    (NumberFault.LEADING_ZERO, r"-?0[0-9]+(?:\.[0-9]+)?"),
    (NumberFault.THOUSANDS_DOT, r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}"),
    (NumberFault.COMMA, r"(?=.*[0-9])-?[0-9.]*,[0-9.,]*"),
    (NumberFault.BAD_GROUPS, r"-?\.*[0-9][0-9.]*"),
)


def count(n: int) -> str:
    """Return a whole number with a dot between thousands: `2.405`."""
    return f"{n:,}".replace(",", ".")


def amount(d: Decimal) -> str:
    """Return a finite number with a dot between thousands and a comma before decimals, as many as `d` has."""
    return f"{d if d else d.copy_abs():,f}".translate(_SWAPPED)


def percent(d: Decimal) -> str:
    """Return `93,3 %`; `d` is in percent. Decimals that are all zeros go: never `12,0 %`."""
    return re.sub(r",0+$", "", amount(d)) + " %"


def share_percent(part: int, whole: int, places: int = 1) -> Decimal:
    """Return `part` of `whole` in percent, rounded once, halves away from zero, without zeros at the end.

    Raises:
        ZeroDivisionError: `whole` is zero, so that there is no share.
    """
    numerator, denominator = abs(part) * 100 * 10**places, abs(whole)
    digits = (2 * numerator + denominator) // (2 * denominator)
    while places and digits % 10 == 0:
        digits, places = digits // 10, places - 1
    sign = "-" if digits and (part < 0) != (whole < 0) else ""
    return Decimal(f"{sign}{digits}e-{places}")


def roman(n: int) -> str:
    """Return a Roman number, as in quarters (`II/2020`) and headings.

    Raises:
        ValueError: `n` is not from 1 to 3999.
    """
    if not 1 <= n <= 3999:
        raise ValueError(f"{n} has no Roman form")
    letters = []
    for value, letter in _ROMAN:
        times, n = divmod(n, value)
        letters.append(letter * times)
    return "".join(letters)


def read_count(text: str) -> int:
    """Return the whole number that a person typed: `2.405`, `2 405`, `2405`, `05`.

    Raises:
        NotANumber: anything else, so `2,5`, `2.40`, `-1`, `12 người`; the suggestion is as offices write.
    """
    typed = _typed(text)
    if _TYPED_COUNT.fullmatch(typed):
        if not _is_count(typed):
            raise NotANumber(text, NumberFault.TOO_LONG)
        return int(re.sub("[. ]", "", typed))
    meant = _meant(typed)
    suggestion = meant if meant and _TYPED_COUNT.fullmatch(meant) and _is_count(meant) else None
    raise NotANumber(text, _fault(typed, _TYPED_COUNT_FAULTS), suggestion)


def read_amount(text: str) -> Decimal:
    """Return the number that a person typed, read as Vietnamese: `25,8`, `6.446` (thousands), `6.446,5`.

    One dot that cannot part thousands is a decimal dot: `2.5` is two and a half, and `0.405` less than one.

    Raises:
        NotANumber: anything else, so `6,446.5`, `2405.123`, `93,3 %`; the suggestion is as offices write.
    """
    typed = _typed(text)
    if _TYPED_AMOUNT.fullmatch(typed):
        return Decimal(re.sub("[. ]", "", typed).replace(",", "."))
    if re.fullmatch(_DOTTED_AMOUNT, typed):
        return Decimal(typed)
    meant = _meant(typed)
    readable = meant and (_TYPED_AMOUNT.fullmatch(meant) or re.fullmatch(_DOTTED_AMOUNT, meant))
    raise NotANumber(text, _fault(typed, _TYPED_AMOUNT_FAULTS), meant if readable else None)


def plain_count(text: str) -> int:
    """Return the whole number of a record: `0` or digits that do not start with zero, nothing else.

    Raises:
        NotANumber: any other text; the suggestion is in the form of records (`2405` for `2.405`).
    """
    if _PLAIN_COUNT.fullmatch(text):
        if len(text) > COUNT_DIGITS:
            raise NotANumber(text, NumberFault.TOO_LONG)
        return int(text)
    unread = _not_plain(text, _PLAIN_COUNT, _PLAIN_COUNT_FAULTS)
    raise unread if unread.suggestion and _is_count(unread.suggestion) else NotANumber(text, unread.reason)


def plain_amount(text: str) -> Decimal:
    """Return the number of a record: `25.8`, `6446`, `-3`, with all its decimals.

    `2.405` is two and some here; only a caller who knows the field can doubt it.

    Raises:
        NotANumber: any other text; the suggestion is in the form of records (`25.8` for `25,8`).
    """
    if _PLAIN_AMOUNT.fullmatch(text) and len(text) <= LONGEST:
        return Decimal(text)
    raise _not_plain(text, _PLAIN_AMOUNT, _PLAIN_AMOUNT_FAULTS)


def _typed(text: str) -> str:
    typed = " ".join(clean_letters(text).replace("\u2212", "-").split())
    if not typed or len(typed) > LONGEST:
        raise NotANumber(text, NumberFault.TOO_LONG if typed else NumberFault.EMPTY)
    return typed


def _is_count(digits: str) -> bool:
    return len(re.sub("[. ]", "", digits).lstrip("0")) <= COUNT_DIGITS


def _fault(text: str, faults: _Faults) -> NumberFault:
    return next((fault for fault, form in faults if re.fullmatch(form, text)), NumberFault.NOT_DIGITS)


def _meant(typed: str) -> str | None:
    """Return the Vietnamese form of an English number, or the number before a unit."""
    if re.fullmatch(_ENGLISH, typed):
        return typed.translate(_SWAPPED)
    number = re.fullmatch(_WITH_UNIT, typed)
    return number[1] if number else None


def _not_plain(text: str, form: re.Pattern[str], faults: _Faults) -> NotANumber:
    try:
        typed = _typed(text)
    except NotANumber as unread:
        return unread
    bare = re.sub(_USELESS_ZEROS, r"\1", typed)
    suggestion = bare if form.fullmatch(bare) else _plain(typed)
    fits = suggestion is not None and form.fullmatch(suggestion)
    return NotANumber(text, _fault(text, faults), suggestion if fits else None)


def _plain(typed: str) -> str | None:
    """Return what was typed in the form of records, where it can be understood."""
    try:
        return f"{read_amount(typed):f}"
    except NotANumber as unread:
        return None if unread.suggestion is None else f"{read_amount(unread.suggestion):f}"
