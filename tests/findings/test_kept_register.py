"""A register that was kept fits the same program, installed anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import thidua

PACKAGE = Path(thidua.__file__).parent


def installed(site: Path, record: str) -> Path:
    """Copy the program as an installer does: its files as of now, and last what they hold."""
    shutil.copytree(PACKAGE, site / "thidua", ignore=shutil.ignore_patterns("__pycache__", "fonts", "templates"))
    for file in (site / "thidua").rglob("*"):
        os.utime(file)
    info = site / f"thidua-{thidua.__version__}.dist-info"
    info.mkdir()
    (info / "RECORD").write_text(record, "utf-8")
    return site


def fingerprint(site: Path) -> str:
    tell = "from thidua.app.fresh import fingerprint; print(fingerprint())"
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", tell], env=environment, capture_output=True, text=True, check=True, cwd=site
    )
    return done.stdout


def test_the_same_program_installed_twice_has_one_fingerprint(tmp_path: Path) -> None:
    first, second = (installed(tmp_path / name, "thidua/a.py,sha256=x,1\n") for name in "ab")
    before = fingerprint(first)
    assert fingerprint(second) == before
    changed = second / "thidua/store/schema.py"
    text = changed.read_bytes()
    changed.write_bytes(text.replace(b"TABLES", b"TABLEZ", 1).replace(b"TABLEZ", b"TABLES", 1))  # only its time
    assert fingerprint(second) != before
    record = next(first.glob("*.dist-info")) / "RECORD"
    record.write_text("thidua/a.py,sha256=y,1\n", "utf-8")
    assert fingerprint(first) != before
