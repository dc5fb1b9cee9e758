"""Bonus money: base salary by day, multiples of it by award, and the rules of stacking, rounding and paying."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from enum import StrEnum

from pydantic import Field

from thidua.law.entry import Confidence, Entry, Overlay, Words, entries, own_origins
from thidua.law.era import last_known
from thidua.model.base import Amount, AwardId, Day, Line, about
from thidua.model.lists import RecipientKind, YesNo
from thidua.value_class import dataclass


class RuleKind(StrEnum):
    """What a rule of bonuses is about."""

    SALARY_DAY = "ngay-luong-co-so"
    ROUNDING = "lam-tron"
    STACKING = "cong-don"
    PAYER = "nguoi-chi"
    FOREIGNERS = "nguoi-nuoc-ngoai"


class Rounding(StrEnum):
    UP = "len"
    NEAREST = "gan-nhat"


class Stacking(StrEnum):
    HIGHEST = "muc-cao-nhat"
    ALL = "tat-ca"


class BaseSalary(Entry):
    """The monthly base salary (*lương cơ sở*) from a day on, in đồng."""

    start: Day = about("Từ ngày", "From", alias="from")
    vnd: Amount = Field(gt=0)


class Multiple(Entry):
    """How many base salaries some awards pay in some eras.

    Attributes:
        multiple: None where it is known that no text read says how many.
        ceiling: it is the most that may be paid, so that no amount follows from it.
        recipients: to whom; anyone where none is named.
    """

    awards: tuple[AwardId, ...]
    eras: tuple[Line, ...]
    recipients: tuple[RecipientKind, ...] = ()
    multiple: Amount | None = Field(None, gt=0)
    ceiling: YesNo = YesNo.NO


class Factor(Entry):
    """By how much the individual multiple of some awards grows for another kind of recipient."""

    awards: tuple[AwardId, ...]
    eras: tuple[Line, ...]
    recipient: RecipientKind
    factor: Amount = Field(gt=0)


class Rule(Entry):
    """A rule of some eras, in words and, where it can be computed, in values.

    Attributes:
        unit: đồng to which an amount is rounded.
        mode: how it is rounded.
        pays: what of several bonuses is paid.
        cash: whether money is given; where not, a souvenir of the same value is.
    """

    about: RuleKind
    eras: tuple[Line, ...]
    text: Words
    unit: Amount | None = Field(None, gt=0)
    mode: Rounding | None = None
    pays: Stacking | None = None
    cash: YesNo | None = None


class Fund(Entry):
    """The most that a fund may hold, or what part of it goes to a purpose, in percent of `base`."""

    eras: tuple[Line, ...]
    pct: Amount
    base: Words


@dataclass(frozen=True, slots=True)
class MultipleAnswer:
    """How many base salaries an award pays.

    Attributes:
        value: None where it is not known.
        ceiling: `value` is the most that may be paid, never an amount.
        cash: money is given; otherwise a souvenir of the same value.
        articles: the grounds: of the multiple, and of the factor or the souvenir.
        confidence: the weakest of the grounds.
        origin: of the multiple or the factor.
        origins: the office's files among the grounds.
    """

    value: Decimal | None
    ceiling: bool
    cash: bool
    articles: tuple[str, ...]
    confidence: Confidence
    note: Words | None
    origin: str
    origins: tuple[str, ...] = ()


_CERTAIN_FIRST = tuple(Confidence)


def base_salary(day: date, *, overlay: Overlay | None = None) -> BaseSalary | None:
    """Return the base salary of a day, or None before the first one known."""
    found = [one for one in entries("base_salary", BaseSalary, overlay).values() if one.start <= day]
    return max(found, key=lambda one: one.start) if found else None


def multiple(
    award: str, era: str, recipient: RecipientKind, *, foreign: bool = False, overlay: Overlay | None = None
) -> MultipleAnswer | None:
    """Return how many base salaries an award pays to a kind of recipient, or None where nothing is said of it."""
    kind = RecipientKind.COLLECTIVE if recipient is RecipientKind.ENTERPRISE else recipient
    found = _grounds(award, era, kind, overlay)
    older = last_known(era, overlay)
    if found is None and older and (last := _grounds(award, older[0], kind, overlay)):
        found = tuple(one.unconfirmed(older[1]) for one in last)
        era = older[0]
    if found is None:
        return None
    abroad = [one for one in rules(RuleKind.FOREIGNERS, era, overlay=overlay) if foreign and one.cash is YesNo.NO]
    return _answer(found, abroad[-1] if abroad else None)


def rules(about: RuleKind, era: str, *, overlay: Overlay | None = None) -> tuple[Rule, ...]:
    """Return the rules of an era on one matter; those of the last known era where it has none of its own."""
    its = [one for one in entries("rules", Rule, overlay).values() if one.about is about]
    found = tuple(one for one in its if era in one.eras)
    older = last_known(era, overlay)
    if found or older is None:
        return found
    return tuple(one.unconfirmed(older[1]) for one in its if older[0] in one.eras)


def rounded(amount: Decimal, rule: Rule) -> Decimal:
    """Return an amount of đồng rounded as a rule says; unchanged where the rule says no unit."""
    if rule.unit is None or rule.mode is None:
        return amount
    way = ROUND_CEILING if rule.mode is Rounding.UP else ROUND_HALF_UP
    return (amount / rule.unit).to_integral_value(way) * rule.unit


def funds(era: str, *, overlay: Overlay | None = None) -> Mapping[str, Fund]:
    """Return the shares of funds that an era sets, by id."""
    return {id_: one for id_, one in entries("funds", Fund, overlay).items() if era in one.eras}


def _grounds(
    award: str, era: str, kind: RecipientKind, overlay: Overlay | None
) -> tuple[Multiple | Factor, ...] | None:
    direct = _multiple(award, era, kind, overlay)
    if direct is not None:
        return (direct,)
    its = entries("factors", Factor, overlay).values()
    grown = [one for one in its if award in one.awards and era in one.eras and one.recipient is kind]
    single = _multiple(award, era, RecipientKind.INDIVIDUAL, overlay) if grown else None
    return (single, grown[-1]) if single else None


def _multiple(award: str, era: str, kind: RecipientKind, overlay: Overlay | None) -> Multiple | None:
    its = entries("multiples", Multiple, overlay).values()
    found = [one for one in its if award in one.awards and era in one.eras]
    fitting = [one for one in found if not one.recipients or kind in one.recipients]
    return fitting[-1] if fitting else None


def _answer(found: tuple[Multiple | Factor, ...], abroad: Rule | None) -> MultipleAnswer:
    first, *more = found
    if not isinstance(first, Multiple):
        raise TypeError(first)
    value = first.multiple
    for one in more:
        if isinstance(one, Factor) and value is not None:
            value *= one.factor
    grounds = (*found, *((abroad,) if abroad else ()))
    weakest = max((one.confidence for one in grounds), key=_CERTAIN_FIRST.index)
    note = next((one.note for one in reversed(grounds) if one.note), None)
    ceiling = first.ceiling is YesNo.YES
    articles = tuple(dict.fromkeys(one.article for one in grounds))
    origins = own_origins(*(one.origin for one in grounds))
    return MultipleAnswer(value, ceiling, abroad is None, articles, weakest, note, found[-1].origin, origins)
