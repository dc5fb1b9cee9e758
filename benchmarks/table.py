"""Measured runs as Markdown tables: what is promised, and the plain times."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.cases import GIB, Bar, Measure
from benchmarks.measure import Run, together

if TYPE_CHECKING:
    from collections.abc import Iterable

Runs = Mapping[str, Sequence[Run]]
"""By name of the case, one run for each round."""

HEAD = (
    "| what | against | compared | at most | measured | lowest-highest | met | by CPU |",
    "|---|---|---|---:|---:|---:|---|---:|",
)


def bars_table(bars: Iterable[Bar], runs: Runs) -> str:
    """Return a line for each bar: the median of the rounds, the lowest, the highest, and whether the bar is met.

    A ratio is taken within each round, where both ran within seconds of each other. What is compared by the clock is
    told by processor time, too: it does not depend on what else the machine was doing.
    """
    lines = [*HEAD]
    for bar in bars:
        each = _figures(bar, runs, bar.measure)
        middle = round(median(each), 2)
        by_cpu = f"{median(_figures(bar, runs, Measure.CPU)):.2f}" if bar.measure == Measure.WALL else ""
        lines.append(
            f"| {bar.what} | {bar.beside} | {bar.measure} | {bar.bar} | {middle:.2f} | {min(each):.2f}-{max(each):.2f}"
            f" | {_met(bar, middle)} | {by_cpu} |"
        )
    return "\n".join(lines) + "\n"


def _figures(bar: Bar, runs: Runs, measure: Measure) -> list[float]:
    taken = [_taken(run, measure) for run in runs[bar.run]]
    if not bar.against:
        return [one / GIB for one in taken]
    others = zip(*(runs[name] for name in bar.against), strict=True)
    return [one / max(_taken(together(other), measure), 1e-9) for one, other in zip(taken, others, strict=True)]


def _taken(run: Run, measure: Measure) -> float:
    return {Measure.CPU: run.cpu, Measure.WALL: run.wall, Measure.PEAK: float(run.peak)}[measure]


def _met(bar: Bar, figure: float) -> str:
    if bar.at_most is None:
        return ""
    if figure > bar.at_most:
        return "**no**"
    return "yes, the aim too" if bar.aim and figure <= bar.aim else "yes"


def times_table(runs: Runs) -> str:
    """Return a line for each case: medians of this machine, to be read beside each other only."""
    lines = ["| case | CPU, ms | wall, ms | peak, MiB |", "|---|---:|---:|---:|"]
    for name, rounds in runs.items():
        cpu, wall = (median(getattr(run, of) for run in rounds) * 1000 for of in ("cpu", "wall"))
        lines.append(f"| {name} | {cpu:.0f} | {wall:.0f} | {median(run.peak for run in rounds) / 2**20:.0f} |")
    return "\n".join(lines) + "\n"


def machine() -> str:
    """Return in words where it was measured, without naming the place."""
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
    programs = ", ".join(f"{name} {version(name)}" for name in ("PyYAML", "pydantic", "typer"))
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    return (
        f"Python {platform.python_version()}, {programs}, git {git}, {platform.system()} {platform.machine()},"
        f" {os.cpu_count()} processors{load}."
    )
