"""The program run in this process as a reader of the docs would run it: in a folder, with nobody at the keyboard."""

from __future__ import annotations

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from subprocess import CompletedProcess
from typing import TYPE_CHECKING

import pytest

from thidua.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-22"
KEPT = {"PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP"}
"""What of our own surroundings a command may see."""


def thidua(*arguments: str, at: Path, **environment: str) -> CompletedProcess[str]:
    """Run one command in a folder on one fixed day, with a register beside that folder where there is no git."""
    out, err = io.StringIO(), io.StringIO()
    cache = str(at.resolve().parent / "cache")
    with (
        pytest.MonkeyPatch.context() as patch,
        open(os.devnull, encoding="utf-8") as nobody,  # noqa: PTH123 - no path of ours
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        for name in os.environ.keys() - KEPT:
            patch.delenv(name)
        for name, value in {"THIDUA_TODAY": TODAY, "XDG_CACHE_HOME": cache, **environment}.items():
            patch.setenv(name, value)
        patch.chdir(at)
        patch.setattr(sys, "stdin", nobody)
        status = run(arguments)
    return CompletedProcess(arguments, status, out.getvalue(), err.getvalue())
