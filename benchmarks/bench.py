"""What is promised, measured side by side: `python -m benchmarks.bench`, or `make bench`.

All cases of a repository run in one go, round by round, so that what slows the machine down slows all of them.
The repositories hold planted errors; no figure is printed unless every check of every state found exactly those.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.cases import BARS, MILLION_BARS
from benchmarks.page import put
from benchmarks.repository import WrongAnswerError
from benchmarks.scenes import Decisions, Loose, Single, TenTimes
from benchmarks.table import bars_table, machine, times_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.cases import Bar
    from benchmarks.measure import Run
    from benchmarks.scenes import Scene

TABLES: dict[str, tuple[tuple[Bar, ...], Sequence[Callable[[Path, int, int], Scene]]]] = {
    "bench": (BARS, (Decisions, Loose, Single)),
    "bench-million": (MILLION_BARS, (TenTimes,)),
}
"""By target of the Makefile: the rows of its table, and the repositories that they are measured on."""


def measure(table: str, awards: int, rounds: int, seed: int) -> str:
    """Return the table and the times behind it.

    Raises:
        WrongAnswerError: a command did not answer what it must.
    """
    bars, scenes = TABLES[table]
    runs: dict[str, list[Run]] = {}
    for scene in scenes:
        with tempfile.TemporaryDirectory(prefix="thidua-bench-", ignore_cleanup_errors=True) as parent:
            runs |= _rounds(scene(Path(parent), awards, seed), scene.__name__, rounds)
    return (
        f"{awards:,} awards; medians of {rounds} interleaved rounds. {machine()}\n\n"
        f"{bars_table(bars, runs)}\nThe times behind them:\n\n{times_table(runs)}"
    )


def _rounds(scene: Scene, name: str, rounds: int) -> dict[str, list[Run]]:
    """Check the answers, then run the rounds."""
    runs: dict[str, list[Run]] = {}
    started = time.monotonic()
    scene.check()
    print(f"{name}: answers right, {time.monotonic() - started:.0f} s", file=sys.stderr)
    for number in range(1, rounds + 1):
        for case, one in scene.round():
            runs.setdefault(case, []).append(one)
        print(f"{name}: round {number} of {rounds}, {time.monotonic() - started:.0f} s", file=sys.stderr)
    scene.close()
    return runs


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.bench", description="measure thidua beside what it is compared with"
    )
    parser.add_argument("--awards", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--million", action="store_true", help="ten times the awards beside the awards, and no more")
    parser.add_argument("--write", action="store_true", help="put the table into README.md, too")
    given = parser.parse_args()
    table = "bench-million" if given.million else "bench"
    try:
        answer = measure(table, given.awards, given.rounds, given.seed)
    except WrongAnswerError as error:
        print(f"no figures: {error}", file=sys.stderr)
        sys.exit(1)
    print(answer, end="")
    if given.write:
        put(table, answer)


if __name__ == "__main__":
    main()
