"""Statutory tables in a real browser: as wide as a landscape page, on a phone, on paper, and led back to records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.reports.repository import report
from tests.statutory.office import Office
from tests.statutory.test_output import fill

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

WIDER_THAN_ITS_BOX = "() => [...document.querySelectorAll('.wide')].filter((e) => e.scrollWidth > e.clientWidth).length"


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        text = report(fill(Office(folder / "office")).root, "2025", "--form", "all", ending=".html")
    file = folder / "tables.html"
    file.write_text(text, "utf-8")
    return file


def test_page_is_quiet_and_asks_the_network_for_nothing(page: Page, tables: Path) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(tables.as_uri())
    assert said == []
    assert asked == [tables.as_uri()]
    assert page.title() == "Biểu thống kê thi đua, khen thưởng năm 2025 - Tỉnh Ví Dụ"
    assert page.locator("h1").all_inner_texts() == ["BIỂU THỐNG KÊ THI ĐUA, KHEN THƯỞNG"]


def test_tables_of_nineteen_columns_fit_a_landscape_page(page: Page, tables: Path) -> None:
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(tables.as_uri())
    assert max(page.evaluate("[...document.querySelectorAll('thead tr')].map((e) => e.cells.length)")) == 19
    assert page.evaluate(WIDER_THAN_ITS_BOX) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_phone_scrolls_the_table_and_not_the_page(page: Page, tables: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(tables.as_uri())
    assert page.evaluate(WIDER_THAN_ITS_BOX) > 0
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_heading_stands_on_one_line_over_the_empty_cells(page: Page, tables: Path) -> None:
    page.goto(tables.as_uri())
    heading = page.get_by_role("cell", name="1. Chia theo đơn vị trình Thủ tướng Chính phủ")
    height = heading.evaluate("(e) => e.getBoundingClientRect().height")
    assert height < 2 * page.get_by_role("cell", name="Hộ gia đình", exact=True).first.evaluate(
        "(e) => e.getBoundingClientRect().height"
    )


def test_an_open_cell_leads_to_the_records_that_lack_something(page: Page, tables: Path) -> None:
    page.goto(tables.as_uri())
    page.get_by_role("link", name="chưa rõ: xem bản ghi").first.click()
    expect(page.locator("dialog")).to_be_visible()
    assert re.search(r"records/campaigns/mau-2\.yaml:\d+", page.locator("dialog").inner_text())


def test_on_paper_each_table_begins_a_landscape_page(page: Page, tables: Path) -> None:
    page.goto(tables.as_uri())
    paper = page.pdf(prefer_css_page_size=True)
    boxes = {
        tuple(map(round, map(float, found))) for found in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    }
    assert boxes == {(842, 596)} or boxes == {(842, 595)}
