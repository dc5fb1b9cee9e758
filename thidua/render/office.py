"""Libraries of the extra `office`, loaded where a paper needs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class MissingLibrary(Exception):
    """A library that makes Word or PDF is not installed.

    Attributes:
        library: what it is called.
    """

    def __init__(self, library: str) -> None:
        super().__init__(library)
        self.library = library


def needed(library: str) -> Any:
    """Return a library.

    Raises:
        MissingLibrary: it is not there.
    """
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library.partition(".")[0]:
            raise
        raise MissingLibrary(library) from error
