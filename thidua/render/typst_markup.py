"""Blocks as Typst markup. Texts stand in it as strings between quotes, so that nothing in them is ever code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from thidua.render.blocks import Foot, Head, Heading, Item, Line, NewPage, Paragraph, Table, plain
from thidua.render.columns import is_wide, widths
from thidua.render.stretches import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua.render.blocks import Block, Run

UNBROKEN = 600
"""Rows whose cells are all shorter are kept on one page."""

_LONG_WORD = re.compile(r"[^\s-]{30}(?=[^\s-])")
"""Part of a word so long that it might not fit a column; it may be broken after it."""

_PREAMBLE = """\
#set document(title: {title}, date: none)
#set page(
  paper: "a4", flipped: {flipped}, margin: (top: 2.2cm, bottom: 2cm, left: 3cm, right: 1.7cm), header-ascent: 0.7cm,
  header: context {{ let page = counter(page).get().first(); if page > 1 {{ align(center, text(13pt, str(page))) }} }},
)
#set text(font: "Tinos", size: 13pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.62em, spacing: 0.85em, first-line-indent: (amount: 1cm, all: true))
#set table(stroke: 0.5pt, inset: (x: 4pt, y: 4pt))
#show heading: set text(size: 13pt)
#show heading: set par(first-line-indent: 0pt, justify: false)
#show heading: set block(above: 1.1em, below: 0.7em, sticky: true)
#show heading.where(level: 1): it => align(center, text(14pt, it))
#show heading.where(level: 4): set text(style: "italic")
#show table: set par(justify: false, first-line-indent: 0pt, leading: 0.5em)
#show grid: set par(justify: false, first-line-indent: 0pt)
#let rule(width) = block(above: 0.55em, below: 0pt, line(length: width, stroke: 0.5pt))
#let subject(body) = {{
  align(center, block(width: 85%, below: 0pt, par(justify: false, first-line-indent: 0pt, body)))
  align(center, rule(2.5cm))
  v(0.8em)
}}
#let item(depth, label, body) = block(above: 0.6em, below: 0.6em, inset: (left: 1cm * depth), {{
  set par(first-line-indent: 0pt, hanging-indent: 0.45cm)
  box(width: if label == "-" {{ 0.45cm }} else {{ auto }}, label + " ")
  body
}})
"""


def markup(blocks: Sequence[Block], title: str, *, on_its_side: bool = False) -> str:
    """Return a whole Typst document.

    Args:
        on_its_side: all pages are; otherwise only those of wide tables.
    """
    flipped = "true" if on_its_side else "false"
    return _PREAMBLE.format(title=quoted(title), flipped=flipped) + "\n".join(_parts(blocks, on_its_side)) + "\n"


def quoted(text: str) -> str:
    """Return text as a Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ") + '"'


def _parts(blocks: Sequence[Block], on_its_side: bool) -> Iterator[str]:
    for stretch in stretches(blocks, on_its_side=on_its_side):
        inside = "\n".join(_block(block) for block in stretch.blocks)
        yield f"#page(flipped: true)[\n{inside}\n]" if stretch.on_its_side and not on_its_side else inside


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"#heading(level: {block.level}, {_content(block.line)})"
        case Paragraph(centred=True):
            return f"#subject({_content(block.line)})"
        case Paragraph():
            return f"#par({_content(block.line)})"
        case Item():
            return f"#item({block.depth}, {quoted(block.label)}, {_content(block.line)})"
        case Table():
            return _table(block)
        case Head():
            return _head(block)
        case Foot():
            return _foot(block)
        case NewPage():
            return "#pagebreak(weak: true)"


def _content(line: Line) -> str:
    """A line as an expression; runs are added up."""
    return " + ".join(_run(run) for run in line) or "[]"


def _run(run: Run) -> str:
    text = f"text({quoted(_LONG_WORD.sub(_broken, run.text))})"
    if run.bold:
        text = f"strong({text})"
    if run.italic:
        text = f"emph({text})"
    return f"super({text})" if run.raised else text


def _broken(found: re.Match[str]) -> str:
    return f"{found[0]}\u200b"


def _table(table: Table) -> str:
    columns = ", ".join(f"{share * 100:.2f}fr" for share in widths(table))
    aligns = ", ".join({"right": "right", "center": "center"}.get(one, "left") for one in table.aligns)
    first, *rest = table.rows
    heading = ", ".join(f"table.cell(align: center + horizon, strong({_content(cell)}))" for cell in first)
    whole = all(len(plain(cell)) < UNBROKEN for row in table.rows for cell in row)
    cells = "".join("  " + ", ".join(_content(cell) for cell in row) + ",\n" for row in rest)
    size = "9pt" if is_wide(table) else "11.5pt"
    return (
        f"#block(above: 0.9em, below: 0.9em, {{ set text({size}); set table.cell(breakable: {str(not whole).lower()})\n"
        f"table(columns: ({columns},), align: ({aligns},),\n  table.header({heading}),\n{cells}) }})"
    )


def _head(head: Head) -> str:
    """The two columns of the head; at 12 points the nation's name fits its half of the page on one line."""
    rows = []
    for place, (left, right) in enumerate(head.rows):
        under = ("rule(2.2cm)", "rule(5.6cm)") if place == 1 else ("none", "none")
        size = ("12pt", "12pt") if place == 0 else ("12pt", "13pt")
        for line, rule, points in zip((left, right), under, size, strict=True):
            body = f"text({points}, {_bold(line) if place == 0 and line is right else _content(line)})"
            rows.append(f"  {{ {body}; {rule} }},\n" if rule != "none" else f"  {body},\n")
    return f"#grid(columns: (43fr, 57fr), align: center, row-gutter: 0.55em,\n{''.join(rows)})\n#v(0.6em)"


def _bold(line: Line) -> str:
    return f"strong({_content(line)})"


def _foot(foot: Foot) -> str:
    if foot.has_recipients:
        sizes = ("12pt", *("11pt",) * len(foot.left))
        first, *rest = (f"text({size}, {_content(line)})" for size, line in zip(sizes, foot.left, strict=False))
        left = f"align(left, {_stacked([f'emph({first})', *rest])})"
    else:
        left = f"align(center, {_signature(foot.left)})"
    return (
        "#v(0.8em)\n#block(breakable: false, grid(columns: (1fr, 1fr),\n"
        f"  {left},\n  align(center, {_signature(foot.right)}),\n))"
    )


def _signature(lines: Sequence[Line]) -> str:
    """The lines of a signature, with room to sign before the last, which is the name."""
    over, name = (lines[:-1], lines[-1]) if len(lines) > 1 else (lines, ())
    return f"stack(spacing: 2.2cm, {_stacked([_content(line) for line in over])}, {_content(name)})"


def _stacked(parts: Sequence[str]) -> str:
    return f"stack(spacing: 0.5em, {', '.join(parts)})" if parts else "[]"
