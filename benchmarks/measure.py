"""Running a program in a process of its own and taking its times."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took and said.

    Attributes:
        cpu: seconds of processor time of the process and all it started, user and system together.
        wall: seconds on the clock.
    """

    cpu: float
    wall: float
    status: int
    output: str
    complaint: str


def run(command: Sequence[str], folder: Path) -> Run:
    """Run a program to its end in `folder`. What it prints goes to files, so that no pipe slows it down."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as complaint:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=complaint, env=_environment()
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        texts = []
        for file in (output, complaint):
            file.seek(0)
            texts.append(file.read().decode("utf-8", "replace"))
    return Run(used.ru_utime + used.ru_stime, wall, process.returncode, *texts)


def _environment() -> dict[str, str]:
    """The same for every run: what the person at the machine has set must not change what is measured."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("THIDUA_", "PYTHON", "GIT_"))}
    return {**kept, "THIDUA_TODAY": "2025-06-02", "LC_ALL": "C.UTF-8"}
