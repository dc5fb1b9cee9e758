"""Libraries of the extras, such as `office`, loaded where a paper or a format needs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class MissingLibrary(Exception):
    """A library is not installed.

    Attributes:
        library: as Python imports it.
        extra: of this project, which installs it.
    """

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(library)
        self.library = library
        self.extra = extra


def needed(library: str, extra: str = "office") -> Any:
    """Return a library, which is loaded only where something is made with it.

    Raises:
        MissingLibrary: it is not there.
    """
    try:
        return import_module(library)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != library.partition(".")[0]:
            raise
        raise MissingLibrary(library, extra) from error
