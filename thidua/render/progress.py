"""How far long work has come, on a terminal where somebody looks at it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Event, Thread
from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

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


LONG = 2000
"""Steps of work that is long enough to be shown."""
EVERY = 200
"""Steps between two signs of life."""


@contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[int], None]]:
    """Return what to call at each step; it shows something only for long work at a terminal."""
    if total < LONG or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(what, total=total)
        steps = 0

        def step(_: int) -> None:
            nonlocal steps
            steps += 1
            if steps % EVERY == 0:
                shown.update(task, completed=steps)

        yield step


PATIENCE = 1.0
"""Seconds after which somebody begins to wonder whether anything is going on."""


@contextmanager
def working(what: str, patience: float = PATIENCE) -> Iterator[None]:
    """Say at a terminal what is being done, where it takes long and has no steps to count; the line goes at the end."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    shown = Thread(target=_said, args=(what, done, patience), daemon=True)
    shown.start()
    try:
        yield
    finally:
        done.set()
        shown.join()


def _said(what: str, done: Event, patience: float) -> None:
    if done.wait(patience):
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        done.wait()
