"""What a format needs that is not installed."""

from __future__ import annotations


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
