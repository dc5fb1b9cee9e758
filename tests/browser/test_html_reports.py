"""The HTML reports in a real browser: clicked, without a mouse, without scripts, in the dark, on a phone, on paper."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.reports.repository import SEVEN

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

ALL = (*SEVEN, "ugly", "big-bloc")
WITH_FIGURES = tuple(name for name in ALL if name != "dong-ha-2020")
MARGINS = {"left": 85.0, "right": 48.2}
"""Of an official paper, in points: 30 mm and 17 mm."""


def opened(page: Page, file: Path) -> Page:
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("name", ALL)
def test_page_is_quiet_and_asks_the_network_for_nothing(page: Page, papers: dict[str, Path], name: str) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    opened(page, papers[name])
    if page.locator("a.so").count():
        page.locator("a.so").first.click()
        page.keyboard.press("Escape")
    page.emulate_media(media="print")
    assert said == []
    assert asked == [papers[name].as_uri()]


@pytest.mark.parametrize("name", ALL)
def test_page_has_a_title_a_language_and_one_main_heading(page: Page, papers: dict[str, Path], name: str) -> None:
    opened(page, papers[name])
    assert page.title().startswith("Báo cáo ")
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.locator("h1").all_inner_texts() == ["BÁO CÁO"]
    assert page.evaluate("document.characterSet") == "UTF-8"
    repeated = """() => {
        const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
        return ids.filter((id, at) => ids.indexOf(id) !== at);
    }"""
    assert page.evaluate(repeated) == []
    lost = "() => [...document.links].filter((a) => !document.getElementById(a.hash.slice(1))).map((a) => a.href)"
    assert page.evaluate(lost) == []


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_figure_opens_its_records_and_escape_gives_focus_back(page: Page, papers: dict[str, Path], name: str) -> None:
    figure, box = opened(page, papers[name]).locator("a.so").first, page.locator("dialog")
    expect(box).to_be_hidden()
    figure.click()
    expect(box).to_be_visible()
    assert re.search(r"records/[a-z0-9/-]+\.yaml:\d+", box.inner_text())
    assert figure.inner_text() in box.inner_text()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(figure).to_be_focused()
    figure.click()
    box.get_by_role("button", name="Đóng").click()
    expect(box).to_be_hidden()


def test_every_figure_of_a_page_opens_its_own_records(page: Page, papers: dict[str, Path]) -> None:
    opened(page, papers["mong-cai-60-nam"])
    for figure in page.locator("a.so").all():
        figure.click()
        number = (figure.get_attribute("href") or "").removeprefix("#so-")
        listed = page.locator(f"#so-{number} code").all_inner_texts()
        assert listed
        assert page.locator("dialog code").all_inner_texts() == listed
        page.keyboard.press("Escape")


def test_keyboard_alone_reaches_a_figure_and_its_records(page: Page, papers: dict[str, Path]) -> None:
    opened(page, papers["quang-ninh-2017"])
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('a.so')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_be_visible()
    expect(page.get_by_role("button", name="Đóng")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_be_hidden()
    assert page.evaluate("document.activeElement.matches('a.so')")


def test_every_focus_can_be_seen(page: Page, papers: dict[str, Path]) -> None:
    opened(page, papers["quang-ninh-2017"])
    unseen = []
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        if page.evaluate("getComputedStyle(document.activeElement).outlineStyle === 'none'"):
            unseen.append(page.evaluate("document.activeElement.outerHTML"))
    assert unseen == []


def test_without_scripts_a_figure_leads_to_the_list_and_back(browser: Browser, papers: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1200, "height": 900})
    page = opened(context.new_page(), papers["mong-cai-60-nam"])
    page.locator("a.so").last.click()
    target = page.locator("li:target")
    expect(target).to_be_in_viewport()
    expect(target.locator("code")).to_contain_text("records/")
    target.get_by_role("link", name="Trở lại báo cáo").click()
    expect(page.locator("a.so:target")).to_be_in_viewport()
    assert page.locator("a.so:target").count() == 1
    context.close()


def test_note_leads_to_its_doubt(page: Page, papers: dict[str, Path]) -> None:
    opened(page, papers["quang-ninh-2017"]).locator("sup.nghi a").first.click()
    assert "25,8 tỷ đồng cho cả khối" in page.locator("tr:target").inner_text()


def test_records_cannot_run_scripts(page: Page, papers: dict[str, Path]) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    opened(page, papers["ugly"])
    for figure in page.locator("a.so").all()[:5]:
        figure.click()
        page.keyboard.press("Escape")
    assert alerts == []
    assert page.locator("script").count() == 1
    assert page.locator("img, iframe, object, [onerror], [onclick], a[href^='javascript']").count() == 0
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()


def test_policy_stops_even_a_script_that_got_in(papers: dict[str, Path], tmp_path: Path, page: Page) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    text = papers["mong-cai-2019"].read_text("utf-8")
    bad = '<script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(2)"><b onclick="alert(3)">x</b>'
    file = tmp_path / "changed.html"
    file.write_text(text.replace("</main>", f"{bad}</main>"), "utf-8")
    loaded: list[str] = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    opened(page, file)
    page.locator("b", has_text=re.compile("^x$")).click()
    page.locator("a.so").first.click()
    expect(page.locator("dialog")).to_be_visible()
    assert alerts == []
    assert loaded == [file.as_uri()]


@pytest.mark.parametrize("width", [360, 768, 1200])
@pytest.mark.parametrize("name", ALL)
def test_page_does_not_scroll_sideways(page: Page, papers: dict[str, Path], name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    opened(page, papers[name])
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if page.locator("a.so").count():
        page.locator("a.so").first.click()
        side = "(() => { const b = document.querySelector('dialog'); return b.scrollWidth - b.clientWidth; })()"
        assert page.evaluate(side) <= 0


CONTRAST = """() => {
  const rgba = (text) => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = (c) => [0.2126, 0.7152, 0.0722].reduce((sum, part, at) => {
    const one = c[at] / 255;
    return sum + part * (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  }, 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest('script, style, title, dialog:not([open])')) continue;
    const style = getComputedStyle(element);
    const [a, b] = [light(rgba(element.closest('svg') ? style.fill : style.color)), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.push([element.tagName, element.className, walker.currentNode.data, ratio]);
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["mong-cai-2019", "hung-yen-2019", "ugly"])
def test_text_can_be_read_in_the_light_and_in_the_dark(
    page: Page, papers: dict[str, Path], name: str, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    opened(page, papers[name])
    assert page.evaluate(CONTRAST) == []
    page.locator("a.so").first.click()
    assert page.evaluate(CONTRAST) == []
    page.keyboard.press("Escape")
    page.locator("a.so").first.hover()
    assert page.evaluate(CONTRAST) == []


def test_paper_is_black_on_white_even_where_the_screen_is_dark(page: Page, papers: dict[str, Path]) -> None:
    page.emulate_media(color_scheme="dark", media="print")
    opened(page, papers["hung-yen-2019"])
    assert page.evaluate("getComputedStyle(document.querySelector('main')).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.querySelector('main')).color") == "rgb(0, 0, 0)"
    assert page.evaluate(CONTRAST) == []


def printed(page: Page, file: Path, pdf: Path) -> Path:
    opened(page, file).pdf(path=str(pdf), prefer_css_page_size=True)
    return pdf


def told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.parametrize("name", ALL)
def test_paper_is_a4_numbered_from_the_second_page_and_within_its_margins(
    page: Page, papers: dict[str, Path], tmp_path: Path, name: str
) -> None:
    pdf = printed(page, papers[name], tmp_path / "paper.pdf")
    assert re.search(r"Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts", told("pdfinfo", str(pdf)))
    sheets = re.split("<page ", told("pdftotext", "-bbox", str(pdf), "-"))[1:]
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, 1):
        words = [
            (float(left), float(top), float(right), text)
            for left, top, right, text in re.findall(
                r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>', sheet
            )
        ]
        above = [text for _, top, _, text in words if top < 50]
        assert above == ([] if number == 1 else [str(number)])
        assert min(left for left, *_ in words) >= MARGINS["left"] - 1
        assert max(right for _, _, right, _ in words) <= 595.3 - MARGINS["right"] + 1


@pytest.mark.parametrize("name", ["hung-yen-2019", "ugly"])
def test_tables_keep_their_outer_borders_on_paper(
    page: Page, papers: dict[str, Path], tmp_path: Path, name: str
) -> None:
    pdf = printed(page, papers[name], tmp_path / "paper.pdf")
    told("pdftoppm", "-r", "100", "-gray", str(pdf), str(tmp_path / "sheet"))
    sheets = [_dark_columns(path) for path in sorted(tmp_path.glob("sheet*.pgm"))]
    left, right = round(30 / 25.4 * 100), round((210 - 17) / 25.4 * 100)
    assert any(any(abs(at - left) <= 3 for at in columns) for columns in sheets)
    assert any(any(abs(at - right) <= 3 for at in columns) for columns in sheets)


def _dark_columns(path: Path) -> list[int]:
    """Columns of a sheet that have a vertical stroke of at least 8 mm."""
    data = path.read_bytes()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    assert head
    width, height = int(head[1]), int(head[2])
    pixels = data[head.end() :]
    found = []
    for column in range(width):
        longest = run = 0
        for row in range(height):
            run = run + 1 if pixels[row * width + column] < 160 else 0
            longest = max(longest, run)
        if longest > 31:
            found.append(column)
    return found


def test_border_that_is_cut_is_noticed(page: Page, papers: dict[str, Path], tmp_path: Path) -> None:
    text = papers["hung-yen-2019"].read_text("utf-8")
    cut = tmp_path / "cut.html"
    cut.write_text(text.replace("width: calc(100% - 2px); margin-left: 1px;", ""), "utf-8")
    told("pdftoppm", "-r", "100", "-gray", str(printed(page, cut, tmp_path / "paper.pdf")), str(tmp_path / "sheet"))
    right = round((210 - 17) / 25.4 * 100)
    sheets = [_dark_columns(path) for path in sorted(tmp_path.glob("sheet*.pgm"))]
    assert not any(abs(at - right) <= 3 for columns in sheets for at in columns)


def test_notes_and_percents_stay_with_their_word(page: Page, papers: dict[str, Path]) -> None:
    opened(page, papers["mong-cai-2023"])
    text = page.locator("main").text_content() or ""
    assert "(25\u00a0%)" in text
    assert "trên 4.000 tỷ đồng\u2060[1]" in text


def test_list_of_records_and_links_are_not_printed(page: Page, papers: dict[str, Path]) -> None:
    page.emulate_media(media="print")
    opened(page, papers["mong-cai-2019"])
    expect(page.locator("#ban-ghi")).to_be_hidden()
    expect(page.locator(".skip")).to_be_hidden()
    line = "getComputedStyle(document.querySelector('a.so')).textDecorationLine"
    assert page.evaluate(line) == "none"


def test_one_number_is_no_chart(page: Page, papers: dict[str, Path]) -> None:
    opened(page, papers["hung-yen-2019"])
    assert page.locator("figure").count() == 0


def test_chart_has_a_title_and_the_numbers_of_its_table(page: Page, papers: dict[str, Path]) -> None:
    opened(page, papers["ugly"])
    found = page.locator("table", has_text="Danh hiệu, hình thức")
    kinds = [one.strip().lower() for one in found.locator("thead th").all_inner_texts()[1:]]
    rows = [row.locator("td").all_inner_texts() for row in found.locator("tbody tr").all()]
    assert rows.pop()[0].strip() == "Cộng"
    table = [
        (f"{cells[0].strip()}: {kind}", int(one.replace(".", "")))
        for cells in rows
        for kind, one in zip(kinds, cells[1:], strict=True)
        if one.strip()
    ]
    title = page.locator("figure svg > title").text_content() or ""
    heading, _, told_bars = title.partition(": ")
    assert heading == page.locator("figcaption").inner_text()
    assert told_bars == "; ".join(f"{name} {number:,}".replace(",", ".") for name, number in table)
    drawn = page.locator("figure svg text").all_text_contents()
    assert drawn[1::2] == [f"{number:,}".replace(",", ".") for _, number in table]
    lengths = [float(one.get_attribute("width") or 0) for one in page.locator("figure svg rect").all()]
    most = max(number for _, number in table)
    for (_, number), length in zip(table, lengths, strict=True):
        assert abs(length - max(1, max(lengths) * number / most)) <= 1


def test_chart_can_be_read_on_a_phone(page: Page, papers: dict[str, Path]) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    opened(page, papers["ugly"])
    assert page.locator("figure svg text").first.bounding_box()["height"] >= 10  # type: ignore[index]
