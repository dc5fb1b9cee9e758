"""What is timed, what it is set against, and the bar it must hold: the rows of the table, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

PASS, TYPER, IMPORTS = "python -c pass", 'python -c "import typer"', 'python -c "import typer, pydantic, yaml"'
STATUS, DIFF = "git status", "git diff --stat"
BARE, KEPT = "one CSafeLoader pass", "one CSafeLoader pass, all rows kept"
COLD, WARM, CHANGED = "validate, cold", "validate, nothing changed", "validate, one file changed"
REPORT, ADD, ADD_TO_FEW = (
    "report YEAR --of ORG",
    "add-award by options",
    "add-award by options, a hundredth of the awards",
)
FIND, HISTORY, HELP, VERSION = "find TEXT", "history NAME", "--help", "--version"
REVIEW, REVIEW_FIRST = "review of one decision", "review of one decision, the first of its base"
LOOSE_BARE, LOOSE_COLD = "one CSafeLoader pass, nothing canonical", "validate, cold, nothing canonical"
SINGLE_BARE, SINGLE_STATUS = "one CSafeLoader pass, a file for each award", "git status, a file for each award"
SINGLE_COLD, SINGLE_WARM = "validate, cold, a file for each award", "validate, nothing changed, a file for each award"
TEN_TIMES = "validate, cold, ten times the awards"

GIB = 2**30


class Measure(StrEnum):
    """What of two runs is compared."""

    CPU = "CPU"
    WALL = "wall"
    PEAK = "peak memory"


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the table.

    Attributes:
        what: the row's words.
        run: what is timed.
        against: what it is compared with, added up; nothing: its peak of memory is told in GiB.
        at_most: the bar; none where a row is there to be known.
        aim: what is wished for beyond the bar.
    """

    what: str
    run: str
    against: tuple[str, ...]
    measure: Measure
    at_most: float | None = None
    aim: float | None = None

    @property
    def beside(self) -> str:
        return " + ".join(f"`{one}`" if one.startswith(("git", "python", "--")) else one for one in self.against)

    @property
    def bar(self) -> str:
        if self.at_most is None:
            return "—"
        unit = "" if self.against else " GiB"
        return f"{self.at_most:g}{unit}" + (f", aim {self.aim:g}" if self.aim else "")


_START = (STATUS, TYPER)
"""What a command that only answers cannot do without: git's word on what changed, and a program with options."""

BARS = (
    Bar("cold `validate`", COLD, (BARE,), Measure.CPU, 0.45, 0.22),
    Bar("cold `validate`", COLD, (KEPT,), Measure.PEAK, 1.0),
    Bar("cold `validate`, no file in canonical form", LOOSE_COLD, (LOOSE_BARE,), Measure.CPU, 1.3),
    Bar("warm `validate`, nothing changed", WARM, _START, Measure.WALL, 1.5),
    Bar("warm `validate`, one file changed", CHANGED, _START, Measure.WALL, 2.5),
    Bar("`report YEAR`, warm", REPORT, _START, Measure.WALL, 4),
    Bar("`add-award` by options", ADD, (IMPORTS,), Measure.WALL, 1.5),
    Bar("`add-award` by options", ADD, (ADD_TO_FEW,), Measure.WALL, 1.2),
    Bar("`find`, warm", FIND, _START, Measure.WALL, 1.5),
    Bar("`history`, warm", HISTORY, _START, Measure.WALL, 1.5),
    Bar("`--help`", HELP, (PASS,), Measure.WALL, 8, 3),
    Bar("`--version`", VERSION, (PASS,), Measure.WALL, 8, 3),
    Bar("cold `validate`, a file for each award", SINGLE_COLD, (SINGLE_BARE,), Measure.CPU, 0.6),
    Bar("warm `validate`, a file for each award", SINGLE_WARM, (SINGLE_STATUS,), Measure.WALL, 1.6),
    Bar("`review` of one decision", REVIEW, (DIFF, HELP), Measure.CPU),
    Bar("`review` of one decision, the first of its base", REVIEW_FIRST, (DIFF, HELP), Measure.CPU),
)
"""The table of `make bench`."""

MILLION_BARS = (
    Bar("cold `validate`, ten times the awards", TEN_TIMES, (COLD,), Measure.CPU, 11),
    Bar("cold `validate`, ten times the awards", TEN_TIMES, (), Measure.PEAK, 1),
)
"""The table of `make bench-million`."""
