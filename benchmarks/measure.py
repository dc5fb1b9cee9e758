"""Running a program in a process of its own and taking its times and its peak of memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

BYTES = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took and said.

    Attributes:
        cpu: seconds of processor time of the process and all it started, user and system together.
        wall: seconds on the clock.
        peak: bytes of memory that the largest of these processes held at its fullest.
    """

    cpu: float
    wall: float
    status: int
    output: str
    complaint: str
    peak: int


def run(command: Sequence[str], folder: Path, own: Mapping[str, str] | None = None) -> Run:
    """Run a program to its end in `folder`. What it prints goes to files, so that no pipe slows it down.

    Args:
        own: variables of its environment.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaint:
        environment = _environment() | dict(own or {})
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=complaint, env=environment
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for file in (output, complaint):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
    cpu = used.ru_utime + used.ru_stime
    said, complained = texts
    return Run(cpu, wall, process.returncode, said, complained, used.ru_maxrss * BYTES)


def middle(runs: Sequence[Run]) -> Run:
    """Return one run for several of the same command: the medians of its times, the highest of its peaks."""
    return replace(
        runs[-1],
        cpu=median(one.cpu for one in runs),
        wall=median(one.wall for one in runs),
        peak=max(one.peak for one in runs),
    )


def together(runs: Iterable[Run]) -> Run:
    """Return the sum of several runs: their times one after the other, the highest of their peaks."""
    every = tuple(runs)
    return replace(
        every[-1],
        cpu=sum(one.cpu for one in every),
        wall=sum(one.wall for one in every),
        peak=max(one.peak for one in every),
    )


def _environment() -> dict[str, str]:
    """The same for every run: what the person at the machine has set must not change what is measured."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("THIDUA_", "PYTHON", "GIT_"))}
    return {**kept, "THIDUA_TODAY": "2025-06-02", "LC_ALL": "C.UTF-8"}
