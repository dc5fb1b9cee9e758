"""`thidua eligible` beside a bare count over the same rows: `python -m benchmarks.eligible --awards 100000`.

Both run in this process on the register of one generated repository, in turn; the ratio is of processor time, the
median of the rounds.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.generate import generate
from thidua.app.eligible import eligible
from thidua.app.fresh import fresh
from thidua.store.workspace import find_workspace

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT = """SELECT award_row.award, decision.year, count(*)
    FROM decision JOIN award_row ON award_row.file = decision.file
    WHERE NOT award_row.revoked GROUP BY award_row.award, decision.year"""
"""A bare count over the rows that an answer may rest on."""

YEAR = 2024
AWARDS = (
    "chien-si-thi-dua-bo-nganh-tinh",
    "chien-si-thi-dua-toan-quoc",
    "huan-chuong-lao-dong-hang-ba",
    "co-thi-dua-bo-nganh-tinh",
    "chien-si-thi-dua-co-so",
    "bang-khen-bo-nganh-tinh",
    "bang-khen-cua-thu-tuong-chinh-phu",
)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.eligible", description="who is eligible, beside a count"
    )
    parser.add_argument("--awards", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        root = Path(folder) / "records"
        generate(root, given.awards, 1)
        register = fresh(find_workspace(root)).register
        print(f"| award, {YEAR}; {given.awards} awards | recipients | CPU, in bare counts |")
        print("|---|---|---|")
        for award in AWARDS:
            found = len(eligible(register, award, YEAR).judgements)  # and the law is read once
            ratios = [
                _time(lambda award=award: eligible(register, award, YEAR)) / _time(lambda: register.ask(COUNT))  # type: ignore[misc]
                for _ in range(given.rounds)
            ]
            print(f"| {award} | {found} | {median(ratios):.1f} ({min(ratios):.1f}–{max(ratios):.1f}) |")


def _time(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
