"""A register that read one changed file answers as one that read everything anew."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.eligibility.repository import GRASSROOTS, PROVINCE, WORKER, write
from tests.eligibility.test_crowd import offices
from tests.plain_yaml import as_yaml
from tests.reports.repository import thidua

pytestmark = pytest.mark.long

FOLDERS = ("rosters/", "declarations/", "initiatives/", "people/", "catalogue/", "awards/", "organisations/phong-")
COLLECTIVE = "tap-the-lao-dong-xuat-sac"


def rule(times: int) -> dict[str, Any]:
    """Return a way of the office's own to a title: another one some times in a row."""
    entry = {
        "awards": [GRASSROOTS], "eras": ["e2024"], "recipients": ["ca-nhan"], "path": "9", "article": "Điều 1",
        "confidence": "xac-nhan", "conditions": [{"check": "consecutive_awards", "awards": [WORKER], "times": times}],
    }  # fmt: skip
    return {"source": {"document": "Quy chế ví dụ"}, "routes": {"vi-du": entry}}


@st.composite
def offices_with_rules(draw: st.DrawFn) -> dict[str, Any]:
    records: dict[str, Any] = draw(offices())
    if draw(st.booleans()):
        records["catalogue/rules/vi-du"] = rule(draw(st.integers(1, 3)))
    return records


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(first=offices_with_rules(), then=offices_with_rules(), data=st.data())
def test_one_changed_file_is_as_good_as_a_fresh_copy(
    first: dict[str, Any], then: dict[str, Any], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder) / "am", first)
        said(root)
        paths = sorted(one for one in first.keys() | then.keys() if one.startswith(FOLDERS))
        for place, name in enumerate(data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=3, unique=True))):
            path = root / f"records/{name}.yaml"
            if name in then:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(as_yaml(then[name]), "utf-8", newline="\n")
            else:
                path.unlink()
            fresh = shutil.copytree(root, Path(folder) / f"lanh-{place}")
            assert said(root) == said(fresh), name


def said(root: Path) -> list[tuple[int, str, str]]:
    """Return what the program says of several awards, and of the records."""
    runs = [
        thidua(root, "eligible", award, "2024", "--format", "json")
        for award in (WORKER, GRASSROOTS, PROVINCE, COLLECTIVE)
    ]
    runs.append(thidua(root, "validate"))
    return [(one.status, one.out, one.err) for one in runs]
