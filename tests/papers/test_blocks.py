"""Marked Markdown as blocks, the width of columns, and which pages lie on their side."""

from __future__ import annotations

import io

import docx
import pytest

from tests.papers.reading import pdf
from thidua.render import pdf as pdf_of
from thidua.render import word as word_of
from thidua.render.blocks import Foot, Head, Heading, Item, NewPage, Paragraph, Run, Table, blocks, plain
from thidua.render.columns import widths
from thidua.render.folders import template_folders
from thidua.render.marks import Marked, escape
from thidua.render.stretches import stretches

WIDE = "| " + " | ".join("abcdefghi") + " |\n|" + "---|" * 9 + "\n| " + " | ".join("123456789") + " |\n"
NARROW = "| a | b | c |\n|---|---:|:---:|\n| 1 | 2 | 3 |\n"


def test_looks_and_marks_become_runs() -> None:
    marked = Marked()
    text = f"Có {marked.figure('2.405 cá nhân', ())} **đậm** *nghiêng*{marked.note(4)} {escape('*a* <b> [c](d)')}"
    (found,) = blocks(text)
    assert isinstance(found, Paragraph)
    assert found.line == (
        Run("Có 2.405 cá nhân "), Run("đậm", bold=True), Run(" "), Run("nghiêng", italic=True),
        Run("[1]", raised=True), Run(" *a* <b> [c](d)"),
    )  # fmt: skip


def test_lists_keep_depth_and_number() -> None:
    found = blocks("- a\n  - b\n\n1. c\n2. d\n")
    assert [(one.depth, one.label, plain(one.line)) for one in found if isinstance(one, Item)] == [
        (1, "-", "a"), (2, "-", "b"), (1, "1.", "c"), (1, "2.", "d"),
    ]  # fmt: skip


def test_head_and_foot_are_known() -> None:
    head = "| **A** | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\n|:---:|:---:|\n| **B** | **Độc lập** |\n"
    foot = "| **Nơi nhận:** | **TM. A** |\n|---|---|\n| - B; | **C** |\n|  | **D** |\n"
    found = blocks(f"{head}\n# X\n\n**Y**\n\n{NARROW}\n{foot}\n---\n\nz\n")
    kinds = [type(one) for one in found]
    assert kinds == [Head, Heading, Paragraph, Table, Foot, NewPage, Paragraph]
    subject, table, last = found[2], found[3], found[4]
    assert isinstance(subject, Paragraph)
    assert subject.centred
    assert isinstance(table, Table)
    assert table.aligns == ("left", "right", "center")
    assert isinstance(last, Foot)
    assert [plain(line) for line in last.right] == ["TM. A", "C", "D"]


def test_control_characters_are_in_no_paper() -> None:
    (found,) = blocks("a\x01b\ufffec\ue0ffd")
    assert isinstance(found, Paragraph)
    assert plain(found.line) == "abcd"


def test_widths_are_shares_and_long_words_have_room() -> None:
    (table,) = blocks(f"| TT | Tên |\n|---|---|\n| 1 | {'dài ' * 40} |\n| 2 | {'x' * 25} |\n")
    assert isinstance(table, Table)
    first, second = widths(table)
    assert first + second == pytest.approx(1)
    assert first < 0.15


def test_wide_tables_go_on_their_side_with_their_heading() -> None:
    found = blocks(f"a\n\n## B\n\n{WIDE}\nc\n")
    assert [(one.on_its_side, len(one.blocks)) for one in stretches(found)] == [(False, 1), (True, 2), (False, 1)]


def test_a_part_on_a_new_page_is_turned_as_a_whole() -> None:
    found = blocks(f"a\n\n---\n\n# B\n\n{NARROW}\n{WIDE}\n---\n\n{NARROW}")
    assert [one.on_its_side for one in stretches(found)] == [False, True, False]
    assert [one.on_its_side for one in stretches(found, on_its_side=True)] == [True]


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        (f"a\n\n{WIDE}\nb\n", [False, True, False]),
        (f"a\n\n{WIDE}", [False, True]),
        (f"{WIDE}\nb\n", [True, False]),
        (WIDE, [True]),
        (f"a\n\n{NARROW}", [False]),
    ],
)
def test_pdf_and_word_turn_the_same_pages(
    tmp_path_factory: pytest.TempPathFactory, text: str, turned: list[bool]
) -> None:
    found = blocks(text)
    pages = pdf(pdf_of.render(found, "Thử")).pages
    assert [page.mediabox.width > page.mediabox.height for page in pages] == turned
    made = word_of.render(found, "Thử", template_folders(tmp_path_factory.mktemp("office")), "thu")
    sections = docx.Document(io.BytesIO(made)).sections
    assert [one.page_width > one.page_height for one in sections] == turned
    assert [one.different_first_page_header_footer for one in sections] == [True, *[False] * (len(turned) - 1)]
