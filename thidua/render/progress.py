"""How far long work has come, on standard error, where somebody looks at it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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
