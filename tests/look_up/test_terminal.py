from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from thidua.diagnostics import Diagnostic, Label, Language, Position, Severity, Span
from thidua.render.terminal import render, summary

if TYPE_CHECKING:
    from pathlib import Path


def label(line: int, first: int, last: int) -> Label:
    return Label("a.yaml", Span(Position(line, first), Position(line, last)))


def test_a_tab_is_shown_as_spaces_and_the_mark_stays_under_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("\n" * 11 + "a:\tb\n", "utf-8")
    found = Diagnostic("TD002", Severity.ERROR, "x", label(12, 4, 5), (label(2, 1, 1),))
    lines = render([found], tmp_path, Language.VI).splitlines()
    assert lines[3:5] == ["12 | a:  b", "   |     ^"]
    assert lines[6] == "   ::: a.yaml:2:1"
    assert lines[8] == " 2 |"[:4] + " "


def test_one_file_and_one_error_are_singular_in_english() -> None:
    assert summary({Severity.ERROR: 1}, 1, Language.EN) == "\n1 file: 1 error\n"
    assert summary({}, 1, Language.EN) == "1 file: nothing to mend\n"


@pytest.mark.long
def test_a_very_long_line_with_many_findings_is_cut_around_each_mark_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x: [" + "ă,\t" * 400_000 + "]\n", "utf-8")
    found = [
        Diagnostic("TD002", Severity.ERROR, "x", label(1, 5 + 3 * at, 6 + 3 * at)) for at in range(0, 400_000, 200)
    ]
    start = process_time()
    text = render(found, tmp_path, Language.VI)
    assert process_time() - start < 20, "looking at the whole line for each takes minutes"
    marked = text.splitlines()[-3:-1]
    assert all(len(line) < 200 for line in text.splitlines())
    assert marked[0][marked[1].index("^")] == "ă"


def test_a_check_of_some_files_says_of_how_many() -> None:
    assert summary({Severity.NOTE: 2}, 1, Language.VI, 53) == "\n1 trong 53 tệp: 2 lưu ý\n"
    assert summary({}, 2, Language.EN, 53) == "2 of 53 files: nothing to mend\n"
