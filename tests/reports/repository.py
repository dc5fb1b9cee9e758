"""Real repositories of records in a temporary folder, and the program run on them in this process."""

from __future__ import annotations

import io
import json
import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.begun import begun
from thidua.cli.main import run

PROJECT = Path(__file__).parents[2]

SEVEN = {
    "mong-cai-2019": ("2019", "--of", "mong-cai"),
    "mong-cai-2023": ("2023", "--of", "mong-cai"),
    "dong-ha-2019": ("2019", "--of", "dong-ha"),
    "dong-ha-2020": ("2020", "--of", "dong-ha"),
    "hung-yen-2019": ("2019", "--bloc", "hung-yen-huyen-thi-xa-thanh-pho"),
    "quang-ninh-2017": ("2017", "--bloc", "quang-ninh-thi-xa-thanh-pho"),
    "mong-cai-60-nam": ("--campaign", "mong-cai-60-nam-quang-ninh"),
}
"""The reports of the five source articles."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How one run of the program ended."""

    status: int
    out: str
    err: str


def seeds(folder: Path) -> Path:
    """Copy the records of this project to `folder`, outside git."""
    shutil.copytree(PROJECT / "records", folder / "records")
    shutil.copy(PROJECT / "thidua.yaml", folder / "thidua.yaml")
    return folder


def files(folder: Path, texts: dict[str, str]) -> Path:
    """Write text files below `folder`."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return begun(folder) if "thidua.yaml" in texts else folder


def thidua(root: Path, *arguments: str) -> Ran:
    """Run one command on a repository."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = run([arguments[0], *arguments[1:], "--root", str(root)])
    return Ran(status, out.getvalue(), err.getvalue())


def report(root: Path, *arguments: str, ending: str = ".md") -> str:
    """Return a report that ends well, as Markdown or from a file with another ending."""
    if ending == ".md":
        ran = thidua(root, "report", *arguments)
        assert ran.status == 0, ran.err
        return ran.out
    file = Path(os.environ["XDG_CACHE_HOME"]) / f"report{ending}"
    ran = thidua(root, "report", *arguments, "-o", str(file))
    assert ran.status == 0, ran.err
    return file.read_bytes().decode("utf-8")


def data(root: Path, *arguments: str) -> dict[str, Any]:
    """Return a report as JSON."""
    found: dict[str, Any] = json.loads(report(root, *arguments, ending=".json"))
    return found
