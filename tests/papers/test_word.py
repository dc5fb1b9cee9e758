"""Papers as Word files: what stands in them, and templates that an office edited."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import docx
import pytest

from tests.papers.office import FILES
from tests.papers.reading import W, pdf, pdf_text, word, word_parts, word_text
from tests.reports.repository import SEVEN, thidua
from thidua.render.blocks import blocks
from thidua.render.word import packed, render
from tools.make_word_templates import certificate, paper

if TYPE_CHECKING:
    from tests.papers.office import Office

TEMPLATES = Path(__file__).parents[2] / "templates"
ROW = "{name: Trần Văn Mẫu,"


def typed(office: Office, name: str) -> bytes:
    """Return the decision with a name changed to what somebody typed."""
    quoted = name.replace("'", "''")
    office.change("records/awards/2026/412-qd-ubnd.yaml", ROW, f"{{name: '{quoted}',")
    return office.made(".docx", "decision", "412")


def edited(office: Office, old: str, new: str) -> None:
    """Put a template into the office's folder in which one text is changed, as Word would."""
    document = paper()
    hits = [
        run for line in document.element.body.iter(f"{W}p") for run in line.iter(f"{W}t") if old in (run.text or "")
    ]
    assert hits
    for run in hits:
        run.text = run.text.replace(old, new)
    made = office.root / "templates"
    made.mkdir(exist_ok=True)
    (made / "paper.docx").write_bytes(packed(document, "mẫu"))


@pytest.mark.parametrize(
    "name",
    [
        "Ông & Bà <thử> \"ngoặc\" 'đơn'",
        "{{ title }} {% if x %}",
        "</w:t></w:r><w:r><w:t>",
        "=HYPERLINK(1) http://vi.du",
        "{ PAGE } _{_ &amp; &lt;",
    ],
)
def test_a_name_arrives_as_it_was_typed(office: Office, name: str) -> None:
    assert name in word_text(typed(office, name))


def test_nothing_typed_becomes_a_field_or_a_link(office: Office) -> None:
    parts = word_parts(typed(office, "HYPERLINK http://vi.du PAGE"))
    text = parts["word/document.xml"].decode()
    assert "w:fldChar" not in text
    assert "w:fldSimple" not in text
    assert "w:instrText" not in text
    assert "w:hyperlink" not in text
    assert b"vi.du" not in parts["word/_rels/document.xml.rels"]


@pytest.mark.parametrize("name", ["HYPERLINK http://vi.du PAGE", "{{ title }} {% if x %}", "<b>A</b> & #link(1) $x$"])
def test_nothing_typed_becomes_anything_else_on_a_certificate(office: Office, name: str) -> None:
    office.change("records/awards/2026/412-qd-ubnd.yaml", "{name: Nguyễn Thị Mẫu,", f"{{name: '{name}',")
    word_file, pdf_file = (office.made(ending, "certificate", "412") for ending in (".docx", ".pdf"))
    parts = word_parts(word_file)
    document = parts["word/document.xml"].decode()
    assert name in word_text(word_file)
    assert not any(one in document for one in ("w:fldChar", "w:fldSimple", "w:instrText", "w:hyperlink"))
    assert b"vi.du" not in parts["word/_rels/document.xml.rels"]
    assert "".join(name.split()) in "".join(pdf_text(pdf_file).split()).replace("\u200b", "")
    assert not any("/Annots" in page for page in pdf(pdf_file).pages)


def test_the_page_number_is_the_only_field_and_not_on_the_first_page(office: Office) -> None:
    made = office.made(".docx", "decision", "412")
    parts = word_parts(made)
    headers = b"".join(data for name, data in parts.items() if name.startswith("word/header"))
    assert headers.count(b"instrText") == 2
    assert b"PAGE" in headers
    assert word(made).sections[0].different_first_page_header_footer


def test_the_layout_is_that_of_the_decree(office: Office) -> None:
    section = word(office.made(".docx", "decision", "412")).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= section.top_margin.mm <= 25
    assert 30 <= section.left_margin.mm <= 35
    assert 15 <= section.right_margin.mm <= 20


def test_tables_repeat_their_heading_and_keep_rows_whole(office: Office) -> None:
    body = word(office.made(".docx", "decision", "412")).element.body
    tables = [one for one in body.iter(f"{W}tbl") if one.find(f".//{W}tblHeader") is not None]
    assert len(tables) == 5
    for table in tables:
        rows = list(table.iter(f"{W}tr"))
        assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True, *[False] * (len(rows) - 1)]
        assert all(row.find(f".//{W}cantSplit") is not None for row in rows)


def test_headings_are_headings(seed_repository: Path, tmp_path: Path) -> None:
    file = tmp_path / "r.docx"
    thidua(seed_repository, "report", *SEVEN["mong-cai-2019"], "-o", str(file))
    lines = word(file.read_bytes()).paragraphs
    assert [line.text for line in lines if line.style.name == "Heading 2"][0] == "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"  # noqa: RUF015


