"""The wheel carries templates and catalogue, and works where there is neither the source tree nor git."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the wheel holds, as an installation lays it out."""
    tree, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("thidua", "templates", "schema"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree)
    build = "import sys; from hatchling.build import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(out)], cwd=tree, check=True, capture_output=True)
    (wheel,) = out.glob("*.whl")
    place = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    return place


def run(installed: Path, at: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thidua", *arguments],
        cwd=at,
        capture_output=True,
        encoding="utf-8",
        env={
            **os.environ,
            "PYTHONPATH": str(installed),
            "XDG_CACHE_HOME": str(at.parent / "cache"),
            "LOCALAPPDATA": str(at.parent / "cache"),
        },
        check=False,
    )


def test_the_wheel_reports_outside_git_and_away_from_its_source(installed: Path, tmp_path: Path) -> None:
    office = tmp_path / "office"
    shutil.copytree(ROOT / "records", office / "records")
    shutil.copy(ROOT / "thidua.yaml", office)
    where = subprocess.run(
        [sys.executable, "-c", "import thidua; print(thidua.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=True,
    )
    assert str(installed) in where.stdout
    made = run(installed, office, "report", "2019", "-o", "bao-cao.html")
    assert made.returncode == 0, made.stderr
    page = (office / "bao-cao.html").read_text("utf-8")
    assert "497 tập thể" in page
    assert run(installed, office, "validate").returncode == 0


def test_the_wheel_holds_templates_catalogue_and_licence(installed: Path) -> None:
    held = {path.relative_to(installed).as_posix() for path in installed.rglob("*") if path.is_file()}
    assert "thidua/templates/organisation-year.md.j2" in held
    assert "thidua/templates/page.css" in held
    assert "thidua/templates/paper.docx" in held
    assert {"thidua/render/fonts/Tinos-Regular.ttf", "thidua/render/fonts/OFL.txt"} <= held
    assert "thidua/law/catalogue/awards.yaml" in held
    assert any(name.endswith("/LICENSE") for name in held)
    assert not any(name.startswith(("records/", "tests/")) for name in held)
