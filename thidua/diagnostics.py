"""What is said about records: places, findings, and diagnostics ready to be printed."""

from __future__ import annotations

import re
import string
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from thidua.language import CONTROL as CONTROL
from thidua.language import HALF as HALF
from thidua.language import Language as Language
from thidua.language import printable as printable
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = str | int
Route = tuple[Key, ...]
"""The way from the top of a record to one of its values: `("awards", 2, "recipients", 14, "name")`."""

Value = str | int
"""What a finding keeps: text, or a whole number that each language writes in its own way."""


class Severity(StrEnum):
    """How much a finding matters. The names are also the levels of SARIF."""

    ERROR = "error"
    """The record must not be merged."""
    WARNING = "warning"
    """A reviewer must look."""
    NOTE = "note"
    """Worth knowing."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text. Lines and columns are counted from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` up to, not including, `end`."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a record, or a stretch of its file.

    Attributes:
        path: from the root of the repository, with `/`.
        route: the field; its document turns it into a span before the finding is kept.
        key: the name of the field is meant, not its value.
        span: known already where no field is meant (a stray letter, a line that is not YAML).
    """

    path: str
    route: Route = ()
    key: bool = False
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Words in every language, with `{name}` where a value goes.

    `{n:count}` writes a whole number as the language does (2.405 or 2,405), `{d:day}` a day that a record holds
    (06/3/2020 or 2020-03-06).
    """

    vi: str
    en: str

    def words(self, language: Language, values: Mapping[str, Value] | None = None) -> str:
        """Return the words with `values` in their places."""
        return _WORDS[language].vformat(self.vi if language is Language.VI else self.en, (), values or {})


class _Words(string.Formatter):
    """`str.format` with `:count` and `:day`, and a missing value printed as `?` rather than raised."""

    def __init__(self, language: Language, thousands: str) -> None:
        self._language, self._thousands = language, thousands

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:  # noqa: ARG002 - the base class names them
        return kwargs.get(key, "?")

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec == "count" and isinstance(value, int):
            return f"{value:,}".replace(",", self._thousands)
        if format_spec == "day" and self._language is Language.VI:
            value = vietnamese_day(str(value))
        return printable(str(value))


_WORDS = {Language.VI: _Words(Language.VI, "."), Language.EN: _Words(Language.EN, ",")}


def vietnamese_day(text: str) -> str:
    """Return a day of a record as Vietnamese offices write it, `06/3/2020`; another text as it is."""
    from thidua.vietnamese.dates import article  # loaded only where a day is printed

    try:
        return article(date.fromisoformat(text))
    except ValueError:
        return text


def day_words(day: date | None, language: Language) -> str:
    """Return a day as people read it: `06/3/2020`, or `2020-03-06` in English; empty where it is not known."""
    if day is None:
        return ""
    return vietnamese_day(day.isoformat()) if language is Language.VI else day.isoformat()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, in no language yet: what it is, where, and the values its words need."""

    code: str
    at: Place
    values: Mapping[str, Value]
    related: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A stretch of a file and what is to be said about it.

    Attributes:
        field: which field it is, as `route_text` writes it; empty where no field is meant.
    """

    path: str
    span: Span
    text: str = ""
    field: str = ""

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.span.start.line}:{self.span.start.column}"


@dataclass(frozen=True, slots=True)
class Waiver:
    """A record that lets findings of one rule on one file pass.

    Attributes:
        path: where the waiver itself stands.
        code: the rule.
        target: the file, as findings name it.
        field: only what stands in this field or below it; empty for the whole file.
        until: the last day, as `2026-12-31`.
        by: who answers for it.
    """

    path: str
    code: str
    target: str
    field: str
    reason: str
    by: str
    until: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding in words.

    Attributes:
        code: stable rule code, such as `TD301`.
        message: what is wrong; one line that makes sense alone.
        primary: the place to change.
        related: other places a reader needs to see, in reading order.
        help: what to do about it, as a statement.
        source: the legal text that the message names, for programs; `None` where it names none.
        fingerprint: the same for the same finding in any run, whatever line it stands in and in either language.
        waiver: the record that lets it pass; it is no error then.
        is_new: whether a change brought it; `None` where nobody asked.
    """

    code: str
    severity: Severity
    message: str
    primary: Label
    related: tuple[Label, ...] = ()
    help: str | None = None
    source: str | None = None
    fingerprint: str = ""
    waiver: Waiver | None = None
    is_new: bool | None = None

    @property
    def counts(self) -> bool:
        """Whether it decides how a check ends: it is not let pass, and not known to be older than the change."""
        return self.waiver is None and self.is_new is not False

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """By place; two findings at one place by code."""
        return self.primary.path, self.primary.span, self.code, self.message


def route_text(route: Route) -> str:
    """Return a route as people write it: `awards[2].recipients[14].name`."""
    text = ""
    for key in route:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def read_route(text: str) -> Route:
    """Return the route that `route_text` wrote."""
    return tuple(int(part[1:-1]) if part[0] == "[" else part.removeprefix(".") for part in _ROUTE_PART.findall(text))


_ROUTE_PART = re.compile(r"\[[0-9]+\]|\.?[^.\[\]]+")
