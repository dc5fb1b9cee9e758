"""Write templates/paper.docx and templates/certificate.docx, which an office copies and edits in Word.

Layout after Decree 30/2020/NĐ-CP, Appendix I. The files are committed; a test fails when they are not what this writes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Mm, Pt, RGBColor

from thidua.render.word import packed

TEMPLATES = Path(__file__).parents[1] / "templates"
FONT = "Times New Roman"


def main(folder: Path = TEMPLATES) -> None:
    (folder / "paper.docx").write_bytes(packed(paper(), "{{ title }}"))
    (folder / "certificate.docx").write_bytes(packed(certificate(), "{{ title }}"))


def paper() -> Any:
    document = empty()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(22),
        Mm(20),
        Mm(30),
        Mm(17),
    )
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    page_number(section.header.paragraphs[0])
    line(document, "{%p if has_head %}")
    head(document)
    line(document, "{%p endif %}")
    line(document, "{{p content }}")
    line(document, "{%p if has_foot %}")
    line(document, "")
    foot(document)
    line(document, "{%p endif %}")
    line(document, "{{p annex }}")
    return document


def certificate() -> Any:
    """One page for each; filled in the places of an office's printed blank, so it holds no frame and no emblem."""
    document = empty()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section._sectPr.pgSz.set(qn("w:orient"), "landscape")
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = (
        Mm(30),
        Mm(20),
        Mm(35),
        Mm(35),
    )
    line(document, "{%p for c in certificates %}")
    first = line(document, "{{ c.authority }}", 14, bold=True, centre=True, after=8)
    first.paragraph_format.page_break_before = True
    line(document, "{{ c.verb }}", 14, centre=True, after=10)
    line(document, "{{ c.award }}", 30, bold=True, centre=True, after=16)
    line(document, "{{ c.recipient }}", 20, bold=True, centre=True, after=6)
    line(document, "{{ c.post }}", 14, centre=True, after=8)
    line(document, "{{ c.achievement }}", 14, centre=True, after=60)
    table = two_columns(document, 118, 109)
    left, right = table.rows[0].cells
    fill(left.paragraphs[0], "{{ c.decision }}", 12, italic=True)
    fill(left.add_paragraph(), "{{ c.book }}", 12, italic=True)
    fill(right.paragraphs[0], "{{ c.place_date }}", 13, italic=True, centre=True)
    fill(right.add_paragraph(), "{%p for line in c.capacity %}", 13)
    fill(right.add_paragraph(), "{{ line }}", 13, bold=True, centre=True)
    fill(right.add_paragraph(), "{%p endfor %}", 13)
    gap(right.add_paragraph(), 70)
    fill(right.add_paragraph(), "{{ c.signer }}", 14, bold=True, centre=True)
    gap(line(document, "", 1), 1)
    line(document, "{%p endfor %}")
    return document


def empty() -> Any:
    document = Document()
    normal = document.styles["Normal"]
    look(normal, 13)
    normal.paragraph_format.space_after = Pt(0)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for one in defaults.iter(qn("w:lang")):
        one.set(qn("w:val"), "vi-VN")
        one.set(qn("w:eastAsia"), "vi-VN")
    body = document.styles["Body Text"]
    look(body, 13)
    body.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    body.paragraph_format.first_line_indent = Cm(1)
    body.paragraph_format.space_before, body.paragraph_format.space_after = Pt(3), Pt(3)
    body.paragraph_format.line_spacing = 1.1
    for level in range(1, 5):
        style = document.styles[f"Heading {level}"]
        look(style, 14 if level == 1 else 13, bold=True, italic=level == 4)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(12 if level < 3 else 6), Pt(3)
        style.paragraph_format.keep_with_next = True
        if level == 1:
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
            style.paragraph_format.space_after = Pt(0)
    return document


