"""One Chromium for all tests, and the HTML reports as files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.blocs.test_report import FULL
from tests.blocs.year import written
from tests.reports.repository import SEVEN, report, seeds
from tests.reports.test_ugly_records import UGLY, awarded, repository
from tools.get_browser import find

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find(), args=list(QUIET))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The seven seed reports; `ugly`: every kind of table, a chart, notes, records that try to run scripts; a bloc."""
    folder = tmp_path_factory.mktemp("papers")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        root = seeds(tmp_path_factory.mktemp("seeds"))
        ugly = _ugly(tmp_path_factory.mktemp("ugly"))
        made = {name: report(root, *asked, ending=".html") for name, asked in SEVEN.items()}
        made["ugly"] = report(ugly, "2023", ending=".html")
        bloc = _big_bloc(tmp_path_factory.mktemp("bloc"))
        made["big-bloc"] = report(bloc, "2023", "--bloc", "khoi", ending=".html")
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in made}


def _big_bloc(folder: Path) -> Path:
    """Twelve members and sixty criteria in ten groups, each with two scores, votes and quotas."""
    parts = [{"number": n, "name": f"Tiêu chí thành phần thứ {n} của nhóm", "points": 10} for n in range(1, 7)]
    criteria = [{"number": f"{letter}", "name": f"Nhóm tiêu chí {letter}", "parts": parts} for letter in "ABCDEFGHIK"]
    lines = [
        {"criterion": f"{group['number']}.{part['number']}", "self": 10, "agreed": "9.25", "evidence": ["Báo cáo 1/BC"]}
        for group in criteria
        for part in parts
    ]
    members = [f"Sở, ban, ngành Ví Dụ số {n}" for n in range(12)]
    scores = [{"member": one, "by": "Hội đồng khối", "lines": lines} for one in members]
    year = {
        "members": members,
        "criteria": criteria,
        "scores": scores,
        "votes": FULL["votes"],
        "quotas": FULL["quotas"],
    }
    return written(folder, year)


def _ugly(folder: Path) -> Path:
    rows = [{"name": one, "unit": one, "class": "truc-tiep-lao-dong"} for one in UGLY]
    record = awarded(*rows, method="dot-xuat")
    title = {"award": "lao-dong-tien-tien", "method": "cong-trang", "recipients": [{"name": "Lê An"}]}
    homes = {"award": "gia-dinh-van-hoa", "counted": {"households": 1234, "unsplit": 5}}
    record["awards"] += [title, homes]
    year = {
        "theme": UGLY[2],
        "figures": [{"name": one, "value": 3, "unit": one, "doubt": one} for one in UGLY],
        "targets": [{"total": 3, "met": 1, "missed": 2, "named": [{"name": one, "plan": 1} for one in UGLY]}],
    }
    return repository(folder, years__2023__la=year, awards__2023__a=record)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    yield context.new_page()
    context.close()
