"""How far long work has come, on a terminal."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")

STEP = 1000
"""After how many items the count on the screen moves; every item would cost more than the work."""


def watched(items: Iterable[Item], words: str, stream: IO[str]) -> Iterator[Item]:
    """Yield the items; where `stream` is a terminal, a line there counts them and goes when the work is done."""
    if not stream.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn("line"), TextColumn("{task.description} {task.completed:.0f}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=stream), transient=True) as progress:
        task = progress.add_task(words, total=None)
        for number, item in enumerate(items, start=1):
            yield item
            if number % STEP == 0:
                progress.advance(task, STEP)