def look(style: Any, size: int, *, bold: bool = False, italic: bool = False) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def head(document: Any) -> None:
    table = two_columns(document, 67, 98)
    left, right = table.rows[0].cells
    fill(left.paragraphs[0], "{%p if superior_is_own %}", 12)
    fill(left.add_paragraph(), "{{ superior }}", 12, bold=True, centre=True)
    fill(left.add_paragraph(), "{%p else %}", 12)
    fill(left.add_paragraph(), "{{ superior }}", 12, centre=True)
    fill(left.add_paragraph(), "{%p endif %}", 12)
    fill(left.add_paragraph(), "{{ body }}", 12, bold=True, centre=True)
    rule(left.add_paragraph(), 22)
    fill(left.add_paragraph(), "{{ number }}", 13, centre=True)
    fill(right.paragraphs[0], "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, bold=True, centre=True)
    fill(right.add_paragraph(), "Độc lập - Tự do - Hạnh phúc", 13, bold=True, centre=True)
    rule(right.add_paragraph(), 20)
    fill(right.add_paragraph(), "{{ place_date }}", 13, italic=True, centre=True)


def foot(document: Any) -> None:
    table = two_columns(document, 82, 83)
    left, right = table.rows[0].cells
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    fill(left.paragraphs[0], "{%p if recipients %}", 11)
    fill(left.add_paragraph(), "Nơi nhận:", 12, bold=True, italic=True)
    fill(left.add_paragraph(), "{%p for one in recipients %}", 11)
    fill(left.add_paragraph(), "{{ one }}", 11)
    fill(left.add_paragraph(), "{%p endfor %}", 11)
    fill(left.add_paragraph(), "{%p else %}", 11)
    fill(left.add_paragraph(), "{%p for one in beside %}", 13)
    fill(left.add_paragraph(), "{{ one }}", 13, bold=True, centre=True)
    fill(left.add_paragraph(), "{%p endfor %}", 13)
    gap(left.add_paragraph(), 60)
    fill(left.add_paragraph(), "{{ signer_beside }}", 13, bold=True, centre=True)
    fill(left.add_paragraph(), "{%p endif %}", 11)
    fill(right.paragraphs[0], "{%p for one in capacity %}", 13)
    fill(right.add_paragraph(), "{{ one }}", 13, bold=True, centre=True)
    fill(right.add_paragraph(), "{%p endfor %}", 13)
    gap(right.add_paragraph(), 60)
    fill(right.add_paragraph(), "{{ signer }}", 13, bold=True, centre=True)


def two_columns(document: Any, left: int, right: int) -> Any:
    """A table without borders; widths in millimetres."""
    table = document.add_table(1, 2)
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, width in zip(table.rows[0].cells, (left, right), strict=True):
        cell.width = Mm(width)
    for column, width in zip(table.columns, (left, right), strict=True):
        column.width = Mm(width)
    return table


def line(document: Any, text: str, size: int = 13, *, after: int = 0, **looks: bool) -> Any:
    paragraph = document.add_paragraph()
    fill(paragraph, text, size, **looks)
    paragraph.paragraph_format.space_after = Pt(after)
    return paragraph


def fill(
    paragraph: Any, text: str, size: int, *, bold: bool = False, italic: bool = False, centre: bool = False
) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None
    if centre:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def rule(paragraph: Any, side: int) -> None:
    """A drawn line; underlining would run through the letters. `side`: left free beside it, in millimetres."""
    borders = f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(borders))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
    gap(paragraph, 6)


def gap(paragraph: Any, points: int) -> None:
    paragraph.paragraph_format.line_spacing = Pt(points)


def page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    names = nsdecls("w")
    for text in (
        f'<w:fldChar {names} w:fldCharType="begin"/>',
        f"<w:instrText {names}>PAGE</w:instrText>",
        f'<w:fldChar {names} w:fldCharType="end"/>',
    ):
        paragraph.add_run()._r.append(parse_xml(text))


if __name__ == "__main__":
    main(*(Path(one) for one in sys.argv[1:]))
