"""A report as a tree of blocks, from which PDF and Word are set; made from the same marked Markdown as HTML."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, TypeAlias

from thidua.render.marks import replace
from thidua.render.parser import NATION, parser
from thidua.render.xml_text import clean
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

RECIPIENTS = "Nơi nhận:"
FEET = (RECIPIENTS, "THƯ KÝ", "NGƯỜI LẬP")
"""A table of two columns that begins with one of these is the foot of the paper: who gets it, and who signs."""

_RAISED, _RAISED_END = "\ue010", "\ue011"
_ALIGN = re.compile(r"text-align:(\w+)")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. It is text and nothing else, whatever signs are in it."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


Line: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, or, `centred`, the subject under the name of a paper."""

    line: Line
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list.

    Attributes:
        label: what stands before it: `-`, or its number.
    """

    depth: int
    label: str
    line: Line


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first row is the heading, repeated on every page."""

    aligns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]

    @property
    def columns(self) -> int:
        return len(self.aligns)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a paper: rows of two cells, the issuing body on the left, the nation on the right."""

    rows: tuple[tuple[Line, Line], ...]


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a paper: recipients or a second signature on the left, the signature on the right."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]

    @property
    def has_recipients(self) -> bool:
        return bool(self.left) and plain(self.left[0]).strip() == RECIPIENTS


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Block: TypeAlias = Heading | Paragraph | Item | Table | Head | Foot | NewPage


def plain(line: Line) -> str:
    """Return the text of a line without its looks."""
    return "".join(run.text for run in line)


def blocks(marked: str) -> tuple[Block, ...]:
    """Return the blocks of a text of marked Markdown. Figures are their text, notes a raised number, charts nothing."""
    text = replace(
        marked,
        lambda _, shown: shown,
        lambda number: f"{_RAISED}[{number}]{_RAISED_END}".replace("[", r"\["),
        lambda _: "",
    )
    return tuple(_centred(list(_blocks(parser().parse(unicodedata.normalize("NFC", text))))))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    lists: list[list[int | None]] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        match token.type:
            case "heading_open":
                yield Heading(int(token.tag[1:]), _line(tokens[at + 1]))
                at += 1
            case "bullet_list_open":
                lists.append([None])
            case "ordered_list_open":
                lists.append([int(token.attrs.get("start", 1)) - 1])
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open" if lists[-1][0] is not None:
                lists[-1][0] += 1
            case "table_open":
                end = next(place for place in range(at, len(tokens)) if tokens[place].type == "table_close")
                yield _table(tokens[at:end])
                at = end
            case "hr":
                yield NewPage()
            case "inline" if lists:
                number = lists[-1][0]
                yield Item(len(lists), "-" if number is None else f"{number}.", _line(token))
            case "inline":
                yield Paragraph(_line(token))
            case "code_block" | "fence":
                yield Paragraph((_run(token.content),))
        at += 1


def _table(tokens: Sequence[Token]) -> Block:
    rows: list[list[Line]] = []
    aligns: list[str] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open") and len(rows) == 1:
            found = _ALIGN.search(str(token.attrs.get("style", "")))
            aligns.append(found[1] if found else "left")
        elif token.type == "inline":
            rows[-1].append(_line(token))
    if len(aligns) == 2:
        pairs = tuple((row[0], row[1]) for row in rows)
        if plain(pairs[0][1]).strip() == NATION:
            return Head(pairs)
        if plain(pairs[0][0]).strip() in FEET:
            left, right = ([line for line in column if plain(line).strip()] for column in zip(*pairs, strict=True))
            return Foot(tuple(left), tuple(right))
    return Table(tuple(aligns), tuple(tuple(row) for row in rows))


def _centred(found: list[Block]) -> Iterator[Block]:
    """The paragraph under the name of a paper is its subject; so is a bold one that begins a page."""
    for before, block in zip([None, *found], found, strict=False):
        is_bold = isinstance(block, Paragraph) and bool(block.line) and all(run.bold for run in block.line)
        if is_bold and isinstance(block, Paragraph) and isinstance(before, Heading) and before.level == 1:
            yield Paragraph(block.line, centred=True)
        else:
            yield block


def _line(token: Token) -> Line:
    runs: list[Run] = []
    bold = italic = 0
    raised = False
    for child in token.children or ():
        match child.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "em_open":
                italic += 1
            case "em_close":
                italic -= 1
            case "softbreak" | "hardbreak":
                runs.append(_run(" ", bold > 0, italic > 0))
            case _:
                for part in re.split(f"([{_RAISED}{_RAISED_END}])", child.content):
                    if part in (_RAISED, _RAISED_END):
                        raised = part == _RAISED
                    elif part:
                        runs.append(_run(part, bold > 0, italic > 0, raised))
    return _joined(runs)


def _run(text: str, bold: bool = False, italic: bool = False, raised: bool = False) -> Run:
    return Run(clean(text), bold, italic, raised)


def _joined(runs: Sequence[Run]) -> Line:
    """Neighbours of one look are one run, and the line has no blanks at its ends."""
    found: list[Run] = []
    for run in runs:
        if found and (found[-1].bold, found[-1].italic, found[-1].raised) == (run.bold, run.italic, run.raised):
            found[-1] = Run(found[-1].text + run.text, run.bold, run.italic, run.raised)
        elif run.text:
            found.append(run)
    return tuple(found)
