"""The program run in this process as a reader of the docs would run it, and records under git to run it on."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from hashlib import sha256
from shutil import copytree
from typing import TYPE_CHECKING

import pytest

from thidua.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TODAY = "2026-11-22"
KEPT = {"PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"}
"""What of our own surroundings a command may see."""


def thidua(*arguments: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
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
    return subprocess.CompletedProcess(arguments, status, out.getvalue(), err.getvalue())


def committed(root: Path, files: Mapping[str, str], factory: pytest.TempPathFactory, *later: Mapping[str, str]) -> Path:
    """Make a repository with these files in its one commit, as a copy of one that is made once a run.

    Args:
        later: files of more commits, one each.
    """
    name = f"committed-{sha256(repr([sorted(one.items()) for one in (files, *later)]).encode()).hexdigest()[:16]}"
    first = factory.getbasetemp() / name
    if not first.exists():
        _git(first.parent, "init", "-q", "--template=", name)
        for one in (files, *later):
            for path, text in one.items():
                (first / path).parent.mkdir(parents=True, exist_ok=True)
                (first / path).write_bytes(text.encode())
            _git(first, "add", "-A")
            _git(first, "commit", "-qm", "records")
        ready(first)
    return copytree(first, root)


def ready(root: Path) -> None:
    """Make a repository ready to be copied many times: few files in it, and a register that has read its records.

    To make a register takes five times as long as to ask one.
    """
    _git(root, "repack", "-adq")
    thidua("validate", at=root)


def _git(at: Path, *arguments: str) -> None:
    who = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *who, *arguments], cwd=at, check=True, capture_output=True)
