"""Measured times as a Markdown table of ratios."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from statistics import median

from benchmarks.measure import Run

Runs = Mapping[str, Sequence[Run]]
"""By name of the case, one run for each round."""

NOT_THERE = "not there yet"


def table(runs: Runs, against: Mapping[str, Sequence[str]], missing: Sequence[str]) -> str:
    """Return one line for each case and each thing it is compared with.

    A ratio is taken within each round, where both ran within seconds of each other; the table holds the
    median of the rounds and, in brackets, the lowest and the highest.

    Args:
        against: for each case the names of those it is compared with; none for a bare time.
    """
    lines = [
        "| what | CPU, ms | wall, ms | against | CPU, times | wall, times |",
        "|---|---:|---:|---|---:|---:|",
    ]
    for name, others in against.items():
        if name in missing:
            lines.append(f"| {name} | {NOT_THERE} | | | | |")
            continue
        times = f"| {name} | {_ms([r.cpu for r in runs[name]])} | {_ms([r.wall for r in runs[name]])} "
        if not others:
            lines.append(times + "| | | |")
        for other in others:
            cpu = _ratio([r.cpu for r in runs[name]], [r.cpu for r in runs[other]])
            wall = _ratio([r.wall for r in runs[name]], [r.wall for r in runs[other]])
            lines.append(f"{times}| {other} | {cpu} | {wall} |")
            times = "| | | "
    return "\n".join(lines) + "\n"


def heading(awards: int, files: int, rounds: int) -> str:
    """Return in words what was measured where."""
    git = subprocess.run(["git", "--version"], capture_output=True, text=True, check=True).stdout.split()[2]
    programs = ", ".join(f"{name} {version(name)}" for name in ("PyYAML", "pydantic", "typer"))
    return (
        f"{awards} awards in {files} record files; medians of {rounds} interleaved rounds."
        f" Python {platform.python_version()}, {programs}, git {git},"
        f" {platform.system()} {platform.machine()}, {os.cpu_count()} processors.\n"
    )


def _ms(seconds: Sequence[float]) -> str:
    return f"{median(seconds) * 1000:.0f}"


def _ratio(of: Sequence[float], to: Sequence[float]) -> str:
    each = [one / max(other, 1e-9) for one, other in zip(of, to, strict=True)]
    return f"{median(each):.2f} ({min(each):.2f}-{max(each):.2f})"
