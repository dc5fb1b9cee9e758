"""Answers about many recipients together: who may be proposed, and a nomination row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.value_class import dataclass

if TYPE_CHECKING:
    from datetime import date

    from thidua.eligibility.answer import Judged
    from thidua.eligibility.crowd import Answered
    from thidua.eligibility.verdict import Judgement, Question
    from thidua.law.era import EraAnswer
    from thidua.law.prerequisite import General


@dataclass(frozen=True, slots=True)
class EligibleReport:
    """Everybody who was looked at, the best first.

    Attributes:
        day: on which it is taken to be proposed.
        era: which eras may govern a file of that day.
        laws: the laws and decrees of these eras.
        questions: what everybody is asked, since no record tells.
        steps: what is still to be done with a proposal: each condition, not answered yet.
        asked_by_name: the answer is about one person.
        award_names, unit_names: how ids read.
    """

    award: str
    name: str
    year: int
    day: date
    era: EraAnswer
    laws: tuple[str, ...]
    judgements: tuple[Answered, ...]
    questions: tuple[Question, ...]
    steps: tuple[tuple[General, Judged], ...]
    asked_by_name: bool
    award_names: dict[str, str]
    unit_names: dict[str, str]


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """One row and the answer about it.

    Attributes:
        counted: the row is only a number, so that nobody can be judged.
        judgement: `None` there, and where there is no data of the law for the day.
    """

    line: int
    award: str
    year: int
    counted: bool
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class CheckedNomination:
    """A nomination, row by row.

    Attributes:
        day: by whose law it is judged: when the file was received, else submitted, else the last day of the year.
    """

    path: str
    number: str | None
    day: date
    era: EraAnswer
    laws: tuple[str, ...]
    rows: tuple[CheckedRow, ...]
    award_names: dict[str, str]
    unit_names: dict[str, str]
