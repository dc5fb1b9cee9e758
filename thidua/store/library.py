"""Whole records, read from their files when a report or a command needs more than the register keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from thidua.model.base import Record
from thidua.store.paths import record_path
from thidua.store.reading import Loaded, read_record

if TYPE_CHECKING:
    from thidua.store.register import Register
    from thidua.store.workspace import Workspace

R = TypeVar("R", bound=Record)


class Library:
    """Records by path or by kind and id. What was read once is kept for the run; it is a few files, never all."""

    def __init__(self, workspace: Workspace, register: Register) -> None:
        self.workspace = workspace
        self.register = register
        self._loaded: dict[str, Loaded] = {}

    def path(self, folder: str, id_: str) -> str | None:
        """Return the path of a record that can be read, or `None`."""
        found = self.register.one(
            "SELECT path FROM file WHERE folder = ? AND record = ? AND readable ORDER BY path", (folder, id_)
        )
        return str(found) if found is not None else None

    def loaded(self, path: str) -> Loaded:
        """Return a file, understood.

        Raises:
            OSError: it cannot be read.
        """
        if path not in self._loaded:
            self._loaded[path] = read_record(path, record_path(path).folder, self.workspace.read(path))
        return self._loaded[path]

    def record(self, path: str, kind: type[R]) -> R | None:
        """Return the record in a file, or `None` where the file is no record of that kind."""
        record = self.loaded(path).record
        return record if isinstance(record, kind) else None
