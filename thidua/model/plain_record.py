"""Plain data → a record as its model reads it, without the model: pydantic and the models take longer to load than most checks.

`described` says what a record is. What is wrong is told as pydantic tells it: the same kinds, places and order. Tests hold this
to the models: what one of the two takes, and as which values, the other takes.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from thidua.model.described import AMOUNT, COUNT, DAY, MODEL, PERIOD, YEAR, Bounds, Described, FieldTold, described
from thidua.model.period import read_period, read_year
from thidua.model.wholes import WHOLES
from thidua.vietnamese.dates import plain_day
from thidua.vietnamese.numbers import plain_amount, plain_count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from thidua.diagnostics import Route

    Problem = dict[str, Any]
    """What is wrong at one place, as `ValidationError.errors` of pydantic has it."""

    Read = Callable[[Any], Any]

_MISSING: Any = object()


class PlainRecord:
    """What came from a file: the values of its model's fields, by their names in Python."""

    told: Described

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))


class WrongRecord(ValueError):
    """What was given is not such a record.

    Attributes:
        problems: what is wrong, in the order of the model's fields.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


class _Wrong(ValueError):
    """A value is not one of its field."""

    def __init__(self, problem: str, **context: Any) -> None:
        super().__init__(problem)
        self.problem, self.context = problem, context


def read_plain_record(name: str, given: dict[str, Any]) -> Any:
    """Return a record of a model that is plain.

    Raises:
        WrongRecord: it is none.
    """
    try:
        return _reader(name)(given)
    except ValueError:
        raise WrongRecord(list(_problems(described(name), given, ()))) from None


@cache
def _reader(name: str) -> Read:
    """Return what turns plain data into a record of one model; it stops at the first thing that is wrong."""
    told = described(name)
    fields = {field.key: (field.name, _value_reader(field)) for field in told.fields}
    empty = {field.name: _MISSING if field.needed else () if field.many else None for field in told.fields}
    needed = [field.name for field in told.fields if field.needed]
    check = WHOLES.get(told.check)
    kind = type(name, (PlainRecord,), {"told": told})

    def read(given: Any) -> Any:
        if type(given) is not dict:
            raise _Wrong("model_type")
        values = empty.copy()
        for key, value in given.items():
            if key not in fields:
                raise _Wrong("extra_forbidden")
            place, convert = fields[key]
            values[place] = convert(value)
        for place in needed:
            if values[place] is _MISSING:
                raise _Wrong("missing")
        record = kind()
        record.__dict__ = values
        if check is not None:
            check(record)
        return record

    return read


def _value_reader(field: FieldTold) -> Read:
    one = _one_reader(field)
    if not field.many:
        return one

    def read(given: Any) -> Any:
        if type(given) is not list:
            raise _Wrong("tuple_type")
        return tuple([one(item) for item in given])  # a list first is quicker than a generator

    return read


def _one_reader(field: FieldTold) -> Read:
    match field.kind:
        case "text":
            return _text_reader(field.bounds or Bounds())
        case "enum":
            return _enum_reader(field.of[0])
        case "model":
            return _later(field.of[0])
        case kind:
            return _told_as_text(_READ[kind])


_READ: dict[str, Read] = {
    COUNT: plain_count,
    AMOUNT: plain_amount,
    DAY: plain_day,
    YEAR: read_year,
    PERIOD: read_period,
}


def _later(name: str) -> Read:
    """Read a record inside another; its reader is made when there is one, since a model may hold records of its own kind."""

    def read(given: Any) -> Any:
        return _reader(name)(given)

    return read


@cache
def _told_as_text(convert: Read) -> Read:
    def read(given: Any) -> Any:
        if type(given) is not str:
            raise _Wrong("text_expected")
        return convert(given)

    return read


@cache
def _text_reader(bounds: Bounds) -> Read:
    least, most = bounds.least, bounds.most
    fits = re.compile(bounds.pattern).fullmatch if bounds.pattern else None

    def read(given: Any) -> Any:
        if type(given) is not str:
            raise _Wrong("string_type")
        if len(given) < least:
            raise _Wrong("string_too_short", min_length=least)
        if most and len(given) > most:
            raise _Wrong("string_too_long", max_length=most)
        if fits is not None and not fits(given):
            raise _Wrong("string_pattern_mismatch")
        return given

    return read


@cache
def _enum_reader(name: str) -> Read:
    module, _, kind = name.partition(".")
    members = {one.value: one for one in getattr(import_module(f"thidua.model.{module}"), kind)}
    *first, last = [f"'{one}'" for one in members]
    expected = f"{', '.join(first)} or {last}" if first else last

    def read(given: Any) -> Any:
        found = members.get(given) if type(given) is str else None
        if found is None:
            raise _Wrong("enum", expected=expected)
        return found

    return read


def _problems(told: Described, given: Any, route: Route) -> Iterator[Problem]:
    """Say all that is wrong with a record."""
    if type(given) is not dict:
        yield _problem("model_type", route, given)
        return
    is_wrong = False
    for field in told.fields:
        if field.key in given:
            found = _field_problems(field, given[field.key], (*route, field.key))
        else:
            found = iter([_problem("missing", (*route, field.key), given)] if field.needed else [])
        for one in found:
            is_wrong = True
            yield one
    known = {field.key for field in told.fields}
    for key, value in given.items():
        if key not in known:
            is_wrong = True
            yield _problem("extra_forbidden", (*route, key), value)
    if not is_wrong:
        yield from _tried(_reader(told.names[0]), given, route)


def _field_problems(field: FieldTold, given: Any, route: Route) -> Iterator[Problem]:
    if field.many and type(given) is not list:
        yield _problem("tuple_type", route, given)
        return
    items = [((*route, place), item) for place, item in enumerate(given)] if field.many else [(route, given)]
    for here, item in items:
        if field.kind == MODEL:
            yield from _problems(described(field.of[0]), item, here)
        else:
            yield from _tried(_one_reader(field), item, here)


def _tried(read: Read, given: Any, route: Route) -> Iterator[Problem]:
    try:
        read(given)
    except _Wrong as wrong:
        yield _problem(wrong.problem, route, given, wrong.context)
    except ValueError as error:
        yield _problem("value_error", route, given, {"error": error})


def _problem(kind: str, route: Route, given: Any, context: dict[str, Any] | None = None) -> Problem:
    return {"type": kind, "loc": route, "input": given, "ctx": context or {}, "msg": kind}
