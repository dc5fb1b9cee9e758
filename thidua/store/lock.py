"""One lock per repository, for those who write. It is freed by the system when its holder dies."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SECONDS = 30.0
"""How long a writer waits for another one."""


class Locked(Exception):
    """Another program has been writing all the while."""


@contextmanager
def lock(folder: Path, seconds: float = SECONDS, *, name: str = "lock") -> Iterator[None]:
    """Hold the lock of the repository whose register lives in `folder`, or another one beside it.

    Raises:
        Locked: nobody let go of it within `seconds`.
        OSError: the lock file cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("a+b") as file:
        end = time.monotonic() + seconds
        while not _take(file):
            if time.monotonic() > end:
                raise Locked
            time.sleep(0.02)
        try:
            yield
        finally:
            _release(file)


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _release(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
