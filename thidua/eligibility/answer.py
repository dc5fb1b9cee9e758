"""What is answered: to one condition, by one route, about one recipient; in values, without words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from thidua.value_class import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from thidua.law.entry import Confidence, Words

Value = str | int
"""What the words of a reason are filled with."""


class Answer(StrEnum):
    """To one condition."""

    YES = "co"
    NO = "khong"
    UNKNOWN = "chua-ro"


class Verdict(StrEnum):
    """About one recipient, or by one route."""

    ELIGIBLE = "du"
    """Every condition of a route is met by records."""
    NOT_YET = "chua-du"
    """Not by the routes that records can tell; never "not at all"."""
    ASK = "can-nguoi-xem"


OF_ANSWER = {Answer.YES: Verdict.ELIGIBLE, Answer.NO: Verdict.NOT_YET, Answer.UNKNOWN: Verdict.ASK}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A record that an answer rests on.

    Attributes:
        what: id of an award, slug of a result, name of an initiative, or what else the record says.
        kind: of what it is evidence: `award`, `result`, `work`, `roster`, `declared`, `bloc`, `discipline`, `unit`,
            `targets`, `nomination`, `holders` (several people of one decision).
        year: it counts in; `None` where it has none.
        number, date: of the decision, where there is one.
        count: how many it names.
    """

    kind: str
    what: str
    path: str
    line: int
    year: int | None = None
    number: str | None = None
    date: str | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Lack:
    """What no record says, and would decide.

    Attributes:
        what: a kind of thing: `award`, `result`, `work`, `headcount`, `identity`, … (see the words of the answers).
        of: ids of awards, a reach, a unit, a name.
        years: it is lacking for; none where it is of no year.
    """

    what: str
    of: tuple[str, ...] = ()
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """By how little it is missed: so many years, times, or people."""

    count: int
    of: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer to one condition.

    Attributes:
        check: which kind of condition.
        reason: why, as the key of its words; `values` fill them.
        parts: the ways of an `any_of`, each with its own answers.
        article, confidence, note: of the condition itself, where it says other than its route.
        question: what a person is asked, where no record tells.
    """

    check: str
    answer: Answer
    reason: str
    values: Mapping[str, Value] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    lacks: tuple[Lack, ...] = ()
    near: Near | None = None
    parts: tuple[tuple[Judged, ...], ...] = ()
    article: str | None = None
    confidence: Confidence | None = None
    note: Words | None = None
    question: Words | None = None


@dataclass(frozen=True, slots=True)
class ByRoute:
    """What one route says of one recipient.

    Attributes:
        human: no record tells anything of it; it is another way, for a person to see.
        whole: the text was read whole, so that meeting what is known of it is enough.
    """

    id: str
    path: str | None
    era: str
    article: str
    confidence: Confidence
    origin: str
    answer: Answer
    conditions: tuple[Judged, ...]
    human: bool
    whole: bool
    note: Words | None = None


def all_of(answers: Iterable[Answer]) -> Answer:
    """Return the answer where every one is needed."""
    found = set(answers)
    if Answer.NO in found:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in found else Answer.YES


def any_of(answers: Iterable[Answer]) -> Answer:
    """Return the answer where one is enough."""
    found = set(answers)
    if Answer.YES in found:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in found else Answer.NO


def near_of(judged: Iterable[Judged]) -> Near | None:
    """Return by how little all are missed together: by the one missed, else by the one not known to be met.

    `None` where nothing is missed, or more than one.
    """
    answers = list(judged)
    short = [one for one in answers if one.answer is Answer.NO] or [
        one for one in answers if one.answer is not Answer.YES
    ]
    return short[0].near if len(short) == 1 else None


def joined(lacks: tuple[Lack, ...]) -> tuple[Lack, ...]:
    """Return lacks of one thing as one, with all its years."""
    years: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for one in lacks:
        years.setdefault((one.what, one.of), []).extend(one.years)
    return tuple(Lack(what, of, tuple(several)) for (what, of), several in years.items())
