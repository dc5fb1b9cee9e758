"""`python -m thidua`, and the program `thidua`."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress

OBJECTS = 200_000
"""How many objects are made before Python looks for circles among them: a report makes fewer, and it takes long."""


def main() -> None:
    """Run the program and end the process."""
    gc.set_threshold(OBJECTS)
    try:
        from thidua.cli.main import main as run_and_end

        run_and_end()
    except SystemExit as ended:
        _leave(ended)
    except KeyboardInterrupt:  # while modules were loading: no command was begun
        from thidua.cli.commands import INTERRUPTED

        _leave(SystemExit(INTERRUPTED))


def _leave(ended: SystemExit) -> None:
    """End the process without taking every module apart first, which takes a tenth of a warm check.

    What is registered for the end of the program runs. Where another thread works still, or somebody measures or
    traces this run, Python ends it as it always does.
    """
    threads = sys.modules.get("threading")
    is_watched = sys.gettrace() is not None or sys.getprofile() is not None
    if not isinstance(ended.code, int) or is_watched or (threads is not None and threads.active_count() > 1):
        raise ended
    atexit._run_exitfuncs()  # noqa: SLF001 - all that Python does at the end and that anybody can notice
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # nobody is there to be told
            stream.flush()
    os._exit(ended.code)


if __name__ == "__main__":
    main()
