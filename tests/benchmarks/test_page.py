"""The page of figures: its tables have the rows that are measured, in order, and were written by the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from benchmarks import cases, page, peers
from benchmarks.cases import BARS, MILLION_BARS, Bar, Measure
from benchmarks.measure import Run
from benchmarks.table import HEAD, bars_table, times_table

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = re.compile(r"\d+\.\d+")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def lines_of(name: str, head: str) -> list[list[str]]:
    """Return the rows of the first table of a part of the page that has this head."""
    lines = page.part(name).splitlines()
    rows = lines[lines.index(head) + 2 :]
    end = next((place for place, line in enumerate(rows) if not line.startswith("|")), len(rows))
    return [cells(line) for line in rows[:end]]


def one_run(cpu: float, wall: float = 1.0, peak: int = 0) -> Run:
    return Run(cpu, wall, 0, "", "", peak)


@pytest.mark.parametrize(("name", "bars"), [("bench", BARS), ("bench-million", MILLION_BARS)])
def test_table_of_the_page_has_every_bar_and_a_figure_for_it(name: str, bars: tuple[Bar, ...]) -> None:
    rows = lines_of(name, HEAD[0])
    assert [row[:4] for row in rows] == [[bar.what, bar.beside, str(bar.measure), bar.bar] for bar in bars]
    assert all(FIGURE.fullmatch(row[4]) for row in rows)


@pytest.mark.parametrize(("name", "bars"), [("bench", BARS), ("bench-million", MILLION_BARS)])
def test_whether_a_bar_is_met_is_as_the_figure_says(name: str, bars: tuple[Bar, ...]) -> None:
    rows = [(row, bar) for row, bar in zip(lines_of(name, HEAD[0]), bars, strict=True) if bar.at_most is not None]
    assert [row[6] != "**no**" for row, _ in rows] == [float(row[4]) <= (bar.at_most or 0) for row, bar in rows]


def test_table_of_the_page_has_every_peer() -> None:
    rows = lines_of("peers", peers.HEAD[0])
    own = [row for row in rows if "thidua" in row[0]]
    assert [row[0] for row in rows if row not in own] == [peer.name for peer in peers.PEERS]
    assert own


def test_every_case_that_a_bar_names_is_measured() -> None:
    named = {name for bar in (*BARS, *MILLION_BARS) for name in (bar.run, *bar.against)}
    constants = {value for name, value in vars(cases).items() if name.isupper() and isinstance(value, str)}
    assert named == constants


def test_a_ratio_is_the_median_of_the_ratios_of_the_rounds() -> None:
    bar = Bar("a", "a", ("b", "c"), Measure.CPU, 1.5, 1)
    runs = {
        "a": [one_run(1), one_run(8), one_run(3)],
        "b": [one_run(1), one_run(1), one_run(1)],
        "c": [one_run(0), one_run(1), one_run(1)],
    }
    assert bars_table([bar], runs).splitlines()[-1] == "| a | b + c | CPU | 1.5, aim 1 | 1.50 | 1.00-4.00 | yes |  |"


def test_a_bar_that_is_not_met_says_so() -> None:
    runs = {"a": [one_run(1, peak=3 * 2**30)]}
    line = bars_table([Bar("a", "a", (), Measure.PEAK, 1)], runs).splitlines()[-1]
    assert line == "| a |  | peak memory | 1 GiB | 3.00 | 3.00-3.00 | **no** |  |"


def test_times_are_medians() -> None:
    table = times_table({"a": [one_run(1, peak=2**20), one_run(2, peak=2**21), one_run(9, peak=2**22)]})
    assert table.splitlines()[-1] == "| a | 2000 | 1000 | 2 |"


def test_a_part_is_put_between_its_marks_and_the_rest_stays(tmp_path: Path) -> None:
    file = tmp_path / "page.md"
    file.write_text(page.PAGE.read_text("utf-8"), encoding="utf-8")
    before = page.part("peers", file)
    page.put("bench", "new", file)
    page.put("bench", "newer", file)
    assert page.part("bench", file) == "newer"
    assert page.part("peers", file) == before


def test_what_is_not_installed_is_told_so() -> None:
    table = peers.measure({}, 300, 1, 1)
    assert table.count(peers.NOT_INSTALLED) == len(peers.PEERS)


def test_a_program_is_found_in_the_folder_given(tmp_path: Path) -> None:
    program = tmp_path / "doorstop"
    program.touch()
    (peer,) = (one for one in peers.PEERS if one.program == "doorstop")
    assert peers.find(peer, tmp_path) == str(program.resolve())
