"""The rules, in order of code. The list is the list: a rule that is not in it does not run."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from thidua.rules.base import OfRecord, OfRegister, Rule

MODULES = (
    "td001_unreadable_file",
    "td306_same_recipient_twice",
    "td902_dangling_reference",
)
"""One line a rule: the name of its file."""

OF_TODAY: tuple[str, ...] = ()
"""The rules whose answer depends on the day; they are asked on every run, and loaded for it."""

_BY_CODE = {module[:5].upper(): module for module in MODULES}


def rule(code: str) -> Rule:
    """Return one rule. Only its file is loaded, so that printing a finding does not load them all.

    Raises:
        KeyError: no rule has this code.
    """
    return _loaded(_BY_CODE[code])


@cache
def all_rules() -> tuple[Rule, ...]:
    return tuple(_loaded(module) for module in MODULES)


@cache
def record_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if isinstance(rule.check, OfRecord))


@cache
def register_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if isinstance(rule.check, OfRegister))


@cache
def _loaded(module: str) -> Rule:
    found = import_module(f"{__name__}.{module}").RULE
    if not isinstance(found, Rule):
        raise TypeError(f"{module}: RULE is no Rule")
    return found
