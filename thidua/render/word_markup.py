"""Blocks as WordprocessingML. Texts stand in it escaped, in runs of text: no field and no link comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from thidua.render.blocks import Foot, Head, Heading, Item, Line, NewPage, Paragraph, Table
from thidua.render.columns import is_wide, widths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua.render.blocks import Block, Run

CENTIMETRE = 567
"""In twips, in which Word measures."""

MARGIN = 60
"""Beside the text of a cell, in twips."""

GAP = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/></w:pPr></w:p>'
"""Between a table and what follows; two tables without it would become one."""

RULE = (
    '<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    '<w:spacing w:before="40" w:after="120" w:line="160" w:lineRule="exact"/>'
    '<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/></w:pPr></w:p>'
)
"""A line under a subject, drawn as the upper border of an empty paragraph."""


def markup(blocks: Sequence[Block], width: int) -> Iterator[str]:
    """Return the blocks one after the other, each as one or more elements of a document's body.

    Args:
        width: between the margins, in twips.
    """
    on_new_page = False
    for block in blocks:
        match block:
            case NewPage():
                on_new_page = True
                continue
            case Table():
                yield (_empty_page() if on_new_page else "") + _table(block, width)
            case Head() | Foot():
                yield ""
            case _:
                yield _paragraph(block, width, on_new_page=on_new_page)
        on_new_page = False


def _paragraph(block: Heading | Paragraph | Item, width: int, *, on_new_page: bool) -> str:
    page = "<w:pageBreakBefore/>" if on_new_page else ""
    match block:
        case Heading():
            look = f'<w:pStyle w:val="Heading{min(block.level, 4)}"/>{page}'
            return f"<w:p><w:pPr>{look}</w:pPr>{_runs(block.line)}</w:p>"
        case Paragraph(centred=True):
            look = f'{page}<w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="center"/>'
            rule = RULE.format(side=width * 42 // 100)
            return f"<w:p><w:pPr>{look}</w:pPr>{_runs(block.line)}</w:p>{rule}"
        case Paragraph():
            return f'<w:p><w:pPr><w:pStyle w:val="BodyText"/>{page}</w:pPr>{_runs(block.line)}</w:p>'
        case Item():
            indent = f'<w:ind w:left="{CENTIMETRE * block.depth + 283}" w:hanging="283"/>'
            look = f'<w:pStyle w:val="BodyText"/>{page}{indent}'
            label = f'<w:r><w:t xml:space="preserve">{escape(block.label)} </w:t></w:r>'
            return f"<w:p><w:pPr>{look}</w:pPr>{label}{_runs(block.line)}</w:p>"


def _runs(line: Line, size: int = 0, *, bold: bool = False) -> str:
    return "".join(_run(run, size, bold=bold) for run in line)


def _run(run: Run, size: int, *, bold: bool) -> str:
    looks = ("<w:b/>" if run.bold or bold else "") + ("<w:i/>" if run.italic else "")
    looks += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    looks += '<w:vertAlign w:val="superscript"/>' if run.raised else ""
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def _table(table: Table, width: int) -> str:
    columns = [int(share * width) for share in widths(table)]
    size = 18 if is_wide(table) else 23
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in columns)
    first, *rest = table.rows
    rows = [_row(first, columns, ("center",) * len(columns), size, is_heading=True)]
    rows += [_row(row, columns, table.aligns, size) for row in rest]
    look = f'<w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
    sides = "".join(f'<w:{side} w:w="{MARGIN}" w:type="dxa"/>' for side in ("left", "right"))
    look += f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{sides}</w:tblCellMar>'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{GAP}"


def _row(
    cells: Sequence[Line], columns: Sequence[int], aligns: Sequence[str], size: int, *, is_heading: bool = False
) -> str:
    heading = "<w:tblHeader/>" if is_heading else ""
    middle = '<w:vAlign w:val="center"/>' if is_heading else ""
    made = []
    for line, width, align in zip(cells, columns, aligns, strict=False):
        look = f'<w:spacing w:before="20" w:after="20"/><w:ind w:firstLine="0"/><w:jc w:val="{align}"/>'
        text = f"<w:p><w:pPr>{look}</w:pPr>{_runs(line, size, bold=is_heading)}</w:p>"
        made.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>{text}</w:tc>')
    return f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>{''.join(made)}</w:tr>"


def _empty_page() -> str:
    return '<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:before="0" w:after="0"/></w:pPr></w:p>'
