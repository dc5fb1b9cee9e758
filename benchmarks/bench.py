"""Side-by-side timings on a generated repository: `python -m benchmarks.bench`, or `make bench`.

All cases run in one go, round by round, so that what slows the machine down slows all of them. The
repository holds planted errors; a figure is printed only if every check of every round found exactly those.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.cases import AGAINST, Bench, WrongAnswerError
from benchmarks.generate import generate
from benchmarks.table import heading, table

if TYPE_CHECKING:
    from benchmarks.measure import Run

RESULTS = Path(__file__).with_name("results.md")


def measure(awards: int, rounds: int, seed: int, *, single: bool) -> str:
    """Return the table.

    Raises:
        WrongAnswerError: a command did not answer what it must.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-bench-") as parent:
        folder = Path(parent) / "records"
        made = generate(folder, awards, seed, single=single, planted=True)
        bench = Bench(folder, made, [])
        bench.find_missing()
        runs: dict[str, list[Run]] = {name: [] for name in AGAINST}
        for _ in bench.round(0):  # the first round warms the disk cache and writes the `.pyc` files
            pass
        for number in range(1, rounds + 1):
            for name, one in bench.round(number):
                runs[name].append(one)
            print(f"round {number} of {rounds}", file=sys.stderr)
    return heading(awards, made.files, rounds) + "\n" + table(runs, AGAINST, bench.missing)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.bench", description="measure thidua beside what it is compared with"
    )
    parser.add_argument("--awards", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layout", choices=("decisions", "single"), default="decisions")
    parser.add_argument("--write", action="store_true", help=f"put the table into {RESULTS.name}, too")
    given = parser.parse_args()
    try:
        answer = measure(given.awards, given.rounds, given.seed, single=given.layout == "single")
    except WrongAnswerError as error:
        print(f"no figures: {error}", file=sys.stderr)
        sys.exit(1)
    print(answer, end="")
    if given.write:
        RESULTS.write_text(
            f"# Measured\n\nWritten by `make bench`; how to read it: [README](README.md).\n\n{answer}",
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
