"""Which blocks of a paper go on pages on their side."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from thidua.render.blocks import Heading, NewPage, Table
from thidua.render.columns import is_wide
from thidua.value_class import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from thidua.render.blocks import Block


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks that follow each other on pages of one kind."""

    blocks: tuple[Block, ...]
    on_its_side: bool


def stretches(blocks: Sequence[Block], *, on_its_side: bool = False) -> Iterator[Stretch]:
    """Return the blocks in stretches: wide tables with the headings over them, and what is between.

    A part of the paper that begins on a new page is turned as a whole if a table of it is wide.

    Args:
        on_its_side: all pages are; there is one stretch.
    """
    if on_its_side:
        yield Stretch(tuple(blocks), on_its_side=True)
        return
    for part in _pages(blocks):
        if not (part and isinstance(part[0], NewPage)):
            yield from _between(part)
        elif any(isinstance(block, Table) and is_wide(block) for block in part):
            yield Stretch(part[1:], on_its_side=True)
        else:
            yield Stretch(part, on_its_side=False)


def _pages(blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Return the blocks in parts that begin with a new page, and before them what begins the paper."""
    starts = [0, *(place for place, block in enumerate(blocks) if isinstance(block, NewPage) and place), len(blocks)]
    return [tuple(blocks[start:end]) for start, end in pairwise(starts)]


def _between(blocks: Sequence[Block]) -> Iterator[Stretch]:
    """Turn the wide tables of a part, and nothing else of it."""
    upright: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _wide_until(blocks, at)
        if end == at:
            upright.append(blocks[at])
            at += 1
            continue
        if upright:
            yield Stretch(tuple(upright), on_its_side=False)
            upright = []
        yield Stretch(tuple(blocks[at:end]), on_its_side=True)
        at = end
    if upright:
        yield Stretch(tuple(upright), on_its_side=False)


def _wide_until(blocks: Sequence[Block], at: int) -> int:
    """Return where a stretch of headings and wide tables that begins here ends; `at` if none does."""
    first = at
    while first < len(blocks) and isinstance(blocks[first], Heading):
        first += 1
    end = first
    while end < len(blocks):
        block = blocks[end]
        if not (isinstance(block, Table) and is_wide(block)):
            break
        end += 1
    return end if end > first else at
