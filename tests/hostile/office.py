"""A small office on the disk, and the program run on it as a clerk runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]

CITY = "name: Thành phố Ví Dụ\nkind: don-vi-hanh-chinh\nlevel: huyen\nsource: {document: Ví dụ}\n"


def office(root: Path, *, git: bool = False) -> Path:
    (root / "records/organisations").mkdir(parents=True)
    (root / "thidua.yaml").write_text("organisation: vi-du\n", "utf-8")
    (root / "records/organisations/vi-du.yaml").write_text(CITY, "utf-8")
    if git:
        subprocess.run(["git", "init", "-q", "-b", "main"], cwd=root, check=True)
    return root


def thidua(*arguments: str | bytes, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    done = called(*arguments, at=at, environment=environment, capture_output=True)
    assert "Traceback" not in done.stderr
    return done


def called(
    *arguments: str | bytes, at: Path, environment: dict[str, str] | None = None, **how: Any
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thidua", *arguments],
        cwd=at,
        encoding="utf-8",
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
        env={
            **os.environ,
            "THIDUA_TODAY": "2026-11-22",
            "PYTHONPATH": str(ROOT),
            "XDG_CACHE_HOME": str(at.resolve().parent / "cache"),
            **(environment or {}),
        },
        **how,
    )
