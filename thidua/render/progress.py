"""How far long work has come, on a terminal where somebody looks at it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Event, Lock, Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.progress import Progress, TaskID

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
    while not _SCREEN.acquire(timeout=_LOOK):
        if done.is_set():
            return
    try:
        _shown_until(what, done)
    finally:
        _SCREEN.release()


def _shown_until(what: str, done: Event) -> None:
    from rich.console import Console

    with Console(stderr=True).status(what):
        done.wait()


_SCREEN = Lock()
"""Held by whoever shows something, or counts what it may come to show: there is one last line on a terminal."""
_LOOK = 0.1


@contextmanager
def counted(what: str, after: str) -> Iterator[Callable[[int, int], None]]:
    """Return what to call with how much is done, and of how much; a line shows it at a terminal, and goes at the end.

    Nothing is shown, nor loaded, before somebody begins to wonder, nor where it is about to end by then.

    Args:
        what: is done.
        after: is done once all of it is.
    """
    if not _SCREEN.acquire(blocking=False):
        yield lambda _done, _total: None
        return
    line = _Line(what, after)
    try:
        yield line.told
    finally:
        line.end()
        _SCREEN.release()


class _Line:
    """A line that counts."""

    def __init__(self, what: str, after: str) -> None:
        self._what = what
        self._after = after
        self._begun = monotonic()
        self._shown: Progress | None = None
        self._task: TaskID | None = None

    def told(self, done: int, total: int) -> None:
        passed = monotonic() - self._begun
        if self._shown is None:
            # what comes after the last one takes about as long as all before it
            if passed < PATIENCE or passed * (2 * total - done) < PATIENCE * done:
                return
            self._show()
        if self._shown is not None and self._task is not None:
            what = self._what if done < total else self._after
            self._shown.update(self._task, description=what, completed=done, total=total)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._shown = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._shown.add_task(self._what, total=None)
        self._shown.start()

    def end(self) -> None:
        if self._shown is not None:
            self._shown.stop()