def test_two_runs_give_the_same_bytes_and_say_nothing_of_the_day(office: Office) -> None:
    made = office.made(".docx", "decision", "412")
    assert office.made(".docx", "decision", "412") == made
    about = word(made).core_properties
    assert (about.title, about.author, about.created.year) == ("Quyết định 412/QĐ-UBND", "", 2000)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_list_on_its_side_is_a_section_of_its_own(office: Office) -> None:
    sections = word(office.made(".docx", "submission", "7")).sections
    assert [one.page_width > one.page_height for one in sections] == [False, True]
    assert [one.different_first_page_header_footer for one in sections] == [True, False]


def test_the_office_may_have_its_own_template(office: Office) -> None:
    edited(office, "CỘNG HÒA XÃ HỘI", "MẪU CỦA CƠ QUAN: CỘNG HÒA XÃ HỘI")
    assert "MẪU CỦA CƠ QUAN: CỘNG HÒA" in word_text(office.made(".docx", "decision", "412"))


def test_a_template_of_one_paper_wins_over_that_of_all(office: Office) -> None:
    edited(office, "CỘNG HÒA", "RIÊNG: CỘNG HÒA")
    (office.root / "templates/paper.docx").rename(office.root / "templates/minutes.docx")
    assert "RIÊNG: CỘNG HÒA" in word_text(office.made(".docx", "minutes", "7"))
    assert "RIÊNG" not in word_text(office.made(".docx", "decision", "412"))


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ numbr }}", "không có gì tên là `numbr`"),
        ("{{ number|uper }}", "không có bộ lọc hay phép thử `uper`"),
        ("{{ number.__class__.__mro__ }}", "unsafe"),
        ("{% for x in range(9999999999) %}{{ x }}{% endfor %}", "too big"),
    ],
)
def test_a_broken_template_names_tag_and_paragraph(office: Office, tag: str, said: str) -> None:
    edited(office, "{{ number }}", f"Số hiệu {tag}")
    ran = office.paper("decision", "412", "-o", str(office.root / "x.docx"))
    assert ran.status == 1
    assert "`paper.docx`, đoạn “Số hiệu" in ran.err
    assert said in ran.err
    assert not (office.root / "x.docx").exists()


def test_a_template_that_does_not_close_a_tag_is_named(office: Office) -> None:
    edited(office, "{%p if has_head %}", "{%p if has_head")
    ran = office.paper("decision", "412", "-o", str(office.root / "x.docx"))
    assert ran.status == 1
    assert "`paper.docx`" in ran.err


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_file_is_said_to_be_none(office: Office, data: bytes) -> None:
    (office.root / "templates").mkdir()
    (office.root / "templates/paper.docx").write_bytes(data)
    ran = office.paper("decision", "412", "-o", str(office.root / "x.docx"))
    assert ran.status == 1
    assert "`paper.docx`: không phải tệp Word" in ran.err


def test_a_template_without_the_place_of_the_text_is_refused(office: Office) -> None:
    edited(office, "{{p content }}", "Không còn chỗ")
    ran = office.paper("decision", "412", "-o", str(office.root / "x.docx"))
    assert (ran.status, "{{p content }}" in ran.err) == (1, True)


def test_the_template_to_edit_is_copied_once(office: Office) -> None:
    assert office.paper("template", "paper").status == 0
    assert docx.Document(str(office.root / "templates/paper.docx"))
    again = office.paper("template", "paper")
    assert (again.status, "đã có" in again.err) == (2, True)
    assert office.paper("template", "khac").status == 2


@pytest.mark.parametrize(("name", "make"), [("paper", paper), ("certificate", certificate)])
def test_the_shipped_templates_are_what_the_tool_writes(name: str, make: object) -> None:
    shipped = TEMPLATES / f"{name}.docx"
    assert shipped.read_bytes() == packed(make(), "{{ title }}"), "run tools/make_word_templates.py"  # type: ignore[operator]


@pytest.mark.long
def test_two_thousand_rows_fit_the_sandbox(office: Office) -> None:
    rows = "".join(f"      - {{name: Mẫu Thứ {n}, position: Thử}}\n" for n in range(2000))
    office.write("records/awards/2026/412-qd-ubnd.yaml", FILES["records/awards/2026/412-qd-ubnd.yaml"])
    office.change("records/awards/2026/412-qd-ubnd.yaml", "    counted: {individuals: 12}\n", rows)
    assert "Mẫu Thứ 1999" in word_text(office.made(".docx", "decision", "412"))


@pytest.mark.long
def test_four_times_the_rows_take_less_than_nine_times_as_long() -> None:
    def taken(rows: int) -> float:
        made = blocks("| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n" + "| 1 | 2 | 3 | 4 | 5 | 6 |\n" * rows)
        start = process_time()
        render(made, "", [TEMPLATES], "bonus-list")
        return process_time() - start

    taken(1)
    assert min(taken(2000) for _ in range(2)) < 9 * min(taken(500) for _ in range(3))
